import { fold } from '../text/fold.ts'
import type { Facts, NoteKind } from './note.ts'

/** What a list is asked for. Days are `YYYY-MM-DD` and count themselves; `limit` keeps the newest so many. */
export interface Query {
  readonly person?: string
  readonly kind?: NoteKind | 'idea'
  readonly since?: string
  readonly until?: string
  /** Id of a template, with `@version` or without. */
  readonly template?: string
  /** Words or ids that one of the note's items or answers has to be filed under. */
  readonly area?: string
  readonly behaviour?: string
  readonly limit?: number
}

/** What a query looks at; a note's facts have it, and so has a row of an index. */
type Row = Pick<Facts, 'id' | 'person' | 'date' | 'created'> & {
  readonly kind: NoteKind | 'idea'
  readonly template?: string | null | undefined
}

/** The rows a query asks for, newest first; `area` and `behaviour` are for `matchesFacts`. `facts` tells where a row keeps its facts. */
export function runQuery<T>(rows: readonly T[], query: Query, facts: (row: T) => Row): readonly T[] {
  const found = rows.filter((row) => matchesRow(facts(row), query))
  found.sort((a, b) => compareRows(facts(b), facts(a)))
  return query.limit === undefined ? found : found.slice(0, Math.max(0, query.limit))
}

/** Order of notes, oldest first: by day, then by when they were made, then by id. For `sort`. */
export function compareRows(a: Row, b: Row): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1
  if (a.created !== b.created) return a.created < b.created ? -1 : 1
  if (a.id !== b.id) return a.id < b.id ? -1 : 1
  return 0
}

/** The newest `limit` rows (all without a limit), newest first. A few of very many are found without sorting the rest. */
export function newestRows<T extends Row>(
  rows: readonly T[],
  limit = Number.POSITIVE_INFINITY,
): readonly T[] {
  if (limit * 8 > rows.length) return rows.toSorted((a, b) => compareRows(b, a)).slice(0, limit)
  const found: T[] = []
  for (const row of rows) {
    const last = found.at(-1)
    if (found.length === limit && last !== undefined && compareRows(row, last) <= 0) continue
    const at = found.findIndex((one) => compareRows(row, one) > 0)
    found.splice(at === -1 ? found.length : at, 0, row)
    if (found.length > limit) found.pop()
  }
  return found
}

/** Whether a row fits by what every row tells: person, kind, days and template. */
export function matchesRow(row: Row, query: Query): boolean {
  return (
    (query.person === undefined || row.person === query.person) &&
    (query.kind === undefined || row.kind === query.kind) &&
    (query.since === undefined || row.date >= query.since) &&
    (query.until === undefined || row.date <= query.until) &&
    (query.template === undefined || isTemplate(row.template, query.template))
  )
}

/** Whether a query asks for something that only the facts of a note, or of one of its items, can tell. */
export function needsFacts(query: Query): boolean {
  return query.area !== undefined || query.behaviour !== undefined
}

/**
 * Whether a note, or one item of it, is filed under the area and the behaviour asked for: by the key `area` (`behaviour`),
 * on itself, one of its items or one of its answers (`points.1.behaviour`). Case, accents and hyphens do not matter.
 */
export function matchesFacts(facts: Readonly<Record<string, unknown>>, query: Query): boolean {
  return (['area', 'behaviour'] as const).every((key) => {
    const wanted = query[key]
    return wanted === undefined || filedUnder(facts, key).some((value) => plain(value) === plain(wanted))
  })
}

function filedUnder(facts: Readonly<Record<string, unknown>>, key: string): readonly string[] {
  const { items, choices } = facts
  const answers = typeof choices === 'object' && choices !== null ? Object.entries(choices) : []
  return [
    facts[key],
    ...(Array.isArray(items) ? items.map((item: Readonly<Record<string, unknown>>) => item[key]) : []),
    ...answers.filter(([path]) => path === key || path.endsWith(`.${key}`)).map(([, value]) => value),
  ]
    .flat()
    .filter((value) => typeof value === 'string')
}

function plain(text: string): string {
  return fold(text.replaceAll('-', ' '))
}

function isTemplate(template: string | null | undefined, wanted: string): boolean {
  return template === wanted || template?.split('@')[0] === wanted
}
