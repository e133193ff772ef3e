import { createFirsts, END_ROW, type Firsts } from './first.ts'
import { type CompiledPack, KIND, MAYBE, type NumberLists } from './pack.ts'
import { tablesOf } from './pack-tables.ts'
import { lemmas, parts } from './stem.ts'
import { findWord } from './word-table.ts'

/** Everything the engine knows about one written form: word numbers, classes, patterns it may start. */
export interface Entry {
  /** Its row of `Firsts`. */
  readonly row: number
  /** Lower case, straight apostrophes, one part of a contraction. */
  readonly form: string
  readonly kind: number
  readonly ids: readonly number[]
  readonly classes: readonly number[]
  /** Class number -> what must follow this word for a phrase of that class. */
  readonly phrases: ReadonlyMap<number, readonly (readonly number[])[]> | undefined
  readonly keys: readonly number[]
  /** The needs of patterns that it fills, as bits of 32 each; empty when it fills none. */
  readonly needs: readonly number[]
}

/** What a pack says of a form, whatever its kind. */
type Facts = Omit<Entry, 'row' | 'form' | 'kind'>

/** Looks up written words in one pack; a word seen before costs one map access. */
export interface Lexicon {
  /** The entries of a written word that was read before; undefined for any other. */
  known(written: string): readonly Entry[] | undefined
  /** The entries of a written word, one for each part of a contraction. */
  read(written: string): readonly Entry[]
  /** The entry of something that is not a word (`kind` bits of `KIND`). */
  other(kind: number, form: string): Entry
  /** The number of a named class, -1 when the pack has none of that name. */
  named(name: string): number
  readonly firsts: Firsts
}

const MOST = 60_000
const NONE: readonly number[] = []
const NOTHING: Facts = { ids: NONE, classes: NONE, phrases: undefined, keys: NONE, needs: NONE }

/** Every entry is made here: as long as all have the same layout, the engine need not compile the matcher again for another one. */
function entryOf(row: number, form: string, kind: number, facts: Facts): Entry {
  const { ids, classes, phrases, keys, needs } = facts
  return { row, form, kind, ids, classes, phrases, keys, needs }
}

/** What stands behind the last token of a sentence: nothing that anything could match. */
export const END: Entry = entryOf(END_ROW, '', 0, NOTHING)

/** Builds the look-up for a pack. `names` are the people of the notebook; parts of their names count as names in any case. */
export function createLexicon(pack: CompiledPack, names: readonly string[]): Lexicon {
  const tables = pack.tables ?? tablesOf(pack)
  const firsts = createFirsts(pack.code, tables.firsts)
  const named = (name: string): number => tables.names[name] ?? -1
  const given = named('given-name')
  const known = new Set(
    names.flatMap((name) => name.toLowerCase().split(/[\s'-]+/)).filter((part) => part.length > 1),
  )
  const others = new Map<string, Entry>()
  let seen = new Map<string, readonly Entry[]>()

  const idsOf = (form: string): readonly number[] => {
    const ids: number[] = []
    const add = (word: string): void => {
      const id = findWord(tables.words, word)
      if (id !== -1 && !ids.includes(id)) ids.push(id)
    }
    add(form)
    add(`=${form}`)
    for (const lemma of lemmas(form)) add(lemma)
    return ids
  }

  const factsOf = (form: string): Facts => {
    const ids = idsOf(form)
    if (ids.length === 0) return NOTHING
    const classes: number[] = []
    const keys: number[] = []
    const keyed: number[] = []
    const needs: number[] = []
    for (const id of ids) {
      addNew(classes, tables.members, id)
      addNew(keyed, tables.rare, id)
      addNew(keys, tables.wordKeys, id)
      addNew(needs, tables.wordNeeds, id)
    }
    for (const list of [classes, keyed]) {
      for (const cls of list) {
        addNew(keys, tables.classKeys, cls)
        addNew(needs, tables.classNeeds, cls)
      }
    }
    const phrases = phrasesOf(tables.phrases, ids)
    return { ids, classes, phrases, keys, needs: bitsOf(needs, tables.needCount) }
  }

  const all = new Map<string, Entry>()
  const make = (kind: number, form: string, facts: Facts): Entry => {
    const { ids, classes, phrases } = facts
    if (ids.length === 0) return entryOf(firsts.row(kind, NONE, NONE), form, kind, facts)
    const key = `${kind} ${form}`
    const before = all.get(key)
    if (before !== undefined) return before
    const begun = phrases === undefined ? classes : [...classes, ...phrases.keys()]
    const made = entryOf(firsts.row(kind, ids, begun), form, kind, facts)
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
      const facts = factsOf(part)
      if (i === 0 && (known.has(part) || (capital && facts.classes.includes(given)))) kind |= KIND.name
      else if (i === 0 && capital && facts.ids.length === 0 && isSmall(written.charAt(1))) kind |= MAYBE
      return make(kind, part, facts)
    })
    if (seen.size >= MOST) seen = new Map()
    seen.set(written, entries)
    return entries
  }

  const other = (kind: number, form: string): Entry => {
    const key = `${kind}${form}`
    const before = others.get(key)
    if (before !== undefined) return before
    const entry = make(kind, form, factsOf(form))
    if (others.size < 64) others.set(key, entry)
    return entry
  }

  return { known: (written) => seen.get(written), read, other, named, firsts }
}

/** Not by a pattern over all letters: Node takes longer to prepare that than to check a sentence. */
function isCapital(letter: string): boolean {
  return letter !== letter.toLowerCase()
}

function isSmall(letter: string): boolean {
  return letter !== letter.toUpperCase()
}

function bitsOf(numbers: readonly number[], count: number): readonly number[] {
  if (numbers.length === 0) return NONE
  const bits = Array.from({ length: (count + 31) >>> 5 }, () => 0)
  for (const number of numbers) bits[number >>> 5] = (bits[number >>> 5] ?? 0) | (1 << (number & 31))
  return bits
}

/** Adds the numbers of a list that are not there yet. */
function addNew(to: number[], { starts, lists }: NumberLists, of: number): void {
  const end = starts[of + 1] ?? 0
  for (let i = starts[of] ?? 0; i < end; i++) {
    const value = lists[i] ?? 0
    if (!to.includes(value)) to.push(value)
  }
}

/** The phrases that begin with one of these words, by class, the longest first. */
function phrasesOf({ starts, lists }: NumberLists, ids: readonly number[]): Entry['phrases'] {
  let found: Map<number, (readonly number[])[]> | undefined
  for (const id of ids) {
    const end = starts[id + 1] ?? 0
    for (let i = starts[id] ?? 0; i < end; i += 2 + (lists[i + 1] ?? 0)) {
      const cls = lists[i] ?? 0
      const rest = Array.from(lists.subarray(i + 2, i + 2 + (lists[i + 1] ?? 0)))
      found ??= new Map()
      const before = found.get(cls)
      if (before === undefined) found.set(cls, [rest])
      else before.push(rest)
    }
  }
  for (const list of found?.values() ?? []) list.sort((a, b) => b.length - a.length)
  return found
}
