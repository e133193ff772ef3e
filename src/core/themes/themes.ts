import { daysBetween, isDay } from '../dates.ts'
import type { Listed } from '../notebook/listing.ts'

/** How many items say that something went well, that it is something to grow in, or neither. */
export interface Balance {
  readonly strengths: number
  readonly growths: number
  readonly neither: number
}

/** Whether something was seen once, came back, or comes back often enough to speak of a pattern. */
export type Recurrence = 'once' | 'again' | 'pattern'

/** What evidence has in common: `key` is the id of an area or a source, undefined where none was named. */
export interface Theme extends Balance {
  readonly key: string | undefined
  readonly count: number
  /** How many different days it was seen on. */
  readonly days: number
  /** Plain days; absent where no item has a day of the calendar. */
  readonly first?: string
  readonly last?: string
  /** Weeks from the first day to the last, begun weeks counting whole; 0 when all is of one day. */
  readonly weeks: number
  readonly recurrence: Recurrence
}

/** One month, `YYYY-MM`, with what was seen in it. */
export interface MonthCount extends Balance {
  readonly month: string
  readonly count: number
}

/** So many different days make a pattern; three times is what people call one. Our own choice. */
const PATTERN_DAYS = 3

/** Counts items of evidence by what a fact of theirs says, most first, those that say nothing last. */
export function themesBy(items: readonly Listed[], fact: 'area' | 'source'): readonly Theme[] {
  const groups = grouped(items, (item) => {
    const value = item[fact]
    return typeof value === 'string' && value !== '' ? value : undefined
  })
  return [...groups].map(([key, own]) => themeOf(key, own)).sort(compareThemes)
}

/** How the items lean. */
export function balanceOf(items: readonly Listed[]): Balance {
  const strengths = items.filter(({ side }) => side === 'strength').length
  const growths = items.filter(({ side }) => side === 'growth').length
  return { strengths, growths, neither: items.length - strengths - growths }
}

/** Counts by month from the first with evidence to the last, the empty ones between them too. */
export function monthsOf(items: readonly Listed[]): readonly MonthCount[] {
  const months = daysOf(items).map((day) => day.slice(0, 7))
  const [first] = months
  const last = months.at(-1)
  if (first === undefined || last === undefined) return []
  const groups = grouped(
    items.filter(({ undated }) => undated !== true),
    ({ date }) => date.slice(0, 7),
  )
  return monthsBetween(first, last).map((month) => {
    const own = groups.get(month) ?? []
    return { month, count: own.length, ...balanceOf(own) }
  })
}

function grouped<K>(items: readonly Listed[], keyOf: (item: Listed) => K): ReadonlyMap<K, readonly Listed[]> {
  const groups = new Map<K, Listed[]>()
  for (const item of items) {
    const key = keyOf(item)
    const known = groups.get(key)
    if (known) known.push(item)
    else groups.set(key, [item])
  }
  return groups
}

function themeOf(key: string | undefined, items: readonly Listed[]): Theme {
  const dates = daysOf(items)
  const [first] = dates
  const last = dates.at(-1)
  const days = new Set(dates).size
  const span = first === undefined || last === undefined ? 0 : daysBetween(first, last)
  return {
    key,
    count: items.length,
    ...balanceOf(items),
    days,
    ...(first === undefined || last === undefined ? {} : { first, last }),
    weeks: Math.ceil(span / 7),
    recurrence: items.length === 1 ? 'once' : days >= PATTERN_DAYS ? 'pattern' : 'again',
  }
}

/** The days of the items in order; those without one, and what somebody wrote there that is no day, are left out. */
function daysOf(items: readonly Listed[]): readonly string[] {
  return items
    .filter(({ undated }) => undated !== true)
    .map(({ date }) => date)
    .filter(isDay)
    .sort()
}

function compareThemes(a: Theme, b: Theme): number {
  if ((a.key === undefined) !== (b.key === undefined)) return a.key === undefined ? 1 : -1
  return b.count - a.count || ((a.key ?? '') < (b.key ?? '') ? -1 : 1)
}

function monthsBetween(first: string, last: string): readonly string[] {
  const number = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1
  const from = number(first)
  return Array.from({ length: number(last) - from + 1 }, (_none, at) => {
    const year = String(Math.floor((from + at) / 12)).padStart(4, '0')
    return `${year}-${String(((from + at) % 12) + 1).padStart(2, '0')}`
  })
}
