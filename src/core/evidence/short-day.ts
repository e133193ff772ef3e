import { dayFrom } from '../dates.ts'

/** Source of a pattern for a day and a month in figures without a year: `14/10`, `14.10.` */
export const SHORT_DAY = '\\d{1,2}(?:/\\d{1,2}(?![/\\d])|\\.\\d{1,2}\\.(?!\\d))'

const PARTS = /(\d{1,2})([/.])(\d{1,2})\.?$/
const SAID = /\b(?:on|by|until|till|since|due|before|after)\s+$/i
/** What stands behind a day at the front of a line, and hardly behind a score such as 4/5 or 3/4. */
const BEHIND = /^\s*(?:$|[:,;(]|[-–—](?=\s)|#?\d{4,8}\b|at\s+\d)/

/** A day and a month in figures, with the months that each order would make of them. */
interface ShortDay {
  readonly dayFirst: readonly [month: number, day: number]
  /** Absent between dots: nobody writes the month first there. */
  readonly monthFirst?: readonly [month: number, day: number]
}

/** The parts of `14/10`, `14.10.` or `Mon 14/10`; undefined for words of another kind. */
export function readShortDay(words: string): ShortDay | undefined {
  const found = new RegExp(`^(?:[a-z]+\\.?,?\\s+)?${SHORT_DAY}$`, 'i').test(words) ? PARTS.exec(words) : null
  if (!found) return undefined
  const [first, second] = [Number(found[1]), Number(found[3])]
  return {
    dayFirst: [second, first],
    ...(found[2] === '.' ? {} : { monthFirst: [first, second] as const }),
  }
}

/**
 * Whether words that look like a short day are none where they stand: a score ("4/5"), a part ("3/4 of them"), hours
 * ("24/7"), a version. `before` and `after` are the rest of the text.
 */
export function isNoShortDay(words: string, before: string, after: string): boolean {
  const short = readShortDay(words.replace(/^on\s+/i, ''))
  if (short === undefined) return false
  const isAll = before.trim() === '' && after.trim() === ''
  if (isAll) return false
  if (/(?<!\d)24\/7$/.test(words) || !isCalendar(short)) return true
  const isSaid = /^[a-z]/i.test(words) || /\bon\s+$/i.test(before)
  if (isSaid) return false
  if (before.trim() !== '' && !SAID.test(before)) return true
  return !(
    short.monthFirst === undefined ||
    short.dayFirst[1] > 12 ||
    /\b0\d/.test(words) ||
    isFront(before, after)
  )
}

function isFront(before: string, after: string): boolean {
  return before.trim() === '' && BEHIND.test(after)
}

// 2024 has every day that any year has.
function isCalendar({ dayFirst, monthFirst }: ShortDay): boolean {
  return [dayFirst, monthFirst].some((one) => one !== undefined && dayFrom(2024, ...one) !== undefined)
}
