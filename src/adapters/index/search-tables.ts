import {
  type Extent,
  type Found,
  type Hit,
  rankHits,
  readSearch,
  type Search,
  scan,
  scorer,
} from '../../core/notebook/index/search.ts'
import type { NoteHead } from '../../core/ports.ts'
import { chunksOf, extentOf } from './scan-texts.ts'
import { COLUMN, type Table, WIDTH } from './table.ts'

/** One table to search in: its words, and which note a row belongs to. */
interface Searched {
  readonly table: Table
  readonly vocabulary: string
  readonly private: boolean
  head(row: number): NoteHead | undefined
}

/** Searches tables in `folder`. Throws when what was kept is gone. */
export function searchTables(search: Search, folder: string, tables: readonly Searched[]): Found {
  const read = readSearch(search.words, tables.map(({ vocabulary }) => vocabulary).join(''))
  if (read.unknown.length > 0 || read.terms.length === 0) return { ...read, hits: [] }
  const score = scorer(read.terms, extentOfAll(tables))
  const hits: Hit[] = []
  for (const { table, head: headOf, private: isPrivate } of tables) {
    if (search.shared === true && isPrivate) continue
    for (const chunk of chunksOf(folder, table)) {
      scan(chunk, read.terms, (row, counts) => {
        const head = headOf(row)
        if (head === undefined || search.among?.(head) === false) return
        const length = table.numbers[row * WIDTH + COLUMN.textLength] ?? 0
        hits.push({ head, private: isPrivate, score: score(counts, isPrivate ? '' : head.title, length) })
      })
    }
  }
  return { ...read, hits: rankHits(hits) }
}

function extentOfAll(tables: readonly Searched[]): Extent {
  const all = tables.map(({ table }) => extentOf(table))
  const texts = all.reduce((sum, one) => sum + one.texts, 0)
  const bytes = all.reduce((sum, one) => sum + one.bytes, 0)
  return { texts, average: bytes / Math.max(1, texts) }
}
