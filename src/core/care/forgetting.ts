import { type BarrierRow, barrierRow } from '../barriers/list.ts'
import { foldEvents } from '../notebook/events.ts'
import type { NoteKind, StoredNote } from '../notebook/note.ts'
import { fold } from '../notebook/people.ts'
import type { Removal } from '../ports/removing.ts'
import type { Held } from './held.ts'
import type { Unnamed } from './unnaming.ts'

/** What would go with everything about one person, counted; the rest as it was found. */
export interface Forgetting {
  readonly held: Held
  readonly kinds: readonly { readonly kind: NoteKind; readonly count: number }[]
  /** Files of the mentor's private parts. */
  readonly own: number
  /** Files that are neither a whole note nor a private part nor their own file. */
  readonly others: number
  /** What is still in the way of the work and is written down nowhere else. */
  readonly barriers: readonly BarrierRow[]
  /** What is about others, with "a colleague" in the place of the name. */
  readonly unnamed: readonly Unnamed[]
}

/** Counts what is held about somebody. `all` is every note of the notebook, since later ones tell what became of a barrier. */
export function forgetting(held: Held, all: readonly StoredNote[], unnamed: readonly Unnamed[]): Forgetting {
  const events = foldEvents(all.map(({ note }) => note.facts))
  const counts = new Map<NoteKind, number>()
  for (const { note } of held.notes) counts.set(note.facts.kind, (counts.get(note.facts.kind) ?? 0) + 1)
  const own = held.files.filter(({ path }) => path.startsWith('private/')).length
  const known = new Set([...held.notes.map(({ path }) => path), `people/${held.person.slug}.yaml`])
  return {
    ...{ held, unnamed },
    kinds: [...counts].map(([kind, count]) => ({ kind, count })),
    own,
    others: held.files.filter(({ path }) => !path.startsWith('private/') && !known.has(path)).length,
    barriers: held.notes.flatMap(({ path, note }) => {
      const row = barrierRow(note.facts, path, events)
      return row?.state === 'open' || row?.state === 'raised' ? [row] : []
    }),
  }
}

/** All of it, as the door takes it. */
export function removalOf({ files, drafts, copies }: Held): Removal {
  return {
    files,
    drafts: drafts.map(({ head }) => head.draft),
    edits: copies.map(({ name }) => name),
  }
}

/** Whether somebody typed this name; case, accents and spaces do not matter, a part of it is not enough. */
export function isTheName(typed: string, name: string): boolean {
  return fold(typed) === fold(name)
}
