import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldEvents, goalState, promiseState, usedEvidence } from '../../../src/core/notebook/events.ts'
import type { Facts, NoteEvent } from '../../../src/core/notebook/note.ts'
import { compareRows, runQuery } from '../../../src/core/notebook/query.ts'
import { someFacts } from '../../support/notebook.ts'

const GOAL = 'GOAL'

function bringing(id: string, created: string, events: readonly NoteEvent[]): Facts {
  return someFacts({ id, created, events })
}

const event = (what: string, on: string, more: Partial<NoteEvent> = {}): NoteEvent => ({
  of: GOAL,
  what,
  on,
  ...more,
})

describe('what became of a goal', () => {
  it('is proposed until something is said about it', () => {
    expect(goalState(GOAL, foldEvents([someFacts()]))).toEqual({ status: 'proposed', progress: [] })
  })

  it('is what was said last, by day before the time of writing', () => {
    const notes = [
      bringing('B', '2026-12-09T10:00:00Z', [event('agreed', '2026-11-24')]),
      bringing('A', '2026-12-01T10:00:00Z', [event('met', '2026-12-18', { why: 'twelve of twelve' })]),
      bringing('C', '2026-12-10T10:00:00Z', [event('progress', '2026-12-10', { why: 'eight of twelve' })]),
    ]
    expect(goalState(GOAL, foldEvents(notes))).toMatchObject({
      status: 'met',
      since: '2026-12-18',
      why: 'twelve of twelve',
      progress: [{ what: 'progress', why: 'eight of twelve', note: 'C' }],
    })
  })

  it('on one day, goes by when the notes were made, then by their ids', () => {
    const day = '2026-12-18'
    const two = [
      bringing('B', '2026-12-18T11:00:00Z', [event('changed', day)]),
      bringing('A', '2026-12-18T12:00:00Z', [event('met', day)]),
    ]
    expect(goalState(GOAL, foldEvents(two)).status).toBe('met')
    const same = two.map((note) => ({ ...note, created: '2026-12-18T11:00:00Z' }))
    expect(goalState(GOAL, foldEvents(same)).status).toBe('changed')
  })

  it('does not depend on the order in which notes are read', () => {
    const anyNotes = fc.uniqueArray(
      fc.record({
        id: fc.string({ minLength: 1, maxLength: 2 }),
        created: fc.constantFrom('2026-12-01T10:00:00Z', '2026-12-02T10:00:00Z'),
        events: fc.array(
          fc.record({
            of: fc.constantFrom('a', 'b'),
            what: fc.constantFrom('agreed', 'met', 'changed', 'progress'),
            on: fc.constantFrom('2026-12-01', '2026-12-02', '2026-12-03'),
          }),
          { maxLength: 3 },
        ),
      }),
      { selector: ({ id }) => id, maxLength: 6 },
    )
    fc.assert(
      fc.property(
        anyNotes.chain((notes) =>
          fc.tuple(fc.constant(notes), fc.shuffledSubarray(notes, { minLength: notes.length })),
        ),
        ([notes, shuffled]) => {
          const facts = (all: typeof notes) => foldEvents(all.map((note) => someFacts(note)))
          expect(goalState('a', facts(shuffled))).toEqual(goalState('a', facts(notes)))
          expect(facts(shuffled).get('b')).toEqual(facts(notes).get('b'))
        },
      ),
    )
  })
})

describe('what became of a promise', () => {
  const promise = { id: GOAL, kind: 'promise', by: '2026-11-27' }

  it('is open until its day, which may be moved', () => {
    expect(promiseState(promise, foldEvents([]))).toEqual({ status: 'open', due: '2026-11-27' })
    const moved = bringing('A', '2026-11-26T10:00:00Z', [event('moved', '2026-11-26', { to: '2026-12-04' })])
    expect(promiseState(promise, foldEvents([moved]))).toEqual({ status: 'open', due: '2026-12-04' })
    const kept = bringing('B', '2026-12-03T10:00:00Z', [event('kept', '2026-12-03')])
    expect(promiseState(promise, foldEvents([kept, moved]))).toEqual({
      status: 'kept',
      due: '2026-12-04',
      since: '2026-12-03',
    })
  })
})

describe('evidence', () => {
  it('is used by the sessions that cite it, and by nothing else', () => {
    const cite = (id: string, date: string, items: string[], kind: Facts['kind'] = 'session') =>
      someFacts({ id, date, kind, evidence: items.map((item) => ({ id: item, as: 'E1' })) })
    const used = usedEvidence([
      cite('late', '2026-12-01', ['x']),
      cite('c', '2026-11-01', ['y'], 'checkin'),
      cite('early', '2026-11-01', ['x', 'z']),
    ])
    expect([...used]).toEqual([
      ['x', ['early', 'late']],
      ['z', ['early']],
    ])
  })
})

describe('asking for notes', () => {
  const rows = [
    someFacts({ id: 'A', date: '2026-11-20', kind: 'session' }),
    someFacts({ id: 'B', date: '2026-11-21', kind: 'goal', person: 'wei-ling-tan' }),
    someFacts({ id: 'C', date: '2026-11-21', kind: 'session', created: '2026-11-21T16:00:00Z' }),
    someFacts({ id: 'D', date: '2026-11-21', kind: 'session', created: '2026-11-21T15:00:00Z' }),
  ]
  const ids = (query: Parameters<typeof runQuery>[1]) =>
    runQuery(rows, query, (row) => row).map(({ id }) => id)

  it('gives the newest first, by day, then by when they were made, then by id', () => {
    expect(ids({})).toEqual(['C', 'D', 'B', 'A'])
    expect(ids({ limit: 2 })).toEqual(['C', 'D'])
    expect(ids({ limit: 0 })).toEqual([])
  })

  it('keeps to person, kind and days, which count themselves', () => {
    expect(ids({ person: 'wei-ling-tan' })).toEqual(['B'])
    expect(ids({ kind: 'session', until: '2026-11-20' })).toEqual(['A'])
    expect(ids({ since: '2026-11-21' })).toEqual(['C', 'D', 'B'])
    expect(ids({ since: '2026-11-22' })).toEqual([])
  })

  it('orders by id when day and time are the same', () => {
    const [a, b] = [someFacts({ id: 'A' }), someFacts({ id: 'B' })]
    expect([compareRows(a, b), compareRows(b, a), compareRows(a, a)]).toEqual([-1, 1, 0])
  })
})
