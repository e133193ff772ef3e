import { expect, test } from 'vitest'
import { sectionToYou } from '../../../src/core/session/to-you.ts'

const NAME = 'Sam Rivera'

test.each([
  ["Sam's own view", 'Your own view'],
  ['Sam’s goal', 'Your goal'],
  ["Sam Rivera's own account", 'Your own account'],
  ['What Sam wants to do differently', 'What you want to do differently'],
  ['What is in the way of Sam', 'What is in the way of Sam'],
  ['Evidence', 'Evidence'],
  ["Samuel's goal", "Samuel's goal"],
])('the heading %s reads %s to the person', (heading, read) => {
  expect(sectionToYou({ id: 'view', heading, text: '' }, NAME).heading).toBe(read)
})

test('a heading that a hand added stays, and so does every word', () => {
  const section = { heading: "Sam's garden", text: '- Sam: digs\n- Sam: waters' }
  expect(sectionToYou(section, NAME)).toEqual(section)
})

test('their line beside what was seen is said to them', () => {
  const text = '- Sam: 48213. I was waiting.\n  - Seen from outside: The update came late [E1]\n- Sam: alone'
  expect(sectionToYou({ id: 'compare', heading: 'Side by side', text }, NAME).text).toBe(
    '- You: 48213. I was waiting.\n  - Seen from outside: The update came late [E1]\n- Sam: alone',
  )
})
