import { foldEvents, type StoredEvent } from '../notebook/events.ts'
import type { Digest } from '../notebook/index/digest.ts'
import type { Listed } from '../notebook/listing.ts'
import type { Item } from '../notebook/note.ts'
import type { NoteHead, NoteIndex } from '../ports/index-files.ts'
import { byText } from '../text/order.ts'

/** What became of an idea: nothing yet, it is being tried, it is how things are done now, or it was put aside. */
export type IdeaStatus = 'open' | 'tried' | 'taken-up' | 'dropped'

/** One idea as lists show it: `title` is its words, `date` the day of its note, `note` that note's id. Days are plain. */
export interface IdeaRow extends Listed {
  readonly kind: 'idea'
  readonly note: string
  readonly state: IdeaStatus
  /** When that was recorded, and what was said about it. */
  readonly since?: string
  readonly why?: string
  /** Who takes it further and what comes first, as they were written. */
  readonly owner?: string
  readonly next?: string
}

const STATUSES: readonly IdeaStatus[] = ['tried', 'taken-up', 'dropped', 'open']

/** The ideas that stand in some notes, newest note first; what became of them is looked for in all notes of the notebook. */
export async function ideasIn(index: NoteIndex, heads: readonly NoteHead[]): Promise<readonly IdeaRow[]> {
  const people = new Set(heads.map(({ person }) => person))
  // What became of an idea stands in another note about the same person.
  const near = index.heads.filter(({ person }) => people.has(person))
  const digests = await index.digests(near)
  const wanted = new Set(heads.map(({ path }) => path))
  const events = foldEvents(digests.map(({ facts }) => facts))
  return digests
    .filter(({ path }) => wanted.has(path))
    .flatMap((digest) => ideasOf(digest, events))
    .sort((a, b) => byText(b.date, a.date) || byText(b.id, a.id))
}

/** The ideas in one note, as its items have them; `events` are those of all notes. */
export function ideasOf(
  { facts, words, path }: Digest,
  events: ReadonlyMap<string, readonly StoredEvent[]>,
): readonly IdeaRow[] {
  const ideas = (facts.items ?? []).filter(({ kind }) => kind === 'idea')
  return ideas.map((item) => {
    // Who takes it further stands below the words.
    const [title = ''] = (words[item.id] ?? item.label ?? '').split('\n')
    return {
      ...{ id: item.id, kind: 'idea', person: facts.person, date: facts.date, title },
      ...{ template: facts.template ?? null, path, note: facts.id },
      ...stateOf(item, events),
      ...(typeof item.owner === 'string' ? { owner: item.owner } : {}),
      ...(typeof item.next === 'string' ? { next: item.next } : {}),
    }
  })
}

function stateOf(
  { id }: Item,
  events: ReadonlyMap<string, readonly StoredEvent[]>,
): Pick<IdeaRow, 'state' | 'since' | 'why'> {
  const last = events.get(id)?.findLast(({ what }) => statusOf(what) !== undefined)
  if (last === undefined) return { state: 'open' }
  const { on, why } = last
  return { state: statusOf(last.what) ?? 'open', since: on, ...(why === undefined ? {} : { why }) }
}

function statusOf(what: string): IdeaStatus | undefined {
  return STATUSES.find((status) => status === what)
}
