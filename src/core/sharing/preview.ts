import type { MaskData } from '../importing/masks.ts'
import type { NoteKind, Person, Section } from '../notebook/note.ts'
import { createChecker } from '../wording/check.ts'
import type { Finding } from '../wording/finding.ts'
import { loadJudge, loadWording } from '../wording/load.ts'
import { MENTOR } from './aliases.ts'
import { calledBy, tally, tallyLooks } from './anonymous.ts'
import type { Chosen } from './choose.ts'
import type { Reader, Removal, SharedCopy } from './copy.ts'
import { customerMasker } from './customers.ts'
import { findNames, type Look } from './find-names.ts'
import { type CopyDesk, mentorNames } from './make.ts'
import { nameIndex } from './name-index.ts'
import { notKnown, unknownNames } from './unknown-names.ts'

/** What is to leave, told before anything is written. */
export interface Preview {
  readonly reader: Reader
  readonly notes: readonly SharedCopy[]
  readonly removed: readonly Removal[]
  /** Aliases in the copies, in order. */
  readonly aliases: readonly string[]
  /** Kinds of note that fit and stay here, unless they are asked for. */
  readonly passedOver: ReadonlyMap<NoteKind, number>
  /** Rows of exports that stay here, and of how many people they are. */
  readonly rows?: Chosen['rows']
  /** Wording that somebody may want to change first. */
  readonly findings: readonly (Pick<Finding, 'rule' | 'words' | 'why'> & { readonly id: string })[]
  /** How many of the copies wording was looked for in, where it was not all of them. */
  readonly checked?: number
  /** Personal data still in the copies: how many of what, and other people's names. */
  readonly personal: readonly { readonly what: string; readonly count: number }[]
  /** Words that somebody should look at: could they be a name? */
  readonly looks: readonly Look[]
  /** How many things in the copies come from a form that holds no yes to passing them on. */
  readonly unsaid: number
}

/** From so many characters on, wording is checked by the rules alone: the model would keep somebody waiting. */
const MUCH = 60_000
/** So many characters are checked, whole copies each: nobody rewords a thousand notes before they leave. */
const MOST = 150_000

/** Looks through copies for what a preview tells. `looks` and `unsaid` are what making them left open. */
export async function previewOf(
  desk: CopyDesk,
  reader: Reader,
  copies: readonly SharedCopy[],
  { looks, unsaid }: Pick<Preview, 'looks' | 'unsaid'>,
  { passedOver, rows }: Pick<Chosen, 'passedOver' | 'rows'>,
): Promise<Preview> {
  const texts = copies.map(textOf)
  const all = texts.join('\n\n')
  const some = firstOf(copies, MOST)
  return {
    ...{ reader, notes: copies, passedOver, unsaid, ...(rows === undefined ? {} : { rows }) },
    removed: tally(copies.flatMap(({ removed }) => removed)),
    aliases: reader === 'lead' ? aliasesIn(all) : [],
    findings: await findingsIn(desk, some),
    ...(some.length < copies.length ? { checked: some.length } : {}),
    personal: await personalIn(desk, reader, copies, texts),
    looks: reader === 'mentor' ? [] : tallyLooks([...looks, ...(await unknownIn(desk, copies, all))]),
  }
}

/** Words of the copies that may be a name, of nobody in the notebook and not the mentor's own. */
async function unknownIn(
  { context, people }: CopyDesk,
  copies: readonly SharedCopy[],
  all: string,
): Promise<readonly Look[]> {
  const mentors = await mentorNames(
    context,
    copies.map(({ lead }) => lead),
  )
  return notKnown(unknownNames(all), [...people.map(calledBy), { key: MENTOR, names: mentors }])
}

/** A preview as data. */
export function previewData(preview: Preview): object {
  const { reader, notes, removed, passedOver, rows, findings, checked, personal, looks, unsaid } = preview
  return {
    for: reader,
    notes: notes.map(({ id, kind, date, person, title, sections }) => ({
      ...{ id, kind, date, person, title },
      sections: sections.map(({ heading }) => heading),
    })),
    removed,
    notAsked: Object.fromEntries(passedOver),
    ...(rows === undefined ? {} : { rows }),
    findings,
    ...(checked === undefined ? {} : { checked }),
    personal,
    looks,
    unsaid,
  }
}

/** All words of a copy that its note brings. */
function textOf({ title, lead, sections }: SharedCopy): string {
  const blocks = sections.flatMap(({ heading, text }: Section) => [heading, text])
  // A title that is a line of the note stands there already.
  const isInside = sections.some(({ text }) => text.includes(title))
  return [isInside ? '' : title, lead, ...blocks].filter((block) => block !== '').join('\n\n')
}

function aliasesIn(text: string): readonly string[] {
  const found = new Set(text.match(/\bColleague [A-Z]{1,3}\b/g) ?? [])
  return [...found].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
}

/** The first of some copies, at least one, until they hold so many characters. */
function firstOf(copies: readonly SharedCopy[], most: number): readonly SharedCopy[] {
  let length = 0
  const end = copies.findIndex((copy) => {
    length += textOf(copy).length
    return length > most
  })
  return end === -1 ? copies : copies.slice(0, Math.max(1, end))
}

async function findingsIn(
  { context, files }: CopyDesk,
  copies: readonly SharedCopy[],
): Promise<Preview['findings']> {
  // Headings come from the template, and were looked at when it was written.
  const texts = copies.map(({ lead, sections }) => [lead, ...sections.map(({ text }) => text)].join('\n\n'))
  const data = await context.data()
  const wording = await loadWording(files, data)
  const length = texts.reduce((sum, text) => sum + text.length, 0)
  const judge = length > MUCH ? undefined : await loadJudge(data)
  const check = createChecker(wording.packs, {
    ...{ names: wording.names, keep: wording.keep, severity: 'warning' },
    ...(judge === undefined ? {} : { judge }),
  })
  return texts.flatMap((text, at) =>
    check(text)
      .filter(({ severity }) => severity === 'warning')
      .map(({ rule, words, why }) => ({ id: copies[at]?.id ?? '', rule, words, why })),
  )
}

async function personalIn(
  { context, people }: CopyDesk,
  reader: Reader,
  copies: readonly SharedCopy[],
  texts: readonly string[],
): Promise<Preview['personal']> {
  const mask = customerMasker((await (await context.data()).shipped('import', 'masks')) as MaskData)
  const counts = new Map<string, number>()
  const add = (what: string, count: number): void => {
    if (count > 0) counts.set(what, (counts.get(what) ?? 0) + count)
  }
  for (const text of texts) for (const [what, count] of Object.entries(mask(text).masked)) add(what, count)
  if (reader === 'person') for (const [name, count] of othersIn(people, copies, texts)) add(name, count)
  return [...counts].map(([what, count]) => ({ what, count }))
}

/** Other people of the notebook who are named in copies for one person. */
function othersIn(
  people: readonly Person[],
  copies: readonly SharedCopy[],
  texts: readonly string[],
): ReadonlyMap<string, number> {
  const index = nameIndex(people.map(calledBy))
  const names = new Map(people.map(({ slug, name }) => [slug, name]))
  const found = new Map<string, number>()
  texts.forEach((text, at) => {
    const about = people.find(({ name, slug }) => name === copies[at]?.person || slug === copies[at]?.person)
    for (const { keys } of findNames(index, text, about?.slug).spans) {
      if (about !== undefined && keys.includes(about.slug)) continue
      const name = names.get(keys[0] ?? '') ?? ''
      found.set(name, (found.get(name) ?? 0) + 1)
    }
  })
  return found
}
