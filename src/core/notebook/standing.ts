import { type BarrierRow, barrierRow, isOpen } from '../barriers/list.ts'
import { usedForms } from '../forms/facts.ts'
import { byText } from '../text/order.ts'
import { foldEvents, type GoalStatus, goalState, promiseState, type StoredEvent } from './events.ts'
import type { Digest } from './index/digest.ts'
import type { Facts } from './note.ts'
import { compareRows } from './query.ts'
import { nextCheckinOf } from './standing-checkin.ts'
import { emptyGathered, type Gathered, gather, isInPlace, praise } from './standing-gather.ts'
import { openTalkOf } from './standing-talk.ts'

/** Something promised or agreed that is still open. `by` is its day after every move. */
export interface OpenItem {
  readonly id: string
  readonly kind: string
  readonly words: string
  /** Who promised it, where that is neither the mentor nor the person. */
  readonly who?: string
  readonly by?: string
  /** Day and path of the note it stands in. */
  readonly from: string
  readonly path: string
}

/**
 * A goal that is proposed or agreed and not yet met, changed or dropped. `by` is its day after every move; `baseline`,
 * `target` and `now`, said on the day `nowOn`, are amounts as they were written.
 */
export interface OpenGoal {
  readonly id: string
  readonly title: string
  readonly status: 'proposed' | 'agreed'
  readonly by?: string
  readonly baseline?: string
  readonly target?: string
  readonly now?: string
  readonly nowOn?: string
  /** Day and path of its note. */
  readonly from: string
  readonly path: string
}

/** An item of evidence that no session cites yet. */
export interface UnusedEvidence {
  readonly id: string
  readonly date: string
  readonly side?: string
  readonly path: string
}

/** A form that was asked for, or that came in; days are plain. */
export interface OpenForm {
  readonly id: string
  /** Id of its template. */
  readonly form: string
  readonly from: 'person' | 'peer' | 'customer'
  readonly title: string
  /** When it was asked for, or came in. */
  readonly on: string
  /** Until when an answer was hoped for. */
  readonly by?: string
  readonly path: string
}

/**
 * What is open with one person and what happened last: the fold of all events about their notes. It does not depend on
 * the day it is asked; days are plain, `YYYY-MM-DD`, and absent where nothing of the kind happened yet.
 */
export interface Standing {
  readonly person: string
  readonly promises: readonly OpenItem[]
  readonly agreements: readonly OpenItem[]
  readonly goals: readonly OpenGoal[]
  readonly unused: readonly UnusedEvidence[]
  /** The days of that evidence, oldest first: all that some ask of it. */
  readonly unusedDays: readonly string[]
  readonly notes: number
  /** Forms that were asked for and are not in. */
  readonly asked?: readonly OpenForm[]
  /** What the person wrote of themself, and no session has used yet; the newest first. */
  readonly answered?: readonly OpenForm[]
  /** What is in the way of the work, found with this person and not over. */
  readonly barriers?: readonly BarrierRow[]
  readonly lastSession?: string
  readonly lastCheckin?: string
  /** The next check-in where a note or a later event names one, with its time of day if any. */
  readonly nextCheckin?: { readonly on: string; readonly at?: string; readonly moved?: true }
  /**
   * The newest session, while nothing says that it was talked about: the day and local time its talk is planned for, if any, and
   * `from`, the day it was prepared.
   */
  readonly openTalk?: {
    readonly id: string
    readonly path: string
    readonly from: string
    readonly on?: string
    readonly at?: string
  }
  /** What an event has to be about that moves or skips the next check-in: the id of a note, or the slug where there is none. */
  readonly checkinOf: string
  /** The day from which a cadence counts: the one that was skipped, else the last check-in, else the last session. */
  readonly checkinAfter?: string
  /** When something that went well was last said: a recognition, or a strength in a session that was held. */
  readonly lastPraise?: string
}

/** What became of a goal, a promise or an agreement; `due` is the day of a promise after every move. */
export interface ItemState {
  readonly status: 'proposed' | 'agreed' | 'met' | 'changed' | 'dropped' | 'open' | 'kept'
  readonly since?: string
  readonly due?: string
}

/** Where one person stands, and what became of everything that can be open, by id. */
export interface Folded {
  readonly standing: Standing
  readonly states: ReadonlyMap<string, ItemState>
}

/**
 * Folds all notes of a notebook into where each person stands, by slug. The notes are looked at once, in any order, and
 * not kept.
 */
export function foldStanding(digests: Iterable<Digest>): ReadonlyMap<string, Folded> {
  const all = new Map<string, Gathered>()
  const notesWithEvents: Pick<Facts, 'id' | 'created' | 'events'>[] = []
  const used = new Set<string>()
  const strengths = new Set<string>()
  for (const digest of digests) {
    const { facts } = digest
    const { id, created, events, person } = facts
    if (events !== undefined && events.length > 0) notesWithEvents.push({ id, created, events })
    if (facts.kind === 'session') for (const cite of facts.evidence ?? []) used.add(cite.id)
    if (facts.kind === 'session' && !isInPlace(facts)) for (const id of usedForms(facts)) used.add(id)
    const own = all.get(person) ?? emptyGathered()
    all.set(person, own)
    gather(own, digest, strengths)
  }
  const events = foldEvents(notesWithEvents)
  const people = [...all].sort(([a], [b]) => (a < b ? -1 : 1))
  return new Map(people.map(([slug, own]) => [slug, settle(slug, own, events, used, strengths)]))
}

/** Which forms wait for an answer, and which answers wait for a session. */
function formsOf(
  { forms }: Gathered,
  events: ReadonlyMap<string, readonly StoredEvent[]>,
  used: ReadonlySet<string>,
): Pick<Standing, 'asked' | 'answered'> {
  const plain = forms.map(({ state: _state, ...form }) => form)
  const isIn = (id: string) => events.get(id)?.some(({ what }) => what === 'received' || what === 'dropped')
  const asked = plain.filter(({ id }, at) => forms[at]?.state === 'asked' && isIn(id) !== true)
  const answered = plain
    .filter(({ id, from }, at) => forms[at]?.state === 'received' && from === 'person' && !used.has(id))
    .sort((a, b) => byText(b.on, a.on) || byText(b.id, a.id))
  return {
    ...(asked.length === 0 ? {} : { asked: asked.sort((a, b) => byText(a.on, b.on) || byText(a.id, b.id)) }),
    ...(answered.length === 0 ? {} : { answered }),
  }
}

function barriersOf(
  own: Gathered,
  events: ReadonlyMap<string, readonly StoredEvent[]>,
): Pick<Standing, 'barriers'> {
  const rows = own.barriers.flatMap(({ facts, path }) => barrierRow(facts, path, events) ?? [])
  const barriers = rows.filter(isOpen)
  return barriers.length === 0 ? {} : { barriers: barriers.sort((a, b) => byText(a.id, b.id)) }
}

function isClosed(status: GoalStatus): status is 'met' | 'changed' | 'dropped' {
  return status !== 'proposed' && status !== 'agreed'
}

function settle(
  person: string,
  own: Gathered,
  events: ReadonlyMap<string, readonly StoredEvent[]>,
  used: ReadonlySet<string>,
  strengths: ReadonlySet<string>,
): Folded {
  const states = new Map<string, ItemState>()
  const promises = own.promises.flatMap(({ item, goal, ...promise }) => {
    const alone = promiseState(item, events)
    const status = goal === undefined ? undefined : goalState(goal, events).status
    // What was planned for a goal ends with the goal, and its steps are nobody's word before it is agreed.
    const isOver = alone.status === 'open' && status !== undefined && isClosed(status)
    const state: ItemState = isOver ? { ...alone, status: 'dropped' } : alone
    states.set(item.id, state)
    if (status === 'proposed' && item.kind === 'agreement') return []
    return state.status === 'open'
      ? [{ ...promise, ...(state.due === undefined ? {} : { by: state.due }) }]
      : []
  })
  const goals = own.goals.flatMap((goal): readonly OpenGoal[] => {
    const state = goalState(goal.id, events)
    const { status, since, due } = state
    states.set(goal.id, { status, ...(since === undefined ? {} : { since }) })
    if (isClosed(status)) return []
    const last = state.progress.findLast(({ value }) => value !== undefined)
    const now = last?.value === undefined ? {} : { now: last.value, nowOn: last.on }
    const set = { by: due, baseline: state.baseline, target: state.target }
    const later = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined))
    return [{ ...goal, ...later, ...now, status }]
  })
  own.talks.sort((a, b) => compareRows(a, b))
  for (const talk of own.talks) {
    const held = talk.held ?? events.get(talk.id)?.find(({ what }) => what === 'held')?.on
    if (held !== undefined && talk.cites.some((id) => strengths.has(id))) praise(own, held)
  }
  const lastSession = own.talks.findLast(({ kind }) => kind === 'session')?.date
  const lastCheckin = own.talks.findLast(({ kind }) => kind === 'checkin')?.date
  const unused = own.evidence.filter(({ id }) => !used.has(id)).sort(byDay)
  const standing: Standing = {
    person,
    promises: promises.filter(({ kind }) => kind === 'promise').sort(byDue),
    agreements: promises.filter(({ kind }) => kind === 'agreement').sort(byDue),
    goals: goals.sort(byDue),
    unused,
    unusedDays: unused.map(({ date }) => date),
    notes: own.notes,
    ...formsOf(own, events, used),
    ...barriersOf(own, events),
    ...(lastSession === undefined ? {} : { lastSession }),
    ...(lastCheckin === undefined ? {} : { lastCheckin }),
    ...nextCheckinOf(person, own, events),
    ...openTalkOf(own, events),
    ...(own.lastPraise === undefined ? {} : { lastPraise: own.lastPraise }),
  }
  return { standing, states }
}

/** By the day they are due, those without a day last; then by id, so that the order of files does not matter. */
function byDue(
  a: { readonly by?: string; readonly id: string },
  b: { readonly by?: string; readonly id: string },
): number {
  return byText(a.by ?? '~', b.by ?? '~') || byText(a.id, b.id)
}

function byDay(a: UnusedEvidence, b: UnusedEvidence): number {
  return byText(a.date, b.date) || byText(a.id, b.id)
}
