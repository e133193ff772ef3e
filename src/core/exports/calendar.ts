import type { Upcoming } from '../checkins/upcoming.ts'
import { instantIn } from '../checkins/zone.ts'
import { isDay, timeOfDay } from '../dates.ts'
import type { StoredEvent } from '../notebook/events.ts'
import type { Digest } from '../notebook/index/digest.ts'
import type { Facts } from '../notebook/note.ts'
import type { Standing } from '../notebook/standing.ts'
import { withWhose } from '../notebook/standing-gather.ts'
import { heldDay, isCalledOff } from '../talk/held.ts'

/** What stands in a calendar: a check-in or a talk to come, and the day of a goal, a promise or an agreement. */
export type CalendarKind = 'checkin' | 'talk' | 'goal' | 'promise' | 'agreement'

/**
 * One thing with a day. It lasts the whole of `day` (plain) unless `instant` (ISO, UTC) says when it begins; then `at` is
 * the local time that stands for, and `minutes` how long it lasts.
 */
export interface CalendarEntry {
  /** The same in every export for as long as it is the same thing, also when its day changes. */
  readonly uid: string
  readonly kind: CalendarKind
  /** Slug. */
  readonly person: string
  /** Id of the goal, the promise, or the note of the talk; absent for a check-in, which is in no note yet. */
  readonly of?: string
  readonly day: string
  readonly at?: string
  readonly instant?: string
  readonly minutes?: number
  /** What a goal, a promise or an agreement says. */
  readonly words?: string
}

/**
 * When a talk is: a plain day, and where the time is known `at` (the mentor's), when it begins (ISO, UTC) and how long it
 * lasts in minutes.
 */
export type TalkTime = Pick<CalendarEntry, 'day' | 'at' | 'instant' | 'minutes'>

/** What the entries are made of; `zone` (IANA) and `today` (plain day) are the mentor's. */
interface CalendarSource {
  readonly checkins: readonly Upcoming[]
  readonly standing: ReadonlyMap<string, Standing>
  /** The notes of sessions. */
  readonly sessions: readonly Digest[]
  /** What was recorded later, by the id it is about: a talk that was let go is none to come. */
  readonly events: ReadonlyMap<string, readonly StoredEvent[]>
  readonly zone: string
  readonly today: string
}

/** How long a check-in or a talk lasts where nothing says so, in minutes. */
const LENGTH = 30

/**
 * Everything that has a day: the next check-ins, the talks from `today` on that are still to be held, and what is open with a day of its own, also
 * where that has passed. In the order of their days. A talk's time is the mentor's; a check-in's is the person's where
 * they have a zone.
 */
export async function calendarEntries(source: CalendarSource): Promise<readonly CalendarEntry[]> {
  const { checkins, standing, sessions, events, zone, today } = source
  const timed = [
    ...checkins.map((one) => checkinEntry(one, standing.get(one.person), zone)),
    ...sessions
      .filter(({ facts }) => heldDay(facts) === undefined && !isCalledOff(facts, events))
      .flatMap((one) => talkEntry(one, zone, today)),
  ]
  const days = [...standing.values()].flatMap(openDays)
  return [...(await Promise.all(timed)), ...days].sort(byDay)
}

async function checkinEntry(next: Upcoming, own: Standing | undefined, zone: string): Promise<CalendarEntry> {
  const { person, due, at } = next
  // Counted from the same note it is the same check-in, wherever it was moved.
  const uid = uidOf('checkin', own?.checkinOf ?? person)
  return { uid, kind: 'checkin', person, day: due, ...(await timeOf(next.zone ?? zone, due, at, LENGTH)) }
}

function talkEntry({ facts }: Digest, zone: string, today: string): readonly Promise<CalendarEntry>[] {
  const { id, person } = facts
  const planned = talkPlanned(facts)
  if (planned === undefined || planned.day < today) return []
  const entry = { uid: uidOf('talk', id), kind: 'talk', person, of: id } as const
  return [withInstant(planned, zone).then((when) => ({ ...entry, ...when }))]
}

/**
 * When the talk of a session is or was, from its front matter; `zone` (IANA) is the mentor's. One that was held on another day than
 * planned has that day, and no time. Undefined where no day is set.
 */
export async function talkTime(facts: Facts, zone: string): Promise<TalkTime | undefined> {
  const planned = talkPlanned(facts)
  const held = heldDay(facts)
  if (planned !== undefined && held !== undefined && held !== planned.day) return { day: held }
  return planned === undefined ? undefined : withInstant(planned, zone)
}

interface Planned {
  readonly day: string
  readonly at: string | undefined
  readonly minutes: number
}

function talkPlanned({ talk }: Facts): Planned | undefined {
  if (typeof talk !== 'object' || talk === null) return undefined
  const { date, time, minutes } = talk as Readonly<Record<string, unknown>>
  if (typeof date !== 'string' || !isDay(date)) return undefined
  const length = typeof minutes === 'number' && minutes > 0 && minutes <= 24 * 60 ? minutes : LENGTH
  return { day: date, at: timeOfDay(time), minutes: length }
}

async function withInstant({ day, at, minutes }: Planned, zone: string): Promise<TalkTime> {
  return { day, ...(await timeOf(zone, day, at, minutes)) }
}

async function timeOf(
  zone: string,
  day: string,
  at: string | undefined,
  minutes: number,
): Promise<Pick<CalendarEntry, 'at' | 'instant' | 'minutes'>> {
  return at === undefined ? {} : { at, instant: await instantIn(zone, day, at), minutes }
}

function openDays({ person, goals, promises, agreements }: Standing): readonly CalendarEntry[] {
  const entries = (kind: CalendarKind, id: string, by: string | undefined, words: string) =>
    by === undefined || !isDay(by) ? [] : [{ uid: uidOf(kind, id), kind, person, of: id, day: by, words }]
  return [
    ...goals.flatMap(({ id, by, title }) => entries('goal', id, by, title)),
    ...promises.flatMap((item) => entries('promise', item.id, item.by, withWhose(item))),
    ...agreements.flatMap(({ id, by, words }) => entries('agreement', id, by, words)),
  ]
}

/** The name of an entry in a calendar: the same for as long as it is the same thing. */
export function uidOf(kind: CalendarKind, of: string): string {
  return `${kind}-${of.toLowerCase()}@tactful`
}

function byDay(a: CalendarEntry, b: CalendarEntry): number {
  const [x, y] = a.day === b.day ? [a.instant ?? '', b.instant ?? ''] : [a.day, b.day]
  if (x !== y) return x < y ? -1 : 1
  return a.uid < b.uid ? -1 : 1
}
