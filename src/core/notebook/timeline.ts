import { isDay } from '../dates.ts'
import type { NoteHead, NoteIndex } from '../ports/index-files.ts'
import type { Listed } from './listing.ts'
import { compareRows, matchesFacts, matchesRow, needsFacts, type Query } from './query.ts'

/** One month of a timeline, `YYYY-MM` (empty for rows whose day is none), with its rows in order of day. */
interface TimelineMonth {
  readonly month: string
  readonly rows: readonly Listed[]
}

/**
 * Everything about one person in order of day, oldest first: each note, and in place of a note of evidence its items, each on
 * the day it happened, those without a day last. A limit keeps the newest.
 */
export async function timelineOf(
  index: NoteIndex,
  query: Query & { readonly person: string },
): Promise<readonly Listed[]> {
  const own = index.heads.filter(({ person }) => person === query.person)
  const created = new Map(own.map((head) => [head.path, head.created]))
  const items = (await index.evidence(own)).filter((item) => matchesFacts(item, query))
  const notes = own.filter((head) => head.kind !== 'evidence' && matchesRow(head, query))
  const rows = [...(await filed(index, notes, query)), ...items]
    .map((line) => ({ line, row: { ...line, created: created.get(line.path) ?? '' } }))
    .filter(({ row }) => matchesRow(row, query))
    .sort((a, b) => Number(a.row.undated ?? 0) - Number(b.row.undated ?? 0) || compareRows(a.row, b.row))
    .map(({ line }) => line)
  return query.limit === undefined ? rows : rows.slice(Math.max(0, rows.length - query.limit))
}

/** The rows of a timeline by month. */
export function byMonth(rows: readonly Listed[]): readonly TimelineMonth[] {
  const months = new Map<string, Listed[]>()
  for (const row of rows) {
    const month = row.undated !== true && isDay(row.date) ? row.date.slice(0, 7) : ''
    const known = months.get(month)
    if (known) known.push(row)
    else months.set(month, [row])
  }
  return [...months].map(([month, own]) => ({ month, rows: own }))
}

async function filed(index: NoteIndex, heads: readonly NoteHead[], query: Query): Promise<readonly Listed[]> {
  const facts = needsFacts(query) ? await index.facts(heads) : []
  return heads
    .filter((_head, at) => !needsFacts(query) || matchesFacts(facts[at] ?? {}, query))
    .map(({ id, kind, person, date, title, template = null, path }) => {
      return { id, kind, person, date, title, template, path }
    })
}
