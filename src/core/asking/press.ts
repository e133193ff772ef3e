import { choose } from './choose.ts'
import { edited } from './edited.ts'
import { fieldOf } from './field.ts'
import type { Key } from './key.ts'
import { inList } from './press-list.ts'
import { enterText, inText } from './press-text.ts'
import { noted, type Pressed, reply } from './pressed.ts'
import { modeOf, ownAllowed, type Screen } from './rows.ts'
import { answerText, speak } from './speak.ts'
import { type AskState, initialValues, opening, withOwn } from './state.ts'

/** One key on a screen. `width` is the width of the field's rows. Never changes what was typed unless the key says so. */
export function press(screen: Screen, state: AskState, key: Key, width: number): Pressed {
  const quiet = { ...state, note: undefined, counted: false }
  switch (key.key) {
    case 'interrupt':
      return reply(state, { reply: 'quit', ...typedIn(screen, state), ended: 'SIGINT' })
    case 'ctrl-d':
      return state.field.text === ''
        ? reply(state, { reply: 'quit' })
        : edited(screen, quiet, { key: 'delete' }, width)
    case 'redraw':
    case 'suspend':
      return { state, todo: { todo: key.key } }
    case 'editor':
      return 'input' in screen && modeOf(screen) === 'text'
        ? { state: quiet, todo: { todo: 'edit' } }
        : noted(quiet, { note: 'no-editor' })
    case 'escape':
      return leave(screen, quiet)
    case 'back':
      return goBack(screen, quiet)
    case 'enter':
      return enter(screen, quiet)
    default:
      return modeOf(screen) === 'text'
        ? inText(screen, quiet, key, width)
        : inList(
            screen,
            key.key === 'text' ? { ...quiet, counted: state.counted === true } : quiet,
            key,
            width,
          )
  }
}

function enter(screen: Screen, state: AskState): Pressed {
  const typed = state.field.text
  const said = typed.trim() === '' ? undefined : speak(screen, state, typed)
  if (said !== undefined) return said
  return modeOf(screen) === 'text' ? enterText(screen, state) : choose(screen, state)
}

function leave(screen: Screen, state: AskState): Pressed {
  if (state.panel !== undefined) {
    const field = state.field.text === '?' ? fieldOf('') : state.field
    return { state: { ...state, field, panel: undefined } }
  }
  if (state.aside !== undefined) return { state: { ...state, field: state.aside, aside: undefined } }
  if (modeOf(screen) !== 'text' && state.field.text !== '')
    return { state: { ...state, field: fieldOf(''), pointer: opening(screen).pointer } }
  return goBack(screen, state)
}

function goBack(screen: Screen, state: AskState): Pressed {
  const own = withOwn(screen, state)
  if (own !== undefined) return { state: own }
  return screen.canGoBack
    ? reply(state, { reply: 'back', ...typedIn(screen, state) })
    : noted(state, { note: 'first' })
}

/** What was typed and would be lost: nothing when it is what stood there at first. */
function typedIn(screen: Screen, state: AskState): { typed?: string } {
  if (state.aside !== undefined || (modeOf(screen) !== 'text' && !ownAllowed(screen))) return {}
  const typed = answerText(state.field.text)
  const first = modeOf(screen) === 'text' ? initialValues(screen).join('\n') : ''
  return typed === first || typed === '?' ? {} : { typed }
}
