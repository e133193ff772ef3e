import { formFactsOf } from '../forms/facts.ts'
import type { Note, Section } from '../notebook/note.ts'
import { type CopyFrame, citingOnly, labelsListed, mentorSections, personSections } from '../session/copy.ts'
import { toldAt } from '../talk/complete.ts'
import { type Anonymiser, type Cleaned, tally, tallyLooks } from './anonymous.ts'
import type { Removal, SharedCopy, SharedItem } from './copy.ts'
import type { Look } from './find-names.ts'
import {
  type CauseWords,
  FROM_EXPORT,
  sectionsForLead,
  withoutAgreed,
  withoutRead,
  withoutReasons,
} from './lead-sections.ts'
import { monthOf, monthsOnly } from './months.ts'

/** A note that is to leave, with what belongs to it. */
export interface Leaving {
  readonly note: Note
  /** Display name. */
  readonly name: string
  readonly items: readonly SharedItem[]
  /** The mentor's private part; undefined where there is none. */
  readonly hidden?: Note
  /** How many private parts there are that this copy leaves out. */
  readonly hiddenCount: number
  /** What was agreed with the person in talks and check-ins, in their words. */
  readonly agreed?: readonly string[]
  /** Labels of cited evidence that was read in from an export. */
  readonly imported?: readonly string[]
}

/** A copy for the mentor: everything. */
export function copyForMentor({ note, name, items, hidden }: Leaving): SharedCopy {
  return {
    ...headOf(note, name),
    reader: 'mentor',
    sections: mentorSections(note, hidden),
    items,
    removed: [],
  }
}

/** A copy for the person: nothing private, and nothing of the mentor's own preparation. */
export function copyForPerson({ note, name, items, hiddenCount }: Leaving): SharedCopy {
  const sections = agreedFirst(note, personSections(note, name))
  const own = note.sections.length - sections.length
  const isTheirs = note.facts.kind === 'form' && formFactsOf(note.facts)?.from === 'person'
  return {
    ...headOf(note, name),
    ...{ reader: 'person', sections, ...(isTheirs ? { isTheirs } : {}) },
    items: itemsIn(items, sections),
    removed: tally([...hiddenParts(hiddenCount), { what: 'own', count: own, why: 'own' }]),
  }
}

/** What a talk leaves for both: what was agreed, then what became of the goals that were proposed. */
const OF_BOTH = /^(?:agreed|outcome)(?:-talk)?$/

/** After a talk, what was agreed comes first: what was prepared for it is the way there. */
function agreedFirst({ facts }: Note, sections: readonly Section[]): readonly Section[] {
  if (toldAt(facts) === undefined) return sections
  const isFirst = ({ id = '' }: Section) => OF_BOTH.test(id)
  const first = sections.filter(isFirst).toSorted((a, b) => ((a.id ?? '') < (b.id ?? '') ? -1 : 1))
  return [...first, ...sections.filter((section) => !isFirst(section))]
}

/**
 * Copies of notes about one person, to be read one after the other: how to read them in front of the first that is about them, room for an
 * answer at the end. Their own words alone have neither.
 */
export function framed(copies: readonly SharedCopy[], { guide, answer }: CopyFrame): readonly SharedCopy[] {
  const first = copies.findIndex(({ isTheirs }) => isTheirs !== true)
  const last = first === -1 ? -1 : copies.length - 1
  return copies.map((copy, at) => ({
    ...copy,
    sections: [...(at === first ? [guide] : []), ...copy.sections, ...(at === last ? [answer] : [])],
  }))
}

/** A copy for somebody who leads the team, and what a person should look at before it goes. */
interface LeadCopy {
  readonly copy: SharedCopy
  readonly looks: readonly Look[]
}

/** What is left out of copies for a lead besides names: causes that lie in a person, and private matters. */
interface LeadGround {
  readonly causes: CauseWords
  readonly withoutPrivate: (text: string) => { readonly text: string; readonly count: number }
}

/**
 * A copy for a lead: what is about the work, without names, without what leads to a customer, without anybody's own words. `number`
 * counts the notes of this export from 1 and stands for the note's id.
 */
export function copyForLead(
  { note, items, hiddenCount, agreed = [], imported = [] }: Leaving,
  number: number,
  anonymous: Anonymiser,
  { causes, withoutPrivate }: LeadGround,
): LeadCopy {
  const { person } = note.facts
  // What is read and what stands in rows for programs hold the same words, which are counted once.
  const [reading, rows] = [leadCleaner(), leadCleaner()]
  function leadCleaner(): LeadCleaner {
    const [done, left]: [Cleaned[], Removal[]] = [[], []]
    const clean = (text: string): string => {
      const unsaid = withoutAgreed(text, agreed)
      const unreasoned = withoutReasons(unsaid.text)
      const unconfided = withoutPrivate(unreasoned.text)
      left.push({ what: 'free-text', count: unsaid.count, why: 'their-words' })
      left.push({ what: 'free-text', count: unreasoned.count, why: 'reasons' })
      left.push({ what: 'free-text', count: unconfided.count, why: 'confided' })
      const cleaned = anonymous.clean(unconfided.text, person)
      done.push(cleaned)
      return monthsOnly(cleaned.text)
    }
    return {
      clean,
      removed: () => tally([...left, ...done.flatMap((one) => one.removed)]),
      looks: () => tallyLooks(done.flatMap(({ looks }) => looks)),
    }
  }
  const read = new Set(imported)
  // First of all, so that the first person a copy is about is the first alias.
  const alias = anonymous.aliasOf(person)
  const { sections: kept, removed } = sectionsForLead(note.facts, note.sections, causes)
  // A title that is a line of the note is no second place either.
  const isInside = kept.some(({ text }) => text.includes(note.facts.title))
  const { clean } = reading
  const title = (isInside ? rows : reading).clean(note.facts.title)
  // When and where two people meet says who they are, and nothing about the work.
  const isTalk = note.facts.kind === 'session' || note.facts.kind === 'checkin'
  const lead = isTalk ? '' : clean(note.lead)
  const sections = citingOnly(kept).map(
    (section): Section => ({
      ...section,
      heading: clean(section.heading),
      text: clean(withoutRead(section.text, read)),
    }),
  )
  const id = `N${number}`
  const told = itemsIn(items, kept)
    .map((item) =>
      item.label !== undefined && read.has(item.label) ? { ...item, words: FROM_EXPORT } : item,
    )
    .map((item, at) => leadItem(item, `${id}-${at + 1}`, rows.clean))
  const met = { what: 'free-text', count: isTalk && note.lead !== '' ? 1 : 0, why: 'appointment' } as const
  const parts = [
    ...hiddenParts(hiddenCount),
    ...removed,
    met,
    ...mostOf(reading.removed(), rows.removed(), ({ what, why }) => `${what} ${why}`),
  ]
  return {
    copy: {
      ...headOf(note, alias),
      ...{ reader: 'lead', id, date: monthOf(note.facts.date), title, lead, sections, items: told },
      removed: tally(parts),
    },
    looks: mostOf(reading.looks(), rows.looks(), ({ words, why }) => `${words} ${why}`),
  }
}

/** Cleans texts of one copy and remembers what it took out. */
interface LeadCleaner {
  readonly clean: (text: string) => string
  readonly removed: () => readonly Removal[]
  readonly looks: () => readonly Look[]
}

/** Of two counts of the same things the higher one each. */
function mostOf<T extends { readonly count: number }>(
  some: readonly T[],
  others: readonly T[],
  keyOf: (one: T) => string,
): readonly T[] {
  const all = new Map<string, T>()
  for (const one of [...some, ...others]) {
    const before = all.get(keyOf(one))
    if (before === undefined || before.count < one.count) all.set(keyOf(one), one)
  }
  return [...all.values()]
}

const OF_THE_TALK: readonly string[] = ['promise', 'agreement', 'idea', 'recognition']

function leadItem(item: SharedItem, id: string, clean: (text: string) => string): SharedItem {
  const { link: _link, ticket, words, source, area, date, ...rest } = item
  return {
    ...rest,
    // What was promised and agreed carries the day of the talk, which a lead is not told.
    ...(date === undefined || OF_THE_TALK.includes(item.kind) ? {} : { date: monthOf(date) }),
    id,
    ...(source === undefined ? {} : { source: clean(source) }),
    ...(area === undefined ? {} : { area: clean(area) }),
    ...(ticket === undefined ? {} : { ticket: clean(`ticket ${ticket}`).replace(/^ticket /, '') }),
    words: clean(words.replace(/^[ \t]*>.*(?:\n|$)/gm, '').trimEnd()),
  }
}

/** Of the things of a note only those that its copy lists, and those that are notes of their own. */
function itemsIn(items: readonly SharedItem[], sections: readonly Section[]): readonly SharedItem[] {
  const listed = labelsListed(sections)
  return items.filter(({ label }) => label === undefined || listed.has(label))
}

function hiddenParts(count: number): readonly Removal[] {
  return [{ what: 'private', count, why: 'private' }]
}

function headOf({ facts, lead }: Note, person: string) {
  const { id, kind, date, title } = facts
  return { id, kind, date, person, title, lead }
}
