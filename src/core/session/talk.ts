import { saidTime } from '../checkins/said-time.ts'
import { formatDay, isDay } from '../dates.ts'
import type { Ground } from '../interview/ground.ts'
import type { ComposeFacts } from './facts.ts'
import { type Entry, type GroupEntry, groupsThatMake, textIn } from './reading.ts'
import { dayBeside, NOTE_WORDS } from './words.ts'

type Read = readonly (Entry | GroupEntry)[]

/** When and where a session's talk is to be; every part may be missing. */
export interface Talk {
  /** Plain day. */
  readonly date?: string
  /** As given, `HH:MM` where it was read from a line. */
  readonly time?: string
  readonly minutes?: number
  readonly place?: string
}

/** Questions about the talk whose answers are facts of their own. */
export const TALK = ['date', 'time', 'minutes', 'place'] as const

/** When and where the talk is to be. */
export function talkOf(ground: Ground, read: Read): Talk {
  const item = groupsThatMake(read, 'talk')[0]?.items[0]
  if (item === undefined) return {}
  const [date, time, minutes, place] = TALK.map((id) => textIn(ground, item, id))
  return {
    ...(date !== undefined && isDay(date) ? { date } : {}),
    ...(time === undefined ? {} : { time }),
    ...(minutes === undefined || !Number.isFinite(Number(minutes)) ? {} : { minutes: Number(minutes) }),
    ...(place === undefined ? {} : { place }),
  }
}

/** The day of the next check-in, if one was named. */
export function checkinOf(ground: Ground, read: Read): string | undefined {
  const item = groupsThatMake(read, 'checkin')[0]?.items[0]
  const date = item === undefined ? undefined : textIn(ground, item, 'date')
  return date !== undefined && isDay(date) ? date : undefined
}

/** The local time of the next check-in (`HH:MM`), if one was named. */
export function checkinTime(ground: Ground, read: Read): string | undefined {
  const item = groupsThatMake(read, 'checkin')[0]?.items[0]
  const time = item === undefined ? undefined : textIn(ground, item, 'time')
  return time === undefined ? undefined : saidTime(time)
}

/** "24 November 2026, 14:00 (30 minutes, room 2) · prepared 21 November by Priya Raman". */
export function leadOf(facts: ComposeFacts, talk: Talk): string {
  const when = [talk.date === undefined ? undefined : formatDay(talk.date), talk.time].filter(
    (one) => one !== undefined,
  )
  const where = [
    talk.minutes === undefined ? undefined : NOTE_WORDS.minutes(talk.minutes),
    talk.place,
  ].filter((one) => one !== undefined)
  const meeting =
    when.length === 0
      ? where.join(', ')
      : `${when.join(', ')}${where.length === 0 ? '' : ` (${where.join(', ')})`}`
  const day = talk.date === undefined ? formatDay(facts.today) : dayBeside(facts.today, talk.date)
  const prepared = NOTE_WORDS.prepared(day, facts.author)
  return meeting === '' ? prepared.charAt(0).toUpperCase() + prepared.slice(1) : `${meeting} · ${prepared}`
}
