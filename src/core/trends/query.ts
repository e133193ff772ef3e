import type { Listed } from '../notebook/listing.ts'
import type { Facts } from '../notebook/note.ts'
import { matchesFacts, matchesRow } from '../notebook/query.ts'

/** What trends are asked for. Days are plain and count themselves; the others are ids. */
export interface TrendQuery {
  readonly since?: string
  readonly until?: string
  readonly area?: string
  readonly source?: string
  /** With `@version` or without. */
  readonly template?: string
}

/** What a query leaves of a notebook. */
export interface Scope {
  /** Only some areas or sources are asked for. */
  readonly isNarrow: boolean
  /** A day within the days asked for. */
  readonly isWithin: (day: string) => boolean
  readonly evidence: readonly Listed[]
  /** A note is of the template that was asked for and is about the areas and sources; its day is not looked at. */
  readonly fits: (facts: Facts) => boolean
}

/**
 * Reads a query against all evidence and all notes. A session is about the areas and sources of the evidence it cites, a note that was
 * made in a session about those of the session, and any note about an area it names itself.
 */
export function scopeOf(evidence: readonly Listed[], notes: readonly Facts[], query: TrendQuery): Scope {
  const { since, until, template, area, source } = query
  const isNarrow = area !== undefined || source !== undefined
  const isOf = (item: Listed): boolean =>
    (source === undefined || item.source === source) && (area === undefined || matchesFacts(item, { area }))
  const topics = new Set(isNarrow ? evidence.filter(isOf).map(({ id }) => id) : [])
  const cites = (facts: Facts): boolean => (facts.evidence ?? []).some(({ id }) => topics.has(id))
  const sessions = new Set(isNarrow ? notes.filter(cites).map(({ id }) => id) : [])
  const names = ({ barrier }: Facts): boolean =>
    source === undefined && area !== undefined && isFacts(barrier) && matchesFacts(barrier, { area })
  const isWithin = (day: string): boolean =>
    (since === undefined || day >= since) && (until === undefined || day <= until)
  const isMade = (row: Parameters<typeof matchesRow>[0]): boolean =>
    template === undefined || matchesRow(row, { template })
  return {
    isNarrow,
    isWithin,
    evidence: evidence.filter(
      (item) => isWithin(item.date) && isMade({ ...item, created: '' }) && isOf(item),
    ),
    fits: (facts) =>
      isMade(facts) &&
      (!isNarrow ||
        cites(facts) ||
        names(facts) ||
        (typeof facts.session === 'string' && sessions.has(facts.session))),
  }
}

function isFacts(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
