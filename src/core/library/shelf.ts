import type { DataFiles } from '../ports/data-files.ts'
import type { NoteFiles } from '../ports/note-files.ts'
import { type Mistake, Trouble } from '../problem.ts'
import type { Library, LibraryEntry } from '../template/library.ts'
import { libraryIds, loadLibrary } from '../template/load.ts'
import { nearNames } from '../template/near.ts'

/** Whose a library is: one that ships, a team's own, a shipped one that a team has added to, or a team's own in place of a shipped one. */
export type Whose = 'shipped' | 'team' | 'both' | 'instead'

/** A library with what is known of where it comes from. */
export interface Shelved {
  readonly library: Library
  readonly whose: Whose
  /** Ids of the entries that are the team's: added, or worded anew. */
  readonly own: ReadonlySet<string>
}

/** One line of the list: a library, or the mistakes that keep a team's own from being read. */
export type OnShelf = Shelved | { readonly id: string; readonly mistakes: readonly Mistake[] }

/**
 * The library of that id, and which of its entries are the team's. `files` is absent where there is no notebook. Throws
 * `unknown` with near ids, and `config` with every mistake of a broken one.
 */
export async function openLibrary(
  id: string,
  files: NoteFiles | undefined,
  data: DataFiles,
): Promise<Shelved> {
  const ids = await libraryIds(files, data)
  if (!ids.includes(id))
    throw new Trouble({ kind: 'unknown', what: 'library', given: id, near: nearNames(id, ids) })
  const [library, shipped, own] = await Promise.all([
    loadLibrary(id, files, data),
    data.shipped('libraries', id) as Promise<Library | undefined>,
    files?.read(ownPath(id)),
  ])
  if (own === undefined) return { library, whose: 'shipped', own: new Set() }
  if (shipped === undefined) return { library, whose: 'team', own: idsOf(library.entries) }
  const isBoth = shipped.grows === true && library.grows === true
  const ours = new Map(shipped.entries.map((entry) => [entry.id, JSON.stringify(entry)]))
  const theirs = library.entries.filter((entry) => ours.get(entry.id) !== JSON.stringify(entry))
  return { library, whose: isBoth ? 'both' : 'instead', own: idsOf(theirs) }
}

/** Every library, shipped and the team's, by id; a broken one among them does not hide the others. */
export async function listLibraries(
  files: NoteFiles | undefined,
  data: DataFiles,
): Promise<readonly OnShelf[]> {
  const ids = await libraryIds(files, data)
  return Promise.all(
    ids.map(async (id): Promise<OnShelf> => {
      try {
        return await openLibrary(id, files, data)
      } catch (error) {
        if (!(error instanceof Trouble) || error.problem.kind !== 'config') throw error
        return { id, mistakes: error.problem.mistakes }
      }
    }),
  )
}

/** Where a team keeps its own file of a library, relative to the notebook. */
export function ownPath(id: string): string {
  return `library/${id}.yaml`
}

function idsOf(entries: readonly LibraryEntry[]): ReadonlySet<string> {
  return new Set(entries.map((entry) => entry.id))
}
