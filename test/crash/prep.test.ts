import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filesIn } from '../journeys/notebook.ts'
import { SIX_ANSWERS } from '../journeys/six.ts'
import {
  BIN,
  type Breakable,
  bundleScript,
  canBreak,
  MINUTES,
  pathPattern,
  pointsDue,
  quoted,
  runIn,
  sweepCommand,
  textPattern,
} from './sweeping.ts'

let base: string

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'tactful-crash-prep-'))
  await bundleScript('prep-judge.ts', at('judge.mjs'))
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

/** Preparing from a file of answers. */
function prep(answers = 'six.yaml'): Breakable {
  const words = ['prep', '--template', 'six-questions', '--answers', at(answers)]
  return { base, now: '2026-11-21T10:00:00Z', words }
}

/** Saves once without any fault, and writes down what that leaves, with anything in place of the ids. */
async function prepareUndisturbed(): Promise<void> {
  cpSync(at('fresh'), at('undisturbed'), { recursive: true })
  await runIn('undisturbed', prep())
  const made = [...filesIn(at('undisturbed/notebook'))].filter(([path]) =>
    /^(notes|private|people)\//.test(path),
  )
  expect(made).toHaveLength(6)
  const wanted = made.map(([path, text]) => [pathPattern(path), textPattern(text)])
  writeFileSync(at('wanted.json'), JSON.stringify(wanted))
}

describe.skipIf(!canBreak('prep'))('prep with answers from a file, broken at its file calls', () => {
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
      const swept = await sweepCommand(prep(), fault, step)
      expect(swept).toMatchObject({ failed: 0 })
      expect(swept.points).toBeGreaterThanOrEqual(pointsDue(swept, step))
    },
    MINUTES,
  )

  it(
    'pause, while another prep runs from beginning to end, keeps both',
    async () => {
      const other = quoted([process.execPath, BIN, ...prep('other.yaml').words])
      expect(await sweepCommand(prep(), 'pause', 14, ['--meanwhile', other])).toMatchObject({ failed: 0 })
    },
    MINUTES,
  )

  it(
    'is durable when it says so, power cuts included',
    async () => {
      const swept = await sweepCommand(prep(), 'trace', 1, ['--durable'])
      expect(swept).toMatchObject({ not_durable: 0, failed: 0 })
    },
    MINUTES,
  )
})
