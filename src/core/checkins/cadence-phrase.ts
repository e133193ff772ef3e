import type { Cadence, Rhythm } from './cadence.ts'

/** What a phrase means, or one sentence on why it cannot be a cadence, and how to write one. */
type CadenceReading = { readonly cadence: Cadence } | { readonly mistake: string; readonly mend: string }

const MEND =
  'Write it such as "every 2 weeks on Tue 14:00", "weekly on Monday", "monthly on the 31st", "first Monday of the month" or "every 10 days".'

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const
const WEEKDAY =
  '(mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)s?'

const COUNTS: Readonly<Record<string, number>> = {
  ...{ one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, eight: 8, ten: 10, twelve: 12 },
  other: 2,
  second: 2,
  third: 3,
  fourth: 4,
}
const NTH: Readonly<Record<string, number>> = {
  ...{ first: 1, '1st': 1, second: 2, '2nd': 2, third: 3, '3rd': 3, fourth: 4, '4th': 4 },
  last: -1,
}

const WORDS: Readonly<Record<string, string>> = {
  daily: 'every 1 day',
  weekly: 'every 1 week',
  fortnightly: 'every 2 week',
  biweekly: 'every 2 week',
  monthly: 'every 1 month',
  quarterly: 'every 3 month',
  yearly: 'every 12 month',
}

const LONGEST_PHRASE = 200

/** Longest interval that is taken for meant, in days: about two years. */
const LONGEST = 750
const DAYS_IN = { day: 1, week: 7, month: 30 } as const

/**
 * Reads a phrase such as "every 2 weeks on Tue 14:00". Case, commas and "at" do not matter. A phrase that names no day
 * that ever comes, or that can mean two things, is refused with a sentence.
 */
export function readCadence(phrase: string): CadenceReading {
  const shown = phrase.trim().replace(/\s+/g, ' ')
  if (shown === '') return { mistake: 'A cadence is needed here.', mend: MEND }
  if (shown.length > LONGEST_PHRASE) return { mistake: 'That is too long for a cadence.', mend: MEND }
  const timed = takeTime(shown.toLowerCase().replace(/[,.]/g, ' ').replace(/\s+/g, ' ').trim())
  if ('mistake' in timed) return { mistake: timed.mistake, mend: 'Write it as HH:MM, such as 14:00.' }
  const read = readRhythm(timed.rest)
  if (read === undefined) return { mistake: `"${shown}" cannot be read as a cadence.`, mend: MEND }
  if ('mistake' in read) return { mistake: `"${shown}": ${read.mistake}`, mend: MEND }
  return { cadence: { rhythm: read, ...(timed.time === undefined ? {} : { time: timed.time }) } }
}

/** The cadence that a person's file holds; undefined for none, and for a phrase that cannot be read. */
export function cadenceOf(phrase: string | undefined): Cadence | undefined {
  if (phrase === undefined) return undefined
  const read = readCadence(phrase)
  return 'cadence' in read ? read.cadence : undefined
}

function takeTime(
  text: string,
): { readonly rest: string; readonly time?: string } | { readonly mistake: string } {
  const found = /(?:^|\s)(?:at )?(\d{1,2})(?::(\d{2}))? ?(am|pm|h|uhr|o'clock)?$/.exec(text)
  const [whole = '', hours = '', minutes, half] = found ?? []
  const isTime = found !== null && (minutes !== undefined || half !== undefined || / ?\bat /.test(whole))
  if (!isTime) return { rest: text }
  const isHalf = half === 'am' || half === 'pm'
  const hour = isHalf ? (Number(hours) % 12) + (half === 'pm' ? 12 : 0) : Number(hours)
  const isWrong =
    hour > 23 || Number(minutes ?? 0) > 59 || (isHalf && (Number(hours) < 1 || Number(hours) > 12))
  if (isWrong) return { mistake: `There is no time ${whole.trim().replace(/^at /, '')}.` }
  const time = `${String(hour).padStart(2, '0')}:${minutes ?? '00'}`
  return { rest: text.slice(0, found.index).trim(), time }
}

type Read = Rhythm | { readonly mistake: string } | undefined

function readRhythm(text: string): Read {
  const plain = text
    .replace(/^on (?:every|each) /, 'every ')
    .replace(/^(?:once )?(?:each|per|an?) /, 'every ')
  const [first = ''] = plain.split(' ')
  const said = plain === '' ? '' : `${WORDS[first] ?? first}${plain.slice(first.length)}`
  if (/^every (?:1 )?(?:week|work(?:ing )?)\s?days?$/.test(said)) return { unit: 'workday' }
  return nthOfMonth(said) ?? everyWeekday(said) ?? everyUnit(said)
}

/** "first Monday of the month", "monthly on the last Friday", "every 2 months on the 2nd Tue". */
function nthOfMonth(text: string): Read {
  const found = new RegExp(
    `^(?:every )?(?:(?:(.+?) )?months? )?(?:on )?(?:the )?(first|second|third|fourth|fifth|last|\\d(?:st|nd|rd|th)) ${WEEKDAY}(?: (?:of|in) (?:the|every|each|a) month)?$`,
  ).exec(text)
  if (found === null) return undefined
  const isMonthly = /\bmonths?\b/.test(text)
  const nth = NTH[found[2] ?? '']
  if (!isMonthly) return undefined
  if (nth === undefined) return { mistake: 'not every month has a fifth one; "last" comes in each.' }
  const every = found[1] === undefined ? 1 : countOf(found[1])
  if (every === undefined) return undefined
  return tooLong('month', every) ?? { unit: 'month', every, nth, on: weekdayOf(found[3]) }
}

/** "every Tuesday", "every other Fri", "Mondays". */
function everyWeekday(text: string): Read {
  const found = new RegExp(`^(?:on )?(?:every )?(?:(other|second|third|fourth) )?${WEEKDAY}$`).exec(text)
  if (found === null) return undefined
  return {
    unit: 'week',
    every: found[1] === undefined ? 1 : (COUNTS[found[1]] ?? 1),
    on: weekdayOf(found[2]),
  }
}

/** "every 2 weeks on Tue", "every 10 days", "every month on the 31st". */
function everyUnit(text: string): Read {
  const found = /^every (?:(\S+) )?(day|week|month|fortnight|quarter|year)s?(?: (?:on )?(.+))?$/.exec(text)
  if (found === null) return undefined
  const [, many, word = '', on] = found
  const count = many === undefined ? 1 : countOf(many)
  if (count === undefined) return undefined
  if (count === 0) return { mistake: 'every 0 never comes round.' }
  const [unit, times] = UNITS[word] ?? ['day', 1]
  const every = count * times
  const wrong = tooLong(unit, every)
  if (wrong !== undefined) return wrong
  switch (unit) {
    case 'day':
      return on === undefined ? { unit, every } : undefined
    case 'week':
      return on === undefined ? { unit, every } : onWeekday(every, on)
    case 'month':
      return on === undefined ? { unit, every } : onDay(every, on)
  }
}

const UNITS: Readonly<Record<string, readonly ['day' | 'week' | 'month', number]>> = {
  day: ['day', 1],
  week: ['week', 1],
  fortnight: ['week', 2],
  month: ['month', 1],
  quarter: ['month', 3],
  year: ['month', 12],
}

function onWeekday(every: number, on: string): Read {
  const found = new RegExp(`^(?:an? )?${WEEKDAY}$`).exec(on)
  if (found !== null) return { unit: 'week', every, on: weekdayOf(found[1]) }
  const several = new RegExp(`^${WEEKDAY}(?:s?(?: and | or | & |\\/)${WEEKDAY})+$`).test(on)
  return several ? { mistake: 'a check-in comes on one weekday; choose one.' } : undefined
}

function onDay(every: number, on: string): Read {
  if (/^(?:the )?last(?: day)?$/.test(on)) return { unit: 'month', every, day: 31 }
  const found = /^(?:the )?(?:day )?(\d{1,2})(?:st|nd|rd|th)?$/.exec(on)
  if (found === null) return undefined
  const day = Number(found[1])
  if (day >= 1 && day <= 31) return { unit: 'month', every, day }
  return { mistake: `no month has a day ${day}, so it would never come.` }
}

function countOf(word: string): number | undefined {
  return /^\d{1,4}$/.test(word) ? Number(word) : COUNTS[word]
}

function tooLong(unit: 'day' | 'week' | 'month', every: number): { readonly mistake: string } | undefined {
  if (every === 0) return { mistake: 'every 0 never comes round.' }
  return every * DAYS_IN[unit] > LONGEST ? { mistake: 'that is more than two years apart.' } : undefined
}

function weekdayOf(word = ''): number {
  return WEEKDAYS.findIndex((name) => word.startsWith(name))
}
