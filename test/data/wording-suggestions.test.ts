import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createChecker } from '../../src/core/wording/check.ts'
import type { Finding } from '../../src/core/wording/finding.ts'
import { createModel } from '../../src/core/wording/model.ts'
import { readModel } from '../../src/core/wording/model-file.ts'
import { shipped } from '../support/wording.ts'

const { pack } = shipped()
const model = readFileSync(new URL('../../templates/wording/model.bin', import.meta.url))
const check = createChecker([pack], { judge: createModel(readModel(new Uint8Array(model))) })
/** Rules alone: which of them speaks does not change when the model is trained anew. */
const rules = createChecker([pack])

interface Pair {
  readonly text: string
  readonly category: string
  readonly try: string
}

const pairs = readFileSync(new URL('wording/suggestions.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line): Pair => JSON.parse(line))

function warnings(text: string): readonly Finding[] {
  return check(text).filter((one) => one.severity === 'warning')
}

describe('what is suggested in place of a sentence', () => {
  test('the list is long, holds no sentence twice and has something of every category', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(150)
    expect(new Set(pairs.map((pair) => pair.text)).size).toBe(pairs.length)
    expect(new Set(pairs.map((pair) => pair.category)).size).toBe(16)
  })

  test.each(pairs.map((pair) => [pair.text, pair] as const))('%s', (text, pair) => {
    const found = rules(text).filter((one) => one.category === pair.category)
    expect(found.map((one) => one.try[0])).toContain(pair.try)
  })

  test('nothing that is suggested is itself flagged', () => {
    const all = new Set(pairs.flatMap(({ text }) => warnings(text).flatMap((one) => one.try)))
    const flagged = [...all].flatMap((line) =>
      warnings(line).map((one) => `${line} (${one.rule}: ${one.words})`),
    )
    expect(flagged).toEqual([])
  })

  test('what is filled in comes from the sentence itself', () => {
    const filled = pairs.flatMap(({ text }) =>
      warnings(text).flatMap((one) => one.try.map((line) => ({ text, line }))),
    )
    expect(filled.filter(({ line }) => /[{}]/.test(line))).toEqual([])
    const digits = filled.flatMap(({ text, line }) =>
      [...line.matchAll(/\d+/g)].filter(([number]) => !text.includes(number)).map(() => line),
    )
    expect(digits).toEqual([])
  })
})

test.each(['You need to improve by Friday.', 'Be more careful from Monday.'])(
  'a day to come is not told as one that was: %s',
  (text) => {
    const lines = warnings(text).flatMap((one) => one.try)
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.filter((line) => /Friday|Monday/.test(line))).toEqual([])
  },
)
