import { describe, expect, it } from 'vitest'
import { cells } from '../../src/core/text/width.ts'
import { barLines } from '../../src/views/bars.ts'
import { themeFor } from '../../src/views/theme.ts'

const ascii = themeFor({ colour: false, unicode: false })
const BARS = [
  {
    label: 'Responsiveness',
    count: 8,
    words: 'seen 8 times over 11 weeks, both ways (6 to grow, 2 went well)',
  },
  { label: 'Communication', count: 1, words: 'seen once, on 14 October 2026' },
  { label: 'Handover', count: 0, words: '0' },
]

describe('bars', () => {
  it('read without colour and without Unicode', () => {
    expect(barLines(BARS, ascii, 110)).toEqual([
      '  Responsiveness  ####################  seen 8 times over 11 weeks, both ways (6 to grow, 2 went well)',
      '  Communication   ###                   seen once, on 14 October 2026',
      '  Handover                              0',
    ])
    expect(barLines(BARS, themeFor({ colour: false, unicode: true }), 110)[1]).toContain('  ███  ')
  })

  it('put the words below where the screen is narrow', () => {
    expect(barLines(BARS.slice(1), ascii, 40)[0]).toBe(
      '  Communication  #########\n    seen once, on 14 October 2026',
    )
  })

  it.each([20, 28, 40, 61, 80, 120])('fit %i columns, whatever they are called', (width) => {
    const long = {
      label: '山田太郎の長い長い名前、そしてもっと長い',
      count: 3,
      words: 'seen 3 times over 2 weeks',
    }
    for (const line of barLines([...BARS, long], ascii, width)
      .join('\n')
      .split('\n'))
      expect(cells(line)).toBeLessThanOrEqual(width)
  })
})
