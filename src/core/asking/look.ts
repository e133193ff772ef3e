import type { MenuScreen, QuestionScreen } from '../ports/asker.ts'
import type { ListRow } from './rows.ts'
import type { AskState } from './state.ts'

/** The room for one drawing, in terminal cells. */
export interface Size {
  readonly columns: number
  readonly rows: number
}

/**
 * One drawing: lines that fit the size (colours included, no line breaks) and where the cursor stands: in which of the
 * lines, and what of that line stands before it.
 */
export interface Frame {
  readonly lines: readonly string[]
  readonly cursor?: { readonly row: number; readonly before: string }
}

/** Draws screens as lines: made in the views, handed to an asker, which knows only where to put them. */
export interface AskerLook {
  /** A live screen: redrawn after every key. */
  draw(screen: QuestionScreen | MenuScreen, state: AskState, size: Size): Frame
  /** The same for plain mode: printed once, choices numbered. The `first` one says how to get help. */
  print(screen: QuestionScreen | MenuScreen, size: Size, first?: boolean): readonly string[]
  /** In plain mode, the lines of a list that hold what was typed, under their own numbers. */
  matches(screen: QuestionScreen | MenuScreen, rows: readonly ListRow[], size: Size): readonly string[]
  /** The words for something that kept an answer from going through, and for `?` and `:why` in plain mode. */
  note(note: Note): string
  /** `?` and `:why` in plain mode. */
  panel(screen: QuestionScreen | MenuScreen, panel: 'help' | 'keys' | 'why', size: Size): readonly string[]
  /** What stands in front of what is typed in plain mode. */
  readonly prompt: string
  /** Breaks a ready line that scrolls up to the width. */
  wrap(line: string, size: Size): readonly string[]
}

/** What is said under the field when a reply cannot go through. `check` carries the caller's own sentence. */
export type Note =
  | { readonly note: 'check'; readonly text: string }
  | { readonly note: 'word'; readonly word: string }
  | { readonly note: 'choice' | 'not-here'; readonly typed: string }
  | { readonly note: 'editor'; readonly text: string }
  | { readonly note: 'blanks' }
  | { readonly note: 'needed' | 'first' | 'not-deeper' | 'no-why' | 'no-editor' | 'no-word-here' }
