import { readLine } from '../../core/notebook/index/rows.ts'
import { matchesRow, newestRows, type Query } from '../../core/notebook/query.ts'
import type { NoteHead } from '../../core/ports/index-files.ts'
import type { Problem } from '../../core/problem.ts'
import { COLUMN, type Table, WIDTH } from './table.ts'

/** The notes of a table, in the order of their paths. */
interface Opened {
  readonly heads: readonly NoteHead[]
  /** Row of each head. */
  readonly rows: readonly number[]
}

/** Reads every note of a table. */
export function openTable(table: Table): Opened {
  const rows = rowsOf(table, () => true)
  return { rows, heads: headsIn(table, rows) }
}

/** What is wrong with the files that are no notes. */
export function badOf(table: Table): readonly Problem[] {
  const bad: Problem[] = []
  for (let row = 0; row < table.rows; row++) {
    if (table.numbers[row * WIDTH + COLUMN.day] !== -1) continue
    const read = readLine(lineOf(table, row))
    if ('problem' in read) bad.push(read.problem)
  }
  return bad
}

/** The note in a row; undefined for what is no note. */
export function headIn(table: Table, row: number): NoteHead | undefined {
  const read = readLine(lineOf(table, row))
  return 'head' in read ? read.head : undefined
}

/** The notes about one person. */
export function headsAbout(table: Table, person: string): readonly NoteHead[] {
  const number = table.people.indexOf(person)
  return number === -1
    ? []
    : headsIn(
        table,
        rowsOf(table, (_day, about) => about === number),
      )
}

/** The newest notes a query asks for, and how many fit in all. Of a few out of many, only those of their days are read. */
export function newestOf(
  table: Table,
  query: Query,
): { readonly heads: readonly NoteHead[]; readonly all: number } {
  const { person, since, until, limit, kind, template } = query
  const number = person === undefined ? undefined : table.people.indexOf(person)
  const first = since === undefined ? 0 : dayNumber(since)
  const last = until === undefined ? Number.POSITIVE_INFINITY : dayNumber(until)
  const rows = rowsOf(
    table,
    (day, about) => day >= first && day <= last && (number === undefined || about === number),
  )
  if (kind !== undefined || template !== undefined) {
    const heads = headsIn(table, rows).filter((head) => matchesRow(head, query))
    return { heads: newestRows(heads, limit), all: heads.length }
  }
  const wanted = limit === undefined ? rows : newestDays(table, rows, limit)
  return { heads: newestRows(headsIn(table, wanted), limit), all: rows.length }
}

/** Those of the rows that may be among the newest so many: all that lie on the days of these. */
function newestDays({ numbers }: Table, rows: readonly number[], limit: number): readonly number[] {
  if (limit >= rows.length) return rows
  if (limit <= 0) return []
  const dayOf = (row: number): number => numbers[row * WIDTH + COLUMN.day] ?? 0
  const days = Int32Array.from(rows, dayOf).sort()
  const oldest = days[days.length - limit] ?? 0
  return rows.filter((row) => dayOf(row) >= oldest)
}

/** The note at `path` and its row; undefined where the table holds no such file. */
export function rowOf(table: Table, path: string): number | undefined {
  let from = 0
  let to = table.rows
  while (from < to) {
    const middle = (from + to) >> 1
    if (pathIn(table, middle) < path) from = middle + 1
    else to = middle
  }
  return from < table.rows && pathIn(table, from) === path ? from : undefined
}

/** The path of the file in a row. */
export function pathIn({ lines, numbers }: Table, row: number): string {
  const at = numbers[row * WIDTH + COLUMN.lineAt] ?? 0
  return lines.slice(at, lines.indexOf('\t', at))
}

/** A day as a number that can be compared: 20261122. */
export function dayNumber(day: string): number {
  return Number(day.replaceAll('-', ''))
}

function lineOf({ lines, numbers }: Table, row: number): string {
  const at = numbers[row * WIDTH + COLUMN.lineAt] ?? 0
  return lines.slice(at, lines.indexOf('\n', at))
}

function rowsOf({ numbers, rows }: Table, wants: (day: number, person: number) => boolean): number[] {
  const found: number[] = []
  for (let row = 0, at: number = COLUMN.person; row < rows; row++, at += WIDTH) {
    const day = numbers[at + 1] ?? -1
    if (day !== -1 && wants(day, numbers[at] ?? -1)) found.push(row)
  }
  return found
}

function headsIn(table: Table, rows: readonly number[]): readonly NoteHead[] {
  const heads: NoteHead[] = []
  for (const row of rows) {
    const head = headIn(table, row)
    if (head !== undefined) heads.push(head)
  }
  return heads
}
