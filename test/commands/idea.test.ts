import { describe, expect, it } from 'vitest'
import * as idea from '../../src/commands/idea.ts'
import * as list from '../../src/commands/list.ts'
import { formatNote } from '../../src/core/notebook/codec.ts'
import { notePath } from '../../src/core/notebook/names.ts'
import { newNotebookFiles } from '../../src/core/notebook/new.ts'
import type { Note } from '../../src/core/notebook/note.ts'
import { type Desk, desk, problemOf } from '../support/context.ts'

const IDS = {
  list: '01KAH2Y6Z4000000000001DEA1',
  contact: '01KAH2Y6Z4000000000001DEA2',
  older: '01K9H2Y6Z4000000000001DEA3',
} as const

function session(
  id: string,
  person: string,
  date: string,
  items: Note['facts']['items'],
  text: string,
): Note {
  return {
    facts: {
      ...{ tactful: 1, id, kind: 'session', person, date, created: `${date}T10:00:00.000Z` },
      ...{ title: 'A talk', template: 'self-assessment-first@1', items: items ?? [] },
      sections: { ideas: 'Ideas for the work' },
    },
    lead: '',
    sections: [{ id: 'ideas', heading: 'Ideas for the work', text }],
  }
}

async function filled(): Promise<Desk> {
  const at = desk()
  for (const { path, text } of newNotebookFiles()) await at.put(path, text)
  const notes = [
    session(
      ...(['01KAH2Y6Z40000000000SESS1A', 'jonas-brandt', '2026-11-12'] as const),
      [
        { id: IDS.list, kind: 'idea', label: 'I1', owner: 'Jonas', next: 'asks the web team.' },
        { id: IDS.contact, kind: 'idea', label: 'I2' },
        { id: '01KAH2Y6Z4000000000PR0M1SE', kind: 'promise', label: 'P1' },
      ],
      '- I1 · One list of outages\n  Taken on by Jonas. Next: asks the web team.\n- I2 · A late-shift contact\n- P1 · Looks it up',
    ),
    session(
      ...(['01K9H2Y6Z40000000000SESS2B', 'mina-okafor', '2026-10-02'] as const),
      [{ id: IDS.older, kind: 'idea', label: 'I1' }],
      '- I1 · Tills get a spare socket',
    ),
  ]
  for (const note of notes) await at.put(notePath(note.facts), formatNote(note))
  return at
}

describe('ideas', () => {
  it('are listed with whom they come from, who takes them further and what comes next', async () => {
    const at = await filled()
    const { out, err } = await at.run(idea.list)
    expect(out).toBe(
      [
        'Open',
        '  01dea2  A late-shift contact (from jonas-brandt, Thu 12 Nov)',
        '  01dea1  One list of outages (from jonas-brandt, Thu 12 Nov; taken on by Jonas; next: asks the web team)',
        '  01dea3  Tills get a spare socket (from mina-okafor, Fri 2 Oct)',
        '',
      ].join('\n'),
    )
    expect(err).toBe('')
  })

  it('are tried, taken up, put aside with a reason, and opened again; each is a note of its own', async () => {
    const at = await filled()
    const before = Object.keys(at.tree())
    await at.run(idea.tried, ['01dea1'], { why: 'two weeks on the late shift' })
    const { out } = await at.run(idea.list, [], { person: 'jonas-brandt' })
    expect(out).toBe(
      [
        'Open',
        '  01dea2  A late-shift contact (from jonas-brandt, Thu 12 Nov)',
        '',
        'Being tried',
        '  01dea1  One list of outages (from jonas-brandt, Thu 12 Nov; taken on by Jonas; since Sat 21 Nov: two weeks on the late shift)',
        '',
      ].join('\n'),
    )
    await at.run(idea.takenUp, ['01dea1'])
    await at.run(idea.drop, ['01dea3'], { why: 'the shop moves' })
    expect((await at.run(idea.list)).out).not.toMatch(/outages|socket/)
    const all = (await at.run(idea.list, [], { all: true })).out
    expect(all).toMatch(/^Taken up\n {2}01dea1 /m)
    expect(all).toMatch(/^Put aside\n {2}01dea3 .*since Sat 21 Nov: the shop moves\)$/m)
    await at.run(idea.reopen, ['01dea3'])
    expect((await at.run(idea.list)).out).toContain('Tills get a spare socket')
    const added = Object.keys(at.tree()).filter((path) => !before.includes(path))
    expect(added).toHaveLength(4)
    expect(added.every((path) => /notes\/[a-z-]+\/2026-11-21-update-[0-9a-z]{6}\.md$/.test(path))).toBe(true)
  })

  it('are lines of the list with the note they stand in, and what became of them', async () => {
    const at = await filled()
    await at.run(idea.tried, ['01dea2'], { on: '2026-11-20' })
    const rows = JSON.parse((await at.run(list, [], { kind: 'idea' }, { json: true })).out) as unknown
    expect(rows).toMatchObject([
      {
        ...{ id: IDS.contact, kind: 'idea', person: 'jonas-brandt', date: '2026-11-12' },
        ...{ title: 'A late-shift contact', template: 'self-assessment-first@1', state: 'tried' },
        ...{ since: '2026-11-20', note: '01KAH2Y6Z40000000000SESS1A' },
      },
      {
        id: IDS.list,
        title: 'One list of outages',
        state: 'open',
        owner: 'Jonas',
        next: 'asks the web team.',
      },
      { id: IDS.older, person: 'mina-okafor' },
    ])
    const narrowed = await at.run(list, [], { kind: 'idea', until: '2026-10-31', limit: '1' }, { json: true })
    expect(JSON.parse(narrowed.out)).toMatchObject([{ id: IDS.older }])
    const found = await at.run(list, [], { kind: 'idea', text: 'outages' }, { json: true })
    expect(JSON.parse(found.out)).toMatchObject([{ id: IDS.list }])
    expect((await at.run(list, [], { kind: 'idea' })).out).toContain('Tills get a spare socket')
  })

  it('refuses what cannot be, and changes nothing', async () => {
    const at = await filled()
    await at.run(idea.tried, ['01dea1'])
    const before = at.tree()
    for (const [work, message] of [
      [at.run(idea.tried, ['01dea1']), 'That is recorded already, since 21 November 2026.'],
      [at.run(idea.drop, ['01dea2']), 'Why is it put aside? --why is missing.'],
      [
        at.run(idea.takenUp, ['01dea2'], { on: '2026-11-01' }),
        '--on: 1 November 2026 lies before 12 November 2026, when it was written down.',
      ],
      [at.run(idea.takenUp, ['01dea2'], { on: '2026-12-01' }), '--on: 1 December 2026 is still to come.'],
      [
        at.run(idea.takenUp, ['01dea1'], { on: '2026-11-20' }),
        '--on: 20 November 2026 lies before 21 November 2026, when something last became of it.',
      ],
    ] as const) {
      expect(await problemOf(work)).toMatchObject({ kind: 'usage', message })
    }
    expect(await problemOf(at.run(idea.tried, ['zzzzzz']))).toMatchObject({ kind: 'unknown' })
    expect(await problemOf(at.run(idea.tried, ['01dea']))).toMatchObject({ kind: 'ambiguous' })
    expect(at.tree()).toEqual(before)
  })

  it('says where ideas come from when there are none', async () => {
    const at = desk()
    for (const { path, text } of newNotebookFiles()) await at.put(path, text)
    expect(await at.run(idea.list)).toMatchObject({
      out: '',
      err: expect.stringContaining('No idea is open'),
    })
  })
})
