import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { modelTokens } from '../../../src/core/wording/model-text.ts'

const names = new Set(['marta'])
const forms = (text: string) => modelTokens(text, (word) => names.has(word)).map((token) => token.form)

describe('how the model reads a text', () => {
  it.each([
    ["She doesn't care.", ['she', 'does', "n't", 'care', '.']],
    ['She doesn’t care.', ['she', 'does', "n't", 'care', '.']],
    ["You can't, and I won't.", ['you', 'can', "n't", ',', 'and', 'i', 'will', "n't", '.']],
    ['dont do that', ['do', "n't", 'do', 'that']],
    ['Marta left at 16:40', ['<name>', 'left', 'at', '<time>']],
    ['Late again, Zbigniew.', ['late', 'again', ',', '<name>', '.']],
    ['On Monday, 3 of 12', ['on', '<day>', ',', '<num>', 'of', '<num>']],
    ['INC-4410 took 40% longer', ['<id>', 'took', '<pct>', 'longer']],
    ['12 March, or 2026-03-12', ['<num>', '<month>', ',', 'or', '<date>']],
    ['He said "you are all the same" twice', ['he', 'said', '<qlong>', 'twice']],
    ['the `lazy` flag', ['the', '<code>', 'flag']],
    ['£40 on the 3rd', ['<money>', 'on', 'the', '<date>']],
  ])('reads %s', (text, expected) => {
    expect(forms(text)).toEqual(expected)
  })

  it('keeps every token at its place, in order, without overlap', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        let end = 0
        for (const token of modelTokens(text, () => false)) {
          expect(token.start).toBeGreaterThanOrEqual(end)
          expect(token.end).toBeGreaterThan(token.start)
          expect(token.end).toBeLessThanOrEqual(text.length)
          end = token.end
        }
      }),
    )
  })

  it('loses no letter of plain words', () => {
    const word = fc.stringMatching(/^[a-z]{1,12}$/)
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const text = words.join(' ')
        const read = modelTokens(text, () => false).map((token) => text.slice(token.start, token.end))
        expect(read.join('')).toBe(words.join(''))
      }),
    )
  })

  it('reads a word by where it stands, whatever was remembered of it', () => {
    expect(forms('Marta rang. Nobody saw Marta. May came, and in May Nobody left.')).toEqual(
      '<name> rang . nobody saw <name> . may came , and in <month> <name> left .'.split(' '),
    )
    expect(modelTokens('Marta', () => false).map((token) => token.form)).toEqual(['marta'])
    expect(forms('Marta')).toEqual(['<name>'])
  })

  it('reads the same after any other text, also after more words than it remembers', () => {
    const text = 'Marta\'s export can\'t wait: 3 of 12 in May, "not my job" on #4410 (16:40).'
    const before = modelTokens(text, (word) => names.has(word))
    const many = Array.from({ length: 15_000 }, (_, i) => (i + 20_000).toString(36).replace(/\d/g, 'q'))
    forms(many.join(' '))
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (other) => {
        forms(other)
        expect(modelTokens(text, (word) => names.has(word))).toEqual(before)
      }),
      { numRuns: 30 },
    )
  })
})
