import { addDays, dayFrom } from '../dates.ts'
import { readDayWords } from '../evidence/day-words.ts'

/** The order in which a date's day, month and year are written. */
export type DateOrder = 'DMY' | 'MDY' | 'YMD'

/** What a date cell says: one plain day, two that it could be (day first, then month first), or nothing we can read. */
type ReadDay =
  | { readonly day: string }
  | { readonly readings: readonly [dayFirst: string, monthFirst: string] }
  | { readonly wrong: true }

/** No date is longer, time and zone included; a cell that is holds something else. In UTF-16 units. */
const LONGEST = 120

const TIME =
  /(?:[ ,]+|T)\d{1,2}[:.h]\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|UTC|GMT)?\s*(?:[+-]\d{2}:?\d{2})?(?:\s*\([^)]*\)|\s+[A-Z]{2,5})?$/i
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/
const NUMERIC = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/
const WRITTEN_YEAR_LAST = /^[a-z]{3,9}\.?,?\s+([a-z]{3,9}\.?\s+\d{1,2})\s+(\d{4})$/i

/**
 * Reads a date of an export, with or without a time of day (which is dropped; the day is the one that is written).
 * Without `order`, a date such as 03/04/2026 gives both its readings; two-digit years are those of this century.
 */
export function readExportDay(cell: string, order: DateOrder | undefined): ReadDay {
  const text = cell.trim()
  if (text.length > LONGEST) return { wrong: true }
  const instant = fromInstant(text)
  if (instant !== undefined) return { day: instant }
  const date = text.replace(TIME, '').trim()
  return fromYearFirst(date) ?? fromNumeric(date, order) ?? fromWords(date) ?? { wrong: true }
}

/** The order that a pattern such as DD/MM/YYYY, %m-%d-%y or "dmy" writes dates in; undefined for anything else. */
export function readDateOrder(pattern: string): DateOrder | undefined {
  const letters = pattern.toUpperCase().replace(/[^A-Z]/g, '')
  if (letters === 'ISO') return 'YMD'
  const order = letters.replace(/(.)\1+/g, '$1')
  return (['DMY', 'MDY', 'YMD'] as const).find((known) => known === order)
}

// Seconds or milliseconds since 1970, from 2001 to 2100.
function fromInstant(text: string): string | undefined {
  const found = /^(\d{10})(?:\d{3}|\.\d{1,9})?$/.exec(text)
  const seconds = Number(found?.[1] ?? 0)
  return seconds >= 1e9 && seconds < 4.1e9 ? addDays('1970-01-01', Math.floor(seconds / 86_400)) : undefined
}

function fromYearFirst(date: string): ReadDay | undefined {
  const found = YEAR_FIRST.exec(date) ?? /^((?:19|20)\d\d)()(\d\d)(\d\d)$/.exec(date)
  if (!found) return undefined
  const day = dayFrom(Number(found[1]), Number(found[3]), Number(found[4]))
  return day === undefined ? { wrong: true } : { day }
}

function fromNumeric(date: string, order: DateOrder | undefined): ReadDay | undefined {
  const found = NUMERIC.exec(date)
  if (!found) return undefined
  const numbers = [Number(found[1]), Number(found[3]), Number(found[4])] as const
  const [first, second, last] = numbers
  if (order === 'YMD') return dayOr(century(first), second, last)
  const year = found[4]?.length === 2 ? century(last) : last
  const dayFirst = dayFrom(year, second, first)
  const monthFirst = dayFrom(year, first, second)
  // Nobody writes the month first between dots.
  const given = order ?? (found[2] === '.' ? 'DMY' : undefined)
  if (given !== undefined) return one(given === 'DMY' ? dayFirst : monthFirst)
  if (dayFirst === undefined || monthFirst === undefined) return one(dayFirst ?? monthFirst)
  return dayFirst === monthFirst ? { day: dayFirst } : { readings: [dayFirst, monthFirst] }
}

function century(year: number): number {
  return year < 100 ? 2000 + year : year
}

function dayOr(year: number, month: number, day: number): ReadDay {
  return one(dayFrom(year, month, day))
}

function one(day: string | undefined): ReadDay {
  return day === undefined ? { wrong: true } : { day }
}

/** "3 Aug 2026", "Mon, 03 Aug 2026", "Mon Aug 03 2026", "3-Aug-2026". Words without a year could be of any. */
function fromWords(date: string): ReadDay | undefined {
  if (date.length > 40 || !/[a-z]/i.test(date) || !/\d{4}$/.test(date)) return undefined
  const words = date.replace(/(\d)[-/]([a-z]+)[-/](\d)/i, '$1 $2 $3').replace(WRITTEN_YEAR_LAST, '$1 $2')
  const plain = words
    .replace(/^[a-z]{3,9},\s+/i, '')
    .replace(/^([a-z]+\.?\s+)0(\d)/i, '$1$2')
    .replace(/^0(\d)/, '$1')
  // The day it is today only matters to words without a year.
  const [day] = readDayWords(plain, '2000-01-01', 'past') ?? []
  return day === undefined ? undefined : { day }
}
