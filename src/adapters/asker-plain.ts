import { fieldOf } from '../core/asking/field.ts'
import type { AskerLook, Note } from '../core/asking/look.ts'
import { withBlanks } from '../core/asking/press-text.ts'
import { nothing, type Pressed } from '../core/asking/pressed.ts'
import {
  isList,
  listRows,
  lookedUp,
  modeOf,
  narrowed,
  numberIn,
  optionsOf,
  ownAllowed,
  type Screen,
} from '../core/asking/rows.ts'
import { answerText, speak } from '../core/asking/speak.ts'
import { type AskState, initialValues, opening } from '../core/asking/state.ts'
import type { Asker, Choice, Reply } from '../core/ports/asker.ts'
import type { Option } from '../core/template/option.ts'
import { cleanLine } from '../core/text/clean.ts'
import { fold } from '../core/text/fold.ts'
import { linesOf } from './asker/lines.ts'
import { type Input, type Output, sizeOf } from './asker/streams.ts'

/** The streams that plain mode reads lines from and prints on, and the look. */
interface PlainAskerOptions {
  readonly input: Input
  readonly output: Output
  readonly look: AskerLook
}

/** Lines that come so close behind each other were pasted: nobody types so fast. */
const PASTE_MS = 60

type Raw = string | readonly string[] | boolean
type Check = (raw: Raw) => Promise<string | undefined>

/** Asks by printing and reading lines: no redraw, no cursor, one line an answer (lists: until an empty one), `\` at the end of a line continues it. */
export function plainAsker({ input, output, look }: PlainAskerOptions): Asker {
  const lines = linesOf(input)
  const print = (text: readonly string[]): void => void output.write(text.map((line) => `${line}\n`).join(''))
  const note = (words: Note): void => print([look.note(words)])

  /** One line as typed, continued where it ends in a backslash; undefined at the end of the input. */
  const typed = async (): Promise<string | undefined> => {
    const parts: string[] = []
    for (;;) {
      output.write(look.prompt)
      const line = await lines.next()
      if (line === undefined) {
        output.write('\n')
        return parts.length === 0 ? undefined : parts.join('\n')
      }
      if (input.isTTY !== true) print([cleanLine(line)])
      if (!/(^|[^\\])\\$/.test(line)) return [...parts, line].join('\n')
      parts.push(line.slice(0, -1))
    }
  }

  /** The rest of a block pasted into a terminal, which would otherwise answer the questions that follow. */
  const pasted = async (): Promise<readonly string[]> => {
    const rest: string[] = []
    while (input.isTTY === true && (await lines.soon(PASTE_MS))) rest.push((await lines.next()) ?? '')
    return rest
  }

  /** What was typed in answer to a question that is answered with one line, a pasted block being one answer. */
  const one = async (screen: Screen): Promise<string | undefined> => {
    const line = await typed()
    if (line === undefined || modeOf(screen) !== 'text') return line
    const block = [line, ...(await pasted())].join('\n')
    return 'input' in screen && screen.input === 'lines'
      ? block.replace(/\n+$/, '')
      : block.trim().replace(/\s*\n\s*/g, ' ')
  }

  /** What a typed text comes to: the reply or the answer, or undefined when it was met with a sentence. */
  const heard = async (screen: Screen, pressed: Pressed, check: Check): Promise<Reply | undefined> => {
    const { state, todo } = pressed
    if (state.note !== undefined) note(state.note)
    else if (state.panel !== undefined) print(look.panel(screen, state.panel, sizeOf(output)))
    else if (todo?.todo === 'reply') return todo.reply
    else if (todo?.todo === 'submit') {
      const sentence = await check(todo.raw)
      if (sentence === undefined) return { reply: 'answer', raw: todo.raw }
      note({ note: 'check', text: sentence })
    }
    return undefined
  }

  /** The lines of a long list that have these words. */
  const show = (screen: Screen, words: string): void => {
    const rows = listRows(screen, searched(screen, words)).filter(({ row }) => row === 'option')
    if (rows.length === 0) note({ note: 'choice', typed: words })
    else print(look.matches(screen, rows, sizeOf(output)))
  }

  const askOne = async (screen: Screen, check: Check): Promise<Reply> => {
    let blanks: string | undefined
    for (;;) {
      const line = await one(screen)
      if (line === undefined) return { reply: 'quit', ended: 'end' }
      const words = lookedUp(screen, line)
      if (words !== undefined) {
        show(screen, words)
        continue
      }
      const pressed = understand(screen, line, blanks)
      blanks = pressed.state.blanks
      const found = pressed.state.note?.note === 'choice' ? narrowed(screen, searched(screen, line)) : []
      if (found.length > 0) print(look.matches(screen, found, sizeOf(output)))
      const reply = found.length > 0 ? undefined : await heard(screen, pressed, check)
      if (reply !== undefined) return reply
    }
  }

  /** Lines until an empty one; each is looked at as it comes, so that a slip costs one line and not all. */
  const askList = async (screen: Screen, check: Check): Promise<Reply> => {
    let gathered = ''
    let blanks: string | undefined
    for (;;) {
      const line = await typed()
      const rest = line === undefined ? [] : await pasted()
      const block = [line ?? '', ...rest].filter((text) => text.trim() !== '').join('\n')
      if (block === '' && gathered !== '') return { reply: 'answer', raw: gathered }
      if (line === undefined) return { reply: 'quit', ended: 'end' }
      const pressed = understand(screen, block, blanks)
      blanks = pressed.state.blanks
      const joined = (raw: Raw): string => (gathered === '' ? String(raw) : `${gathered}\n${String(raw)}`)
      const reply = await heard(screen, pressed, (raw) => check(joined(raw)))
      if (reply?.reply === 'answer' && block !== '') gathered = joined(reply.raw)
      else if (reply !== undefined) return withTyped(reply, gathered)
    }
  }

  let isFirst = true
  const run = async (screen: Screen, check: Check): Promise<Reply> => {
    print(look.print(screen, sizeOf(output), isFirst))
    isFirst = false
    return isList(screen) ? askList(screen, check) : askOne(screen, check)
  }

  return {
    ask: (screen, check) => run(screen, check),
    async choose(screen): Promise<Choice> {
      const reply = await run(screen, async () => undefined)
      if (reply.reply === 'answer') return { reply: 'chosen', value: String(reply.raw) }
      if (reply.reply === 'quit' && reply.ended !== undefined) return { reply: 'quit', ended: reply.ended }
      return { reply: reply.reply === 'back' ? 'back' : 'quit' }
    },
    say: (line) => print(look.wrap(line, sizeOf(output))),
    close: () => lines.close(),
  }
}

/** A reply that leaves a list keeps the lines that were typed. */
function withTyped(reply: Reply, block: string): Reply {
  return block === '' || reply.reply === 'answer' ? reply : { ...reply, typed: block }
}

/** What one typed answer comes to on a screen; `blanks` is the text whose blanks were pointed out. */
function understand(screen: Screen, typed: string, blanks: string | undefined): Pressed {
  const state = { ...opening(screen), blanks }
  const said = typed.trim() === '' ? undefined : speak(screen, state, typed)
  if (said !== undefined) return said
  if (typed.trim() === '') return taken(screen, state)
  if (modeOf(screen) === 'text') return submitted(state, answerText(typed))
  const parts = modeOf(screen) === 'many' ? split(typed) : [typed.trim()]
  const values = parts.map((part) => chosenValue(screen, part))
  const unknown = values.indexOf(undefined)
  if (unknown !== -1) return { state: { ...state, note: { note: 'choice', typed: parts[unknown] ?? typed } } }
  const known = [...new Set(values.flatMap((value) => value ?? []))]
  if (modeOf(screen) === 'many') return { state, todo: { todo: 'submit', raw: known } }
  const [first = ''] = known
  const raw = modeOf(screen) === 'yes-no' ? first === optionsOf(screen, [])[0]?.value : first
  return { state, todo: { todo: 'submit', raw } }
}

/** An empty line takes what stands there. */
function taken(screen: Screen, state: AskState): Pressed {
  const initial = initialValues(screen)
  if (initial.length === 0) {
    return nothing(screen, { ...state, field: fieldOf('') }, modeOf(screen) === 'many' ? [] : '')
  }
  const mode = modeOf(screen)
  if (mode === 'yes-no') return { state, todo: { todo: 'submit', raw: screen.initial === true } }
  if (mode === 'many') return { state, todo: { todo: 'submit', raw: initial } }
  return submitted(state, initial.join('\n'))
}

function submitted(state: AskState, raw: string): Pressed {
  return withBlanks(state, raw) ?? { state, todo: { todo: 'submit', raw } }
}

function searched(screen: Screen, typed: string): AskState {
  return { ...opening(screen), field: fieldOf(typed) }
}

/** Several choices on a line: at commas, or at blanks where all are numbers. */
function split(typed: string): readonly string[] {
  const parts = /^[\d\s,]+$/.test(typed) ? typed.split(/[\s,]+/) : typed.split(/[,\n]/)
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

/** A choice by number, value, label or unique beginning of a label; what else is typed is an answer of one's own where that is allowed. */
function chosenValue(screen: Screen, part: string): string | undefined {
  const options = optionsOf(screen, [])
  const number = numberIn(part, options.length)
  if (number !== undefined) return options[number - 1]?.value
  const same = (option: Option): boolean =>
    [option.value, option.label].some((text) => fold(text) === fold(part))
  const exact = options.find(same)
  if (exact !== undefined) return exact.value
  // A number that the list does not have is a slip, not words of one's own.
  if (modeOf(screen) === 'many' && /^\d+$/.test(part)) return undefined
  if (ownAllowed(screen)) return answerText(part)
  const beginning = options.filter((option) => fold(option.label).startsWith(fold(part)))
  return beginning.length === 1 ? beginning[0]?.value : undefined
}
