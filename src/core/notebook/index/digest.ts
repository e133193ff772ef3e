import { sectionOf } from '../assemble.ts'
import { dayOfItem, type Listed, wordsOf } from '../listing.ts'
import type { Facts, StoredNote } from '../note.ts'

/**
 * What the index keeps of a note: its front matter, the words of its items by id, and for a goal its whole text. Enough
 * for lists, for what is open, and for what was agreed last time.
 */
export interface Digest {
  readonly path: string
  readonly facts: Facts
  readonly words: Readonly<Record<string, string>>
  readonly goal?: string
}

/** The digest of a note that was read. */
export function digestOf({ path, note }: StoredNote): Digest {
  const words: Record<string, string> = {}
  for (const item of note.facts.items ?? []) {
    const found = wordsOf(note, item)
    if (found !== undefined) words[item.id] = found
  }
  const goal = note.facts.kind === 'goal' ? sectionOf(note, 'goal')?.text : undefined
  return { path, facts: note.facts, words, ...(goal === undefined ? {} : { goal }) }
}

/**
 * The items of evidence in a note, each with its own id, day and words, and `note`, the id of the note that holds it. An
 * evidence note without items counts as one.
 */
export function digestEvidence({ path, facts, words }: Digest): readonly Listed[] {
  const { id, kind, person, date, title, template = null } = facts
  const items = (facts.items ?? []).filter((item) => item.kind === 'evidence')
  if (items.length === 0)
    return kind === 'evidence' ? [{ id, kind, person, date, title, template, path }] : []
  return items.map((item) => ({
    ...item,
    kind: 'evidence',
    person,
    ...dayOfItem(item, date),
    title: words[item.id] ?? title,
    template,
    path,
    note: id,
  }))
}
