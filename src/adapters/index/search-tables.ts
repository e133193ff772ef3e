import { readTitle } from '../../core/notebook/index/rows.ts'
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
import { headIn, pathIn, rowOf } from './opened.ts'
import { chunksOf, extentOf } from './scan-texts.ts'
import { COLUMN, type Table, WIDTH } from './table.ts'

/** One table to search in, and its words. */
interface Searched {
  readonly table: Table
  readonly vocabulary: string
}

/** What matches of one note: in a common word's case there are very many, so no more than this is made of each. */
interface Match {
  readonly score: number
  readonly private: boolean
}

/** Searches notes and their private parts, kept in `folder`. Throws when what was kept is gone. */
export function searchTables(search: Search, folder: string, notes: Searched, own: Searched): Found {
  const read = readSearch(search.words, notes.vocabulary + own.vocabulary)
  if (read.unknown.length > 0 || read.terms.length === 0) return { ...read, hits: [], all: 0 }
  const score = scorer(read.terms, extentOfAll([notes.table, own.table]))
  const { table } = notes
  const matches = new Map<number, Match>()
  const isWanted = (row: number): boolean => {
    if (search.among === undefined) return true
    const head = headIn(table, row)
    return head !== undefined && search.among(head)
  }
  for (const chunk of chunksOf(folder, table)) {
    scan(chunk, read.terms, (row, counts) => {
      if (!isWanted(row)) return
      const title = readTitle(table.lines, table.numbers[row * WIDTH + COLUMN.lineAt] ?? 0)
      matches.set(row, { score: score(counts, title, lengthIn(table, row)), private: false })
    })
  }
  for (const chunk of search.shared === true ? [] : chunksOf(folder, own.table)) {
    scan(chunk, read.terms, (row, counts) => {
      const beside = rowOf(table, pathIn(own.table, row).replace(/^private\//, 'notes/'))
      if (beside === undefined || headIn(table, beside) === undefined || !isWanted(beside)) return
      const known = matches.get(beside)
      const found = score(counts, '', lengthIn(own.table, row))
      matches.set(beside, {
        score: Math.max(found, known?.score ?? 0),
        private: known === undefined,
      })
    })
  }
  const hits = best(matches, search.most).flatMap(([row, match]): readonly Hit[] => {
    const head = headIn(table, row)
    return head === undefined ? [] : [{ head, ...match }]
  })
  return { ...read, hits: rankHits(hits).slice(0, search.most), all: matches.size }
}

/** Those that may be among the best so many: all that match as well as the last of these. */
function best(
  matches: ReadonlyMap<number, Match>,
  most = Number.POSITIVE_INFINITY,
): readonly (readonly [number, Match])[] {
  const all = [...matches]
  if (most >= all.length) return all
  if (most <= 0) return []
  const scores = Float64Array.from(all, ([, { score }]) => score).sort()
  const least = scores[scores.length - most] ?? 0
  return all.filter(([, { score }]) => score >= least)
}

function lengthIn({ numbers }: Table, row: number): number {
  return numbers[row * WIDTH + COLUMN.textLength] ?? 0
}

function extentOfAll(tables: readonly Table[]): Extent {
  const all = tables.map(extentOf)
  const texts = all.reduce((sum, one) => sum + one.texts, 0)
  const bytes = all.reduce((sum, one) => sum + one.bytes, 0)
  return { texts, average: bytes / Math.max(1, texts) }
}
