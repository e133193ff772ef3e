import { expect, test } from 'vitest'
import { checkGoals } from '../../../src/core/goals/lines.ts'

const nothing = () => ({ missing: [], asks: [] })

test('a goal that says how many it is now is asked how many it should be', () => {
  const text = [
    'Handovers complete every time, by 31 December (now 5 of 8)',
    'Handovers complete (now 5 of 8, goal 8 of 8), by 31 December',
    'Waiting customers hear from me once a working day (now 5 of 12), by 18 December',
    'From 5 of 8 to 8 of 8 handovers by 31 December',
  ].join('\n')
  expect(checkGoals(text, nothing).map(({ asks }) => asks.map(({ code }) => code))).toEqual([
    ['target'],
    [],
    [],
    [],
  ])
})
