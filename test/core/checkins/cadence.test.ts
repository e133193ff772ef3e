import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Cadence, dayAfter, firstFrom } from '../../../src/core/checkins/cadence.ts'
import { readCadence } from '../../../src/core/checkins/cadence-phrase.ts'
import { addDays, dayParts, daysBetween, weekday } from '../../../src/core/dates.ts'

const TUESDAY = 2

function cadence(phrase: string): Cadence {
  const read = readCadence(phrase)
  if ('mistake' in read) throw new Error(read.mistake)
  return read.cadence
}

describe('reading a cadence', () => {
  it.each([
    ['every 2 weeks on Tue 14:00', { rhythm: { unit: 'week', every: 2, on: 2 }, time: '14:00' }],
    ['Every two weeks, on Tuesday at 2pm', { rhythm: { unit: 'week', every: 2, on: 2 }, time: '14:00' }],
    ['weekly on Monday 09:00', { rhythm: { unit: 'week', every: 1, on: 1 }, time: '09:00' }],
    ['every other Friday', { rhythm: { unit: 'week', every: 2, on: 5 } }],
    ['Thursdays at 9:30', { rhythm: { unit: 'week', every: 1, on: 4 }, time: '09:30' }],
    ['fortnightly', { rhythm: { unit: 'week', every: 2 } }],
    ['every fortnight on Wed', { rhythm: { unit: 'week', every: 2, on: 3 } }],
    ['monthly on the 31st', { rhythm: { unit: 'month', every: 1, day: 31 } }],
    ['every month on the last day', { rhythm: { unit: 'month', every: 1, day: 31 } }],
    ['first Monday of the month', { rhythm: { unit: 'month', every: 1, nth: 1, on: 1 } }],
    [
      'monthly on the last Friday 16:00',
      { rhythm: { unit: 'month', every: 1, nth: -1, on: 5 }, time: '16:00' },
    ],
    ['every 2 months on the 2nd Tue', { rhythm: { unit: 'month', every: 2, nth: 2, on: 2 } }],
    ['quarterly', { rhythm: { unit: 'month', every: 3 } }],
    ['every 10 days', { rhythm: { unit: 'day', every: 10 } }],
    ['daily', { rhythm: { unit: 'day', every: 1 } }],
    ['once a week', { rhythm: { unit: 'week', every: 1 } }],
    ['every weekday 08:45', { rhythm: { unit: 'workday' }, time: '08:45' }],
    ['every working day', { rhythm: { unit: 'workday' } }],
  ])('"%s"', (phrase, expected) => {
    expect(readCadence(phrase)).toEqual({ cadence: expected })
  })

  it.each([
    ['every 0 weeks', 'never comes round'],
    ['monthly on the 32nd', 'no month has a day 32'],
    ['fifth Monday of the month', 'not every month has a fifth'],
    ['every 9000 days', 'more than two years'],
    ['weekly on Monday 25:00', 'There is no time 25:00'],
    ['weekly on Mon and Thu', 'choose one'],
    ['now and then', 'cannot be read as a cadence'],
    ['every 2 weeks on Smurfday', 'cannot be read as a cadence'],
    ['every 2', 'cannot be read as a cadence'],
    ['31 February', 'cannot be read as a cadence'],
    ['', 'is needed'],
  ])('refuses "%s" with a sentence', (phrase, words) => {
    const read = readCadence(phrase)
    expect('mistake' in read && read.mistake).toContain(words)
    expect('mistake' in read && read.mend).toMatch(/^Write it (?:such )?as/)
  })

  it('never throws and is never slow, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        const read = readCadence(text)
        expect('cadence' in read || read.mistake !== '').toBe(true)
      }),
    )
  })
})

describe('the day after', () => {
  const fortnightly = cadence('every 2 weeks on Tue 14:00')

  it('keeps to the weekday when one was held a day early or late', () => {
    expect(dayAfter(fortnightly, '2026-11-10')).toBe('2026-11-24')
    expect(dayAfter(fortnightly, '2026-11-09')).toBe('2026-11-24')
    expect(dayAfter(fortnightly, '2026-11-12')).toBe('2026-11-24')
    expect(dayAfter(fortnightly, '2026-11-14')).toBe('2026-12-01')
  })

  it('is the last day of a month that has no 31st, and the 31st again after it', () => {
    const monthly = cadence('monthly on the 31st')
    expect(dayAfter(monthly, '2027-01-31')).toBe('2027-02-28')
    expect(dayAfter(monthly, '2027-02-28')).toBe('2027-03-31')
    expect(dayAfter(monthly, '2028-01-31')).toBe('2028-02-29')
    expect(dayAfter(monthly, '2027-04-30')).toBe('2027-05-31')
    expect(dayAfter(monthly, '2027-02-02')).toBe('2027-02-28')
  })

  it('finds the nth weekday of the next month', () => {
    expect(dayAfter(cadence('first Monday of the month'), '2026-11-02')).toBe('2026-12-07')
    expect(dayAfter(cadence('last Friday of the month'), '2026-11-27')).toBe('2026-12-25')
    expect(dayAfter(cadence('every weekday'), '2026-11-20')).toBe('2026-11-23')
    expect(dayAfter(cadence('monthly'), '2027-01-30')).toBe('2027-02-28')
  })

  it('begins with the first day that fits, today included', () => {
    expect(firstFrom(fortnightly.rhythm, '2026-11-17')).toBe('2026-11-17')
    expect(firstFrom(fortnightly.rhythm, '2026-11-18')).toBe('2026-11-24')
    expect(firstFrom(cadence('monthly on the 15th').rhythm, '2026-12-16')).toBe('2027-01-15')
    expect(firstFrom(cadence('every 10 days').rhythm, '2026-11-18')).toBe('2026-11-18')
  })

  const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days))

  it('lies after the last one, near one interval later, and keeps its weekday', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 26 }), fc.integer({ min: 0, max: 6 }), (last, every, on) => {
        const next = dayAfter({ rhythm: { unit: 'week', every, on } }, last)
        expect(weekday(next)).toBe(on)
        expect(Math.abs(daysBetween(last, next) - 7 * every)).toBeLessThanOrEqual(3)
      }),
    )
  })

  it('comes once a month, on its day or the last one, for as long as one likes', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 31 }), (start, wanted) => {
        const monthly: Cadence = { rhythm: { unit: 'month', every: 1, day: wanted } }
        let last = firstFrom(monthly.rhythm, start)
        for (let count = 0; count < 24; count++) {
          const next = dayAfter(monthly, last)
          const here = dayParts(next)
          const before = dayParts(last)
          const months =
            (here?.year ?? 0) * 12 + (here?.month ?? 0) - ((before?.year ?? 0) * 12 + (before?.month ?? 0))
          expect(months).toBe(1)
          const isLastDay = dayParts(addDays(next, 1))?.day === 1
          expect(here?.day === wanted || (isLastDay && (here?.day ?? 0) < wanted)).toBe(true)
          last = next
        }
      }),
    )
  })

  it('never drifts: a year of fortnights is 26 of them', () => {
    let last = '2026-01-06'
    for (let count = 0; count < 26; count++) last = dayAfter(fortnightly, last)
    expect(last).toBe('2027-01-05')
    expect(weekday(last)).toBe(TUESDAY)
  })
})
