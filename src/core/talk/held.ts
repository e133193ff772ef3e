import { isDay, timeOfDay } from '../dates.ts'
import type { StoredEvent } from '../notebook/events.ts'
import type { Facts } from '../notebook/note.ts'

/** The plain day on which a session's talk was held; undefined while that was not noted. */
export function heldDay(facts: Facts): string | undefined {
  return plainDay(facts.held)
}

/** Whether it was recorded that the talk of a session will not be held; `events` are by the id they are about. */
export function isCalledOff(
  { id }: Pick<Facts, 'id'>,
  events: ReadonlyMap<string, readonly StoredEvent[]>,
): boolean {
  return events.get(id)?.some(({ what }) => what === 'dropped') === true
}

/** When the talk of a session is to be, a plain day and `HH:MM`; undefined where no day is named. */
export function plannedTalk({ talk }: Facts): { readonly on: string; readonly at?: string } | undefined {
  if (typeof talk !== 'object' || talk === null || !('date' in talk)) return undefined
  const on = plainDay(talk.date)
  if (on === undefined) return undefined
  const at = 'time' in talk ? timeOfDay(talk.time) : undefined
  return at === undefined ? { on } : { on, at }
}

/** The day of the next check-in that a session names, if any. */
export function checkinPlanned(facts: Facts): string | undefined {
  const { checkin } = facts
  const isMap = typeof checkin === 'object' && checkin !== null && 'date' in checkin
  return plainDay(isMap ? checkin.date : checkin)
}

function plainDay(value: unknown): string | undefined {
  return typeof value === 'string' && isDay(value) ? value : undefined
}
