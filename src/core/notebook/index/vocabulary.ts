import { distance } from 'fastest-levenshtein'
import { lemmas } from '../../wording/stem.ts'

/** Every folded word of all texts with the number of texts that hold it, as one text: `\nword\t12\nword\t3\n`. */
export type Vocabulary = string

/** The words that count as what was typed, and how many texts hold the commonest of them. */
export interface Known {
  readonly words: ReadonlySet<string>
  readonly texts: number
  /** What was typed is no word of the notebook; this one, the nearest, was taken instead. */
  readonly instead?: string
}

/** Writes words and their counts as a vocabulary; those that no text holds any more are left out. */
export function formatVocabulary(counts: ReadonlyMap<string, number>): Vocabulary {
  const lines = [...counts].filter(([, count]) => count > 0).map(([word, count]) => `${word}\t${count}`)
  return `\n${lines.join('\n')}\n`
}

/** Reads a vocabulary as words and their counts. */
export function readVocabulary(text: Vocabulary): Map<string, number> {
  const counts = new Map<string, number>()
  for (const line of text.split('\n')) {
    const tab = line.indexOf('\t')
    if (tab > 0) counts.set(line.slice(0, tab), Number(line.slice(tab + 1)))
  }
  return counts
}

/**
 * What a folded word means in these texts: every inflection of it; else the words that begin with it; else, from four
 * letters on, the nearest word (one letter away or with two neighbours swapped, two letters from eight letters on). Undefined when there is nothing like it.
 */
export function lookUp(word: string, vocabulary: Vocabulary): Known | undefined {
  return inflections(word, vocabulary) ?? beginnings(word, vocabulary) ?? nearest(word, vocabulary)
}

function inflections(word: string, vocabulary: Vocabulary): Known | undefined {
  const stems = new Set([stemOf(word), ...(/^[a-z]+$/.test(word) ? lemmas(word).map(stemOf) : [])])
  const found = [...stems].flatMap((stem) =>
    beginningWith(stem.slice(0, Math.max(2, stem.length - 1)), vocabulary).filter(
      ([other]) => stemOf(other) === stem,
    ),
  )
  return known(found)
}

function beginnings(word: string, vocabulary: Vocabulary): Known | undefined {
  return word.length < 3 ? undefined : known(beginningWith(word, vocabulary))
}

function nearest(word: string, vocabulary: Vocabulary): Known | undefined {
  // A number that is nearly right is another number.
  if (word.length < 4 || /\d/.test(word)) return undefined
  let best: { readonly word: string; readonly far: number; readonly count: number } | undefined
  const most = word.length >= 8 ? 2 : 1
  const far = (other: string): number => (isSwapped(word, other) ? 1 : distance(word, other))
  const close = asLong(word.length - most, word.length + most, vocabulary).filter(
    ([other]) => far(other) <= most,
  )
  for (const [other, count] of summed(close)) {
    const away = far(other)
    const isBetter =
      best === undefined ||
      away < best.far ||
      (away === best.far && (count > best.count || (count === best.count && other < best.word)))
    if (isBetter) best = { word: other, far: away, count }
  }
  const meant = best === undefined ? undefined : inflections(best.word, vocabulary)
  return meant === undefined || best === undefined ? undefined : { ...meant, instead: best.word }
}

/** Whether two letters side by side stand the other way round: the commonest slip, and two apart for `distance`. */
function isSwapped(word: string, other: string): boolean {
  if (word.length !== other.length) return false
  let at = 0
  while (at < word.length && word[at] === other[at]) at++
  return word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2) === other
}

function known(found: readonly (readonly [string, number])[]): Known | undefined {
  if (found.length === 0) return undefined
  const counts = summed(found)
  return {
    words: new Set(counts.keys()),
    texts: [...counts.values()].reduce((most, one) => Math.max(most, one)),
  }
}

/** Each word once: two vocabularies may stand one behind the other. */
function summed(found: readonly (readonly [string, number])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const [word, count] of found) counts.set(word, (counts.get(word) ?? 0) + count)
  return counts
}

/** Words of so many letters. The others, which most are, are not even cut out. */
function asLong(least: number, most: number, vocabulary: Vocabulary): readonly (readonly [string, number])[] {
  const found: [string, number][] = []
  for (let at = 1, end = 0; at < vocabulary.length; at = end + 1) {
    const tab = vocabulary.indexOf('\t', at)
    end = vocabulary.indexOf('\n', at)
    if (end === -1) break
    // Where two vocabularies meet, there is an empty line.
    if (end === at || tab - at < least || tab - at > most) continue
    found.push([vocabulary.slice(at, tab), Number(vocabulary.slice(tab + 1, end))])
  }
  return found
}

function beginningWith(start: string, vocabulary: Vocabulary): readonly (readonly [string, number])[] {
  const found: [string, number][] = []
  const wanted = `\n${start}`
  for (let at = vocabulary.indexOf(wanted); at !== -1; at = vocabulary.indexOf(wanted, at + 1)) {
    const tab = vocabulary.indexOf('\t', at)
    const end = vocabulary.indexOf('\n', at + 1)
    if (tab === -1 || end === -1) break
    found.push([vocabulary.slice(at + 1, tab), Number(vocabulary.slice(tab + 1, end))])
  }
  return found
}

/**
 * A word without the endings that only inflect it: `promises`, `promised` and `promising` have one stem. The stem is for
 * comparing and need be no word. Words of up to three letters, and any with a digit, are their own.
 */
export function stemOf(word: string): string {
  if (word.length <= 3 || /[^a-z]/.test(word)) return word
  let stem = word
  if (/(?:[^aeiou])ies$/.test(stem)) stem = `${stem.slice(0, -3)}y`
  else if (/(?:ss|sh|ch|x|z)es$/.test(stem)) stem = stem.slice(0, -2)
  else if (/[^siu]s$/.test(stem)) stem = stem.slice(0, -1)
  if (/[^aeiou]ied$/.test(stem)) stem = `${stem.slice(0, -3)}y`
  else if (/[aeiouy].*(?:[^e]ed|ing)$/.test(stem)) stem = undouble(stem.replace(/(?:ed|ing)$/, ''))
  else if (/ation$/.test(stem) && stem.length > 6) stem = stem.slice(0, -3)
  return stem.length > 3 ? stem.replace(/e$/, '') : stem
}

function undouble(stem: string): string {
  return /([bdgmnprt])\1$/.test(stem) ? stem.slice(0, -1) : stem
}
