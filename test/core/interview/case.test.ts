import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { begin, replay } from '../../../src/core/interview/fold.ts'
import { runInterview } from '../../../src/core/interview/loop.ts'
import { planOf, visibleAnswers } from '../../../src/core/interview/plan.ts'
import type { Step } from '../../../src/core/interview/state.ts'
import { answerAll } from '../../../src/core/interview/unattended.ts'
import type { MenuScreen, QuestionScreen } from '../../../src/core/ports.ts'
import { readLines } from '../../../src/core/session/lines.ts'
import { answer, enter, givenFrom, guideFor, plain, scripted, testWorld } from '../../support/interview.ts'
import { constructiveFeedback } from '../../support/templates.ts'

const EVIDENCE = [
  '- 14 Oct 48213: update promised for 16:00, sent 11:20 the next day',
  '- 20 Oct 48377: sent to tier 3 without the login-loop checklist, came back after 5 hours ? perhaps nobody said it moved',
  '+ 2 Nov 48402: handover had goal, steps, logs, urgency; solved in 20 min',
  '- 5 Nov call: said "I know this policy better than they do", the customer heard it',
].join('\n')

const VIEW = 'What went well: the payment ticket.\nMy goal: update every waiting customer once a day.'

const CASE: Readonly<Record<string, string | readonly string[]>> = {
  'Who is it for?': 'Sam Rivera',
  'What are you to Sam?': ['mentor'],
  'How does Sam see it?': ['typed'],
  'What did Sam say?': VIEW,
  'What did you see or hear?': EVIDENCE,
  'What could be behind it?': ['skill', 'procedure'],
  'Point 1 Which evidence is it about?': ['k3'],
  'Point 1 What is it that one could see Sam do?': ['handover-complete'],
  'Point 2 Which evidence is it about?': ['k1'],
  'Point 2 What is it that one could see Sam do?': ['updates-waiting'],
  'Point 3 Which evidence is it about?': ['k2'],
  'Point 3 What is it that one could see Sam do?': ['checklist-first'],
  'Point 1 What did it lead to?': 'Tier 2 could start at once.',
  'Point 2 What did it lead to?': 'The customer wrote twice in between',
  'Point 2 What do you want to ask or suggest?': 'How did that afternoon look from your side?',
  'Point 3 What did it lead to?': 'Five hours went by.',
  'Point 3 What do you want to ask or suggest?': 'Where did you look for the checklist?',
  'What could Sam aim for, in one line?': 'Every waiting customer hears from me once a working day',
  'Goal 1 How is it now?': '5 of 12',
  'Goal 1 By when?': '2026-12-18',
  'When and where will you talk, and for how long?': 'Tue 24 Nov 14:00, room 2, 30 min',
}

const FILE = `
person: Sam Rivera
relationship: mentor
view: typed
view_text: |
  ${VIEW.replaceAll('\n', '\n  ')}
evidence:
${EVIDENCE.split('\n')
  .map((line) => `  - ${JSON.stringify(line)}`)
  .join('\n')}
causes: [skill, procedure]
points:
  - evidence: [E3]
    behaviour: handover-complete
    impact: Tier 2 could start at once.
  - evidence: [1]
    behaviour: updates-waiting
    impact: The customer wrote twice in between
    ask: How did that afternoon look from your side?
  - evidence: [2]
    behaviour: checklist-first
    impact: Five hours went by.
    ask: Where did you look for the checklist?
goals:
  - "@line": Every waiting customer hears from me once a working day
    baseline: 5 of 12
    by: 2026-12-18
talk: Tue 24 Nov 14:00, room 2, 30 min
`

function mentor(screen: QuestionScreen | MenuScreen) {
  if (!('input' in screen)) return enter(screen)
  const known = CASE[`${screen.item ?? ''} ${screen.ask}`.trim()] ?? CASE[screen.ask]
  return known === undefined ? enter(screen) : answer(known)
}

test('the case takes at most 28 prompts, the review among them', async () => {
  const asker = scripted(mentor)
  const steps: Step[] = []
  const ending = await runInterview(begin(constructiveFeedback(), 'core'), guideFor(asker, steps))
  expect(ending.end).toBe('save')
  const prompts = asker.screens.map((screen) => ('input' in screen ? screen.ask : screen.title))
  expect(prompts.at(-1)).toBe('Before you save')
  expect(prompts.length, prompts.join('\n')).toBeLessThanOrEqual(28)
  expect(replayed(steps)).toEqual(plain(ending.interview))
})

test('in a hurry it takes at most 8', async () => {
  const asker = scripted(mentor)
  const ending = await runInterview(begin(constructiveFeedback(), 'quick'), guideFor(asker, []))
  expect(ending.end).toBe('save')
  const prompts = asker.screens.map((screen) => ('input' in screen ? screen.ask : screen.title))
  expect(prompts.length, prompts.join('\n')).toBeLessThanOrEqual(8)
})

test('by hand and from a file, the same answers count', async () => {
  const asker = scripted(mentor)
  const byHand = await runInterview(begin(constructiveFeedback(), 'core'), guideFor(asker, []))
  const world = testWorld()
  const helpers = { world, read: readLines, readFile: async () => '' }
  const fromFile = await answerAll(begin(constructiveFeedback(), 'core'), givenFrom(FILE), helpers, true)
  expect(fromFile.mistakes).toEqual([])
  expect(fromFile.missing).toEqual([])
  expect(fromFile.unused).toEqual([])
  expect(Object.fromEntries(visibleAnswers(planOf(fromFile.interview, world)))).toEqual(
    Object.fromEntries(visibleAnswers(planOf(byHand.interview, world))),
  )
})

test('what is said comes from the evidence and the answers, each sentence whole, nothing else changed', async () => {
  const asker = scripted(mentor)
  await runInterview(begin(constructiveFeedback(), 'core'), guideFor(asker, []))
  const said = asker.screens.find((screen) => 'input' in screen && screen.ask.startsWith('Read it once'))
  expect(said).toMatchObject({
    item: 'Point 2',
    initial:
      'update promised for 16:00, sent 11:20 the next day. [E1] The customer wrote twice in between. How did that afternoon look from your side?',
  })
})

test('the sample that ships answers everything', async () => {
  const path = fileURLToPath(
    new URL('../../../templates/samples/constructive-feedback.yaml', import.meta.url),
  )
  const helpers = { world: testWorld(), read: readLines, readFile: async () => '' }
  const done = await answerAll(
    begin(constructiveFeedback(), 'core'),
    givenFrom(readFileSync(path, 'utf8')),
    helpers,
    true,
  )
  expect({ mistakes: done.mistakes, missing: done.missing, unused: done.unused }).toEqual({
    mistakes: [],
    missing: [],
    unused: [],
  })
})

function replayed(steps: readonly Step[]): unknown {
  return plain(replay(constructiveFeedback(), { depth: 'core' }, steps))
}
