import { formatNote } from '../notebook/codec.ts'
import { formatPerson } from '../notebook/person-file.ts'
import type { SaveFile } from '../ports/note-files.ts'
import type { NoteSet } from './compose.ts'

/** The files of a save with their texts, the session last. Loads the YAML library, so import it when saving only. */
export function saveFiles(set: NoteSet): readonly SaveFile[] {
  const notes = set.notes.map(({ path, note }) => ({ path, text: formatNote(note) }))
  const person = set.newPerson
  if (person === undefined) return notes
  const file = { path: person.path, text: formatPerson(person.person) }
  return [...notes.slice(0, -1), file, ...notes.slice(-1)]
}
