/** Where in a file something is; `line` and `column` count from 1. */
export interface Place {
  readonly file?: string
  readonly line?: number
  readonly column?: number
}

/** One mistake in what somebody handed us: where it is, what is wrong, and how to mend it (both in plain words). */
export interface Mistake extends Place {
  /** Dotted path counted from 1, such as `goals.1.by`. */
  readonly path?: string
  readonly message: string
  readonly mend?: string
}

/**
 * Every failure we expect, as a closed union; each carries what is needed to recover. `views/problem.ts` finds the
 * words, `main.ts` the exit number. Anything else that is thrown is a bug and keeps its stack.
 */
export type Problem =
  /** Wrong usage or option value. Exit 2. */
  | { readonly kind: 'usage'; readonly message: string; readonly mend?: string }
  /** A name that matches nothing; `near` are the closest known ones. Exit 2. */
  | {
      readonly kind: 'unknown'
      readonly what:
        | 'template'
        | 'library'
        | 'rehearsal'
        | 'person'
        | 'note'
        | 'draft'
        | 'part'
        | 'key'
        | 'command'
      readonly given: string
      readonly near: readonly string[]
    }
  /** A name that matches several. Exit 2. */
  | {
      readonly kind: 'ambiguous'
      readonly what: 'person' | 'note' | 'draft'
      readonly given: string
      readonly matches: readonly string[]
    }
  /** Answers that could not be read or are missing (ids with the question as asked). Exit 2. */
  | {
      readonly kind: 'answers'
      readonly mistakes: readonly Mistake[]
      readonly missing: readonly Missing[]
      readonly draft?: string
    }
  /** A data file we will not read (cut, binary, too large, not what it says). Exit 65. */
  | {
      readonly kind: 'data'
      readonly file: string
      readonly message: string
      readonly line?: number
      readonly column?: number
    }
  /** The disk refused: `code` is the errno name, `file` what we were writing. Exit 74. */
  | { readonly kind: 'disk'; readonly code: string; readonly file: string; readonly doing: string }
  /** Somebody else holds the lock. Exit 75. */
  | {
      readonly kind: 'busy'
      readonly file: string
      readonly pid?: number
      /** `file` is a draft that is being worked on elsewhere; waiting a moment will not do. */
      readonly draft?: true
    }
  /** A broken template, pack or settings file, every mistake at once. Exit 78. */
  | { readonly kind: 'config'; readonly mistakes: readonly Mistake[] }
  /** A file of a format this version does not write. Exit 78. */
  | { readonly kind: 'newer'; readonly file: string; readonly format: number }
  /** The file on disk is no longer the one that was read; `kept` is where our version was put. Exit 1. */
  | { readonly kind: 'conflict'; readonly file: string; readonly kept: string }
  /** No notebook where one is needed for reading. Exit 2. */
  | { readonly kind: 'no-notebook'; readonly looked: readonly string[] }

/** One answer that is missing: its dotted path and the question as it would be asked. */
export interface Missing {
  readonly path: string
  readonly ask: string
}

/** Carries a `Problem` through code that throws; thrown only for expected failures. */
export class Trouble extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.kind)
    this.problem = problem
  }
}
