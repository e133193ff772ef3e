import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { handOn } from './by-hand.ts'
import { type Desk, newDesk } from './desk.ts'
import { filesIn, withoutIds } from './notebook.ts'

// Sam is asked for a view of the work, fills the form in and mails it back; then the conversation is prepared with it.

const desks: Desk[] = []
afterEach(() => {
  for (const desk of desks.splice(0)) desk.remove()
})

const SAID: Readonly<Record<string, string>> = {
  q1: 'The payment ticket (48402). Tier 2 thanked me.',
  q2: '48213. I was waiting for the warehouse, and wrote nothing.',
  q4: 'Every waiting customer hears from me once a working day',
}

const FILE = `view: received
evidence:
  - "- 14 Oct 48213: The update promised for 16:00 went out at 11:20 the next day"
gaps:
  - gap: You wrote that you were waiting. The customer had asked twice by then.
    standard: waiting-informed
points:
  - evidence: [1]
    behaviour: updates-waiting
    impact: The customer wrote twice in between.
    ask: How did that afternoon look from your side?
goals:
  - "@line": Every waiting customer hears from me once a working day
    baseline: 5 of 12
    by: 18 December
talk: Tue 24 Nov 14:00, room 2, 30 min
`

/** Asks for the form, and mails it back as a reply: Sam's words stand between the quoted questions. */
async function asked(desk: Desk): Promise<void> {
  desks.push(desk)
  await desk.run(['people', 'add', 'Sam Rivera'])
  const asking = ['ask', 'sam', '--form', 'self-assessment', '--to', 'sam.md', '--by', '2026-11-28']
  expect(await desk.run(asking)).toMatchObject({ code: 0 })
  const reply = readFileSync(join(desk.folder, 'sam.md'), 'utf8')
    .split('\n')
    .map((line) => {
      const words = SAID[/\[(q\d)\]$/.exec(line)?.[1] ?? '']
      return `> ${line}${words === undefined ? '' : `\n\n${words}\n`}`
    })
    .join('\r\n')
  writeFileSync(
    join(desk.folder, 'reply.txt'),
    `Hi, see below.\r\n\r\nOn 21 Nov 2026, you wrote:\r\n${reply}\r\n\r\nBest,\r\nSam\r\n`,
  )
}

function session(desk: Desk): unknown {
  const found = [...filesIn(desk.notebook)].filter(([path]) => /^notes\/.*-session-/.test(path))
  expect(found).toHaveLength(1)
  return withoutIds(new Map(found))
}

test('a view that is asked for, waited for, read back and taken up, by hand and from a file', async () => {
  const byHand = newDesk()
  await asked(byHand)
  const first = byHand.open(['prep', 'sam'])
  const begin = handOn(first)
  await begin.picks('What are you to Sam?', '1')
  await begin.sees('How does Sam see it?')
  expect(first.screen()).toContain('it is not here yet')
  first.type('1')
  await first.waitFor('tactful resume')
  expect(await first.exit).toMatchObject({ code: 0 })

  const reading = byHand.open(['receive', 'reply.txt'], { rows: 40 })
  const shown = await reading.waitFor(/> +1 {2}save it/)
  expect(shown.replace(/\s+/g, ' ')).toContain('My goal Every waiting customer hears from me')
  expect(shown).toContain('Hi, see below.')
  reading.key('enter')
  await reading.waitFor('Saved.')
  expect(await reading.exit).toMatchObject({ code: 0 })

  const again = byHand.open(['resume'], { rows: 40 })
  const hand = handOn(again)
  await hand.sees('How does Sam see it?')
  expect(again.screen()).toContain('What they wrote came in on')
  again.type('1')
  await hand.answers(
    'What did you see or hear?',
    '- 14 Oct 48213: The update promised for 16:00 went out at 11:20 the next day',
  )
  expect(again.scrollback()).toContain('48213. I was waiting for the warehouse')
  await hand.answers('What could be behind it?', '')
  await hand.sees('Where do the two of you see it differently?')
  expect(again.screen().replace(/\s+/g, ' ')).toContain(
    'I was waiting for the warehouse, and wrote nothing. You: The update promised for 16:00',
  )
  await hand.answers(
    'Where do the two of you see it differently?',
    'You wrote that you were waiting. The customer had asked twice by then.',
  )
  await hand.answers("Which of your team's standards is it about?", 'waiting customer')
  await hand.answers('Which evidence is it about?', '1', 'Point 1')
  await hand.answers('What is it that one could see Sam do?', 'updates to waiting', 'Point 1')
  await hand.answers('What did it lead to?', 'The customer wrote twice in between.', 'Point 1')
  await hand.answers(
    'What do you want to ask or suggest?',
    'How did that afternoon look from your side?',
    'Point 1',
  )
  await hand.answers('Read it once as if it were said to you. Does it fit?', '', 'Point 1')
  await hand.sees('What could Sam aim for, in one line?')
  expect(again.screen()).toContain('In their own words: 1 "Every waiting customer')
  await hand.answers('What could Sam aim for, in one line?', '1')
  await hand.answers('How is it now?', '5 of 12')
  await hand.answers('By when?', '18 December')
  await hand.answers('When and where will you talk, and for how long?', 'Tue 24 Nov 14:00, room 2, 30 min')
  await hand.answers('How will you begin?', '')
  await hand.answers('When will you look at it again together?', '')
  await again.waitFor(/> +\d+ {2}save/)
  again.key('enter')
  await again.waitFor('Saved.')
  expect(await again.exit).toMatchObject({ code: 0 })

  const fromFile = newDesk()
  await asked(fromFile)
  expect(await fromFile.run(['receive', 'reply.txt', '--yes'])).toMatchObject({ code: 0 })
  writeFileSync(join(fromFile.folder, 'answers.yaml'), `relationship: mentor\n${FILE}`)
  expect(await fromFile.run(['prep', 'sam', '--answers', 'answers.yaml'])).toMatchObject({ code: 0 })
  expect(session(byHand)).toEqual(session(fromFile))
}, 60_000)
