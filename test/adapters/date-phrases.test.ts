import { afterEach, describe, expect, it } from 'vitest'
import { datePhrases } from '../../src/adapters/date-phrases.ts'

const TODAY = '2026-11-21'
const zone = process.env.TZ

afterEach(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

describe('date phrases', () => {
  it.each([
    ['24 Nov', 'future', ['2026-11-24']],
    ['Oct 14', 'past', ['2026-10-14']],
    ['24 Dec', 'past', ['2025-12-24']],
    ['last Tuesday', 'past', ['2026-11-17']],
    ['in 2 weeks', 'future', ['2026-12-05']],
    ['03/04/2026', 'past', ['2026-04-03', '2026-03-04']],
    ['31 Feb', 'future', []],
    ['29 Feb', 'future', ['2028-02-29']],
    ['30 February 2026', 'past', []],
    ['next month', 'future', []],
    ['last week', 'past', []],
    ['next week', 'future', []],
    ['03/04', 'past', ['2026-04-03', '2026-03-04']],
    ['14.10.', 'past', ['2026-10-14']],
    ['14:00', 'future', []],
    ['the end of November', 'future', ['2026-11-30']],
    ['no date at all', 'past', []],
  ] as const)('reads %s (%s)', async (text, direction, days) => {
    const read = await datePhrases().read(text, TODAY, direction)
    expect(read.map((one) => one.day)).toEqual(days)
  })

  it('reads the time beside a day, and says which words it took', async () => {
    const [read] = await datePhrases().read('on Tue 24 Nov at 2 pm, room 2', TODAY, 'future')
    expect(read).toEqual({ day: '2026-11-24', time: '14:00', start: 3, end: 21 })
  })

  it.each(['Pacific/Kiritimati', 'America/St_Johns', 'Asia/Kathmandu', 'UTC'])(
    'says the same day in %s',
    async (name) => {
      process.env.TZ = name
      const phrases = ['the end of November', '5 days from now', 'yesterday', '14 Oct']
      const read = await Promise.all(phrases.map((text) => datePhrases().read(text, TODAY, 'future')))
      expect(read.map((one) => one[0]?.day)).toEqual(['2026-11-30', '2026-11-26', '2026-11-20', '2027-10-14'])
    },
  )
})
