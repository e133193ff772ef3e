import { itemWords } from './items.ts'
import type { Item, Note, NoteKind, StoredNote } from './note.ts'

/** One line of a list: a note, or one item of it. `template` is `id@version`, null where the note came from none. */
export interface Listed {
  readonly id: string
  /** The kind of the note; of an idea, which is an item of a session or a check-in, `idea`. */
  readonly kind: NoteKind | 'idea'
  readonly person: string
  readonly date: string
  readonly title: string
  readonly template: string | null
  /** Relative to the notebook. */
  readonly path: string
  /** An item of evidence without a day of its own: `date` is only that of the note, on which it was written down. */
  readonly undated?: true
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
export function listedEvidence(stored: StoredNote): readonly Listed[] {
  const { facts } = stored.note
  const items = (facts.items ?? []).filter((item) => item.kind === 'evidence')
  if (items.length === 0) return facts.kind === 'evidence' ? [listed(stored)] : []
  return items.map((item) => ({
    ...item,
    kind: 'evidence',
    person: facts.person,
    ...dayOfItem(item, facts.date),
    title: wordsOf(stored.note, item) ?? facts.title,
    template: facts.template ?? null,
    path: stored.path,
    note: facts.id,
  }))
}

/** The day of an item as lists have it: its own, else that of its note, marked as none of its own. */
export function dayOfItem(item: Item, noted: string): Pick<Listed, 'date' | 'undated'> {
  return typeof item.date === 'string' ? { date: item.date } : { date: noted, undated: true }
}

/** The words of an item, wherever in its note they stand, or undefined when they are not there any more. */
export function wordsOf(note: Note, item: Item): string | undefined {
  const { label } = item
  if (label === undefined) return undefined
  for (const section of [{ heading: '', text: note.lead }, ...note.sections]) {
    const words = itemWords(section, label)
    if (words !== undefined) return words
  }
  return undefined
}
