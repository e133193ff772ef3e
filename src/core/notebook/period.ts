import { addDays, addMonths, dayFrom, dayParts, formatDay, isDay, weekday } from '../dates.ts'

/** A stretch of days, both ends included. */
interface Period {
  readonly from: string
  readonly to: string
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const STEPS: Readonly<Record<string, number>> = { this: 0, next: 1 }
const UNIT = '(day|week|month|quarter|year)'

/**
 * The stretches of days that words such as "last month", "October", "Q3 2026", "2026", "this quarter" or "the last three
 * weeks" can mean, looking back from `today`; several where the words can mean several, none where there is no such
 * month, undefined where the words name no stretch. Weeks begin on Monday. "start of" and "end of" give one day.
 */
export function readPeriods(words: string, today: string): readonly Period[] | undefined {
  const text = words
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^(?:since|from|until|up to|in) /, '')
    .replace(/^the /, '')
  const edge = /^(start|beginning|end) of (?:the )?(.+)$/.exec(text)
  if (edge?.[2] !== undefined) {
    return readPeriods(edge[2], today)?.map(({ from, to }) =>
      edge[1] === 'end' ? { from: to, to } : { from, to: from },
    )
  }
  return readCalendar(text, today) ?? readRelative(text, today)
}

/** What to say where a single day is wanted and words such as "last week" name several; undefined for other words. */
export function severalDays(
  words: string,
  today: string,
): { readonly mistake: string; readonly mend: string } | undefined {
  const found = (readPeriods(words, today) ?? []).filter(({ from, to }) => from !== to)
  const [period] = found
  if (period === undefined) return undefined
  return {
    mistake: `"${words.trim()}" is more than one day: ${found.map(periodWords).join(', or ')}.`,
    mend: `Which day was it? Write it as YYYY-MM-DD, such as ${period.from}.`,
  }
}

/** "1 October 2026 to 31 October 2026". */
export function periodWords({ from, to }: Period): string {
  return from === to ? formatDay(from) : `${formatDay(from)} to ${formatDay(to)}`
}

function readCalendar(text: string, today: string): readonly Period[] | undefined {
  const year = /^(\d{4})$/.exec(text)?.[1]
  if (year !== undefined) return months(Number(year), 1, 12)
  const iso = /^(\d{4})-(\d\d)$/.exec(text)
  if (iso) return months(Number(iso[1]), Number(iso[2]), 1)
  const quarter = /^(?:(last) )?(?:(\d{4})-)?q([1-4])(?: (\d{4}))?$/.exec(text)
  if (quarter) {
    const given = quarter[2] ?? quarter[4]
    return named(given, quarter[1] !== undefined, (Number(quarter[3]) - 1) * 3 + 1, 3, today)
  }
  const month = new RegExp(`^(?:(last) )?(${MONTH})(?:,? (\\d{4}))?$`).exec(text)
  if (!month) return undefined
  const number = MONTHS.indexOf((month[2] ?? '').slice(0, 3)) + 1
  return named(month[3], month[1] !== undefined, number, 1, today)
}

/** A month or quarter by its name: the nearest that has begun, and "last" before it may mean that one or the one a year before. */
function named(
  year: string | undefined,
  last: boolean,
  month: number,
  count: number,
  today: string,
): readonly Period[] {
  if (year !== undefined) return months(Number(year), month, count)
  const now = yearOf(today)
  const found = [now, now - 1, now - 2].flatMap((one) => months(one, month, count))
  const [nearest, before] = found.filter(({ from }) => from <= today)
  if (nearest === undefined) return []
  if (!last) return [nearest]
  const running = nearest.to >= today
  const thisYear = yearOf(nearest.from) === now
  return [running || !thisYear ? undefined : nearest, thisYear ? before : nearest].filter(
    (period) => period !== undefined,
  )
}

function readRelative(text: string, today: string): readonly Period[] | undefined {
  const unit = new RegExp(`^(this|last|previous|next) ${UNIT}$`).exec(text)
  if (unit?.[2] !== undefined) return [unitAround(today, unit[2], STEPS[unit[1] ?? ''] ?? -1)]
  const span = new RegExp(`^(?:last|past|previous) (\\d{1,3}|${NUMBERS.join('|')}) ${UNIT}s?$`).exec(text)
  if (span?.[1] === undefined || span[2] === undefined) return undefined
  const spelled = NUMBERS.indexOf(span[1])
  return [{ from: back(today, spelled === -1 ? Number(span[1]) : spelled, span[2]), to: today }]
}

function unitAround(today: string, unit: string, step: number): Period {
  const { year, month } = dayParts(today) ?? { year: 0, month: 1 }
  if (unit === 'day') return { from: addDays(today, step), to: addDays(today, step) }
  if (unit === 'week') {
    const monday = addDays(today, -((weekday(today) + 6) % 7) + 7 * step)
    return { from: monday, to: addDays(monday, 6) }
  }
  const length = unit === 'month' ? 1 : unit === 'quarter' ? 3 : 12
  const first = Math.floor((month - 1) / length) * length + 1
  const from = addMonths(dayFrom(year, first, 1) ?? today, length * step)
  return { from, to: addDays(addMonths(from, length), -1) }
}

function back(today: string, count: number, unit: string): string {
  if (unit === 'day') return addDays(today, -count)
  if (unit === 'week') return addDays(today, -7 * count)
  return addMonths(today, -count * (unit === 'month' ? 1 : unit === 'quarter' ? 3 : 12))
}

function months(year: number, month: number, count: number): readonly Period[] {
  const from = dayFrom(year, month, 1)
  const last = dayFrom(year, month + count - 1, 1)
  if (from === undefined || last === undefined) return []
  return [{ from, to: endOfMonth(last) }]
}

/** The first day after the last month of the calendar is none, so the end is reckoned from inside the month. */
function endOfMonth(first: string): string {
  return [31, 30, 29, 28].map((day) => `${first.slice(0, 8)}${day}`).find(isDay) ?? first
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4))
}
