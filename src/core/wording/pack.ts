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
}

/** A word class as the engine runs it: single words, and phrases as word numbers. */
export interface CompiledClass {
  readonly name: string
  readonly words: readonly number[]
  readonly phrases: readonly (readonly number[])[]
  /** The rarest word of each phrase: where it stands, a pattern keyed on this class is tried. */
  readonly rare: readonly number[]
}

/** Lists of class numbers by word number: those of word n are `lists[starts[n]]` to `lists[starts[n + 1] - 1]`. */
export interface WordIndex {
  readonly starts: Int32Array
  readonly lists: Int32Array
}

/** A whole set of rules as plain data: numbers stand for words (`words[n]`), `code` is what `match.ts` runs. */
export interface CompiledPack {
  readonly format: 1
  readonly id: string
  readonly words: readonly string[]
  readonly classes: readonly CompiledClass[]
  readonly code: ArrayLike<number>
  /** Classes by word, where they are known beforehand; otherwise they are worked out from `classes`. */
  readonly members?: WordIndex
  /** Classes by the rarest word of their phrases. */
  readonly rare?: WordIndex
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
