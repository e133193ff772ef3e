import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { cells } from '../../src/core/text/width.ts'
import { handOn } from './by-hand.ts'
import { type Desk, newDesk } from './desk.ts'
import { filesIn, shortIds, withoutIds } from './notebook.ts'

// Two weeks after a session, the check-in: by hand, from piped lines, and from a file.

const desks: Desk[] = []
afterEach(() => {
  for (const desk of desks.splice(0)) desk.remove()
})

const SESSION = `relationship: mentor
view: without
view_reason: Sam is on late shifts
evidence: "- 3 Nov 51820: update promised for 15:00, sent at 10:05 the next day"
causes: [procedure]
points:
  - evidence: [E1]
    behaviour: updates-waiting
    impact: The customer wrote twice in between.
    ask: How did that afternoon look from your side?
goals: "Each waiting customer hears from me once a working day (now 5 of 12, goal 12 of 12), by 18 December"
support: |
  I look at the list with you, by 20 November
  I ask for a second line, by 27 November
checkin: [{ date: 2026-11-21 }]
`

/** A notebook with a session of two weeks ago in it. */
async function prepared(): Promise<Desk> {
  const desk = newDesk()
  desks.push(desk)
  writeFileSync(join(desk.folder, 'session.yaml'), SESSION)
  const env = { TACTFUL_NOW: '2026-11-07T10:00:00Z' }
  await desk.run(['people', 'add', 'Sam Rivera', '--cadence', 'every 2 weeks on Sat 14:00'], { env })
  const saved = await desk.run(['prep', 'sam', '--answers', 'session.yaml'], { env })
  const noticed = 'Also noticed\n  Nothing yet about what went well. Is there one thing Sam can keep doing?\n'
  expect([saved.err, saved.code]).toEqual([noticed, 0])
  return desk
}

const KEPT = 'What is done of what you both promised?'
const PRAISE = 'You told the customer of 52240 at 14:00 that there was no news yet, and they thanked you.'
const HARD = 'Two days with the phones down.'

const QUICK = (promise: string) => `kept: [${promise}]
goals:
  - agreed: yes
    progress: 9 of 12
hard: ${HARD}
recognition:
  - text: ${PRAISE}
`

/** What was saved by the check-in alone. */
function checkinIn(desk: Desk): string {
  const found = [...filesIn(desk.notebook)].filter(([path]) => path.includes('-checkin-'))
  expect(found).toHaveLength(1)
  return Object.values(withoutIds(new Map(found))).join('')
}

test('a quick check-in by hand, from piped lines and from a file gives the same note', async () => {
  const atHand = await prepared()
  const terminal = atHand.open(['checkin', 'run', 'sam', '--quick'], { cols: 80, rows: 30 })
  const hand = handOn(terminal, (screen) => {
    for (const line of screen.split('\n')) expect(cells(line)).toBeLessThanOrEqual(80)
  })
  await hand.sees(KEPT)
  expect(terminal.screen()).toContain('You promised')
  expect(terminal.screen()).toContain('from 7 Nov, by 20 Nov')
  await hand.answers(KEPT, '1')
  await hand.picks('Have you two agreed on this goal?', 'y', 'Goal 1')
  await hand.sees('Where does it stand now?', 'Goal 1')
  expect(terminal.screen()).toContain('hears from me once a working day')
  await hand.answers('Where does it stand now?', '9 of 12', 'Goal 1')
  await hand.answers('What was hard?', HARD)
  await hand.answers('What went well that deserves a word?', PRAISE)
  await hand.answers('When do you talk again?', '')
  await terminal.waitFor(/Before you save[\s\S]*9 {2}save/)
  hand.keys('enter')
  expect((await terminal.exit).code).toBe(0)
  expect(terminal.scrollback()).toContain('Check-in:      Sat 5 Dec')
  const byHand = checkinIn(atHand)

  const piped = await prepared()
  const lines = ['1', 'y', '9 of 12', HARD, PRAISE, '', '']
  const plain = await piped.run(['checkin', 'run', 'sam', '--quick', '--plain'], {
    input: `${lines.join('\n')}\n`,
  })
  expect(plain.code).toBe(0)
  expect(checkinIn(piped)).toBe(byHand)

  const file = await prepared()
  const due = JSON.parse((await file.run(['promise', 'list', '--json'])).out) as {
    id: string
    words: string
  }[]
  const promise = due.find(({ words }) => words.includes('the list'))?.id.slice(-6) ?? ''
  const unattended = await file.run(['checkin', 'run', 'sam', '--quick', '--answers', '-', '--json'], {
    input: QUICK(promise.toLowerCase()),
  })
  expect([unattended.err, unattended.code]).toEqual(['', 0])
  expect(JSON.parse(unattended.out)).toMatchObject({ person: 'sam-rivera', kind: 'checkin', findings: 0 })
  expect(checkinIn(file)).toBe(byHand)
})

test('what is left can be moved, dropped or met, each with its reason, and all of it is events', async () => {
  const desk = await prepared()
  writeFileSync(
    join(desk.folder, 'checkin.yaml'),
    `promises:
  - { state: moved, to: 2026-12-04, why: the list was being rebuilt }
  - { state: dropped, why: the phones are gone for good }
goals:
  - progress: 12 of 12
    words: It has become a habit.
    state: changed
    changed_to: Each waiting customer hears from me twice a working day, by 29 January
    why: once is too little in December
recognition: [{ text: "${PRAISE}", how: team }]
agreements: tries the short update on two cases, by 4 December
checkin: [{ date: 2026-12-03, time: "15:00" }]
`,
  )
  const saved = await desk.run(['checkin', 'run', 'sam', '--answers', 'checkin.yaml'])
  expect([saved.err, saved.code]).toEqual(['', 0])
  const note = checkinIn(desk)
  for (const words of [
    'I look at the list with you (from 7 Nov, by 20 Nov). Moved to 4 December 2026: the list was being rebuilt.',
    'No longer needed: the phones are gone for good.',
    '  > It has become a habit.',
    'Changed. It now reads: Each waiting customer hears from me twice a working day, by 29 January. The reason: once is too little in December.',
    '(said in front of the team)',
    'Next check-in: 3 December 2026',
  ]) {
    expect(note).toContain(words)
  }
  const goals = JSON.parse((await desk.run(['goal', 'list', '--json'])).out) as {
    words?: string
    status: string
  }[]
  expect(goals.map(({ status }) => status).sort()).toEqual(['agreed'])
  const { out, code } = await desk.run(['checkin', 'due', '--on', '2026-12-03', '--json'])
  expect(code).toBe(1)
  expect(JSON.parse(out)).toMatchObject([{ due: '2026-12-03', at: '15:00', instant: '2026-12-03T15:00:00Z' }])
})

test('without a terminal it says what is missing; interrupted, it goes on and saves once', async () => {
  const desk = await prepared()
  const missing = await desk.run(['checkin', 'run', 'sam'])
  expect(missing.code).toBe(2)
  expect(missing.err).toBe(
    'Missing:\n  recognition.1.text   What went well that deserves a word?\nNothing was saved.\n',
  )
  const terminal = desk.open(['checkin', 'run', 'sam', '--quick'])
  const hand = handOn(terminal)
  await hand.answers(KEPT, '1')
  await hand.sees('Have you two agreed on this goal?', 'Goal 1')
  hand.keys('ctrl-c')
  expect((await terminal.exit).code).toBe(130)
  const home = await desk.run([])
  expect(home.out).toContain('Check-in with Sam Rivera, left at "Goals"')
  const again = desk.open(['resume'])
  const on = handOn(again)
  await on.picks('Have you two agreed on this goal?', 'y', 'Goal 1')
  expect(again.scrollback()).toContain('Check-in with Sam Rivera. Going on with')
  await on.answers('Where does it stand now?', '', 'Goal 1')
  await on.answers('What was hard?', '')
  await on.answers('What went well that deserves a word?', PRAISE)
  await on.answers('When do you talk again?', '')
  await again.waitFor(/Before you save[\s\S]*9 {2}save/)
  on.keys('enter')
  expect((await again.exit).code).toBe(0)
  expect([...shortIds(filesIn(desk.notebook)).values()].filter((kind) => kind === 'checkin')).toHaveLength(1)
})

test('what does not fit is told with its place, and nothing is saved', async () => {
  const desk = await prepared()
  const before = filesIn(desk.notebook)
  const wrong = `kept: [zzzzzz]
promises:
  - { of: nobody, state: moved }
goals:
  - { state: moved }
  - { state: met }
recognition: [{ text: "${PRAISE}" }]
checkin: [{ date: 31 Feb }]
`
  const refused = await desk.run(['checkin', 'run', 'sam', '--answers', '-', '--no-input'], { input: wrong })
  expect(refused.code).toBe(2)
  for (const words of [
    '"zzzzzz" is not one of the choices.',
    'Nothing that is open has an id that ends in "nobody".',
    'Only 1 is open.',
    'goals.1.to',
    '31 Feb',
  ]) {
    expect(refused.err).toContain(words)
  }
  expect(filesIn(desk.notebook)).toEqual(before)
})

test('a check-in that names no next one says that the cadence goes on, and one of the past is refused', async () => {
  const desk = await prepared()
  const env = { TACTFUL_NOW: '2026-11-21T15:00:00Z' }
  const run = ['checkin', 'run', 'sam', '--quick', '--no-input', '--set', `recognition.1.text=${PRAISE}`]
  const past = await desk.run([...run, '--set', 'checkin.1.date=2026-11-20'], { env })
  expect(past.err).toContain('checkin.1.date: 20 November 2026 has passed. Name today or a day to come.')
  expect(past.code).toBe(2)
  const none = ['--set', 'checkin.1.date=', '--set', 'checkin.1.reason=Sam changes teams']
  const saved = await desk.run([...run, ...none], { env })
  expect(saved.code).toBe(0)
  expect(saved.out).toMatch(
    /^Check-in: +the cadence goes on \(every 2 weeks on Sat 14:00\)\. To end it: .+ --cadence ""$/m,
  )
  expect((await desk.run(['checkin', 'due', '--on', '2026-12-05'], { env })).code).toBe(1)
})
