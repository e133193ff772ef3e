import { expect, test } from 'vitest'
import { begin } from '../../../src/core/interview/fold.ts'
import { planOf } from '../../../src/core/interview/plan.ts'
import type { Step, Value } from '../../../src/core/interview/state.ts'
import type { Question } from '../../../src/core/template/template.ts'
import type { When } from '../../../src/core/template/when.ts'
import { after, templateOf, testWorld } from '../../support/interview.ts'

const OPTIONS = [
  { value: 'red', label: 'red', side: 'system' as const },
  { value: 'green', label: 'green', side: 'person' as const },
  { value: 'blue', label: 'blue', side: 'system' as const },
]

const EARLIER: readonly Question[] = [
  { id: 'colour', type: 'choice', depth: 'core', ask: 'Colour?', options: OPTIONS },
  { id: 'colours', type: 'choices', depth: 'core', ask: 'Colours?', options: OPTIONS },
  { id: 'several', type: 'choices', depth: 'core', ask: 'Several?', options: OPTIONS, other: true },
  { id: 'count', type: 'number', depth: 'core', ask: 'Count?' },
  { id: 'sure', type: 'confirm', depth: 'core', ask: 'Sure?' },
  { id: 'hidden', type: 'text', depth: 'core', ask: 'Hidden?', when: { colour: 'blue' } },
  { id: 'any', type: 'choices', depth: 'core', ask: 'Any?', options: OPTIONS },
]

const GIVEN: Readonly<Record<string, Value>> = {
  colour: 'red',
  colours: ['red', 'green'],
  several: ['red', 'blue', 'in my own words'],
  count: 3,
  sure: false,
  hidden: 'not seen',
  any: ['red'],
}

function isAsked(when: When): boolean {
  const template = templateOf([...EARLIER, { id: 'asked', type: 'text', depth: 'core', ask: 'Asked?', when }])
  const steps = Object.entries(GIVEN).map(([path, value]): Step => ({ step: 'answer', path, value }))
  const plan = planOf(after(begin(template, 'core'), ...steps), testWorld())
  return plan.spots.some((spot) => spot.path === 'asked')
}

test.each<[When, boolean]>([
  [{ colour: 'red' }, true],
  [{ colour: 'blue' }, false],
  [{ colour: ['blue', 'red'] }, true],
  [{ colours: 'green' }, true],
  [{ most: { colours: 'system' } }, false],
  [{ most: { colours: 'person' } }, false],
  [{ most: { several: 'system' } }, true],
  [{ most: { several: 'person' } }, false],
  [{ not: { most: { several: 'system' } } }, false],
  [{ colours: ['blue'] }, false],
  [{ count: 3 }, true],
  [{ count: '3' }, false],
  [{ sure: false }, true],
  [{ sure: true }, false],
  [{ colour: 'red', count: 4 }, false],
  [{ all: [{ colour: 'red' }, { sure: false }] }, true],
  [{ all: [{ colour: 'red' }, { sure: true }] }, false],
  [{ any: [{ colour: 'blue' }, { sure: false }] }, true],
  [{ any: [{ colour: 'blue' }, { sure: true }] }, false],
  // A question may be called as a condition is.
  [{ any: ['red', 'blue'] }, true],
  [{ any: ['blue'] }, false],
  [{ not: { colour: 'blue' } }, true],
  [{ not: { colour: 'red' } }, false],
  [{ answered: 'count' }, true],
  [{ answered: 'sure' }, true],
  [{ answered: 'hidden' }, false],
  [{ hidden: 'not seen' }, false],
  [{ answered: 'nobody' }, false],
  [{ count: { colours: { min: 2 } } }, true],
  [{ count: { colours: { min: 3 } } }, false],
  [{ count: { colours: { max: 1 } } }, false],
  [{ count: { nobody: { max: 0 } } }, true],
])('%j is %j', (when, wanted) => {
  expect(isAsked(when)).toBe(wanted)
})

test('a name is looked for in the item first, then outside', () => {
  const template = templateOf([
    { id: 'side', type: 'text', depth: 'core', ask: 'Outside?' },
    { id: 'only', type: 'text', depth: 'core', ask: 'Only outside?' },
    {
      id: 'points',
      type: 'group',
      depth: 'core',
      item: 'Point',
      ask: 'Points?',
      questions: [
        { id: 'side', type: 'text', depth: 'core', ask: 'Inside?' },
        { id: 'near', type: 'text', depth: 'core', ask: 'Near?', when: { side: 'in' } },
        { id: 'far', type: 'text', depth: 'core', ask: 'Far?', when: { only: 'out' } },
      ],
    },
  ])
  const plan = planOf(
    after(
      begin(template, 'core'),
      { step: 'answer', path: 'side', value: 'in' },
      { step: 'answer', path: 'only', value: 'out' },
      { step: 'items', path: 'points', keys: ['k1', 'k2'] },
      { step: 'answer', path: 'points/k1/side', value: 'in' },
      { step: 'answer', path: 'points/k2/side', value: 'elsewhere' },
      { step: 'close', path: 'points' },
    ),
    testWorld(),
  )
  const paths = plan.spots.filter((spot) => spot.state === 'open').map((spot) => spot.path)
  expect(paths).toEqual(['points/k1/near', 'points/k1/far', 'points/k2/far'])
})

test('a part that does not apply is passed over with all it asks', () => {
  const base = templateOf([...EARLIER])
  const later = {
    id: 'later',
    title: 'Later',
    when: { not: { colour: 'red' } },
    questions: [{ id: 'asked', type: 'text' as const, depth: 'core' as const, ask: 'Asked?' }],
  }
  const template = { ...base, parts: [...base.parts, later] }
  const asked = (colour: string) =>
    planOf(
      after(begin(template, 'core'), { step: 'answer', path: 'colour', value: colour }),
      testWorld(),
    ).spots.some((spot) => spot.path === 'asked')
  expect([asked('red'), asked('green')]).toEqual([false, true])
})
