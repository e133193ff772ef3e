import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { cells } from '../../src/core/text/width.ts'
import type { KeyPress } from '../support/keys.ts'
import { handOn } from './by-hand.ts'
import { type Desk, newDesk } from './desk.ts'
import { masked } from './transcript.ts'

const FILE = join(import.meta.dirname, 'transcripts/narrow.txt')
const SCREEN = `${'='.repeat(40)}\n`
const isUpdate = process.env.UPDATE_TRANSCRIPTS === '1'

let desk: Desk
beforeEach(() => {
  desk = newDesk()
})
afterEach(() => desk.remove())

/** A question, and what is done there: a text with Enter behind it, a digit that picks, or keys. */
type Turn = readonly [
  ask: string,
  item: string | undefined,
  act: { type?: string; paste?: string; keys?: readonly KeyPress[] },
]

const line = (ask: string, type: string, item?: string): Turn => [ask, item, { type, keys: ['enter'] }]
const digit = (ask: string, type: string, item?: string): Turn => [ask, item, { type }]

const TURNS: readonly Turn[] = [
  line('Who is it for?', 'Sam Rivera'),
  digit('What are you to Sam?', '1'),
  digit('How does Sam see it?', '3'),
  line('Why go on without it this time?', 'Sam is back on Monday; I will ask in the talk'),
  [
    'What did you see or hear?',
    undefined,
    {
      paste:
        '- 14 Oct 48213: The update promised for 16:00 went out at 11:20 the next day\n' +
        '+ 2 Nov 48402: The handover had the goal, the steps tried, the logs and the urgency',
    },
  ],
  ['> - 14 Oct 48213', undefined, { keys: ['enter'] }],
  ['What could be behind it?', undefined, { keys: ['space', 'enter'] }],
  line('Which evidence is it about?', '2', 'Point 1'),
  ['What is it that one could see Sam do?', 'Point 1', { type: 'handing over with' }],
  ['search, or your own: handing over with', 'Point 1', { keys: ['enter'] }],
  line('Which evidence is it about?', '1', 'Point 2'),
  ['What is it that one could see Sam do?', 'Point 2', { keys: ['down', 'enter'] }],
  line('What did it lead to?', 'Tier 2 could start at once.', 'Point 1'),
  line('What did it lead to?', 'The customer asked whether anyone was still on it.', 'Point 2'),
  line('What do you want to ask or suggest?', 'How did that afternoon look from your side?', 'Point 2'),
  line('Read it once as if it were said to you. Does it fit?', '', 'Point 2'),
  line(
    'What could Sam aim for, in one line?',
    'Every waiting customer hears from me once a working day, by 18 December',
  ),
  line('How is it now?', '5 of 12 tickets', 'Goal 1'),
  line('When and where will you talk, and for how long?', 'Tue 24 Nov 14:00, room 2, 30 min'),
  line('How will you begin?', ''),
  line('When will you look at it again together?', ''),
  digit('10 save', '6'),
  digit('back to the review', '2'),
  ['1 Point 2 · Impact', undefined, { keys: ['escape'] }],
  ['4 back to the review', undefined, { keys: ['escape'] }],
  line('> 10 save', ''),
]

/** The question of now: what scrolled up above it depends on how fast somebody types. */
function live(screen: string): string {
  const lines = screen.trimEnd().split('\n')
  const rule = lines.findLastIndex((one) => /^ *─+$/.test(one))
  return lines.slice(lines.lastIndexOf('', rule) + 1).join('\n')
}

function kept(): readonly string[] {
  if (isUpdate) return []
  return readFileSync(FILE, 'utf8')
    .split(SCREEN)
    .slice(1)
    .map((screen) => screen.trimEnd())
}

test('at 40 columns every screen of the case is whole', async () => {
  await desk.run(['init', desk.notebook])
  const terminal = desk.open(['prep'], { cols: 40, rows: 24 })
  const hand = handOn(terminal)
  const wanted = kept()
  const shown: string[] = []
  const look = async () => {
    const at = wanted[shown.length]
    // The first byte of a screen comes before its last: what is compared is the screen that stays.
    if (at === undefined) await new Promise((done) => setTimeout(done, 400))
    else await terminal.waitFor((screen) => live(screen) === at).catch(() => undefined)
    const screen = terminal.screen()
    shown.push(live(screen))
    expect(screen.split('\n').filter((one) => cells(one) > 40)).toEqual([])
    if (!isUpdate) expect(live(screen)).toBe(at)
  }
  for (const [ask, item, { type, paste, keys = [] }] of TURNS) {
    await hand.sees(ask, item)
    await look()
    if (paste !== undefined) terminal.paste(paste)
    if (type !== undefined) terminal.type(type)
    terminal.key(...keys)
  }
  expect(await terminal.exit).toMatchObject({ code: 0 })
  // All that is left at the end: what was answered, line by line, and nothing of any question.
  shown.push(masked(terminal.scrollback(), desk).trim())
  if (isUpdate) {
    mkdirSync(dirname(FILE), { recursive: true })
    writeFileSync(FILE, shown.map((screen) => `${SCREEN}${screen}\n`).join('\n'))
  } else {
    expect(shown.at(-1)).toBe(wanted.at(-1))
  }
})
