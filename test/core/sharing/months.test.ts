import { expect, it } from 'vitest'
import { monthOf, monthsOnly } from '../../../src/core/sharing/months.ts'

it.each([
  ['On 14 October the update came late.', 'In October the update came late.'],
  ['It was asked on the 3rd of November 2026 twice', 'It was asked in November 2026 twice'],
  ['- E1 · 4 August · ticket 1 · late', '- E1 · August · ticket 1 · late'],
  ['on Tuesday 27 October at 16:50', 'in October at 16:50'],
  ['41 rows from 4 August 2026 to 26 October 2026', '41 rows from August 2026 to October 2026'],
  ['as somebody found on 2026-10-21.', 'as somebody found in October 2026.'],
  ['seen 21.10.2026 and on 14 and 15 Oct', 'seen October 2026 and in Oct'],
  ['On October 14 it broke; on May 3, 2026 too', 'In October it broke; in May 2026 too'],
  ['For the lead · written 4 October by the mentor', 'For the lead · written in October by the mentor'],
  ['Check-in with Colleague A, 17 November 2026', 'Check-in with Colleague A, November 2026'],
])('a day that is past goes, its month stays: %s', (text, told) => {
  expect(monthsOnly(text)).toBe(told)
})

it.each([
  'Every customer hears from me, by 18 December 2026.',
  '- P1 · by Friday 20 November · looks at the list',
  'Moved to 30 November 2026.',
  'It is tried by 18 or 19 December, and looked at before 7, 8 or the 9th of January.',
  'In May 12 of 40 cases waited, in October 2026 two.',
  'It took 5 hours, 2 of 12 cases; version 1.10.2 and 14 tickets.',
  'The 14 Octobers of it; may 3 of us call?',
])('plans, counts and months stay as they are: %s', (text) => {
  expect(monthsOnly(text)).toBe(text)
})

it('of a plain day its month stays', () => {
  expect(monthOf('2026-10-14')).toBe('2026-10')
  expect(monthOf('soon')).toBe('soon')
})
