import type { NameIndex } from './name-index.ts'
import { type Skeleton, skeletonOf } from './skeleton.ts'

/** One word of a text without its formatting; places are in the skeleton. */
export interface NameWord {
  readonly folded: string
  readonly from: number
  readonly to: number
}

/** How a word is written: in lower case, with a capital, or all in capitals. */
type Cased = 'lower' | 'title' | 'upper'

/** A text that is being looked through for names. `about` is the key of whom it is about. */
export interface Reading {
  readonly index: NameIndex
  readonly source: string
  readonly skeleton: Skeleton
  readonly words: readonly NameWord[]
  readonly about: string | undefined
}

/** What may stand between two parts of one name: a space, one line break with the mark of a quotation, a hyphen, a dot, an apostrophe. */
const BETWEEN =
  /^(?:[ \t\u00a0]{0,4}\r?\n?[ \t>]{0,6}|\.[ \t]{0,2}\r?\n?[ \t]{0,4}|[ \t]?[-\u2010-\u2015_'.+][ \t]?)$/
const SENTENCE_START = /(?:^|[.!?:…·|]|\n[ \t]*\n|\n[ \t]*(?:[-+#>]|\d+[.)]))[\s#>"“”„«»()[\]'+-]*$/u
const LETTER = /\p{L}/u
const DIGIT = /\p{N}/u

/** Reads a text into words: letters, or digits. */
export function readingOf(index: NameIndex, source: string, about: string | undefined): Reading {
  const skeleton = skeletonOf(source)
  return { index, source, skeleton, words: wordsIn(skeleton.text), about }
}

/** What stands between the word at `at` and the one before it. */
export function gap({ skeleton, words }: Reading, at: number): string {
  return skeleton.text.slice(words[at - 1]?.to ?? 0, words[at]?.from ?? 0)
}

/** Whether the word at `at` and the one before it may be parts of one name. */
export function isBetween(reading: Reading, at: number): boolean {
  const between = gap(reading, at)
  return between === ' ' || BETWEEN.test(between)
}

/** A word as it stands in the text itself. */
export function written({ source, skeleton }: Reading, { from, to }: NameWord): string {
  return source.slice(skeleton.at(from), skeleton.end(to - 1))
}

/** How a word is written in the text itself. */
export function casedAs({ source, skeleton }: Reading, { from, to }: NameWord): Cased {
  const first = source.slice(skeleton.at(from), skeleton.end(from))
  if (!/\p{Lu}/u.test(first)) return 'lower'
  if (to - from === 1) return 'title'
  const last = source.slice(skeleton.at(to - 1), skeleton.end(to - 1))
  return /\p{Lu}/u.test(last) ? 'upper' : 'title'
}

/** The text before a word and behind it, without formatting, in lower case, as far as is looked. */
export function around(
  { skeleton }: Reading,
  from: number,
  to: number,
): { readonly before: string; readonly after: string } {
  return {
    before: skeleton.text.slice(Math.max(0, from - 80), from),
    after: skeleton.text.slice(to, to + 60),
  }
}

/** Whether a sentence, a line of a list or a cell begins behind this text. */
export function startsSentence(before: string): boolean {
  return SENTENCE_START.test(before)
}

/** Whether words beside the one at `at` are all in capitals. */
export function isShouted(reading: Reading, at: number): boolean {
  return [reading.words[at - 1], reading.words[at + 1]].some(
    (one) => one !== undefined && one.to - one.from > 1 && casedAs(reading, one) === 'upper',
  )
}

/** Letters and digits of the English keyboard are told apart by their code; anything else is looked up. */
function wordsIn(text: string): readonly NameWord[] {
  const words: NameWord[] = []
  let from = -1
  let last = 0
  for (let at = 0; at <= text.length; at += 1) {
    const kind = at === text.length ? 0 : kindOf(text, at)
    if (kind === last) continue
    if (last !== 0) words.push({ folded: text.slice(from, at), from, to: at })
    from = at
    last = kind
  }
  return words
}

/** 1 for a letter, 2 for a digit, 0 for anything else. Both halves of a sign outside the basic plane are what it is as a whole. */
function kindOf(text: string, at: number): 0 | 1 | 2 {
  const code = text.charCodeAt(at)
  if (code < 128)
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) ? 1 : code >= 48 && code <= 57 ? 2 : 0
  const isLow = code >= 0xdc00 && code <= 0xdfff
  const sign = String.fromCodePoint(text.codePointAt(isLow && at > 0 ? at - 1 : at) ?? 0)
  return LETTER.test(sign) ? 1 : DIGIT.test(sign) ? 2 : 0
}
