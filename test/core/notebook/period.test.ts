import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, isDay } from '../../../src/core/dates.ts'
import { periodWords, readPeriods } from '../../../src/core/notebook/period.ts'

const TODAY = '2026-11-21'

describe('stretches of days in words', () => {
  it.each([
    ['this week', '2026-11-16', '2026-11-22'],
    ['since last week', '2026-11-09', '2026-11-15'],
    ['next week', '2026-11-23', '2026-11-29'],
    ['last month', '2026-10-01', '2026-10-31'],
    ['the previous month', '2026-10-01', '2026-10-31'],
    ['This Quarter', '2026-10-01', '2026-12-31'],
    ['last quarter', '2026-07-01', '2026-09-30'],
    ['this year', '2026-01-01', '2026-12-31'],
    ['2025', '2025-01-01', '2025-12-31'],
    ['2026-02', '2026-02-01', '2026-02-28'],
    ['Q3', '2026-07-01', '2026-09-30'],
    ['2025-Q4', '2025-10-01', '2025-12-31'],
    ['9999', '9999-01-01', '9999-12-31'],
    ['Feb 2028', '2028-02-01', '2028-02-29'],
    ['q1 2025', '2025-01-01', '2025-03-31'],
    ['October', '2026-10-01', '2026-10-31'],
    ['dec', '2025-12-01', '2025-12-31'],
    ['november', '2026-11-01', '2026-11-30'],
    ['Sept 2024', '2024-09-01', '2024-09-30'],
    ['last December', '2025-12-01', '2025-12-31'],
    ['last November', '2025-11-01', '2025-11-30'],
    ['the last two weeks', '2026-11-07', '2026-11-21'],
    ['past 3 months', '2026-08-21', '2026-11-21'],
    ['last 10 days', '2026-11-11', '2026-11-21'],
    ['start of last month', '2026-10-01', '2026-10-01'],
    ['the end of the year 2025', undefined, undefined],
    ['end of 2025', '2025-12-31', '2025-12-31'],
  ])('%s', (words, from, to) => {
    const expected = from === undefined || to === undefined ? undefined : [{ from, to }]
    expect(readPeriods(words, TODAY)).toEqual(expected)
  })

  it('tells both readings of words that can mean two', () => {
    expect(readPeriods('last October', TODAY)?.map(periodWords)).toEqual([
      '1 October 2026 to 31 October 2026',
      '1 October 2025 to 31 October 2025',
    ])
    expect(readPeriods('last Q2', TODAY)).toHaveLength(2)
  })

  it.each(['two weeks ago', 'last Tuesday', '2026-11-02', 'yesterday', '', 'lastly', 'maybe'])(
    'leaves "%s" to others',
    (words) => expect(readPeriods(words, TODAY)).toBeUndefined(),
  )

  it('knows no thirteenth month', () => {
    expect(readPeriods('2026-13', TODAY)).toEqual([])
  })

  it('gives whole stretches of real days, none of which begins ahead, on any day', () => {
    const days = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays('2000-01-01', count))
    const words = fc.constantFrom(
      ...['this week', 'last week', 'last month', 'last quarter', 'last year', 'May', 'Q1', 'last 5 weeks'],
    )
    fc.assert(
      fc.property(days, words, (today, text) => {
        for (const { from, to } of readPeriods(text, today) ?? []) {
          expect(isDay(from) && isDay(to)).toBe(true)
          expect(from <= to && from <= today).toBe(true)
        }
      }),
    )
  })
})
