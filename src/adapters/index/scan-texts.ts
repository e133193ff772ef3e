import type { Chunk, TextPlace } from '../../core/notebook/index/search.ts'
import { openStretches } from './segments.ts'
import { COLUMN, type Table, WIDTH } from './table.ts'

/** Words read at a time, in bytes. */
const CHUNK = 1 << 20

/** How many texts a table has, and how many bytes they are together. */
export function extentOf({ numbers }: Table): { readonly texts: number; readonly bytes: number } {
  let texts = 0
  let bytes = 0
  for (let at = COLUMN.textLength; at < numbers.length; at += WIDTH) {
    const length = numbers[at] ?? 0
    if (length > 0) texts++
    bytes += length
  }
  return { texts, bytes }
}

/** All texts of a table, some at a time, in the order in which they lie on the disk. Throws when they are gone. */
export function* chunksOf(folder: string, table: Table): Generator<Chunk> {
  for (const [number, segment] of table.segments.entries()) {
    const rows = rowsIn(table, number)
    const reader = openStretches(folder, segment.name, 'texts')
    try {
      for (let next = 0; next < rows.length; ) {
        const from = textAt(table, rows[next] ?? 0)
        const places: TextPlace[] = []
        let end = from
        for (; next < rows.length; next++) {
          const row = rows[next] ?? 0
          const start = textAt(table, row)
          const stop = start + (table.numbers[row * WIDTH + COLUMN.textLength] ?? 0)
          if (places.length > 0 && stop - from > CHUNK) break
          places.push({ row, start: start - from, end: stop - from })
          end = stop
        }
        yield { text: reader.read(from, end - from).toString('latin1'), places }
      }
    } finally {
      reader.close()
    }
  }
}

/** The rows whose words lie in a segment, in the order in which they lie there. */
function rowsIn(table: Table, segment: number): readonly number[] {
  const rows: number[] = []
  let isSorted = true
  let last = -1
  for (let row = 0; row < table.rows; row++) {
    const first = row * WIDTH
    if (table.numbers[first + COLUMN.segment] !== segment || table.numbers[first + COLUMN.textLength] === 0)
      continue
    const at = table.numbers[first + COLUMN.textAt] ?? 0
    isSorted &&= at >= last
    last = at
    rows.push(row)
  }
  return isSorted ? rows : rows.sort((a, b) => textAt(table, a) - textAt(table, b))
}

function textAt(table: Table, row: number): number {
  return table.numbers[row * WIDTH + COLUMN.textAt] ?? 0
}
