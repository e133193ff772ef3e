import { expect, test } from 'vitest'
import { besideRows } from '../../../src/core/forms/beside.ts'

test('what names the same case stands side by side, and what only one of the two names is there too', () => {
  const theirs =
    'What went well: the payment ticket (48402).\n\nWhat I would do differently: 48213. I waited.'
  const ours = [
    { shown: 'The update went out a day later [E1]', known: 'The update went out a day later 48213' },
    { shown: 'A handover had it all [E2]', known: 'A handover had it all 48402' },
    { shown: 'On a call [E3]', known: 'On a call' },
  ]
  expect(besideRows(theirs, ours)).toEqual([
    { theirs: 'What went well: the payment ticket (48402).', ours: ['A handover had it all [E2]'] },
    {
      theirs: 'What I would do differently: 48213. I waited.',
      ours: ['The update went out a day later [E1]'],
    },
    { ours: ['On a call [E3]'] },
  ])
})

test('a day or a small number says nothing about the case', () => {
  expect(besideRows('On 14 October, 3 tickets.', [{ shown: 'a', known: '14 October, 3 tickets' }])).toEqual([
    { theirs: 'On 14 October, 3 tickets.', ours: [] },
    { ours: ['a'] },
  ])
})
