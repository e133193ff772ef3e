import { expect, test } from 'vitest'
import { begin } from '../../../src/core/interview/fold.ts'
import { runInterview } from '../../../src/core/interview/loop.ts'
import { parseAnswer } from '../../../src/core/interview/parse.ts'
import { planOf } from '../../../src/core/interview/plan.ts'
import type { Interview, Step } from '../../../src/core/interview/state.ts'
import { answerAll } from '../../../src/core/interview/unattended.ts'
import { compose } from '../../../src/core/session/compose.ts'
import { readLines } from '../../../src/core/session/lines.ts'
import type { GroupQuestion, Template } from '../../../src/core/template/template.ts'
import {
  type Act,
  answer,
  givenFrom,
  guideFor,
  type Scripted,
  scripted,
  templateOf,
  testWorld,
} from '../../support/interview.ts'

const world = testWorld()
const choose = (value: string) => ({ reply: 'chosen', value }) as const

const EVIDENCE: GroupQuestion = {
  id: 'evidence',
  type: 'group',
  depth: 'core',
  item: 'Evidence',
  makes: 'evidence',
  ask: 'What did you see?',
  label: 'Evidence',
  entry: { reader: 'evidence', into: 'text' },
  questions: [
    { id: 'text', type: 'text', depth: 'core', ask: 'What happened?', label: 'What happened' },
    {
      id: 'side',
      type: 'choice',
      depth: 'core',
      ask: 'Which side?',
      label: 'Side',
      options: [
        { value: 'strength', label: 'it went well' },
        { value: 'growth', label: 'to grow in' },
      ],
    },
    { id: 'date', type: 'date', direction: 'past', depth: 'core', ask: 'When was it?', label: 'When' },
  ],
}
const GOALS: GroupQuestion = {
  id: 'goals',
  type: 'group',
  depth: 'core',
  item: 'Goal',
  makes: 'goal',
  ask: 'What goal?',
  entry: { reader: 'goal', into: 'text' },
  questions: [
    { id: 'text', type: 'text', depth: 'core', ask: 'What is the goal?' },
    { id: 'by', type: 'date', direction: 'future', depth: 'core', ask: 'By when?', label: 'By' },
  ],
}
const VIEW: Template = templateOf([
  {
    id: 'view',
    type: 'choice',
    depth: 'core',
    ask: 'Their view?',
    options: [
      { value: 'read', label: 'read it in' },
      { value: 'typed', label: 'type it' },
    ],
  },
  {
    id: 'view_text',
    type: 'form',
    depth: 'core',
    ask: 'What did they say?',
    file: { when: { view: 'read' }, ask: 'Which file is it in?' },
  },
])

async function play(template: Template, acts: readonly ReturnType<Act>[]) {
  const todo = [...acts]
  const asker: Scripted = scripted(() => todo.shift())
  const steps: Step[] = []
  const ending = await runInterview(begin(template, 'core'), guideFor(asker, steps))
  return { ending, asker, plan: planOf(ending.interview, world) }
}

const unattended = (template: Template, yaml: string) =>
  answerAll(
    begin(template, 'core'),
    givenFrom(yaml),
    { world, read: readLines, readFile: async (path) => `text of ${path}` },
    true,
  )

function sessionOf(interview: Interview): string {
  const set = compose(planOf(interview, world), {
    id: '01KAH2Y6Z40000000000Q47K3V',
    ids: Array.from({ length: 9 }, (_none, at) => `01KAH2Y6Z400000000000000A${at}`),
    now: '2026-11-21T10:00:00Z',
    today: '2026-11-21',
    person: { slug: 'sam', name: 'Sam', aliases: [] },
    isNew: true,
  })
  return (set.notes.at(-1)?.note.sections ?? []).map((section) => section.text).join('\n')
}

test.each(['notes.txt', '@notes.txt', '"notes.txt"', "@'notes.txt'"])(
  'what is in a file is asked for by its path: %s',
  async (path) => {
    const { asker, plan } = await play(VIEW, [answer(['read']), answer(path), choose('@save')])
    expect(asker.screens[1]).toMatchObject({ ask: 'Which file is it in?', input: 'line' })
    expect(plan.values.get('view_text')).toBe('text of notes.txt')
    const again = await play(VIEW, [answer(['read']), answer(path), { reply: 'back' }])
    expect(asker.screens[1]).not.toHaveProperty('initial')
    expect(again.asker.screens[2]).toMatchObject({ title: 'Before you save' })
  },
)

test('what they said is typed where it is not in a file', async () => {
  const { asker, plan } = await play(VIEW, [answer(['typed']), answer('notes.txt'), choose('@save')])
  expect(asker.screens[1]).toMatchObject({ ask: 'What did they say?', input: 'lines' })
  expect(plan.values.get('view_text')).toBe('notes.txt')
})

test.each(['"@notes.txt"', 'notes.txt'])('an answers file names the file as %s', async (path) => {
  const { interview, mistakes } = await unattended(VIEW, `view: read\nview_text: ${path}`)
  expect(mistakes).toEqual([])
  expect(interview.answers.get('view_text')?.value).toBe('text of notes.txt')
})

test('a file refuses a choice by the values that can be written, a terminal by what it shows', async () => {
  const { mistakes } = await unattended(VIEW, 'view: elsewhere')
  expect(mistakes[0]?.mend).toBe('Choose "read" or "typed".')
  const [question] = VIEW.parts[0]?.questions ?? []
  if (question?.type !== 'choice' || !('length' in question.options)) throw new Error('no choice')
  const parsed = await parseAnswer(question, 'elsewhere', world, { options: question.options })
  expect(parsed).toMatchObject({ mend: 'Choose "read it in" or "type it".' })
})

test('an unknown name points to where the names are', async () => {
  const { mistakes } = await unattended(VIEW, 'zebra: 1')
  expect(mistakes[0]?.mend).toBe('See what there is: tactful template questions test')
})

test('evidence does not lie ahead', async () => {
  const { mistakes } = await unattended(templateOf([EVIDENCE]), 'evidence:\n  - "- 24 December 2026: late"')
  expect(mistakes[0]?.message).toBe('24 December 2026 is still to come.')
  const asked = await unattended(templateOf([EVIDENCE]), 'evidence:\n  - {text: late, date: 2026-11-22}')
  expect(asked.mistakes[0]?.message).toBe('22 November 2026 is still to come.')
  const today = await unattended(templateOf([EVIDENCE]), 'evidence:\n  - {text: late, date: 2026-11-21}')
  expect(today.mistakes).toEqual([])
})

test.each([
  ['- Said "not me" on a call, 6 Nov, customer heard it', '6 November 2026'],
  ['- the link was dead, Tuesday ? old page', '17 November 2026'],
  ['- the link was dead on Tuesday', '17 November 2026'],
  ['- the link was dead', undefined],
  ['- it may be back by 24 December 2026', undefined],
])('a day somewhere in a line of evidence is proposed where its date is asked for: %s', async (line, day) => {
  const { asker } = await play(templateOf([EVIDENCE]), [answer(line)])
  const screen = asker.screens.find((one) => 'ask' in one && one.ask === 'When was it?')
  expect(screen).toBeDefined()
  expect(screen && 'initial' in screen ? screen.initial : undefined).toBe(day)
})

test('a goal has one date: its own words and the answer cannot differ, and the same one stands once', async () => {
  const line = '"@line": "Every customer hears from me once a day, by 18 December"'
  const other = await unattended(templateOf([GOALS]), `goals:\n  - {${line}, by: 2026-12-11}`)
  expect(other.mistakes[0]).toMatchObject({
    path: 'goals.1.by',
    message: 'Its own words say 18 December 2026.',
  })
  const same = await unattended(templateOf([GOALS]), `goals:\n  - {${line}, by: 2026-12-18}`)
  expect(same.mistakes).toEqual([])
  expect(sessionOf(same.interview).match(/18 December/g)).toHaveLength(1)
})

test('words that are changed are read again, and what was asked for stays and is shown', async () => {
  const { asker, plan } = await play(templateOf([EVIDENCE]), [
    answer('+ 3 Nov 48213: late\ncame late again'),
    answer(['growth']),
    answer('2026-11-10'),
    choose('one'),
    choose('evidence/k1'),
    choose('evidence/k1/text'),
    answer('- 4 Nov: the update came at 11:20'),
    choose('one'),
    choose('evidence/k2'),
    choose('evidence/k2/text'),
    answer('came late a second time'),
    choose('@save'),
  ])
  expect(Object.fromEntries(plan.values)).toMatchObject({
    'evidence/k1/text': 'the update came at 11:20',
    'evidence/k1/side': 'growth',
    'evidence/k1/date': '2026-11-04',
    'evidence/k2/text': 'came late a second time',
    'evidence/k2/date': '2026-11-10',
  })
  expect(asker.said.join('\n')).toMatch(/Evidence 1 · When: Wed 4 Nov/)
  expect(asker.said.filter((line) => line.includes('Evidence 2 · When: Tue 10 Nov'))).toHaveLength(2)
})

test('a goal that is reworded without its date is asked for one', async () => {
  const { plan } = await play(templateOf([GOALS]), [
    answer('Call back within a day, by 18 December'),
    choose('one'),
    choose('goals/k1'),
    choose('goals/k1/text'),
    answer('Call back within a day'),
    answer('2026-12-11'),
    choose('@save'),
  ])
  expect(plan.values.get('goals/k1/by')).toBe('2026-12-11')
})

test('an item is removed after asking once', async () => {
  const { plan, asker } = await play(templateOf([EVIDENCE]), [
    answer('+ 3 Nov: good\n- 4 Nov: late'),
    choose('one'),
    choose('evidence/k1'),
    choose('@remove'),
    choose('@keep'),
    choose('@remove'),
    choose('@remove'),
    choose('@out'),
    choose('@save'),
  ])
  expect(plan.groups.get('evidence')).toEqual(['k2'])
  expect(
    asker.screens.filter(
      (one) => !('input' in one) && one.lines.includes('Remove it, with all its answers?'),
    ),
  ).toHaveLength(2)
})

test('a part is introduced once, whatever is gone back to', async () => {
  const text = (id: string) => ({ id, type: 'text', depth: 'core', ask: `${id}?` }) as const
  const { asker } = await play(templateOf([text('a')], [text('b')]), [
    answer('1'),
    { reply: 'back' },
    answer('1'),
    answer('2'),
    choose('@save'),
  ])
  expect(asker.said.filter((line) => line.includes('One'))).toHaveLength(1)
  expect(asker.said.filter((line) => line.includes('Two'))).toHaveLength(1)
})

test('a proposed day is a working day', async () => {
  const by = (phrase: string) =>
    templateOf([
      { id: 'by', type: 'date', depth: 'core', ask: 'When?', direction: 'future', default: phrase },
    ])
  const { asker } = await play(by('in 2 weeks'), [])
  expect(asker.screens[0]).toMatchObject({ initial: '7 December 2026' })
  const { interview } = await unattended(by('in 2 weeks'), '{}')
  expect(interview.answers.get('by')?.value).toBe('2026-12-07')
  expect((await play(by('in 4 days'), [])).asker.screens[0]).toMatchObject({ initial: 'in 4 days' })
})

test('a day or a name only stands there until something is typed; a sentence is there to be changed', async () => {
  const line = (id: string, words: string) =>
    ({ id, type: 'text', depth: 'core', ask: `${id}?`, default: words }) as const
  const owned = templateOf([line('a', 'the lead'), line('b', 'I saw it, and I wanted to ask.')])
  const { asker } = await play(owned, [answer('x'), { reply: 'back' }])
  const [first, second, again] = asker.screens
  expect(first).toMatchObject({ initial: 'the lead', proposed: true })
  expect(second).not.toHaveProperty('proposed')
  expect(again).toMatchObject({ initial: 'x' })
  expect(again).not.toHaveProperty('proposed')
})
