import type { Item, StoredNote } from './note.ts'

/** One line of a list: a note, or one item of it. `template` is `id@version`, null where the note came from none. */
export interface Listed {
  readonly id: string
  readonly kind: string
  readonly person: string
  readonly date: string
  readonly title: string
  readonly template: string | null
  /** Relative to the notebook. */
  readonly path: string
  readonly [more: string]: unknown
}

/** A note as lists show it. */
export function listed({ note, path }: StoredNote): Listed {
  const { id, kind, person, date, title, template } = note.facts
  return { id, kind, person, date, title, template: template ?? null, path }
}

/**
 * The items of evidence in a note, each with its own id, day and words, and `note`, the id of the note that holds it. An
 * evidence note without items counts as one.
 */
export function listedEvidence(
  stored: StoredNote,
  words: (item: Item) => string | undefined,
): readonly Listed[] {
  const { facts } = stored.note
  const items = (facts.items ?? []).filter((item) => item.kind === 'evidence')
  if (items.length === 0) return facts.kind === 'evidence' ? [listed(stored)] : []
  return items.map((item) => ({
    ...item,
    kind: 'evidence',
    person: facts.person,
    date: typeof item.date === 'string' ? item.date : facts.date,
    title: words(item) ?? facts.title,
    template: facts.template ?? null,
    path: stored.path,
    note: facts.id,
  }))
}
