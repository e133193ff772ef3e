import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { createChecker } from '../../../src/core/wording/check.ts'
import { tablesOf } from '../../../src/core/wording/pack-tables.ts'
import { shipped } from '../../support/wording.ts'

const folder = resolve(import.meta.dirname, '../../data/wording')
const sentences = readdirSync(folder)
  .filter((name) => name.startsWith('c-'))
  .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
  .filter((line) => line.trim() !== '')
  .map((line) => (JSON.parse(line) as { readonly text: string }).text)

it('finds the same when every pattern is tried everywhere, from its first step on', () => {
  const { pack } = shipped()
  const tables = tablesOf(pack)
  const { kinds, ...firsts } = tables.firsts
  const anything = { ...firsts, kinds: kinds.map(() => -1) }
  const slow = createChecker([
    {
      ...pack,
      patterns: pack.patterns.map((pattern) => ({ ...pattern, need: -1 })),
      tables: { ...tables, firsts: anything },
    },
  ])
  const fast = createChecker([pack])
  expect(sentences.length).toBeGreaterThan(1000)
  expect(sentences.flatMap(slow)).toEqual(sentences.flatMap(fast))
}, 60_000)
