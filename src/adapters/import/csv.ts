import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import type { ExportRow } from '../../core/ports/import-file.ts'

/** Longest row, in characters: more than a book's chapter, and less than a missing quotation mark swallows. */
export const MOST_IN_ROW = 1_000_000

/** How a CSV separates its cells, and how many lines at its top say so (`sep=;`). */
interface Dialect {
  readonly delimiter: string
  /** What ends a row: one file may have been joined from several, so both common ends count, and a bare CR where there is nothing else. */
  readonly ends: readonly string[]
  readonly skip: number
}

/** Finds the dialect by the first line: the most frequent of comma, semicolon, tab and bar outside quotation marks. Undefined where there is none. */
export function dialectOf(head: string): Dialect | undefined {
  const ends = head.includes('\n') ? ['\r\n', '\n'] : ['\r']
  const told = /^sep=(.)\r?\n/i.exec(head)
  if (told?.[1] !== undefined) return { delimiter: told[1], ends, skip: 1 }
  const line = firstRecord(head).replace(/"(?:[^"]|"")*"/g, '')
  const counted = [',', ';', '\t', '|'].map((delimiter) => ({
    delimiter,
    count: line.split(delimiter).length - 1,
  }))
  const best = counted.reduce((a, b) => (b.count > a.count ? b : a))
  return best.count === 0 ? undefined : { delimiter: best.delimiter, ends, skip: 0 }
}

function firstRecord(head: string): string {
  const text = head.trimStart()
  return /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0] ?? text
}

/** Every row, headings included, in batches of `size`. `refuse` makes the failure for the line on which reading had to stop. */
export async function* csvRows(
  input: Readable,
  { delimiter, ends, skip }: Dialect,
  refuse: (line: number, message: string) => Error,
  size = 256,
): AsyncGenerator<readonly ExportRow[]> {
  const parser = parse({
    delimiter,
    from_line: skip + 1,
    info: true,
    max_record_size: MOST_IN_ROW,
    record_delimiter: [...ends],
    relax_column_count: true,
    skip_empty_lines: true,
  })
  pipeline(input, parser, () => {})
  let batch: ExportRow[] = []
  let line = skip + 1
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[]
      info: { lines: number }
    }>) {
      batch.push({ line: info.lines - breaksIn(record), cells: record })
      line = info.lines + 1
      if (batch.length < size) continue
      yield batch
      batch = []
    }
  } catch (error) {
    throw error instanceof CsvError ? refuse(lineOf(error, line), MEANING[error.code] ?? BROKEN) : error
  } finally {
    input.destroy()
  }
  if (batch.length > 0) yield batch
}

function breaksIn(record: readonly string[]): number {
  return record.reduce((sum, cell) => (cell.includes('\n') ? sum + cell.split('\n').length - 1 : sum), 0)
}

/** Where it went wrong; what swallows the rest of the file went wrong where its row begins. */
function lineOf({ code, lines }: CsvError, begun: number): number {
  const isLong = code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE'
  return isLong || typeof lines !== 'number' ? begun : lines
}

const BROKEN = 'this line cannot be read as CSV.'
const MEANING: Readonly<Partial<Record<CsvError['code'], string>>> = {
  CSV_INVALID_CLOSING_QUOTE:
    'a quotation mark ends here in the middle of a cell. Inside a quoted cell it has to be doubled ("").',
  INVALID_OPENING_QUOTE:
    'a quotation mark begins here in the middle of a cell. Such a cell has to be quoted as a whole, the mark doubled ("").',
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark opens in this row and is never closed; the file may have been cut.',
  CSV_MAX_RECORD_SIZE:
    'the row that begins here is longer than a million characters; a quotation mark may not be closed.',
}
