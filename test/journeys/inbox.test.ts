import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { cells } from '../../src/core/text/width.ts'
import { NOTED_IDS, notedPath, putNoted } from '../support/noted.ts'
import { type Hand, handOn } from './by-hand.ts'
import { type Desk, newDesk } from './desk.ts'
import { filesIn, withoutIds } from './notebook.ts'

// What was noted over the autumn lies in the notebook; a conversation about it is prepared by hand and from a file.

const desks: Desk[] = []
const notedDesk = (): Desk => {
  const desk = newDesk()
  putNoted(desk.notebook)
  desks.push(desk)
  return desk
}
afterEach(() => {
  for (const desk of desks.splice(0)) desk.remove()
})

const INBOX = 'Which of your notes about Sam belong here?'
const SEEN = 'What did you see or hear?'
const WHICH = 'Which evidence is it about?'
const BEHAVIOUR = 'What is it that one could see Sam do?'
const ADDED = '- 9 Nov 48455: The second update of the week came a day late'

/** Until the evidence: who it is for, and why their view has to wait. */
async function begin(hand: Hand): Promise<void> {
  await hand.answers('Who is it for?', 'Sam Rivera')
  await hand.picks('What are you to Sam?', '1')
  await hand.picks('How does Sam see it?', '3')
  await hand.answers('Why go on without it this time?', 'Sam is back on Monday')
}

/** Picks by a word, a ticket and a source, with one slip that is taken back. */
async function pick(hand: Hand): Promise<void> {
  await hand.sees(INBOX)
  await hand.answers(INBOX, '48213')
  await hand.answers('[x] - The update promised', 'handover')
  await hand.answers('[x] + The handover', 'communication')
  await hand.sees('[x] On a call Sam said')
  await hand.answers(INBOX, 'checklist')
  await hand.answers('[x] - The case went', 'checklist')
  await hand.sees('[ ] - The case went')
  hand.keys('enter')
}

const FILE = `person: Sam Rivera
relationship: mentor
view: without
view_reason: Sam is back on Monday
inbox: [{ id: m3m4m5, side: growth }, q47k3v, a1b2c3]
evidence:
  - "${ADDED}"
points:
  - evidence: [E2]
    behaviour: handover-complete
    impact: Tier 2 could start at once.
  - evidence: [E3, E4]
    behaviour: updates-waiting
    impact: The customer wrote twice in between.
    ask: How did that afternoon look from your side?
goals:
  - "@line": Every waiting customer hears from me once a working day
    baseline: 5 of 12
    by: 18 December
talk: Tue 24 Nov 14:00, room 2, 30 min
`

/** From the evidence that was added to the last question. */
async function finish(hand: Hand): Promise<void> {
  await hand.answers(SEEN, ADDED)
  await hand.picks('Did it go well, or is it something to grow in?', '2', 'Evidence 1')
  await hand.answers('What could be behind it?', '')
  await hand.answers(WHICH, '2', 'Point 1')
  await hand.answers(BEHAVIOUR, 'handing over with goal', 'Point 1')
  await hand.answers(WHICH, '3 4', 'Point 2')
  await hand.answers(BEHAVIOUR, 'updates to waiting', 'Point 2')
  await hand.answers(WHICH, '', 'Point 3')
  await hand.answers('What did it lead to?', 'Tier 2 could start at once.', 'Point 1')
  await hand.answers('What did it lead to?', 'The customer wrote twice in between.', 'Point 2')
  await hand.answers(
    'What do you want to ask or suggest?',
    'How did that afternoon look from your side?',
    'Point 2',
  )
  await hand.answers('Read it once as if it were said to you. Does it fit?', '', 'Point 2')
  await hand.answers(
    'What could Sam aim for, in one line?',
    'Every waiting customer hears from me once a working day',
  )
  await hand.answers('How is it now?', '5 of 12')
  await hand.answers('By when?', '18 December')
  await hand.answers('When and where will you talk, and for how long?', 'Tue 24 Nov 14:00, room 2, 30 min')
  await hand.answers('How will you begin?', '')
  await hand.answers('When will you look at it again together?', '')
}

function session(desk: Desk): string {
  return [...filesIn(desk.notebook)].find(([path]) => /^notes\/.*-session-/.test(path))?.[1] ?? ''
}

test('from what was noted to a saved session, by hand with a kill after the pick, and the same from a file', async () => {
  const byHand = notedDesk()
  const first = byHand.open(['prep'])
  const hand = handOn(first)
  await begin(hand)
  await pick(hand)
  await hand.sees(SEEN)
  expect(first.scrollback()).toContain('From your notes: 3 items, 1 to grow, 1 went well')
  first.kill('SIGKILL')
  await first.exit

  const again = byHand.open(['resume'])
  const other = handOn(again)
  await again.waitFor(() => again.scrollback().includes('Going on with 5 answers kept'))
  await finish(other)
  const review = await again.waitFor('> 10  save')
  expect(review).toContain('3  Evidence')
  expect(review.replace(/\s+/g, ' ')).toContain('4 items, 3 to grow, 1 went well')
  expect(review.replace(/\s+/g, ' ')).toContain('Not used: E1 (On a call Sam said')
  again.key('enter')
  await again.waitFor('Saved.')
  expect(await again.exit).toMatchObject({ code: 0 })

  const note = session(byHand)
  expect(note).toContain(`- id: "${NOTED_IDS.handover}"\n    as: E2`)
  expect(note).toContain(`- id: "${NOTED_IDS.late}"\n    as: E3`)
  expect(note).not.toContain(NOTED_IDS.call)
  expect(note).toContain('- E3 · 14 October · ticket 48213 · The update promised for 16:00')
  const written = [...filesIn(byHand.notebook)].filter(([path]) => path.includes('2026-11-09-evidence'))
  expect(written).toHaveLength(1)
  expect(written[0]?.[1]).toContain('- E4 · 9 November · ticket 48455 · The second update')
  expect(written[0]?.[1]).not.toContain('16:00')

  const fromFile = notedDesk()
  writeFileSync(join(fromFile.folder, 'sam.yaml'), FILE)
  expect(await fromFile.run(['prep', '--answers', 'sam.yaml'])).toMatchObject({ code: 0 })
  expect(withoutIds(filesIn(byHand.notebook))).toEqual(withoutIds(filesIn(fromFile.notebook)))

  // What was used is behind what was not, the next time.
  const next = byHand.open(['prep', 'Sam Rivera', '--quick'], { rows: 40 })
  const screen = await next.waitFor('Used before')
  const order = ['On a call', 'The case went to tier 3', 'Used before', 'The second update', 'The handover']
  expect(order.map((words) => screen.indexOf(words)).toSorted((a, b) => a - b)).toEqual(
    order.map((words) => screen.indexOf(words)),
  )
})

test('from two exports read into an empty notebook to a saved session that stands on them', async () => {
  const desk = newDesk()
  desks.push(desk)
  await desk.run(['init', desk.notebook])
  for (const file of ['csat-export.csv', 'qa-reviews.json']) {
    expect(await desk.run(['import', file, '--yes', '--create-people'])).toMatchObject({ code: 0 })
  }
  const read = filesIn(desk.notebook)
  const terminal = desk.open(['prep', 'sam'])
  const hand = handOn(terminal)
  await hand.picks('What are you to Sam?', '1')
  await hand.picks('How does Sam see it?', '3')
  await hand.answers('Why go on without it this time?', 'Sam is back on Monday')
  await hand.sees('39 more below')
  await hand.answers(INBOX, '48887')
  await hand.answers('[x] + Sam explained the refund', '48547')
  await hand.answers('[x] Follow-up kept: Promised an update by 16:00', '48406')
  await hand.answers('[x] - Escalation: right tier', '')
  await hand.answers(SEEN, '')
  await hand.picks('Did it go well, or is it something to grow in?', '2', 'Evidence 2')
  await hand.answers('What could be behind it?', '')
  await hand.answers(WHICH, '1', 'Point 1')
  await hand.answers(BEHAVIOUR, 'going through a refund step by step', 'Point 1')
  await hand.answers(WHICH, '23', 'Point 2')
  await hand.answers(BEHAVIOUR, 'updates to waiting', 'Point 2')
  await hand.answers('What did it lead to?', 'The customer could do it alone the next time.', 'Point 1')
  await hand.answers('What did it lead to?', 'Two customers waited a day longer.', 'Point 2')
  await hand.answers('What do you want to ask or suggest?', 'What was in the way?', 'Point 2')
  await hand.sees('Read it once as if it were said to you. Does it fit?', 'Point 2')
  expect(terminal.screen()).toContain('[E2]')
  await hand.answers('Read it once as if it were said to you. Does it fit?', '', 'Point 2')
  await hand.answers(
    'What could Sam aim for, in one line?',
    'One update a day to everybody who waits, by 18 December',
  )
  await hand.answers('How is it now?', '')
  await hand.answers('When and where will you talk, and for how long?', 'Tue 24 Nov 14:00, room 2, 30 min')
  await hand.answers('How will you begin?', '')
  await hand.answers('When will you look at it again together?', '')
  await hand.answers('save', '')
  await terminal.waitFor('Saved.')
  expect(await terminal.exit).toMatchObject({ code: 0 })

  const note = session(desk)
  const lines = note.slice(note.indexOf('## Evidence')).trim().split('\n').slice(2)
  expect(lines).toEqual([
    '- E1 · 29 October · ticket 48887 · https://desk.example.test/tickets/48887 · Sam explained the refund step by step 👍',
    '- E2 · 29 September · ticket 48547 · Follow-up kept: Promised an update by 16:00; the next message went out at 11:20 the following day.',
    '- E3 · 28 September · ticket 48406 · Escalation: right tier · Sent to tier 3 before the tier 2 checklist for login loops was run.',
  ])
  const cited = [...note.matchAll(/- id: "([0-9A-Z]{26})"\n {4}as: E\d/g)].map(([, id]) => id ?? '')
  expect(cited).toHaveLength(3)
  const imported = [...read].filter(([path]) => path.includes('-evidence-')).map(([, text]) => text)
  expect(cited.filter((id) => imported.some((text) => text.includes(id)))).toEqual(cited)
  const after = filesIn(desk.notebook)
  expect([...read].filter(([path, text]) => after.get(path) !== text)).toEqual([])
  expect([...after.keys()].filter((path) => path.includes('-evidence-') && !read.has(path))).toEqual([])
})

test('at 40 columns the list is whole, narrows, and says what it holds', async () => {
  const desk = notedDesk()
  const terminal = desk.open(['prep'], { cols: 40, rows: 24 })
  const hand = handOn(terminal)
  await begin(hand)
  await hand.sees(INBOX)
  await hand.sees('Thu 5 Nov · call · communication')
  const wide = () =>
    terminal
      .screen()
      .split('\n')
      .filter((line) => cells(line) > 40)
  expect(wide()).toEqual([])
  expect(terminal.screen()).toContain('3 more below')
  terminal.type('survey')
  await hand.sees('> 2 [ ] + The handover had the goal')
  await terminal.waitFor((screen) => !screen.includes('more below'))
  expect(wide()).toEqual([])
  terminal.type('x')
  await terminal.waitFor((screen) => !screen.includes('The handover'))
  hand.keys('enter')
  await terminal.waitFor('Nothing in the list matches')
  expect(wide()).toEqual([])
})

test('in plain mode the list is numbered, a word shows what has it, and the numbers stay', async () => {
  const desk = notedDesk()
  const typed = ['Sam Rivera', '1', '3', 'away', 'survey', '48213', 'nothing like it', '2, 4', '', ':quit']
  const { code, text } = await desk.shown(['prep', '--plain'], { input: `${typed.join('\n')}\n` })
  expect(code).toBe(0)
  const from = text.indexOf(INBOX)
  const to = text.indexOf('Feedback for Sam Rivera', from)
  expect(`${text.slice(from, to).trimEnd()}\n`).toBe(`${INBOX}
What no conversation has used yet comes first. You can add more right after
this.
Not used yet
  1  On a call Sam said "I know this policy better than they do", and the
     customer heard it (Thu 5 Nov · call · communication)
  2  + The handover had the goal, the steps tried, the logs and the urgency
     (Mon 2 Nov · 48402 · survey)
  3  - The case went to tier 3 without the login-loop checklist and came back
     after 5 hours (Tue 20 Oct · 48377 · qa)
  4  - The update promised for 16:00 went out at 11:20 the next day (Wed 14 Oct
     · 48213 · ticket · responsiveness)
Several at once: 1,3. An empty line: none. A word, a ticket or a day shows what
has it.
:deeper opens 2 more here.
> survey
Not used yet
  2  + The handover had the goal, the steps tried, the logs and the urgency
     (Mon 2 Nov · 48402 · survey)
> 48213
Not used yet
  4  - The update promised for 16:00 went out at 11:20 the next day (Wed 14 Oct
     · 48213 · ticket · responsiveness)
> nothing like it
Nothing in the list matches "nothing like it".
> 2, 4
  ✓ From your notes: 2 items, 1 to grow, 1 went well
`)
})

test('an id that is not there is refused with the near one, and nothing is saved', async () => {
  const desk = notedDesk()
  const before = filesIn(desk.notebook)
  const set = (inbox: string) => [
    'prep',
    'Sam Rivera',
    '--no-input',
    '--set',
    'view=without',
    '--set',
    'view_reason=away',
    '--set',
    `inbox=${inbox}`,
  ]
  const wrong = await desk.run(set('a1b2c4'))
  expect(wrong).toMatchObject({ code: 2, out: '' })
  expect(wrong.err).toBe(
    'inbox: No evidence about Sam Rivera has an id that ends in "a1b2c4". Did you mean "a1b2c3"?\nNothing was saved.\n',
  )
  expect(filesIn(desk.notebook)).toEqual(before)
  expect(await desk.run(set('all'))).toMatchObject({ code: 0 })
})

test('what changed or went while the draft waited is said, and the preparation goes on with it', async () => {
  const desk = notedDesk()
  const first = desk.open(['prep'])
  const hand = handOn(first)
  await begin(hand)
  await pick(hand)
  await hand.sees(SEEN)
  hand.keys('ctrl-c')
  await first.exit
  const late = join(desk.notebook, notedPath(NOTED_IDS.late))
  writeFileSync(late, readFileSync(late, 'utf8').replace('went out at 11:20', 'went out at noon'))
  rmSync(join(desk.notebook, notedPath(NOTED_IDS.handover)))

  const again = desk.open(['resume'])
  const other = handOn(again)
  await other.picks('Did it go well, or is it something to grow in?', '2', 'Evidence 1')
  const said = again.scrollback().replace(/\s+/g, ' ')
  expect(said).toContain('was changed in your notes since you picked it. It counts as it is now.')
  expect(said).toContain('is not in your notes any more. Its words stay in this session.')
  await other.answers('What could be behind it?', '')
  await other.sees(WHICH, 'Point 1')
  const options = again.screen().replace(/\s+/g, ' ')
  expect(options).toContain('went out at noon the next day E3')
  expect(options).toContain('the logs and the urgency E2')
  again.key('shift-tab')
  await other.sees('What could be behind it?')
  again.key('shift-tab')
  await other.sees('Did it go well', 'Evidence 1')
  again.key('shift-tab')
  await other.sees('> + The handover had the goal')
  again.key('shift-tab')
  await other.sees('[x] - The update promised for 16:00 went out at noon')
})

test('a notebook that cannot be read in one place does not keep anybody from preparing', async () => {
  const desk = notedDesk()
  const path = join(desk.notebook, notedPath(NOTED_IDS.call))
  writeFileSync(path, 'not a note at all')
  chmodSync(path, 0o600)
  const typed = ['Sam Rivera', '1', '3', 'away', '1', '', ':quit']
  const { code, text } = await desk.shown(['prep', '--plain'], { input: `${typed.join('\n')}\n` })
  expect(code).toBe(0)
  expect(text).toContain('From your notes: The handover had the goal')
})
