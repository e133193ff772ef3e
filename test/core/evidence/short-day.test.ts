import { describe, expect, it } from 'vitest'
import { dayInFront, daysIn, readDayWords } from '../../../src/core/evidence/day-words.ts'
import { readEvidence } from '../../../src/core/evidence/line.ts'

const TODAY = '2026-11-22'

const fields = (line: string) => readEvidence(line, TODAY).items[0]?.fields
const mistakes = (line: string) => readEvidence(line, TODAY).mistakes.map(({ message }) => message)

describe('a day and a month in figures', () => {
  it.each([
    ['14/10', 'past', ['2026-10-14']],
    ['14.10.', 'past', ['2026-10-14']],
    ['3.4.', 'past', ['2026-04-03']],
    ['03/04', 'past', ['2026-04-03', '2026-03-04']],
    ['03/12', 'past', ['2025-12-03', '2026-03-12']],
    ['03/04', 'future', ['2027-04-03', '2027-03-04']],
    ['05/05', 'past', ['2026-05-05']],
    ['31/02', 'past', []],
  ] as const)('reads %s (%s) as %j', (words, direction, days) => {
    expect(readDayWords(words, TODAY, direction)).toEqual(days)
  })

  it.each([
    '24/7 cover was missing',
    '3/4 of the updates went out',
    '4/5 in the survey',
    '9/10 for tone',
    '10/15 checks passed',
    '15/20 tickets answered in time',
    '1/2 hour late',
    'from 5/8 to 8/8',
    'Version 3.10. was installed',
    'He works 24/7',
  ])('takes no score, part or version for a day: %s', (line) => {
    expect(daysIn(line)).toEqual([])
    expect(dayInFront(line)).toBeUndefined()
    expect(mistakes(line)).toEqual([])
  })

  it('finds one behind a small word, and in front of a line', () => {
    expect(daysIn('Update sent by 31/12').map(({ words }) => words)).toEqual(['31/12'])
    expect(daysIn('18/12 at 14:00, room 2').map(({ words }) => words)).toEqual(['18/12'])
    expect(dayInFront('3/4: no update')?.words).toBe('3/4')
  })
})

describe('a line of evidence that begins with one', () => {
  it.each([
    '- 14/10 48213: Sam never wrote',
    '- 14.10. 48213: Sam never wrote',
    '- On 14/10 48213: Sam never wrote',
  ])('keeps its day and its ticket: %s', (line) => {
    expect(fields(line)).toMatchObject({ date: '2026-10-14', ticket: '48213', text: 'Sam never wrote' })
  })

  it.each(['03/04 Sam was late', 'On 03/04 Sam was late', 'on 3/4 Sam was late'])(
    'asks which of the two it is: %s',
    (line) => {
      expect(mistakes(line)).toEqual([expect.stringMatching(/can mean 3 April 2026 or 4 March 2026\.$/)])
    },
  )

  it('lets the weekday beside it decide, and names one that fits neither', () => {
    expect(fields('Fri 03/04 no update')).toMatchObject({ date: '2026-04-03' })
    expect(fields('on Mon 12/10 no update')).toMatchObject({ date: '2026-10-12' })
    expect(mistakes('Mon 14/10 no update')).toEqual([
      '"Mon 14/10": 14 October 2026 is a Wednesday, not a Monday.',
    ])
  })
})
