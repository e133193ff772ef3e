import { foldEvents, type GoalStatus, goalState } from '../notebook/events.ts'
import type { Digest } from '../notebook/index/digest.ts'
import type { NoteIndex } from '../ports/index-files.ts'
import { shareOfWay } from './way.ts'

/**
 * One goal with what became of it. `by` is its day after every move, `now` where it stood last and `nowOn` since when, `way`
 * how much of the way is done (0 to 1 between baseline and target), all absent where nobody knows. Days are plain.
 */
export interface GoalRow {
  readonly id: string
  readonly person: string
  readonly title: string
  readonly status: GoalStatus
  /** When it was made, and when its status was set. */
  readonly from: string
  readonly since?: string
  readonly by?: string
  readonly baseline?: string
  readonly target?: string
  readonly now?: string
  readonly nowOn?: string
  readonly way?: number
  readonly path: string
}

/** Which goals: `open` are those proposed and agreed. */
export type GoalFilter = GoalStatus | 'open' | 'all'

/** The goals of some people (all without a slug), by the day they are due; the open ones come from what was folded before. */
export async function goalRows(
  index: NoteIndex,
  filter: GoalFilter,
  person?: string,
): Promise<readonly GoalRow[]> {
  const rows =
    filter === 'open' || filter === 'proposed' || filter === 'agreed'
      ? await openRows(index)
      : await everyRow(index, person)
  return rows
    .filter((row) => person === undefined || row.person === person)
    .filter((row) => filter === 'all' || row.status === filter || (filter === 'open' && isOpen(row)))
    .sort(byDay)
}

/** Whether a goal is still worked towards. */
export function isOpen({ status }: Pick<GoalRow, 'status'>): boolean {
  return status === 'proposed' || status === 'agreed'
}

async function openRows(index: NoteIndex): Promise<readonly GoalRow[]> {
  const all = [...(await index.standing()).values()]
  return all.flatMap(({ person, goals }) => goals.map((goal) => ({ ...goal, person })))
}

async function everyRow(index: NoteIndex, person: string | undefined): Promise<readonly GoalRow[]> {
  const heads = person === undefined ? index.heads : index.about(person)
  return goalsIn(await index.digests(heads))
}

/** The goals among some notes, with what became of them by the events of the same notes. */
export function goalsIn(digests: readonly Digest[]): readonly GoalRow[] {
  const events = foldEvents(digests.map(({ facts }) => facts))
  return digests.flatMap(({ facts, path }) => {
    if (facts.kind !== 'goal') return []
    const { id, person, title, date } = facts
    const state = goalState(id, events)
    const last = state.progress.findLast(({ value }) => value !== undefined)
    const told = {
      since: state.since,
      by: state.due ?? wordOf(facts.by ?? facts.choices?.by),
      baseline: state.baseline ?? wordOf(facts.baseline),
      target: state.target ?? wordOf(facts.target),
      now: last?.value,
      nowOn: last?.on,
    }
    const known = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined))
    return [{ id, person, title, status: state.status, from: date, ...known, path }]
  })
}

/** The same goal with how much of its way is done, which is reckoned for those that are shown. */
export function withWay(row: Omit<GoalRow, 'way'>): GoalRow {
  const way = shareOfWay(row)
  return way === undefined ? row : { ...row, way }
}

function wordOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

/** By the day they are due, those without one last. */
function byDay(a: GoalRow, b: GoalRow): number {
  const [x, y] = (a.by ?? '~') === (b.by ?? '~') ? [a.id, b.id] : [a.by ?? '~', b.by ?? '~']
  return x === y ? 0 : x < y ? -1 : 1
}
