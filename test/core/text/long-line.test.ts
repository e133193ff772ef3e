import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cells, graphemes } from '../../../src/core/text/width.ts'
import { wrapReady } from '../../../src/views/layout.ts'

const FAMILY = '👩‍👩‍👧'

test('characters of a long text are those of a short one, wherever it is cut to be looked at', () => {
  const piece = fc.constantFrom('漢', FAMILY, 'e\u0301', '🇵🇹', 'नमस्ते', 'a', ' ', '\u200d', '\r\n')
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 700, size: 'max' }), (pieces) => {
      const text = pieces.join('')
      const whole = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)]
      expect(
        graphemes(text)
          .map((one) => one.text)
          .join('|'),
      ).toBe(whole.map((one) => one.segment).join('|'))
    }),
    { numRuns: 40, endOnFailure: true },
  )
}, 30_000)

test.each([
  ['漢', 330_000],
  [FAMILY, 60_000],
  ['\u001b[1mb\u001b[22m ', 100_000],
])(
  'a megabyte of %j on one line is wrapped in little time and room',
  (sign, count) => {
    const before = process.cpuUsage()
    const lines = wrapReady(sign.repeat(count), 80)
    const { user, system } = process.cpuUsage(before)
    expect(
      Math.max(...lines.map((line) => cells(line.replace(/\u001b\[[0-9;]*m/g, '')))),
    ).toBeLessThanOrEqual(80)
    // Minutes and gigabytes before; the bound is wide, since other tests run beside this one.
    expect((user + system) / 1e6).toBeLessThan(15)
  },
  60_000,
)
