import { dayParts, formatDay, monthName } from '../dates.ts'
import { evidenceDay, evidenceItem, evidenceNoteOf, evidenceText } from '../evidence/note.ts'
import { notePath } from '../notebook/names.ts'
import { type Facts, FORMAT, type Note, type Person } from '../notebook/note.ts'
import { byText } from '../text/order.ts'
import type { Figures } from './figures.ts'
import type { Entry } from './gather.ts'
import type { Side } from './scores.ts'

/** What is to be saved of one colleague. */
interface Harvest {
  readonly person: Person
  readonly figures: Figures
  readonly entries: readonly Entry[]
}

/** What the notes of one import have in common. `now` is an ISO instant in UTC, `today` a plain day. */
export interface ImportAbout {
  /** Name of the file, without folders. */
  readonly file: string
  readonly source: string | undefined
  readonly now: string
  readonly today: string
  /** Side of a score, where it has one. */
  readonly sideOf: (score: string) => Side | undefined
  /** The area of our own that a criterion is about; without one it stays an area of its own. */
  readonly areaOf?: (criterion: string) => string | undefined
  readonly nextId: () => string
}

/** One note and where it lies, relative to the notebook. */
export interface HarvestNote {
  readonly path: string
  readonly note: Note
}

/** So much of front matter one note takes, in characters of JSON; well below what a note may hold. */
const MOST_FACTS = 40_000
/** So many characters of words one note takes. */
const MOST_WORDS = 500_000
/** From so many items on, they stand under their months. */
const MONTHS_FROM = 12

/** What comes from a system rather than from somebody's memory. */
const ORIGIN = 'system:record'

/** What is said of an entry besides its words: its facts, in the order in which they are kept. */
export function entryFacts(
  entry: Entry,
  about: Pick<ImportAbout, 'sideOf' | 'areaOf'> & { readonly source?: string | undefined },
) {
  const { date, ticket, link, score, reviewer, row } = entry
  if (entry.own !== undefined) {
    const { side, source = about.source } = entry.own
    return { date, side, ticket, link, source, area: entry.area, row }
  }
  const area = entry.area === undefined ? undefined : (about.areaOf?.(entry.area) ?? entry.area)
  const side = score === undefined ? undefined : about.sideOf(score)
  return { date, side, ticket, link, source: about.source, area, score, reviewer, origin: ORIGIN, row }
}

/** The words of an entry as a note holds them: what it is about in front, where the file says. */
export function entryWords({ area, text, own }: Entry): string {
  if (area === undefined || own !== undefined) return text
  return area.includes(':') ? `${area} · ${text}` : `${area}: ${text}`
}

/**
 * The evidence notes of one colleague, oldest item first: one, or several where there is more than a note can hold. Every
 * item has the fingerprint of its row; the first note has the figures of all rows.
 */
export function harvestNotes(harvest: Harvest, about: ImportAbout): readonly HarvestNote[] {
  const entries = harvest.entries.toSorted((a, b) => byText(a.date ?? '', b.date ?? '') || a.line - b.line)
  const parts = inParts(entries, about)
  return parts.map((part, index) => harvestNote(harvest, part, about, parts.length === 1 ? 0 : index + 1))
}

function harvestNote(
  { person, figures }: Harvest,
  entries: readonly Entry[],
  about: ImportAbout,
  part: number,
): HarvestNote {
  const days = entries.map(({ date }) => date)
  const facts: Facts = {
    tactful: FORMAT,
    id: about.nextId(),
    kind: 'evidence',
    person: person.slug,
    date: evidenceDay(days, about.today),
    created: about.now,
    title: `Evidence for ${person.name} (${about.file}${part === 0 ? '' : `, part ${part}`})`,
    import: { file: about.file, ...(part > 1 ? { part } : importFacts(figures)) },
  }
  const items = entries.map((entry, at) =>
    evidenceItem(about.nextId(), `E${at + 1}`, entryFacts(entry, about)),
  )
  const note = evidenceNoteOf(facts, items, linesOf(entries, about.today))
  const lead = part > 1 ? `More of ${about.file}.` : leadOf(figures, about.file)
  return { path: notePath(facts), note: { ...note, lead } }
}

function importFacts({ numbers, ...figures }: Figures): object {
  return { ...figures, ...(numbers === undefined ? {} : { scored: numbers.count, mean: numbers.mean }) }
}

function leadOf({ rows, comments, from, to, scores, numbers }: Figures, file: string): string {
  const span =
    from === undefined || to === undefined
      ? ''
      : from === to
        ? ` of ${formatDay(from)}`
        : ` from ${formatDay(from)} to ${formatDay(to)}`
  const told = `${rows} ${rows === 1 ? 'row' : 'rows'}${span}, ${comments} with a comment.`
  const mean = numbers === undefined ? '' : ` Mean score ${numbers.mean} of ${numbers.count}.`
  const each = Object.entries(scores ?? {}).map(([score, count]) => `${count} × ${score}`)
  return `Read in from ${file}: ${told}${mean}${each.length === 0 ? '' : ` Scores: ${each.join(', ')}.`}`
}

function linesOf(entries: readonly Entry[], today: string): readonly string[] {
  const monthly = entries.length >= MONTHS_FROM
  let month: string | undefined
  return entries.flatMap((entry, at) => {
    // The link is among the facts; beside a ticket it would only make the line long.
    const shown = entry.ticket === undefined ? entry : { date: entry.date, ticket: entry.ticket }
    const line = evidenceText(`E${at + 1}`, entryWords(entry), shown, today)
    const mine = monthOf(entry.date)
    if (!monthly || mine === month) return [line]
    const heading = `### ${mine}\n`
    const gap = month === undefined ? [] : ['']
    month = mine
    return [...gap, heading, line]
  })
}

function monthOf(date: string | undefined): string {
  const parts = date === undefined ? undefined : dayParts(date)
  return parts === undefined ? 'Without a date' : `${monthName(parts.month)} ${parts.year}`
}

function inParts(entries: readonly Entry[], about: ImportAbout): readonly (readonly Entry[])[] {
  const parts: Entry[][] = []
  let [facts, words] = [0, 0]
  for (const entry of entries) {
    // Block form takes up a little more than JSON does: an id, a label, and line breaks.
    const size = JSON.stringify(entryFacts(entry, about)).length + 120
    const last = parts.at(-1)
    if (last === undefined || facts + size > MOST_FACTS || words + entry.text.length > MOST_WORDS) {
      parts.push([entry])
      ;[facts, words] = [size, entry.text.length]
    } else {
      last.push(entry)
      facts += size
      words += entry.text.length
    }
  }
  return parts
}
