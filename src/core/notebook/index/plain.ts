import type { NoteHead, NoteIndex } from '../../ports/index-files.ts'
import type { NoteFiles } from '../../ports/note-files.ts'
import { Trouble } from '../../problem.ts'
import { loadNotes, privatePathOf } from '../load.ts'
import type { StoredNote } from '../note.ts'
import { matchesRow, newestRows } from '../query.ts'
import { foldStanding } from '../standing.ts'
import { digestEvidence, digestOf } from './digest.ts'
import { type Found, type Hit, rankHits, readSearch, type Search, scan, scorer } from './search.ts'
import { formatVocabulary } from './vocabulary.ts'
import { joinWords, wordsOfNote } from './words.ts'

/**
 * An index that reads every note anew and keeps nothing: what the real one has to agree with, and what is used where
 * nothing can be kept. Failures are those of the files.
 */
export async function plainIndex(files: NoteFiles): Promise<NoteIndex> {
  const { found, bad } = await loadNotes(files)
  const byPath = new Map(found.map((stored) => [stored.path, stored]))
  const some = (heads: readonly NoteHead[]): readonly StoredNote[] =>
    heads.flatMap(({ path }) => byPath.get(path) ?? [])
  const folded = foldStanding(found.map(digestOf))
  const heads = found.map(headOf)
  return {
    heads,
    people: [...new Set(heads.map(({ person }) => person))].map((person) => ({ person })),
    bad,
    about: (person) => heads.filter((head) => head.person === person),
    newest(query) {
      const fit = heads.filter((head) => matchesRow(head, query))
      return { heads: newestRows(fit, query.limit), all: fit.length }
    },
    facts: async (heads) => some(heads).map(({ note }) => note.facts),
    notes: async (heads) => some(heads),
    digests: async (heads) => some(heads).map(digestOf),
    evidence: async (heads) => some(heads).map(digestOf).flatMap(digestEvidence),
    standing: async () => new Map([...folded].map(([slug, { standing }]) => [slug, standing])),
    states: async (person) => folded.get(person)?.states ?? new Map(),
    trends: async () => (await import('../../trends/fold.ts')).foldTrends(found.map(digestOf)),
    search: async (search) => searchAll(search, await textsOf(files, found)),
  }
}

/** What the index knows of a note without opening it again. */
export function headOf({ path, note }: Pick<StoredNote, 'path' | 'note'>): NoteHead {
  const { id, kind, person, date, created, title, template } = note.facts
  const head = { path, id, kind, person, date, created, title }
  return template === undefined ? head : { ...head, template }
}

interface Text {
  /** Undefined for a private part whose note is not there. */
  readonly head: NoteHead | undefined
  readonly private: boolean
  readonly text: string
}

async function textsOf(files: NoteFiles, notes: readonly StoredNote[]): Promise<readonly Text[]> {
  const heads = new Map(notes.map((stored) => [privatePathOf(stored.path), headOf(stored)]))
  const texts: Text[] = notes.map((stored) => ({
    head: headOf(stored),
    private: false,
    text: joinWords(wordsOfNote(stored.source, stored.note.facts.title)),
  }))
  for (const path of (await files.list('private')).paths.filter((one) => one.endsWith('.md'))) {
    const own = await readQuietly(files, path)
    if (own === undefined) continue
    texts.push({ head: heads.get(path), private: true, text: joinWords(wordsOfNote(own)) })
  }
  return texts
}

/** A private part that cannot be read holds nothing to find. */
async function readQuietly(files: NoteFiles, path: string): Promise<string | undefined> {
  try {
    return await files.read(path)
  } catch (error) {
    if (error instanceof Trouble) return undefined
    throw error
  }
}

function searchAll(search: Search, texts: readonly Text[]): Found {
  const counts = new Map<string, number>()
  for (const { text } of texts) {
    for (const word of new Set(text.trim().split(' '))) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const read = readSearch(search.words, formatVocabulary(counts))
  if (read.unknown.length > 0) return { ...read, hits: [], all: 0 }
  const length = texts.reduce((sum, { text }) => sum + text.length, 0)
  const extent = { texts: texts.length, average: length / Math.max(1, texts.length) }
  const score = scorer(read.terms, extent)
  const hits: Hit[] = []
  for (const { head, private: isPrivate, text } of texts) {
    if (head === undefined || (search.shared === true && isPrivate) || search.among?.(head) === false)
      continue
    const places = [{ row: 0, start: 0, end: text.length }]
    scan({ text, places }, read.terms, (_row, found) => {
      hits.push({ head, private: isPrivate, score: score(found, isPrivate ? '' : head.title, text.length) })
    })
  }
  const ranked = rankHits(hits)
  return { ...read, hits: ranked.slice(0, search.most), all: ranked.length }
}
