import type { Reply } from '../ports/asker.ts'
import type { Note } from './look.ts'
import type { Screen } from './rows.ts'
import type { AskState } from './state.ts'

/** What a key comes to: the next state, and what the asker is to do about it. */
export interface Pressed {
  readonly state: AskState
  readonly todo?:
    | { readonly todo: 'submit'; readonly raw: string | readonly string[] | boolean }
    | { readonly todo: 'reply'; readonly reply: Reply }
    | { readonly todo: 'edit' | 'redraw' | 'suspend' }
}

/** A key that ends the screen with this reply. */
export function reply(state: AskState, said: Reply): Pressed {
  return { state, todo: { todo: 'reply', reply: said } }
}

/** A key that hands over an answer: texts and values as they were typed or chosen, not checked yet. */
export function submit(state: AskState, raw: string | readonly string[] | boolean): Pressed {
  return { state, todo: { todo: 'submit', raw } }
}

/** A key that does nothing but say why. */
export function noted(state: AskState, note: Note): Pressed {
  return { state: { ...state, note } }
}

/** Enter on an empty screen: the end of a group where it may end, else skipping where nothing is required. */
export function nothing(screen: Screen, state: AskState, raw: string | readonly string[]): Pressed {
  if ('input' in screen && screen.canFinish) return reply(state, { reply: 'finish' })
  if ('input' in screen && !screen.required) return reply(state, { reply: 'skip' })
  return submit(state, raw)
}
