import { expect, test } from 'vitest'
import { begin } from '../../../src/core/interview/fold.ts'
import { runInterview } from '../../../src/core/interview/loop.ts'
import { answerAll } from '../../../src/core/interview/unattended.ts'
import { readLines } from '../../../src/core/session/lines.ts'
import type { Question } from '../../../src/core/template/template.ts'
import {
  type Act,
  answer,
  givenFrom,
  guideFor,
  scripted,
  templateOf,
  testWorld,
} from '../../support/interview.ts'

const BARRIERS: readonly Question[] = [
  {
    id: 'gate',
    type: 'choice',
    depth: 'core',
    ask: 'How on?',
    options: [
      { value: 'both', label: 'a note, and go on' },
      { value: 'only', label: 'only the note' },
      { value: 'feedback', label: 'go on' },
    ],
  },
  {
    id: 'barriers',
    type: 'group',
    depth: 'core',
    item: 'Barrier',
    makes: 'barrier',
    required: true,
    entry: { reader: 'barrier', into: 'what' },
    ask: 'What is in the way?',
    when: { gate: ['both', 'only'] },
    questions: [{ id: 'what', type: 'text', depth: 'core', ask: 'What?', required: true }],
  },
]

const PRAISE: readonly Question[] = [
  {
    id: 'recognition',
    type: 'group',
    depth: 'quick',
    item: 'Recognition',
    makes: 'recognition',
    min: 1,
    max: 3,
    ask: 'What deserves a word?',
    questions: [{ id: 'text', type: 'text', depth: 'quick', ask: 'What deserves a word?', required: true }],
  },
]

async function play(questions: readonly Question[], acts: readonly ReturnType<Act>[]) {
  const asker = scripted((_screen, at) => acts[at])
  const ending = await runInterview(begin(templateOf(questions), 'core'), guideFor(asker, []))
  return { asker, ending }
}

test('a barrier that was asked for can be left out: the choice that led there goes on without one', async () => {
  const { asker, ending } = await play(BARRIERS, [
    answer(['only']),
    { reply: 'skip' },
    { reply: 'chosen', value: '@save' },
  ])
  expect(asker.screens[1]).toMatchObject({ ask: 'What is in the way?', required: false })
  expect(asker.said.join()).toContain('No barrier is written down')
  expect(ending.end).toBe('save')
  expect(ending.interview.answers.get('gate')?.value).toBe('feedback')
})

test('a check-in can pass over the recognition, and a file of answers has to say so', async () => {
  const { asker, ending } = await play(PRAISE, [{ reply: 'skip' }, { reply: 'chosen', value: '@save' }])
  expect(asker.screens[0]).toMatchObject({ required: false })
  expect(ending.end).toBe('save')
  const doors = { world: testWorld(), read: readLines, readFile: async () => '' }
  const from = async (yaml: string) =>
    answerAll(begin(templateOf(PRAISE), 'core'), givenFrom(yaml), doors, true)
  expect((await from('{}')).missing).toMatchObject([{ path: 'recognition.1.text' }])
  for (const none of ['recognition: []', 'recognition: ""']) {
    expect(await from(none)).toMatchObject({ missing: [], mistakes: [] })
  }
})
