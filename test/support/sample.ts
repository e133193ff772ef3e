import { formatNote } from '../../src/core/notebook/codec.ts'
import { notePath, privatePath } from '../../src/core/notebook/names.ts'
import { newNotebookFiles } from '../../src/core/notebook/new.ts'
import type { Facts, Note, Section } from '../../src/core/notebook/note.ts'
import { formatPerson } from '../../src/core/notebook/person-file.ts'
import type { Desk } from './context.ts'

/** A notebook with two people, an evidence note, two sessions, goals with a history, a check-in and a private part. */
export async function fill(at: Desk): Promise<void> {
  for (const { path, text } of newNotebookFiles()) await at.put(path, text)
  for (const person of [
    { slug: 'sam-rivera', name: 'Sam Rivera', aliases: ['Sammy'], role: 'tier 1' },
    { slug: 'wei-ling-tan', name: 'Wei-Ling Tan', aliases: [] },
  ]) {
    await at.put(`people/${person.slug}.yaml`, formatPerson(person))
  }
  for (const note of NOTES) await at.put(notePath(note.facts), formatNote(note))
  const own = noteOf({ ...SESSION.facts, private: true }, [
    { id: 'reactions', heading: 'What they may answer', text: 'That it was not their ticket.' },
  ])
  await at.put(privatePath(SESSION.facts), formatNote(own))
  const [evidence = SESSION] = NOTES
  const guesses = noteOf({ ...evidence.facts, private: true }, [
    { id: 'assumption', heading: 'Guesses', text: '- E1 · Perhaps the new checklist helped' },
  ])
  await at.put(privatePath(evidence.facts), formatNote(guesses))
}

/** Ids by what the notes are; the last six characters are what people type. */
export const IDS = {
  evidence: '01KA9V3Q8M0000000000EV1DAA',
  item1: '01KA9V3Q8M0000000000E1E1E1',
  item2: '01KA9V3Q8M0000000000E2E2E2',
  session: '01KAH2Y6Z40000000000Q47K3V',
  earlier: '01K9H2Y6Z40000000000Z9Z9Z9',
  goalOpen: '01KAH2Y6Z40000000000G0A111',
  goalMet: '01K9H2Y6Z40000000000G0A222',
  promise: '01KAH2Y6Z40000000000PR0M1S',
  kept: '01KAH2Y6Z40000000000KEPT0P',
  checkin: '01K9R2Y6Z40000000000CHCK1N',
  other: '01KAM2Y6Z40000000000WE1WE1',
} as const

const SESSION: Note = noteOf(
  {
    ...factsOf('session', IDS.session, '2026-11-21', 'Feedback for Sam Rivera'),
    template: 'constructive-feedback@1',
    talk: { date: '2026-11-24', minutes: 30, time: '14:00' },
    checkin: '2026-12-08',
    evidence: [{ id: IDS.item1, as: 'E1' }],
    goals: [IDS.goalOpen],
    items: [
      { id: IDS.promise, kind: 'promise', label: 'P1', who: 'Priya', by: '2026-11-20' },
      { id: IDS.kept, kind: 'promise', label: 'P2', by: '2026-11-28' },
    ],
  },
  [
    { id: 'well', heading: 'What went well', text: 'The handover had the goal and the logs. [E1]' },
    { id: 'points', heading: 'To talk about', text: '### Updates\n\nOn 48213 the update came late.' },
    {
      id: 'next',
      heading: 'What comes next',
      text: '- P1 · by 20 November 2026 · Priya: looks at the open list on Fridays\n- P2 · A late-shift contact',
    },
  ],
)

const NOTES: readonly Note[] = [
  noteOf(
    {
      ...factsOf('evidence', IDS.evidence, '2026-11-02', 'Evidence about Sam Rivera'),
      items: [
        {
          id: IDS.item1,
          kind: 'evidence',
          label: 'E1',
          date: '2026-11-02',
          side: 'strength',
          ticket: '48402',
        },
        { id: IDS.item2, kind: 'evidence', label: 'E2', date: '2026-10-14', side: 'growth' },
      ],
    },
    [
      {
        id: 'evidence',
        heading: 'Evidence',
        text: '- E1 · 2 November · ticket 48402 · The handover had the goal and the logs\n- E2 · 14 October · The update came the next day',
      },
    ],
  ),
  noteOf(factsOf('session', IDS.earlier, '2026-10-01', 'First feedback'), [
    { heading: 'To talk about', text: 'Greeting callers by name.' },
  ]),
  noteOf({ ...factsOf('goal', IDS.goalMet, '2026-10-01', 'Greet every caller by name'), by: '2026-10-30' }, [
    { id: 'goal', heading: 'Goal', text: 'Greet every caller by name' },
  ]),
  noteOf(
    {
      ...factsOf('checkin', IDS.checkin, '2026-10-30', 'Check-in'),
      events: [
        { of: IDS.goalMet, what: 'agreed', on: '2026-10-02' },
        { of: IDS.goalMet, what: 'met', on: '2026-10-30' },
      ],
    },
    [],
  ),
  noteOf(
    {
      ...factsOf('goal', IDS.goalOpen, '2026-11-21', 'Every waiting customer hears from me once a day'),
      by: '2026-12-18',
      baseline: '5 of 12',
      target: '12 of 12',
    },
    [{ id: 'goal', heading: 'Goal', text: 'Every waiting customer hears from me once a day' }],
  ),
  SESSION,
  noteOf(
    {
      ...factsOf('update', '01KAN2Y6Z400000000000VPD8A', '2026-11-21', 'Promise kept'),
      created: '2026-11-21T18:00:00.000Z',
      events: [{ of: IDS.kept, what: 'kept', on: '2026-11-21' }],
    },
    [],
  ),
  noteOf(
    { ...factsOf('session', IDS.other, '2026-11-10', 'Feedback for Wei-Ling Tan'), person: 'wei-ling-tan' },
    [{ heading: 'To talk about', text: 'Sharing what works.' }],
  ),
]

function factsOf(kind: Facts['kind'], id: string, date: string, title: string): Facts {
  return { tactful: 1, id, kind, person: 'sam-rivera', date, created: `${date}T14:30:00.000Z`, title }
}

function noteOf(facts: Facts, sections: readonly Section[]): Note {
  const named = sections.flatMap(({ id, heading }) => (id === undefined ? [] : [[id, heading] as const]))
  return {
    facts: named.length === 0 ? facts : { ...facts, sections: Object.fromEntries(named) },
    lead: '',
    sections,
  }
}
