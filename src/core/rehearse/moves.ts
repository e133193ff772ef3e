import type { Category } from '../wording/finding.ts'

/** One kind of move: how a line of it is known, and what is said of it when the talk is over. */
export interface MoveKind {
  readonly id: string
  /** As it is named in a sentence: "an open question". */
  readonly name: string
  /** What it does to the other side by itself: one step towards closing (-1) or opening up (1). */
  readonly mood: -1 | 0 | 1
  /** Findings of the wording rules that make a line one of this kind. */
  readonly categories?: readonly Category[]
  /** Phrases that count anywhere, only in a question, only in a statement. */
  readonly phrases?: readonly string[]
  readonly asked?: readonly string[]
  readonly told?: readonly string[]
  /** In a sentence that has one of these kinds, its own phrases say nothing. */
  readonly notWith?: readonly string[]
  /** Said of a line that landed. */
  readonly landed?: string
  /** Said of a line that did not. */
  readonly instead?: string
  /** A ready way to say it instead. */
  readonly ready?: string
}

/** All kinds, the heaviest first, and the lists of words that their phrases name. Ships as `rehearsals/moves`. */
export interface Moves {
  readonly lists: Readonly<Record<string, string>>
  readonly kinds: readonly MoveKind[]
}

/** The kinds that are known without a phrase of their own. */
export const PLAIN_KINDS = ['silence', 'closed', 'other'] as const

/** The kind that ends a talk, which every state has to answer. */
export const LEAVING = 'end'

/** The id under which the moves lie among the rehearsals. */
export const MOVES_ID = 'moves'

/** The name under which what weighs a line lies beside them. */
export const EAR_FILE = 'moves.bin'
