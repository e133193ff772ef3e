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

// SWEEP=all breaks every call with every fault. Without it, the kill takes every third call and the others a few.
const everyCall = process.env.SWEEP === 'all'

const canBreak = process.platform === 'linux' && process.arch === 'x64' && hasPython()
if (!canBreak) {
  process.stderr.write('Crash sweeps of prep are left out: they need python3 on Linux x86_64.\n')
}

let base: string
let judge: string

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'tactful-crash-prep-'))
  judge = join(base, 'judge.mjs')
  await build({
    entryPoints: [join(import.meta.dirname, 'prep-judge.ts')],
    outfile: judge,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'silent',
  })
  const template = resolve(import.meta.dirname, '../data/six-questions.yaml')
  mkdirSync(at('fresh/notebook/templates'), { recursive: true, mode: 0o700 })
  cpSync(template, at('fresh/notebook/templates/six-questions.yaml'))
  writeFileSync(at('six.yaml'), SIX_ANSWERS)
  writeFileSync(at('other.yaml'), SIX_ANSWERS.replace('Sam Rivera', 'Wei-Ling Tan'))
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

function command(answers: string): readonly string[] {
  return [BIN, 'prep', '--template', 'six-questions', '--answers', at(answers)]
}

/** Saves once without any fault, and writes down what that leaves, with anything in place of the ids. */
async function prepareUndisturbed(): Promise<void> {
  const dir = at('undisturbed')
  cpSync(at('fresh'), dir, { recursive: true })
  await run(process.execPath, command('six.yaml'), { env: environment(dir) })
  const made = [...filesIn(join(dir, 'notebook'))].filter(([path]) => /^(notes|private|people)\//.test(path))
  expect(made).toHaveLength(6)
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

/** Breaks `prep --answers` at its file calls; gives the harness's own summary, or its words when a point failed. */
async function sweep(fault: string, step: number, more: readonly string[] = []): Promise<Sweep> {
  const dir = at(fault)
  const quoted = (words: readonly string[]) => words.map((word) => `'${word}'`).join(' ')
  const options = {
    '--under': dir,
    '--setup': `umask 077; rm -rf '${dir}' && cp -R '${at('fresh')}' '${dir}'`,
    '--cmd': quoted([process.execPath, ...command('six.yaml')]),
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

describe.skipIf(!canBreak)('prep with answers from a file, broken at its file calls', () => {
  it.each([
    ['kill', 3],
    ['torn', 14],
    ['short', 13],
    ['full', 11],
    ['ENOSPC', 12],
    ['EIO', 12],
  ])(
    '%s leaves all notes or none, and says so truthfully',
    async (fault, step) => {
      const swept = await sweep(fault, step)
      expect(swept).toMatchObject({ failed: 0 })
      expect(swept.points).toBeGreaterThanOrEqual(Math.floor(swept.calls / (everyCall ? 1 : step)))
    },
    MINUTES,
  )

  it(
    'pause, while another prep runs from beginning to end, keeps both',
    async () => {
      const other = [process.execPath, ...command('other.yaml')].map((word) => `'${word}'`).join(' ')
      expect(await sweep('pause', 14, ['--meanwhile', other])).toMatchObject({ failed: 0 })
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
