import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { type Desk, newDesk } from './desk.ts'
import { filesIn, shortIds, withoutIds } from './notebook.ts'
import { expectTranscript, transcriptOf } from './transcript.ts'

const desks: Desk[] = []
const freshDesk = (): Desk => {
  const desk = newDesk()
  desks.push(desk)
  return desk
}
afterEach(() => {
  for (const desk of desks.splice(0)) desk.remove()
})

const TYPED = [
  'Sam Rivera',
  '?',
  ':deeper',
  'mentor',
  'tier 1, four months in',
  '',
  ':skip',
  '1',
  ':why',
  '@self-assessment-reply.txt',
  '- 14 Oct 48213: The update promised for 16:00 went out at 11:20 the next day; the customer wrote twice in between',
  '- 20 Oct 48377: The case went to tier 3 without the login-loop checklist and came back after 5 hours ? perhaps nobody told tier 1 that the checklist moved in September',
  '+ 2 Nov 48402: The handover had the goal, the steps tried, the logs and the urgency; tier 2 solved it in 20 minutes',
  '- 5 Nov: On a call Sam said "I know this policy better than they do", and the customer heard it',
  '',
  '3, 10, 13',
  '1',
  'the login-loop checklist moved to the new wiki and the old link is dead, since September [E2] -> one page with all checklists',
  '',
  '',
  '3',
  'handover-complete',
  '1',
  'updates to waiting customers',
  '2',
  'checklist-first',
  'Tier 2 could start at once and had nothing to ask back.',
  'The customer asked',
  ':back',
  'The customer asked whether anyone was still on it.',
  'How did that afternoon look from your side? What if a short line went out even when there is no news?',
  '',
  'The customer waited those 5 hours, and tier 3 asked for what the checklist would have shown.',
  'Where did you look for the checklist, and whom could you ask on the late shift?',
  '',
  'Every waiting customer hears from me at least once a working day',
  '',
  '',
  '18 December',
  'Tue 24 Nov 14:00, room 2, 30 min',
  'Thank you for taking the time, Sam. I would like to start with 48402, and then look at two cases together.',
  '',
  'save',
]

test('the whole case, in plain mode, by typed lines alone', async () => {
  const desk = freshDesk()
  const prep = await transcriptOf(desk, [{ args: ['prep', '--plain'], typed: TYPED }])
  const [session = ''] = [...shortIds(filesIn(desk.notebook))].find(([, kind]) => kind === 'session') ?? []
  const reading = await transcriptOf(desk, [
    { args: ['list'] },
    { args: ['show', session] },
    { args: ['export', session, '--for', 'person', '--yes'] },
  ])
  expectTranscript('case.txt', `${prep}\n${reading}`)

  const fromFile = freshDesk()
  cpSync(join(import.meta.dirname, 'case/answers.yaml'), join(fromFile.folder, 'answers.yaml'))
  expect(await fromFile.run(['prep', '--answers', 'answers.yaml'])).toMatchObject({ code: 0 })
  expect(withoutIds(filesIn(desk.notebook))).toEqual(withoutIds(filesIn(fromFile.notebook)))
})
