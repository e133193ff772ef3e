import type { Terminal } from '../core/ports/terminal.ts'

/** What the process was given: its streams, its environment, and the flags that matter here. */
interface TerminalOptions {
  readonly input: NodeJS.ReadStream
  readonly output: NodeJS.WriteStream
  readonly error: NodeJS.WriteStream
  readonly env: Readonly<Record<string, string | undefined>>
  /** `--plain`; false when not given. */
  readonly plain: boolean
  /** False with `--no-input`. */
  readonly asks: boolean
}

/** Standard streams as a `Terminal`. After a write that failed (a closed pipe, a full disk) nothing more is written. */
export function terminal({ input, output, error, env, plain, asks }: TerminalOptions): Terminal {
  const out = quietly(output)
  const err = quietly(error)
  const dumb = env.TERM === 'dumb'
  const tty = input.isTTY === true && error.isTTY === true
  return {
    out,
    err,
    interactive: tty && asks,
    onScreen: output.isTTY === true,
    plain: plain || dumb || on(env.ACCESSIBLE),
    columns: Math.max(20, output.columns || error.columns || 80),
    colour: colourOf(env, dumb, output.isTTY === true && error.isTTY === true),
    unicode: unicodeOf(env, dumb),
  }
}

/** `NO_COLOR` (not empty) wins, then `FORCE_COLOR`, then whether it is a terminal that is not dumb. */
function colourOf(env: TerminalOptions['env'], dumb: boolean, tty: boolean): boolean {
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false'
  return tty && !dumb
}

/** By the locale; without one, as most systems are today. The Linux console and dumb terminals lack the signs. */
function unicodeOf(env: TerminalOptions['env'], dumb: boolean): boolean {
  if (dumb || env.TERM === 'linux') return false
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG
  if (locale === undefined || locale === '') return true
  return /utf-?8/i.test(locale)
}

function on(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== '0' && value !== 'false'
}

function quietly(stream: NodeJS.WriteStream): (text: string) => void {
  let gone = false
  stream.on('error', () => {
    gone = true
  })
  return (text) => {
    if (!gone) stream.write(text)
  }
}
