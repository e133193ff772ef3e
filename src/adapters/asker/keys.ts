import { emitKeypressEvents, type Interface } from 'node:readline'
import type { Key, KeyName } from '../../core/asking/key.ts'
import type { Input } from './streams.ts'

/** Keys of one input. What arrives while nobody listens waits for the next listener, so typing ahead loses nothing. */
export interface Keys {
  /** Begins to read, in raw mode. `ended` is called once when the input is gone. */
  start(ended: () => void): void
  /** Stops reading and gives the terminal back. */
  stop(): void
  /** Gives every key to `handler` from now on, those that waited first. */
  listen(handler: (key: Key) => void): void
  /** From now on keys wait. */
  hold(): void
}

interface RawKey {
  readonly sequence?: string
  readonly name?: string
  readonly ctrl?: boolean
  readonly meta?: boolean
  readonly shift?: boolean
}

const NAMED: Readonly<Record<string, KeyName>> = {
  return: 'enter',
  enter: 'enter',
  escape: 'escape',
  up: 'up',
  down: 'down',
  left: 'left',
  right: 'right',
  home: 'home',
  end: 'end',
  pageup: 'page-up',
  pagedown: 'page-down',
  backspace: 'backspace',
  delete: 'delete',
}

const WITH_CTRL: Readonly<Record<string, KeyName>> = {
  a: 'home',
  b: 'left',
  c: 'interrupt',
  d: 'ctrl-d',
  e: 'end',
  f: 'right',
  k: 'delete-right',
  l: 'redraw',
  n: 'down',
  o: 'editor',
  p: 'up',
  u: 'delete-left',
  w: 'delete-word',
  z: 'suspend',
  left: 'word-left',
  right: 'word-right',
  backspace: 'delete-word',
}

const WITH_META: Readonly<Record<string, KeyName>> = {
  return: 'newline',
  enter: 'newline',
  b: 'word-left',
  f: 'word-right',
  left: 'word-left',
  right: 'word-right',
  backspace: 'delete-word',
}

/** Shift-Enter and its kin, where a terminal can tell them apart. */
const NEWLINES: readonly string[] = ['\u001b[13;2u', '\u001b[13;3u', '\u001b[13;5u', '\u001b[27;2;13~']

/** How long a lone Esc may still become the beginning of another key, in milliseconds. */
const ESCAPE_WAIT = 80

/** Reads keys from an input; a pasted block arrives as one key. */
export function keysFrom(input: Input): Keys {
  const waiting: Key[] = []
  let handler: ((key: Key) => void) | undefined
  let pasted: string | undefined

  const give = (key: Key): void => {
    if (handler === undefined) waiting.push(key)
    else handler(key)
  }
  const onKeypress = (_text: unknown, raw: RawKey): void => {
    if (raw.name === 'paste-start') pasted = ''
    else if (raw.name === 'paste-end') {
      const text = (pasted ?? '').replace(/\r\n?/g, '\n')
      pasted = undefined
      if (text !== '') give({ key: 'paste', text })
    } else if (pasted !== undefined && !(raw.ctrl === true && raw.name === 'c')) pasted += raw.sequence ?? ''
    else {
      pasted = undefined
      const key = keyOf(raw)
      if (key !== undefined) give(key)
    }
  }
  let watched = false
  return {
    start(ended) {
      emitKeypressEvents(input, waitFor(ESCAPE_WAIT))
      input.on('keypress', onKeypress)
      // These stay for good: a terminal may also go while the editor has it.
      if (!watched) for (const event of ['end', 'close', 'error']) input.on(event, ended)
      watched = true
      input.setRawMode?.(true)
      input.resume()
    },
    stop() {
      input.removeListener('keypress', onKeypress)
      try {
        input.setRawMode?.(false)
      } catch {
        // A terminal that is gone has nothing to restore.
      }
      input.pause()
    },
    listen(next) {
      handler = next
      while (handler !== undefined) {
        const key = waiting.shift()
        if (key === undefined) return
        handler(key)
      }
    },
    hold() {
      handler = undefined
    },
  }
}

function keyOf({ sequence = '', name = '', ctrl, meta, shift }: RawKey): Key | undefined {
  if (NEWLINES.includes(sequence)) return { key: 'newline' }
  if (name === 'tab') return shift === true ? { key: 'back' } : undefined
  const special = ctrl === true ? WITH_CTRL[name] : meta === true ? WITH_META[name] : undefined
  if (special !== undefined) return { key: special }
  if (name === 'escape') return { key: 'escape' }
  if (ctrl === true || meta === true) return undefined
  const named = NAMED[name]
  if (named !== undefined) return { key: named }
  return /^[^\u0000-\u001f\u007f-\u009f]+$/.test(sequence) ? { key: 'text', text: sequence } : undefined
}

/** Node takes the wait after Esc from an interface; this is as much of one as it looks at. */
function waitFor(milliseconds: number): Interface {
  return Object.assign(Object.create(null), { escapeCodeTimeout: milliseconds })
}
