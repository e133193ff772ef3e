import type { Person } from '../notebook/note.ts'
import { namedColumns } from './fields.ts'
import type { Entry, Group } from './gather.ts'
import { namesNear } from './known.ts'
import { entryFacts, entryWords } from './note.ts'
import type { Prepared } from './prepare.ts'
import type { Side } from './scores.ts'

/** One row as it would be saved. */
export interface PreviewEntry {
  readonly name: string
  readonly side: Side | undefined
  readonly entry: Entry
}

/** What an import would do. */
export interface Preview extends Prepared {
  readonly sample: readonly PreviewEntry[]
  /** The sample is of rows that will be saved; without, of people who would have to be added first. */
  readonly isSaved: boolean
  /** Names in the notebook that are close to one that is not in it. */
  readonly near: ReadonlyMap<string, readonly string[]>
}

const SAMPLE = 5
const COMPARED = 200

/** Looks through what was gathered for what a preview shows. */
export function previewOf(given: Prepared, people: readonly Person[]): Preview {
  const { known, unknown } = given.gathered
  const isSaved = known.some(({ entries }) => entries.length > 0)
  const first = sampled(isSaved ? known : unknown, Object.keys(given.gathered.masked))
  return {
    ...given,
    isSaved,
    sample: first.map(({ name, entry }) => ({
      name,
      entry,
      side: entry.own?.side ?? (entry.score === undefined ? undefined : given.sideOf(entry.score)),
    })),
    near: new Map(unknown.slice(0, COMPARED).map(({ name }) => [name, namesNear(name, people)])),
  }
}

/** The first rows in the order of the file; where something was masked, one of them shows how that looks. */
function sampled(
  groups: readonly Group[],
  masks: readonly string[],
): readonly { readonly name: string; readonly entry: Entry }[] {
  const all = groups.flatMap(({ name, entries }) => entries.map((entry) => ({ name, entry })))
  const isMasked = ({ entry }: (typeof all)[number]): boolean => {
    const words = entryWords(entry)
    return masks.some((mask) => words.includes(`[${mask}]`))
  }
  all.sort((a, b) => a.entry.line - b.entry.line)
  const first = all.slice(0, SAMPLE)
  const masked = first.some(isMasked) ? undefined : all.find(isMasked)
  return masked === undefined ? first : [masked, ...first.slice(0, SAMPLE - 1)]
}

/** A preview as data. */
export function previewData(preview: Preview): object {
  const { file, columns, source = null, gathered, masked, sample, near } = preview
  return {
    file: file.name,
    format: file.format,
    encoding: file.encoding,
    ...(file.delimiter === undefined ? {} : { delimiter: file.delimiter }),
    columns: namedColumns(columns, file.headings),
    source,
    rows: gathered.rows,
    people: gathered.known.map((group) => ({ person: group.person?.slug, ...groupData(group) })),
    unknown: gathered.unknown.map((group) => ({ ...groupData(group), near: near.get(group.name) ?? [] })),
    skipped: gathered.skipped,
    skippedCount: gathered.skippedCount,
    twice: gathered.twice,
    masked: masked ? gathered.masked : false,
    sample: sample.map(({ name, entry }) => ({
      name,
      line: entry.line,
      words: entryWords(entry),
      ...entryFacts(entry, preview),
    })),
  }
}

function groupData({ name, figures, entries, already }: Group): object {
  const { numbers, ...told } = figures
  return {
    name,
    ...told,
    ...(numbers === undefined ? {} : { mean: numbers.mean }),
    new: entries.length,
    already,
  }
}
