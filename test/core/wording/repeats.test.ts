import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createChecker } from '../../../src/core/wording/check.ts'
import { createModel } from '../../../src/core/wording/model.ts'
import { readModel } from '../../../src/core/wording/model-file.ts'
import { shipped } from '../../support/wording.ts'

const root = join(import.meta.dirname, '../../..')
const model = readFileSync(join(root, 'templates/wording/model.bin'))
const newChecker = () =>
  createChecker([shipped().pack], { judge: createModel(readModel(new Uint8Array(model))) })

const SENTENCES = [
  'You are always late.',
  'You are always late!',
  'Are you always late?',
  'Great job.',
  'But you were slow with the notes.',
  'He said "you are lazy" and left.',
  "He said 'you are lazy' on Monday",
  'She is lazy, etc.',
  'Nobody rang.',
  'The call lasted 14 minutes and 5"',
  'It is `never` done.',
  'Never.',
]
const pieces = fc.oneof(
  fc.constantFrom(...SENTENCES),
  fc.constantFrom('"', "'", '`', '<b', '- ', ',', '…', 'you', 'Mr.', '[x](y)', 'always', '\n', '5'),
)
/** Ends without praise, so that what stands before a block makes no difference to it. */
const block = fc
  .array(pieces, { minLength: 1, maxLength: 8 })
  .map((all) => `${all.join(' ').replace(/\n\s*\n/g, '\n')}"\`. That was on Monday.`)

it('finds in a text of many blocks what it finds in each of them alone, though most sentences come again', () => {
  const check = newChecker()
  let found = 0
  fc.assert(
    fc.property(fc.array(block, { minLength: 2, maxLength: 12 }), (blocks) => {
      let start = 0
      const alone = blocks.flatMap((one) => {
        const at = start
        start += one.length + 2
        return check(one).map((finding) => ({
          ...finding,
          offset: finding.offset + at,
          sentence: finding.sentence && { ...finding.sentence, offset: finding.sentence.offset + at },
        }))
      })
      found += alone.length
      expect(check(blocks.join('\n\n'))).toEqual(alone)
    }),
    { numRuns: 150 },
  )
  expect(found).toBeGreaterThan(500)
})

it('tells praise and a sentence after praise apart, though the words are the same', () => {
  const check = newChecker()
  const said = 'But you were slow with the notes.'
  const rules = (text: string) => check(text).map(({ rule, offset }) => `${rule} ${offset}`)
  const apart = rules(`${said}\n\nGreat job. ${said}`)
  expect(apart).toEqual([...rules(said), ...rules(`${' '.repeat(said.length + 2)}Great job. ${said}`)])
})

it('says every time where it found the words', () => {
  const text = 'You are always late. '.repeat(5).trim()
  const found = newChecker()(text).filter(({ category }) => category === 'absolute')
  expect(found.map(({ offset, length }) => text.slice(offset, offset + length))).toEqual(
    found.map(({ words }) => words),
  )
  expect(new Set(found.map(({ sentence }) => sentence?.offset)).size).toBe(5)
})
