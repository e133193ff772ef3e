import { joinedForms } from './joined-names.ts'
import { foldName } from './skeleton.ts'
import { isWordName } from './word-names.ts'

/** Somebody a text may name: `key` stands for them, `names` are all they are called, the display name first. */
export interface Called {
  readonly key: string
  readonly names: readonly string[]
  /** A short form made of the name, which is no name anybody uses; its parts count only with a capital. */
  readonly slug?: string
}

/** What one word can be part of: whose name, whether it is a word besides, and whether somebody is called by it alone. */
interface Part {
  readonly key: string
  readonly isWord: boolean
  readonly isGiven: boolean
}

/** Several words that are a name together. */
interface Phrase {
  readonly key: string
  readonly words: readonly string[]
  /** All of its words are words besides. */
  readonly isWords: boolean
  /** The last name in front: "Rivera, Sam". */
  readonly isTurned?: true
}

/** All names, ready to be looked up word by word, without case and accents. */
export interface NameIndex {
  readonly parts: ReadonlyMap<string, readonly Part[]>
  /** By their first word, the longest first. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>
  /** Small words inside a name ("de", "van"), which count only beside another part of it. */
  readonly particles: ReadonlyMap<string, readonly string[]>
  /** "sr" for Sam Rivera. */
  readonly initials: ReadonlyMap<string, readonly string[]>
  /** The letters with which the parts of somebody's name begin, by key. */
  readonly letters: ReadonlyMap<string, string>
  /** What counts only where it is written as a login. */
  readonly logins: ReadonlyMap<string, readonly string[]>
  /** Every word with which one of these can begin; any other is passed over. */
  readonly heads: ReadonlySet<string>
  /** Names in scripts that put no spaces between words. */
  readonly unspaced: readonly { readonly text: string; readonly key: string }[]
}

/** How a text without formatting falls into words: letters, or digits. */
const NAME_WORD = /\p{L}+|\p{N}+/gu
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}]/u
const TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'prof', 'herr', 'frau', 'sir', 'mx'])
const UMLAUTS: readonly (readonly [RegExp, string])[] = [
  [/ä|æ/gi, 'ae'],
  [/ö|ø|œ/gi, 'oe'],
  [/ü/gi, 'ue'],
  [/å/gi, 'aa'],
]

/** Makes the index of some people's names. */
export function nameIndex(people: readonly Called[]): NameIndex {
  const parts = new Map<string, Part[]>()
  const phrases = new Map<string, Phrase[]>()
  const particles = new Map<string, string[]>()
  const initials = new Map<string, string[]>()
  const letters = new Map<string, string>()
  const logins = new Map<string, string[]>()
  const unspaced: { text: string; key: string }[] = []
  for (const { key, names, slug } of people) {
    names.forEach((name, at) => {
      for (const spelled of spellings(name)) {
        const words = wordsOf(spelled)
        if (UNSPACED.test(spelled)) unspaced.push({ text: foldName(spelled), key })
        if (words.length > 1) {
          addTo(phrases, words[0] ?? '', phraseOf(key, words))
          const turned = [...words.slice(-1), ...words.slice(0, -1)]
          addTo(phrases, turned[0] ?? '', { ...phraseOf(key, turned), isTurned: true })
        }
        const whole = at === 0 || words.length === 1
        const own = partsOf(spelled, whole)
        for (const [place, part] of own.entries())
          addPart(parts, { key, ...part, isGiven: whole && (place === 0 || at > 0) })
        const forms = joinedForms(chunksOf(spelled))
        for (const word of forms.sure) addPart(parts, { key, word, isWord: false, isGiven: false })
        if (at > 0) continue
        for (const word of forms.asLogin) addTo(logins, word, key)
        letters.set(key, `${letters.get(key) ?? ''}${words.map((word) => word.charAt(0)).join('')}`)
        for (const small of words.filter((word) => !partsOf(spelled, true).some((one) => one.word === word)))
          addTo(particles, small, key)
        for (const short of initialsOf(spelled)) addTo(initials, short, key)
      }
    })
    const words = wordsOf(slug ?? '')
    if (words.length > 1) {
      addTo(phrases, words[0] ?? '', phraseOf(key, words))
      const joined = words.join('')
      if (!isWordName(joined)) addPart(parts, { key, word: joined, isWord: false, isGiven: false })
    }
    for (const word of words)
      if (/^\p{L}{3}/u.test(word)) addPart(parts, { key, word, isWord: true, isGiven: false })
  }
  for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length)
  unspaced.sort((a, b) => b.text.length - a.text.length)
  const short = [...initials.keys()].flatMap((one) => [one.slice(0, 1), one.slice(0, 2), one.slice(0, 3)])
  const heads = new Set([...phrases.keys(), ...parts.keys(), ...logins.keys(), ...short])
  for (const part of parts.keys()) heads.add(`${part}s`)
  return { parts, phrases, particles, initials, letters, logins, heads, unspaced }
}

/** A name as it is written, composed; and with umlauts as two letters. */
function spellings(name: string): readonly string[] {
  const composed = name.normalize('NFC')
  const spelled = UMLAUTS.reduce((text, [letter, two]) => text.replace(letter, two), composed)
  return [...new Set([composed, spelled])]
}

function wordsOf(name: string): readonly string[] {
  return [...foldName(name).matchAll(NAME_WORD)].map(([word]) => word)
}

/** The words of a name that can stand alone; of a name of several words that is no display name, each is taken for a word besides. */
function partsOf(
  name: string,
  whole: boolean,
): readonly { readonly word: string; readonly isWord: boolean }[] {
  const written = [...name.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(([word]) => word)
  if (!whole && /\p{N}/u.test(name)) return []
  const hasCapitals = written.some((word) => /^\p{Lu}/u.test(word))
  return written.flatMap((word) => {
    const folded = foldName(word)
    const isSmall = hasCapitals && !/^(?:\p{Lu}|\p{Lo})/u.test(word)
    if (!/^\p{L}{2,}$/u.test(folded) || isSmall || TITLES.has(folded)) return []
    return [{ word: folded, isWord: !whole || isWordName(folded) }]
  })
}

/** The words of a name as they are spaced, each as the parts between its hyphens and apostrophes; without titles. */
function chunksOf(name: string): readonly (readonly string[])[] {
  return name
    .split(/\s+/)
    .map(wordsOf)
    .filter(([first = '', second]) => first !== '' && !(second === undefined && TITLES.has(first)))
}

function initialsOf(name: string): readonly string[] {
  const words = wordsOf(name).filter((word) => /^\p{L}/u.test(word) && !TITLES.has(word))
  const alone = partsOf(name, true).map(({ word }) => word)
  const spaced = chunksOf(name).map(([first = '']) => first)
  const letters = (list: readonly string[]): string => list.map((word) => word.charAt(0)).join('')
  const [first = ''] = spaced
  const pairs = [spaced[1], spaced.at(-1)].map((other = '') => [first, other])
  return [...new Set([words, alone, spaced, ...pairs].map(letters))].filter((short) => short.length > 1)
}

function phraseOf(key: string, words: readonly string[]): Phrase {
  return { key, words, isWords: words.every((word) => isWordName(word) || /^\p{N}/u.test(word)) }
}

/** A word that is surely part of somebody's name stays so, whatever else says it could be a word. */
function addPart(
  parts: Map<string, Part[]>,
  { key, word, isWord, isGiven }: Part & { readonly word: string },
): void {
  const known = parts.get(word) ?? []
  const own = known.find((one) => one.key === key)
  const part = { key, isWord: isWord && own?.isWord !== false, isGiven: isGiven || own?.isGiven === true }
  parts.set(word, [...known.filter((one) => one.key !== key), part])
}

function addTo<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [value])
  else if (!known.includes(value)) known.push(value)
}
