import type { Context } from '../ports.ts'
import { notePath } from './names.ts'
import { type Facts, FORMAT, type NoteEvent } from './note.ts'

/** Later facts, as a small note of kind `update` tells them. */
interface Told {
  /** One line that says what happened. */
  readonly title: string
  readonly events: readonly NoteEvent[]
  /** Further words, for its body. */
  readonly words?: string
  /** Plain day on which it is written, where that is not the mentor's own. */
  readonly today?: string
}

/**
 * Saves later facts about somebody (slug) as an update note of their own, and says where it lies. Throws what saving throws. The codec
 * is loaded here, since lists that share a file with this need none.
 */
export async function saveUpdate(
  context: Pick<Context, 'clock' | 'ids' | 'notebookToWrite'>,
  person: string,
  { title, events, words, today = context.clock.today() }: Told,
): Promise<{ readonly id: string; readonly path: string }> {
  const id = (await context.ids()).next()
  const facts: Facts = {
    ...{ tactful: FORMAT, id, kind: 'update' as const, person },
    ...{ date: today, created: context.clock.now(), title, events },
  }
  const path = notePath(facts)
  const [files, { formatNote }] = await Promise.all([context.notebookToWrite(), import('./codec.ts')])
  await files.saveAll([{ path, text: formatNote({ facts, lead: words ?? '', sections: [] }) }])
  return { id, path }
}
