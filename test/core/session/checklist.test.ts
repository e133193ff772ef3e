import { expect, it } from 'vitest'
import { begin } from '../../../src/core/interview/fold.ts'
import { type Plan, planOf } from '../../../src/core/interview/plan.ts'
import { answerAll } from '../../../src/core/interview/unattended.ts'
import { compose, idsNeeded } from '../../../src/core/session/compose.ts'
import { saveFiles } from '../../../src/core/session/files.ts'
import { readLines } from '../../../src/core/session/lines.ts'
import { NOTICE_DEFAULTS } from '../../../src/core/session/notice-settings.ts'
import { notices } from '../../../src/core/session/notices.ts'
import type { ChoiceQuestion, Template } from '../../../src/core/template/template.ts'
import { noticeLine } from '../../../src/views/notices.ts'
import { givenFrom, templateOf, testWorld } from '../../support/interview.ts'

const world = testWorld()

const ROOM: ChoiceQuestion = {
  ...{ id: 'room', type: 'choices', depth: 'core', ask: 'What is ready?', label: 'Ready', section: 'room' },
  other: true,
  checklist: true,
  options: [
    { value: 'door', label: 'a door that closes' },
    { value: 'water', label: 'water' },
    { value: 'phone', label: 'the phone is off' },
  ],
}

function templateWith(question: ChoiceQuestion): Template {
  const made = templateOf([
    { id: 'person', type: 'person', depth: 'quick', ask: 'Who?', required: true },
    question,
  ])
  return { ...made, note: { title: 'Talk with {person}', sections: [{ id: 'room', heading: 'The room' }] } }
}

async function planFor(question: ChoiceQuestion, answer: string): Promise<Plan> {
  const helpers = { world, read: readLines, readFile: async () => '' }
  const given = givenFrom(`person: Sam Rivera\n${answer}`)
  const done = await answerAll(begin(templateWith(question), 'core'), given, helpers, true)
  expect(done.mistakes).toEqual([])
  return planOf(done.interview, world)
}

function noted(plan: Plan): string {
  const set = compose(plan, {
    id: '01KAKQ0000000000000000000Z',
    ids: Array.from({ length: idsNeeded(plan) }, (_, n) => `01KAKQ0000000000000000000${n}`),
    ...{ now: '2026-11-21T14:30:00Z', today: '2026-11-21', isNew: true },
    person: { slug: 'sam-rivera', name: 'Sam Rivera', aliases: [] },
  })
  return saveFiles(set)
    .filter(({ path }) => path.endsWith('.md'))
    .map(({ path, text }) => `${path.split('/')[0]}:${text.slice(text.indexOf('\n---\n', 4) + 5)}`)
    .join('\n')
}

const said = (plan: Plan): readonly string[] =>
  notices(plan, NOTICE_DEFAULTS)
    .filter(({ code }) => code === 'unmarked')
    .map((one) => noticeLine(one, 'Sam'))

it('names what was not marked, in the note and before saving', async () => {
  const plan = await planFor(ROOM, 'room: [water]')
  expect(noted(plan)).toContain('Ready: water\n\nStill to do: a door that closes; the phone is off')
  expect(said(plan)).toEqual(['Still to do (Ready): a door that closes; the phone is off.'])
})

it('says it in the words of the template', async () => {
  const plan = await planFor({ ...ROOM, checklist: 'Was missing' }, 'room: [door, water]')
  expect(noted(plan)).toContain('Ready: a door that closes; water\n\nWas missing: the phone is off')
  expect(said(plan)).toEqual(['Was missing (Ready): the phone is off.'])
})

it('counts words of one’s own beside the list, and is silent when all is marked or the list was skipped', async () => {
  const own = await planFor(ROOM, 'room: [door, phone, a plant]')
  expect(noted(own)).toContain('Ready: a door that closes; the phone is off; a plant\n\nStill to do: water')
  for (const answer of ['room: [door, water, phone]', '']) {
    const plan = await planFor(ROOM, answer)
    expect(said(plan)).toEqual([])
    expect(noted(plan)).not.toContain('Still to do')
  }
})

it('keeps what is left of a private list in the private part', async () => {
  const { section: _, ...question } = ROOM
  const plan = await planFor({ ...question, private: true }, 'room: [door]')
  const [, hidden = '', open = ''] = noted(plan).split(/^(?:private|notes):/m)
  expect(hidden).toContain('Still to do: water; the phone is off')
  expect(open).toContain('# Talk with Sam Rivera')
  expect(open).not.toContain('Still to do')
  expect(said(plan)).toHaveLength(1)
})

it('an ordinary choice names nothing else', async () => {
  const plan = await planFor({ ...ROOM, checklist: false }, 'room: [water]')
  expect(noted(plan)).not.toContain('Still to do')
  expect(said(plan)).toEqual([])
})
