import { expect, it } from 'vitest'
import { begin } from '../../../src/core/interview/fold.ts'
import { runInterview } from '../../../src/core/interview/loop.ts'
import { planOf } from '../../../src/core/interview/plan.ts'
import { answerAll } from '../../../src/core/interview/unattended.ts'
import type { NotedItem } from '../../../src/core/interview/world.ts'
import { readLines } from '../../../src/core/session/lines.ts'
import { NOTICE_DEFAULTS } from '../../../src/core/session/notice-settings.ts'
import { notices } from '../../../src/core/session/notices.ts'
import { notedWords, sameGoals } from '../../../src/core/session/second-look.ts'
import { noticeLine } from '../../../src/views/notices.ts'
import { mentor } from '../../support/case.ts'
import { answer, enter, givenFrom, guideFor, scripted, testWorld } from '../../support/interview.ts'
import { constructiveFeedback, templateFrom } from '../../support/templates.ts'

const NOTED: NotedItem = {
  id: '01KAAAAAAAAAAAAAAAAAQ47K3V',
  path: 'notes/sam-rivera/a.md',
  words: 'great job. Handover had goal and logs',
  side: 'strength',
  used: false,
}

/** A preparation whose only evidence, a strength, comes from the notebook. */
async function withNoted() {
  const people = [{ slug: 'sam-rivera', name: 'Sam Rivera', aliases: [] }]
  const world = testWorld({ people, inbox: { person: 'sam-rivera', items: [NOTED] } })
  const asker = scripted((screen) => {
    if (!('input' in screen)) return enter(screen)
    if (screen.ask.startsWith('Which of your notes')) return answer([NOTED.id])
    if (screen.ask === 'What did you see or hear?') return answer('')
    if (screen.ask === 'Which evidence is it about?') return answer(['k1'])
    return mentor(screen)
  })
  const inbox = { of: async () => [NOTED], now: async () => NOTED }
  const ending = await runInterview(begin(constructiveFeedback(), 'core'), {
    ...guideFor(asker, [], { world }),
    inbox,
  })
  return planOf(ending.interview, world)
}

it('names the words of evidence from earlier notes that may need others, and the strength nobody has read', async () => {
  const plan = await withNoted()
  const reviewer = async (_question: unknown, text: string) => [
    {
      ...{
        rule: 'praise-empty',
        category: 'vague' as const,
        severity: 'warning' as const,
        offset: 0,
        length: 9,
      },
      ...{ words: text.slice(0, 9), why: '', try: [] },
    },
  ]
  const found = [...notices(plan, NOTICE_DEFAULTS), ...(await notedWords(plan, reviewer))]
  const lines = found.map((one) => noticeLine(one, 'Sam'))
  expect(lines).toContain('E1, from your notes, may need other words: great job.')
  expect(lines).toContain(
    'Point 1 is said in the words of your notes (E1). Read it once as if it were said to you.',
  )
  expect(await notedWords(plan, async () => [])).toEqual([])
})

it('names a goal that is open already, by its id', async () => {
  const file = 'person: Sam Rivera\ngoals: [{ text: Send each waiting customer one update a day. }]\n'
  const world = testWorld()
  const helpers = { world, read: readLines, readFile: async () => '' }
  const done = await answerAll(begin(constructiveFeedback(), 'core'), givenFrom(file), helpers, true)
  const plan = planOf(done.interview, world)
  const open = { id: NOTED.id, text: 'send each waiting  customer one update a day', about: '' }
  expect(sameGoals(plan, [open]).map((one) => noticeLine(one, 'Sam'))).toEqual([
    '"Send each waiting customer one update a day." is open with Sam already (q47k3v). It can be left out here.',
  ])
  expect(sameGoals(plan, [{ ...open, text: 'Send one update' }])).toEqual([])
})

it.each([
  ['false', 1],
  ['true', 0],
])('names a last look that was answered with no (%s)', async (said, count) => {
  const template = templateFrom('templates/sessions/helping-a-colleague.yaml')
  const world = testWorld()
  const helpers = { world, read: readLines, readFile: async () => '' }
  const given = givenFrom(`person: Noor Haddad\ndiscreet: ${said}\n`)
  const done = await answerAll(begin(template, 'core'), given, helpers, true)
  const lines = notices(planOf(done.interview, world), NOTICE_DEFAULTS).map((one) => noticeLine(one, 'Noor'))
  expect(
    lines.filter((line) => line.startsWith('"Could Noor read all of this?" You answered no.')),
  ).toHaveLength(count)
})
