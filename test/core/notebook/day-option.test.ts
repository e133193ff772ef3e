import { describe, expect, it } from 'vitest'
import { datePhrases } from '../../../src/adapters/date-phrases.ts'
import { dayOption } from '../../../src/core/notebook/day-option.ts'
import { readFilters } from '../../../src/core/notebook/filters.ts'
import { problemOf } from '../../support/context.ts'

const context = {
  clock: {
    now: () => '2026-11-22T12:00:00.000Z',
    today: () => '2026-11-22',
    time: () => '13:00',
    zone: () => 'UTC',
  },
  dates: async () => datePhrases(),
}

describe('a day given with a flag', () => {
  it.each([
    ['14/10', '2026-10-14'],
    ['14.10.', '2026-10-14'],
    ['14.10.2026', '2026-10-14'],
    ['last Tuesday', '2026-11-17'],
  ])('reads %s', async (words, day) => {
    expect(await dayOption(context, '--date', words)).toBe(day)
  })

  it('asks which day 03/04 is, with both that have been', async () => {
    expect(await problemOf(dayOption(context, '--date', '03/04'))).toMatchObject({
      message: '--date: "03/04" can mean 3 April 2026 or 4 March 2026.',
      mend: 'Write 2026-04-03 or 2026-03-04.',
    })
  })

  it.each([
    ['last week', '--date: "last week" is more than one day: 9 November 2026 to 15 November 2026.'],
    ['last month', '--date: "last month" is more than one day: 1 October 2026 to 31 October 2026.'],
  ])('makes no single day of %s', async (words, message) => {
    expect(await problemOf(dayOption(context, '--date', words))).toMatchObject({
      message,
      mend: expect.stringContaining('Which day was it?'),
    })
  })

  it('speaks of evidence only where evidence is dated', async () => {
    const of = (flag: string) => problemOf(dayOption(context, flag, '2027-04-03'))
    expect(await of('--date')).toMatchObject({ mend: expect.stringContaining('evidence') })
    expect(await of('--on')).toMatchObject({
      message: '--on: 3 April 2027 is still to come.',
      mend: 'It needs a day that has been. Which day was it?',
    })
  })
})

describe('a day in a filter', () => {
  it('asks about 03/04 with both days, and takes a day ahead', async () => {
    expect(await problemOf(readFilters(context, { since: '03/04' }, []))).toMatchObject({
      message: '--since: "03/04" can mean 3 April 2026 or 4 March 2026.',
    })
    expect(await readFilters(context, { until: '2027-04-03' }, [])).toEqual({ until: '2027-04-03' })
    expect(await readFilters(context, { since: '14.10.' }, [])).toEqual({ since: '2026-10-14' })
  })
})
