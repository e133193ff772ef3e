import { itemLine } from '../notebook/items.ts'
import type { Facts, Item, Note, Person } from '../notebook/note.ts'
import { FORMAT } from '../notebook/note.ts'
import { dayBeside, NOTE_WORDS } from '../session/words.ts'

/** The facts an item of evidence keeps, in their order; further ones come behind them. `date` is a plain day. */
export const ITEM_FACTS = ['date', 'side', 'ticket', 'link', 'source', 'area'] as const

/** One item of evidence that is to be saved. */
export interface NewEvidence {
  readonly id: string
  /** What was seen or heard; may have several lines. */
  readonly words: string
  /** `ITEM_FACTS` and any others, such as `origin` or `unnamed`; undefined ones are left out. */
  readonly facts: Readonly<Record<string, unknown>>
  /** A guess; goes into the private part. */
  readonly assumption?: string
}

/** What an evidence note of its own says about itself. `now` is an ISO instant in UTC, `today` a plain day. */
interface EvidenceAbout {
  readonly id: string
  readonly person: Person
  readonly now: string
  readonly today: string
  /** "Evidence for Sam Rivera" unless given. */
  readonly title?: string
  /** Further facts of the note, behind the common ones. */
  readonly facts?: Readonly<Record<string, unknown>>
}

/** An item's line in the body: `- E1 · 14 October · ticket 48213 · words`, further lines below. `today` decides whether the year is said. */
export function evidenceText(
  label: string,
  words: string,
  facts: { readonly date?: unknown; readonly ticket?: unknown; readonly link?: unknown },
  today: string,
): string {
  const { date, ticket, link } = facts
  const isShort = (text: unknown): text is string => typeof text === 'string' && /^\S+$/.test(text)
  const shown = [
    ...(typeof date === 'string' ? [dayBeside(date, today)] : []),
    ...(isShort(ticket) ? [`ticket ${ticket}`] : []),
    ...(isShort(link) && /^https?:/.test(link) && !words.includes(link) ? [link] : []),
  ]
  return itemLine(label, shown, words)
}

/** An item's facts as front matter keeps them. */
export function evidenceItem(id: string, label: string, facts: NewEvidence['facts']): Item {
  const known = ITEM_FACTS.map((key) => [key, facts[key]] as const)
  const more = Object.entries(facts).filter(([key]) => !ITEM_FACTS.some((one) => one === key))
  const told = [...known, ...more].filter(([, value]) => value !== undefined)
  return { id, kind: 'evidence', label, ...Object.fromEntries(told) }
}

/** The day of an evidence note: the one on which all its items happened, else the day it was written. */
export function evidenceDay(days: readonly (string | undefined)[], today: string): string {
  const [only, ...others] = new Set(days)
  return others.length === 0 ? (only ?? today) : today
}

/** An evidence note out of its facts, its items and their lines in the body. */
export function evidenceNoteOf(facts: Facts, items: readonly Item[], lines: readonly string[]): Note {
  const heading = NOTE_WORDS.evidence
  return {
    facts: { ...facts, items, sections: { evidence: heading } },
    lead: '',
    sections: [{ id: 'evidence', heading, text: lines.join('\n') }],
  }
}

/** An evidence note that no interview made, and its private part where something is guessed. Labels count from `E1`. */
export function newEvidenceNotes(
  about: EvidenceAbout,
  items: readonly NewEvidence[],
): { readonly note: Note; readonly guesses?: Note } {
  const label = (index: number): string => `E${index + 1}`
  const days = items.map(({ facts }) => (typeof facts.date === 'string' ? facts.date : undefined))
  const facts: Facts = {
    tactful: FORMAT,
    id: about.id,
    kind: 'evidence',
    person: about.person.slug,
    date: evidenceDay(days, about.today),
    created: about.now,
    title: about.title ?? NOTE_WORDS.evidenceTitle(about.person.name),
    ...about.facts,
  }
  const note = evidenceNoteOf(
    facts,
    items.map((item, index) => evidenceItem(item.id, label(index), item.facts)),
    items.map((item, index) => evidenceText(label(index), item.words, item.facts, about.today)),
  )
  const guessed = items.flatMap(({ assumption }, index) =>
    assumption === undefined ? [] : [itemLine(label(index), [], assumption)],
  )
  return guessed.length === 0 ? { note } : { note, guesses: guessesOf(facts, guessed) }
}

function guessesOf(facts: Facts, lines: readonly string[]): Note {
  const heading = NOTE_WORDS.guesses
  return {
    facts: { ...facts, private: true, sections: { assumption: heading } },
    lead: '',
    sections: [{ id: 'assumption', heading, text: lines.join('\n') }],
  }
}
