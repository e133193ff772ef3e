import { isDay } from '../dates.ts'
import { sectionOf } from './assemble.ts'
import { foldEvents, type GoalStatus, goalState, promiseState, type StoredEvent } from './events.ts'
import { type Listed, listed, wordsOf } from './listing.ts'
import type { Facts, Item, Person, StoredNote } from './note.ts'
import { compareRows, runQuery } from './query.ts'

/** A goal with what became of it. `measure`, `baseline`, `target` are the person's words; `by` and `since` plain days. */
export interface GoalLine {
  readonly id: string
  readonly title: string
  /** The whole goal as it was written; the title may be shorter. */
  readonly words: string
  readonly state: GoalStatus
  readonly open: boolean
  readonly since?: string
  readonly by?: string
  readonly measure?: string
  readonly baseline?: string
  readonly target?: string
  readonly path: string
}

/** A promise or an agreement with what became of it; `by` is its day after every move. */
export interface PromiseLine {
  readonly id: string
  readonly kind: string
  readonly words: string
  readonly state: 'open' | 'kept' | 'dropped'
  readonly who?: string
  readonly by?: string
  readonly path: string
}

/** What was agreed with somebody last time, and what is still open from before. `talk` and `checkin` are plain days. */
export interface LastTime {
  readonly person: string
  readonly name: string
  readonly note: Listed | null
  readonly goals: readonly GoalLine[]
  readonly promises: readonly PromiseLine[]
  readonly talk: string | null
  readonly checkin: string | null
}

type Events = ReadonlyMap<string, readonly StoredEvent[]>

/** Folds all notes of the notebook into what matters before the next talk with this person. */
export function lastTime(person: Person, notes: readonly StoredNote[]): LastTime {
  const own = notes.filter(({ note }) => note.facts.person === person.slug)
  const events = foldEvents(notes.map(({ note }) => note.facts))
  const [newest] = runQuery(
    own.filter(({ note }) => note.facts.kind === 'session' || note.facts.kind === 'checkin'),
    {},
    ({ note }) => note.facts,
  )
  const fresh = new Set(newest?.note.facts.goals ?? [])
  const goals = own
    .filter(({ note }) => note.facts.kind === 'goal')
    .map((stored) => goalLine(stored, events))
    .filter((goal) => goal.open || fresh.has(goal.id))
    .sort(byState)
  const promises = own
    .toSorted((a, b) => compareRows(a.note.facts, b.note.facts))
    .flatMap((stored) => promiseLines(stored, events).filter((one) => one.open || stored === newest))
    .map(({ open: _open, ...line }) => line)
  return {
    person: person.slug,
    name: person.name,
    note: newest === undefined ? null : listed(newest),
    goals,
    promises,
    talk: newest === undefined ? null : talkDay(newest.note.facts),
    checkin: dayOf(newest?.note.facts.checkin),
  }
}

function goalLine({ note, path }: StoredNote, events: Events): GoalLine {
  const { facts } = note
  const { status, since } = goalState(facts.id, events)
  const told = (['by', 'measure', 'baseline', 'target'] as const).flatMap((key) => {
    const value = factOf(facts, key)
    return value === undefined ? [] : [[key, value] as const]
  })
  return {
    id: facts.id,
    title: facts.title,
    words: sectionOf(note, 'goal')?.text ?? facts.title,
    state: status,
    open: status !== 'met' && status !== 'dropped',
    ...(since === undefined ? {} : { since }),
    ...Object.fromEntries(told),
    path,
  }
}

function promiseLines(
  { note, path }: StoredNote,
  events: Events,
): readonly (PromiseLine & { readonly open: boolean })[] {
  const items = (note.facts.items ?? []).filter(({ kind }) => kind === 'promise' || kind === 'agreement')
  return items.map((item) => {
    const { status, due } = promiseState(item, events)
    const who = textOf(item, 'who')
    return {
      id: item.id,
      kind: item.kind,
      words: wordsOf(note, item) ?? textOf(item, 'text') ?? item.label ?? '',
      state: status,
      open: status === 'open',
      ...(who === undefined ? {} : { who }),
      ...(due === undefined ? {} : { by: due }),
      path,
    }
  })
}

function dayOf(value: unknown): string | null {
  return typeof value === 'string' && isDay(value) ? value : null
}

function talkDay(facts: Facts): string | null {
  const { talk } = facts
  return typeof talk === 'object' && talk !== null && 'date' in talk ? dayOf(talk.date) : null
}

function factOf(facts: Facts, key: string): string | undefined {
  const value = facts[key] ?? facts.choices?.[key]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

function textOf(item: Item, key: string): string | undefined {
  const value = item[key]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Open ones first, then by the day they are due; those without a day come last. */
function byState(a: GoalLine, b: GoalLine): number {
  if (a.open !== b.open) return a.open ? -1 : 1
  const one = a.by ?? '9999'
  const other = b.by ?? '9999'
  return one === other ? 0 : one < other ? -1 : 1
}
