import { fieldOf } from './field.ts'
import { noted, type Pressed, reply, submit } from './pressed.ts'
import type { Screen } from './rows.ts'
import { type AskState, withOwn } from './state.ts'
import { spoken, type Word } from './words.ts'

/** What a typed text comes to when it is one of the words or `?`; undefined when it is an answer. Shared with plain mode. */
export function speak(screen: Screen, state: AskState, typed: string): Pressed | undefined {
  const said = spoken(typed)
  if (said.says === 'text') return undefined
  if (said.says === 'unknown') {
    const own = said.word.toLowerCase()
    return hasWord(screen, own) ? submit(state, own) : noted(state, { note: 'word', word: said.word })
  }
  const emptied = {
    ...state,
    field: said.rest === '' ? (state.aside ?? fieldOf('')) : fieldOf(said.rest),
    aside: undefined,
  }
  if (said.says === 'help') return { state: { ...emptied, panel: 'help', turned: undefined } }
  // Only a screen that is drawn again has a field to put one's own text into.
  const own = said.word === 'back' && state.aside !== undefined ? withOwn(screen, state) : undefined
  if (own !== undefined) return { state: own }
  return doWord(screen, emptied, said.word, said.rest === '' ? {} : { typed: said.rest })
}

function hasWord(screen: Screen, typed: string): boolean {
  return 'input' in screen && (screen.words ?? []).some(({ word }) => typed === `:${word}`)
}

/** The answer that a typed text is: the text itself, without line breaks at its end. */
export function answerText(typed: string): string {
  const said = spoken(typed)
  return (said.says === 'text' ? said.text : typed).replace(/\n+$/, '')
}

function doWord(screen: Screen, state: AskState, word: Word, typed: { typed?: string }): Pressed {
  if (word === 'quit') return reply(state, { reply: 'quit', ...typed })
  if (word === 'back') {
    return screen.canGoBack ? reply(state, { reply: 'back', ...typed }) : noted(state, { note: 'first' })
  }
  if (!('input' in screen)) return noted(state, { note: 'no-word-here' })
  if (word === 'why') {
    return screen.why === undefined ? noted(state, { note: 'no-why' }) : { state: { ...state, panel: 'why' } }
  }
  if (word === 'deeper' && screen.deeper === 0) return noted(state, { note: 'not-deeper' })
  if (word === 'skip' && screen.required) return noted(state, { note: 'needed' })
  return reply(state, { reply: word, ...typed })
}
