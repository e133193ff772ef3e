import type { Person } from '../notebook/note.ts'
import type { ExportFile } from '../ports/import-file.ts'
import type { NoteIndex } from '../ports/index-files.ts'
import type { Context } from '../ports.ts'
import { type Problem, Trouble } from '../problem.ts'
import type { DateOrder } from './days.ts'
import { type Columns, columnsOf } from './fields.ts'
import { type Gathered, newGathering } from './gather.ts'
import { personFinder, savedRows } from './known.ts'
import type { Masker } from './masks.ts'
import type { OwnColumns } from './own.ts'
import { rowReader } from './rows.ts'

/** How a file is to be read. */
interface Reading {
  readonly file: ExportFile
  readonly columns: Columns
  /** Our own exports only. */
  readonly own: OwnColumns | undefined
  readonly order: DateOrder | undefined
  readonly people: readonly Person[]
  readonly saved: ReadonlySet<string>
  /** Undefined to leave everything as it is. */
  readonly mask: Masker | undefined
  /** Plain day. */
  readonly since: string | undefined
}

/** Reads a file from its first row to its last, once. `progress` gets the share read, 0 to 1. */
export async function readThrough(reading: Reading, progress?: (share: number) => void): Promise<Gathered> {
  const { file, columns, own, order, people, saved, mask, since } = reading
  const gathering = newGathering({
    read: rowReader(columns, file.headings.length, order, own),
    idHeading: file.headings[columnsOf(columns, 'id')[0] ?? -1],
    find: personFinder(people),
    saved,
    mask,
    since,
  })
  for await (const rows of file.rows(progress)) for (const row of rows) gathering.take(row)
  return gathering.done()
}

/** The rows that earlier imports saved, by fingerprint; none where there is no notebook yet. */
export async function rowsSaved(context: Context): Promise<ReadonlySet<string>> {
  const index = await indexIfAny(context)
  if (index === undefined) return new Set()
  return savedRows(await index.facts(index.heads.filter(({ kind }) => kind === 'evidence')))
}

/** The notes, by path, in which `rowsSaved` looks, and those that cannot be read: what they hold may be saved once more. */
export async function notesSeen(
  context: Context,
): Promise<{ readonly seen: ReadonlySet<string>; readonly bad: readonly Problem[] }> {
  const index = await indexIfAny(context)
  return { seen: new Set(index?.heads.map(({ path }) => path)), bad: index?.bad ?? [] }
}

async function indexIfAny(context: Context): Promise<NoteIndex | undefined> {
  try {
    return await context.index()
  } catch (error) {
    if (error instanceof Trouble && error.problem.kind === 'no-notebook') return undefined
    throw error
  }
}
