import type { Digest } from '../../core/notebook/index/digest.ts'
import { openStretches } from './segments.ts'
import { COLUMN, type Table, WIDTH } from './table.ts'

/** What is kept as facts: a digest without its path, which the row tells. */
type Kept = Omit<Digest, 'path'>

/**
 * The facts of some rows as they were kept, in the order given; undefined for a row that keeps none, and for -1. Throws when they are
 * gone or are not what was kept.
 */
export function* factsOf(folder: string, table: Table, rows: Iterable<number>): Generator<Kept | undefined> {
  const open = new Map<number, ReturnType<typeof openStretches>>()
  try {
    for (const row of rows) {
      if (row < 0) {
        yield undefined
        continue
      }
      const [number = 0, at = 0, length = 0] = table.numbers.subarray(
        row * WIDTH + COLUMN.segment,
        row * WIDTH + COLUMN.textAt,
      )
      if (length === 0) {
        yield undefined
        continue
      }
      const reader = open.get(number) ?? openStretches(folder, table.segments[number]?.name ?? '', 'facts')
      open.set(number, reader)
      yield JSON.parse(reader.read(at, length).toString('utf8')) as Kept
    }
  } finally {
    for (const reader of open.values()) reader.close()
  }
}
