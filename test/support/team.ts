import { formatNote } from '../../src/core/notebook/codec.ts'
import { notePath } from '../../src/core/notebook/names.ts'
import type { Facts, Section } from '../../src/core/notebook/note.ts'
import type { Desk } from './context.ts'

/** Seven people; the last one has a note of nothing yet. */
export const TEAM = [
  'Sam Rivera',
  'Anna Berg',
  'Ifeoma Adeyemi',
  'Wei-Ling Tan',
  'Tomás Novak',
  'Grace Mensah',
  'Yuki Sato',
] as const

let made = 0

/** An id nothing else has. */
export function id(): string {
  made += 1
  return `01KAAAAAAAAAAAAAAAAA${String(made).padStart(6, '0')}`
}

/** The slug of somebody of the team. */
export function slugOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
}

/** The facts of a note; whatever is given takes the place of what is usual. */
export function facts(kind: Facts['kind'], person: string, date: string, more: object = {}): Facts {
  return {
    ...{ tactful: 1, id: id(), kind, person, date, created: `${date}T10:00:00.000Z`, title: kind },
    ...more,
  }
}

/** Items of evidence as front matter has them. */
export function items(...given: readonly object[]): Facts['items'] {
  return given.map((one, at) => ({ id: id(), kind: 'evidence', label: `E${at + 1}`, ...one }))
}

/** A notebook of a team over some months, with barriers, ideas, causes, goals and check-ins. Its names stand in barriers and ideas too. */
export async function putTeam(desk: Desk): Promise<void> {
  const put = (note: Facts, sections: readonly Section[] = []) =>
    desk.put(notePath(note), formatNote({ facts: note, lead: '', sections }))
  await desk.put('tactful.yaml', 'format: 1\n')
  for (const name of TEAM) await desk.put(`people/${slugOf(name)}.yaml`, `name: ${name}\n`)
  const people = TEAM.slice(0, 6).map(slugOf)
  for (const [at, person] of people.entries()) {
    const seen = items(
      { date: '2026-10-14', side: 'growth', area: 'handover', source: 'ticket', ticket: `4821${at}` },
      { date: '2026-11-02', side: at < 5 ? 'strength' : 'growth', area: 'communication', source: 'survey' },
      // Two people alone have something of this area.
      ...(at < 2 ? [{ date: '2026-11-03', side: 'growth', area: 'escalation', source: 'call' }] : []),
    )
    await put(facts('evidence', person, '2026-11-06', { items: seen }))
    const session = facts('session', person, '2026-11-10', {
      template: 'constructive-feedback@1',
      choices: {
        causes: at < 5 ? ['training', 'lapse'] : ['tools', 'a thing of its own'],
        'points.1.side': at === 3 ? 'growth' : 'strength',
      },
      evidence: at === 3 ? [{ id: seen?.[0]?.id ?? '', as: 'E1' }] : [],
      checkin: at < 3 ? '2026-11-17' : '2026-12-01',
    })
    await put(session)
    if (at < 2) await put(facts('checkin', person, '2026-11-17', { checkin: '2026-12-04' }))
    const goal = facts('goal', person, '2026-11-10', { title: 'A goal', session: session.id })
    await put(goal)
    const became = at < 5 ? 'met' : 'dropped'
    await put(
      facts('update', person, '2026-11-18', { events: [{ of: goal.id, what: became, on: '2026-11-18' }] }),
    )
  }
  await put(
    facts('barrier', people[0] ?? '', '2026-10-20', {
      title: 'The list that Sam Rivera and Grace need is out of date, write to anna@example.org',
      barrier: { owner: 'the web team', area: 'handover' },
    }),
  )
  await put(
    facts('checkin', people[4] ?? '', '2026-11-19', {
      items: [{ id: id(), kind: 'idea', label: 'I1', owner: 'Tomás' }],
      sections: { ideas: 'Ideas' },
    }),
    [
      {
        id: 'ideas',
        heading: 'Ideas',
        text: '- I1 · one page with all outages, as Yuki Sato said\n  Taken on by Tomás.',
      },
    ],
  )
}
