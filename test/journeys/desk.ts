import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { closeSync, cpSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type OpenTerminal, open } from '../support/terminal.ts'

/** The program as it is started. */
export const BIN = resolve(import.meta.dirname, '../../bin/tactful.js')
const CASES = resolve(import.meta.dirname, '../data/cases')

/** How a command ended and what it printed. */
export interface Ran {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly out: string
  readonly err: string
}

/** What a command is given besides its arguments. Without `input`, standard input is empty. */
interface Given {
  readonly input?: string
  readonly env?: Readonly<Record<string, string>>
}

/** A mentor's computer, fresh: a home, a folder to work in with the texts of the case, and no notebook yet. */
export interface Desk {
  readonly folder: string
  readonly notebook: string
  readonly state: string
  readonly env: Readonly<Record<string, string>>
  run(args: readonly string[], given?: Given): Promise<Ran>
  /** The same, with everything it printed in one piece, in the order in which it was printed. */
  shown(
    args: readonly string[],
    given?: Given,
  ): Promise<{ readonly code: number | null; readonly text: string }>
  start(args: readonly string[]): ChildProcessWithoutNullStreams
  open(
    args: readonly string[],
    size?: { readonly cols?: number; readonly rows?: number; readonly env?: Given['env'] },
  ): OpenTerminal
  remove(): void
}

/** The instant at which every journey takes place. */
const NOW = '2026-11-21T10:00:00Z'

/** Makes a desk of its own for one journey. */
export function newDesk(): Desk {
  const base = mkdtempSync(join(tmpdir(), 'tactful-journey-'))
  const at = (...parts: readonly string[]) => join(base, ...parts)
  const folder = at('work')
  mkdirSync(at('tmp'))
  cpSync(CASES, folder, { recursive: true })
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: at('home'),
    XDG_STATE_HOME: at('home', 'state'),
    XDG_CONFIG_HOME: at('home', 'config'),
    XDG_CACHE_HOME: at('home', 'cache'),
    XDG_DATA_HOME: at('home', 'data'),
    TMPDIR: at('tmp'),
    TACTFUL_NOTEBOOK: at('notebook'),
    TACTFUL_NOW: NOW,
    TZ: 'UTC',
    LC_ALL: 'C.UTF-8',
  }
  const terminals: OpenTerminal[] = []
  const begin = (
    args: readonly string[],
    own: Given['env'],
    stdio: 'pipe' | readonly ['pipe', number, number],
  ) =>
    spawn(process.execPath, [BIN, ...args], {
      cwd: folder,
      env: { ...env, ...own },
      stdio: stdio === 'pipe' ? stdio : [...stdio],
    })
  return {
    folder,
    notebook: env.TACTFUL_NOTEBOOK,
    state: join(env.XDG_STATE_HOME, 'tactful'),
    env,
    async run(args, { input = '', env: own } = {}) {
      const child = begin(args, own, 'pipe') as ChildProcessWithoutNullStreams
      const ended = ran(child)
      child.stdin.on('error', () => undefined).end(input)
      return ended
    },
    async shown(args, { input = '', env: own } = {}) {
      const file = at('tmp', `shown-${process.hrtime.bigint()}`)
      const fd = openSync(file, 'a')
      const child = begin(args, own, ['pipe', fd, fd])
      closeSync(fd)
      child.stdin?.on('error', () => undefined).end(input)
      const code = await new Promise<number | null>((done) => child.once('close', done))
      const text = readFileSync(file, 'utf8')
      rmSync(file)
      return { code, text }
    },
    start: (args) => begin(args, undefined, 'pipe') as ChildProcessWithoutNullStreams,
    open(args, { env: own, ...size } = {}) {
      const terminal = open({ args: [BIN, ...args], cwd: folder, env: { ...env, ...own }, ...size })
      terminals.push(terminal)
      return terminal
    },
    remove() {
      for (const terminal of terminals) terminal.close()
      rmSync(base, { recursive: true, force: true })
    },
  }
}

/** Waits for a process to end, with all that it printed. */
export function ran(child: ChildProcessWithoutNullStreams): Promise<Ran> {
  const told = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    told.out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    told.err += text
  })
  return new Promise((done, failed) => {
    child.once('error', failed)
    child.once('close', (code, signal) => done({ code, signal, ...told }))
  })
}
