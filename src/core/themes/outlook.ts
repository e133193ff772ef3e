import type { Listed } from '../notebook/listing.ts'
import type { Standing } from '../notebook/standing.ts'
import { type Balance, balanceOf, type MonthCount, monthsOf, type Theme, themesBy } from './themes.ts'

/** What the evidence about one person says at a glance. */
export interface Outlook extends Balance {
  readonly count: number
  /** Cited by no session yet. */
  readonly unused: number
  readonly areas: readonly Theme[]
  readonly sources: readonly Theme[]
  readonly months: readonly MonthCount[]
  /** Items without a day of their own; no month counts them. */
  readonly undated: number
}

/** Sums up the evidence about one person; `standing` tells what no session cites yet. */
export function outlookOf(evidence: readonly Listed[], standing: Standing | undefined): Outlook {
  return {
    count: evidence.length,
    unused: standing?.unusedDays.length ?? 0,
    ...balanceOf(evidence),
    areas: themesBy(evidence, 'area'),
    sources: themesBy(evidence, 'source'),
    months: monthsOf(evidence),
    undated: evidence.filter(({ undated }) => undated === true).length,
  }
}
