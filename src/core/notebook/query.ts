import type { Facts, NoteKind } from './note.ts'

/** What a list is asked for. Days are `YYYY-MM-DD` and count themselves; `limit` keeps the newest so many. */
export interface Query {
  readonly person?: string
  readonly kind?: NoteKind
  readonly since?: string
  readonly until?: string
  readonly limit?: number
}

/** What a query looks at; a note's facts have it, and so has a row of an index. */
type Row = Pick<Facts, 'id' | 'kind' | 'person' | 'date' | 'created'>

/** The rows a query asks for, newest first. `facts` tells where a row keeps its facts. */
export function runQuery<T>(rows: readonly T[], query: Query, facts: (row: T) => Row): readonly T[] {
  const found = rows.filter((row) => matches(facts(row), query))
  found.sort((a, b) => compareRows(facts(b), facts(a)))
  return query.limit === undefined ? found : found.slice(0, Math.max(0, query.limit))
}

/** Order of notes, oldest first: by day, then by when they were made, then by id. For `sort`. */
export function compareRows(a: Row, b: Row): number {
  for (const key of ['date', 'created', 'id'] as const) {
    if (a[key] !== b[key]) return a[key] < b[key] ? -1 : 1
  }
  return 0
}

function matches(row: Row, query: Query): boolean {
  return (
    (query.person === undefined || row.person === query.person) &&
    (query.kind === undefined || row.kind === query.kind) &&
    (query.since === undefined || row.date >= query.since) &&
    (query.until === undefined || row.date <= query.until)
  )
}
