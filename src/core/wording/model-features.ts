/** The kinds of feature of the linear part; each is normalised on its own. */
export const GROUPS = ['word', 'pair', 'skip', 'head', 'tail', 'shape', 'letters'] as const

/** How much each kind of feature counts before training. */
export const GROUP_WEIGHT: readonly number[] = [1, 1, 0.7, 0.7, 0.7, 0.5, 1.2]

/** 32-bit FNV-1a of a string's UTF-16 units, finished with a mix so that every bit is good. */
export function hash32(text: string): number {
  let h = BASIS
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), PRIME)
  return mixed(h)
}

const BASIS = 0x811c9dc5
const PRIME = 0x01000193

function mixed(hash: number): number {
  let h = hash ^ (hash >>> 15)
  h = Math.imul(h, 0x2c1b3c6d)
  h ^= h >>> 13
  h = Math.imul(h, 0x297a2d39)
  return (h ^ (h >>> 16)) >>> 0
}

function joined(kind: number, a: number, b: number): number {
  return mixed(Math.imul(a ^ kind, 0x9e3779b1) + Math.imul(b, 0x85ebca6b))
}

/**
 * Hashes of the letter groups (3, 4 and 5 letters, with the word's edges, after a mark of their own) of one form; none for a class
 * such as `<num>`. Each group goes on from the hash of the one without its last letter, so no group is cut out.
 */
export function letterFeatures(form: string): number[] {
  const found: number[] = []
  if (form.startsWith('<')) return found
  const edged = ` ${form} `
  const begun = new Int32Array(edged.length).fill(LETTERS_BEGIN)
  for (let size = 1; size <= 5; size++) {
    for (let i = 0; i + size <= edged.length; i++) {
      const hash = Math.imul((begun[i] ?? 0) ^ edged.charCodeAt(i + size - 1), PRIME)
      begun[i] = hash
      if (size >= 3) found.push(mixed(hash))
    }
  }
  return found
}

/** What every letter group's hash has taken in before its letters: the mark `c`. */
const LETTERS_BEGIN = Math.imul(BASIS ^ 'c'.charCodeAt(0), PRIME)

const BEGIN = hash32('<s>')
const END = hash32('</s>')
const WORD_AT_END = hash32('a word at the end')
const EXACT = new Set(
  '<num> <time> <date> <id> <day> <month> <qlong> <code> <pct> <money>'.split(' ').map(hash32),
)
const PUNCTUATION = new Set([...'.,!?:;)("-*/'].concat('...').map(hash32))

/** Hashes of everything but the letter groups, by group (index into `GROUPS`), from the hashes of a sentence's forms. */
export function sequenceFeatures(forms: readonly number[], lowerStart: boolean): number[][] {
  const all: number[][] = [[], [], [], [], [], []]
  eachSequenceFeature(forms, lowerStart, (group, hash) => void all[group]?.push(hash))
  return all
}

/** Gives `take` what `sequenceFeatures` lists, one by one. */
export function eachSequenceFeature(
  forms: readonly number[],
  lowerStart: boolean,
  take: (group: number, hash: number) => void,
): void {
  let exact = false
  let before = BEGIN
  let beforeThat = 0
  for (let i = 0; i <= forms.length; i++) {
    const form = forms[i] ?? END
    if (i < forms.length) {
      take(0, joined(1, form, 0))
      if (i < 3) take(3, joined(4, form, 0))
      if (i >= forms.length - 3) take(4, joined(5, form, 0))
      exact ||= EXACT.has(form)
    }
    take(1, joined(2, before, form))
    if (i > 0) take(2, joined(3, beforeThat, form))
    beforeThat = before
    before = form
  }
  const last = forms.at(-1) ?? 0
  take(5, joined(6, Math.min(forms.length, 30) >> 2, 0))
  take(5, joined(7, PUNCTUATION.has(last) ? last : WORD_AT_END, 0))
  if (exact) take(5, joined(8, 0, 0))
  if (lowerStart) take(5, joined(9, 0, 0))
}
