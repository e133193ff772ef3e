import type { NoteFiles } from '../../ports/note-files.ts'
import { privatePathOf } from '../load.ts'
import type { Hit, Term } from './search.ts'
import { bodyOf, foldWords } from './words.ts'

/** A few words around what was found, on one line, and where in it the words stand that were looked for. */
export interface Snippet {
  readonly text: string
  readonly marks: readonly { readonly start: number; readonly end: number }[]
}

interface Place {
  readonly start: number
  readonly end: number
  readonly term: number
}

/** Words around a match, in characters. */
const LENGTH = 160

/** The stretch of a note's source (its front matter left out) that holds most of what was looked for; its beginning where nothing does. */
export function snippetOf(source: string, terms: readonly Term[]): Snippet {
  const text = wordsOnly(source)
  const found = placesIn(text, terms)
  const from = bestStart(found)
  const start = from === 0 ? 0 : beginning(text, from)
  const end = ending(text, Math.min(text.length, start + LENGTH), found)
  const before = start > 0 ? '… ' : ''
  const marks = found
    .filter((place) => place.start >= start && place.end <= end)
    .map((place) => ({ start: place.start - start + before.length, end: place.end - start + before.length }))
  return { text: `${before}${text.slice(start, end)}${end < text.length ? ' …' : ''}`, marks }
}

/** The snippet of one hit, read from the note itself, or from its private part where only that holds the words. */
export async function snippetFor(
  files: Pick<NoteFiles, 'read'>,
  hit: Hit,
  terms: readonly Term[],
): Promise<Snippet> {
  const path = hit.private ? privatePathOf(hit.head.path) : hit.head.path
  return snippetOf((await files.read(path)) ?? '', terms)
}

/** Without front matter, title and the signs that only shape the page, on one line. */
function wordsOnly(source: string): string {
  return bodyOf(source)
    .replace(/^\s*#[ \t].*$/m, '')
    .replace(/^[ \t]*(?:#{2,6}|>|[-*])[ \t]+/gm, '')
    .replace(/\s+/g, ' ')
    .trim()
}

function placesIn(text: string, terms: readonly Term[]): readonly Place[] {
  const tokens = [...text.matchAll(/[\p{L}\p{N}\p{M}]+(?:['’ʼ][\p{L}\p{N}\p{M}]+)*/gu)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
    words: foldWords(found[0]),
  }))
  return tokens.flatMap(({ start, end, words }, index) =>
    terms.flatMap((term, number): readonly Place[] => {
      if (term.phrase === undefined)
        return words.some((word) => term.words.has(word)) ? [{ start, end, term: number }] : []
      const stretch = tokens.slice(index, index + term.phrase.length)
      const folded = stretch.flatMap((token) => token.words).slice(0, term.phrase.length)
      const last = stretch.at(-1)
      return last !== undefined && folded.join(' ') === term.phrase.join(' ')
        ? [{ start, end: last.end, term: number }]
        : []
    }),
  )
}

/** The first match of the stretch with the most different terms, then the most matches. */
function bestStart(found: readonly Place[]): number {
  let best = { start: 0, worth: 0 }
  found.forEach((place, index) => {
    const near = found.slice(index, index + 20).filter(({ end }) => end <= place.start + LENGTH - 40)
    const worth = new Set(near.map(({ term }) => term)).size * 100 + near.length
    if (worth > best.worth) best = { start: place.start, worth }
  })
  return best.start
}

/** A little before the match, at the beginning of a sentence or a word. */
function beginning(text: string, from: number): number {
  const near = Math.max(0, from - 40)
  if (near === 0) return 0
  const sentence = text.slice(near, from).search(/(?<=[.!?] )\S/)
  if (sentence !== -1) return near + sentence
  const space = text.indexOf(' ', near)
  return space === -1 || space >= from ? from : space + 1
}

function ending(text: string, at: number, found: readonly Place[]): number {
  if (at >= text.length) return text.length
  const inside = found.find(({ start, end }) => start < at && end > at)
  if (inside !== undefined) return inside.end
  const space = text.lastIndexOf(' ', at)
  return space <= 0 ? at : space
}
