import type { MenuScreen, QuestionScreen, Reply } from '../ports.ts'
import { atBlank, edit, fieldOf, hasBlank } from './field.ts'
import type { Key } from './key.ts'
import type { Note } from './look.ts'
import {
  type ListRow,
  listRows,
  modeOf,
  numberIn,
  optionsOf,
  ownAllowed,
  searching,
  takesText,
} from './rows.ts'
import { type AskState, initialValues, opening } from './state.ts'
import { spoken, type Word } from './words.ts'

/** What a key comes to: the next state, and what the asker is to do about it. */
export interface Pressed {
  readonly state: AskState
  readonly todo?:
    | { readonly todo: 'submit'; readonly raw: string | readonly string[] | boolean }
    | { readonly todo: 'reply'; readonly reply: Reply }
    | { readonly todo: 'edit' | 'redraw' | 'suspend' }
}

type Screen = QuestionScreen | MenuScreen

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

/** What a typed text comes to when it is one of the words or `?`; undefined when it is an answer. Shared with plain mode. */
export function speak(screen: Screen, state: AskState, typed: string): Pressed | undefined {
  const said = spoken(typed)
  if (said.says === 'text') return undefined
  if (said.says === 'unknown') return noted(state, { note: 'word', word: said.word })
  const emptied = {
    ...state,
    field: said.rest === '' ? (state.aside ?? fieldOf('')) : fieldOf(said.rest),
    aside: undefined,
  }
  if (said.says === 'help') return { state: { ...emptied, panel: 'help' } }
  return doWord(screen, emptied, said.word, said.rest === '' ? {} : { typed: said.rest })
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

function enter(screen: Screen, state: AskState): Pressed {
  const typed = state.field.text
  const said = typed.trim() === '' ? undefined : speak(screen, state, typed)
  if (said !== undefined) return said
  if (modeOf(screen) !== 'text') return choose(screen, state)
  if ('input' in screen && screen.input === 'lines' && continues(state)) {
    const { text, cursor } = state.field
    const joined = `${text.slice(0, cursor - 1)}\n${text.slice(cursor)}`
    return { state: { ...state, field: { text: joined, cursor } } }
  }
  return submitText(screen, state)
}

/** A single backslash at the end of the line asks for one more line. */
function continues({ field: { text, cursor } }: AskState): boolean {
  return /(^|[^\\])\\$/.test(text.slice(0, cursor)) && (cursor === text.length || text[cursor] === '\n')
}

function submitText(screen: Screen, state: AskState): Pressed {
  const raw = answerText(state.field.text)
  if (raw.trim() === '') return nothing(screen, state, '')
  return withBlanks(state, raw) ?? submit(state, raw)
}

/** A text with blanks left in it does not go through unnoticed: once they are pointed out, then it may. Shared with plain mode. */
export function withBlanks(state: AskState, raw: string): Pressed | undefined {
  if (!hasBlank(raw) || state.blanks === raw) return undefined
  return noted({ ...state, field: atBlank(state.field), blanks: raw }, { note: 'blanks' })
}

/** Enter on an empty screen: the end of a group where it may end, else skipping where nothing is required. */
export function nothing(screen: Screen, state: AskState, raw: string | readonly string[]): Pressed {
  if ('input' in screen && screen.canFinish) return reply(state, { reply: 'finish' })
  if ('input' in screen && !screen.required) return reply(state, { reply: 'skip' })
  return submit(state, raw)
}

function choose(screen: Screen, state: AskState): Pressed {
  const rows = listRows(screen, state)
  const row = rows[pointed(rows, state)]
  if (modeOf(screen) === 'many') {
    if (state.field.text.trim() !== '') return mark(screen, state, row)
    return state.marked.length === 0 ? nothing(screen, state, []) : submit(state, inOrder(screen, state))
  }
  if (row === undefined) {
    return state.field.text === '' && 'input' in screen
      ? nothing(screen, state, '')
      : noted(state, { note: 'choice', typed: state.field.text })
  }
  return take(screen, state, row)
}

function take(screen: Screen, state: AskState, row: ListRow): Pressed {
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
function mark(screen: Screen, state: AskState, row: ListRow | undefined): Pressed {
  if (row === undefined) return noted(state, { note: 'choice', typed: state.field.text })
  if (row.row === 'finish') return { state }
  const value = row.row === 'own' ? answerText(row.text) : row.option.value
  const marked = state.marked.includes(value)
    ? state.marked.filter((one) => one !== value)
    : [...state.marked, value]
  const own = row.row === 'own' && !state.own.includes(value) ? [...state.own, value] : state.own
  const index = optionsOf(screen, own).findIndex((option) => option.value === value)
  return { state: { ...state, marked, own, field: fieldOf(''), pointer: index } }
}

/** On a text that only stands there, `?` asks for help and a colon begins a word: neither is meant to be joined to it. */
function inText(screen: Screen, state: AskState, key: Key, width: number): Pressed {
  const first = opening(screen).field
  const { text, cursor } = state.field
  const isUntouched = text !== '' && text === first.text && cursor === first.cursor
  if (isUntouched && key.key === 'text' && key.text === '?' && state.panel !== 'help') {
    return { state: { ...state, panel: 'help' } }
  }
  if (isUntouched && key.key === 'text' && key.text === ':') {
    return { state: { ...state, field: fieldOf(':'), aside: state.field } }
  }
  const pressed = edited(screen, state, key, width)
  const { aside, field } = pressed.state
  return aside !== undefined && field.text === ''
    ? { state: { ...pressed.state, field: aside, aside: undefined } }
    : pressed
}

function inList(screen: Screen, state: AskState, key: Key, width: number): Pressed {
  const rows = listRows(screen, state)
  const at = pointed(rows, state)
  const typed = state.field.text
  switch (key.key) {
    case 'up':
      return { state: { ...state, pointer: at > 0 ? at - 1 : rows.length - 1 } }
    case 'down':
      return { state: { ...state, pointer: at < rows.length - 1 ? at + 1 : 0 } }
    case 'page-up':
      return { state: { ...state, pointer: Math.max(0, at - 5) } }
    case 'page-down':
      return { state: { ...state, pointer: Math.min(rows.length - 1, at + 5) } }
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
    if (isPending || (text === ' ' && (empty || !ownAllowed(screen)))) return mark(screen, state, row)
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
  if (!takesText(screen) && empty && text !== ':') return noted(state, { note: 'no-search' })
  return edited(screen, { ...state, counted: false }, { key: 'text', text }, width)
}

/**
 * Whether a number typed marks or picks its line without Enter. In a choice of one that is long or takes words of one's
 * own it does not, as it could also begin a search or such words; there it moves to its line.
 */
export function numbersPick(screen: Screen): boolean {
  if (modeOf(screen) === 'many' || !('input' in screen)) return true
  return !ownAllowed(screen) && screen.options.length <= 9
}

/** A digit marks or picks its line at once, unless it could be the beginning of a longer number; then it waits for the next key. */
function byNumber(screen: Screen, state: AskState, digit: string): Pressed | undefined {
  const before = state.field.text
  if (!/^\d$/.test(digit) || !/^\d*$/.test(before)) return undefined
  const rows = allRows(screen, state)
  const typed = before + digit
  const number = numberIn(typed, rows.length)
  const row = rows[(number ?? 0) - 1]
  if (number === undefined || row === undefined) {
    return noted({ ...state, field: fieldOf('') }, { note: 'choice', typed })
  }
  const there = { ...state, pointer: number - 1 }
  if (number * 10 <= rows.length) return { state: { ...there, field: fieldOf(typed) } }
  if (modeOf(screen) !== 'many') return take(screen, there, row)
  const { state: marked } = mark(screen, there, row)
  return { state: { ...marked, counted: true } }
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

function edited(screen: Screen, state: AskState, key: Key, width: number): Pressed {
  if (key.key === 'newline' && !('input' in screen && screen.input === 'lines')) return { state }
  const field = edit(state.field, oneLine(screen, key), width)
  if (field === undefined) return { state }
  const changed = field.text !== state.field.text
  const panel = field.text === '?' ? 'help' : changed && state.panel === 'help' ? undefined : state.panel
  const next = { ...state, field, panel }
  if (!changed || modeOf(screen) === 'text' || !searching(screen, field.text.trim())) return { state: next }
  const number = numberIn(field.text.trim(), optionsOf(screen, state.own).length)
  return { state: { ...next, pointer: number === undefined ? 0 : number - 1 } }
}

/** A pasted block becomes one line where only one line is asked for. */
function oneLine(screen: Screen, key: Key): Key {
  if (key.key !== 'paste' || ('input' in screen && screen.input === 'lines')) return key
  return { key: 'paste', text: key.text.trim().replace(/\s*\n\s*/g, ' ') }
}

function leave(screen: Screen, state: AskState): Pressed {
  if (state.panel !== undefined) {
    const field = state.field.text === '?' ? fieldOf('') : state.field
    return { state: { ...state, field, panel: undefined } }
  }
  if (state.aside !== undefined) return { state: { ...state, field: state.aside, aside: undefined } }
  if (modeOf(screen) !== 'text' && state.field.text !== '')
    return { state: { ...state, field: fieldOf(''), pointer: 0 } }
  return goBack(screen, state)
}

function goBack(screen: Screen, state: AskState): Pressed {
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

function pointed(rows: readonly ListRow[], state: AskState): number {
  return Math.min(state.pointer, Math.max(0, rows.length - 1))
}

function reply(state: AskState, said: Reply): Pressed {
  return { state, todo: { todo: 'reply', reply: said } }
}

function submit(state: AskState, raw: string | readonly string[] | boolean): Pressed {
  return { state, todo: { todo: 'submit', raw } }
}

function noted(state: AskState, note: Note): Pressed {
  return { state: { ...state, note } }
}
