import { formatNote, parseNote } from '../notebook/codec.ts'
import { personPath } from '../notebook/names.ts'
import { newPerson } from '../notebook/new-person.ts'
import type { Facts, Person } from '../notebook/note.ts'
import { formatPerson } from '../notebook/person-file.ts'
import type { NoteFiles, SaveFile } from '../ports/note-files.ts'
import { Trouble } from '../problem.ts'
import type { Gathered, Group } from './gather.ts'
import { savedRows } from './known.ts'
import { type HarvestNote, harvestNotes, type ImportAbout } from './note.ts'
import { rememberedPath } from './remembered.ts'

/** A group whose entries are to be saved, and whether its person gets a file with it. */
export interface Picked {
  readonly person: Person
  readonly isNew: boolean
  readonly group: Group
}

/** One import, ready to be saved: all its files, and of each person the notes. */
export interface ImportSet {
  readonly files: readonly SaveFile[]
  readonly notes: readonly (HarvestNote & { readonly isNew: boolean; readonly person: Person })[]
}

/** The groups with something new: those who are known, and of the others those whose names are given. */
export function pick(
  gathered: Gathered,
  added: readonly string[],
  people: readonly Person[],
): readonly Picked[] {
  const everybody = [...people]
  const known = gathered.known.flatMap((group) =>
    group.person === undefined ? [] : [{ person: group.person, isNew: false, group }],
  )
  const fresh = gathered.unknown
    .filter(({ name }) => added.includes(name))
    .map((group) => {
      const person = newPerson(group.name, everybody)
      everybody.push(person)
      return { person, isNew: true, group }
    })
  return [...known, ...fresh].filter(({ group }) => group.entries.length > 0)
}

/** Turns what was picked into files. Ids are taken in order, so the same import with the same ids gives the same files. */
export function composeImport(picked: readonly Picked[], about: ImportAbout): ImportSet {
  const notes = picked.flatMap(({ person, isNew, group }) =>
    harvestNotes({ person, figures: group.figures, entries: group.entries }, about).map((one) => ({
      ...one,
      isNew,
      person,
    })),
  )
  const people = picked
    .filter(({ isNew }) => isNew)
    .map(({ person }) => ({ path: personPath(person.slug), text: formatPerson(person) }))
  return {
    notes,
    files: [...people, ...notes.map(({ path, note }) => ({ path, text: formatNote(note) }))],
  }
}

/**
 * Saves an import, all of it or nothing, and with it what the columns hold. A memory of other columns for the same
 * headings is replaced afterwards. `seen` are the notes that its rows were compared with; throws `busy` when another import
 * has saved one of the rows since.
 */
export async function saveImport(
  files: NoteFiles,
  set: ImportSet,
  memory: { readonly headings: readonly string[]; readonly text: string },
  seen: ReadonlySet<string>,
): Promise<void> {
  const path = rememberedPath(memory.headings)
  const before = await files.read(path)
  const first = before === undefined ? [{ path, text: memory.text }] : []
  await files.saveAll([...first, ...set.files], () => refuseTwice(files, set, seen))
  if (before !== undefined && before !== memory.text) await files.replace(path, before, memory.text)
}

/** The question before the save may have stood there for an hour, and the same file been imported elsewhere. */
async function refuseTwice(files: NoteFiles, { notes }: ImportSet, seen: ReadonlySet<string>): Promise<void> {
  const mine = savedRows(notes.map(({ note }) => note.facts))
  for (const slug of new Set(notes.map(({ person }) => person.slug))) {
    const { paths } = await files.list(`notes/${slug}`)
    for (const path of paths.filter((one) => !seen.has(one))) {
      const rows = savedRows([await factsAt(files, path)])
      if ([...rows].some((row) => mine.has(row))) throw new Trouble({ kind: 'busy', file: path })
    }
  }
}

/** Facts of a note; none where it cannot be read, since such a one was left out of the comparison before, too. */
async function factsAt(files: NoteFiles, path: string): Promise<Partial<Facts>> {
  try {
    return parseNote((await files.read(path)) ?? '', path).note.facts
  } catch (error) {
    if (error instanceof Trouble) return {}
    throw error
  }
}
