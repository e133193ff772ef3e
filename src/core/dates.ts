const DAY = /^(\d{4})-(\d{2})-(\d{2})$/
const DAY_MS = 86_400_000

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** The parts of a plain day: full year, month 1-12, day of the month 1-31. */
interface DayParts {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** Year, month and day of a `YYYY-MM-DD`, or undefined when it is no day of the calendar. */
export function dayParts(text: string): DayParts | undefined {
  const found = DAY.exec(text)
  if (!found) return undefined
  const parts = { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) }
  return isInCalendar(parts) ? parts : undefined
}

/** Reckoned here, since thousands of days are looked at when a notebook is read. */
function isInCalendar({ year, month, day }: DayParts): boolean {
  // Date.UTC takes years 0-99 for 1900-1999.
  if (year < 100 || month < 1 || month > 12 || day < 1) return false
  if (day <= 28) return true
  if (month !== 2) return day <= (month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31)
  return day === 29 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** True for a `YYYY-MM-DD` that exists in the calendar: 31 February does not. Years from 0100 on. */
export function isDay(text: string): boolean {
  return dayParts(text) !== undefined
}

/** The plain day for a year (100-9999), month (1-12) and day, or undefined where the calendar has none. */
export function dayFrom(year: number, month: number, day: number): string | undefined {
  if (year < 100 || year > 9999) return undefined
  const date = new Date(Date.UTC(year, month - 1, day))
  const same = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return same ? date.toISOString().slice(0, 10) : undefined
}

/** The day `days` later (earlier when negative). Throws RangeError when `day` is no day. */
export function addDays(day: string, days: number): string {
  return new Date(toNumber(day) + days * DAY_MS).toISOString().slice(0, 10)
}

/** The day `months` later; the 31st becomes the last day of a shorter month. Throws RangeError when `day` is no day. */
export function addMonths(day: string, months: number): string {
  const { year, month, day: wanted } = partsOf(day)
  const count = year * 12 + (month - 1) + months
  const first = Date.UTC(Math.floor(count / 12), count - Math.floor(count / 12) * 12, 1)
  const next = Date.UTC(Math.floor(count / 12), count - Math.floor(count / 12) * 12 + 1, 1)
  const last = (next - first) / DAY_MS
  return new Date(first + (Math.min(wanted, last) - 1) * DAY_MS).toISOString().slice(0, 10)
}

/** Whole days from `from` to `to`; negative when `to` is earlier. Throws RangeError when one is no day. */
export function daysBetween(from: string, to: string): number {
  return (toNumber(to) - toNumber(from)) / DAY_MS
}

/** Day of the week: 0 is Sunday, 6 Saturday. Throws RangeError when `day` is no day. */
export function weekday(day: string): number {
  return new Date(toNumber(day)).getUTCDay()
}

/** "Tuesday". Throws RangeError when `day` is no day. */
export function weekdayName(day: string): string {
  return WEEKDAYS[weekday(day)] ?? ''
}

/** "October"; undefined when there is no such month (counted from 1). */
export function monthName(month: number): string | undefined {
  return MONTHS[month - 1]
}

/** "14 October 2026". Throws RangeError when `day` is no day. */
export function formatDay(day: string): string {
  const { year, month, day: dayOfMonth } = partsOf(day)
  return `${dayOfMonth} ${MONTHS[month - 1]} ${year}`
}

/** "October 2026" of a day or of `2026-10`; anything else stays as it is. */
export function formatMonth(day: string): string {
  const [, year, month] = /^(\d{4})-(\d\d)(?:-\d\d)?$/.exec(day) ?? []
  const name = monthName(Number(month))
  return name === undefined ? day : `${name} ${year}`
}

/** "14 October", without the year. Throws RangeError when `day` is no day. */
export function formatDayMonth(day: string): string {
  const { month, day: dayOfMonth } = partsOf(day)
  return `${dayOfMonth} ${MONTHS[month - 1]}`
}

/** As `formatDayShort`, with the year where it is another than that of `today`: "Tue 8 Dec", "Sat 25 Dec 2027". */
export function formatDayNear(day: string, today: string): string {
  const year = day.slice(0, 4)
  return year === today.slice(0, 4) ? formatDayShort(day) : `${formatDayShort(day)} ${year}`
}

/** "Tue 24 Nov". Throws RangeError when `day` is no day. */
export function formatDayShort(day: string): string {
  const { month, day: dayOfMonth } = partsOf(day)
  return `${weekdayName(day).slice(0, 3)} ${dayOfMonth} ${MONTHS[month - 1]?.slice(0, 3)}`
}

/** The UTC day of an instant in milliseconds since 1970. Throws RangeError for one that does not exist. */
export function dayOfInstant(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.\d{1,9})?)?Z$/

/** The UTC day and `HH:MM` of an ISO instant ending in `Z`, or undefined when it is none. */
export function splitInstant(instant: string): { readonly day: string; readonly time: string } | undefined {
  const found = INSTANT.exec(instant)
  const day = found?.[1]
  if (!found || !day || !isDay(day)) return undefined
  return { day, time: `${found[2]}:${found[3]}` }
}

/** The plain day on which an instant (ISO, UTC) falls in a zone. Throws RangeError for a zone or an instant that does not exist. */
export function dayInZone(zone: string, instant: string): string {
  const shown = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
  })
  const parts = new Map(shown.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]))
  return `${parts.get('year')?.padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}`
}

/** The instant (ISO, UTC, whole seconds) that is `minutes` later. Throws RangeError for an instant that does not exist. */
export function addMinutes(instant: string, minutes: number): string {
  return new Date(new Date(instant).getTime() + minutes * 60_000).toISOString().replace(/\.\d+Z$/, 'Z')
}

/** A time of day as `HH:MM`, from "9:30" or "09:30"; undefined for anything else. */
export function timeOfDay(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined
  const [, hour = '', minute] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text.trim()) ?? []
  return minute === undefined ? undefined : `${hour.padStart(2, '0')}:${minute}`
}

function partsOf(day: string): DayParts {
  const parts = dayParts(day)
  if (!parts) throw new RangeError(`not a day: ${day}`)
  return parts
}

function toNumber(day: string): number {
  const { year, month, day: dayOfMonth } = partsOf(day)
  return Date.UTC(year, month - 1, dayOfMonth)
}
