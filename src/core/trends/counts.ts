import { barrierRow, isOpen } from '../barriers/list.ts'
import { daysBetween, isDay } from '../dates.ts'
import { ideasOf } from '../ideas/list.ts'
import { goalState, type StoredEvent } from '../notebook/events.ts'
import type { Digest } from '../notebook/index/digest.ts'
import type { Listed } from '../notebook/listing.ts'
import type { Facts, Person } from '../notebook/note.ts'
import type { Standing } from '../notebook/standing.ts'
import { type CheckinCount, checkinsOf } from './checkins.ts'
import type { Scope } from './query.ts'
import type { Counted } from './tally.ts'
import type { BarrierTrend, IdeaTrend } from './trends.ts'

type Events = ReadonlyMap<string, readonly StoredEvent[]>

/** Evidence by one of its facts; `side` where it is to be told. */
export function evidenceCounts(
  items: readonly Listed[],
  keyOf: (item: Listed) => unknown,
  withSide = false,
): readonly Counted[] {
  return items.map((item) => {
    const key = keyOf(item)
    const side = item.side === 'strength' ? 'strengths' : item.side === 'growth' ? 'growths' : 'neither'
    return {
      ...{ key: typeof key === 'string' && key !== '' ? key : null, person: item.person },
      ...(withSide ? { side } : {}),
    }
  })
}

/** The month of an item, `YYYY-MM`; undefined where nobody knows its day. */
export function monthOf({ date, undated }: Listed): string | undefined {
  return undated === true || !isDay(date) ? undefined : date.slice(0, 7)
}

/** Goals by what became of them; each counts for the day on which that was said, or on which it was made. */
export function goalCounts(notes: readonly Facts[], events: Events, scope: Scope): readonly Counted[] {
  return notes.flatMap((facts) => {
    if (facts.kind !== 'goal' || !scope.fits(facts)) return []
    const { status, since } = goalState(facts.id, events)
    return scope.isWithin(since ?? facts.date) ? [{ key: status, person: facts.person }] : []
  })
}

/** Check-ins of everybody by what became of them. */
export function checkinCounts(
  notes: readonly Facts[],
  events: Events,
  {
    people,
    standing,
    today,
  }: {
    readonly people: readonly Person[]
    readonly standing: ReadonlyMap<string, Standing>
    readonly today: string
  },
  { isWithin, fits }: Scope,
): readonly CheckinCount[] {
  const talks = new Map<string, Facts[]>(people.map(({ slug }) => [slug, []]))
  for (const facts of notes) {
    if ((facts.kind === 'session' || facts.kind === 'checkin') && fits(facts))
      talks.get(facts.person)?.push(facts)
  }
  return people
    .flatMap((person) =>
      checkinsOf(person, talks.get(person.slug) ?? [], events, standing.get(person.slug), today),
    )
    .filter(({ date }) => isWithin(date))
}

/** Every barrier that is open, the oldest first: how long something has been in the way is no judgement of anybody. */
export function barrierTrends(
  digests: readonly Digest[],
  events: Events,
  today: string,
  { isWithin, fits }: Scope,
): readonly Named<BarrierTrend>[] {
  return digests
    .flatMap(({ facts, path }) => {
      const row = barrierRow(facts, path, events)
      if (row === undefined || !isOpen(row) || !fits(facts)) return []
      const { person, words, owner, area, state, from } = row
      const days = isDay(from) ? Math.max(0, daysBetween(from, today)) : 0
      return [
        { person, words, owner, ...(area === undefined ? {} : { area }), state, from, days, id: row.id },
      ]
    })
    .filter(({ from }) => isWithin(from))
    .sort((a, b) => compare(a.from, b.from) || compare(a.id, b.id))
    .map(({ id: _id, ...row }) => row)
}

/** Every idea for the work with where it stands, the newest first. */
export function ideaTrends(
  digests: readonly Digest[],
  events: Events,
  { isWithin, fits }: Scope,
): readonly Named<IdeaTrend>[] {
  return digests
    .flatMap((digest) => (fits(digest.facts) ? ideasOf(digest, events) : []))
    .filter(({ date }) => isWithin(date))
    .sort((a, b) => compare(b.date, a.date) || compare(a.id, b.id))
    .map(({ person, title, date, state, since, owner, next }) => ({
      ...{ person, words: title, date, state },
      ...(since === undefined ? {} : { since }),
      ...(owner === undefined ? {} : { owner }),
      ...(next === undefined ? {} : { next }),
    }))
}

type Named<T> = T & { readonly person: string }

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
