import { describe, expect, it } from 'vitest'
import { close } from '../../src/commands/goal-change.ts'
import { done, drop, list, move } from '../../src/commands/promise.ts'
import { cells } from '../../src/core/text/width.ts'
import { problemText } from '../../src/views/problem.ts'
import { type Desk, type DeskOptions, desk, problemOf } from '../support/context.ts'
import { fill, IDS } from '../support/sample.ts'

const GOAL = `---
tactful: 1
id: 01KAZZZZZZZZZZZZZZZZAAAAAA
kind: goal
person: sam-rivera
date: 2026-11-22
created: "2026-11-22T10:00:00Z"
title: Answer within the hour
items:
  - { id: 01KAZZZZZZZZZZZZZZZZSTEP11, kind: agreement, label: A1, by: 2026-11-27 }
  - { id: 01KAZZZZZZZZZZZZZZZZSVP111, kind: promise, label: P1 }
events:
  - { of: 01KAZZZZZZZZZZZZZZZZAAAAAA, what: agreed, on: 2026-11-22 }
sections: { goal: Goal, plan: Steps and support }
---

# Answer within the hour

## Goal

Answer within the hour

## Steps and support

- A1 · by 27 November 2026 · tries the queue view
- P1 · a buddy on Mondays
`

async function filled(given: DeskOptions = {}): Promise<Desk> {
  const at = desk({ today: '2026-12-01', ...given })
  await fill(at)
  await at.put('notes/sam-rivera/2026-11-22-goal-aaaaaa.md', GOAL)
  return at
}

const ID = IDS.promise.slice(-6).toLowerCase()

describe('promise list', () => {
  it('puts what you promised next to what they agreed, with the day it is from', async () => {
    const at = await filled({ columns: 110 })
    const { out } = await at.run(list)
    expect(out).toBe(
      [
        'Sam Rivera',
        '  You promised',
        '  svp111  a buddy on Mondays (from Sun 22 Nov)',
        '  Others promised',
        `  ${ID}  Priya: looks at the open list on Fridays (from Sat 21 Nov, was due Fri`,
        '          20 Nov, 11 days ago)',
        '  Sam agreed',
        '  step11  tries the queue view (from Sun 22 Nov, was due Fri 27 Nov, 4 days ago)',
        '',
      ].join('\n'),
    )
  })

  it('shows what is over only where it is asked for', async () => {
    const at = await filled()
    expect((await at.run(list, [], { open: true })).out).not.toContain('late-shift contact')
    expect((await at.run(list, [], { all: true })).out).toContain(
      'A late-shift contact (from Sat 21 Nov, kept on Sat 21 Nov)',
    )
    expect((await at.run(list, [], { person: 'wei' })).err).toBe('Nothing matches.\n')
    const { out } = await at.run(list, [], {}, { json: true })
    expect(JSON.parse(out)[0]).toMatchObject({
      id: IDS.promise,
      kind: 'promise',
      state: 'open',
      by: '2026-11-20',
    })
  })

  it('fits into 40 columns', async () => {
    const { out } = await (await filled({ columns: 40 })).run(list, [], { all: true })
    for (const line of out.split('\n')) expect(cells(line), line).toBeLessThanOrEqual(40)
  })

  it('drops what was planned for a goal with the goal', async () => {
    const at = await filled()
    await at.run(close, ['aaaaaa'], { dropped: true, why: 'the queue moved' })
    const { out } = await at.run(list)
    expect(out).not.toContain('queue view')
    expect(out).not.toContain('buddy')
    expect((await at.run(list, [], { all: true })).out).toContain(
      'tries the queue view (from Sun 22 Nov, dropped)',
    )
  })
})

describe('promises', () => {
  it('are done in a note of their own', async () => {
    const at = await filled()
    const before = at.tree()
    const { out } = await at.run(done, [ID], { on: '2026-11-30' })
    expect(out).toMatch(/^Recorded\. {2}notes\/sam-rivera\/2026-12-01-update-\w{6}\.md\nDone: Priya/)
    for (const [path, text] of Object.entries(before)) expect(at.tree()[path]).toBe(text)
    expect((await at.run(list)).out).not.toContain('Fridays')
    expect(problemText(await problemOf(at.run(done, [ID])))).toBe(
      'That was kept on 30 November 2026 already.\nSee what is open: tactful promise list\n',
    )
  })

  it('are moved, and due on the new day from then on', async () => {
    const at = await filled()
    await at.run(move, [ID], { to: '2026-12-11', why: 'Priya is on leave' })
    const { out } = await at.run(list, [], {}, { json: true })
    expect(JSON.parse(out)).toContainEqual(expect.objectContaining({ id: IDS.promise, by: '2026-12-11' }))
    await at.run(move, [ID], { to: '2027-01-08' })
    const all = (await at.run(list, [], { all: true })).out.replace(/\s+/g, ' ')
    expect(all).toContain(
      'by 8 January 2027, moved on Tue 1 Dec to Fri 11 Dec: Priya is on leave, moved on Tue 1 Dec to Fri 8 Jan 2027)',
    )
    expect((await at.run(list)).out).not.toContain('moved')
  })

  it('are dropped with a reason that can be read later', async () => {
    const at = await filled()
    await at.run(drop, [ID], { why: 'the list is looked at by all' })
    expect((await at.run(list, [], { all: true })).out).toContain(
      'dropped on Tue 1 Dec: the list is looked at by all',
    )
  })

  it.each([
    [move, {}, 'To which day? --to is missing.'],
    [move, { to: '2026-11-30' }, '--to: 30 November 2026 has passed.'],
    [move, { to: '31 Feb' }, 'There is no 31 February.'],
    [drop, {}, 'Why is it dropped? --why is missing.'],
    [done, { on: '2026-12-02' }, '--on: 2 December 2026 is still to come.'],
    [done, { on: '2020-01-02' }, '--on: 2 January 2020 lies before'],
  ])('refuse what cannot be (%#)', async (body, options, said) => {
    const at = await filled()
    const before = at.tree()
    expect(problemText(await problemOf(at.run(body, [ID], options)))).toContain(said)
    expect(at.tree()).toEqual(before)
  })

  it('that nobody knows are named', async () => {
    const at = await filled()
    expect(problemText(await problemOf(at.run(done, ['zzzzzz'])))).toContain('"zzzzzz"')
  })
})
