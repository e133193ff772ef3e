import { timeOfDay } from '../dates.ts'
import type { StoredEvent } from './events.ts'
import type { NoteEvent } from './note.ts'
import type { Standing } from './standing.ts'
import { dayOf, type Gathered } from './standing-gather.ts'

/** The newest note that names a check-in counts, until one was held after it, or a later event moved or skipped it. */
export function nextCheckinOf(
  person: string,
  { talks }: Gathered,
  events: ReadonlyMap<string, readonly StoredEvent[]>,
): Pick<Standing, 'nextCheckin' | 'checkinOf' | 'checkinAfter'> {
  const held = talks.findLastIndex(({ kind }) => kind === 'checkin')
  const named = talks.findLastIndex(({ next }) => next !== undefined)
  const last = talks[held] ?? talks.at(-1)
  const talk = named >= held ? (talks[named] ?? last) : last
  const of = talk?.id ?? person
  const event = events.get(of)?.findLast(({ what }) => what === 'moved' || what === 'skipped')
  const from = event?.what === 'skipped' ? skippedFrom(event) : last?.date
  const after = from === undefined ? {} : { checkinAfter: from }
  if (event?.what === 'skipped') return { checkinOf: of, ...after }
  const to = dayOf(event?.to)
  if (to !== undefined) {
    const time = timeOfDay(event?.at)
    const at = time === undefined ? {} : { at: time }
    return { checkinOf: of, ...after, nextCheckin: { on: to, ...at, moved: true } }
  }
  return { checkinOf: of, ...after, ...(talk?.next === undefined ? {} : { nextCheckin: talk.next }) }
}

/** The day a skipped check-in counts as dealt with: its own, or the day it was skipped where that is later, so that what was missed does not pile up. */
export function skippedFrom({ was, on }: Pick<NoteEvent, 'was' | 'on'>): string {
  const day = dayOf(was)
  return day !== undefined && day > on ? day : on
}
