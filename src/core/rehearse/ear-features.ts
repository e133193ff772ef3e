import { CATEGORIES } from '../wording/finding.ts'
import { hash32, letterFeatures, sequenceFeatures } from '../wording/model-features.ts'
import type { Clues } from './clues.ts'
import type { Listen } from './ear-net.ts'

/** How much each kind of feature of the words counts: words, pairs, pairs with a gap, beginning, end, shape, letters. */
export const WORD_WEIGHT: readonly number[] = [1, 1, 0.7, 0.7, 0.7, 0.5, 0.8]

/** How much phrases and rules count beside the words, and the answers of the wording model's filters. */
const CLUE_WEIGHT = 0.7
const FILTER_WEIGHT = 0.3

const LONG = 20
const SHORT = 4

/** What a sentence shows: hashes of its words by kind of feature, and numbers for what phrases, rules and filters found. */
interface Shown {
  readonly words: readonly (readonly number[])[]
  readonly clues: readonly number[]
}

/** Reads off a sentence all that the ear listens for; `kinds` are the ids of all moves in their order. */
export function shownBy(
  { sentence, phrased, kinds: found, findings }: Clues,
  kinds: readonly string[],
  listen: Listen,
): Shown {
  const text = sentence.text.trim()
  const { forms, filters, impression } = listen(text)
  const words = sequenceFeatures(forms.map(hash32), /^[a-z]/.test(text))
  const has = (all: Iterable<{ readonly id: string }>) => {
    const ids = new Set([...all].map(({ id }) => id))
    return kinds.map((id) => Number(ids.has(id)))
  }
  const isImpression = (rule: string) => rule.startsWith('reads-as')
  const ruled = new Set(findings.filter(({ rule }) => !isImpression(rule)).map(({ category }) => category))
  return {
    words: [...words, forms.flatMap(letterFeatures)],
    clues: [
      ...[
        ...has(phrased),
        ...has(found.keys()),
        ...CATEGORIES.map((category) => Number(ruled.has(category))),
        Number(findings.some(({ rule }) => isImpression(rule))),
        Number(sentence.isQuestion),
        Math.min(1, forms.length / LONG),
        Number(forms.length <= SHORT),
      ].map((clue) => clue * CLUE_WEIGHT),
      ...impression,
      ...Array.from(filters, (answer) => answer * FILTER_WEIGHT),
      1,
    ],
  }
}
