import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { cells } from '../../src/core/text/width.ts'
import { handOn } from './by-hand.ts'
import { type Desk, newDesk } from './desk.ts'
import { filesIn, withoutIds } from './notebook.ts'

// The talk that was prepared: at the terminal with a break in between, from piped lines, and from a file.

const desks: Desk[] = []
afterEach(() => {
  for (const desk of desks.splice(0)) desk.remove()
})

const SESSION = `relationship: mentor
view: without
view_reason: Sam is on late shifts
evidence: |
  + 2 Nov 48402: The handover had the goal, the steps tried and the logs
  - 3 Nov 51820: update promised for 15:00, sent at 10:05 the next day
causes: []
points:
  - { evidence: [E1], behaviour: handover-complete, impact: Tier 2 could start at once. }
  - evidence: [E2]
    behaviour: updates-waiting
    impact: The customer wrote twice in between.
    ask: How did that afternoon look from your side?
goals: "Each waiting customer hears from me once a working day (now 5 of 12, goal 12 of 12), by 18 December"
talk: [{ date: 2026-11-24, time: "14:00", place: room 2, minutes: 30 }]
intention: Sam can ask for help before the day is over.
reactions: That it was not the right ticket. I will ask how the list looked from there.
checkin: [{ date: 2026-12-08 }]
`

const DAY = { TACTFUL_NOW: '2026-11-24T14:00:00Z' }

/** A notebook with a session of some days ago in it, on the day of its talk. */
async function prepared(): Promise<Desk> {
  const desk = newDesk()
  desks.push(desk)
  writeFileSync(join(desk.folder, 'session.yaml'), SESSION)
  await desk.run(['people', 'add', 'Sam Rivera'])
  const saved = await desk.run(['prep', 'sam', '--answers', 'session.yaml'])
  expect([saved.err, saved.code]).toEqual(['', 0])
  return desk
}

/** What the talk changed: the session and its private part. */
function told(desk: Desk): Readonly<Record<string, string>> {
  const files = withoutIds(filesIn(desk.notebook))
  const changed = Object.entries(files).filter(([path]) => /^(?:notes|private)\/.*-session\.md$/.test(path))
  expect(changed).toHaveLength(2)
  return Object.fromEntries(changed)
}

const FILE = `agenda:
  - { of: turn, view: I kept waiting until I had news. }
  - { of: point-1, reply: ['"Nobody told me about the list.', a short line would have helped] }
differ: The list is what is missing.
goals: [{ state: agreed }]
focus: The waiting customers.
agreements: tries the short update on two cases, by 4 December
support: I find out where the list is, by 30 November
ideas: [{ text: A list on the wall }]
for_me: Come by more often.
went_well: I let Sam finish.
otherwise: Ask sooner.
self_check: [alone, first]
`

const SAID = 'What is said about it?'
const POINT = 'Updates to waiting customers'
const WELL = 'What went well: Handing over with goal, tries, logs and urgency'

test('at the terminal, left in the middle and taken up again, it becomes what piped lines and a file make of it', async () => {
  const atHand = await prepared()
  const narrow = (screen: string) => {
    for (const line of screen.split('\n')) expect(cells(line)).toBeLessThanOrEqual(80)
  }
  const first = atHand.open(['talk', 'sam'], { cols: 80, rows: 30, env: DAY })
  const hand = handOn(first, narrow)
  await hand.sees(SAID, 'Opening')
  // Everything to keep in mind was there before the first question.
  const card = first.scrollback().replaceAll(/\s+/g, ' ')
  for (const words of [
    'Talk with Sam Rivera',
    '24 November 2026, 14:00 (30 minutes, room 2)',
    'What you hope for: Sam can ask for help before the day is over.',
    'What they may answer: That it was not the right ticket.',
  ]) {
    expect(card).toContain(words)
  }
  hand.keys('enter')
  await hand.answers('How does Sam see it?', 'I kept waiting until I had news.', "Sam's turn")
  await hand.answers('How does Sam see it?', '', "Sam's turn")
  await hand.answers(SAID, '', WELL)
  await hand.sees(SAID, POINT)
  expect(first.screen().replaceAll(/\s+/g, ' ')).toContain('How did that afternoon look from your side?')
  await hand.answers(SAID, '"Nobody told me about the list.', POINT)
  await first.waitFor(/In their words: Nobody told me/)
  first.kill('SIGKILL')
  await first.exit
  const home = (await atHand.run([], { env: DAY })).out
  expect(home).toContain('Talk with Sam Rivera, left at "The talk"')
  expect(home).not.toContain('today at 14:00')

  const again = atHand.open(['talk'], { cols: 80, rows: 30, env: DAY })
  const on = handOn(again, narrow)
  await on.sees(SAID, POINT)
  expect(again.scrollback()).toContain('Going on with')
  await on.answers(SAID, 'a short line would have helped', POINT)
  await on.answers(SAID, '', POINT)
  await on.answers('What did you leave for another time?', '')
  await on.answers('What does Sam see differently?', 'The list is what is missing.')
  await on.picks('Do you both agree on it?', '1', 'Goal 1')
  await on.answers('What does Sam want to work on first?', 'The waiting customers.')
  await on.answers('What will Sam do?', 'tries the short update on two cases, by 4 December')
  await on.answers('What do you promise Sam?', 'I find out where the list is, by 30 November')
  await on.answers('What would Sam change about the way the work is done?', 'A list on the wall', 'Idea 1')
  await on.answers('What would Sam change about the way the work is done?', '', 'Idea 2')
  await on.answers('What does Sam say about your part?', 'Come by more often.')
  await on.answers('When do you look at it again together?', '')
  await on.answers('What went well in how you held this talk?', 'I let Sam finish.')
  await on.answers('What would you do differently next time?', 'Ask sooner.')
  await on.answers('What do you still owe Sam?', '')
  await on.sees('Which of these are true of this talk?')
  on.keys('space', 'down', 'space', 'enter')
  await again.waitFor(/Before you save[\s\S]*8 {2}save/)
  on.keys('enter')
  expect((await again.exit).code).toBe(0)
  expect(again.scrollback()).toMatch(/Copy for Sam: +tactful export [0-9a-z]{6} --for person/)
  const byHand = told(atHand)

  const piped = await prepared()
  const lines = [
    ...['', 'I kept waiting until I had news.', '', ''],
    ...['"Nobody told me about the list.', 'a short line would have helped', '', ''],
    ...['The list is what is missing.', '1', 'The waiting customers.'],
    ...['tries the short update on two cases, by 4 December', ''],
    ...['I find out where the list is, by 30 November', '', 'A list on the wall', ''],
    ...['Come by more often.', '', 'I let Sam finish.', 'Ask sooner.', '', '1,2', ''],
  ]
  expect(lines.length).toBeLessThanOrEqual(28)
  const plain = await piped.run(['talk', '--plain'], { input: `${lines.join('\n')}\n`, env: DAY })
  expect(plain.code).toBe(0)
  expect(told(piped)).toEqual(byHand)

  const file = await prepared()
  const unattended = await file.run(['talk', 'sam', '--answers', '-', '--json'], { input: FILE, env: DAY })
  expect([unattended.err, unattended.code]).toEqual(['', 0])
  expect(JSON.parse(unattended.out)).toMatchObject({ person: 'sam-rivera', kind: 'session', findings: 0 })
  const byFile = told(file)
  expect(Object.values(byFile)[0]?.replaceAll(/^ {4}[\w.]+: .*\n/gm, '')).toBe(
    Object.values(byHand)[0]?.replaceAll(/^ {4}[\w.]+: .*\n/gm, ''),
  )
})

test('what is changed while the talk is open stays; somebody who writes it down first is not overwritten', async () => {
  const desk = await prepared()
  const [path = ''] = [...filesIn(desk.notebook).keys()].filter((one) => /^notes\/.*-session-/.test(one))
  const terminal = desk.open(['talk', 'sam', '--quick'], { env: DAY })
  const hand = handOn(terminal)
  await hand.sees('Do you both agree on it?', 'Goal 1')
  const edited = (filesIn(desk.notebook).get(path) ?? '').replace(
    '## To talk about',
    '## By hand\n\nA word.\n\n## To talk about',
  )
  writeFileSync(join(desk.notebook, path), edited)
  await hand.picks('Do you both agree on it?', '1', 'Goal 1')
  await hand.answers('What will Sam do?', 'tries it, by 4 December')
  await hand.answers('What do you promise Sam?', '')
  await hand.sees('When do you look at it again together?')
  hand.keys('enter')
  await terminal.waitFor(/Before you save/)
  // Another window was quicker.
  const other = await desk.run(['talk', 'sam', '--answers', '-', '--quick'], { input: FILE, env: DAY })
  expect(other.code).toBe(0)
  const before = filesIn(desk.notebook).get(path)
  expect(before).toContain('## By hand\n\nA word.\n')
  hand.keys('enter')
  expect((await terminal.exit).code).toBe(2)
  expect(terminal.scrollback()).toContain('is written down already.')
  expect(terminal.scrollback()).toMatch(/Your answers are kept\. {2}tactful resume [0-9a-z]{6}/)
  expect(filesIn(desk.notebook).get(path)).toBe(before)
})

test('what may be theirs alone is asked about at once, a line is told by whose it is, and Enter alone agrees to no goal', async () => {
  const desk = await prepared()
  const lines = [
    ...['', 'dad is still in hospital, he is back on Thursday', '1', 'me: I should have asked sooner', ''],
    ...['', '"my wife is in hospital too', '2', 'private: find a cover', '', '', 'I have depression', '3'],
    // Enter alone is no yes.
    ...['', '1', '', '', '', '', '', '', '', '', '', '', ''],
  ]
  const held = await desk.run(['talk', '--plain'], { input: `${lines.join('\n')}\n`, env: DAY })
  expect(held.code, held.err).toBe(0)
  expect(held.err.match(/This may be theirs alone/g)).toHaveLength(3)
  for (const words of [
    'Only for you: dad is still in hospital',
    'Note 2 · Your note: I should have asked sooner',
    'Only for you: find a cover',
  ]) {
    expect(held.err).toContain(words)
  }
  expect(held.err).toContain('An answer is needed here.')
  const [note = '', own = ''] = Object.values(told(desk))
  expect(note).toContain('In their words: I have depression')
  expect(own).toContain('dad is still in hospital, he is back on Thursday')
  for (const words of ['hospital', 'my wife', 'cover', 'private:', 'me: I']) expect(note).not.toContain(words)
  expect(own).not.toContain('my wife')
})
