import fc from 'fast-check'
import { expect, it } from 'vitest'
import { findWord, wordTable } from '../../../src/core/wording/word-table.ts'

const words = fc.uniqueArray(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 200 })

it('finds every word at its place, and no other', () => {
  fc.assert(
    fc.property(words, fc.string({ maxLength: 12 }), (all, other) => {
      const table = wordTable(all)
      expect(all.map((word) => findWord(table, word))).toEqual(all.map((_, i) => i))
      expect(findWord(table, other)).toBe(all.indexOf(other))
    }),
  )
})

it('refuses more words than it can number', () => {
  expect(() => wordTable(Array.from({ length: 0xffff }, (_, i) => `${i}`))).toThrow(RangeError)
})
