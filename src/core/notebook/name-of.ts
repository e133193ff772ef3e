import type { NoteFiles } from '../ports/note-files.ts'
import { Trouble } from '../problem.ts'

/** The display name behind a slug, from that one person's file; without such a file, what was given. */
export async function nameOf(files: NoteFiles | undefined, who: string): Promise<string> {
  const path = `people/${who}.yaml`
  if (files === undefined || !/^[a-z0-9-]+$/.test(who)) return who
  try {
    const source = await files.read(path)
    if (source === undefined) return who
    const { readPerson } = await import('./load.ts')
    return (await readPerson(source, path)).name
  } catch (error) {
    if (error instanceof Trouble) return who
    throw error
  }
}
