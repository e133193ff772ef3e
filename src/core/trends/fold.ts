import { barrierRow, isOpen } from '../barriers/list.ts'
import { isDay } from '../dates.ts'
import { type IdeaRow, ideasOf } from '../ideas/list.ts'
import { foldEvents, type GoalStatus, goalState, type StoredEvent } from '../notebook/events.ts'
import { type Digest, digestEvidence } from '../notebook/index/digest.ts'
import type { Facts } from '../notebook/note.ts'
import { isInPlace } from '../notebook/standing-gather.ts'
import { type CheckinFact, checkinFacts } from './checkins.ts'

/** What everything that is counted has: whose it is (slug), the plain day it counts for, and what it was made with (`id@version`). */
interface Fact {
  readonly person: string
  readonly date: string
  readonly template?: string
}

/** One item of evidence. */
export interface EvidenceFact extends Fact {
  readonly undated?: true
  readonly side?: string
  readonly area?: string
  readonly source?: string
  readonly ticket?: string
}

/** One session. `cites` are places in the list of all evidence. */
export interface SessionFact extends Fact {
  readonly cites: readonly number[]
  /** As they were picked: ids, or own words. */
  readonly causes: readonly string[]
  /** Sides of its points, and the day it was held or prepared; absent where it ended in a barrier note. */
  readonly said?: { readonly sides: readonly string[]; readonly on: string }
}

/** What was made in a session says which one, as a place in the list of all sessions. */
interface Made extends Fact {
  readonly session?: number
}

/** One goal with what became of it; `date` is when that was said, else when it was made. */
export interface GoalFact extends Made {
  readonly status: GoalStatus
}

/** One barrier that is open. */
export interface BarrierFact extends Made {
  readonly id: string
  readonly words: string
  readonly owner: string
  readonly area?: string
  readonly state: 'open' | 'raised'
}

/** One idea with where it stands. */
export interface IdeaFact extends Made, Pick<IdeaRow, 'id' | 'state' | 'since' | 'owner' | 'next'> {
  readonly words: string
}

/**
 * All that trends need of a notebook, folded from all notes and events. It depends on no day and no setting, and it is plain JSON, so that
 * it can be kept.
 */
export interface TrendFacts {
  readonly evidence: readonly EvidenceFact[]
  readonly sessions: readonly SessionFact[]
  readonly goals: readonly GoalFact[]
  readonly barriers: readonly BarrierFact[]
  readonly ideas: readonly IdeaFact[]
  readonly checkins: readonly CheckinFact[]
  /** When something that went well was said for itself. */
  readonly praise: readonly Fact[]
}

/** Folds all notes, given in any order. */
export function foldTrends(digests: Iterable<Digest>): TrendFacts {
  const all = [...digests]
  const events = foldEvents(all.map(({ facts }) => facts))
  const evidence: EvidenceFact[] = []
  const places = new Map<string, number>()
  for (const digest of all) {
    for (const { id, date, side, area, source, ticket, undated } of digestEvidence(digest)) {
      places.set(id, evidence.length)
      const told = { side: word(side), area: word(area), source: word(source), ticket: word(ticket) }
      evidence.push({ ...common(digest.facts), date, ...defined({ ...told, undated }) })
    }
  }
  const notes = all.map(({ facts }) => facts)
  const sessions = notes.filter(({ kind }) => kind === 'session')
  const numbers = new Map(sessions.map(({ id }, at) => [id, at]))
  const made = (facts: Facts): Made => {
    const at = numbers.get(facts.id) ?? numbers.get(word(facts.session) ?? '')
    return { ...common(facts), ...(at === undefined ? {} : { session: at }) }
  }
  return {
    evidence,
    sessions: sessions.map((facts) => sessionFact(facts, places)),
    goals: notes.flatMap((facts) => (facts.kind === 'goal' ? goalFact(facts, events, made(facts)) : [])),
    barriers: all.flatMap(({ facts, path }) => {
      const row = barrierRow(facts, path, events)
      if (row === undefined || !isOpen(row)) return []
      const { id, words, owner, area, state } = row
      const stands = state === 'raised' ? state : 'open'
      return [{ ...made(facts), id, words, owner, ...defined({ area }), state: stands }]
    }),
    ideas: all.flatMap((digest) =>
      ideasOf(digest, events).map(({ id, title, state, since, owner, next }) => {
        return { ...made(digest.facts), id, words: title, state, ...defined({ since, owner, next }) }
      }),
    ),
    checkins: checkinFacts(notes, events),
    praise: notes.flatMap((facts) =>
      (facts.items ?? [])
        .filter(({ kind }) => kind === 'recognition')
        .map(({ date }) => ({ ...common(facts), date: day(date) ?? facts.date })),
    ),
  }
}

function sessionFact(facts: Facts, places: ReadonlyMap<string, number>): SessionFact {
  const picked = facts.choices?.causes
  const causes = typeof picked === 'object' ? picked : typeof picked === 'string' ? [picked] : []
  const sides = Object.entries(facts.choices ?? {}).flatMap(([path, side]) =>
    path.endsWith('.side') && typeof side === 'string' ? [side] : [],
  )
  return {
    ...common(facts),
    cites: (facts.evidence ?? []).flatMap(({ id }) => places.get(id) ?? []),
    causes,
    ...(isInPlace(facts) ? {} : { said: { sides, on: day(facts.held) ?? facts.date } }),
  }
}

function goalFact(
  { id, date }: Facts,
  events: ReadonlyMap<string, readonly StoredEvent[]>,
  made: Made,
): readonly GoalFact[] {
  const { status, since } = goalState(id, events)
  return [{ ...made, date: since ?? date, status }]
}

function common({ person, date, template }: Facts): Fact {
  return { person, date, ...defined({ template }) }
}

function word(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function day(value: unknown): string | undefined {
  return typeof value === 'string' && isDay(value) ? value : undefined
}

function defined<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}
