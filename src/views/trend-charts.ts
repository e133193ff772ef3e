import type { TrendRow, TrendTable } from '../core/trends/hide.ts'
import type { Trends } from '../core/trends/trends.ts'
import { monthWords } from './timeline.ts'

/** What things are called, by id. */
export interface TrendNames {
  readonly areas: ReadonlyMap<string, string>
  readonly sources: ReadonlyMap<string, string>
  readonly causes: ReadonlyMap<string, string>
  /** Display names by slug; read in the mentor's own view only. */
  readonly people: ReadonlyMap<string, string>
}

/** One bar of a chart. Sides are there where they may be told. */
export interface ChartBar extends Omit<TrendRow, 'key'> {
  readonly label: string
}

/** One table as it is shown: its bars, in the order of their names and never of their sizes, and what is hidden. */
export interface Chart {
  readonly id: string
  readonly title: string
  readonly bars: readonly ChartBar[]
  /** Said below the bars where some are missing. */
  readonly hidden?: string
  readonly total?: number
}

const HIDDEN = 'hidden: fewer than five people'
const GOALS = { proposed: 'proposed', agreed: 'agreed', met: 'met', changed: 'changed', dropped: 'dropped' }
const CHECKINS = {
  held: 'held as planned',
  unplanned: 'held without a plan',
  skipped: 'skipped on purpose',
  overdue: 'due, not held yet',
  'to-come': 'still to come',
}
const LIES = { system: 'in the system', person: 'in the person', own: 'in own words' }

/** Every table of trends that has something to show, in the order in which they are read. */
export function chartsOf(trends: Trends, names: TrendNames): readonly Chart[] {
  const { areas, sources, causes, months, goals, checkins } = trends
  const charts = [
    chart('areas', 'What the evidence is about', areas, byLabel(names.areas, 'no area named')),
    chart('sources', 'Where it comes from', sources, byLabel(names.sources, 'no source named')),
    chart('months', 'Over time', months, byMonth),
    chart('lies', 'What was thought to be behind it', causes.lies, inOrder(LIES)),
    chart('system', 'Causes in the system', causes.system, byLabel(names.causes, '')),
    chart('person', 'Causes in the person', causes.person, byLabel(names.causes, '')),
    chart('goals', 'Goals', goals, inOrder(GOALS)),
    chart('checkins', 'Check-ins', checkins, inOrder(CHECKINS)),
  ]
  return charts.filter((one) => one !== undefined)
}

type Order = (table: TrendTable) => readonly ChartBar[]

function chart(id: string, title: string, table: TrendTable | undefined, order: Order): Chart | undefined {
  if (table === undefined || (table.rows.length === 0 && !table.hidden)) return undefined
  const { others, total, hidden } = table
  const few = table.rows.length === 0 && others === undefined
  const said = few ? HIDDEN : others === undefined ? undefined : othersWords(others, table.rows.length > 0)
  const sides = said === undefined && hidden ? `some sides are ${HIDDEN}` : said
  return {
    ...{ id, title, bars: order(table) },
    ...(sides === undefined ? {} : { hidden: sides }),
    ...(total === undefined ? {} : { total }),
  }
}

function othersWords({ groups, count }: { groups: number; count: number }, isMore: boolean): string {
  return isMore ? `${groups} more, ${count} together (${HIDDEN})` : `not told apart (${HIDDEN})`
}

function byLabel(names: ReadonlyMap<string, string>, without: string): Order {
  return ({ rows }) =>
    rows
      .map(({ key, ...row }) => ({ isNamed: key !== null, bar: barOf(row, key, names, without) }))
      .sort((a, b) => Number(b.isNamed) - Number(a.isNamed) || compare(a.bar.label, b.bar.label))
      .map(({ bar }) => bar)
}

function barOf(
  row: Omit<TrendRow, 'key'>,
  key: string | null,
  names: ReadonlyMap<string, string>,
  without: string,
): ChartBar {
  return { label: key === null ? without : (names.get(key) ?? key), ...row }
}

function inOrder(words: Readonly<Record<string, string>>): Order {
  return ({ rows }) =>
    Object.entries(words).flatMap(([key, label]) => {
      const row = rows.find((one) => one.key === key)
      return row === undefined ? [] : [{ label, count: row.count }]
    })
}

/** Months without anything stand between the others, unless one that is missing could be a hidden one. */
function byMonth({ rows, hidden }: TrendTable): readonly ChartBar[] {
  const counts = new Map(rows.map(({ key, count }) => [key, count]))
  const months = rows.flatMap(({ key }) => key ?? [])
  const [first, last] = [months[0], months.at(-1)]
  const all = hidden || first === undefined || last === undefined ? months : monthsFrom(first, last)
  const bars = all.map((month) => ({ label: monthWords(month), count: counts.get(month) ?? 0 }))
  const undated = counts.get(null)
  return undated === undefined ? bars : [...bars, { label: 'no day', count: undated }]
}

function monthsFrom(first: string, last: string): readonly string[] {
  const number = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1
  const from = number(first)
  return Array.from({ length: number(last) - from + 1 }, (_none, at) => {
    const year = String(Math.floor((from + at) / 12)).padStart(4, '0')
    return `${year}-${String(((from + at) % 12) + 1).padStart(2, '0')}`
  })
}

/** "12: 8 to grow, 4 went well", or only the number. */
export function countWords({ count, sides }: ChartBar): string {
  if (sides === undefined || count === 0) return String(count)
  const { strengths, growths, neither } = sides
  const parts = [
    [growths, 'to grow'],
    [strengths, 'went well'],
    [neither, 'no side'],
  ] as const
  return `${count}: ${parts.flatMap(([number, words]) => (number > 0 ? [`${number} ${words}`] : [])).join(', ')}`
}

function compare(a: string, b: string): number {
  return a.localeCompare(b, 'en')
}
