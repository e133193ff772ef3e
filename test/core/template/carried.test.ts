import { expect, test } from 'vitest'
import { checkTemplate } from '../../../src/core/template/check.ts'

const GOOD = `id: small
version: 1
kind: checkin
title: Small
purpose: To try things out.
note:
  title: For {person}
  sections:
    - { id: main, heading: Main }
parts:
  - id: one
    title: One
    questions:
      - id: person
        type: person
        ask: Who?
      - id: open
        type: group
        item: Promise
        carries: promises
        ask: What is open?
        questions: []
      - id: kept
        type: choices
        ask: What is done?
        options: { items: open }
      - id: left
        type: group
        item: Promise
        each: open
        unless: kept
        ask: And the rest?
        questions:
          - id: why
            type: text
            ask: Why is "{text}" ({about}) still open?
      - id: goals
        type: group
        item: Goal
        carries: goals
        ask: Which goals?
        questions:
          - id: agreed
            type: confirm
            ask: Agreed?
            when: { status: proposed }
`

test('what is carried over has words that questions can show, and needs none of its own', () => {
  expect(checkTemplate(GOOD, 'small.yaml')).toHaveProperty('template')
})

test.each([
  ['items of its own', ['carries: promises', 'carries: promises\n        max: 3'], '"max" says nothing'],
  ['an unknown kind', ['carries: promises', 'carries: wishes'], '"wishes" cannot stand here.'],
  ['nobody to ask about', ['type: person', 'type: text'], 'It is not known yet whom it is about.'],
  [
    'a choice among other things',
    ['unless: kept', 'unless: person'],
    'does not choose among the items of "open"',
  ],
  ['a choice that is not there', ['unless: kept', 'unless: keptt'], 'There is no question "keptt".'],
  ['nothing to leave out of', ['        each: open\n', ''], 'Only a group with "each" can leave items out.'],
  ['a name that is taken', ['id: why', 'id: text'], 'The id "text" is used twice'],
  ['an item without questions', ['carries: goals\n', 'max: 2\n'], 'There is no question "status".'],
])('%s is refused with a place and a way out', (_name, [from = '', to = ''], message) => {
  const checked = checkTemplate(GOOD.replace(from, to), 'small.yaml')
  const mistakes = 'mistakes' in checked ? checked.mistakes : []
  expect(mistakes.map((one) => one.message).join('\n')).toContain(message)
  for (const one of mistakes) expect([one.line, one.mend]).not.toContain(undefined)
})
