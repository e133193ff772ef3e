import type { Category, Severity } from './finding.ts'

/** A rule as the engine runs it. `only` and `unless` are bit sets of `FEATURES`. */
export interface CompiledRule {
  readonly id: string
  readonly category: Category
  readonly severity: Severity
  readonly why: string
  /** Ways to say it; `{date}`, `{ticket}`, `{name}`, `{words}` are filled from the sentence. */
  readonly try: readonly string[]
  readonly only: number
  readonly unless: number
  /** Matches nothing: it words what the statistical model finds in its category. */
  readonly model?: true
}

/** One pattern of a rule: where its code starts, how far its key word lies from its start at least and at most, what it is for. */
export interface CompiledPattern {
  readonly code: number
  readonly from: number
  readonly to: number
  readonly rule: number
  readonly role: 'match' | 'except' | 'unless'
  /** Which of the pack's needs a sentence must fill before it is tried there; -1 for none. */
  readonly need: number
}

/** Words and classes of which a sentence must hold one. */
export interface Need {
  readonly words: readonly number[]
  readonly classes: readonly number[]
}

/** A word class as the engine runs it: single words, and phrases as word numbers. */
export interface CompiledClass {
  readonly name: string
  readonly words: readonly number[]
  readonly phrases: readonly (readonly number[])[]
  /** The rarest word of each phrase: where it stands, a pattern keyed on this class is tried. */
  readonly rare: readonly number[]
}

/** Lists of numbers by a number: those of n are `lists[starts[n]]` to `lists[starts[n + 1] - 1]`. */
export interface NumberLists {
  readonly starts: Int32Array
  readonly lists: Int32Array
}

/** Word numbers by word: `slots` is an open hash table of word numbers plus one, `units` holds the words one after the other in UTF-16. */
export interface WordTable {
  readonly slots: Uint16Array
  /** Where each word begins in `units`; one more than there are words. */
  readonly starts: Int32Array
  readonly units: Uint16Array
}

/** What the code can begin with, worked out beforehand for each place where there is a choice. Places that can begin with the same form a group. */
export interface FirstTables {
  /** Group by place in the code; 0 where there is no choice. */
  readonly groups: Uint16Array
  /** Kinds of token that a group can begin with (bits of `KIND`), by group; -1 for anything. */
  readonly kinds: Int32Array
  readonly byWord: NumberLists
  readonly byClass: NumberLists
}

/** A pack turned round for looking words up; the build does it for the shipped pack. */
export interface PackTables {
  readonly words: WordTable
  /** Numbers of the classes that have a name. */
  readonly names: Readonly<Record<string, number>>
  /** Classes by word. */
  readonly members: NumberLists
  /** Classes by the rarest word of their phrases. */
  readonly rare: NumberLists
  /** Phrases by their first word: class, how many words follow, and these. */
  readonly phrases: NumberLists
  /** Patterns by the word that is their key. */
  readonly wordKeys: NumberLists
  /** Patterns by the class that is their key. */
  readonly classKeys: NumberLists
  readonly firsts: FirstTables
  /** How many needs there are. */
  readonly needCount: number
  /** Needs by a word that fills them. */
  readonly wordNeeds: NumberLists
  /** Needs by a class that fills them. */
  readonly classNeeds: NumberLists
}

/** A whole set of rules as plain data: numbers stand for words (`words[n]`), `code` is what `match.ts` runs. */
export interface CompiledPack {
  readonly format: 1
  readonly id: string
  readonly words: readonly string[]
  readonly classes: readonly CompiledClass[]
  readonly code: ArrayLike<number>
  readonly needs: readonly Need[]
  /** Where they were worked out beforehand; `words`, `classes`, `needs`, `wordKeys` and `classKeys` may then be empty. */
  readonly tables?: PackTables
  readonly patterns: readonly CompiledPattern[]
  /** Word number, then the patterns whose key it is. */
  readonly wordKeys: readonly (readonly number[])[]
  /** Class number, then the patterns whose key it is. */
  readonly classKeys: readonly (readonly number[])[]
  readonly rules: readonly CompiledRule[]
  /** Rules of other packs that this one switches off. */
  readonly off: readonly string[]
  /** Words never flagged. */
  readonly keep: readonly string[]
}

/** The steps of a compiled pattern. Each is followed by its arguments; `either` by how many ways there are and where each begins. */
export const OP = {
  done: 0,
  word: 1,
  class: 2,
  split: 3,
  jump: 4,
  gap: 5,
  start: 6,
  end: 7,
  not: 8,
  open: 9,
  close: 10,
  punct: 11,
  kind: 12,
  either: 13,
} as const

/** What a sentence can be or hold; rules name these in `only` and `unless`. */
export const FEATURES = [
  'number',
  'date',
  'time',
  'ticket',
  'quotation',
  'question',
  'request',
  'person',
  'customer',
  'thing',
  'me',
  'note',
  'condition',
  'praise-before',
  'evidence',
  'short',
  'exclamation',
  'negated',
  'offer',
  'goal',
] as const

/** One of `FEATURES`. */
export type Feature = (typeof FEATURES)[number]

/** The bit of a feature in `only` and `unless`. */
export function bit(feature: Feature): number {
  return 1 << FEATURES.indexOf(feature)
}

/** What a token can be, as bits; `<number>`, `<date>` and the like in patterns test them. */
export const KIND = {
  word: 1,
  number: 2,
  ticket: 4,
  date: 8,
  time: 16,
  quotation: 32,
  code: 64,
  punct: 128,
  name: 256,
  capital: 512,
} as const

/** A kind of token beyond those that patterns name: a capitalised word no pack knows, which is a name when it stands inside a sentence. */
export const MAYBE = 1024
