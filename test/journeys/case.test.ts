import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { OpenTerminal } from '../support/terminal.ts'
import { type Hand, handOn } from './by-hand.ts'
import { type Desk, newDesk } from './desk.ts'
import { filesIn, withoutIds } from './notebook.ts'

// The rough notes of test/data/cases, prepared by hand and from a file. Whatever happens on the way, the notes are the same.

const desks: Desk[] = []
const freshDesk = (): Desk => {
  const desk = newDesk()
  cpSync(join(import.meta.dirname, 'case/answers.yaml'), join(desk.folder, 'answers.yaml'))
  desks.push(desk)
  return desk
}
afterEach(() => {
  for (const desk of desks.splice(0)) desk.remove()
})

const EVIDENCE = [
  '- 14 Oct 48213: The update promised for 16:00 went out at 11:20 the next day; the customer wrote twice in between',
  '- 20 Oct 48377: The case went to tier 3 without the login-loop checklist and came back after 5 hours ? perhaps nobody told tier 1 that the checklist moved in September',
  '+ 2 Nov 48402: The handover had the goal, the steps tried, the logs and the urgency; tier 2 solved it in 20 minutes',
  '- 5 Nov: On a call Sam said "I know this policy better than they do", and the customer heard it',
].join('\n')

const BARRIER =
  'the login-loop checklist moved to the new wiki and the old link is dead, since September [E2] -> one page with all checklists'

const EVIDENCE_ASK = 'Which evidence is it about?'
const BEHAVIOUR = 'What is it that one could see Sam do?'
const IMPACT = 'What did it lead to?'
const SUGGEST = 'What do you want to ask or suggest?'
const SAID = 'Read it once as if it were said to you. Does it fit?'

/** Until the middle of the words: two answers there, a third half typed, then no more power. */
async function untilTheyAreKilled(desk: Desk): Promise<void> {
  const terminal = desk.open(['prep'])
  const hand = handOn(terminal)
  await hand.answers('Who is it for?', 'Sam Rivero')
  await hand.sees('What are you to Sam?')
  hand.keys('shift-tab')
  await hand.sees('> Sam Rivero')
  hand.keys('backspace')
  await hand.answers('Who is it for?', 'a')
  await hand.answers('What are you to Sam?', ':deeper')
  await terminal.waitFor((screen) => !screen.includes('more here'))
  await hand.picks('What are you to Sam?', '1')
  await hand.answers("What is Sam's work?", 'tier 1, four months in')
  await hand.answers('What do you hope will be better for Sam afterwards?', ':skip')
  await hand.answers('Have you slept on it?', ':skip')
  await hand.picks('How does Sam see it?', '2')
  await hand.answers('What did Sam say?', ':back')
  await hand.picks('How does Sam see it?', '1')
  await hand.answers('Which file is it in?', 'self-assessment-reply.txt')
  await hand.sees('What did you see or hear?')
  terminal.paste(EVIDENCE)
  await terminal.waitFor('the customer heard it')
  hand.keys('enter')
  await hand.sees('What could be behind it?')
  hand.keys('down', 'down', 'space')
  await hand.picks('[x] did not know', '10')
  await hand.answers('[x] a change', 'training or')
  await hand.answers('[x] training or resources', '')
  await hand.sees('Two of three causes lie in the system. Feedback alone will not change them.')
  await hand.picks('How do you want to go on?', '1')
  await hand.sees('E2 The case went to tier 3 without the login-loop checklist')
  await hand.answers('What is in the way?', BARRIER)
  await hand.answers('Where do the two of you see it differently?', '', 'Difference 1')
  await hand.answers(EVIDENCE_ASK, '3', 'Point 1')
  await hand.answers(BEHAVIOUR, 'handing over with goal', 'Point 1')
  await hand.answers(EVIDENCE_ASK, '1', 'Point 2')
  await hand.answers(BEHAVIOUR, 'updates to waiting', 'Point 2')
  await hand.answers(EVIDENCE_ASK, '2', 'Point 3')
  await hand.answers(BEHAVIOUR, 'going through the checklist', 'Point 3')
  await hand.answers(IMPACT, 'Tier 2 could start at once and had nothing to ask back.', 'Point 1')
  await hand.sees(IMPACT, 'Point 2')
  terminal.type('The customer asked whether')
  await terminal.waitFor('> The customer asked whether')
  hand.keys('shift-tab')
  await hand.answers('> Tier 2 could start', '', 'Point 1')
  await hand.sees('> The customer asked whether', 'Point 2')
  terminal.type(' anyone was still on it.')
  hand.keys('enter')
  await hand.sees(SUGGEST, 'Point 2')
  terminal.type('How did that after')
  await terminal.waitFor('How did that after')
  terminal.kill('SIGKILL')
  expect(await terminal.exit).toMatchObject({ signal: 9 })
}

/** Goes on with what was kept, changes one answer at the review, and saves. */
async function goOn(desk: Desk): Promise<string> {
  const terminal = desk.open(['resume'])
  const hand = handOn(terminal)
  await terminal.waitFor(() => terminal.scrollback().includes('Going on with'))
  await hand.answers(
    SUGGEST,
    'How did that afternoon look from your side? What if a short line went out even when there is no news?',
    'Point 2',
  )
  await hand.answers(SAID, '', 'Point 2')
  await hand.answers(IMPACT, 'Five hours were lost.', 'Point 3')
  await hand.answers(
    SUGGEST,
    'Where did you look for the checklist, and whom could you ask on the late shift?',
    'Point 3',
  )
  await hand.sees(SAID, 'Point 3')
  hand.keys('escape')
  await hand.answers('> Where did you look for the checklist', '', 'Point 3')
  await hand.answers(SAID, '', 'Point 3')
  await hand.answers(
    'What could Sam aim for, in one line?',
    'Every waiting customer hears from me at least once a working day',
  )
  await hand.answers('How is it now?', '')
  await hand.answers('By when?', '18 December')
  await hand.answers('When and where will you talk, and for how long?', 'Tue 24 Nov 14:00, room 2, 30 min')
  await hand.sees('How will you begin?')
  hand.keys('ctrl-a', 'ctrl-k')
  await hand.answers(
    'How will you begin?',
    'Thank you for taking the time, Sam. I would like to start with 48402, and then look at two cases together.',
  )
  await hand.answers('When will you look at it again together?', '')
  await changeOneImpact(terminal, hand)
  const last = await terminal.waitFor('Saved.')
  expect(await terminal.exit).toEqual({ code: 0, signal: undefined })
  return last
}

/** One review edit: into the part, the point, the answer; it returns to the point, and from there one goes out and saves. */
async function changeOneImpact(terminal: OpenTerminal, hand: Hand): Promise<void> {
  await hand.picks('11 save', '7')
  await hand.picks('back to the review', '3')
  await hand.picks('1 Point 3 · Impact', '1')
  await hand.sees('> Five hours were lost.', 'Point 3')
  hand.keys('ctrl-a', 'ctrl-k')
  await hand.answers(
    IMPACT,
    'The customer waited those 5 hours, and tier 3 asked for what the checklist would have shown.',
    'Point 3',
  )
  await terminal.waitFor('Before you save')
  await hand.answers('> 11 save', '')
}

test('prepared by hand, with backs, a change at the review, and one kill, the notes are those from the answers file', async () => {
  const byHand = freshDesk()
  await untilTheyAreKilled(byHand)
  const last = await goOn(byHand)
  expect(last).toContain('private part kept apart')

  const fromFile = freshDesk()
  const ran = await fromFile.run(['prep', '--answers', 'answers.yaml'])
  expect(ran).toMatchObject({ code: 0 })
  expect(withoutIds(filesIn(byHand.notebook))).toEqual(withoutIds(filesIn(fromFile.notebook)))
  expect(filesIn(join(byHand.state, 'drafts')).size).toBe(0)
})

test('the notes hold what was seen and asked; what the rough notes judge, compare or only heard is nowhere', async () => {
  const desk = freshDesk()
  await desk.run(['prep', '--answers', 'answers.yaml'])
  const files = filesIn(desk.notebook)
  expect([...files.keys()].map((path) => path.replace(/-[0-9a-z]{6}\.md$/, ''))).toEqual([
    '.gitignore',
    'notes/sam-rivera/2026-11-21-barrier',
    'notes/sam-rivera/2026-11-21-evidence',
    'notes/sam-rivera/2026-11-21-goal',
    'notes/sam-rivera/2026-11-21-session',
    'people/sam-rivera.yaml',
    'private/sam-rivera/2026-11-21-evidence',
    'tactful.yaml',
  ])
  const everything = [...files.values()].join('\n')
  expect(everything).not.toMatch(
    /lazy|never|attitude|defensive|care\b|should|great job|wei-ling|father|threw/i,
  )
  const [barrier = ''] = [...files].filter(([path]) => path.includes('barrier')).map(([, text]) => text)
  expect(barrier).toContain(
    '## In the way\n\nthe login-loop checklist moved to the new wiki and the old link is dead\n',
  )
  expect(barrier).not.toMatch(/Sam|perhaps nobody told|48377|The case went to tier 3/)
  const [session = ''] = [...files].filter(([path]) => path.includes('session')).map(([, text]) => text)
  expect(session).toContain(
    '[E1] The customer asked whether anyone was still on it. How did that afternoon look',
  )
  expect(session).not.toContain('perhaps nobody told')
  expect([...files].find(([path]) => path.startsWith('private/'))?.[1]).toContain(
    'perhaps nobody told tier 1',
  )
})

test('only the barrier note: the lead sees it, and Sam has had no feedback', async () => {
  const desk = freshDesk()
  const answers = ['prep', '--answers', 'only.yaml', '--json']
  const text = readFileSync(join(desk.folder, 'answers.yaml'), 'utf8').replace('gate: both', 'gate: only')
  writeFileSync(join(desk.folder, 'only.yaml'), text.slice(0, text.indexOf('\npoints:')))
  const ran = await desk.run(answers)
  expect(ran).toMatchObject({ code: 0, err: expect.not.stringContaining('Not used') })
  const [session, barrier] = ['session', 'barrier'].map((kind) =>
    [...filesIn(desk.notebook).keys()].find((path) => path.includes(`-${kind}-`)),
  )
  expect(JSON.parse(ran.out)).toMatchObject({ kind: 'session', path: session, barriers: [{ path: barrier }] })
  const told = (await desk.run(['barrier'])).out
  expect(told).toContain('The lead\n')
  expect(told).toContain('open since today')
  expect((await desk.run(['last', 'sam'])).out).not.toContain('a barrier note instead')
  expect(await desk.run(['doctor'])).toMatchObject({ code: 0 })
})
