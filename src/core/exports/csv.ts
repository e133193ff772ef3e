import { stringify } from 'csv-stringify/sync'
import type { SharedCopy, SharedItem } from '../sharing/copy.ts'
import { CSV_COLUMNS } from './csv-columns.ts'
import type { Format } from './formats.ts'
import { guarded } from './formula.ts'

/**
 * CSV: one row for each piece of evidence, goal, promise and agreement. UTF-8 with a byte order mark and CRLF, which is what
 * spreadsheets open without asking.
 */
export const csv: Format = {
  id: 'csv',
  extension: 'csv',
  binary: false,
  write: async (copies) => {
    const rows = copies.flatMap((copy) => copy.items.map((item) => rowOf(copy, item)))
    // Only what holds the whole of the line break would be quoted by itself, and readers end a row at half of it too.
    const options = { bom: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ } as const
    return stringify([[...CSV_COLUMNS], ...rows], options)
  },
}

function rowOf(copy: SharedCopy, item: SharedItem): readonly string[] {
  const row: Readonly<Record<(typeof CSV_COLUMNS)[number], string | undefined>> = {
    ...item,
    person: copy.person,
    label: item.label,
    date: item.date,
    by: item.by,
    state: item.state,
    side: item.side,
    source: item.source,
    area: item.area,
    ticket: item.ticket,
    link: item.link,
    note: copy.id,
  }
  return CSV_COLUMNS.map((column, at) => guarded((row[column] ?? '').toWellFormed(), at === 0))
}
