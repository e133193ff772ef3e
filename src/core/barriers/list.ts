import { foldEvents, type StoredEvent } from '../notebook/events.ts'
import type { Digest } from '../notebook/index/digest.ts'
import type { Facts } from '../notebook/note.ts'
import type { Standing } from '../notebook/standing.ts'
import type { NoteIndex } from '../ports/index-files.ts'

/** What became of a barrier: nobody was told yet, its owner was told, it is gone, or it is no longer looked at. */
export type BarrierStatus = 'open' | 'raised' | 'solved' | 'dropped'

/** One barrier. Days are plain. */
export interface BarrierRow {
  readonly id: string
  /** Slug of the person with whom it was found. */
  readonly person: string
  /** What is in the way, as its title has it. */
  readonly words: string
  /** Who can change it, as it was written. */
  readonly owner: string
  readonly area?: string
  readonly state: BarrierStatus
  /** When it was raised last, solved or dropped, and why or how. */
  readonly since?: string
  readonly why?: string
  /** Day and path of its note. */
  readonly from: string
  readonly path: string
}

const STATUSES: readonly BarrierStatus[] = ['raised', 'solved', 'dropped']

/** A note of kind `barrier` with what became of it; the last event that says so counts. Undefined for every other note. */
export function barrierRow(
  facts: Facts,
  path: string,
  events: ReadonlyMap<string, readonly StoredEvent[]>,
): BarrierRow | undefined {
  if (facts.kind !== 'barrier') return undefined
  const last = events.get(facts.id)?.findLast(({ what }) => statusOf(what) !== undefined)
  const { owner, area } = factsOf(facts.barrier)
  return {
    ...{ id: facts.id, person: facts.person, words: facts.title, owner: owner ?? '' },
    ...(area === undefined ? {} : { area }),
    state: (last === undefined ? undefined : statusOf(last.what)) ?? 'open',
    ...(last === undefined ? {} : { since: last.on }),
    ...(last?.why === undefined ? {} : { why: last.why }),
    ...{ from: facts.date, path },
  }
}

/** A hand may have written something else there. */
function factsOf(value: unknown): { readonly owner?: string; readonly area?: string } {
  if (typeof value !== 'object' || value === null) return {}
  const text = (one: unknown): string | undefined =>
    typeof one === 'string' && one.trim() !== '' ? one : undefined
  const owner = 'owner' in value ? text(value.owner) : undefined
  const area = 'area' in value ? text(value.area) : undefined
  return { ...(owner === undefined ? {} : { owner }), ...(area === undefined ? {} : { area }) }
}

function statusOf(what: string): BarrierStatus | undefined {
  return STATUSES.find((status) => status === what)
}

/** Whether something is still in the way. */
export function isOpen({ state }: Pick<BarrierRow, 'state'>): boolean {
  return state === 'open' || state === 'raised'
}

/** What is still in the way, from what was folded before, the oldest first. */
export function openBarriers(standings: Iterable<Standing>): readonly BarrierRow[] {
  return [...standings].flatMap(({ barriers = [] }) => barriers).sort(byAge)
}

/** Every barrier, what is over too, the oldest first. */
export async function everyBarrier(index: NoteIndex): Promise<readonly BarrierRow[]> {
  if (!index.heads.some(({ kind }) => kind === 'barrier')) return []
  const digests = await index.digests(index.heads)
  const events = foldEvents(digests.map(({ facts }) => facts))
  return digests.flatMap(({ facts, path }: Digest) => barrierRow(facts, path, events) ?? []).sort(byAge)
}

function byAge(a: BarrierRow, b: BarrierRow): number {
  if (a.from !== b.from) return a.from < b.from ? -1 : 1
  return a.id < b.id ? -1 : 1
}
