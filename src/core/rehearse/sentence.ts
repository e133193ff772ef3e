import { plainSentence } from './phrase.ts'

/** One sentence of a line as it was typed, and whether it asks. */
export interface Sentence {
  readonly text: string
  readonly isQuestion: boolean
}

/** What is put first in a question that has no mark. */
const ASKS =
  /^(?:(?:so|well|ok|okay|and|but|right|now|then) )*(?:(?:what|how|where|why|who|which)(?:'s|'re)? (?!if |i )|(?:is|are|was|were|do|does|did|has|have|can|could|would|will|should|shall) (?:i|you|we|they|he|she|it|that|this|there|the) )/

/** The sentences of a line. A clause that begins with "but" is a sentence of its own: what stands before it was meant too. */
export function sentencesOf(line: string): readonly Sentence[] {
  // What somebody else asked, in quotation marks, neither ends a sentence nor makes it a question.
  const outside = line.replace(/["“][^"“”]{1,200}["”]/g, (quoted) => quoted.replace(/[.!?;]/g, ','))
  const pieces = outside.matchAll(/(?:(?!,? but )[^.!?;\n]|\.(?=\d|\p{L}))+[.!?;]*|,? but |[.!?;]+/gu)
  return [...pieces].flatMap(({ 0: piece, index }) => {
    if (!/[\p{L}\p{N}]/u.test(piece) || /^,? but $/.test(piece)) return []
    const isQuestion = piece.includes('?') || (!piece.includes('!') && ASKS.test(plainSentence(piece).trim()))
    return [{ text: line.slice(index, index + piece.length), isQuestion }]
  })
}
