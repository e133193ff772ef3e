import { byText } from '../text/order.ts'
import type { Facts, Item, NoteEvent } from './note.ts'

/** An event with the note that brought it. */
export interface StoredEvent extends NoteEvent {
  /** When that note was made: ISO instant, UTC. */
  readonly created: string
  /** Id of that note. */
  readonly note: string
}

/** What became of a goal. */
export type GoalStatus = 'proposed' | 'agreed' | 'met' | 'changed' | 'dropped'

/**
 * The state of a goal: the last event that set one, when and why, and every other event on the way (progress). `due` is
 * its day after a move, `baseline` and `target` what they were set to later, `next` the goal that took its place.
 */
interface GoalState {
  readonly status: GoalStatus
  readonly since?: string
  readonly why?: string
  readonly due?: string
  readonly baseline?: string
  readonly target?: string
  readonly next?: string
  readonly progress: readonly StoredEvent[]
}

/** What became of a promise; `due` is its day after every move. */
interface PromiseState {
  readonly status: 'open' | 'kept' | 'dropped'
  readonly due?: string
  readonly since?: string
}

const GOAL_STATUSES: readonly GoalStatus[] = ['proposed', 'agreed', 'met', 'changed', 'dropped']

/**
 * Every event about every id, in the order in which it counts: by day, then by when its note was made, then by that
 * note's id, then as written. The order in which notes are given does not matter.
 */
export function foldEvents(
  notes: readonly Pick<Facts, 'id' | 'created' | 'events'>[],
): ReadonlyMap<string, readonly StoredEvent[]> {
  const all = notes.flatMap((note) =>
    (note.events ?? []).map((event): StoredEvent => ({ ...event, created: note.created, note: note.id })),
  )
  all.sort((a, b) => byText(a.on, b.on) || byText(a.created, b.created) || byText(a.note, b.note))
  const byId = new Map<string, StoredEvent[]>()
  for (const event of all) {
    const known = byId.get(event.of)
    if (known) known.push(event)
    else byId.set(event.of, [event])
  }
  return byId
}

/** Events about a goal that change what it says rather than tell how it goes. */
const AMENDMENTS: readonly string[] = ['moved', 'baseline', 'target']

/** The state of a goal: `proposed` until an event says otherwise; the last one counts. */
export function goalState(goal: string, events: ReadonlyMap<string, readonly StoredEvent[]>): GoalState {
  const own = events.get(goal) ?? []
  const last = own.findLast((event) => statusOf(event) !== undefined)
  const progress = own.filter((event) => statusOf(event) === undefined && !AMENDMENTS.includes(event.what))
  const due = own.findLast((event) => event.what === 'moved' && event.to !== undefined)?.to
  const baseline = own.findLast(({ what }) => what === 'baseline')?.value
  const target = own.findLast(({ what }) => what === 'target')?.value
  return {
    status: last === undefined ? 'proposed' : (statusOf(last) ?? 'proposed'),
    ...(last === undefined ? {} : { since: last.on }),
    ...(last?.why === undefined ? {} : { why: last.why }),
    ...(due === undefined ? {} : { due }),
    ...(baseline === undefined ? {} : { baseline }),
    ...(target === undefined ? {} : { target }),
    ...(last?.goal === undefined ? {} : { next: last.goal }),
    progress,
  }
}

/** The state of a promise: open until it was kept or dropped; each move gives it another day. */
export function promiseState(
  promise: Item,
  events: ReadonlyMap<string, readonly StoredEvent[]>,
): PromiseState {
  const own = events.get(promise.id) ?? []
  const moved = own.findLast((event) => event.what === 'moved' && event.to !== undefined)?.to
  const due = moved ?? (typeof promise.by === 'string' ? promise.by : undefined)
  const last = own.findLast(({ what }) => what === 'kept' || what === 'dropped' || what === 'open')
  return {
    status: last?.what === 'kept' || last?.what === 'dropped' ? last.what : 'open',
    ...(due === undefined ? {} : { due }),
    ...(last ? { since: last.on } : {}),
  }
}

/** Which evidence was used, and by which sessions: item id -> ids of the sessions that cite it, oldest first. */
export function usedEvidence(notes: readonly Facts[]): ReadonlyMap<string, readonly string[]> {
  const used = new Map<string, string[]>()
  const sessions = notes.filter(({ kind }) => kind === 'session')
  sessions.sort((a, b) => byText(a.date, b.date) || byText(a.created, b.created) || byText(a.id, b.id))
  for (const session of sessions) {
    for (const { id } of session.evidence ?? []) {
      const known = used.get(id)
      if (known) known.push(session.id)
      else used.set(id, [session.id])
    }
  }
  return used
}

function statusOf(event: NoteEvent): GoalStatus | undefined {
  return GOAL_STATUSES.find((status) => status === event.what)
}
