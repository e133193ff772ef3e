import { edited } from './edited.ts'
import { atBlank, fieldOf, hasBlank } from './field.ts'
import type { Key } from './key.ts'
import { noted, nothing, type Pressed, submit } from './pressed.ts'
import type { Screen } from './rows.ts'
import { answerText } from './speak.ts'
import { type AskState, isProposal, opening } from './state.ts'

/**
 * On a text that only stands there, `?` asks for help and a colon begins a word: neither is meant to be joined to it. What is
 * typed or pasted on a proposal takes its place; any other key begins to change it.
 */
export function inText(screen: Screen, state: AskState, key: Key, width: number): Pressed {
  const first = opening(screen).field
  const { text, cursor } = state.field
  const isUntouched = text !== '' && text === first.text && cursor === first.cursor
  if (isUntouched && key.key === 'text' && key.text === '?' && state.panel !== 'help') {
    return { state: { ...state, panel: 'help', turned: undefined } }
  }
  if (isUntouched && key.key === 'text' && key.text === ':') {
    return { state: { ...state, field: fieldOf(':'), aside: state.field } }
  }
  const isTyped = (key.key === 'text' || key.key === 'paste') && key.text !== ''
  const from = isTyped && isProposal(screen, state) ? { ...state, field: fieldOf('') } : state
  const pressed = edited(screen, from, key, width)
  const { aside, field } = pressed.state
  return aside !== undefined && field.text === ''
    ? { state: { ...pressed.state, field: aside, aside: undefined } }
    : pressed
}

/** Enter on a text: one more line where a backslash asks for it, else the text is handed over once nothing is left blank. */
export function enterText(screen: Screen, state: AskState): Pressed {
  if ('input' in screen && screen.input === 'lines' && continues(state)) {
    const { text, cursor } = state.field
    const joined = `${text.slice(0, cursor - 1)}\n${text.slice(cursor)}`
    return { state: { ...state, field: { text: joined, cursor } } }
  }
  const raw = answerText(state.field.text)
  if (raw.trim() === '') return nothing(screen, state, '')
  return withBlanks(state, raw) ?? submit(state, raw)
}

/** A single backslash at the end of the line asks for one more line. */
function continues({ field: { text, cursor } }: AskState): boolean {
  return /(^|[^\\])\\$/.test(text.slice(0, cursor)) && (cursor === text.length || text[cursor] === '\n')
}

/** A text with blanks left in it does not go through unnoticed: once they are pointed out, then it may. Shared with plain mode. */
export function withBlanks(state: AskState, raw: string): Pressed | undefined {
  if (!hasBlank(raw) || state.blanks === raw) return undefined
  return noted({ ...state, field: atBlank(state.field), blanks: raw }, { note: 'blanks' })
}
