import type { Person } from '../notebook/note.ts'
import { fold } from '../notebook/people.ts'
import type { ExportRow } from '../ports/import-file.ts'
import { Trouble } from '../problem.ts'
import { type Figures, newTally } from './figures.ts'
import { rowMarker } from './known.ts'
import type { Masker } from './masks.ts'
import type { ReadRow, Row, SkipReason } from './rows.ts'

/** One row with a comment that is not in the notebook yet, as it would be saved. */
export interface Entry extends Omit<Row, 'name' | 'customers' | 'id'> {
  /** Its fingerprint. */
  readonly row: string
}

/** The rows about one colleague. `person` is there when the notebook knows them. */
export interface Group {
  readonly name: string
  readonly person?: Person
  readonly figures: Figures
  readonly entries: readonly Entry[]
  /** Rows with a comment that the notebook holds already. */
  readonly already: number
}

/** A row that is left out, and why. `words` is the cell that will not do, or the number of cells. */
export interface Skipped {
  readonly line: number
  readonly reason: SkipReason
  readonly words: string
}

/** Everything one reading of the file found. */
export interface Gathered {
  readonly rows: number
  readonly known: readonly Group[]
  /** Colleagues the notebook has no file of. Their entries are empty where there were too many to keep. */
  readonly unknown: readonly Group[]
  readonly tooManyUnknown: boolean
  /** The first of the rows left out, and how many there are. */
  readonly skipped: readonly Skipped[]
  readonly skippedCount: number
  /** The same row once more in the same file. */
  readonly twice: number
  readonly masked: Readonly<Record<string, number>>
  /** Largest and smallest bare number among the scores. */
  readonly largest?: number
  readonly smallest?: number
  /** The first date that can be read in two ways. */
  readonly ambiguous?: {
    readonly line: number
    readonly words: string
    readonly readings: readonly [string, string]
  }
}

/** What gathering needs: how rows are read and marked, who is known, what is saved already, and how words are masked. */
interface GatherSetup {
  readonly read: (row: ExportRow) => ReadRow
  readonly idHeading: string | undefined
  readonly find: (name: string) => Person | undefined
  readonly saved: ReadonlySet<string>
  /** Undefined with `--no-mask`. */
  readonly mask: Masker | undefined
  /** Only rows from this plain day on count; rows without a date always do. */
  readonly since: string | undefined
}

/** So many comments are read in at once, and so many characters of them. */
const MOST_ENTRIES = 20_000
const MOST_CHARACTERS = 20_000_000
const MOST_NAMES = 5_000
const LISTED = 20

interface OpenGroup {
  readonly name: string
  readonly person: Person | undefined
  readonly tally: ReturnType<typeof newTally>
  entries: Entry[]
  already: number
}

/** Takes rows one by one and keeps what an import is made of; memory is bounded, however long the file. Throws `usage` when more is to be saved than one import takes. */
export function newGathering(setup: GatherSetup): {
  readonly take: (row: ExportRow) => void
  readonly done: () => Gathered
} {
  const mark = rowMarker(setup.idHeading)
  const groups = new Map<string, OpenGroup>()
  const here = new Set<string>()
  const masked: Record<'known' | 'unknown', Record<string, number>> = { known: {}, unknown: {} }
  const skipped: Skipped[] = []
  const held = { known: { entries: 0, characters: 0 }, unknown: { entries: 0, characters: 0 } }
  let keepUnknown = true
  let [rows, skippedCount, twice] = [0, 0, 0]
  let ambiguous: Gathered['ambiguous']

  const groupOf = (name: string): OpenGroup => {
    const person = setup.find(name)
    const key = person === undefined ? `?${fold(name)}` : person.slug
    const there = groups.get(key)
    if (there !== undefined) return there
    if (groups.size >= MOST_NAMES) throw tooManyNames()
    const made = { name: person?.name ?? name, person, tally: newTally(), entries: [], already: 0 }
    groups.set(key, made)
    return made
  }

  const keep = (group: OpenGroup, row: Row): void => {
    const mine = mark(row)
    const isOwnHere = row.own !== undefined && row.id !== undefined && setup.saved.has(row.id)
    if (isOwnHere || setup.saved.has(mine)) {
      group.already += 1
      return
    }
    if (here.has(mine)) {
      twice += 1
      return
    }
    if (group.person === undefined && !keepUnknown) return
    here.add(mine)
    const side = group.person === undefined ? 'unknown' : 'known'
    const entry = entryOf(row, mine, setup.mask, masked[side])
    group.entries.push(entry)
    const count = held[side]
    count.entries += 1
    count.characters += entry.text.length + (entry.link?.length ?? 0)
    if (count.entries <= MOST_ENTRIES && count.characters <= MOST_CHARACTERS) return
    if (group.person !== undefined) throw tooManyEntries()
    keepUnknown = false
    masked.unknown = {}
    for (const one of groups.values()) if (one.person === undefined) one.entries = []
  }

  return {
    take(given) {
      const read = setup.read(given)
      if (read === undefined) return
      if ('row' in read && setup.since !== undefined && (read.row.date ?? setup.since) < setup.since) return
      rows += 1
      if ('skip' in read) {
        skippedCount += 1
        if (skipped.length < LISTED) skipped.push({ line: given.line, reason: read.skip, words: read.words })
        return
      }
      if ('ambiguous' in read) {
        ambiguous ??= { line: given.line, words: read.ambiguous, readings: read.readings }
        return
      }
      const group = groupOf(read.row.name)
      group.tally.add(withSafeScore(read.row, setup.mask))
      if (read.row.text !== '') keep(group, read.row)
    },
    done() {
      const all = [...groups.values()].map(groupDone)
      const numbers = all.flatMap(({ figures: { numbers: found } }) => (found === undefined ? [] : [found]))
      return {
        rows,
        known: all.filter(({ person }) => person !== undefined).sort(byName),
        unknown: all.filter(({ person }) => person === undefined).sort(byName),
        tooManyUnknown: !keepUnknown,
        skipped,
        skippedCount,
        twice,
        masked: summed(masked.known, masked.unknown),
        ...(numbers.length === 0
          ? {}
          : {
              largest: Math.max(...numbers.map(({ largest }) => largest)),
              smallest: Math.min(...numbers.map(({ smallest }) => smallest)),
            }),
        ...(ambiguous === undefined ? {} : { ambiguous }),
      }
    },
  }
}

function groupDone({ name, person, tally, entries, already }: OpenGroup): Group {
  const group = { name, figures: tally.done(), entries, already }
  return person === undefined ? group : { ...group, person }
}

function summed(
  a: Readonly<Record<string, number>>,
  b: Readonly<Record<string, number>>,
): Record<string, number> {
  const all = { ...a }
  for (const [mask, count] of Object.entries(b)) all[mask] = (all[mask] ?? 0) + count
  return all
}

function byName(a: Group, b: Group): number {
  return fold(a.name) < fold(b.name) ? -1 : 1
}

function entryOf(
  { name, customers, id: _id, ...row }: Row,
  mark: string,
  mask: Masker | undefined,
  counts: Record<string, number>,
): Entry {
  if (mask === undefined) return { ...row, row: mark }
  const clean = (text: string): string => {
    const done = mask(text, customers, [name, row.reviewer ?? ''])
    for (const [kind, count] of Object.entries(done.masked)) counts[kind] = (counts[kind] ?? 0) + count
    return done.text
  }
  const { text, ticket, link, area, reviewer, score } = row
  return {
    ...row,
    text: clean(text),
    // Long digits are what tickets are made of; an address is not.
    ...(ticket?.includes('@') === true ? { ticket: clean(ticket) } : {}),
    ...(link === undefined ? {} : { link: clean(link) }),
    ...(area === undefined ? {} : { area: clean(area) }),
    ...(reviewer === undefined ? {} : { reviewer: clean(reviewer) }),
    ...(score === undefined ? {} : { score: clean(score) }),
    row: mark,
  }
}

// Scores are counted as they are written, and a long one may be somebody's address in the wrong column.
function withSafeScore(row: Row, mask: Masker | undefined): Row {
  if (mask === undefined || row.score === undefined || row.score.length <= 12) return row
  return { ...row, score: mask(row.score, row.customers).text }
}

function tooManyEntries(): Trouble {
  return new Trouble({
    kind: 'usage',
    message: `There are more than ${MOST_ENTRIES} new comments for the people in your notebook; that is more than one import takes.`,
    mend: 'Take a part of it, such as: --since 2026-10-01',
  })
}

function tooManyNames(): Trouble {
  return new Trouble({
    kind: 'usage',
    message: `The column for the colleague holds more than ${MOST_NAMES} different names.`,
    mend: 'Is it the right one? Name another with --person COLUMN.',
  })
}
