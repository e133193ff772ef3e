import { expect, test } from 'vitest'
import { checkTemplate } from '../../../src/core/template/check.ts'
import { changesFrom, isSame } from '../../../src/core/template/extend/changes.ts'
import type { Template } from '../../../src/core/template/template.ts'
import { sixQuestions } from '../../support/templates.ts'

const base = sixQuestions()

function made(changes: string): Template {
  const head = 'id: ours\nversion: 1\nextends: six-questions\n'
  const checked = checkTemplate(`${head}${changes}`, 'ours.yaml', { base: { template: base } })
  if ('mistakes' in checked) throw new Error(JSON.stringify(checked.mistakes))
  return checked.template
}

test('nothing differs where nothing was changed', () => {
  expect(isSame(changesFrom(base, made('')))).toBe(true)
})

test('what came in, what is out, what reads otherwise and what stands elsewhere', () => {
  const template = made(`remove: [evidence.ticket, part/own]
replace:
  person: { ask: For whom?, label: Who }
  part/evidence: { title: Facts }
add:
  - after: person
    question: { id: shifts, type: group, item: Shift, ask: Which?, questions: [{ id: day, type: date, ask: When? }] }
reorder:
  - { move: section/evidence, before: section/points }
`)
  expect(changesFrom(base, template)).toEqual({
    added: ['shifts'],
    removed: ['part/own', 'evidence.ticket'],
    changed: [
      { name: 'part/evidence', keys: ['title'] },
      { name: 'person', keys: ['ask', 'label'] },
    ],
    moved: ['section/evidence'],
  })
})

test('a question that went to another part has moved, and its old neighbours have not', () => {
  const more = 'add:\n  - in: part/own\n    question: { id: more, type: text, ask: More? }\n'
  const template = made(`${more}reorder:\n  - { move: thoughts, in: part/who }\n`)
  const { moved, added, removed } = changesFrom(base, template)
  expect([moved, added, removed]).toEqual([['thoughts'], ['more'], []])
})
