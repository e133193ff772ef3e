import { matchesFacts } from '../notebook/query.ts'
import type { EvidenceFact, SessionFact, TrendFacts } from './fold.ts'

/** What trends are asked for. Days are plain and count themselves; the others are ids. */
export interface TrendQuery {
  readonly since?: string
  readonly until?: string
  readonly area?: string
  readonly source?: string
  /** With `@version` or without. */
  readonly template?: string
}

/** What has a day and perhaps a template. */
interface Dated {
  readonly date: string
  readonly template?: string
}

/** What a query leaves of a notebook. */
export interface Scope {
  /** Only some areas or sources are asked for. */
  readonly isNarrow: boolean
  /** By day and template alone. */
  readonly isAsked: (fact: Dated) => boolean
  readonly hasEvidence: (fact: EvidenceFact) => boolean
  readonly hasSession: (fact: SessionFact) => boolean
  readonly hasMade: (fact: Dated & { readonly session?: number; readonly area?: string }) => boolean
}

/**
 * Reads a query. A session is about the areas and sources of the evidence it cites, what was made in a session about those of the
 * session, and a barrier about the area it names besides.
 */
export function scopeOf({ evidence, sessions }: TrendFacts, query: TrendQuery): Scope {
  const { since, until, template, area, source } = query
  const isNarrow = area !== undefined || source !== undefined
  const isAsked = ({ date, template: made }: Dated): boolean =>
    (since === undefined || date >= since) &&
    (until === undefined || date <= until) &&
    (template === undefined || made === template || made?.split('@')[0] === template)
  const isOfArea = (fact: { readonly area?: string }): boolean =>
    area === undefined || matchesFacts({ area: fact.area }, { area })
  const isAbout = (fact: EvidenceFact): boolean =>
    (source === undefined || fact.source === source) && isOfArea(fact)
  const cites = (fact: SessionFact): boolean =>
    !isNarrow ||
    fact.cites.some((at) => {
      const cited = evidence[at]
      return cited !== undefined && isAbout(cited)
    })
  return {
    isNarrow,
    isAsked,
    hasEvidence: (fact) => isAsked(fact) && isAbout(fact),
    hasSession: (fact) => isAsked(fact) && cites(fact),
    hasMade: (fact) => {
      if (!isAsked(fact)) return false
      if (!isNarrow || (source === undefined && fact.area !== undefined && isOfArea(fact))) return true
      const session = fact.session === undefined ? undefined : sessions[fact.session]
      return session !== undefined && cites(session)
    },
  }
}

/** What a wider query leaves and this one does not. */
export function beside(wide: Scope, own: Scope): Scope {
  return {
    isNarrow: wide.isNarrow,
    isAsked: (fact) => wide.isAsked(fact) && !own.isAsked(fact),
    hasEvidence: (fact) => wide.hasEvidence(fact) && !own.hasEvidence(fact),
    hasSession: (fact) => wide.hasSession(fact) && !own.hasSession(fact),
    hasMade: (fact) => wide.hasMade(fact) && !own.hasMade(fact),
  }
}

/** Every query that asks for the same with one or more of its conditions left out. */
export function widerThan(query: TrendQuery): readonly TrendQuery[] {
  const asked = Object.entries(query).filter(([, value]) => value !== undefined)
  const all = asked.reduce<readonly (typeof asked)[]>(
    (some, one) => some.flatMap((conditions) => [conditions, [...conditions, one]]),
    [[]],
  )
  return all.filter(({ length }) => length < asked.length).map((some) => Object.fromEntries(some))
}
