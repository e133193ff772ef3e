import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { catalogue } from '../../scripts/wording/catalogue.mjs'
import { check } from '../../src/core/wording/check.ts'
import { compilePack } from '../../src/core/wording/compile.ts'
import { shipped, shippedFiles } from '../support/wording.ts'

const root = new URL('../../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')
const compiled = shipped()

test('the catalogue is that of the rules as they are', () => {
  expect(read('docs/wording-catalogue.md')).toBe(catalogue(compiled))
})

test('the pack in the guide compiles, and its examples hold', () => {
  const source = /```yaml\n(pack: ours[\s\S]*?)```/.exec(read('docs/wording-rules.md'))?.[1] ?? ''
  const result = compilePack(source, 'guide.yaml', shippedFiles())
  if ('mistakes' in result) throw new Error(JSON.stringify(result.mistakes))
  const [rule] = result.examples
  expect(rule?.finds.length).toBeGreaterThanOrEqual(4)
  for (const text of rule?.finds ?? []) expect([text, check(text, [result.pack]).length]).toEqual([text, 1])
  for (const text of rule?.leaves ?? []) expect([text, check(text, [result.pack]).length]).toEqual([text, 0])
})
