import { type CompiledPack, KIND, type WordIndex } from './pack.ts'
import { indexWords } from './pack-numbers.ts'
import { lemmas, parts } from './stem.ts'

/** Everything the engine knows about one written form: word numbers, classes, patterns it may start. */
export interface Entry {
  /** Counts the entries whose word is in the pack, from 1; 0 for every other. */
  readonly number: number
  /** Lower case, straight apostrophes, one part of a contraction. */
  readonly form: string
  readonly kind: number
  readonly ids: readonly number[]
  readonly classes: readonly number[]
  /** Class number -> what must follow this word for a phrase of that class. */
  readonly phrases: ReadonlyMap<number, readonly (readonly number[])[]> | undefined
  readonly keys: readonly number[]
}

/** Looks up written words in one pack; a word seen before costs one map access. */
export interface Lexicon {
  /** The entries of a written word, one for each part of a contraction. */
  read(written: string): readonly Entry[]
  /** The entry of something that is not a word (`kind` bits of `KIND`). */
  other(kind: number, form: string): Entry
  /** The number of a named class, -1 when the pack has none of that name. */
  named(name: string): number
}

const MOST = 60_000
const NONE: readonly number[] = []

/** Builds the look-up for a pack. `names` are the people of the notebook; parts of their names count as names in any case. */
export function createLexicon(pack: CompiledPack, names: readonly string[]): Lexicon {
  const numbers = new Map<string, number>()
  for (let i = 0; i < pack.words.length; i++) numbers.set(pack.words[i] ?? '', i)
  const memberOf = readerOf(pack.members ?? indexWords(pack, (cls) => cls.words))
  const rareOf = readerOf(pack.rare ?? indexWords(pack, (cls) => cls.rare))
  const startsOf = new Map<number, { cls: number; phrase: readonly number[] }[]>()
  for (let number = 0; number < pack.classes.length; number++) {
    for (const phrase of pack.classes[number]?.phrases ?? []) {
      const first = phrase[0]
      if (first === undefined) continue
      const before = startsOf.get(first)
      if (before === undefined) startsOf.set(first, [{ cls: number, phrase }])
      else before.push({ cls: number, phrase })
    }
  }
  const wordKeys = byFirst(pack.wordKeys)
  const classKeys = byFirst(pack.classKeys)
  const given = pack.classes.findIndex((cls) => cls.name === 'given-name')
  const known = new Set(
    names.flatMap((name) => name.toLowerCase().split(/[\s'-]+/)).filter((part) => part.length > 1),
  )
  const others = new Map<string, Entry>()
  let seen = new Map<string, readonly Entry[]>()

  const idsOf = (form: string): readonly number[] => {
    const ids: number[] = []
    const add = (word: string): void => {
      const id = numbers.get(word)
      if (id !== undefined && !ids.includes(id)) ids.push(id)
    }
    add(form)
    add(`=${form}`)
    for (const lemma of lemmas(form)) add(lemma)
    return ids
  }

  const make = (form: string, kind: number): Entry => {
    const ids = idsOf(form)
    if (ids.length === 0)
      return { number: 0, form, kind, ids: NONE, classes: NONE, phrases: undefined, keys: NONE }
    const classes = new Set<number>()
    const keys = new Set<number>()
    const keyed = new Set<number>()
    const phrases = new Map<number, (readonly number[])[]>()
    for (const id of ids) {
      for (const cls of memberOf(id)) classes.add(cls)
      for (const cls of rareOf(id)) keyed.add(cls)
      addKeys(keys, wordKeys.get(id))
      for (const { cls, phrase } of startsOf.get(id) ?? []) {
        const rest = phrase.slice(1)
        const before = phrases.get(cls)
        if (before === undefined) phrases.set(cls, [rest])
        else before.push(rest)
      }
    }
    for (const cls of [...classes, ...keyed]) addKeys(keys, classKeys.get(cls))
    for (const list of phrases.values()) list.sort((a, b) => b.length - a.length)
    return {
      number: 0,
      form,
      kind,
      ids,
      classes: [...classes],
      phrases: phrases.size === 0 ? undefined : phrases,
      keys: [...keys],
    }
  }

  const all = new Map<string, Entry>()
  const numbered = (entry: Entry): Entry => {
    if (entry.ids.length === 0) return entry
    const key = `${entry.kind} ${entry.form}`
    const before = all.get(key)
    if (before !== undefined) return before
    const made = { ...entry, number: all.size + 1 }
    all.set(key, made)
    return made
  }

  const read = (written: string): readonly Entry[] => {
    const cached = seen.get(written)
    if (cached !== undefined) return cached
    const form = written.normalize('NFC').replaceAll('’', "'").toLowerCase()
    const capital = isCapital(written.charAt(0))
    const entries = parts(form).map((part, i) => {
      let kind = KIND.word | (i === 0 && capital ? KIND.capital : 0)
      const entry = make(part, kind)
      if (i === 0 && (known.has(part) || (capital && entry.classes.includes(given)))) kind |= KIND.name
      else if (i === 0 && capital && entry.ids.length === 0 && isSmall(written.charAt(1))) kind |= MAYBE
      return numbered(kind === entry.kind ? entry : { ...entry, kind })
    })
    if (seen.size >= MOST) seen = new Map()
    seen.set(written, entries)
    return entries
  }

  const other = (kind: number, form: string): Entry => {
    const key = `${kind}${form}`
    const before = others.get(key)
    if (before !== undefined) return before
    const entry = numbered(make(form, kind))
    if (others.size < 64) others.set(key, entry)
    return entry
  }

  return { read, other, named: (name) => pack.classes.findIndex((cls) => cls.name === name) }
}

/** A capitalised word no pack knows: a name when it stands inside a sentence. */
export const MAYBE = 1024

/** Not by a pattern over all letters: Node takes longer to prepare that than to check a sentence. */
function isCapital(letter: string): boolean {
  return letter !== letter.toLowerCase()
}

function isSmall(letter: string): boolean {
  return letter !== letter.toUpperCase()
}

function readerOf({ starts, lists }: WordIndex): (word: number) => Int32Array {
  return (word) => lists.subarray(starts[word], starts[word + 1])
}

/** Lists by their first number. */
function byFirst(lists: readonly (readonly number[])[]): ReadonlyMap<number, readonly number[]> {
  const map = new Map<number, readonly number[]>()
  for (const list of lists) map.set(list[0] ?? -1, list)
  return map
}

/** Adds the patterns of a list that begins with what it is for. */
function addKeys(keys: Set<number>, list: readonly number[] | undefined): void {
  if (list === undefined) return
  for (let i = 1; i < list.length; i++) keys.add(list[i] ?? 0)
}
