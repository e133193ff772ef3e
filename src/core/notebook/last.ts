import { isDay } from '../dates.ts'
import { shareOfWay } from '../goals/way.ts'
import type { NoteHead, NoteIndex } from '../ports/index-files.ts'
import { heldDay } from '../talk/held.ts'
import type { Digest } from './index/digest.ts'
import type { Listed } from './listing.ts'
import type { Facts, Item, Person } from './note.ts'
import { newestRows } from './query.ts'
import type { ItemState, OpenGoal } from './standing.ts'
import { isInPlace } from './standing-gather.ts'

/** A goal with what became of it. `measure`, `baseline`, `target` are the person's words; `by` and `since` plain days. */
export interface GoalLine {
  readonly id: string
  readonly title: string
  /** The whole goal as it was written; the title may be shorter. */
  readonly words: string
  readonly state: ItemState['status']
  readonly open: boolean
  readonly since?: string
  readonly by?: string
  readonly measure?: string
  readonly baseline?: string
  readonly target?: string
  /** Where an open goal stood last, as it was said, since when, and how much of its way that is (0 to 1). */
  readonly now?: string
  readonly nowOn?: string
  readonly way?: number
  readonly path: string
}

/** A promise or an agreement with what became of it; `by` is its day after every move. */
export interface PromiseLine {
  readonly id: string
  readonly kind: string
  readonly words: string
  readonly state: ItemState['status']
  readonly who?: string
  readonly by?: string
  readonly path: string
}

/** What was agreed with somebody last time, and what is still open from before. `talk`, `held` and `checkin` are plain days. */
export interface LastTime {
  readonly person: string
  readonly name: string
  readonly note: Listed | null
  readonly goals: readonly GoalLine[]
  readonly promises: readonly PromiseLine[]
  readonly talk: string | null
  /** The day on which that talk was held, once it is written down. */
  readonly held: string | null
  readonly checkin: string | null
}

type States = ReadonlyMap<string, ItemState>

/** Folds the notebook into what matters before the next talk with this person. Only the notes it names are looked at. */
export async function lastTime(person: Person, index: NoteIndex): Promise<LastTime> {
  const own = index.about(person.slug)
  const [newest, told] = await newestTalk(
    index,
    newestRows(own.filter(({ kind }) => kind === 'session' || kind === 'checkin')),
  )
  const states = await index.states(person.slug)
  const standing = (await index.standing()).get(person.slug)
  const open = new Map((standing?.goals ?? []).map((goal) => [goal.id, goal]))
  const goals = own.filter(({ kind, id }) => kind === 'goal' && isTold(states.get(id), newest?.date))
  const promising = new Set([
    ...[...(standing?.promises ?? []), ...(standing?.agreements ?? [])].map(({ path }) => path),
    ...(newest === undefined ? [] : [newest.path]),
  ])
  const promisers = newestRows(own.filter(({ path }) => promising.has(path))).toReversed()
  return {
    person: person.slug,
    name: person.name,
    note: newest === undefined ? null : { ...newest, template: newest.template ?? null },
    goals: (await index.digests(goals)).map((digest) => goalLine(digest, states, open)).sort(byState),
    promises: (await index.digests(promisers))
      .flatMap((digest) =>
        promiseLines(digest, states).filter((one) => one.open || digest.path === newest?.path),
      )
      .map(({ open: _open, ...line }) => line),
    talk: told === undefined ? null : talkDay(told.facts),
    held: told === undefined ? null : (heldDay(told.facts) ?? null),
    checkin: standing?.nextCheckin?.on ?? null,
  }
}

/** The newest session or check-in and what it says; one that ended in a barrier note is no talk. */
async function newestTalk(
  index: NoteIndex,
  rows: readonly NoteHead[],
): Promise<readonly [NoteHead, Digest] | readonly [undefined, undefined]> {
  for (const row of rows) {
    const [told] = await index.digests([row])
    if (told !== undefined && !isInPlace(told.facts)) return [row, told]
  }
  return [undefined, undefined]
}

function goalLine(
  { facts, goal, path }: Digest,
  states: States,
  standing: ReadonlyMap<string, OpenGoal>,
): GoalLine {
  const { status = 'proposed', since } = states.get(facts.id) ?? {}
  const told = (['by', 'measure', 'baseline', 'target'] as const).flatMap((key) => {
    const value = factOf(facts, key)
    return value === undefined ? [] : [[key, value] as const]
  })
  return {
    id: facts.id,
    title: facts.title,
    words: goal ?? facts.title,
    state: status,
    open: isOpen(status),
    ...(since === undefined ? {} : { since }),
    ...Object.fromEntries(told),
    ...howFar(standing.get(facts.id)),
    path,
  }
}

/** What check-ins said since: another day, another measure, and where it stands. */
function howFar(goal: OpenGoal | undefined): Partial<GoalLine> {
  if (goal === undefined) return {}
  const { by, baseline, target, now, nowOn } = goal
  const told = { by, baseline, target, now, nowOn, way: shareOfWay(goal) }
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined))
}

/** What is closed is told once: what came of it in the last talk or since. */
function isTold(state: ItemState | undefined, lastTalk: string | undefined): boolean {
  if (state === undefined || isOpen(state.status)) return true
  return lastTalk !== undefined && state.since !== undefined && state.since >= lastTalk
}

function isOpen(status: ItemState['status']): boolean {
  return status !== 'met' && status !== 'dropped' && status !== 'changed' && status !== 'kept'
}

function promiseLines(
  { facts, words, path }: Digest,
  states: States,
): readonly (PromiseLine & { readonly open: boolean })[] {
  const items = (facts.items ?? []).filter(({ kind }) => kind === 'promise' || kind === 'agreement')
  return items.map((item) => {
    const { status = 'open', due } = states.get(item.id) ?? {}
    const who = textOf(item, 'who')
    return {
      id: item.id,
      kind: item.kind,
      words: words[item.id] ?? textOf(item, 'text') ?? item.label ?? '',
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
