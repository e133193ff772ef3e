import { CSV_COLUMNS } from '../exports/csv-columns.ts'
import { withoutGuard } from '../exports/formula.ts'
import type { ExportFile, ExportRow } from '../ports/import-file.ts'
import type { Columns, Field } from './fields.ts'

/** Columns (from 0) that only our own exports have. */
export interface OwnColumns {
  readonly side: number
  readonly source: number
}

/** A file that our own export wrote, and what its columns hold. */
export interface OwnExport {
  readonly file: ExportFile
  readonly columns: Columns
  readonly own: OwnColumns
}

const HELD: Readonly<Partial<Record<(typeof CSV_COLUMNS)[number], Field>>> = {
  person: 'person',
  date: 'date',
  words: 'text',
  ticket: 'ticket',
  link: 'link',
  area: 'area',
  id: 'id',
}

/**
 * A file with exactly the headings of an export of ours, so that it gives back what went into it: the marks against
 * formulas are taken off, and rows that are no evidence are left out. Undefined for any other file.
 */
export function ownExport(file: ExportFile): OwnExport | undefined {
  const { headings } = file
  if (headings.length !== CSV_COLUMNS.length || !CSV_COLUMNS.every((name, at) => headings[at] === name)) {
    return undefined
  }
  const columns = CSV_COLUMNS.flatMap((name, at) => {
    const field = HELD[name]
    return field === undefined ? [] : [[at, field] as const]
  })
  return {
    file: { ...file, rows: (progress) => evidenceRows(file.rows(progress)) },
    columns: new Map(columns),
    own: { side: CSV_COLUMNS.indexOf('side'), source: CSV_COLUMNS.indexOf('source') },
  }
}

const KIND = CSV_COLUMNS.indexOf('kind')

async function* evidenceRows(all: AsyncIterable<readonly ExportRow[]>): AsyncIterable<readonly ExportRow[]> {
  for await (const rows of all) {
    yield rows
      .filter(({ cells }) => cells[KIND] === 'evidence')
      .map(({ line, cells }) => ({ line, cells: cells.map(withoutGuard) }))
  }
}
