import { oneLine } from '../notebook/body.ts'
import type { ExportRow } from '../ports/import-file.ts'
import { type DateOrder, readExportDay } from './days.ts'
import { type Columns, columnsOf, type Field } from './fields.ts'
import type { OwnColumns } from './own.ts'
import type { Side } from './scores.ts'

/** One row as it was read, before anything is masked. Words are trimmed; what a cell did not say is left out. */
export interface Row {
  readonly line: number
  /** The colleague, as the file writes the name. */
  readonly name: string
  /** What was said; empty where nothing was. */
  readonly text: string
  /** Plain day. */
  readonly date?: string
  readonly score?: string
  readonly ticket?: string
  readonly link?: string
  readonly area?: string
  readonly reviewer?: string
  readonly id?: string
  /** Our own exports only: what each row says of itself, beside words that are whole already. */
  readonly own?: { readonly side?: Side; readonly source?: string }
  /** Names and addresses of customers: for masking, never saved. */
  readonly customers: readonly string[]
}

/** Why a row is left out: it has more or fewer cells than there are headings, names nobody, or has a date that is none. */
export type SkipReason = 'cells' | 'nobody' | 'date'

/** What a row turned out to be; undefined for one without a word in it. */
export type ReadRow =
  | { readonly row: Row }
  | { readonly skip: SkipReason; readonly words: string }
  | { readonly ambiguous: string; readonly readings: readonly [string, string] }
  | undefined

/** Makes a reader of rows out of what the columns hold and how dates are written. `width` is the number of headings, `own` what only our exports have. */
export function rowReader(
  columns: Columns,
  width: number,
  order: DateOrder | undefined,
  own?: OwnColumns,
): (row: ExportRow) => ReadRow {
  const at = (field: Field): number => columnsOf(columns, field)[0] ?? -1
  const [person, text, date, score] = [at('person'), at('text'), at('date'), at('score')]
  const [ticket, link, area, reviewer, id] = [at('ticket'), at('link'), at('area'), at('reviewer'), at('id')]
  const customers = columnsOf(columns, 'customer')
  return ({ line, cells }) => {
    const filled = cells.findLastIndex((cell) => cell.trim() !== '') + 1
    if (filled === 0) return undefined
    // A short row may be one that a line break tore in two; empty cells at the end are harmless.
    if (filled > width || cells.length < width) return { skip: 'cells', words: String(cells.length) }
    const name = oneLine(cells[person] ?? '').normalize('NFC')
    if (name === '') return { skip: 'nobody', words: '' }
    const when = oneLine(cells[date] ?? '')
    const day = when === '' ? { day: undefined } : readExportDay(when, order)
    if ('wrong' in day) return { skip: 'date', words: when.slice(0, 60) }
    if ('readings' in day) return { ambiguous: when, readings: day.readings }
    const told = (key: string, value: string) => (value === '' ? {} : { [key]: value })
    return {
      row: {
        line,
        name,
        text: wordsOf(cells[text] ?? ''),
        ...(day.day === undefined ? {} : { date: day.day }),
        ...told('score', short(cells[score])),
        ...told('ticket', short(cells[ticket])),
        ...told('link', linkIn(cells[link])),
        ...told('area', short(cells[area])),
        ...told('reviewer', short(cells[reviewer])),
        ...told('id', short(cells[id])),
        ...(own === undefined ? {} : { own: ownOf(cells, own) }),
        customers: customers.map((column) => customer(cells[column])).filter((one) => one !== ''),
      },
    }
  }
}

function ownOf(cells: readonly string[], { side, source }: OwnColumns): NonNullable<Row['own']> {
  const told = cells[side]
  const from = short(cells[source])
  return {
    ...(told === 'strength' || told === 'growth' ? { side: told } : {}),
    ...(from === '' ? {} : { source: from }),
  }
}

/** Text of a cell with its line breaks, without characters that neither a file nor a terminal should get. */
function wordsOf(cell: string): string {
  return cell
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, ' ')
    .replace(/[ \t]+$/gm, '')
    .trim()
}

/** A cell that is no prose, on one line; one that goes on for ever is no score and no ticket. */
function short(cell: string | undefined): string {
  return oneLine((cell ?? '').slice(0, 2000)).slice(0, 200)
}

/** Names and addresses of customers; a book in this column would make its row endless to mask. */
function customer(cell: string | undefined): string {
  return oneLine((cell ?? '').slice(0, 10_000))
}

function linkIn(cell: string | undefined): string {
  return /^\s*(https?:\/\/[^\s<>]{1,1000})\s*$/.exec(cell ?? '')?.[1] ?? ''
}
