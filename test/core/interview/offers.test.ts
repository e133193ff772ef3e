import { expect, test } from 'vitest'
import { answerStep } from '../../../src/core/interview/answering.ts'
import { apply, begin } from '../../../src/core/interview/fold.ts'
import { offersFor, withOffer } from '../../../src/core/interview/offers.ts'
import { type Plan, planOf, type Spot } from '../../../src/core/interview/plan.ts'
import type { Interview } from '../../../src/core/interview/state.ts'
import { saidSteps } from '../../../src/core/interview/their-view.ts'
import { templateOf, testWorld } from '../../support/interview.ts'

const template = templateOf([
  { id: 'person', depth: 'core', type: 'person', ask: 'Who?' },
  { id: 'bar', depth: 'core', type: 'text', ask: 'The bar?', theirs: ['bar'] },
  {
    id: 'support',
    depth: 'core',
    type: 'group',
    item: 'Support',
    makes: 'promise',
    theirs: ['help'],
    entry: { reader: 'promise', into: 'text' },
    ask: 'What support?',
    questions: [{ id: 'text', depth: 'core', type: 'text', ask: 'What?', required: true }],
  },
])

/** An interview in which Sam's form was taken, and one of its questions. */
function at(path: string, start?: Interview): readonly [Plan, Spot] {
  const steps = saidSteps(begin(template, 'core'), [
    { id: 'help', text: 'One page with all checklists. A name to ask on the late shift.' },
    { id: 'bar', text: 'Each customer hears from us once a day.' },
    { id: 'other', text: 'nothing' },
  ])
  const interview = start ?? steps.reduce(apply, begin(template, 'core'))
  const plan = planOf(interview, testWorld())
  const spot = plan.spots.find((one) => one.path === path)
  if (spot === undefined) throw new Error(`no ${path}`)
  return [plan, spot]
}

test('answers of their form stand above the question they fit, a line each, and no other', () => {
  expect(offersFor(...at('support'))).toEqual([
    'One page with all checklists',
    'A name to ask on the late shift',
  ])
  expect(offersFor(...at('bar'))).toEqual(['Each customer hears from us once a day'])
})

test('a number takes one, several numbers several; what is no number of an offer stays as typed', () => {
  const here = at('support')
  expect(withOffer(...here, '2')).toBe('A name to ask on the late shift')
  expect(withOffer(...here, '1\n2\nan hour with Anna')).toBe(
    'One page with all checklists\nA name to ask on the late shift\nan hour with Anna',
  )
  expect(withOffer(...here, '7')).toBe('7')
  expect(withOffer(...here, 'from 2 to 3 o’clock')).toBe('from 2 to 3 o’clock')
})

test('what was taken is offered no second time', () => {
  const [plan, spot] = at('bar')
  const taken = apply(plan.interview, answerStep(plan, spot, 'one page with all checklists'))
  expect(offersFor(...at('support', taken))).toEqual(['A name to ask on the late shift'])
  expect(offersFor(...at('bar', taken))).toEqual([])
})
