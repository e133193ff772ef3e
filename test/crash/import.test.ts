import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filesIn } from '../journeys/notebook.ts'
import {
  type Breakable,
  bundleScript,
  canBreak,
  MINUTES,
  pathPattern,
  pointsDue,
  runIn,
  sweepCommand,
  textPattern,
} from './sweeping.ts'

const FEW = `Ticket ID,Created at,Assignee,Satisfaction Score,Satisfaction Comment
48003,2026-08-03 09:00,Sam Rivera,Good,Clear and quick
48004,2026-08-04 09:00,Sam Rivera,Bad,Write to jane@example.test
48005,2026-08-05 09:00,Wei-Ling Tan,Good,Merci
`

let base: string

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'tactful-crash-import-'))
  await bundleScript('import-judge.ts', at('judge.mjs'))
  mkdirSync(at('fresh'), { mode: 0o700 })
  writeFileSync(at('few.csv'), FEW)
  await importUndisturbed()
})
afterAll(() => rmSync(base, { recursive: true, force: true }))

function at(...parts: readonly string[]): string {
  return join(base, ...parts)
}

function importing(): Breakable {
  return {
    base,
    now: '2026-11-21T10:00:00Z',
    words: ['import', at('few.csv'), '--yes', '--create-people'],
  }
}

/** Imports once without any fault, and writes down what that leaves, with anything in place of the ids. */
async function importUndisturbed(): Promise<void> {
  cpSync(at('fresh'), at('undisturbed'), { recursive: true })
  await runIn('undisturbed', importing())
  const made = [...filesIn(at('undisturbed/notebook'))].filter(([path]) =>
    /^(notes|people|import)\//.test(path),
  )
  expect(made).toHaveLength(5)
  const wanted = made.map(([path, text]) => [pathPattern(path), textPattern(text)])
  writeFileSync(at('wanted.json'), JSON.stringify(wanted))
}

describe.skipIf(!canBreak('import'))('an import, broken at its file calls', () => {
  it.each([
    ['kill', 7],
    ['ENOSPC', 17],
    ['torn', 23],
  ])(
    '%s leaves all of it or nothing, and says so truthfully',
    async (fault, step) => {
      const swept = await sweepCommand(importing(), fault, step)
      expect(swept).toMatchObject({ failed: 0 })
      expect(swept.points).toBeGreaterThanOrEqual(pointsDue(swept, step))
    },
    MINUTES,
  )

  it(
    'is durable when it says so, power cuts included',
    async () => {
      const swept = await sweepCommand(importing(), 'trace', 1, ['--durable'])
      expect(swept).toMatchObject({ not_durable: 0, failed: 0 })
    },
    MINUTES,
  )
})
