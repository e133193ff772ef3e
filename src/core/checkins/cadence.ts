import { addDays, addMonths, dayFrom, dayParts, daysBetween, weekday } from '../dates.ts'

/** The days on which something comes round; weekdays are 0 (Sunday) to 6, `every` counts whole units. */
export type Rhythm =
  | { readonly unit: 'day'; readonly every: number }
  /** Monday to Friday. */
  | { readonly unit: 'workday' }
  /** Without `on`, the weekday is that of the last time. */
  | { readonly unit: 'week'; readonly every: number; readonly on?: number }
  /** `day` 1-31; in a shorter month it is the last day there is. Without it, the day is that of the last time. */
  | { readonly unit: 'month'; readonly every: number; readonly day?: number }
  /** The first (1) to fourth (4), or the last (-1), of that weekday in a month. */
  | { readonly unit: 'month'; readonly every: number; readonly nth: number; readonly on: number }

/** How often one checks in with somebody, and at which local time (`HH:MM`), where one was named. */
export interface Cadence {
  readonly rhythm: Rhythm
  readonly time?: string
}

/**
 * The day that follows the last one, as `YYYY-MM-DD`: the day of the rhythm that lies nearest to one whole interval
 * later, so that one that was held a little early or late does not shift the others. Always after `last`.
 */
export function dayAfter({ rhythm }: Cadence, last: string): string {
  switch (rhythm.unit) {
    case 'day':
      return addDays(last, rhythm.every)
    case 'workday':
      return firstFrom(rhythm, addDays(last, 1))
    case 'week': {
      const target = addDays(last, 7 * rhythm.every)
      return rhythm.on === undefined ? target : addDays(target, nearest(rhythm.on - weekday(target)))
    }
    case 'month': {
      const target = addMonths(last, rhythm.every)
      return isLoose(rhythm) ? target : nearestMonthDay(rhythm, last, target)
    }
  }
}

/** The first day of the rhythm from `day` on, that day included; for a rhythm without fixed days that day itself. */
export function firstFrom(rhythm: Rhythm, day: string): string {
  switch (rhythm.unit) {
    case 'day':
      return day
    case 'workday':
      return addDays(day, { 0: 1, 6: 2 }[weekday(day)] ?? 0)
    case 'week':
      return rhythm.on === undefined ? day : addDays(day, (rhythm.on - weekday(day) + 7) % 7)
    case 'month': {
      if (isLoose(rhythm)) return day
      const here = inMonth(rhythm, day)
      return here >= day ? here : inMonth(rhythm, addMonths(firstOf(day), 1))
    }
  }
}

function isLoose(rhythm: Rhythm): boolean {
  return rhythm.unit === 'month' && !('on' in rhythm) && rhythm.day === undefined
}

/** -3 to 3: the nearest such weekday, before or after. */
function nearest(days: number): number {
  const ahead = ((days % 7) + 7) % 7
  return ahead > 3 ? ahead - 7 : ahead
}

function nearestMonthDay(rhythm: Rhythm, last: string, target: string): string {
  const first = firstOf(target)
  const days = [-1, 0, 1].map((by) => inMonth(rhythm, addMonths(first, by))).filter((day) => day > last)
  const far = (day: string) => Math.abs(daysBetween(target, day))
  return days.reduce((best, day) => (far(day) <= far(best) ? day : best), days[0] ?? target)
}

/** The day that a monthly rhythm names in the month of `day`. */
function inMonth(rhythm: Rhythm, day: string): string {
  const first = firstOf(day)
  const end = addDays(addMonths(first, 1), -1)
  if (rhythm.unit !== 'month') return day
  if (!('on' in rhythm)) return addDays(first, Math.min(rhythm.day ?? 1, dayParts(end)?.day ?? 28) - 1)
  if (rhythm.nth < 0) return addDays(end, -((weekday(end) - rhythm.on + 7) % 7))
  return addDays(first, ((rhythm.on - weekday(first) + 7) % 7) + 7 * (rhythm.nth - 1))
}

function firstOf(day: string): string {
  const { year = 0, month = 0 } = dayParts(day) ?? {}
  return dayFrom(year, month, 1) ?? day
}
