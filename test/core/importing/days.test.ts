import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { readDateOrder, readExportDay } from '../../../src/core/importing/days.ts'

describe('a date of an export', () => {
  test.each([
    ['2026-08-03', '2026-08-03'],
    ['2026-08-03 09:00', '2026-08-03'],
    ['2026-08-03T23:30:00Z', '2026-08-03'],
    ['2026-08-03T23:30:00.123+02:00', '2026-08-03'],
    ['2026/8/3 9:00 PM', '2026-08-03'],
    ['20260803', '2026-08-03'],
    ['03.08.2026', '2026-08-03'],
    ['3.8.26 14:05', '2026-08-03'],
    ['25/12/2026', '2026-12-25'],
    ['12/25/2026 5:30 pm', '2026-12-25'],
    ['05/05/2026', '2026-05-05'],
    ['3 Aug 2026', '2026-08-03'],
    ['Aug 3, 2026 09:00 AM', '2026-08-03'],
    ['03-Aug-2026', '2026-08-03'],
    ['August 03, 2026', '2026-08-03'],
    ['Mon, 03 Aug 2026 09:00:00 +0000', '2026-08-03'],
    ['Mon Aug 03 2026', '2026-08-03'],
    ['1785747600', '2026-08-03'],
    ['1785747600123', '2026-08-03'],
  ])('%s', (cell, day) => {
    expect(readExportDay(cell, undefined)).toEqual({ day })
  })

  test.each(['03/04/2026', '3-4-2026', '03/04/26 10:00'])('%s has two readings', (cell) => {
    expect(readExportDay(cell, undefined)).toEqual({ readings: ['2026-04-03', '2026-03-04'] })
    expect(readExportDay(cell, 'DMY')).toEqual({ day: '2026-04-03' })
    expect(readExportDay(cell, 'MDY')).toEqual({ day: '2026-03-04' })
  })

  test.each([
    '31/02/2026',
    '2026-02-30',
    'yesterday',
    '3 Aug',
    'n/a',
    '45872',
    '2026',
    'Tuesday 2026',
    '20261332',
    '=A1',
  ])('%s is none', (cell) => {
    expect(readExportDay(cell, undefined)).toEqual({ wrong: true })
  })

  it('is no cell without an end, and says so at once', () => {
    expect(readExportDay(','.repeat(300_000), undefined)).toEqual({ wrong: true })
  })

  it('in the order that was given is never read in another', () => {
    expect(readExportDay('12/25/2026', 'DMY')).toEqual({ wrong: true })
    expect(readExportDay('26/08/03', 'YMD')).toEqual({ day: '2026-08-03' })
  })

  it('is the day it was written from, or has two readings one of which is it', () => {
    const day = fc
      .date({
        min: new Date('2000-01-01T00:00:00Z'),
        max: new Date('2099-12-31T00:00:00Z'),
        noInvalidDate: true,
      })
      .map((date) => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(
        day,
        fc.constantFrom('/', '-', '.'),
        fc.constantFrom('', ' 09:00', 'T09:00:00Z'),
        (wanted, sign, time) => {
          const [year, month, dayOfMonth] = wanted.split('-')
          const dayFirst = [dayOfMonth, month, year].join(sign) + time
          expect(readExportDay(wanted + time, undefined)).toEqual({ day: wanted })
          expect(readExportDay(dayFirst, 'DMY')).toEqual({ day: wanted })
          expect(readExportDay([month, dayOfMonth, year].join(sign), 'MDY')).toEqual({ day: wanted })
          const read = readExportDay(dayFirst, undefined)
          expect('day' in read ? read.day : 'readings' in read ? read.readings[0] : '').toBe(wanted)
        },
      ),
    )
  })

  it('may be any text', () => {
    fc.assert(fc.property(fc.string(), (cell) => void readExportDay(cell, undefined)))
  })
})

test.each([
  ['DD/MM/YYYY', 'DMY'],
  ['mm/dd/yy', 'MDY'],
  ['%d.%m.%Y', 'DMY'],
  ['YYYY-MM-DD', 'YMD'],
  ['iso', 'YMD'],
  ['d M y', 'DMY'],
  ['YDM', undefined],
  ['soon', undefined],
])('--date-format %s', (pattern, order) => {
  expect(readDateOrder(pattern)).toBe(order)
})
