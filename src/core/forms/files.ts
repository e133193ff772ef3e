import { formatNote } from '../notebook/codec.ts'
import { personPath } from '../notebook/names.ts'
import type { Person } from '../notebook/note.ts'
import { formatPerson } from '../notebook/person-file.ts'
import type { SaveFile } from '../ports/note-files.ts'
import type { FormNote } from './notes.ts'

/** The files of a save with their texts, the last one last; a person who has none yet gets a file. Throws `usage` for facts too long to be read again. */
export function formFiles(notes: readonly FormNote[], newPerson: Person | undefined): readonly SaveFile[] {
  const person =
    newPerson === undefined ? [] : [{ path: personPath(newPerson.slug), text: formatPerson(newPerson) }]
  return [...person, ...notes.map(({ path, note }) => ({ path, text: formatNote(note) }))]
}
