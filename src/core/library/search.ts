import type { Library, LibraryEntry } from '../template/library.ts'
import { fold } from '../text/fold.ts'

/** One entry that was found, with the library it stands in. */
export interface LibraryHit {
  readonly library: Library
  readonly entry: LibraryEntry
}

/** What was found, the best first; `isWhole` when each hit has all the words. */
interface FoundEntries {
  readonly hits: readonly LibraryHit[]
  readonly isWhole: boolean
}

/** How much a word counts where it stands: in the label, among the words people use for it, in what is said of it. */
const LABEL = 4
const NAMES = 2
const SAID = 1
/** A whole word counts more than the beginning of one. */
const WHOLE = 1
/** The words as they were typed, in a row, in the label. */
const IN_A_ROW = 3

/**
 * Entries that have every word, or a word that begins with it; case and accents do not matter. Where none has them all,
 * those that have most of them. Takes time in proportion to what the libraries say.
 */
export function searchLibraries(libraries: readonly Library[], query: string): FoundEntries {
  const words = wordsOf(query)
  const scored = libraries.flatMap((library) =>
    library.entries.map((entry) => ({ library, entry, ...score(entry, words, fold(query)) })),
  )
  const most = Math.max(0, ...scored.map(({ found }) => found))
  // One word out of several says little.
  if (most === 0 || (words.length > 1 && most < 2)) return { hits: [], isWhole: false }
  const hits = scored.filter(({ found }) => found === most).sort((a, b) => b.points - a.points)
  return { hits: hits.map(({ library, entry }) => ({ library, entry })), isWhole: most === words.length }
}

function score(
  entry: LibraryEntry,
  words: readonly string[],
  query: string,
): { readonly found: number; readonly points: number } {
  const { id, label, area = '', roles = [], skills = [], also = [] } = entry
  const fields = [
    { weight: LABEL, words: wordsOf(label) },
    { weight: NAMES, words: wordsOf([id, area, ...roles, ...skills, ...also].join(' ')) },
    { weight: SAID, words: wordsOf([entry.good, entry.measure, entry.care, entry.say].join(' ')) },
  ]
  const points = words.map((word) => Math.max(...fields.map((field) => pointsFor(word, field))))
  const row = fold(label).includes(query) ? IN_A_ROW : 0
  return { found: points.filter((one) => one > 0).length, points: points.reduce((a, b) => a + b, row) }
}

function pointsFor(
  word: string,
  field: { readonly weight: number; readonly words: readonly string[] },
): number {
  if (field.words.includes(word)) return field.weight + WHOLE
  return field.words.some((one) => one.startsWith(word)) ? field.weight : 0
}

function wordsOf(text: string): readonly string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
}
