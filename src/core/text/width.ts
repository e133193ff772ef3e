import { eastAsianWidth } from 'get-east-asian-width'

/** Characters that are one cell and one reader's character each: the Latin alphabets, punctuation, arrows, lines and ticks. */
const PLAIN = /^[\x20-\x7e\u00a1-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u2193\u2500-\u257f\u2713]*$/

let segmenter: Intl.Segmenter | undefined

/** Made on first use: plain text, which is most of it, needs none. */
function clusters(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  return segmenter.segment(text)
}

/** The characters of a text as a reader counts them, each with where it starts (UTF-16 units). */
export function graphemes(text: string): readonly { readonly at: number; readonly text: string }[] {
  if (PLAIN.test(text)) return [...text].map((character, at) => ({ at, text: character }))
  return [...clusters(text)].map(({ index, segment }) => ({ at: index, text: segment }))
}

/**
 * Terminal cells that a text may take. Terminals disagree about joined emoji, so the widest reading counts: a line may
 * end early, but never runs over.
 */
export function cells(text: string): number {
  if (PLAIN.test(text)) return text.length
  let total = 0
  for (const { text: one } of graphemes(text)) total += clusterCells(one)
  return total
}

/** What takes no room of its own: marks above and below, joiners, controls, lone surrogates. */
const NO_ROOM = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}]$/u
const HALF_FLAG = /^\p{RI}$/u

function clusterCells(one: string): number {
  let apart = 0
  for (const point of one) apart += pointCells(point)
  return /[\ufe0f\u20e3]/.test(one) ? Math.max(2, apart) : apart
}

function pointCells(point: string): number {
  if (NO_ROOM.test(point)) return 0
  return HALF_FLAG.test(point) ? 2 : eastAsianWidth(point.codePointAt(0) ?? 0)
}
