import { assembleNote } from './assemble.ts'
import { joinBody, oneLine } from './body.ts'
import type { Note, StoredNote } from './note.ts'
import { readYaml } from './yaml-in.ts'
import { writeRecord } from './yaml-out.ts'

/**
 * Reads a note from its file. The title is what the first heading says (a person edits that), or else the one among the
 * facts. Sections whose heading the facts name get their id; others are free text. Throws `data` with the place for
 * anything that is no whole note, and `newer` for a later format.
 */
export function parseNote(source: string, path: string): StoredNote {
  return assembleNote(source, path, readYaml)
}

/** Writes a note: facts as front matter, then title, lead and sections. `parseNote` gives the same note back. Throws `usage` for facts too long to be read again. */
export function formatNote(note: Note): string {
  const sections = sectionFacts(note)
  const facts = sections === undefined ? note.facts : { ...note.facts, sections }
  const body = joinBody({ title: note.facts.title, lead: note.lead, sections: note.sections })
  return `---\n${writeRecord(facts)}---\n\n${body}`
}

function sectionFacts(note: Note): Readonly<Record<string, string>> | undefined {
  const names: Record<string, string> = Object.assign(Object.create(null), note.facts.sections)
  for (const { id, heading } of note.sections) {
    const words = oneLine(heading)
    if (id !== undefined && oneLine(names[id] ?? '\0') !== words) names[id] = words
  }
  return note.facts.sections === undefined && Object.keys(names).length === 0 ? undefined : names
}
