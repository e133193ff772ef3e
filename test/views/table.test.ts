import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cells } from '../../src/core/text/width.ts'
import { jsonText } from '../../src/views/json.ts'
import { table } from '../../src/views/table.ts'

const cell = fc.string({ unit: 'grapheme', maxLength: 60 })
const rows = fc.integer({ min: 1, max: 5 }).chain((count) =>
  fc.array(fc.array(cell, { minLength: count, maxLength: count }), {
    maxLength: 6,
  }),
)

function letters(text: string): string {
  return text.replace(/\s+/g, '')
}

describe('a table', () => {
  it('is never wider than the screen, and loses no letter', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 20, max: 120 }), (given, width) => {
        const text = table(given, width)
        for (const line of text.split('\n')) expect(cells(line)).toBeLessThanOrEqual(width)
        const plain = given.every((row) => row.every((one) => /^[\p{L}\p{N}\p{P} ]*$/u.test(one)))
        if (plain) {
          const all = [...letters(given.flat().join(''))].sort().join('')
          expect([...letters(text)].sort().join('')).toBe(all)
        }
      }),
    )
  })

  it('lines columns up, wide letters included', () => {
    expect(
      table(
        [
          ['山田', 'a'],
          ['Sam', 'b'],
        ],
        80,
      ),
    ).toBe('山田  a\nSam   b\n')
  })
})

describe('JSON', () => {
  it('comes back as it was, and holds nothing a terminal would act on', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        const text = jsonText(value)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
        expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/)
      }),
    )
  })
})
