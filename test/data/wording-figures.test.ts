import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createChecker } from '../../src/core/wording/check.ts'
import { createModel } from '../../src/core/wording/model.ts'
import { readModel } from '../../src/core/wording/model-file.ts'
import { shipped } from '../support/wording.ts'

const root = join(import.meta.dirname, '../..')
const folder = join(root, 'test/data/wording')
const model = new Uint8Array(readFileSync(join(root, 'templates/wording/model.bin')))
const check = createChecker([shipped().pack], { judge: createModel(readModel(model)) })

interface Row {
  readonly text: string
  readonly label: 'judgmental' | 'fine'
  readonly category: string
}

const rows = readdirSync(folder)
  .filter((name) => name.startsWith('c-') && name.endsWith('.jsonl'))
  .flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n'))
  .map((line): Row => JSON.parse(line))

function flagged(of: readonly Row[]): number {
  const found = of.filter(({ text }) => check(text).some((one) => one.severity === 'warning'))
  return found.length / of.length
}

/**
 * What rules and model reached together when this was last renewed. The recall was lowered once, from 0.92: a warning on a stranger's
 * calm sentence does more harm than a judgment missed, and fewer of these cost that much (see docs/wording-model.md).
 */
const RECORDED = { recall: 0.9, falseAlarms: 0.0115 }

describe('rules and model together, on sentences of writers neither was made from', () => {
  test('there are at least 1,200 of them, from at least ten writers and of every category', () => {
    expect(rows.length).toBeGreaterThanOrEqual(1200)
    const judged = rows.filter((row) => row.label === 'judgmental')
    expect(new Set(judged.map((row) => row.category)).size).toBe(16)
  })

  test('judgments are found', () => {
    expect(flagged(rows.filter((row) => row.label === 'judgmental'))).toBeGreaterThanOrEqual(RECORDED.recall)
  })

  test('fine sentences are left alone', () => {
    expect(flagged(rows.filter((row) => row.label === 'fine'))).toBeLessThanOrEqual(RECORDED.falseAlarms)
  })

  test.each([...new Set(rows.filter((row) => row.label === 'judgmental').map((row) => row.category))])(
    'most of what is %s is found',
    (category) => {
      const of = rows.filter((row) => row.label === 'judgmental' && row.category === category)
      expect(flagged(of)).toBeGreaterThanOrEqual(0.6)
    },
  )
})
