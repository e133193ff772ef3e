import { describe, expect, it } from 'vitest'
import { close, update } from '../../src/commands/goal-change.ts'
import { list, show } from '../../src/commands/goal-read.ts'
import { cells } from '../../src/core/text/width.ts'
import { problemText } from '../../src/views/problem.ts'
import { type Desk, type DeskOptions, desk, problemOf } from '../support/context.ts'
import { fill, IDS } from '../support/sample.ts'

async function filled(given: DeskOptions = {}): Promise<Desk> {
  const phrases = { '03/04/2027': ['2027-04-03', '2027-03-04'] }
  const at = desk({ today: '2026-12-01', phrases, ...given })
  await fill(at)
  return at
}

/** The same notebook on a later day. */
async function later(at: Desk, today: string, given: DeskOptions = {}): Promise<Desk> {
  const next = desk({ ...given, today })
  for (const [path, text] of Object.entries(at.tree())) {
    if (/\.(?:md|yaml)$/.test(path)) await next.put(path, text.slice(text.indexOf(' ') + 1))
  }
  return next
}

async function refused(work: Promise<unknown>): Promise<string> {
  return problemText(await problemOf(work))
}

const OPEN = IDS.goalOpen.slice(-6).toLowerCase()
const MET = IDS.goalMet.slice(-6).toLowerCase()

describe('goal list', () => {
  it('shows what is open by the day it is due, and others where they are asked for', async () => {
    const at = await filled()
    const { out } = await at.run(list)
    expect(out).toBe(
      `${OPEN}  Sam Rivera  proposed  by Fri 18 Dec  Every waiting customer hears from me once a day\n`,
    )
    expect((await at.run(list, [], { status: 'met' })).out).toBe(
      `${MET}  Sam Rivera  met  by Fri 30 Oct  Greet every caller by name\n`,
    )
    expect((await at.run(list, [], { status: 'all' })).out.split('\n')).toHaveLength(3)
    expect((await at.run(list, [], { person: 'wei' })).err).toBe('No goal matches.\n')
    expect((await at.run(list, [], { dueWithin: '2w' })).out).toBe('')
    expect((await at.run(list, [], { dueWithin: '3w' })).out).toContain(OPEN)
  })

  it('tells programs everything, with ids in full', async () => {
    const at = await filled()
    const { out } = await at.run(list, [], {}, { json: true })
    expect(JSON.parse(out)).toEqual([
      {
        id: IDS.goalOpen,
        person: 'sam-rivera',
        title: 'Every waiting customer hears from me once a day',
        status: 'proposed',
        by: '2026-12-18',
        baseline: '5 of 12',
        target: '12 of 12',
        from: '2026-11-21',
        path: expect.stringMatching(/^notes\/sam-rivera\/2026-11-21-goal-/),
      },
    ])
  })

  it('refuses a length and a limit that are none', async () => {
    const at = await filled()
    expect(await refused(at.run(list, [], { dueWithin: 'soon' }))).toContain('--due-within: "soon"')
    expect(await refused(at.run(list, [], { limit: 'many' }))).toContain('--limit many')
  })
})

describe('goal update', () => {
  it('keeps progress in a note of its own, and never touches the goal', async () => {
    const at = await filled()
    const before = at.tree()
    const { out } = await at.run(update, [OPEN], {
      progress: '9 of 12',
      words: 'Mornings work.',
      evidence: ['e1e1e1'],
      agreed: true,
    })
    expect(out).toContain('You and Sam Rivera have agreed on it.\nIt stands at 9 of 12, 57 % of the way.\n')
    const after = at.tree()
    for (const [path, text] of Object.entries(before)) expect(after[path]).toBe(text)
    const [made = ''] = Object.keys(after).filter((path) => before[path] === undefined)
    expect(made).toMatch(/^notes\/sam-rivera\/2026-12-01-update-\w{6}\.md$/)
    expect(after[made]).toContain('what: progress')
    expect(after[made]).toContain(IDS.item1)
    expect(after[made]).toContain('\nMornings work.\n')
    const { out: json } = await at.run(list, [], {}, { json: true })
    expect(JSON.parse(json)).toMatchObject([{ status: 'agreed', now: '9 of 12', nowOn: '2026-12-01' }])
  })

  it('moves the day, learns the baseline, and tells both', async () => {
    const at = await filled()
    await at.run(update, [OPEN], { by: '2027-01-15', baseline: '6 of 12', why: 'two weeks of leave' })
    const { out } = await at.run(show, [OPEN], {}, { json: true })
    expect(JSON.parse(out)).toMatchObject({
      by: '2027-01-15',
      baseline: '6 of 12',
      events: [
        { what: 'baseline', value: '6 of 12' },
        { what: 'moved', to: '2027-01-15', why: 'two weeks of leave' },
      ],
    })
  })

  it.each([
    [{ progress: 'far '.repeat(60) }, '--progress is longer than 200 characters.'],
    [{ progress: '3 h' }, '"3 h" and "12 of 12" do not measure the same thing.'],
    [{ target: '5 of 12' }, '"5 of 12" and "5 of 12" are the same, so nothing would change.'],
    [{ baseline: '4 h' }, '"4 h" and "12 of 12" do not measure the same thing.'],
    [{ by: '2026-11-30' }, '--by: 30 November 2026 has passed.'],
    [{ by: '2026-02-31' }, '--by: There is no 31 February.'],
    [{ by: '03/04/2027' }, '--by: "03/04/2027" can mean 3 April 2027 or 4 March 2027.'],
    [{ progress: '9 of 12', on: '2026-12-02' }, '--on: 2 December 2026 is still to come.'],
    [
      { progress: '9 of 12', on: '2026-08-01' },
      '--on: 1 August 2026 is before the goal was made, on 21 November 2026.',
    ],
    [{}, 'There is nothing to record.'],
    [{ progress: '' }, '--progress is empty.'],
    [{ words: 'good' }, 'Where does the goal stand? --progress is missing.'],
    [{ progress: '9 of 12', evidence: ['zzzzzz'] }, 'zzzzzz'],
  ])('refuses %j, and saves nothing', async (options, said) => {
    const at = await filled()
    const before = at.tree()
    expect(await refused(at.run(update, [OPEN], options))).toContain(said)
    expect(at.tree()).toEqual(before)
  })

  it('says what an id is that is no goal', async () => {
    const at = await filled()
    expect(await refused(at.run(update, ['q47k3v'], { agreed: true }))).toBe(
      'q47k3v is no goal; its title is "Feedback for Sam Rivera".\nSee your goals: tactful goal list\n',
    )
    expect(await refused(at.run(update, ['zzzzzz'], { agreed: true }))).toContain('"zzzzzz"')
  })
})

describe('goal close', () => {
  it('ends a goal once, and says so when more is to be recorded', async () => {
    const at = await filled()
    expect((await at.run(close, [OPEN], { met: true })).out).toContain('It is met.')
    expect((await at.run(list)).out).toBe('')
    expect(await refused(at.run(update, [OPEN], { progress: '12 of 12' }))).toBe(
      'This goal was met on 1 December 2026, so nothing more is recorded about it.\nAdd a new one: tactful goal add sam-rivera\n',
    )
    expect(await refused(at.run(close, [OPEN], { met: true }))).toContain('This goal was met')
  })

  it('refuses an end before the day it was agreed on, which would open it again', async () => {
    const at = await filled()
    await at.run(update, [OPEN], { agreed: '2026-11-25' })
    expect(await refused(at.run(close, [OPEN], { met: true, on: '2026-11-23' }))).toContain(
      '--on: 23 November 2026 is before the goal was agreed, on 25 November 2026.',
    )
  })

  it('points to the goal that takes its place', async () => {
    const at = await filled()
    await at.run(close, [OPEN], { changed: true, to: MET, why: 'calls matter more' })
    const { out } = await at.run(show, [OPEN])
    expect(out).toContain(`- Tue 1 Dec  changed; ${MET} takes its place: calls matter more\n`)
  })

  it.each([
    [{}, 'How does it end?'],
    [{ met: true, dropped: true }, 'A goal ends in one way.'],
    [{ dropped: true }, 'Why is it dropped? --why is missing.'],
    [{ changed: true, why: 'x' }, 'Which goal takes its place? --to is missing.'],
    [{ changed: true, why: 'x', to: OPEN }, 'A goal cannot take its own place.'],
  ])('refuses %j', async (options, said) => {
    const at = await filled()
    const before = at.tree()
    expect(await refused(at.run(close, [OPEN], options))).toContain(said)
    expect(at.tree()).toEqual(before)
  })
})

describe('goal show', () => {
  async function walked(given: DeskOptions = {}): Promise<Desk> {
    const at = await filled()
    await at.run(update, [OPEN], { progress: '7 of 12', words: 'Mornings work.', agreed: true })
    const next = await later(at, '2026-12-08')
    await next.run(update, [OPEN], { progress: '4 of 12', why: 'two colleagues were away' })
    const last = await later(next, '2026-12-14', given)
    await last.run(update, [OPEN], { progress: '12 of 12' })
    return last
  }

  it('draws the way from baseline to target so that it reads without colour', async () => {
    const at = await walked({ columns: 80 })
    const { out } = await at.run(show, [OPEN])
    expect(out).toBe(
      [
        'Every waiting customer hears from me once a day',
        `Sam Rivera · agreed on 1 December 2026 · ${OPEN}`,
        'At first  5 of 12',
        'Goal      12 of 12',
        'Now       12 of 12 on Mon 14 Dec, 100 % of the way',
        'Due       by Fri 18 Dec (in 4 days)',
        '',
        'The way',
        '  first   5 of 12   ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░    0 %',
        '  1 Dec   7 of 12   █████████░░░░░░░░░░░░░░░░░░░░░   29 %',
        '  8 Dec   4 of 12   ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░  -14 %',
        '    further away than at first',
        '  14 Dec  12 of 12  ██████████████████████████████  100 %',
        '  goal    12 of 12  ██████████████████████████████  100 %',
        '',
        'What happened',
        '- Tue 1 Dec  agreed together',
        '- Tue 1 Dec  stood at 7 of 12',
        '  "Mornings work."',
        '- Tue 8 Dec  stood at 4 of 12: two colleagues were away',
        '- Mon 14 Dec  stood at 12 of 12',
        '',
      ].join('\n'),
    )
  })

  it('draws no bar for a goal that was set anew, and tells what is beyond it alike everywhere', async () => {
    const at = await filled({ columns: 80 })
    await at.run(update, [OPEN], { progress: '7 of 12' })
    await at.run(update, [OPEN], { target: '10 of 12', why: 'two were closed' })
    const set = (await at.run(show, [OPEN])).out
    expect(set).toContain('- Tue 1 Dec  goal set to 10 of 12: two were closed')
    expect(set.match(/^ {2}1 Dec .*$/gm)).toEqual([expect.stringMatching(/7 of 12 .* 40 %$/)])
    const said = (await at.run(update, [OPEN], { progress: '12 of 12' })).out
    expect(said).toContain('It stands at 12 of 12, 140 % of the way.')
    const { out } = await at.run(show, [OPEN])
    expect(out).toContain('12 of 12 on Tue 1 Dec, 140 % of the way')
    expect(out).toMatch(/12 of 12 .* 140 %$/m)
    expect((await at.run(list)).out).toContain('140 % of the way')
  })

  it.each([40, 30, 24])('fits into %i columns', async (columns) => {
    const at = await walked({ columns })
    const { out } = await at.run(show, [OPEN])
    for (const line of out.split('\n')) expect(cells(line), line).toBeLessThanOrEqual(columns)
    expect(out).toContain('░')
    expect(out).toContain('29 %')
  })

  it('asks for what an open goal lacks', async () => {
    const at = await filled()
    await at.put(
      'notes/sam-rivera/2026-11-30-goal-aaaaaa.md',
      '---\ntactful: 1\nid: 01KAZZZZZZZZZZZZZZZZAAAAAA\nkind: goal\nperson: sam-rivera\ndate: 2026-11-30\ncreated: "2026-11-30T10:00:00Z"\ntitle: Be better with customers\n---\n\n# Be better with customers\n',
    )
    const { out } = await at.run(show, ['aaaaaa'])
    expect(out).toContain('Still to ask\n- What would you see or hear them do?')
    expect(out).toContain('By when will you look at it together?')
    const { out: json } = await at.run(show, ['aaaaaa'], {}, { json: true })
    expect(JSON.parse(json).missing.map((one: { for: string }) => one.for)).toEqual([
      'specific',
      'measurable',
      'time-bound',
    ])
  })
})
