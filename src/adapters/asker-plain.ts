import { StringDecoder } from 'node:string_decoder'
import { fieldOf } from '../core/asking/field.ts'
import type { AskerLook, Note } from '../core/asking/look.ts'
import { answerText, nothing, type Pressed, speak } from '../core/asking/press.ts'
import { modeOf, numberIn, optionsOf, ownAllowed } from '../core/asking/rows.ts'
import { initialValues, opening } from '../core/asking/state.ts'
import type { Asker, Choice, MenuScreen, QuestionScreen, Reply } from '../core/ports.ts'
import type { Option } from '../core/template/template.ts'
import { cleanLine } from '../core/text/clean.ts'
import { fold } from '../core/text/fold.ts'
import { type Input, type Output, sizeOf } from './asker/streams.ts'

/** The streams that plain mode reads lines from and prints on, and the look. */
interface PlainAskerOptions {
  readonly input: Input
  readonly output: Output
  readonly look: AskerLook
}

type Screen = QuestionScreen | MenuScreen
type Raw = string | readonly string[] | boolean

/** Asks by printing and reading lines: no redraw, no cursor, one line an answer, `\` at the end of a line continues it. */
export function plainAsker({ input, output, look }: PlainAskerOptions): Asker {
  const lines = linesOf(input)
  const print = (text: readonly string[]): void => void output.write(text.map((line) => `${line}\n`).join(''))
  const note = (words: Note): void => print([look.note(words)])

  /** One answer as typed, or undefined at the end of the input. */
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

  const run = async (screen: Screen, check: (raw: Raw) => Promise<string | undefined>): Promise<Reply> => {
    print(look.print(screen, sizeOf(output)))
    for (;;) {
      const line = await typed()
      if (line === undefined) return { reply: 'quit', ended: 'end' }
      const { state, todo } = understand(screen, line)
      if (state.note !== undefined) note(state.note)
      else if (state.panel !== undefined) print(look.panel(screen, state.panel, sizeOf(output)))
      else if (todo?.todo === 'reply') return todo.reply
      else if (todo?.todo === 'submit') {
        const sentence = await check(todo.raw)
        if (sentence === undefined) return { reply: 'answer', raw: todo.raw }
        note({ note: 'check', text: sentence })
      }
    }
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

/** What one typed answer comes to on a screen. */
function understand(screen: Screen, typed: string): Pressed {
  const state = { ...opening(screen), note: undefined, panel: undefined }
  const said = typed.trim() === '' ? undefined : speak(screen, state, typed)
  if (said !== undefined) return said
  if (typed.trim() === '') return taken(screen, state)
  if (modeOf(screen) === 'text') return { state, todo: { todo: 'submit', raw: answerText(typed) } }
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
function taken(screen: Screen, state: ReturnType<typeof opening>): Pressed {
  const initial = initialValues(screen)
  if (initial.length === 0) {
    return nothing(screen, { ...state, field: fieldOf('') }, modeOf(screen) === 'many' ? [] : '')
  }
  const mode = modeOf(screen)
  if (mode === 'yes-no') return { state, todo: { todo: 'submit', raw: screen.initial === true } }
  return { state, todo: { todo: 'submit', raw: mode === 'many' ? initial : initial.join('\n') } }
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
  if (ownAllowed(screen)) return answerText(part)
  const beginning = options.filter((option) => fold(option.label).startsWith(fold(part)))
  return beginning.length === 1 ? beginning[0]?.value : undefined
}

/** Lines of an input, read only as they are asked for; the last one needs no line break. */
function linesOf(input: Input): { next(): Promise<string | undefined>; close(): void } {
  const decoder = new StringDecoder('utf8')
  const ready: string[] = []
  let rest = ''
  let ended = false
  let waiting: ((line: string | undefined) => void) | undefined
  const deliver = (): void => {
    if (waiting === undefined || (ready.length === 0 && !ended)) return
    const give = waiting
    waiting = undefined
    input.pause()
    give(ready.shift())
  }
  const onData = (chunk: Buffer | string): void => {
    const pieces = (rest + (typeof chunk === 'string' ? chunk : decoder.write(chunk))).split('\n')
    rest = pieces.pop() ?? ''
    ready.push(...pieces.map((line) => line.replace(/\r$/, '')))
    deliver()
  }
  const onEnd = (): void => {
    if (ended) return
    ended = true
    if (rest !== '') ready.push(rest)
    deliver()
  }
  let begun = false
  const begin = (): void => {
    begun = true
    input.on('data', onData)
    for (const event of ['end', 'close', 'error']) input.on(event, onEnd)
  }
  return {
    next: () =>
      new Promise((resolve) => {
        if (!begun) begin()
        waiting = resolve
        if (ready.length === 0 && !ended) input.resume()
        deliver()
      }),
    close() {
      if (!begun) return
      input.removeListener('data', onData)
      input.pause()
    },
  }
}
