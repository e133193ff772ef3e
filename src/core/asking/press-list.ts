import { mark, pointed, take } from './choose.ts'
import { edited } from './edited.ts'
import { fieldOf } from './field.ts'
import type { Key } from './key.ts'
import { noted, type Pressed, submit } from './pressed.ts'
import { type ListRow, listRows, modeOf, numberIn, ownAllowed, type Screen, takesText } from './rows.ts'
import type { AskState } from './state.ts'

/** Any other key on a list: moving, searching, marking, or picking by number. */
export function inList(screen: Screen, state: AskState, key: Key, width: number): Pressed {
  const rows = listRows(screen, state)
  const at = pointed(rows, state)
  const typed = state.field.text
  switch (key.key) {
    case 'up':
      return { state: moved(screen, state, at > 0 ? at - 1 : rows.length - 1) }
    case 'down':
      return { state: moved(screen, state, at < rows.length - 1 ? at + 1 : 0) }
    case 'page-up':
      return { state: moved(screen, state, Math.max(0, at - 5)) }
    case 'page-down':
      return { state: moved(screen, state, Math.min(rows.length - 1, at + 5)) }
    case 'left':
    case 'right':
      return typed === ''
        ? { state: { ...state, pointer: beside(rows, at, key.key === 'right' ? 1 : -1) } }
        : edited(screen, state, key, width)
    case 'home':
    case 'end':
      return typed === ''
        ? { state: { ...state, pointer: key.key === 'home' ? 0 : rows.length - 1 } }
        : edited(screen, state, key, width)
    case 'text':
      return typedInList(screen, state, key.text, rows[at], width)
    default:
      return edited(screen, state, key, width)
  }
}

/** The mark at another line; where typing does not search, the arrows take the place of what was typed. */
function moved(screen: Screen, state: AskState, pointer: number): AskState {
  return takesText(screen) ? { ...state, pointer } : { ...state, pointer, field: fieldOf('') }
}

function typedInList(
  screen: Screen,
  state: AskState,
  text: string,
  row: ListRow | undefined,
  width: number,
): Pressed {
  const empty = state.field.text === ''
  if (modeOf(screen) === 'many' && /^[ ,]$/.test(text)) {
    const isPending = /^\d+$/.test(state.field.text)
    if (empty && (state.counted === true || text === ',')) return { state: { ...state, counted: false } }
    if ((isPending && numbersPick(screen)) || (text === ' ' && (empty || !ownAllowed(screen))))
      return mark(screen, state, row)
  }
  if (text === ' ' && empty) return { state }
  if (text === '?' && empty && !takesText(screen)) {
    return { state: { ...state, panel: state.panel === 'help' ? undefined : 'help' } }
  }
  if (empty && modeOf(screen) === 'yes-no' && /^[yn]$/i.test(text)) {
    return submit(state, text.toLowerCase() === 'y')
  }
  const numbered = numbersPick(screen) ? byNumber(screen, state, text) : undefined
  if (numbered !== undefined) return numbered
  return edited(screen, { ...state, counted: false }, { key: 'text', text }, width)
}

/**
 * Whether a number typed marks or picks its line without Enter. In a choice of one that is long or takes words of one's
 * own it does not, nor where what is typed narrows the list, as it could also begin a search or such words; there it
 * moves to its line.
 */
export function numbersPick(screen: Screen): boolean {
  if (!('input' in screen)) return true
  if (modeOf(screen) === 'many') return screen.narrows !== true
  return !ownAllowed(screen) && screen.options.length <= 9
}

/** A digit marks or picks its line at once, unless it could be the beginning of a longer number; then it waits for the next key. */
function byNumber(screen: Screen, state: AskState, digit: string): Pressed | undefined {
  const rows = allRows(screen, state)
  const before = numbersBefore(screen, state, rows.length)
  if (!/^\d$/.test(digit) || !/^\d*$/.test(before)) return undefined
  const typed = before + digit
  const number = numberIn(typed, rows.length)
  const row = rows[(number ?? 0) - 1]
  if (number === undefined || row === undefined) {
    if (takesText(screen)) return noted({ ...state, field: fieldOf('') }, { note: 'choice', typed })
    return noted({ ...state, field: fieldOf(typed), pointer: -1 }, { note: 'not-here', typed })
  }
  const there = { ...state, pointer: number - 1 }
  if (number * 10 <= rows.length) return { state: { ...there, field: fieldOf(typed) } }
  if (modeOf(screen) !== 'many') return take(screen, there, row)
  const { state: marked } = mark(screen, there, row)
  return { state: { ...marked, counted: true } }
}

/** What a digit is added to: where typing does not search, what named no line is over once a number is begun. */
function numbersBefore(screen: Screen, { field }: AskState, count: number): string {
  const isOver =
    !takesText(screen) && !field.text.startsWith(':') && numberIn(field.text, count) === undefined
  return isOver ? '' : field.text
}

/** The lines as they stand while nothing is typed. */
function allRows(screen: Screen, state: AskState): readonly ListRow[] {
  return listRows(screen, { ...state, field: fieldOf('') })
}

/** The line at the same height in the group beside. */
function beside(rows: readonly ListRow[], at: number, step: 1 | -1): number {
  const groups: number[][] = []
  let last: string | undefined
  rows.forEach((row, index) => {
    const group = row.row === 'option' ? row.option.group : undefined
    if (groups.length === 0 || group !== last) groups.push([])
    groups.at(-1)?.push(index)
    last = group
  })
  const own = groups.findIndex((group) => group.includes(at))
  const target = groups[own + step]
  const height = groups[own]?.indexOf(at) ?? 0
  return target?.[Math.min(height, target.length - 1)] ?? at
}
