import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { judge } from './judge.ts'

// node talk-judge.js DIR BIN: judges a `talk --answers` that was broken off, in an environment like its own.
const [dir = '', bin = ''] = process.argv.slice(2)
const root = join(dir, 'notebook')
const state = join(dir, 'state', 'tactful')
const { CRASH_EXIT = '', CRASH_OUT = '' } = process.env

/** What an undisturbed talk leaves, written beside by the test: patterns for paths and for whole texts. */
const { changed, stays } = JSON.parse(readFileSync(join(dir, '..', 'wanted.json'), 'utf8')) as {
  readonly changed: readonly [string, string][]
  readonly stays: readonly [string, string][]
}
const wanted = changed.map(([path, text]) => ({ path: new RegExp(path), text: new RegExp(text) }))
const session = stays.find(([path]) => path.includes('-session-') && path.startsWith('notes/'))

const tactful = (...args: readonly string[]) =>
  execFileSync(process.execPath, [bin, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

const isHeld = () => /^held: /m.test(readFileSync(join(root, session?.[0] ?? ''), 'utf8'))

const given: Parameters<typeof judge>[0] = {
  root,
  state,
  wanted,
  allowed: new RegExp(`^(${stays.map(([path]) => path.replaceAll('.', '\\.')).join('|')})$`),
  saved: /^Saved\. {2}notes\/sam-rivera\//m,
  kept: /(?!)/g,
  async next() {
    tactful('list')
  },
  // The answers are in the file that was given; there is no draft.
  answers: async () => 0,
  async resume() {
    if (!isHeld()) tactful('talk', 'sam', '--answers', join(dir, '..', 'talk.yaml'))
  },
}

/** What a talk does not touch stays what it was; what it does is old or new. */
function damage(): readonly string[] {
  return stays.flatMap(([path, text]) => {
    const now = existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined
    const isChanged = wanted.some((one) => one.path.test(path) && now !== undefined && one.text.test(now))
    return now === text || isChanged ? [] : [`neither old nor new: ${path}`]
  })
}

const found = [...damage(), ...(await judge(given)), ...damage()]
const out = CRASH_OUT === '' ? '' : readFileSync(CRASH_OUT, 'utf8')
const reasons = out.split('\n').filter((line) => /^(The disk|Access|Your share|Too many)\b.*\.$/.test(line))
if (CRASH_EXIT === '74' && reasons.length !== 1) found.push(`no reason in one line: ${out}`)
process.stdout.write(found.map((complaint) => `${complaint}\n`).join(''))
if (found.length > 0) process.exitCode = 1
