import { Trouble } from '../problem.ts'
import { oneLine, splitBody } from './body.ts'
import { checkFacts } from './facts.ts'
import { splitFront } from './front.ts'
import type { Facts, Note, Section, StoredNote } from './note.ts'
import { type OwnYaml, readAsOwn } from './yaml-own.ts'

/** Longest note we read, in characters. */
const NOTE_LIMIT = 5 * 1024 * 1024

/**
 * Reads a note from its file, its front matter by means of `readFront`. Throws `data` with the place for anything that
 * is no whole note, `newer` for a later format, and what `readFront` throws.
 */
export function assembleNote(
  source: string,
  path: string,
  readFront: (yaml: string, path: string, firstLine: number) => OwnYaml,
): StoredNote {
  if (source.length > NOTE_LIMIT) {
    throw new Trouble({ kind: 'data', file: path, message: 'the file is far larger than a note' })
  }
  refuseConflict(source, path)
  const front = splitFront(source, path)
  const facts = checkFacts(readFront(front.yaml, path, front.firstLine), path)
  const body = splitBody(front.rest)
  const title = body.title === undefined || body.title === oneLine(facts.title) ? facts.title : body.title
  const note: Note = {
    facts: withTitle(facts, title),
    lead: body.lead,
    sections: nameSections(body.sections, facts.sections ?? {}),
  }
  return { path, source, note }
}

/**
 * Reads a note whose front matter is as we write it, without loading a YAML reader. Undefined for every other one, also
 * for one that is no whole note: what is wrong with it, `parseNote` says.
 */
export function readOwnNote(source: string, path: string): StoredNote | undefined {
  return readAsOwn(path, (read) => assembleNote(source, path, read))
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
