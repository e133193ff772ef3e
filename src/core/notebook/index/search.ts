import type { NoteHead } from '../../ports/index-files.ts'
import { byText } from '../../text/order.ts'
import { type Known, lookUp, type Vocabulary } from './vocabulary.ts'
import { foldWords, joinWords, readable } from './words.ts'

/**
 * What is looked for. Every word has to be there, in any inflection; words between quotation marks stand together, as
 * they are. `among` says which notes count; `shared` leaves the private parts out; `most` is how many of the best are wanted.
 */
export interface Search {
  readonly words: string
  readonly among?: (head: NoteHead) => boolean
  readonly shared?: boolean
  readonly most?: number
}

/** One note that was found. `private` says that the words stand in its private part only. A larger score is a better match. */
export interface Hit {
  readonly head: NoteHead
  readonly private: boolean
  readonly score: number
}

/** What was found, best first and newer first among equals; words that were read as another; words that are nowhere. */
export interface Found {
  readonly hits: readonly Hit[]
  /** How many notes match, wanted or not. */
  readonly all: number
  readonly corrected: readonly { readonly typed: string; readonly read: string }[]
  readonly unknown: readonly string[]
  /** For marking the words in a text. */
  readonly terms: readonly Term[]
}

/** One thing that has to be there: some words of which any will do, or several that stand together. */
export interface Term {
  readonly words: ReadonlySet<string>
  /** Texts that hold it, at most. */
  readonly texts: number
  /** Words between quotation marks. */
  readonly phrase?: readonly string[]
}

/** One text of a chunk: where it begins and ends there, and which row of its table it belongs to. */
export interface TextPlace {
  readonly row: number
  readonly start: number
  readonly end: number
}

/** Some texts in one, each with a space before and after every word. */
export interface Chunk {
  readonly text: string
  readonly places: readonly TextPlace[]
}

/** What was typed as terms, the rarest first, and what became of words that are nowhere as typed. */
export function readSearch(typed: string, vocabulary: Vocabulary): Omit<Found, 'hits' | 'all'> {
  const terms: Term[] = []
  const corrected: { typed: string; read: string }[] = []
  const unknown: string[] = []
  for (const part of typed.match(/["“„][^"“”]*["”]?|[^\s"“”„]+/g) ?? []) {
    const words = foldWords(part)
    const looked = words.map((word) => ({ word, known: lookUp(word, vocabulary) }))
    for (const { word, known } of looked) {
      if (known === undefined) unknown.push(readable(word))
      else if (known.instead !== undefined)
        corrected.push({ typed: readable(word), read: readable(known.instead) })
    }
    const all = looked.flatMap(({ known }) => known ?? [])
    if (all.length > 1) terms.push(together(looked))
    else terms.push(...all)
  }
  return { terms: terms.toSorted((a, b) => a.texts - b.texts), corrected, unknown }
}

function together(looked: readonly { readonly word: string; readonly known: Known | undefined }[]): Term {
  const phrase = looked.map(({ word, known }) => known?.instead ?? word)
  return { words: new Set(phrase), texts: Math.min(...looked.map(({ known }) => known?.texts ?? 0)), phrase }
}

/** Calls `hit` for each text of the chunk that holds every term, with how often it holds each. */
export function scan(
  { text, places }: Chunk,
  terms: readonly Term[],
  hit: (row: number, counts: readonly number[]) => void,
): void {
  const [first, ...others] = terms
  if (first === undefined) return
  const counted = countIn(text, first, places)
  for (const [index, count] of counted) {
    const place = places[index]
    if (place === undefined) continue
    const own = others.length === 0 ? '' : text.slice(place.start, place.end)
    const counts = [count]
    for (const term of others) {
      const more = countAll(own, term)
      if (more === 0) break
      counts.push(more)
    }
    if (counts.length === terms.length) hit(place.row, counts)
  }
}

/** How often each text of a chunk holds a term, by the text's place in the list. */
function countIn(text: string, term: Term, places: readonly TextPlace[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const needle of needlesOf(term)) {
    let index = 0
    let place = places[0]
    for (let at = text.indexOf(needle); at !== -1 && place !== undefined; at = text.indexOf(needle, at + 1)) {
      while (place !== undefined && place.end <= at) place = places[++index]
      if (place === undefined) break
      if (at < place.start) {
        at = place.start - 1
        continue
      }
      if (isWhole(text, at, needle, term)) counts.set(index, (counts.get(index) ?? 0) + 1)
    }
  }
  return counts
}

/** How often a text holds a term. */
function countAll(text: string, term: Term): number {
  let count = 0
  for (const needle of needlesOf(term)) {
    for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1)) {
      if (isWhole(text, at, needle, term)) count++
    }
  }
  return count
}

/** Whether a text by itself holds every one of the terms; with no terms it does. */
export function holdsAll(text: string, terms: readonly Term[]): boolean {
  const folded = joinWords(foldWords(text))
  return terms.every((term) => countAll(folded, term) > 0)
}

function isWhole(text: string, at: number, needle: string, term: Term): boolean {
  if (text.charCodeAt(at - 1) !== 32) return false
  if (term.phrase !== undefined) return text.charCodeAt(at + needle.length) === 32
  if (term.words.size === 1 && term.words.has(needle)) return text.charCodeAt(at + needle.length) === 32
  return term.words.has(text.slice(at, text.indexOf(' ', at)))
}

/** What to look for: the beginning that all words share, so that one pass finds them all, or else each word. */
function needlesOf(term: Term): readonly string[] {
  if (term.phrase !== undefined) return [joinWords(term.phrase).trim()]
  const [first = '', ...others] = term.words
  let length = first.length
  for (const other of others) while (!other.startsWith(first.slice(0, length))) length--
  return length >= 3 || others.length === 0 ? [first.slice(0, length)] : [...term.words]
}

/** How many texts there are, and how many characters they have on average. */
export interface Extent {
  readonly texts: number
  readonly average: number
}

/**
 * Tells how well a text matches, from how often it holds each term, its title and its length: rare words weigh more, more
 * of them weigh more up to a point, long texts weigh less, and words in the title weigh most (Okapi BM25 with its usual
 * k1 1.2 and b 0.75).
 */
export function scorer(
  terms: readonly Term[],
  extent: Extent,
): (counts: readonly number[], title: string, length: number) => number {
  const rarity = terms.map(({ texts }) => Math.log(1 + (extent.texts - texts + 0.5) / (texts + 0.5)))
  // Many notes share their titles.
  const titles = new Map<string, number>()
  const titleScore = (title: string): number => {
    const known = titles.get(title)
    if (known !== undefined) return known
    const folded = joinWords(foldWords(title))
    const score = terms.reduce(
      (sum, term, index) => (countAll(folded, term) > 0 ? sum + 2 * (rarity[index] ?? 0) : sum),
      0,
    )
    titles.set(title, score)
    return score
  }
  return (counts, title, length) => {
    const long = 0.25 + 0.75 * (length / Math.max(1, extent.average))
    const inText = counts.reduce(
      (sum, count, index) => sum + (rarity[index] ?? 0) * ((count * 2.2) / (count + 1.2 * long)),
      0,
    )
    return inText + titleScore(title)
  }
}

/** Best first, newer first among equals; a note that matches in both its parts counts once. */
export function rankHits(hits: readonly Hit[]): readonly Hit[] {
  const best = new Map<string, Hit>()
  for (const hit of hits) {
    const known = best.get(hit.head.path)
    if (known === undefined) best.set(hit.head.path, hit)
    else
      best.set(hit.head.path, {
        head: hit.head,
        private: known.private && hit.private,
        score: Math.max(known.score, hit.score),
      })
  }
  return [...best.values()].sort(
    (a, b) =>
      b.score - a.score ||
      byText(b.head.date, a.head.date) ||
      byText(b.head.created, a.head.created) ||
      byText(a.head.path, b.head.path),
  )
}
