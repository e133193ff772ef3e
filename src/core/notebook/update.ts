import type { Context } from '../ports.ts'
import { notePath } from './names.ts'
import { type Facts, FORMAT, type Note, type NoteEvent, type Person } from './note.ts'

/** What a small note that brings later facts is made of. */
interface Update {
  /** A fresh ULID. */
  readonly id: string
  readonly person: Pick<Person, 'slug'>
  /** Plain day on which it is written. */
  readonly today: string
  /** ISO instant, UTC. */
  readonly now: string
  /** One line that says what happened. */
  readonly title: string
  readonly events: readonly NoteEvent[]
  /** Further words, for its body. */
  readonly words?: string
}

/** A note of kind `update` that brings these events, and where it lies, relative to the notebook. */
export function updateNote(update: Update): { readonly path: string; readonly note: Note } {
  const { id, person, today, now, title, events, words } = update
  const facts: Facts = {
    ...{ tactful: FORMAT, id, kind: 'update' as const, person: person.slug },
    ...{ date: today, created: now, title, events },
  }
  return { path: notePath(facts), note: { facts, lead: words ?? '', sections: [] } }
}

/**
 * Saves a later fact as an update note of its own, made today, and says where it lies. Throws what saving throws. The codec
 * is loaded here, since lists that share a file with this need none.
 */
export async function saveUpdate(
  context: Pick<Context, 'clock' | 'ids' | 'notebookToWrite'>,
  slug: string,
  told: { readonly title: string; readonly events: readonly NoteEvent[] },
): Promise<{ readonly id: string; readonly path: string }> {
  const id = (await context.ids()).next()
  const { path, note } = updateNote({
    ...{ id, person: { slug }, today: context.clock.today(), now: context.clock.now() },
    ...told,
  })
  const [files, { formatNote }] = await Promise.all([context.notebookToWrite(), import('./codec.ts')])
  await files.saveAll(`update ${id}`, [{ path, text: formatNote(note) }])
  return { id, path }
}
