import { expect, test } from 'vitest'
import { ownGoals } from '../../../src/core/goals/own-words.ts'

test.each([
  [
    'What went well: the payment ticket.\nMy goal: update every waiting customer at least once a day.',
    ['update every waiting customer at least once a day'],
  ],
  ['- Goal for December: call back on the hour', ['call back on the hour']],
  [
    'It was busy. I would like to write fuller handovers. More later.',
    ['I would like to write fuller handovers'],
  ],
  ['My goal is to answer within two hours', ['to answer within two hours']],
  ['The goal posts moved twice.\nI wanted lunch.', []],
  ['', []],
])('in %j the goals are %j', (text, goals) => {
  expect(ownGoals(text)).toEqual(goals)
})
