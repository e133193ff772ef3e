import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  dayFrom,
  dayParts,
  daysBetween,
  formatDay,
  formatDayMonth,
  formatDayShort,
  isDay,
  splitInstant,
  weekdayName,
} from '../../src/core/dates.ts'

const anyDay = fc
  .date({ min: new Date(Date.UTC(1900, 0, 1)), max: new Date(Date.UTC(2200, 0, 1)), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('plain days', () => {
  it.each([
    '2026-02-31',
    '2026-02-29',
    '2100-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-1',
    '26-01-01',
    '0001-01-01',
    ' 2026-01-01',
    '2026-01-01T00:00:00Z',
    '',
  ])('knows that "%s" is no day', (text) => {
    expect(isDay(text)).toBe(false)
    expect(() => addDays(text, 1)).toThrow(RangeError)
  })

  it.each(['2024-02-29', '2000-02-29', '2026-12-31', '1999-01-01'])('knows that %s is a day', (text) => {
    expect(isDay(text)).toBe(true)
  })

  it('adds days across months, years and leap days', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
  })

  it('adds months and keeps to the last day of a shorter one', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28')
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28')
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15')
  })

  it('adding and counting agree', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days)
      }),
    )
  })

  it('takes a day apart and puts it together', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const parts = dayParts(day)
        expect(parts && dayFrom(parts.year, parts.month, parts.day)).toBe(day)
      }),
    )
    expect(dayFrom(2026, 2, 31)).toBeUndefined()
    expect(dayFrom(26, 2, 1)).toBeUndefined()
  })
})

describe('words for days', () => {
  it('says them as a person would', () => {
    expect(formatDay('2026-10-14')).toBe('14 October 2026')
    expect(formatDayMonth('2026-10-04')).toBe('4 October')
    expect(formatDayShort('2026-11-24')).toBe('Tue 24 Nov')
    expect(weekdayName('2026-11-21')).toBe('Saturday')
  })
})

describe('instants', () => {
  it('splits one into its UTC day and time', () => {
    expect(splitInstant('2026-11-21T22:20:05.123Z')).toEqual({ day: '2026-11-21', time: '22:20' })
    expect(splitInstant('2026-11-21T00:00Z')).toEqual({ day: '2026-11-21', time: '00:00' })
  })

  it.each([
    '2026-02-31T10:00:00Z',
    '2026-11-21T24:00:00Z',
    '2026-11-21 10:00',
    '2026-11-21T10:00:00+02:00',
    'now',
  ])('refuses "%s"', (text) => {
    expect(splitInstant(text)).toBeUndefined()
  })
})
