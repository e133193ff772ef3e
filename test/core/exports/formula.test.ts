import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guarded, withoutGuard } from '../../../src/core/exports/formula.ts'

/** Signs that a spreadsheet takes for the beginning of a formula, where a cell could begin. */
const LIVE = /(?:^|["\t\r\n,;|])[=+\-@\t\r＝＋－＠]/

const text = fc.string({
  unit: fc.constantFrom(
    "'",
    '=',
    '+',
    '-',
    '@',
    '\t',
    '\r',
    '\n',
    '"',
    ',',
    ';',
    '|',
    ' ',
    'a',
    '7',
    '＝',
    '.',
  ),
  maxLength: 12,
})

test('no cell begins a formula, whatever separates cells, and the text comes back', () => {
  fc.assert(
    fc.property(text, (cell) => {
      const safe = guarded(cell)
      if (!/^-\d+(?:[.,]\d+)?$/.test(safe)) expect(safe).not.toMatch(LIVE)
      expect(withoutGuard(safe)).toBe(cell)
    }),
    { numRuns: 5_000 },
  )
})

test.each([
  ['=HYPERLINK("http://x")', '\'=HYPERLINK("http://x")'],
  ["-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"],
  ['-5', '-5'],
  ['-5.25', '-5.25'],
  ['  @SUM(1)', "'  @SUM(1)"],
  ['a,=1', "a,'=1"],
  ['Three steps:\n- one', "Three steps:\n'- one"],
  ["'=1", "''=1"],
  ['On 48213, sent at 11:20 - late', 'On 48213, sent at 11:20 - late'],
])('%j is written as %j', (cell, safe) => {
  expect(guarded(cell)).toBe(safe)
  expect(withoutGuard(safe)).toBe(cell)
})
