import { addDays, addMonths, dayFrom, dayParts, isDay, monthName, weekday } from '../dates.ts'
import { isNoShortDay, readShortDay, SHORT_DAY } from './short-day.ts'

/** Whether words without a year mean the nearest day behind us or before us; today belongs to both. */
export type Direction = 'past' | 'future'

/** Words that name a day, and where they stand in a text (UTF-16 units, `end` is exclusive). */
interface DayWords {
  readonly words: string
  readonly start: number
  readonly end: number
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
}

const LONG_WEEKDAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day'
const WEEKDAY = `(?:${LONG_WEEKDAY}|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\\b`
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b'
const NUMBER = `(?:\\d{1,3}|${Object.keys(NUMBERS).join('|')})`
const DAY = '\\d{1,2}(?:st|nd|rd|th)?'
const YEAR = '(?:,?\\s+(?:19|20)\\d\\d(?!\\d))?'
const WRITTEN = `(?:${WEEKDAY}\\.?,?\\s+)?(?:the\\s+)?(?:${DAY}\\.?\\s+(?:of\\s+)?${MONTH}|${MONTH}\\.?\\s+${DAY}(?![\\d:]))${YEAR}`
const ISO = '\\d{4}-\\d{2}-\\d{2}(?!\\d)'
const NUMERIC = '\\d{1,2}(?:/\\d{1,2}/|-\\d{1,2}-|\\.\\d{1,2}\\.)(?:\\d{4}|\\d{2})(?!\\d)'
const AGO = `${NUMBER}\\s+(?:days?|weeks?|months?|fortnights?)\\s+ago`
const AHEAD = `in\\s+${NUMBER}\\s+(?:days?|weeks?|months?|fortnights?)`
const NEAR = 'the day before yesterday|yesterday|today|the day after tomorrow|tomorrow'
const MODIFIED = `(?:(?:last|this|next|coming)\\s+${WEEKDAY}|on\\s+${WEEKDAY}(?!\\.?,?\\s+(?:the\\s+)?(?:${DAY}(?:\\.?\\s|[/.]\\d)|${MONTH})))`
const SHORT = `(?:${WEEKDAY}\\.?,?\\s+)?${SHORT_DAY}`

const FIRM = `${ISO}|${NUMERIC}|${SHORT}|${WRITTEN}|${AGO}|${NEAR}|${MODIFIED}`
const FRONT = new RegExp(`^(?:on\\s+)?(?:${FIRM}|${WEEKDAY}(?=\\s*(?:[:,;]|[-–—]\\s|$)))(?![\\w/-])`, 'i')
const ANYWHERE = new RegExp(`(?<![\\w./-])(?:${FIRM}|${AHEAD}|${WEEKDAY})(?![\\w/-])`, 'gi')

/** The words at the very front of a text that name a day, or undefined. A weekday alone counts only before a colon, comma or dash. */
export function dayInFront(text: string): DayWords | undefined {
  const found = FRONT.exec(text)
  if (!found || isPlainWord(found[0]) || isNoShortDay(found[0], '', text.slice(found[0].length)))
    return undefined
  return { words: found[0], start: 0, end: found[0].length }
}

/** All words in a text that name a day, in order. */
export function daysIn(text: string): readonly DayWords[] {
  return [...text.matchAll(ANYWHERE)]
    .map((found) => ({ words: found[0], start: found.index, end: found.index + found[0].length }))
    .filter(
      ({ words, start, end }) =>
        !isPlainWord(words) && !isNoShortDay(words, text.slice(0, start), text.slice(end)),
    )
}

/**
 * The plain days that words such as "14 Oct", "Tue 24 Nov 2026", "last Tuesday", "in six weeks" or "03/04/2026" can
 * mean, nearest to today in the direction given; so is "14/10" or "14.10.". Several where the words can mean several, none where the calendar has
 * no such day, undefined where the words are of another kind.
 */
export function readDayWords(
  words: string,
  today: string,
  direction: Direction,
): readonly string[] | undefined {
  const text = words
    .trim()
    .toLowerCase()
    .replace(/^on\s+(?=\S)/, '')
  return (
    readIso(text) ??
    readNumeric(text) ??
    readShort(text, today, direction) ??
    readWritten(text, today, direction) ??
    readRelative(text, today, direction)
  )
}

/** The weekday written beside a date ("Tue 24 Nov"), 0 for Sunday, or undefined. */
export function weekdayIn(words: string): number | undefined {
  const found = new RegExp(`^(?:on\\s+)?(${WEEKDAY})`, 'i').exec(words.trim())
  return found?.[1] === undefined ? undefined : WEEKDAYS.indexOf(found[1].slice(0, 3).toLowerCase())
}

// "3 may be late", "where we sat" and "the sun room" hold no date, so these have to wear their capital.
function isPlainWord(words: string): boolean {
  return /\d\s+may\b|^(?:sat|sun|wed)$/.test(words)
}

function readIso(text: string): readonly string[] | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  return isDay(text) ? [text] : []
}

function readNumeric(text: string): readonly string[] | undefined {
  const found = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text)
  if (!found) return undefined
  const [first, second] = [Number(found[1]), Number(found[3])]
  const year = Number(found[4]) + (found[4]?.length === 2 ? 2000 : 0)
  const readings = [dayFrom(year, second, first), found[2] === '.' ? undefined : dayFrom(year, first, second)]
  return [...new Set(readings.filter((day) => day !== undefined))]
}

/** Each order of day and month gives its nearest day, so both readings of `03/04` are of this year or next to it. */
function readShort(text: string, today: string, direction: Direction): readonly string[] | undefined {
  const short = readShortDay(text)
  if (short === undefined) return undefined
  const orders = [short.dayFirst, short.monthFirst].filter((order) => order !== undefined)
  const days = orders.map(([month, day]) => nearest(month, day, today, direction))
  return [...new Set(days.filter((day) => day !== undefined))]
}

const WRITTEN_PARTS = new RegExp(
  `^(?:${WEEKDAY}\\.?,?\\s+)?(?:the\\s+)?(?:(\\d{1,2})(?:st|nd|rd|th)?\\.?\\s+(?:of\\s+)?(${MONTH})|(${MONTH})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?)(?:,?\\s+(\\d{4}))?$`,
)

function readWritten(text: string, today: string, direction: Direction): readonly string[] | undefined {
  const found = WRITTEN_PARTS.exec(text)
  if (!found) return undefined
  const day = Number(found[1] ?? found[4])
  const month = MONTHS.indexOf((found[2] ?? found[3] ?? '').slice(0, 3)) + 1
  if (found[5] !== undefined) return several(dayFrom(Number(found[5]), month, day))
  return several(nearest(month, day, today, direction))
}

/** "31 February" where words name a day that its month never has; undefined for every other words. */
export function impossibleDay(words: string): string | undefined {
  const text = words
    .trim()
    .toLowerCase()
    .replace(/^on\s+/, '')
  const found = WRITTEN_PARTS.exec(text)
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)
  const day = Number(found?.[1] ?? found?.[4] ?? iso?.[3] ?? 0)
  const month = found ? MONTHS.indexOf((found[2] ?? found[3] ?? '').slice(0, 3)) + 1 : Number(iso?.[2] ?? 0)
  const year = found?.[5] ?? iso?.[1]
  const name = month < 1 || month > 12 || day < 1 ? undefined : monthName(month)
  if (name === undefined || dayFrom(Number(year ?? 2024), month, day) !== undefined) return undefined
  const isLeap = month === 2 && day === 29
  return `${day} ${name}${isLeap && year !== undefined ? ` ${year}` : ''}`
}

function nearest(month: number, day: number, today: string, direction: Direction): string | undefined {
  const year = dayParts(today)?.year ?? 0
  // 29 February may lie eight years off.
  for (let away = 0; away <= 8; away++) {
    const found = dayFrom(direction === 'past' ? year - away : year + away, month, day)
    if (found !== undefined && (direction === 'past' ? found <= today : found >= today)) return found
  }
  return undefined
}

function readRelative(text: string, today: string, direction: Direction): readonly string[] | undefined {
  const near = NEAR_DAYS[text]
  if (near !== undefined) return [addDays(today, near)]
  const span = new RegExp(`^(?:in\\s+)?(${NUMBER})\\s+(day|week|month|fortnight)s?(\\s+ago)?$`).exec(text)
  if (span && (span[3] !== undefined || text.startsWith('in '))) {
    return [move(today, countOf(span[1] ?? '') * (span[3] === undefined ? 1 : -1), span[2] ?? '')]
  }
  const named = new RegExp(`^(?:(last|this|next|coming)\\s+)?(${WEEKDAY})$`).exec(text)
  if (!named) return undefined
  return weekdayNear(named[1], WEEKDAYS.indexOf((named[2] ?? '').slice(0, 3)), today, direction)
}

const NEAR_DAYS: Readonly<Record<string, number>> = {
  'the day before yesterday': -2,
  yesterday: -1,
  today: 0,
  tomorrow: 1,
  'the day after tomorrow': 2,
}

function countOf(words: string): number {
  return NUMBERS[words] ?? Number(words)
}

function move(today: string, count: number, unit: string): string {
  if (unit === 'month') return addMonths(today, count)
  return addDays(today, count * (unit === 'week' ? 7 : unit === 'fortnight' ? 14 : 1))
}

function weekdayNear(
  modifier: string | undefined,
  wanted: number,
  today: string,
  direction: Direction,
): readonly string[] {
  const ahead = (wanted - weekday(today) + 7) % 7
  const behind = (7 - ahead) % 7
  if (modifier === 'last') return [addDays(today, -(behind || 7))]
  if (modifier === 'coming') return [addDays(today, ahead || 7)]
  if (modifier === 'next') {
    // "Next Friday", said on a Monday, is this week's for some and next week's for others.
    const monday = addDays(today, 7 - ((weekday(today) + 6) % 7))
    return [...new Set([addDays(today, ahead || 7), addDays(monday, (wanted + 6) % 7)])]
  }
  return [direction === 'past' ? addDays(today, -behind) : addDays(today, ahead)]
}

function several(day: string | undefined): readonly string[] {
  return day === undefined ? [] : [day]
}
