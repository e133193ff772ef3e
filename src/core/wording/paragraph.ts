import type { Sentence } from './scan.ts'

/** A paragraph of more sentences than this is not read as one. */
const MOST_AROUND = 3

/**
 * Gathers the sentences of a paragraph. `take` gets each sentence in which nothing was found, and the text of its paragraph where
 * that has two or three sentences. `add` says whether something was found; `close` ends the last paragraph. Holds back no more than three.
 */
export function createParagraph(
  text: string,
  take: (sentence: Sentence, around: string | undefined) => void,
) {
  let held: { readonly sentence: Sentence; readonly found: boolean }[] = []
  let long = false

  const give = (around: string | undefined): void => {
    for (const { sentence, found } of held) if (!found) take(sentence, around)
    held = []
  }
  const close = (): void => {
    const first = held[0]?.sentence
    const last = held.at(-1)?.sentence
    if (first === undefined || last === undefined) return
    const { offset, length } = placeOf(text, last)
    give(first === last || long ? undefined : text.slice(first.start, offset + length))
  }
  const add = (sentence: Sentence, found: boolean): void => {
    if (sentence.opens) {
      close()
      long = false
    }
    if (held.length === MOST_AROUND) long = true
    held.push({ sentence, found })
    if (long) give(undefined)
  }
  return { add, close }
}

/** Where a sentence stands with the marks that end it, in UTF-16 units. */
export function placeOf(
  text: string,
  { start, end }: Sentence,
): { readonly offset: number; readonly length: number } {
  let to = end
  while (to < text.length && '.!?…'.includes(text.charAt(to))) to++
  return { offset: start, length: to - start }
}
