import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filesIn } from '../journeys/notebook.ts'
import { SIX_ANSWERS } from '../journeys/six.ts'
import {
  type Breakable,
  bundleScript,
  canBreak,
  idsIn,
  MINUTES,
  pathPattern,
  pointsDue,
  runIn,
  sweepCommand,
  textPattern,
} from './sweeping.ts'

/** Every file of the save in one: a new goal, a private part and a session that are replaced. */
const TALK = `agenda: [{ of: turn, view: [{ note: The queue was long. }] }]
goals: [{ state: changed, changed_to: "Every waiting customer hears from me by noon, by 18 December" }]
agreements: tries the short update on two cases, by 4 December
went_well: I let Sam finish.
`

let base: string

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'tactful-crash-talk-'))
  await bundleScript('talk-judge.ts', at('judge.mjs'))
  mkdirSync(at('fresh/notebook/templates'), { recursive: true, mode: 0o700 })
  cpSync(
    resolve(import.meta.dirname, '../data/six-questions.yaml'),
    at('fresh/notebook/templates/six-questions.yaml'),
  )
  writeFileSync(at('six.yaml'), SIX_ANSWERS)
  writeFileSync(at('talk.yaml'), TALK)
  const words = ['prep', '--template', 'six-questions', '--answers', at('six.yaml')]
  await runIn('fresh', { base, now: '2026-11-21T10:00:00Z', words })
  await holdUndisturbed()
})
afterAll(() => rmSync(base, { recursive: true, force: true }))

function at(...parts: readonly string[]): string {
  return join(base, ...parts)
}

function talk(): Breakable {
  return { base, now: '2026-11-24T15:00:00Z', words: ['talk', 'sam', '--answers', at('talk.yaml')] }
}

/** Holds the talk once without any fault, and writes down what was there and what that changes, with anything in place of fresh ids. */
async function holdUndisturbed(): Promise<void> {
  cpSync(at('fresh'), at('undisturbed'), { recursive: true })
  const before = filesIn(at('undisturbed/notebook'))
  await runIn('undisturbed', talk())
  const after = [...filesIn(at('undisturbed/notebook'))].filter(([path, text]) => before.get(path) !== text)
  expect(after.map(([path]) => path.replace(/-[0-9a-z]{6}\.md$/, ''))).toEqual([
    'notes/sam-rivera/2026-11-21-session',
    'notes/sam-rivera/2026-11-24-goal',
    'private/sam-rivera/2026-11-21-session',
  ])
  const known = new Set([...before.values()].flatMap(idsIn))
  const changed = after.map(([path, text]) => [
    before.has(path) ? textPattern(path) : pathPattern(path),
    textPattern(text, known),
  ])
  writeFileSync(at('wanted.json'), JSON.stringify({ changed, stays: [...before] }))
}

describe.skipIf(!canBreak('talk'))('talk with answers from a file, broken at its file calls', () => {
  it.each([
    ['kill', 5],
    ['torn', 22],
    ['full', 15],
    ['ENOSPC', 22],
    ['EIO', 15],
  ])(
    '%s leaves the session, its private part and its goals all old or all new',
    async (fault, step) => {
      const swept = await sweepCommand(talk(), fault, step)
      expect(swept).toMatchObject({ failed: 0 })
      expect(swept.points).toBeGreaterThanOrEqual(pointsDue(swept, step))
    },
    MINUTES,
  )

  it(
    'is durable when it says so, power cuts included',
    async () => {
      const swept = await sweepCommand(talk(), 'trace', 1, ['--durable'])
      expect(swept).toMatchObject({ not_durable: 0, failed: 0 })
    },
    MINUTES,
  )
})
