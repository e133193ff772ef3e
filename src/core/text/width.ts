import { eastAsianWidth } from 'get-east-asian-width'

/** Characters that are one cell and one reader's character each: the Latin alphabets, punctuation, arrows, lines and ticks. */
const PLAIN = /^[\x20-\x7e\u00a1-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u2193\u2500-\u257f\u2713]*$/

let segmenter: Intl.Segmenter | undefined

/** Made on first use: plain text, which is most of it, needs none. */
function clusters(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  return segmenter.segment(text)
}

/** So many UTF-16 units are looked at in one go: every cluster that is found keeps a copy of all that was looked at. */
const WINDOW = 512

function clustersIn(text: string, from: number): { readonly at: number; readonly text: string }[] {
  return [...clusters(text)].map(({ index, segment }) => ({ at: from + index, text: segment }))
}

/** The last cluster of a window may go on behind it, and is looked at once more with what follows. */
function clustersOfLong(text: string): { readonly at: number; readonly text: string }[] {
  const found: { readonly at: number; readonly text: string }[] = []
  let from = 0
  let size = WINDOW
  while (from < text.length) {
    // Half a character would be one of its own.
    const end = /[\ud800-\udbff]/.test(text[from + size - 1] ?? '') ? from + size + 1 : from + size
    const some = clustersIn(text.slice(from, end), from)
    const isLast = end >= text.length
    const last = isLast ? undefined : some.pop()
    if (last?.at === from) {
      size *= 2
      continue
    }
    for (const one of some) found.push(one)
    from = last?.at ?? text.length
    size = WINDOW
  }
  return found
}

/** The characters of a text as a reader counts them, each with where it starts (UTF-16 units). */
export function graphemes(text: string): readonly { readonly at: number; readonly text: string }[] {
  if (PLAIN.test(text)) return [...text].map((character, at) => ({ at, text: character }))
  return text.length <= WINDOW ? clustersIn(text, 0) : clustersOfLong(text)
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

/** The same of one of the `graphemes`: it is not looked for where it ends. Asking that anew for each of many takes a lot of room. */
export function clusterCells(one: string): number {
  if (PLAIN.test(one)) return one.length
  let apart = 0
  for (const point of one) apart += pointCells(point)
  return /[\ufe0f\u20e3]/.test(one) ? Math.max(2, apart) : apart
}

function pointCells(point: string): number {
  if (NO_ROOM.test(point)) return 0
  return HALF_FLAG.test(point) ? 2 : eastAsianWidth(point.codePointAt(0) ?? 0)
}
