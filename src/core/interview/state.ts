import type { Depth, Template } from '../template/template.ts'

/**
 * Names one answer inside an interview: question ids and stable item keys joined by `/`, such as `person` or
 * `points/k2/impact`. Keys never change while items are edited or moved; people see numbers instead (`points.2.impact`).
 */
export type AnswerPath = string

/** The value of an answer as it is kept: choices are lists, dates `YYYY-MM-DD`, a person the slug or, when new, the name as typed. */
export type Value = string | number | boolean | readonly string[]

/** Wording the mentor chose to keep: never shown again for the same words. */
export interface Kept {
  readonly rule: string
  readonly words: string
  readonly reason: string
}

/** One answer. `value: null` means it was skipped on purpose. */
export interface Answer {
  readonly value: Value | null
  /** What the answer was built on when it was given; when that changes, it is asked again with this value offered. */
  readonly basis?: string
  readonly kept?: readonly Kept[]
  /** Recognised in a typed line, not asked for. */
  readonly read?: boolean
}

/** Everything an unfinished interview knows. Immutable: each step returns a new one. */
export interface Interview {
  readonly template: Template
  /** Deepest depth asked without opening anything: `core`, or `quick` in a hurry. */
  readonly depth: Exclude<Depth, 'deeper'>
  readonly answers: ReadonlyMap<AnswerPath, Answer>
  /** Group path -> item keys in order. */
  readonly items: ReadonlyMap<AnswerPath, readonly string[]>
  /** Groups to which nothing more is added. */
  readonly closed: ReadonlySet<AnswerPath>
  /** Parts in which the mentor went deeper. */
  readonly opened: ReadonlySet<string>
  /** Typed but not yet given, kept when going back. */
  readonly typed: ReadonlyMap<AnswerPath, string>
}

/** One durable step, written as one JSON line before the next question appears; the interview is the fold of its steps. */
export type Step =
  | {
      readonly step: 'answer'
      readonly path: AnswerPath
      readonly value: Value | null
      readonly basis?: string
      readonly kept?: readonly Kept[]
      readonly read?: boolean
    }
  | { readonly step: 'items'; readonly path: AnswerPath; readonly keys: readonly string[] }
  | { readonly step: 'close' | 'reopen'; readonly path: AnswerPath }
  | { readonly step: 'deeper'; readonly part: string }
  | { readonly step: 'typed'; readonly path: AnswerPath; readonly text: string }
  /** An answer that was read from a line and no longer stands there. */
  | { readonly step: 'forget'; readonly path: AnswerPath }
  /** Several steps that are kept together or not at all. */
  | { readonly step: 'all'; readonly steps: readonly Step[] }
  /** The mentor chose to save; what the notes were given then, so that finishing twice writes the same bytes. */
  | { readonly step: 'save'; readonly facts: SaveFacts }

/** What composing takes from the world at the moment of saving: fresh ids in the order they are used, the instant, the plain day. */
export interface SaveFacts {
  readonly ids: readonly string[]
  readonly now: string
  readonly today: string
  readonly author?: string
}
