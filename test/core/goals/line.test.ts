import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readGoal, readGoals } from '../../../src/core/goals/line.ts'

const TODAY = '2026-11-21'

describe('a goal in one line', () => {
  it.each([
    [
      'Every waiting customer hears from me once a working day (now 5 of 12, goal 12 of 12), by 18 December',
      { measure: 'once a working day', baseline: '5 of 12', target: '12 of 12', by: '2026-12-18' },
    ],
    [
      'Updates on waiting tickets from 5 of 12 to 12 of 12 by the end of November',
      { measure: 'from 5 of 12 to 12 of 12', baseline: '5 of 12', target: '12 of 12', by: '2026-11-30' },
    ],
    ['Complete handovers: now 60 %, goal 90 %', { measure: '60 %', baseline: '60 %', target: '90 %' }],
    ['Each handover names the next step, in six weeks', { measure: 'Each handover', by: '2027-01-02' }],
    ['half of my calls end with a summary by next month', { measure: 'half of my calls' }],
    [
      'Say what happens next at least twice a shift by Friday',
      { measure: 'at least twice a shift', by: '2026-11-27' },
    ],
    ['Learn the new checklist until 2026-12-04', { by: '2026-12-04' }],
    ['Answer refunds within two working days', { measure: 'within two working days' }],
    ['Be better with customers', {}],
    ['From 1 December every handover has the steps tried', { measure: 'every handover' }],
  ])('reads %s', (line, wanted) => {
    expect(readGoal(line, TODAY)).toEqual({ text: line, ...wanted, mistakes: [] })
  })

  it('says both readings of a date that has two', () => {
    expect(readGoals('- one thing\n- done by 03/04/2027', TODAY).mistakes).toEqual([
      {
        line: 2,
        message: '"03/04/2027" can mean 3 April 2027 or 4 March 2027.',
        mend: 'Write 2027-04-03 or 2027-03-04.',
      },
    ])
  })

  it('never changes the words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (line) => {
        expect(readGoal(line, TODAY).text).toBe(line.trim())
      }),
    )
  })
})
