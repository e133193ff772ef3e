import { expect, test } from 'vitest'
import { begin } from '../../../src/core/interview/fold.ts'
import { runInterview } from '../../../src/core/interview/loop.ts'
import { readyDoor, withReady } from '../../../src/core/interview/ready.ts'
import type { QuestionScreen } from '../../../src/core/ports/asker.ts'
import type { Context } from '../../../src/core/ports.ts'
import type { Question } from '../../../src/core/template/template.ts'
import { type Desk, desk } from '../../support/context.ts'
import { answer, guideFor, scripted, templateOf } from '../../support/interview.ts'
import { question } from '../../support/screens.ts'

const FEELINGS: Question = {
  id: 'feelings',
  type: 'text',
  depth: 'core',
  ask: 'What will you say if it hurts?',
  examples: ['Take your time.'],
  examplesFrom: { library: 'phrases', area: 'Feelings' },
}

/** The door as a command would open it on this desk. */
async function doorOn(at: Desk) {
  let context: Context | undefined
  await at.run({
    run: async (given) => {
      context = given
      return 'done'
    },
  })
  if (context === undefined) throw new Error('no context')
  return readyDoor(context, at.root)
}

test('ready sentences are those of one heading, the team’s own first', async () => {
  const at = desk()
  await at.put(
    'library/phrases.yaml',
    'id: phrases\nversion: 1\ntitle: P\nentries:\n  - { id: ours, label: Breathe. , area: Feelings }\n',
  )
  const ready = await (await doorOn(at))(FEELINGS)
  expect(ready[0]).toBe('Breathe.')
  expect(ready).toContain('I can see that this is not easy to hear. That makes sense.')
  expect(ready).not.toContain('What did I miss?')
})

test('a library is read when the first question that draws on it is asked, and once', async () => {
  const at = desk()
  const read = await doorOn(at)
  expect(await read({ id: 'a', type: 'text', depth: 'core', ask: 'A?' })).toEqual([])
  const first = await read(FEELINGS)
  await at.put('library/phrases.yaml', 'id: phrases\nversion: 1\ntitle: P\nentries: []\n')
  expect(await read(FEELINGS)).toEqual(first)
})

test('without a heading the first few are of different ones; a list that is typed line by line has them too', async () => {
  const goals: Question = {
    id: 'goals',
    type: 'group',
    depth: 'core',
    item: 'Goal',
    ask: 'Goals?',
    entry: { reader: 'goal', into: 'text' },
    examplesFrom: { library: 'goal-examples' },
    questions: [{ id: 'text', type: 'text', depth: 'core', ask: 'Goal?' }],
  }
  const ready = await (await doorOn(desk()))(goals)
  expect(ready.length).toBeGreaterThan(40)
  expect(ready[0]).toMatch(/promised times/)
  expect(ready[1]).toMatch(/need/)
  expect(ready[2]).toMatch(/product/)
})

test('a library that cannot be read holds nobody up', async () => {
  const at = desk()
  await at.put('library/phrases.yaml', 'id: phrases\nversion: 1\ntitle: P\nentries: []\n')
  expect(await (await doorOn(at))(FEELINGS)).toEqual([])
})

test('three examples stand above the field, the question’s own among them, and all can be seen', () => {
  const screen = withReady(question({ examples: ['own'] }), ['a', 'b', 'c', 'd'])
  expect(screen.examples).toEqual(['own', 'a', 'b'])
  expect(screen.ready).toEqual(['a', 'b', 'c', 'd'])
  expect(withReady(question(), [])).toEqual(question())
})

test('the interview shows them, and takes whatever is typed', async () => {
  const asker = scripted((_, at) => (at === 0 ? answer('My own words.') : undefined))
  const ready = async () => ['One.', 'Two.', 'Three.']
  const ending = await runInterview(begin(templateOf([FEELINGS]), 'core'), {
    ...guideFor(asker, []),
    ready,
  })
  const [screen] = asker.screens as readonly QuestionScreen[]
  expect(screen?.examples).toEqual(['Take your time.', 'One.', 'Two.'])
  expect(ending.interview.answers.get('feelings')?.value).toBe('My own words.')
})
