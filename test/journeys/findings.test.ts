import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { cells } from '../../src/core/text/width.ts'
import { type Hand, handOn } from './by-hand.ts'
import { type Desk, newDesk } from './desk.ts'
import { filesIn } from './notebook.ts'

// A finding taken, reworded and kept, on evidence lines and on an answer, with a terminal and without.

let desk: Desk
beforeEach(() => {
  desk = newDesk()
})
afterEach(() => desk.remove())

const JUDGED = 'Sam never writes to waiting customers'
const SEEN = 'The update promised for 16:00 went out at 11:20 the next day'
const REASON = 'these are the words of the customer'
const IMPACT = 'The customer thinks you are lazy'
const RULE = /^ *─+$/

/** The question of now, as one run of words. */
function live(screen: string): string {
  const lines = screen.split('\n')
  return lines
    .slice(lines.findLastIndex((line) => RULE.test(line)) + 1)
    .join(' ')
    .replaceAll(/\s+/g, ' ')
}

function saved(kind: 'notes' | 'private', type = 'session'): string {
  const found = [...filesIn(desk.notebook)].find(
    ([path]) => path.startsWith(`${kind}/`) && path.includes(type),
  )
  return found?.[1] ?? ''
}

async function untilEvidence(hand: Hand): Promise<void> {
  await hand.answers('Who is it for?', 'Sam Rivera')
  await hand.picks('What are you to Sam?', '1')
  await hand.picks('How does Sam see it?', '3')
  await hand.answers('Why go on without it this time?', 'Back on Monday')
  await hand.sees('What did you see or hear?')
}

async function fromEvidenceToImpact(hand: Hand): Promise<void> {
  await hand.answers('What could be behind it?', '')
  await hand.answers('Which evidence is it about?', '1', 'Point 1')
  await hand.sees('What is it that one could see Sam do?', 'Point 1')
  hand.keys('down', 'enter')
  await hand.answers('Which evidence is it about?', '', 'Point 2')
  await hand.answers('What did it lead to?', IMPACT, 'Point 1')
}

describe('on a terminal', () => {
  test.each([
    { cols: 80, rows: 24 },
    { cols: 40, rows: 24 },
  ])('at $cols columns the words, the reason and every way stand on the screen', async (size) => {
    const terminal = desk.open(['prep'], size)
    const hand = handOn(terminal)
    await untilEvidence(hand)
    terminal.paste(`- 14 Oct 48213: ${JUDGED}`)
    hand.keys('enter')
    await hand.sees('change it myself')
    const screen = terminal.screen()
    expect(live(screen)).toContain(`> ${JUDGED} never One counter-example ends the talk.`)
    expect(live(screen)).toMatch(/> 1 In ___ of .* 2 .* 3 keep my words, because \.\.\. 4 change it myself/)
    expect(screen.split('\n').filter((line) => cells(line) >= size.cols)).toEqual([])
  })

  test('on a low and narrow screen the words found stay, and what is not shown is counted and one key away', async () => {
    const terminal = desk.open(['prep'], { cols: 40, rows: 20 })
    const hand = handOn(terminal)
    await untilEvidence(hand)
    await hand.sees('One a line: + went well')
    terminal.paste(`- 14 Oct 48213: ${JUDGED}, and you are lazy and unreliable with every one of them`)
    hand.keys('enter')
    await hand.sees('enter or a number chooses')
    expect(live(terminal.screen())).toMatch(/> Sam never .*… .*2 more notes: \?.* 1 /)
    terminal.type('?')
    await terminal.waitFor((screen) => screen.includes('esc closes this'))
    expect(live(terminal.screen())).toContain('never One counter-example ends the talk.')
  })

  test('a suggestion is filled in blank by blank, and what is left open is said once', async () => {
    const terminal = desk.open(['prep'])
    const hand = handOn(terminal)
    await untilEvidence(hand)
    terminal.paste(`- 14 Oct 48213: ${JUDGED}`)
    hand.keys('enter')
    await hand.picks('change it myself', '1')
    await hand.sees('> - 14 Oct 48213: In ___ of the last ___ tickets')
    terminal.type('3')
    await hand.sees('In 3 of the last ___ tickets')
    hand.keys('enter')
    await hand.sees('Something is still left open: ___.')
    terminal.type('9')
    await hand.sees('In 3 of the last 9 tickets')
    hand.keys('enter')
    await hand.sees('Something is still left open: ___.')
    terminal.type('an update')
    hand.keys('enter')
    await hand.sees('What could be behind it?')
    await hand.answers('What could be behind it?', ':review')
    await hand.answers('go on with the', ':quit')
    await terminal.exit
    const typed = [...filesIn(desk.state).values()].join('\n')
    expect(typed).toMatch(/In 3 of the last 9 tickets, [^_]*an update/)
  })

  test('kept words are asked about once, and stand in the private part with the reason', async () => {
    const terminal = desk.open(['prep'], { rows: 30 })
    const hand = handOn(terminal)
    await untilEvidence(hand)
    terminal.paste(`- 14 Oct 48213: ${JUDGED}\n+ 2 Nov 48402: ${SEEN}`)
    hand.keys('enter')
    await hand.picks('change it myself', '3')
    await hand.answers('What makes these words right here?', REASON)
    await hand.sees('What could be behind it?')
    hand.keys('shift-tab')
    await hand.sees('What did you see or hear?')
    hand.keys('enter')
    await fromEvidenceToImpact(hand)
    await hand.sees('> The customer thinks you are lazy lazy This says what somebody is.')
    await hand.sees('change it myself')
    const ways = [...live(terminal.screen()).matchAll(/(\d) (?:keep my words)/g)].map(([, at]) => at)
    terminal.type(ways[0] ?? '')
    await hand.answers('What makes these words right here?', 'she wrote exactly that')
    await hand.sees('What do you want to ask or suggest?', 'Point 1')
    hand.keys('shift-tab')
    await hand.answers('What did it lead to?', '', 'Point 1')
    await hand.answers('What do you want to ask or suggest?', 'How did it look from your side?', 'Point 1')
    await hand.answers('Does it fit?', ':review', 'Point 1')
    await hand.sees('go on with the')
    hand.keys('end', 'enter')
    await terminal.waitFor('Saved.')
    expect(await terminal.exit).toMatchObject({ code: 0 })
    expect(saved('notes')).toContain(IMPACT)
    expect(saved('notes')).not.toContain('she wrote exactly that')
    expect(saved('notes')).not.toContain(REASON)
    expect(saved('private')).toContain('lazy')
    expect(saved('private')).toContain('she wrote exactly that')
    const everything = [...filesIn(desk.notebook)].filter(([path]) => path.startsWith('private/'))
    expect(everything.map(([, text]) => text).join('\n')).toContain(REASON)
  })
})

describe('in plain mode', () => {
  const prep = (typed: readonly string[]) =>
    desk.run(['prep', '--plain'], { input: typed.map((line) => `${line}\n`).join('') })
  const UNTIL_EVIDENCE = ['Sam Rivera', '1', '3', 'Back on Monday']
  const TO_THE_END = [':review', 'save']

  test('lines are read until an empty one, and what is found in one is asked before the next', async () => {
    const { code, err } = await prep([
      ...UNTIL_EVIDENCE,
      `- 14 Oct 48213: ${JUDGED}`,
      `+ 2 Nov 48402: ${SEEN}`,
      '',
      '3',
      REASON,
      ...TO_THE_END,
    ])
    expect({ code, err }).toMatchObject({ code: 0 })
    expect(err).toContain('One a line; an empty line ends.')
    expect(err.replaceAll(/\s+/g, ' ')).toMatch(
      /> Sam never writes to waiting customers never One counter-example .* 3 keep my words/,
    )
    expect(err.match(/keep my words/g)).toHaveLength(1)
    expect(err).toContain('2 items')
    const kept = [...filesIn(desk.notebook)].filter(([path]) => path.startsWith('private/'))
    expect(kept.map(([, text]) => text).join('\n')).toContain(REASON)
  })

  test('a suggestion that is taken is shown, and its blanks are pointed out once', async () => {
    const { code, err } = await prep([
      ...UNTIL_EVIDENCE,
      `- 14 Oct 48213: ${JUDGED}`,
      '',
      '1',
      '',
      '- 14 Oct 48213: In 3 of the last 9 tickets, the promised update was missing.',
      '',
      ...TO_THE_END,
    ])
    expect(code).toBe(0)
    expect(err.replaceAll(/\s+/g, ' ')).toMatch(
      /\[- 14 Oct 48213: In ___ of the last ___ tickets.*?\] an empty line takes it/,
    )
    expect(err.match(/Something is still left open/g)).toHaveLength(1)
    const notes = [...filesIn(desk.notebook)].map(([, text]) => text).join('\n')
    expect(notes).toContain('In 3 of the last 9 tickets, the promised update was missing.')
    expect(notes).not.toContain('___')
    expect(notes).not.toContain(JUDGED)
  })

  test('words kept under an answer are in the private part and are not asked about again', async () => {
    const { code, err } = await prep([
      ...UNTIL_EVIDENCE,
      `- 14 Oct 48213: ${SEEN}`,
      '',
      '',
      '1',
      '1',
      '',
      IMPACT,
      'keep my words, because ...',
      'she wrote exactly that',
      ':back',
      '',
      'How did it look from your side?',
      ...TO_THE_END,
    ])
    expect(code).toBe(0)
    expect(err.match(/keep my words, because \.\.\.$/gm)?.length).toBe(2)
    expect(saved('notes')).toContain(IMPACT)
    expect(saved('notes')).not.toContain('she wrote exactly that')
    expect(saved('private')).toContain('she wrote exactly that')
  })
})
