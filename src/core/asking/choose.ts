import { fieldOf } from './field.ts'
import { noted, nothing, type Pressed, reply, submit } from './pressed.ts'
import { type ListRow, listRows, modeOf, optionsOf, type Screen, takesText } from './rows.ts'
import { answerText } from './speak.ts'
import type { AskState } from './state.ts'

/** Enter on a list: the line the mark stands at is the answer, or is marked where several may be. */
export function choose(screen: Screen, state: AskState): Pressed {
  const rows = listRows(screen, state)
  const row = rows[pointed(rows, state)]
  if (modeOf(screen) === 'many') {
    if (state.field.text.trim() !== '') return mark(screen, state, row)
    return state.marked.length === 0 ? nothing(screen, state, []) : submit(state, inOrder(screen, state))
  }
  if (row === undefined) {
    return state.field.text === '' && 'input' in screen ? nothing(screen, state, '') : missed(screen, state)
  }
  return take(screen, state, row)
}

/** The answer that a line of the list stands for. */
export function take(screen: Screen, state: AskState, row: ListRow): Pressed {
  if (row.row === 'finish') return reply(state, { reply: 'finish' })
  if (row.row === 'own') return submit(state, answerText(row.text))
  const value = row.option.value
  return submit(state, modeOf(screen) === 'yes-no' ? value === optionsOf(screen, [])[0]?.value : value)
}

function inOrder(screen: Screen, state: AskState): readonly string[] {
  return optionsOf(screen, state.own)
    .map((option) => option.value)
    .filter((value) => state.marked.includes(value))
}

/** Marks or unmarks a line; an answer of one's own becomes a marked line of the list. */
export function mark(screen: Screen, state: AskState, row: ListRow | undefined): Pressed {
  if (row === undefined) return missed(screen, state)
  if (row.row === 'finish') return { state }
  const value = row.row === 'own' ? answerText(row.text) : row.option.value
  const marked = state.marked.includes(value)
    ? state.marked.filter((one) => one !== value)
    : [...state.marked, value]
  const own = row.row === 'own' && !state.own.includes(value) ? [...state.own, value] : state.own
  const index = optionsOf(screen, own).findIndex((option) => option.value === value)
  return { state: { ...state, marked, own, field: fieldOf(''), pointer: index } }
}

/** Enter on what names no line: nothing is chosen, and what was typed stays. */
function missed(screen: Screen, state: AskState): Pressed {
  const typed = state.field.text
  return noted(state, { note: takesText(screen) ? 'choice' : 'not-here', typed })
}

/** Which of the lines the mark stands at, from 0 (-1: nowhere); the last one where the list has become shorter. */
export function pointed(rows: readonly ListRow[], state: AskState): number {
  return Math.min(state.pointer, Math.max(0, rows.length - 1))
}
