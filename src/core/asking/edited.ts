import { edit } from './field.ts'
import type { Key } from './key.ts'
import { lineNamed } from './named.ts'
import type { Pressed } from './pressed.ts'
import { modeOf, numberIn, optionsOf, type Screen, searching, takesText } from './rows.ts'
import { type AskState, opening } from './state.ts'

/** A key that edits what is typed. On a list the mark goes to the first match, or to the line whose number it is. */
export function edited(screen: Screen, state: AskState, key: Key, width: number): Pressed {
  if (key.key === 'newline' && !('input' in screen && screen.input === 'lines')) return { state }
  const keys = keysNext(screen, state, key)
  if (keys !== undefined) return { state: keys }
  const field = edit(state.field, oneLine(screen, key), width)
  if (field === undefined) return { state }
  const changed = field.text !== state.field.text
  const panel = field.text === '?' ? 'help' : changed && state.panel !== 'why' ? undefined : state.panel
  const next = { ...state, field, panel, turned: undefined }
  if (changed && !takesText(screen)) return { state: onUnsearched(screen, next) }
  if (!changed || modeOf(screen) === 'text' || !searching(screen, field.text.trim())) return { state: next }
  const number = numberIn(field.text.trim(), optionsOf(screen, state.own).length)
  return { state: { ...next, pointer: number === undefined ? 0 : number - 1 } }
}

/** On a list that is not searched, what is typed stays to be seen, and moves the mark to the line it names or takes it away. */
function onUnsearched(screen: Screen, state: AskState): AskState {
  const typed = state.field.text.trim()
  if (typed === '') return { ...state, pointer: opening(screen).pointer }
  if (typed === '?' || typed.startsWith(':')) return state
  const pointer = lineNamed(screen, state, typed)
  return { ...state, pointer, note: pointer === -1 ? { note: 'not-here', typed } : undefined }
}

/** `?` once more, where ready sentences stand under the field: the words and keys; where what was prepared does, its next page. Undefined for every other key. */
function keysNext(screen: Screen, state: AskState, key: Key): AskState | undefined {
  if (!('input' in screen) || (screen.ready ?? screen.prepared) === undefined) return undefined
  if (state.panel !== 'help' || key.key !== 'text' || key.text !== '?') return undefined
  if (screen.prepared !== undefined) return { ...state, turned: (state.turned ?? 0) + 1 }
  return { ...state, panel: 'keys' }
}

/** A pasted block becomes one line where only one line is asked for. */
function oneLine(screen: Screen, key: Key): Key {
  if (key.key !== 'paste' || ('input' in screen && screen.input === 'lines')) return key
  return { key: 'paste', text: key.text.trim().replace(/\s*\n\s*/g, ' ') }
}
