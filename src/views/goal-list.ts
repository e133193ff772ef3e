import { daysBetween, formatDay, formatDayShort, isDay } from '../core/dates.ts'
import type { GoalFilter, GoalRow } from '../core/goals/rows.ts'
import { shortId } from '../core/notebook/ids.ts'
import { cleanLine } from '../core/text/clean.ts'
import { table } from './table.ts'
import type { Theme } from './theme.ts'

/** Goals, one a row: id, whom it is for, how it stands, when it is due, what it is. */
export function goalTable(
  goals: readonly GoalRow[],
  names: ReadonlyMap<string, string>,
  today: string,
  theme: Theme,
  width: number,
): string {
  const rows = goals.map((goal) => [
    shortId(goal.id),
    names.get(goal.person) ?? goal.person,
    standsWords(goal),
    dueWords(goal, today),
    goal.title,
  ])
  return theme.signs(table(rows, width))
}

/** "proposed", "agreed, 57 % of the way", "met". */
function standsWords({ status, way }: GoalRow): string {
  return way === undefined || status === 'met' ? status : `${status}, ${wayWords(way)}`
}

/** A share of the way in words, from 0 at the baseline to 1 at the target, and more beyond it. */
export function wayWords(way: number): string {
  if (way < 0) return 'further away than at first'
  return `${Math.round(way * 100)} % of the way`
}

/** "by Fri 18 Dec", "was due Mon 2 Nov (19 days ago)"; empty without a day. */
export function dueWords({ by, status }: GoalRow, today: string): string {
  if (by === undefined) return ''
  if (!isDay(by)) return `by ${cleanLine(by)}`
  const near = by.slice(0, 4) === today.slice(0, 4) ? formatDayShort(by) : formatDay(by)
  const ahead = daysBetween(today, by)
  const isOpen = status === 'proposed' || status === 'agreed'
  if (!isOpen || ahead > 0) return `by ${near}`
  if (ahead === 0) return 'due today'
  return `was due ${near} (${ahead === -1 ? '1 day' : `${-ahead} days`} ago)`
}

/** Said where no goal is to be shown. */
export function noGoals(filter: GoalFilter, isNarrowed: boolean): string {
  if (isNarrowed || filter !== 'open') return 'No goal matches.\n'
  return 'No goal is open. Add one: tactful goal add PERSON\n'
}
