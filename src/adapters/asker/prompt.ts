import { PassThrough, Writable } from 'node:stream'
import { createPrompt, useEffect, useKeypress, useState } from '@inquirer/core'
import { fieldOf, fieldWidth } from '../../core/asking/field.ts'
import type { Key } from '../../core/asking/key.ts'
import type { Note, Size } from '../../core/asking/look.ts'
import { press } from '../../core/asking/press.ts'
import type { Pressed } from '../../core/asking/pressed.ts'
import { type AskState, opening } from '../../core/asking/state.ts'
import { escapeColon } from '../../core/asking/words.ts'
import type { MenuScreen, QuestionScreen, Reply } from '../../core/ports/asker.ts'
import type { Keys } from './keys.ts'

/** One screen to be answered, and the hands that the prompt needs. */
export interface Asking {
  readonly screen: QuestionScreen | MenuScreen
  readonly keys: Keys
  readonly size: () => Size
  readonly paint: (state: AskState) => void
  readonly check: (raw: string | readonly string[] | boolean) => Promise<string | undefined>
  /** Opens the editor with the terminal given back meanwhile; undefined where there is none. */
  readonly edit:
    | ((text: string) => Promise<{ readonly text: string } | { readonly failed: string }>)
    | undefined
  readonly redraw: () => void
  readonly suspend: () => void
}

interface Pressing {
  readonly name: string
  readonly ctrl: boolean
  readonly shift: boolean
  readonly pressed?: Key
}

/** How a prompt comes to listen, and how it ends when something it waits for fails. */
interface Life {
  readonly ready: () => void
  readonly crash: (error: unknown) => void
}

const view = createPrompt<Reply, Asking & Life>((asking, done) => {
  const [state, setState] = useState<AskState>(() => opening(asking.screen))

  const fail = (now: AskState, note: Note): void => {
    setState({ ...now, note })
    asking.ready()
  }
  const submit = async (now: AskState, raw: string | readonly string[] | boolean): Promise<void> => {
    const sentence = await asking.check(raw)
    if (sentence === undefined) done({ reply: 'answer', raw })
    else fail(now, { note: 'check', text: sentence })
  }
  const openEditor = async (now: AskState): Promise<void> => {
    if (asking.edit === undefined) return fail(now, { note: 'no-editor' })
    const left = await asking.edit(now.field.text)
    if ('failed' in left) return fail(now, { note: 'editor', text: left.failed })
    setState({ ...now, field: fieldOf(escapeColon(left.text.replace(/\r\n?/g, '\n').replace(/\n+$/, ''))) })
    asking.ready()
  }
  const follow = ({ state: next, todo }: Pressed): void => {
    setState(next)
    if (todo === undefined) return
    if (todo.todo === 'redraw') return void asking.redraw()
    if (todo.todo === 'suspend') return void asking.suspend()
    asking.keys.hold()
    if (todo.todo === 'reply') return void done(todo.reply)
    const work = todo.todo === 'submit' ? submit(next, todo.raw) : openEditor(next)
    work.catch(asking.crash)
  }

  useKeypress(({ pressed }: Pressing) =>
    pressed === undefined
      ? undefined
      : follow(press(asking.screen, state, pressed, fieldWidth(asking.size().columns))),
  )
  useEffect(() => asking.paint(state), [state])
  useEffect(() => asking.ready(), [])
  return ''
})

/**
 * Runs one screen until a reply is known; rejects only when aborted or when `check` does. Inquirer keeps the state and
 * the life of the prompt. Reading keys and drawing are ours: its own drawing knows one line, counts UTF-16 units, and
 * throws away what is typed between two questions.
 */
export function prompt(asking: Asking, signal: AbortSignal): Promise<Reply> {
  const wire = new PassThrough()
  const nowhere = new Writable({ write: (_chunk, _encoding, next) => next() })
  const crashed = new AbortController()
  return new Promise((resolve, reject) => {
    const listen = (): void =>
      asking.keys.listen((pressed) =>
        wire.emit('keypress', undefined, { name: '', ctrl: false, shift: false, pressed }),
      )
    const ready = (): void => void setImmediate(listen)
    const crash = (error: unknown): void => {
      reject(error)
      crashed.abort()
    }
    const either = AbortSignal.any([signal, crashed.signal])
    view({ ...asking, ready, crash }, { input: wire, output: nowhere, signal: either }).then(resolve, reject)
  })
}
