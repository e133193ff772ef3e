import type { NoteFiles } from '../ports/note-files.ts'
import { type Problem, Trouble } from '../problem.ts'
import { readOwnNote } from './assemble.ts'
import { findId, matchIds, readId } from './ids.ts'
import type { Person, StoredNote } from './note.ts'
import { readOwnPerson } from './person-facts.ts'

/** What was read, and one problem for each file that could not be: the others still count. */
export interface Loaded<T> {
  readonly found: readonly T[]
  readonly bad: readonly Problem[]
}

/** Files read at a time. */
const BATCH = 32

/** Every note of the notebook, in the order of their paths. Files that are no whole note are named in `bad`. */
export async function loadNotes(files: NoteFiles): Promise<Loaded<StoredNote>> {
  return loadAll(files, 'notes', '.md', readNote)
}

/** Everybody who has a file, in the order of their slugs. */
export async function loadPeople(files: NoteFiles): Promise<Loaded<Person>> {
  return loadAll(files, 'people', '.yaml', readPerson)
}

/** Reads a note as `parseNote` does; the YAML reader loads only for front matter that is not as we write it. */
export async function readNote(source: string, path: string): Promise<StoredNote> {
  return readOwnNote(source, path) ?? (await import('./codec.ts')).parseNote(source, path)
}

/** Reads a person's file as `parsePerson` does; the YAML reader loads only where it has to. */
export async function readPerson(source: string, path: string): Promise<Person> {
  return readOwnPerson(source, path) ?? (await import('./person-file.ts')).parsePerson(source, path)
}

/** Those with a file, and those who only have notes (their slug stands for the name). */
export function everyoneIn(
  people: readonly Person[],
  notes: readonly { readonly person: string }[],
): readonly Person[] {
  const known = new Set(people.map(({ slug }) => slug))
  const others = new Set(notes.map(({ person }) => person).filter((slug) => !known.has(slug)))
  return [...people, ...[...others].map((slug) => ({ slug, name: slug, aliases: [] }))]
}

/** What is said of something in the notebook that is no plain file, or cannot be looked at. */
export function refusedFile(file: string): Problem {
  const message = 'this is a link, a device, far too large or closed to you, and was not read'
  return { kind: 'data', file, message }
}

/** Reads each file below `folder` whose name ends in `ending`. Throws only what is not about one file. */
async function loadAll<T>(
  files: NoteFiles,
  folder: string,
  ending: string,
  parse: (source: string, path: string) => T | Promise<T>,
): Promise<Loaded<T>> {
  const { paths, refused } = await files.list(folder)
  const wanted = paths.filter((path) => path.endsWith(ending))
  const found: T[] = []
  const bad: Problem[] = refused.map(refusedFile)
  for (let at = 0; at < wanted.length; at += BATCH) {
    const read = await Promise.all(wanted.slice(at, at + BATCH).map((path) => loadOne(files, path, parse)))
    for (const one of read) {
      if (one === undefined) continue
      if ('problem' in one) bad.push(one.problem)
      else found.push(one.value)
    }
  }
  return { found, bad }
}

/**
 * The one note whose id ends in what was typed or whose short form begins with it, or that holds such an item. Throws `unknown`, `ambiguous`, and
 * what is wrong with the file when its name says that it is the one.
 */
export async function findNote(files: NoteFiles, typed: string): Promise<StoredNote> {
  const named = await findByName(files, typed)
  if (named !== undefined) return named
  const { found } = await loadNotes(files)
  const holders = found.flatMap((stored) => idsOf(stored).map((id) => ({ id, stored })))
  const id = findId(
    typed,
    holders.map((holder) => holder.id),
    'note',
  )
  const [first, ...others] = [...new Set(holders.filter((holder) => holder.id === id).map((h) => h.stored))]
  if (first === undefined || others.length > 0) {
    const matches = [first, ...others].flatMap((stored) => (stored === undefined ? [] : [stored.path]))
    throw new Trouble({ kind: 'ambiguous', what: 'note', given: typed, matches })
  }
  return first
}

/** Where the mentor's private part of the note at `path` lies. */
export function privatePathOf(path: string): string {
  return path.replace(/^notes\//, 'private/')
}

async function findByName(files: NoteFiles, typed: string): Promise<StoredNote | undefined> {
  const ending = readId(typed)?.toLowerCase()
  if (ending === undefined) return undefined
  const { paths, refused } = await files.list('notes')
  const [path, other] = [...paths, ...refused].filter((one) => {
    const short = /-([0-9a-z]{6})\.md$/.exec(one)?.[1]
    return (
      short !== undefined && (short.startsWith(ending) || short.endsWith(ending) || ending.endsWith(short))
    )
  })
  if (path === undefined || other !== undefined) return undefined
  const stored = await readNote((await files.read(path)) ?? '', path)
  return matchIds(typed, [stored.note.facts.id]).length > 0 ? stored : undefined
}

function idsOf({ note }: StoredNote): readonly string[] {
  return [note.facts.id, ...(note.facts.items ?? []).map((item) => item.id)]
}

async function loadOne<T>(
  files: NoteFiles,
  path: string,
  parse: (source: string, path: string) => T | Promise<T>,
): Promise<{ readonly value: T } | { readonly problem: Problem } | undefined> {
  try {
    const source = await files.read(path)
    // Gone between listing and reading: as if it had never been listed.
    return source === undefined ? undefined : { value: await parse(source, path) }
  } catch (error) {
    if (error instanceof Trouble) return { problem: error.problem }
    throw error
  }
}
