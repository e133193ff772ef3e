import { execFile, execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filesIn } from '../journeys/notebook.ts'
import { SIX_ANSWERS } from '../journeys/six.ts'

const CRASH = join(import.meta.dirname, 'crash.py')
const BIN = resolve(import.meta.dirname, '../../bin/tactful.js')
const run = promisify(execFile)

// SWEEP=all breaks every call with every fault. Without it, each takes a few.
const everyCall = process.env.SWEEP === 'all'

const canBreak = process.platform === 'linux' && process.arch === 'x64' && hasPython()
if (!canBreak) process.stderr.write('Crash sweeps of talk are left out: they need python3 on Linux x86_64.\n')

/** Every file of the save in one: a new goal, a private part and a session that are replaced. */
const TALK = `agenda: [{ of: turn, view: [{ note: The queue was long. }] }]
goals: [{ state: changed, changed_to: "Every waiting customer hears from me by noon, by 18 December" }]
agreements: tries the short update on two cases, by 4 December
went_well: I let Sam finish.
`

let base: string
let judge: string

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'tactful-crash-talk-'))
  judge = join(base, 'judge.mjs')
  await build({
    entryPoints: [join(import.meta.dirname, 'talk-judge.ts')],
    outfile: judge,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'silent',
  })
  mkdirSync(at('fresh/notebook/templates'), { recursive: true, mode: 0o700 })
  cpSync(
    resolve(import.meta.dirname, '../data/six-questions.yaml'),
    at('fresh/notebook/templates/six-questions.yaml'),
  )
  writeFileSync(at('six.yaml'), SIX_ANSWERS)
  writeFileSync(at('talk.yaml'), TALK)
  const prep = [BIN, 'prep', '--template', 'six-questions', '--answers', at('six.yaml')]
  await run(process.execPath, prep, {
    env: { ...environment(at('fresh')), TACTFUL_NOW: '2026-11-21T10:00:00Z' },
  })
  await holdUndisturbed()
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
    TACTFUL_NOW: '2026-11-24T15:00:00Z',
    TZ: 'UTC',
  }
}

function command(): readonly string[] {
  return [BIN, 'talk', 'sam', '--answers', at('talk.yaml')]
}

/** Holds the talk once without any fault, and writes down what was there and what that changes, with anything in place of fresh ids. */
async function holdUndisturbed(): Promise<void> {
  const dir = at('undisturbed')
  cpSync(at('fresh'), dir, { recursive: true })
  const before = filesIn(join(dir, 'notebook'))
  await run(process.execPath, command(), { env: environment(dir) })
  const after = [...filesIn(join(dir, 'notebook'))].filter(([path, text]) => before.get(path) !== text)
  expect(after.map(([path]) => path.replace(/-[0-9a-z]{6}\.md$/, ''))).toEqual([
    'notes/sam-rivera/2026-11-21-session',
    'notes/sam-rivera/2026-11-24-goal',
    'private/sam-rivera/2026-11-21-session',
  ])
  const known = new Set(
    [...before.values()].flatMap((text) => text.match(/\b[0-9A-HJKMNP-TV-Z]{26}\b/g) ?? []),
  )
  const pattern = (text: string): string =>
    text
      .replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll(/\b[0-9A-HJKMNP-TV-Z]{26}\b/g, (id) => (known.has(id) ? id : '[0-9A-Z]{26}'))
  const changed = after.map(([path, text]) => {
    const name = path.includes('-goal-') ? path.replace(/[0-9a-z]{6}(?=\.md$)/, '@') : path
    return [`^${pattern(name).replace('@', '[0-9a-z]{6}')}$`, `^${pattern(text)}$`]
  })
  writeFileSync(at('wanted.json'), JSON.stringify({ changed, stays: [...before] }))
}

interface Sweep {
  readonly calls: number
  readonly points: number
  readonly failed: number
  readonly not_durable: number
}

/** Breaks `talk --answers` at its file calls; gives the harness's own summary, or its words when a point failed. */
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

describe.skipIf(!canBreak)('talk with answers from a file, broken at its file calls', () => {
  it.each([
    ['kill', 5],
    ['torn', 22],
    ['full', 15],
    ['ENOSPC', 22],
    ['EIO', 15],
  ])(
    '%s leaves the session, its private part and its goals all old or all new',
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
