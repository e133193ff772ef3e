import { Trouble } from '../problem.ts'
import { joinBody, oneLine, splitBody } from './body.ts'
import { checkFacts } from './facts.ts'
import { splitFront } from './front.ts'
import type { Facts, Note, Section, StoredNote } from './note.ts'
import { readYaml } from './yaml-in.ts'
import { writeRecord } from './yaml-out.ts'

/** Longest note we read, in characters. */
const NOTE_LIMIT = 5 * 1024 * 1024

/**
 * Reads a note from its file. The title is what the first heading says (a person edits that), or else the one among the
 * facts. Sections whose heading the facts name get their id; others are free text. Throws `data` with the place for
 * anything that is no whole note, and `newer` for a later format.
 */
export function parseNote(source: string, path: string): StoredNote {
  if (source.length > NOTE_LIMIT) {
    throw new Trouble({ kind: 'data', file: path, message: 'the file is far larger than a note' })
  }
  refuseConflict(source, path)
  const front = splitFront(source, path)
  const facts = checkFacts(readYaml(front.yaml, path, front.firstLine), path)
  const body = splitBody(front.rest)
  const title = body.title === undefined || body.title === oneLine(facts.title) ? facts.title : body.title
  const note: Note = {
    facts: withTitle(facts, title),
    lead: body.lead,
    sections: nameSections(body.sections, facts.sections ?? {}),
  }
  return { path, source, note }
}

/** Writes a note: facts as front matter, then title, lead and sections. `parseNote` gives the same note back. Throws `usage` for facts too long to be read again. */
export function formatNote(note: Note): string {
  const sections = sectionFacts(note)
  const facts = sections === undefined ? note.facts : { ...note.facts, sections }
  const body = joinBody({ title: note.facts.title, lead: note.lead, sections: note.sections })
  return `---\n${writeRecord(facts)}---\n\n${body}`
}

/** The section of a note with this id, as its front matter names it. */
export function sectionOf(note: Note, id: string): Section | undefined {
  return note.sections.find((section) => section.id === id)
}

function nameSections(
  sections: readonly Section[],
  names: Readonly<Record<string, string>>,
): readonly Section[] {
  const open = new Map(Object.entries(names).map(([id, heading]) => [id, oneLine(heading)]))
  return sections.map((section) => {
    const id = [...open].find(([, heading]) => heading === section.heading)?.[0]
    if (id === undefined) return section
    open.delete(id)
    return { id, ...section }
  })
}

function sectionFacts(note: Note): Readonly<Record<string, string>> | undefined {
  const names: Record<string, string> = Object.assign(Object.create(null), note.facts.sections)
  for (const { id, heading } of note.sections) {
    const words = oneLine(heading)
    if (id !== undefined && oneLine(names[id] ?? '\0') !== words) names[id] = words
  }
  return note.facts.sections === undefined && Object.keys(names).length === 0 ? undefined : names
}

function withTitle(facts: Facts, title: string): Facts {
  return Object.assign(Object.create(null), facts, { title })
}

const CONFLICT = /^(?:<{7}|>{7})(?: |\r?$)/

function refuseConflict(source: string, path: string): void {
  if (!source.includes('<<<<<<<') && !source.includes('>>>>>>>')) return
  const index = source.split('\n').findIndex((line) => CONFLICT.test(line))
  if (index === -1) return
  const message = 'two versions of this note stand in one file, between conflict markers'
  throw new Trouble({ kind: 'data', file: path, message, line: index + 1 })
}
