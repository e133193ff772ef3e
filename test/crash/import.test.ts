import { execFile, execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filesIn } from '../journeys/notebook.ts'

const CRASH = join(import.meta.dirname, 'crash.py')
const BIN = resolve(import.meta.dirname, '../../bin/tactful.js')
const run = promisify(execFile)

// SWEEP=all breaks every call with every fault; without it, some of them.
const everyCall = process.env.SWEEP === 'all'

const canBreak = process.platform === 'linux' && process.arch === 'x64' && hasPython()

const FEW = `Ticket ID,Created at,Assignee,Satisfaction Score,Satisfaction Comment
48003,2026-08-03 09:00,Sam Rivera,Good,Clear and quick
48004,2026-08-04 09:00,Sam Rivera,Bad,Write to jane@example.test
48005,2026-08-05 09:00,Wei-Ling Tan,Good,Merci
`

let base: string
let judge: string

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'tactful-crash-import-'))
  judge = join(base, 'judge.mjs')
  await build({
    entryPoints: [join(import.meta.dirname, 'import-judge.ts')],
    outfile: judge,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'silent',
  })
  mkdirSync(at('fresh'), { mode: 0o700 })
  writeFileSync(at('few.csv'), FEW)
  await prepareUndisturbed()
})
afterAll(() => rmSync(base, { recursive: true, force: true }))

function at(...parts: readonly string[]): string {
  return join(base, ...parts)
}

function hasPython(): boolean {
  try {
    execFileSync('python3', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

function environment(dir: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH ?? '',
    HOME: at('home'),
    XDG_STATE_HOME: join(dir, 'state'),
    XDG_CONFIG_HOME: at('home/config'),
    XDG_CACHE_HOME: at('home/cache'),
    TMPDIR: base,
    TACTFUL_NOTEBOOK: join(dir, 'notebook'),
    TACTFUL_NOW: '2026-11-21T10:00:00Z',
    TZ: 'UTC',
  }
}

const command = (): readonly string[] => [BIN, 'import', at('few.csv'), '--yes', '--create-people']

/** Imports once without any fault, and writes down what that leaves, with anything in place of the ids. */
async function prepareUndisturbed(): Promise<void> {
  const dir = at('undisturbed')
  cpSync(at('fresh'), dir, { recursive: true })
  await run(process.execPath, command(), { env: environment(dir) })
  const made = [...filesIn(join(dir, 'notebook'))].filter(([path]) => /^(notes|people|import)\//.test(path))
  expect(made).toHaveLength(5)
  const pattern = (text: string, path: RegExp, ids: string) =>
    `^${text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(path, ids)}$`
  const wanted = made.map(([path, text]) => [
    pattern(path, /-[0-9a-z]{6}(?=\\\.md$)/g, '-[0-9a-z]{6}'),
    pattern(text, /\b[0-9A-HJKMNP-TV-Z]{26}\b/g, '[0-9A-Z]{26}'),
  ])
  writeFileSync(at('wanted.json'), JSON.stringify(wanted))
}

interface Sweep {
  readonly calls: number
  readonly points: number
  readonly failed: number
  readonly not_durable: number
}

/** Breaks `import --yes` at its file calls; gives the harness's own summary, or its words when a point failed. */
async function sweep(fault: string, step: number, more: readonly string[] = []): Promise<Sweep> {
  const dir = at(fault)
  const quoted = (words: readonly string[]) => words.map((word) => `'${word}'`).join(' ')
  const options = {
    '--under': dir,
    '--setup': `umask 077; rm -rf '${dir}' && cp -R '${at('fresh')}' '${dir}'`,
    '--cmd': quoted([process.execPath, ...command()]),
    '--check': quoted([process.execPath, judge, dir, BIN]),
    '--fault': fault,
    '--step': String(everyCall ? 1 : step),
  }
  const ended = await run('python3', [CRASH, ...Object.entries(options).flat(), ...more], {
    env: environment(dir),
    maxBuffer: 2 ** 24,
  }).catch((error: { stdout?: string; stderr?: string }) => {
    throw new Error(`${error.stdout}${error.stderr}`)
  })
  return JSON.parse(ended.stdout.trim().split('\n').at(-1) ?? '')
}

const MINUTES = 10 * 60_000

describe.skipIf(!canBreak)('an import, broken at its file calls', () => {
  it.each([
    ['kill', 7],
    ['ENOSPC', 17],
    ['torn', 23],
  ])(
    '%s leaves all of it or nothing, and says so truthfully',
    async (fault, step) => {
      const swept = await sweep(fault, step)
      expect(swept).toMatchObject({ failed: 0 })
      expect(swept.points).toBeGreaterThanOrEqual(Math.floor(swept.calls / (everyCall ? 1 : step)))
    },
    MINUTES,
  )

  it(
    'is durable when it says so, power cuts included',
    async () => {
      expect(await sweep('trace', 1, ['--durable'])).toMatchObject({ not_durable: 0, failed: 0 })
    },
    MINUTES,
  )
})
