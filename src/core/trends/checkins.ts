import { cadenceOf } from '../checkins/cadence-phrase.ts'
import { nextCheckin } from '../checkins/due.ts'
import type { StoredEvent } from '../notebook/events.ts'
import type { Facts, Person } from '../notebook/note.ts'
import { compareRows } from '../notebook/query.ts'
import type { Standing } from '../notebook/standing.ts'
import { isInPlace } from '../notebook/standing-gather.ts'
import { checkinPlanned } from '../talk/held.ts'
import type { Counted } from './tally.ts'

/** A check-in that was held or skipped on purpose, on a plain day; `named` where an earlier note had named its day. */
export interface CheckinFact {
  readonly person: string
  readonly date: string
  readonly template?: string
  readonly what: 'held' | 'skipped'
  readonly named?: true
}

/** What became of check-ins; `unplanned` were held without having been named before. */
type CheckinState = 'held' | 'unplanned' | 'skipped' | 'overdue' | 'to-come'

/** One check-in and the plain day it counts for: held or skipped on it, due on it. */
interface CheckinCount extends Counted {
  readonly key: CheckinState
  readonly date: string
  readonly template?: string
}

type Events = ReadonlyMap<string, readonly StoredEvent[]>

/** Every check-in that was held or skipped, person by person. */
export function checkinFacts(notes: readonly Facts[], events: Events): readonly CheckinFact[] {
  const talks = new Map<string, Facts[]>()
  for (const facts of notes) {
    if (facts.kind !== 'checkin' && (facts.kind !== 'session' || isInPlace(facts))) continue
    const own = talks.get(facts.person)
    if (own) own.push(facts)
    else talks.set(facts.person, [facts])
  }
  return [...talks].flatMap(([person, own]) => factsOf(person, own.sort(compareRows), events))
}

function factsOf(person: string, talks: readonly Facts[], events: Events): readonly CheckinFact[] {
  const found: CheckinFact[] = []
  let isNamed = false
  const look = (id: string, planned?: string): void => {
    const changes = (events.get(id) ?? []).filter(({ what }) => what === 'skipped' || what === 'moved')
    // Several in a row may be left out after one note; one that was left out on two computers is still one.
    const skipped = changes.filter(({ what }) => what === 'skipped').map(({ was, on }) => was ?? on)
    for (const date of new Set(skipped)) found.push({ person, date, what: 'skipped' })
    const last = changes.at(-1)
    if (last?.what === 'skipped') isNamed = false
    else if (planned !== undefined || last?.what === 'moved') isNamed = true
  }
  // Before there was any note, a move or a skip is about the person.
  look(person)
  for (const facts of talks) {
    if (facts.kind === 'checkin') {
      const { date, template } = facts
      const made = template === undefined ? {} : { template }
      found.push({ person, date, what: 'held', ...made, ...(isNamed ? { named: true } : {}) })
      isNamed = false
    }
    look(facts.id, checkinPlanned(facts))
  }
  return found
}

/**
 * Check-ins held against planned. One is planned where an earlier note names its day or the person has a cadence; however many
 * were missed in a row, it is one that is overdue.
 */
export function checkinCounts(
  facts: readonly CheckinFact[],
  people: readonly Person[],
  standing: ReadonlyMap<string, Standing>,
  today: string,
): readonly CheckinCount[] {
  const regular = new Set(
    people.filter(({ cadence }) => cadenceOf(cadence) !== undefined).map(({ slug }) => slug),
  )
  const past = facts.map(({ what, named, ...fact }): CheckinCount => {
    const isPlanned = named === true || regular.has(fact.person)
    return { ...fact, key: what === 'skipped' ? 'skipped' : isPlanned ? 'held' : 'unplanned' }
  })
  const next = people.flatMap((person): readonly CheckinCount[] => {
    const one = nextCheckin(person, standing.get(person.slug), today)
    if (one === undefined) return []
    return [{ key: one.due < today ? 'overdue' : 'to-come', person: person.slug, date: one.due }]
  })
  return [...past, ...next]
}
