import { foldEvents, goalState, promiseState, type StoredEvent } from '../notebook/events.ts'
import type { Digest } from '../notebook/index/digest.ts'
import type { Facts } from '../notebook/note.ts'
import type { NoteIndex } from '../ports/index-files.ts'
import { byText } from '../text/order.ts'

/** When something got another day, which one, and why; days are plain. */
export interface PromiseMove {
  readonly on: string
  readonly to: string
  readonly why?: string
}

/** One thing promised or agreed. `by` is its day after every move; days are plain. */
export interface PromiseRow {
  readonly id: string
  /** `promise` is the mentor's, `agreement` the person's. */
  readonly kind: string
  readonly person: string
  readonly words: string
  /** Who promised it, where that is neither the mentor nor the person. */
  readonly who?: string
  readonly state: 'open' | 'kept' | 'dropped'
  /** When it was kept or dropped, and why. */
  readonly since?: string
  readonly why?: string
  readonly by?: string
  /** Every other day it was given, oldest first; looked up only where everything is listed. */
  readonly moves?: readonly PromiseMove[]
  /** Day and path of the note it stands in. */
  readonly from: string
  readonly path: string
}

/** What is still open with some people (all without a slug), from what was folded before; by the day it is due. */
export async function openPromises(index: NoteIndex, person?: string): Promise<readonly PromiseRow[]> {
  const all = [...(await index.standing()).values()]
  return all
    .filter((one) => person === undefined || one.person === person)
    .flatMap((one) =>
      [...one.promises, ...one.agreements].map(
        (item): PromiseRow => ({ ...item, person: one.person, state: 'open' }),
      ),
    )
    .sort(byDay)
}

/** Everything promised and agreed with some people (all without a slug), what is over too, by the day of its note. */
export async function everyPromise(index: NoteIndex, person?: string): Promise<readonly PromiseRow[]> {
  const heads = person === undefined ? index.heads : index.about(person)
  const open = new Map((await openPromises(index, person)).map((row) => [row.id, row]))
  const digests = await index.digests(heads)
  const events = foldEvents(digests.map(({ facts }) => facts))
  return [...open.values(), ...closedIn(digests, events, open)].map((row) => {
    const moves = movesOf(events.get(row.id) ?? [])
    return moves.length === 0 ? row : { ...row, moves }
  })
}

function movesOf(events: readonly StoredEvent[]): readonly PromiseMove[] {
  return events.flatMap(({ what, on, to, why }) =>
    what === 'moved' && to !== undefined ? [{ on, to, ...(why === undefined ? {} : { why }) }] : [],
  )
}

function closedIn(
  digests: readonly Digest[],
  events: ReadonlyMap<string, readonly StoredEvent[]>,
  open: ReadonlyMap<string, PromiseRow>,
): readonly PromiseRow[] {
  const rows = digests.flatMap(({ facts, words, path }) =>
    (facts.items ?? [])
      .filter(({ id, kind }) => (kind === 'promise' || kind === 'agreement') && !open.has(id))
      .map((item): PromiseRow => {
        const { status, since, due } = promiseState(item, events)
        const why = events.get(item.id)?.findLast(({ what }) => what === status)?.why
        return {
          ...{
            id: item.id,
            kind: item.kind,
            person: facts.person,
            words: words[item.id] ?? item.label ?? '',
          },
          state: status === 'open' && !isPlanned(facts, events) ? 'dropped' : status,
          ...(since === undefined ? {} : { since }),
          ...(why === undefined ? {} : { why }),
          ...(due === undefined ? {} : { by: due }),
          ...{ from: facts.date, path },
        }
      }),
  )
  return rows.sort((a, b) => byText(b.since ?? b.from, a.since ?? a.from) || byText(a.id, b.id))
}

/** What was planned for a goal that is over is over too; what is planned for one that is not agreed yet is still to come. */
function isPlanned({ kind, id }: Facts, events: ReadonlyMap<string, readonly StoredEvent[]>): boolean {
  return kind === 'goal' && goalState(id, events).status === 'proposed'
}

function byDay(a: PromiseRow, b: PromiseRow): number {
  return byText(a.by ?? '~', b.by ?? '~') || byText(a.from, b.from) || byText(a.id, b.id)
}
