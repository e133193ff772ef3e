import { describe, expect, it } from 'vitest'
import * as jot from '../../src/commands/jot.ts'
import * as list from '../../src/commands/list.ts'
import { desk, problemOf } from '../support/context.ts'
import { fill, IDS } from '../support/sample.ts'

async function jsonOf(at: ReturnType<typeof desk>, options = {}): Promise<Record<string, unknown>[]> {
  const { out } = await at.run(list, [], options, { json: true })
  return JSON.parse(out)
}

describe('list', () => {
  it('prints the shape others rely on, newest first', async () => {
    const at = desk()
    await fill(at)
    const rows = await jsonOf(at, { kind: 'session' })
    expect(rows).toEqual([
      {
        id: IDS.session,
        kind: 'session',
        person: 'sam-rivera',
        date: '2026-11-21',
        title: 'Feedback for Sam Rivera',
        template: 'constructive-feedback@1',
        path: 'notes/sam-rivera/2026-11-21-session-q47k3v.md',
      },
      expect.objectContaining({ id: IDS.other, template: null }),
      expect.objectContaining({ id: IDS.earlier }),
    ])
  })

  it('tells on a screen what stands in notes of evidence, also in 40 columns', async () => {
    const at = desk({ onScreen: true, columns: 40 })
    await fill(at)
    const lines = '- Nobody was told of the second outage on Friday evening\n+ Wrote it down'
    await at.run(jot, [lines], { about: 'Sam' }, { quiet: true })
    const { out } = await at.run(list, [], { person: 'sam' })
    expect(out).toMatch(
      /^\w{6} {2}2026-11-21 {2}evidence {2}Sam Rivera\n {2}2 items: Nobody was told of the second\n/m,
    )
    expect(out).toMatch(/ {2}Evidence about Sam Rivera: 2 items:\n {2}The handover had the goal and the logs/)
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(40)
    const { out: piped } = await at.run(list, [], { person: 'sam' }, { json: true })
    expect(piped).toContain('"Evidence for Sam Rivera"')
  })

  it('lists the items of evidence, each with its note', async () => {
    const at = desk()
    await fill(at)
    const rows = await jsonOf(at, { kind: 'evidence' })
    expect(rows).toMatchObject([
      {
        id: IDS.item1,
        kind: 'evidence',
        date: '2026-11-02',
        title: 'The handover had the goal and the logs',
        path: 'notes/sam-rivera/2026-11-02-evidence-ev1daa.md',
        note: IDS.evidence,
        side: 'strength',
        ticket: '48402',
      },
      { id: IDS.item2, date: '2026-10-14', title: 'The update came the next day', side: 'growth' },
    ])
    expect(await jsonOf(at, { kind: 'evidence', since: '2026-11-01' })).toHaveLength(1)
  })

  it('filters by person and by days, in ISO or in words', async () => {
    const at = desk({
      phrases: { 'last Monday': ['2026-11-16'], '03/04/2026': ['2026-04-03', '2026-03-04'] },
    })
    await fill(at)
    expect((await jsonOf(at, { person: 'wei' })).map((row) => row.id)).toEqual([IDS.other])
    const recent = await jsonOf(at, { since: 'last Monday', until: '2026-11-21' })
    expect(recent.map((row) => row.date)).toEqual(['2026-11-21', '2026-11-21', '2026-11-21'])
    const problem = await problemOf(jsonOf(at, { since: '03/04/2026' }))
    expect(problem).toMatchObject({ kind: 'usage', message: expect.stringContaining('3 April 2026') })
    expect(problem).toMatchObject({ message: expect.stringContaining('4 March 2026') })
  })

  it('takes days that are still to come, and the last year there is', async () => {
    const at = desk({ phrases: { tomorrow: ['2026-11-22'] } })
    await fill(at)
    const all = await jsonOf(at, {})
    expect(await jsonOf(at, { until: 'tomorrow' })).toEqual(all)
    expect(await jsonOf(at, { until: '9999' })).toEqual(all)
    expect(await jsonOf(at, { since: 'tomorrow' })).toEqual([])
  })

  it.each([
    [{ since: '2026-02-31' }],
    [{ since: 'some day' }],
    [{ since: '2026-11-02', until: '2026-11-01' }],
    [{ limit: '0' }],
    [{ limit: 'many' }],
  ])('refuses %j', async (options) => {
    const at = desk()
    await fill(at)
    expect(await problemOf(jsonOf(at, options))).toMatchObject({ kind: 'usage' })
  })

  it('offers near names for a person it does not know', async () => {
    const at = desk()
    await fill(at)
    expect(await problemOf(jsonOf(at, { person: 'Sma Rivera' }))).toMatchObject({
      kind: 'unknown',
      near: ['Sam Rivera'],
    })
  })

  it('shows twenty on a screen and says how many more there are; everything in a pipe', async () => {
    const screen = desk({ columns: 80 })
    const pipe = desk()
    for (const at of [screen, pipe]) {
      await fill(at)
      for (let n = 10; n < 35; n++) {
        const id = `01KAM2Y6Z4000000000000${n}${n}`
        const text = `---\ntactful: 1\nid: ${id}\nkind: barrier\nperson: sam-rivera\ndate: 2026-09-01\ncreated: 2026-09-01T10:00:00Z\n---\n# Note ${n}\n`
        await at.put(`notes/sam-rivera/2026-09-01-barrier-00${n}${n}.md`, text)
      }
    }
    const shown = await screen.run(list, [], { kind: 'barrier' })
    expect(shown.out.trim().split('\n')).toHaveLength(20)
    expect(shown.err).toBe('5 more. See them with: --limit 25\n')
    const all = await pipe.run(list, [], { kind: 'barrier' })
    expect(all.out.trim().split('\n')).toHaveLength(25)
    const three = await pipe.run(list, [], { kind: 'barrier', limit: '3' })
    expect(three.out.trim().split('\n')).toHaveLength(3)
  })

  it.each([20, 40, 80])('keeps within %i columns, and cuts nothing', async (columns) => {
    const at = desk({ columns })
    await fill(at)
    const { out } = await at.run(list)
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(columns)
    const words = out.replace(/\s+/g, ' ')
    for (const word of ['q47k3v', 'Every waiting customer hears from me once a day']) {
      for (const part of word.split(' ')) expect(words).toContain(part)
    }
  })

  it('breaks a row only where it has to', async () => {
    const at = desk({ columns: 40 })
    await fill(at)
    const { out } = await at.run(list, [], { person: 'sam', kind: 'session' })
    expect(out).toBe(
      [
        'q47k3v  2026-11-21  session  Sam Rivera',
        '  Feedback for Sam Rivera',
        'z9z9z9  2026-10-01  session  Sam Rivera',
        '  First feedback',
        '',
      ].join('\n'),
    )
  })

  it('names every file that is no whole note, shows the others, and mends nothing', async () => {
    const at = desk()
    await fill(at)
    await at.put('notes/sam-rivera/2026-01-01-session-aaaaaa.md', '')
    await at.put('notes/sam-rivera/2026-01-02-session-bbbbbb.md', '---\ntactful: 1\nid: 01K')
    await at.put('notes/sam-rivera/2026-01-03-session-cccccc.md', '<<<<<<< HEAD\n---\ntactful: 1\n---\n')
    await at.put('notes/sam-rivera/2026-01-04-session-dddddd.md', '---js\nprocess.exit(3)\n---\n')
    const before = at.tree()
    const { out, err, outcome } = await at.run(list, [], { kind: 'session' }, { json: true })
    expect(JSON.parse(out)).toHaveLength(3)
    for (const short of ['aaaaaa', 'bbbbbb', 'cccccc', 'dddddd']) expect(err).toContain(`session-${short}.md`)
    expect(err.trim().split('\n')).toHaveLength(4)
    expect(outcome).toBe('done')
    expect(at.tree()).toEqual(before)
  })
})
