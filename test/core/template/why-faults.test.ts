import { expect, test } from 'vitest'
import { checkTemplate } from '../../../src/core/template/check.ts'

/** A template with causes and a group of whys; `makes` and the name that is continued can be wrong. */
const withWhys = (makes: string, continues: string): string => `id: small
version: 1
kind: session
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
      - id: causes
        type: choices
        ask: What could be behind it?
        options:
          - { value: tools, label: tools, side: system, family: Tools, help: [access] }
      - id: whys
        type: group
        item: Why
        makes: ${makes}
        ask: Why?
        questions:
          - id: of
            type: choice
            ask: Which of these?
            options: { continues: ${continues} }
          - id: text
            type: text
            ask: Why was that?
            section: main
`

test('a why continues what was picked before', () => {
  expect(checkTemplate(withWhys('why', 'causes'), 't.yaml')).toHaveProperty('template')
})

test.each([
  [
    'in another group',
    withWhys('cause', 'causes'),
    'Only in a group that makes "why" does one answer continue another.',
  ],
  [
    'from what is not picked among several',
    withWhys('why', 'person'),
    '"person" is not a question of which several can be picked.',
  ],
  ['from nothing', withWhys('why', 'gone'), 'There is no question "gone".'],
  ['from what comes later', withWhys('why', 'text'), '"text" is asked later, or right here.'],
])('it continues %s: that is a mistake with its place', (_name, text, message) => {
  const checked = checkTemplate(text, 't.yaml')
  expect('mistakes' in checked ? checked.mistakes : []).toMatchObject([{ line: 31, message }])
})
