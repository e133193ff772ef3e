import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { judge } from './judge.ts'

// node prep-judge.js DIR BIN: judges a `prep --answers` that was broken off, in an environment like its own.
const [dir = '', bin = ''] = process.argv.slice(2)
const root = join(dir, 'notebook')
const state = join(dir, 'state', 'tactful')
const { CRASH_FAULT = '', CRASH_EXIT = '', CRASH_EXIT2 = '', CRASH_N = '', CRASH_OUT = '' } = process.env

/** What an undisturbed save leaves, written beside by the test: patterns for paths and for whole texts. */
const wanted = (JSON.parse(readFileSync(join(dir, '..', 'wanted.json'), 'utf8')) as [string, string][]).map(
  ([path, text]) => ({ path: new RegExp(path), text: new RegExp(text) }),
)

const tactful = (...args: readonly string[]) =>
  execFileSync(process.execPath, [bin, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

const prep = ['prep', '--template', 'six-questions', '--answers', join(dir, '..', 'six.yaml')]

const hasSession = () =>
  existsSync(join(root, 'notes', 'sam-rivera')) &&
  readdirSync(join(root, 'notes', 'sam-rivera')).some((name) => name.includes('-session-'))

const given: Parameters<typeof judge>[0] = {
  root,
  state,
  wanted,
  allowed: /^(tactful\.yaml|\.gitignore|templates\/.*|(notes|private|people)\/wei-ling-tan.*)$/,
  saved: /^Saved\. {2}notes\/sam-rivera\//m,
  kept: /(?!)/g,
  async next() {
    if (existsSync(join(root, 'tactful.yaml'))) tactful('list')
    else tactful(...prep, '--dry-run')
  },
  // The answers are in the file that was given; there is no draft.
  answers: async () => 0,
  async resume() {
    if (!hasSession()) {
      tactful(...prep)
    }
  },
}

async function complaints(): Promise<readonly string[]> {
  const found = [...(await judge(given))]
  const out = CRASH_OUT === '' ? '' : readFileSync(CRASH_OUT, 'utf8')
  const reasons = out.split('\n').filter((line) => /^(The disk|Access|Your share|Too many)\b.*\.$/.test(line))
  if (CRASH_EXIT === '74' && reasons.length !== 1) found.push(`no reason in one line: ${out}`)
  if (existsSync(join(state, 'drafts'))) found.push('kept a draft of answers that are in a file')
  if (CRASH_FAULT === 'pause' && CRASH_N !== '0') {
    if (CRASH_EXIT2 !== '0') found.push(`the other ended with ${CRASH_EXIT2}`)
    const others = readdirSync(join(root, 'notes', 'wei-ling-tan'))
    if (others.length !== 3) found.push(`the other lost something: ${others}`)
  }
  return found
}

const found = await complaints()
process.stdout.write(found.map((complaint) => `${complaint}\n`).join(''))
if (found.length > 0) process.exitCode = 1
