import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hash32 } from '../../../src/core/wording/model-features.ts'
import { buildIndex, findHash } from '../../../src/core/wording/model-index.ts'

const hashes = fc
  .uniqueArray(fc.nat({ max: 0xffffffff }), { maxLength: 300, selector: (hash) => hash >>> 4 })
  .map((list) => list.sort((a, b) => a - b))

it('finds each hash at its place, and no other', () => {
  fc.assert(
    fc.property(hashes, fc.nat({ max: 0xffffffff }), (sorted, other) => {
      const index = buildIndex(sorted)
      expect(sorted.map((hash) => findHash(index, hash))).toEqual(sorted.map((_, at) => at))
      const known = sorted.findIndex((hash) => hash >>> 4 === other >>> 4)
      expect(findHash(index, other)).toBe(known)
    }),
  )
})

it('refuses more hashes than it can number', () => {
  expect(() => buildIndex(Array.from({ length: 70_000 }, (_, i) => i * 16))).toThrow(RangeError)
})

it('spreads like words over the whole range', () => {
  const beginnings = new Set(Array.from({ length: 1000 }, (_, i) => hash32(`word${i}`) >>> 24))
  expect(beginnings.size).toBeGreaterThan(240)
})
