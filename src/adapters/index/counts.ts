import { formatVocabulary, readVocabulary, type Vocabulary } from '../../core/notebook/index/vocabulary.ts'

/** How many texts hold each word, while texts come and go. */
export interface WordCounts {
  /** Counts every word of one text once; -1 takes it away again. */
  tally(words: readonly string[], by: 1 | -1): void
  end(): Vocabulary
}

/** Begins with the counts of a vocabulary. */
export function wordCounts(before: Vocabulary): WordCounts {
  const places = new Map<string, number>()
  const counts: number[] = []
  // The text that held the word last. A set of the words of each text took as long as all else.
  const last: number[] = []
  let text = 0
  for (const [word, count] of readVocabulary(before)) {
    places.set(word, counts.push(count) - 1)
    last.push(0)
  }
  return {
    tally(words, by) {
      text++
      for (const word of words) {
        const place = places.get(word)
        if (place === undefined) {
          if (word === '') continue
          places.set(word, counts.push(by) - 1)
          last.push(text)
        } else if (last[place] !== text) {
          counts[place] = (counts[place] ?? 0) + by
          last[place] = text
        }
      }
    },
    end: () => formatVocabulary(new Map([...places].map(([word, place]) => [word, counts[place] ?? 0]))),
  }
}
