import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Digest, digestEvidence, digestOf } from '../core/notebook/index/digest.ts'
import { plainIndex } from '../core/notebook/index/plain.ts'
import { refusedFile } from '../core/notebook/load.ts'
import { foldStanding } from '../core/notebook/standing.ts'
import type { NoteHead, NoteIndex } from '../core/ports/index-files.ts'
import type { NoteFiles } from '../core/ports/note-files.ts'
import { Trouble } from '../core/problem.ts'
import type { TrendFacts } from '../core/trends/fold.ts'
import { noteEntry, privateEntry, storedNote } from './index/entries.ts'
import { once } from './index/once.ts'
import { badOf, headsAbout, newestOf, openTable, rowOf } from './index/opened.ts'
import { factsOf } from './index/read-facts.ts'
import { type Ground, type Refreshed, refresh, wordsOf } from './index/refresh.ts'
import { searchTables } from './index/search-tables.ts'
import { keepStanding, readStanding, type StandingFile } from './index/standing-file.ts'
import { COLUMN, NOTHING, readTable, type Table, WIDTH } from './index/table.ts'
import { keepTrends, readTrends } from './index/trends-file.ts'
import { ensureFolder, errnoOf } from './store/durable.ts'
import { rootKey } from './store/saves.ts'

/** Where an index is kept, and by which version of the program. */
interface Place {
  /** The cache folder, absolute. */
  readonly cache: string
  readonly program: string
}

/**
 * The index of a notebook, brought up to date with its files. What was kept of it is checked against the files' sizes and
 * times; what is missing, broken or of another version is made anew. Where nothing can be kept, every note is read.
 */
export async function indexFiles(files: NoteFiles, place: Place): Promise<NoteIndex> {
  const { root } = files
  const folder = join(place.cache, 'index', rootKey(root))
  const common = { root, folder, program: place.program }
  const notes: Ground = { ...common, top: 'notes', read: (path) => noteEntry(root, path) }
  const own: Ground = { ...common, top: 'private', read: (path) => privateEntry(root, path) }
  try {
    ensureFolder(folder)
    return openIndex(files, notes, await refreshed(notes), own)
  } catch (error) {
    // A disk that cannot keep an index must not keep anybody from reading; what is wrong with the notebook is said again.
    if (errnoOf(error) === undefined && !(error instanceof Trouble)) throw error
    return plainIndex(files)
  }
}

/** The table as it was kept, brought up to date; made anew when that cannot be done from what was kept. */
async function refreshed(ground: Ground): Promise<Refreshed> {
  const kept = readTable(ground.folder, ground.top, ground.program)
  if (kept === undefined) return refresh(ground, NOTHING)
  try {
    return await refresh(ground, kept)
  } catch {
    return refresh(ground, NOTHING)
  }
}

function openIndex(files: NoteFiles, ground: Ground, { table, refused }: Refreshed, own: Ground): NoteIndex {
  const { folder, root } = ground
  const opened = once(() => openTable(table))
  const bad = once(() => [...refused.map(refusedFile), ...badOf(table)])
  const plain = once(() => plainIndex(files))
  /** Reads everything when what was kept turns out to be broken; the next command makes it anew. */
  const sound = async <T>(
    work: () => T | Promise<T>,
    instead: (index: NoteIndex) => Promise<T>,
  ): Promise<T> => {
    try {
      return await work()
    } catch {
      for (const top of ['notes', 'private']) rmSync(join(folder, `${top}.heads`), { force: true })
      return instead(await plain())
    }
  }
  const digests = (heads: readonly NoteHead[]): Promise<readonly Digest[]> =>
    sound(
      () => keptDigests(root, folder, table, heads),
      (index) => index.digests(heads),
    )
  const folded = once(() => foldedOf(root, folder, table))
  const standing = once(
    async () => new Map([...(await folded())].map(([slug, one]) => [slug, one.standing()])),
  )
  return {
    get heads() {
      return opened().heads
    },
    people: table.people.map((person) => ({ person })),
    get bad() {
      return bad()
    },
    about: (person) => headsAbout(table, person),
    newest: (query) => newestOf(table, query),
    digests,
    facts: async (heads) => (await digests(heads)).map(({ facts }) => facts),
    async notes(heads) {
      const all = await Promise.all(heads.map(({ path }) => storedNote(root, path)))
      return all.filter((stored) => stored !== undefined)
    },
    evidence: async (heads) => (await digests(heads)).flatMap(digestEvidence),
    standing: () => sound(standing, (index) => index.standing()),
    states: (person) =>
      sound(
        async () => (await folded()).get(person)?.states() ?? new Map(),
        (index) => index.states(person),
      ),
    trends: () =>
      sound(
        () => trendsOf(root, folder, table),
        (index) => index.trends(),
      ),
    search: (search) =>
      sound(
        async () => {
          const hidden = (await refreshed(own)).table
          return searchTables(
            search,
            folder,
            { table, vocabulary: wordsOf(ground, table) },
            { table: hidden, vocabulary: wordsOf(own, hidden) },
          )
        },
        (index) => index.search(search),
      ),
  }
}

async function keptDigests(
  root: string,
  folder: string,
  table: Table,
  heads: readonly NoteHead[],
): Promise<readonly Digest[]> {
  const rows = heads.map(({ path }) => rowOf(table, path) ?? -1)
  const kept = [...factsOf(folder, table, rows)]
  const found = await Promise.all(
    heads.map(async ({ path }, at) => {
      const one = kept[at]
      if (one !== undefined) return { path, ...one }
      const stored = await storedNote(root, path)
      return stored === undefined ? undefined : digestOf(stored)
    }),
  )
  return found.filter((digest) => digest !== undefined)
}

/** Folds all notes, or takes what was folded from this very table before. */
async function foldedOf(root: string, folder: string, table: Table): Promise<StandingFile> {
  const before = readStanding(folder, table)
  if (before !== undefined) return before
  const folded = foldStanding(await everyDigest(root, folder, table))
  keepStanding(folder, table, folded)
  return new Map(
    [...folded].map(([slug, { standing, states }]) => [
      slug,
      { standing: () => standing, states: () => states },
    ]),
  )
}

/** The same of what trends need. */
async function trendsOf(root: string, folder: string, table: Table): Promise<TrendFacts> {
  const before = readTrends(folder, table)
  if (before !== undefined) return before
  const { foldTrends } = await import('../core/trends/fold.ts')
  const folded = foldTrends(await everyDigest(root, folder, table))
  keepTrends(folder, table, folded)
  return folded
}

async function everyDigest(root: string, folder: string, table: Table): Promise<Iterable<Digest>> {
  const { heads, rows } = openTable(table)
  const unkept = new Map<string, Digest>()
  for (const [at, row] of rows.entries()) {
    if (table.numbers[row * WIDTH + COLUMN.factsLength] !== 0) continue
    const path = heads[at]?.path ?? ''
    const stored = await storedNote(root, path)
    if (stored !== undefined) unkept.set(path, digestOf(stored))
  }
  return digestsOf(folder, table, { heads, rows }, unkept)
}

function* digestsOf(
  folder: string,
  table: Table,
  { heads, rows }: ReturnType<typeof openTable>,
  unkept: ReadonlyMap<string, Digest>,
): Generator<Digest> {
  let at = 0
  for (const one of factsOf(folder, table, rows)) {
    const path = heads[at++]?.path ?? ''
    const digest = one === undefined ? unkept.get(path) : { path, ...one }
    if (digest !== undefined) yield digest
  }
}
