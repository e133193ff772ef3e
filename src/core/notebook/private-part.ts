import type { NoteFiles } from '../ports/note-files.ts'
import { Trouble } from '../problem.ts'
import { parseNote } from './codec.ts'
import { loadNotes, privatePathOf } from './load.ts'
import type { Note, Section, StoredNote } from './note.ts'

/** What is kept apart about a note: what could be read, and the text of files that are no whole note any more. */
export interface PrivatePart {
  readonly note?: Note
  readonly broken: readonly { readonly path: string; readonly source: string; readonly trouble: Trouble }[]
}

/**
 * The mentor's private part of a note. For a session it holds the guesses about the evidence it cites too, which lie
 * beside that evidence. Undefined where nothing is kept apart on this machine. `cited` are the paths of the notes that hold
 * it, where they are known already; else all notes are looked through.
 */
export async function readPrivatePart(
  files: NoteFiles,
  stored: StoredNote,
  cited?: readonly string[],
): Promise<PrivatePart | undefined> {
  const others = cited ?? (await citedNotes(files, stored)).map(({ path }) => path)
  const read: Note[] = []
  const broken: { path: string; source: string; trouble: Trouble }[] = []
  for (const path of [stored.path, ...others].map(privatePathOf)) {
    const source = await files.read(path)
    if (source === undefined) continue
    try {
      read.push(parseNote(source, path).note)
    } catch (trouble) {
      if (!(trouble instanceof Trouble)) throw trouble
      broken.push({ path, source, trouble })
    }
  }
  const [first, ...more] = read
  if (first === undefined) return broken.length === 0 ? undefined : { broken }
  return { note: { ...first, sections: [...first.sections, ...more.flatMap(sectionsOf)] }, broken }
}

/** Words in front of the first heading come along. */
function sectionsOf({ facts, lead, sections }: Note): readonly Section[] {
  return lead === '' ? sections : [{ heading: facts.title, text: lead }, ...sections]
}

/** The notes that hold the evidence a note cites. */
async function citedNotes(files: NoteFiles, { path, note }: StoredNote): Promise<readonly StoredNote[]> {
  const cited = new Set((note.facts.evidence ?? []).map(({ id }) => id))
  if (cited.size === 0) return []
  const { found } = await loadNotes(files)
  return found.filter(
    (one) => one.path !== path && (one.note.facts.items ?? []).some(({ id }) => cited.has(id)),
  )
}
