import type { MenuScreen, QuestionScreen } from '../ports/asker.ts'
import type { Field } from './field.ts'
import { atBlank, fieldOf } from './field.ts'
import type { Note } from './look.ts'
import { modeOf, optionsOf, ownAllowed } from './rows.ts'
import { escapeColon } from './words.ts'

/** A screen while it is being answered. Immutable: each key returns a new one. */
export interface AskState {
  /** What is typed: the answer, or on a list the search, number, word or answer of one's own. */
  readonly field: Field
  /** Which line of the list the mark stands at, from 0; -1 while it stands nowhere. */
  readonly pointer: number
  /** Values chosen so far where several may be. */
  readonly marked: readonly string[]
  /** Answers of one's own added to the list. */
  readonly own: readonly string[]
  /** What stands under the field. With ready sentences `help` is those, and `keys`, one `?` further, the words and keys. */
  readonly panel: 'help' | 'keys' | 'why' | undefined
  /** How often `?` was pressed again while what was prepared stands there: its pages, then the words and keys. */
  readonly turned?: number | undefined
  readonly note: Note | undefined
  /** What stood there, while a word is typed in its place: it comes back when the word has been heard. */
  readonly aside?: Field | undefined
  /** The text whose blanks were pointed out; Enter on the same text once more lets it go. */
  readonly blanks?: string | undefined
  /** The last key was the number of a line: a blank or comma behind it only parts it from the next. */
  readonly counted?: boolean
}

/** A screen as it first appears, with what stands in it already. */
export function opening(screen: QuestionScreen | MenuScreen): AskState {
  const mode = modeOf(screen)
  const initial = initialValues(screen)
  const known = optionsOf(screen, []).map((option) => option.value)
  const own = ownAllowed(screen) ? initial.filter((value) => !known.includes(value)) : []
  const text = mode === 'text' ? initial.join('\n') : mode === 'one' ? (own[0] ?? '') : ''
  return {
    field: startOf(screen, escapeColon(text)),
    pointer:
      mode === 'many' || own.length > 0
        ? 0
        : Math.max(isUnmarked(screen) ? -1 : 0, known.indexOf(initial[0] ?? '')),
    marked: mode === 'many' ? initial.filter((value) => known.includes(value) || own.includes(value)) : [],
    own: mode === 'many' ? own : [],
    panel: undefined,
    note: undefined,
  }
}

/**
 * The way back from a suggestion that nothing was added to: the mentor's own text in its place. Undefined where there is
 * none, or where something was typed that would be lost.
 */
export function withOwn(screen: QuestionScreen | MenuScreen, state: AskState): AskState | undefined {
  if (!('input' in screen) || screen.own === undefined || modeOf(screen) !== 'text') return undefined
  const own = fieldOf(escapeColon(screen.own))
  const { text } = state.aside ?? state.field
  if (text === own.text || !initialValues(screen).join('\n').includes(text)) return undefined
  return { ...state, field: own, aside: undefined }
}

/** Whether a text stands there that is only proposed and was not touched yet. */
export function isProposal(screen: QuestionScreen | MenuScreen, { field }: AskState): boolean {
  if (!('input' in screen) || screen.proposed !== true || field.text === '') return false
  const first = opening(screen).field
  return field.text === first.text && field.cursor === first.cursor
}

function isUnmarked(screen: QuestionScreen | MenuScreen): boolean {
  return 'input' in screen && screen.unmarked === true
}

function startOf(screen: QuestionScreen | MenuScreen, text: string): Field {
  if (!('input' in screen) || screen.cursor === undefined) return atBlank(fieldOf(text))
  return { text, cursor: Math.min(text.length, screen.cursor) }
}

/** What stands in a screen at first, as a list of texts or values. */
export function initialValues(screen: QuestionScreen | MenuScreen): readonly string[] {
  const initial = screen.initial
  if (initial === undefined || initial === '') return []
  if (typeof initial === 'boolean') return [initial ? 'yes' : 'no']
  return typeof initial === 'string' ? [initial] : initial
}
