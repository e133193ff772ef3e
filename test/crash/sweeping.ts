import { execFile, execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import type { After } from './judge.ts'

const CRASH = join(import.meta.dirname, 'crash.py')
const run = promisify(execFile)

/** The program as it is installed. */
export const BIN = resolve(import.meta.dirname, '../../bin/tactful.js')

/** How long a sweep over a whole command may take, in milliseconds. */
export const MINUTES = 10 * 60_000

/** With SWEEP=all every call is broken with every fault; without it each test takes the few it names. */
export const everyCall = process.env.SWEEP === 'all'

/** What the harness says of one sweep: calls that could be broken, points at which one was, and how many of these went wrong. */
export interface Swept {
  readonly calls: number
  readonly points: number
  readonly failed: number
  readonly not_durable: number
}

/** Whether calls can be broken on this machine; where they cannot, says what is left out. */
export function canBreak(what: string): boolean {
  const can = process.platform === 'linux' && process.arch === 'x64' && hasPython()
  if (!can) process.stderr.write(`Crash sweeps of ${what} are left out: they need python3 on Linux x86_64.\n`)
  return can
}

function hasPython(): boolean {
  try {
    execFileSync('python3', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Words of a command line for a shell. */
export function quoted(words: readonly string[]): string {
  return words.map((word) => `'${word}'`).join(' ')
}

/** One of the scripts beside this one, made into a file that Node runs by itself. */
export async function bundleScript(name: string, outfile: string): Promise<void> {
  await build({
    entryPoints: [join(import.meta.dirname, name)],
    ...{ outfile, bundle: true, platform: 'node', format: 'esm', target: 'node20', logLevel: 'silent' },
  })
}

/** Runs the harness; gives its own summary, or throws its words when a point failed. */
export async function sweepCalls(
  options: Readonly<Record<string, string>>,
  more: readonly string[] = [],
  env: NodeJS.ProcessEnv = process.env,
): Promise<Swept> {
  const given = [CRASH, ...Object.entries(options).flat(), ...more]
  const ended = await run('python3', given, { env, maxBuffer: 2 ** 24 }).catch(
    (error: { stdout?: string; stderr?: string }) => {
      throw new Error(`${error.stdout}${error.stderr}`)
    },
  )
  return JSON.parse(ended.stdout.trim().split('\n').at(-1) ?? '')
}

/** The same, judged in this process, which saves one at every point. `judge` says what is wrong. */
export async function sweepJudged(
  options: Readonly<Record<string, string>>,
  judge: (after: After) => Promise<readonly string[]>,
  more: readonly string[],
): Promise<Swept> {
  const folder = mkdtempSync(join(tmpdir(), 'tactful-judge-'))
  const socket = join(folder, 'socket')
  const server = createServer(async (asking) => {
    const [line] = await once(createInterface(asking), 'line')
    const wrong = await judge(JSON.parse(line)).catch((error: unknown) => [String(error)])
    asking.end(`${wrong.join('; ').replaceAll('\n', ' ')}\n`)
  })
  await new Promise<void>((listening) => server.listen(socket, listening))
  try {
    return await sweepCalls({ ...options, '--judge': socket }, more)
  } finally {
    server.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** One command to break: `base` holds `fresh`, which every point begins with, and `judge.mjs`, which says how it ended. */
export interface Breakable {
  readonly base: string
  readonly now: string
  readonly words: readonly string[]
}

/** Runs the command once in a folder below `base`, without any fault. */
export async function runIn(folder: string, { base, now, words }: Breakable): Promise<void> {
  await run(process.execPath, [BIN, ...words], { env: environment(base, join(base, folder), now) })
}

/** Breaks every `step`th file call of the command. */
export async function sweepCommand(
  { base, now, words }: Breakable,
  fault: string,
  step: number,
  more: readonly string[] = [],
): Promise<Swept> {
  const dir = join(base, fault)
  const options = {
    '--under': dir,
    '--setup': `umask 077; rm -rf '${dir}' && cp -R '${join(base, 'fresh')}' '${dir}'`,
    '--cmd': quoted([process.execPath, BIN, ...words]),
    '--check': quoted([process.execPath, join(base, 'judge.mjs'), dir, BIN]),
    '--fault': fault,
    '--step': String(stepOf(step)),
  }
  return sweepCalls(options, more, environment(base, dir, now))
}

/** How many points a sweep of so many calls has to have broken, so that a harness that finds nothing to break is noticed. */
export function pointsDue({ calls }: Swept, step: number): number {
  return Math.max(1, Math.floor(calls / stepOf(step)))
}

function stepOf(step: number): number {
  return everyCall ? 1 : step
}

function environment(base: string, dir: string, now: string): NodeJS.ProcessEnv {
  const home = join(base, 'home')
  return {
    PATH: process.env.PATH ?? '',
    HOME: home,
    XDG_STATE_HOME: join(dir, 'state'),
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_CACHE_HOME: join(home, 'cache'),
    TMPDIR: base,
    TACTFUL_NOTEBOOK: join(dir, 'notebook'),
    TACTFUL_NOW: now,
    TZ: 'UTC',
  }
}

const ID = /\b[0-9A-HJKMNP-TV-Z]{26}\b/g

/** Every id that stands in a text. */
export function idsIn(text: string): readonly string[] {
  return text.match(ID) ?? []
}

/** A pattern for exactly this text, with any id in place of those that are not `known`. */
export function textPattern(text: string, known: ReadonlySet<string> = new Set()): string {
  return `^${literal(text).replaceAll(ID, (id) => (known.has(id) ? id : '[0-9A-Z]{26}'))}$`
}

/** A pattern for exactly this path, with any short id at the end of a note's name. */
export function pathPattern(path: string): string {
  return `^${literal(path).replace(/-[0-9a-z]{6}(?=\\\.md$)/, '-[0-9a-z]{6}')}$`
}

function literal(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
