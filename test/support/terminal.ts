import { spawn } from '@lydell/node-pty'
import xterm from '@xterm/headless'
import { KEYS, type KeyPress, pasted } from './keys.ts'

/** How to start a program on a pseudo-terminal. `args` are Node's: a script first. */
export interface OpenOptions {
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly cwd?: string
  readonly cols?: number
  readonly rows?: number
  /** Another program than Node. */
  readonly program?: string
}

/** How a program ended. */
export interface Ended {
  readonly code: number
  readonly signal: number | undefined
}

/** A program running on a terminal, and everything one can do there. */
export interface OpenTerminal {
  type(text: string): void
  key(...names: readonly KeyPress[]): void
  paste(text: string): void
  /** The visible lines, without blanks at their ends and without empty lines at the bottom. */
  screen(): string
  /** Everything, also what scrolled away. */
  scrollback(): string
  /** Every byte the program wrote. */
  raw(): string
  /** Resolves to the screen once it shows this (or the predicate is true of it); fails with the screen otherwise. */
  waitFor(what: string | RegExp | ((screen: string) => boolean), timeout?: number): Promise<string>
  /** Where the cursor stands, from 0. */
  cursor(): { readonly row: number; readonly column: number }
  cells(): readonly (readonly Cell[])[]
  kill(signal?: string): void
  resize(cols: number, rows: number): void
  readonly exit: Promise<Ended>
  close(): void
}

/** One visible character cell. Colours are palette numbers, undefined being the terminal's own. */
export interface Cell {
  readonly text: string
  readonly width: number
  readonly colour: number | undefined
  readonly bold: boolean
  readonly dim: boolean
  readonly inverse: boolean
}

const LAST_BYTES_MS = 60

/** Starts a program on a pseudo-terminal of its own. */
export function open({ args, env = {}, cwd, cols = 80, rows = 24, program }: OpenOptions): OpenTerminal {
  const terminal = new xterm.Terminal({ cols, rows, allowProposedApi: true, scrollback: 5000 })
  const clean = Object.fromEntries(
    Object.entries({
      ...process.env,
      TERM: 'xterm-256color',
      LC_ALL: 'C.UTF-8',
      CI: undefined,
      NO_COLOR: undefined,
      FORCE_COLOR: undefined,
      ...env,
    }).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
  const pty = spawn(program ?? process.execPath, [...args], {
    name: clean.TERM ?? 'xterm-256color',
    cols,
    rows,
    env: clean,
    ...(cwd === undefined ? {} : { cwd }),
  })
  let written = ''
  let over: Ended | undefined
  let isQuiet = false
  const listeners = new Set<() => void>()
  const changed = (): void => {
    for (const listener of [...listeners]) listener()
  }
  pty.onData((data) => {
    written += data
    terminal.write(data, changed)
  })
  terminal.onData((answer) => {
    if (over === undefined) pty.write(answer)
  })
  const exit = new Promise<Ended>((resolve) => {
    pty.onExit(({ exitCode, signal }) => {
      const ended = { code: exitCode, signal: signal === 0 ? undefined : signal }
      over = ended
      // The last bytes can come after the news of the end.
      setTimeout(() => {
        terminal.write('', () => {
          isQuiet = true
          changed()
          resolve(ended)
        })
      }, LAST_BYTES_MS)
    })
  })
  const lines = (from: number, to: number): string =>
    Array.from(
      { length: to - from },
      (_none, at) => terminal.buffer.active.getLine(from + at)?.translateToString(true) ?? '',
    )
      .join('\n')
      .trimEnd()
  const screen = (): string =>
    lines(terminal.buffer.active.baseY, terminal.buffer.active.baseY + terminal.rows)

  return {
    type: (text) => pty.write(text),
    key: (...names) => pty.write(names.map((name) => KEYS[name]).join('')),
    paste: (text) => pty.write(pasted(text)),
    screen,
    scrollback: () => lines(0, terminal.buffer.active.length),
    raw: () => written,
    waitFor(what, timeout = 10_000) {
      const seen = (): boolean => {
        const now = screen()
        return typeof what === 'string'
          ? now.includes(what)
          : what instanceof RegExp
            ? what.test(now)
            : what(now)
      }
      return new Promise((resolve, reject) => {
        const settle = (): void => {
          if (seen()) resolve(screen())
          else if (over !== undefined && isQuiet)
            reject(
              new Error(
                `ended with ${over.code} before showing ${what}:\n${lines(0, terminal.buffer.active.length)}`,
              ),
            )
          else return
          clearTimeout(timer)
          listeners.delete(settle)
        }
        const timer = setTimeout(() => {
          listeners.delete(settle)
          reject(new Error(`waited ${timeout} ms for ${what}; the screen shows:\n${screen()}`))
        }, timeout)
        listeners.add(settle)
        settle()
      })
    },
    cursor: () => ({ row: terminal.buffer.active.cursorY, column: terminal.buffer.active.cursorX }),
    cells: () => Array.from({ length: terminal.rows }, (_none, row) => cellsOf(terminal, row)),
    kill: (signal) => pty.kill(signal),
    resize(newCols, newRows) {
      terminal.resize(newCols, newRows)
      pty.resize(newCols, newRows)
    },
    exit,
    close() {
      if (over === undefined) pty.kill('SIGKILL')
      terminal.dispose()
    },
  }
}

function cellsOf(terminal: InstanceType<typeof xterm.Terminal>, row: number): readonly Cell[] {
  const line = terminal.buffer.active.getLine(terminal.buffer.active.baseY + row)
  return Array.from({ length: terminal.cols }, (_none, column) => {
    const cell = line?.getCell(column)
    return {
      text: cell?.getChars() ?? '',
      width: cell?.getWidth() ?? 1,
      colour: cell === undefined || cell.isFgDefault() ? undefined : cell.getFgColor(),
      bold: cell !== undefined && cell.isBold() !== 0,
      dim: cell !== undefined && cell.isDim() !== 0,
      inverse: cell !== undefined && cell.isInverse() !== 0,
    }
  })
}
