import { describe, expect, it } from 'vitest'
import * as due from '../../src/commands/checkin.ts'
import * as home from '../../src/commands/home.ts'
import { shelf } from '../../src/commands/index.ts'
import type { Step } from '../../src/core/interview/state.ts'
import type { DraftHead } from '../../src/core/ports/drafts.ts'
import { samsNotebook } from '../support/checkins.ts'
import { desk } from '../support/context.ts'
import { fill } from '../support/sample.ts'

const STEPS: readonly Step[] = [
  { step: 'answer', path: 'person', value: 'sam-rivera' },
  { step: 'answer', path: 'relationship', value: 'mentor' },
  { step: 'all', steps: [{ step: 'items', path: 'evidence', keys: ['k1'] }] },
  { step: 'answer', path: 'evidence/k1/text', value: 'An update came late', read: true },
]

function head(given: Partial<DraftHead> = {}): DraftHead {
  return {
    draft: '01KAH2Y6Z40000000000DRAFT1',
    note: '01KAH2Y6Z40000000000N0TE11',
    notebook: '',
    template: 'constructive-feedback',
    hash: 'x',
    created: '2026-11-21T10:00:00.000Z',
    depth: 'core',
    ...given,
  }
}

describe('home', () => {
  it('names only commands that exist', async () => {
    const known = shelf.map((card) => card.name)
    const empty = desk()
    const full = desk()
    await fill(full)
    for (const at of [empty, full]) {
      const { out } = await at.run(home, [], {}, { json: true })
      const next: { command: string }[] = JSON.parse(out).next
      expect(next.length).toBeGreaterThan(0)
      for (const { command } of next) expect([...known, '--help']).toContain(command.split(' ')[1])
    }
  })

  it('greets where there is nothing, and makes nothing', async () => {
    const at = desk()
    const { out } = await at.run(home)
    expect(out).toContain('tactful prep')
    expect(at.tree()).toEqual({})
  })

  it('names the check-ins that are due as the list of them does, also before there is any note', async () => {
    for (const [day, said] of [
      ['2026-11-24', 'due today'],
      ['2026-11-27', 'was due Tue 24 Nov'],
    ] as const) {
      const at = await samsNotebook(day, { since: '2026-11-20' })
      expect((await at.run(due)).out).toContain(said)
      const { out } = await at.run(home)
      expect(out).toMatch(/^One thing today\n/)
      expect(out).toContain(`Check-in with Sam Rivera: ${said}  tactful checkin run sam-rivera`)
    }
    const at = await samsNotebook('2026-11-23', { since: '2026-11-20' })
    expect((await at.run(due)).outcome).toBe('done')
    expect((await at.run(home)).out).toContain('Nothing waits today.')
  })

  it('offers the last talk where nothing waits', async () => {
    const at = desk({ today: '2026-11-12' })
    await fill(at)
    const before = at.tree()
    const { out } = await at.run(home)
    expect(out).toBe(
      [
        'Nothing waits today.',
        '  Prepare feedback for somebody              tactful prep',
        '  What you agreed with Sam Rivera last time  tactful last sam-rivera',
        '',
      ].join('\n'),
    )
    expect(at.tree()).toEqual(before)
  })

  it('shows the drafts of this notebook: for whom, where they were left, how to go on', async () => {
    const at = desk({
      today: '2026-11-12',
      drafts: (root) => [
        { head: head({ notebook: root }), steps: STEPS },
        { head: head({ draft: '01KAH2Y6Z40000000000DRAFT2', notebook: '/another/place' }), steps: STEPS },
      ],
    })
    await fill(at)
    const { out } = await at.run(home)
    expect(out).toBe(
      [
        'One draft waits.',
        '  Feedback for Sam Rivera, left at "Their view", begun Sat 21 Nov  tactful resume',
        '  Throw a draft away                                               tactful resume --discard',
        '',
      ].join('\n'),
    )
    const { out: json } = await at.run(home, [], {}, { json: true })
    expect(JSON.parse(json)).toMatchObject({
      drafts: [{ id: '01KAH2Y6Z40000000000DRAFT1', name: 'Sam Rivera', part: 'Their view', answers: 2 }],
    })
  })

  it('shows what is due, the longest overdue first, and evidence that waits', async () => {
    const at = desk({ today: '2026-12-15' })
    await fill(at)
    const before = at.tree()
    const { out } = await at.run(home)
    expect(out.replace(/ {2,}(?=tactful)/g, '  ').replace(/(goal show) \w{6}/, '$1 ID')).toBe(
      [
        '4 things today',
        '  Priya promised, for Sam Rivera, was due Fri 20 Nov: looks at the open list on Fridays  tactful promise list --person sam-rivera',
        '  Check-in with Sam Rivera: was due Tue 8 Dec  tactful checkin run sam-rivera',
        '  Goal with Sam Rivera, due Fri 18 Dec: Every waiting customer hears from me once a day  tactful goal show ID',
        '  One piece of evidence about Sam Rivera in no session yet, older than 30 days (14 October 2026)  tactful prep sam-rivera',
        '  Prepare feedback for somebody  tactful prep',
        '',
      ].join('\n'),
    )
    expect(at.tree()).toEqual(before)
    const { out: json } = await at.run(home, [], {}, { json: true })
    expect(JSON.parse(json)).toMatchObject({
      today: [
        { kind: 'promise', due: '2026-11-20' },
        { kind: 'checkin' },
        { kind: 'goal', person: 'sam-rivera' },
      ],
      evidence: [{ count: 1, since: '2026-10-14', name: 'Sam Rivera' }],
    })
  })

  it('says in one line that evidence about several people waits', async () => {
    const at = desk({ today: '2026-12-15' })
    await at.put('tactful.yaml', 'format: 1\n')
    const days = ['2026-10-03', '2026-10-01', '2026-10-02']
    for (const [which, day] of days.entries()) {
      const id = `01K8A9Z3J4V5W6X7Y8Z9A0B1C${which}`
      const facts = `tactful: 1\nid: ${id}\nkind: evidence\nperson: person-${which}\ndate: "${day}"`
      const item = `items:\n  - { id: ${id.slice(0, -2)}D${which}, kind: evidence, label: E1, date: "${day}" }`
      const note = `---\n${facts}\ncreated: "${day}T09:00:00Z"\ntitle: Evidence\n${item}\n---\n# Evidence\n\n- E1 · seen\n`
      await at.put(`notes/person-${which}/${day}-evidence-z9a0b${which}.md`, note)
    }
    const { out } = await at.run(home)
    expect(out.replace(/ {2,}(?=tactful)/g, '  ')).toBe(
      [
        'One thing today',
        '  Evidence about person-1, person-2 and 1 more waits in no session yet  tactful people',
        '  Prepare feedback for somebody                                         tactful prep',
        '  See who is there                                                      tactful people',
        '',
      ]
        .join('\n')
        .replace(/ {2,}(?=tactful)/g, '  '),
    )
  })

  it('names a first check-in before there is any note', async () => {
    const at = desk({ today: '2026-11-24' })
    await at.put('tactful.yaml', 'format: 1\n')
    await at.put('people/ana-lima.yaml', 'tactful: 1\nname: Ana Lima\ncadence: every 2 weeks on Tue\n')
    const { out } = await at.run(home)
    expect(out).toMatch(/Check-in with Ana Lima: due today +tactful checkin run ana-lima/)
  })

  it('names whoever has had no feedback for longer than the team allows', async () => {
    const at = desk({ today: '2027-03-01' })
    await fill(at)
    const last = 'No feedback for Sam Rivera since'
    // A check-in that is due says the same already.
    expect((await at.run(home)).out).not.toContain(last)
    await at.put(
      'notes/ana-lima/2026-11-20-session-000000.md',
      '---\ntactful: 1\nid: 01KAHS6F8M0000000000000000\nkind: session\nperson: ana-lima\ndate: 2026-11-20\ncreated: "2026-11-20T10:00:00Z"\ntitle: A talk\n---\n\n# A talk\n',
    )
    await at.put('people/ana-lima.yaml', 'tactful: 1\nname: Ana Lima\n')
    const { out } = await at.run(home)
    expect(out).toMatch(/No feedback for Ana Lima since 20 November 2026 +tactful prep ana-lima/)
    await at.put('tactful.yaml', 'format: 1\nfeedbackDays: 200\n')
    expect((await at.run(home)).out).not.toContain('Ana Lima')
  })

  it('lets the team say when evidence waits too long', async () => {
    const at = desk({ today: '2026-11-12' })
    await fill(at)
    for (const [days, found] of [
      ['20', true],
      ['"45"', false],
      ['soon', false],
    ] as const) {
      await at.put('tactful.yaml', `format: 1\nevidenceDays: ${days}\n`)
      expect((await at.run(home)).out.includes('14 October')).toBe(found)
    }
  })

  it('names a few of very many things, and how many more there are', async () => {
    const at = desk({ today: '2026-12-30' })
    await fill(at)
    for (let n = 10; n < 30; n++) {
      const id = `01KAM2Y6Z4000000000000${n}${n}`
      const text = `---\ntactful: 1\nid: ${id}\nkind: goal\nperson: sam-rivera\ndate: 2026-09-01\ncreated: 2026-09-01T10:00:00Z\nby: 2026-11-${n}\n---\n# Goal ${n}\n`
      await at.put(`notes/sam-rivera/2026-09-01-goal-00${n}${n}.md`, text)
    }
    const { out } = await at.run(home)
    expect(out).toContain('24 things today')
    expect(out).toContain('Goal 14')
    expect(out).not.toContain('Goal 15')
    expect(out).toContain('and 18 more due')
  })

  it('tells several drafts apart', async () => {
    const other = '01KAH2Y6Z40000000000DRAFT2'
    const at = desk({
      drafts: () => [
        { head: head(), steps: STEPS },
        { head: head({ draft: other }), steps: [{ step: 'answer', path: 'person', value: 'Anna Berg' }] },
      ],
    })
    const { out } = await at.run(home)
    expect(out).toContain('2 drafts wait.')
    expect(out).toMatch(
      /Feedback for sam-rivera.*tactful resume draft1\n.*Anna Berg.*tactful resume draft2\n/,
    )
  })

  it.each([20, 40, 80])('fits %i columns', async (columns) => {
    const at = desk({ columns, drafts: () => [{ head: head(), steps: STEPS }] })
    const { out } = await at.run(home)
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(columns)
    expect(out.replace(/\s+/g, ' ')).toContain('tactful resume')
  })

  it('fits a very narrow screen where nothing waits', async () => {
    const at = desk({ columns: 20 })
    await at.put('tactful.yaml', 'format: 1\n')
    await at.put('people/ines.yaml', 'name: Ines Carvalho\n')
    await at.put('notes/ines/2026-11-20-session-q47k3v.md', '')
    const { out } = await at.run(home)
    expect(out.replace(/\s+/g, ' ')).toContain('with Ines Carvalho')
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(20)
  })

  it('still names a draft whose template is gone or that cannot be read', async () => {
    const gone = { head: head({ template: 'no-such-template' }), steps: STEPS }
    const at = desk({ drafts: () => [gone] })
    const { out } = await at.run(home)
    expect(out).toContain('One draft waits.')
    expect(out).toContain('tactful resume')
  })
})
