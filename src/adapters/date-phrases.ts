import { addDays, dayFrom } from '../core/dates.ts'
import { type Direction, daysIn, readDayWords } from '../core/evidence/day-words.ts'
import type { DatePhrases, DateReading } from '../core/ports/date-phrases.ts'

/**
 * Reads date phrases. What the core reads by itself (days written out, weekdays, "in six weeks") needs no library;
 * everything else loads chrono.
 */
export function datePhrases(): DatePhrases {
  return {
    async read(text, today, direction) {
      const written = readWritten(text, today, direction)
      if (written !== undefined) return written
      return readPhrase(text, today, direction)
    },
  }
}

const TIME =
  /^[\s,]*(?:at\s+)?(?:([01]?\d|2[0-3])[:.]([0-5]\d)(?:\s*([ap])\.?m\b\.?)?|(1[0-2]|0?[1-9])\s*([ap])\.?m\b\.?)/i

/** Undefined when the core knows no such words; an empty list when they name a day that does not exist. */
function readWritten(text: string, today: string, direction: Direction): readonly DateReading[] | undefined {
  const [found] = daysIn(text)
  if (!found) return undefined
  const days = readDayWords(found.words, today, direction)
  if (days === undefined) return undefined
  const after = TIME.exec(text.slice(found.end))
  const time = after === null ? undefined : clock(after)
  const end = time === undefined ? found.end : found.end + (after?.[0].length ?? 0)
  return days.map((day) => ({ day, start: found.start, end, ...(time === undefined ? {} : { time }) }))
}

function clock(found: RegExpExecArray): string | undefined {
  const half = (found[3] ?? found[5])?.toLowerCase()
  const hour = Number(found[1] ?? found[4])
  if (half !== undefined && hour > 12) return undefined
  const full = half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0)
  return `${String(full).padStart(2, '0')}:${found[2] ?? '00'}`
}

/** The library makes one day of these, and a week is none. */
const SEVERAL_DAYS =
  /^(?:last|this|next|past|previous|coming)\s+(?:week(?:end)?|fortnight|month|quarter|year)$/i

async function readPhrase(
  text: string,
  today: string,
  direction: Direction,
): Promise<readonly DateReading[]> {
  const { en } = await import('chrono-node')
  const [year, month, day] = today.split('-').map(Number)
  // Noon exists in every zone on every day, and chrono reckons in the zone of the machine.
  const noon = new Date(year ?? 0, (month ?? 1) - 1, day ?? 1, 12)
  return en.GB.parse(text, noon, { forwardDate: direction === 'future' }).flatMap((found) => {
    const start = found.start
    const said = dayFrom(start.get('year') ?? 0, start.get('month') ?? 0, start.get('day') ?? 0)
    // "next month" names no day, only a time of day is no day either: guessing one is not reading.
    if (SEVERAL_DAYS.test(found.text)) return []
    if (said === undefined || !(start.isCertain('day') || start.isCertain('weekday'))) return []
    const moved =
      start.isCertain('weekday') && !start.isCertain('day') && direction === 'past' && said > today
    const time = start.isCertain('hour')
      ? `${String(start.get('hour')).padStart(2, '0')}:${String(start.get('minute') ?? 0).padStart(2, '0')}`
      : undefined
    return [
      {
        day: moved ? addDays(said, -7) : said,
        start: found.index,
        end: found.index + found.text.length,
        ...(time === undefined ? {} : { time }),
      },
    ]
  })
}
