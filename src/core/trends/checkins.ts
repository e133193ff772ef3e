import { cadenceOf } from '../checkins/cadence-phrase.ts'
import { nextCheckin } from '../checkins/due.ts'
import type { StoredEvent } from '../notebook/events.ts'
import type { Facts, Person } from '../notebook/note.ts'
import { compareRows } from '../notebook/query.ts'
import type { Standing } from '../notebook/standing.ts'
import { isInPlace } from '../notebook/standing-gather.ts'
import { checkinPlanned } from '../talk/held.ts'
import type { Counted } from './tally.ts'

/** What became of check-ins; `unplanned` were held without having been named before. */
export type CheckinState = 'held' | 'unplanned' | 'skipped' | 'overdue' | 'to-come'

/** One check-in and the plain day it counts for: held or skipped on it, due on it. */
export interface CheckinCount extends Counted {
  readonly key: CheckinState
  readonly date: string
}

/**
 * Check-ins held against planned with one person. `notes` are the facts of all their sessions and check-ins. One is planned where an
 * earlier note names its day or the person has a cadence; however many were missed in a row, it is one.
 */
export function checkinsOf(
  person: Person,
  notes: readonly Facts[],
  events: ReadonlyMap<string, readonly StoredEvent[]>,
  standing: Standing | undefined,
  today: string,
): readonly CheckinCount[] {
  const { slug } = person
  const talks = notes.filter((facts) => facts.kind === 'checkin' || !isInPlace(facts)).sort(compareRows)
  const hasCadence = cadenceOf(person.cadence) !== undefined
  const skips = (id: string) => events.get(id)?.findLast(({ what }) => what === 'skipped' || what === 'moved')
  const found: CheckinCount[] = []
  let isPlanned = hasCadence || skips(slug)?.what === 'moved'
  const skip = (id: string): void => {
    const last = skips(id)
    if (last?.what === 'skipped') found.push({ key: 'skipped', person: slug, date: last.was ?? last.on })
  }
  // Before there was any note, a move or a skip is about the person.
  skip(slug)
  for (const facts of talks) {
    if (facts.kind === 'checkin') {
      found.push({ key: isPlanned ? 'held' : 'unplanned', person: slug, date: facts.date })
      isPlanned = hasCadence
    }
    skip(facts.id)
    const last = skips(facts.id)?.what
    if (last === 'skipped') isPlanned = hasCadence
    else if (checkinPlanned(facts) !== undefined || last === 'moved') isPlanned = true
  }
  const next = nextCheckin(person, standing, today)
  if (next === undefined) return found
  return [...found, { key: next.due < today ? 'overdue' : 'to-come', person: slug, date: next.due }]
}
