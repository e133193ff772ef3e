import { parseNote } from '../notebook/codec.ts'
import type { NoteFiles } from '../ports/note-files.ts'
import { Trouble } from '../problem.ts'

/**
 * The id of a note that came in between and holds the same text (by its mark); `seen` are the paths that were looked at before. The
 * question before a save may have stood there for an hour, and the same file been read elsewhere.
 */
export async function savedSince(
  files: NoteFiles,
  person: string,
  mark: string,
  seen: ReadonlySet<string>,
): Promise<string | undefined> {
  const { paths } = await files.list(`notes/${person}`)
  for (const path of paths.filter((one) => !seen.has(one) && one.includes('-form-'))) {
    const same = sameText((await files.read(path)) ?? '', path, mark)
    if (same !== undefined) return same
  }
  return undefined
}

/** A note that cannot be read was left out of the comparison before, too. */
function sameText(source: string, path: string, mark: string): string | undefined {
  try {
    const { facts } = parseNote(source, path).note
    const { form } = facts as { readonly form?: { readonly text?: unknown } }
    return form?.text === mark ? facts.id : undefined
  } catch (error) {
    if (error instanceof Trouble) return undefined
    throw error
  }
}
