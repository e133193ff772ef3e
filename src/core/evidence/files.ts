import { formatNote } from '../notebook/codec.ts'
import { notePath, personPath, privatePath } from '../notebook/names.ts'
import type { Note, Person } from '../notebook/note.ts'
import { formatPerson } from '../notebook/person-file.ts'
import type { SaveFile } from '../ports/note-files.ts'

/** An evidence note with its private part, and the person it is about where they get a file with it. */
interface EvidenceSet {
  readonly note: Note
  readonly guesses?: Note
  readonly newPerson?: Person
}

/** The files of a save of evidence: what belongs to a note comes before it. Throws `usage` for facts too long to be read again. */
export function evidenceFiles(sets: readonly EvidenceSet[]): readonly SaveFile[] {
  return sets.flatMap(({ note, guesses, newPerson }) => [
    ...(guesses === undefined ? [] : [{ path: privatePath(guesses.facts), text: formatNote(guesses) }]),
    ...(newPerson === undefined ? [] : [{ path: personPath(newPerson.slug), text: formatPerson(newPerson) }]),
    { path: notePath(note.facts), text: formatNote(note) },
  ])
}
