import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Digest } from '../../../src/core/notebook/index/digest.ts'
import type { Facts } from '../../../src/core/notebook/note.ts'
import { foldStanding } from '../../../src/core/notebook/standing.ts'
import { foldTrends } from '../../../src/core/trends/fold.ts'
import type { TrendTable } from '../../../src/core/trends/hide.ts'
import { type TrendGround, type Trends, trendsOf } from '../../../src/core/trends/trends.ts'
import { facts, id, items } from '../../support/team.ts'

const TODAY = '2026-11-21'
const CAUSES = [
  { id: 'lapse', side: 'person' as const, family: 'Attention' },
  { id: 'training', side: 'system' as const, family: 'Training' },
]

function trends(notes: readonly Facts[], given: Partial<TrendGround> = {}): Trends {
  const digests = notes.map(
    (note): Digest => ({ path: `notes/${note.person}/${note.id}.md`, facts: note, words: {} }),
  )
  const people = [...new Set(notes.map(({ person }) => person))].sort()
  const standing = new Map([...foldStanding(digests)].map(([slug, one]) => [slug, one.standing]))
  return trendsOf(foldTrends(digests), standing, {
    ...{ today: TODAY, query: {}, view: 'own', causes: CAUSES, feedbackDays: 90, masked: (words) => words },
    people: people.map((slug) => ({ slug, name: slug, aliases: [] })),
    ...given,
  })
}

/** Rows as a plain object; what has no key stands under "-". */
function told({ rows }: TrendTable): Readonly<Record<string, number>> {
  return Object.fromEntries(rows.map(({ key, count }) => [key ?? '-', count]))
}

function counted(keys: readonly (string | undefined)[]): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {}
  for (const key of keys) sums[key ?? '-'] = (sums[key ?? '-'] ?? 0) + 1
  return sums
}

const day = fc.constantFrom('2026-08-30', '2026-09-01', '2026-10-14', '2026-11-02', '2026-11-20')
const who = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
const item = fc.record({
  date: fc.option(day, { nil: undefined }),
  side: fc.constantFrom('strength', 'growth', undefined),
  area: fc.constantFrom('x', 'y', undefined),
  source: fc.constantFrom('call', undefined),
})
const note = fc.record({
  ...{ person: who, date: day, list: fc.array(item, { minLength: 1, maxLength: 4 }) },
  causes: fc.subarray(['lapse', 'training', 'in own words']),
  template: fc.constantFrom('one@1', 'two@3'),
  became: fc.constantFrom(undefined, 'agreed', 'met', 'dropped', 'changed'),
})

describe('trends', () => {
  test('agree with counting everything by hand, whatever is asked for and in whatever order notes come', () => {
    const query = fc.record(
      {
        since: day,
        until: day,
        area: fc.constant('x'),
        source: fc.constant('call'),
        template: fc.constant('one'),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.array(note, { maxLength: 25 }), query, fc.nat(), (given, query, turn) => {
        const made = given.map(({ person, date, list, causes, template, became }) => {
          const seen = items(...list) ?? []
          const evidence = facts('evidence', person, date, { items: seen, template })
          const cites = seen.slice(0, 1).map((one) => ({ id: one.id, as: 'E1' }))
          const session = facts('session', person, date, { template, choices: { causes }, evidence: cites })
          const goal = facts('goal', person, date, { template, session: session.id })
          const event = { of: goal.id, what: became ?? '', on: '2026-11-19' }
          const update = facts('update', person, date, became === undefined ? {} : { events: [event] })
          return {
            ...{ list, seen, evidence, session, goal, update, became, causes, person, date, template },
          }
        })
        const notes = made.flatMap(({ evidence, session, goal, update }) => [evidence, session, goal, update])
        const found = trends([...notes.slice(turn % 7), ...notes.slice(0, turn % 7)], { query })

        const isIn = (date: string): boolean =>
          (query.since === undefined || date >= query.since) &&
          (query.until === undefined || date <= query.until)
        const isOf = (one: { area?: string | undefined; source?: string | undefined } | undefined): boolean =>
          (query.area === undefined || one?.area === 'x') &&
          (query.source === undefined || one?.source === 'call')
        const isMade = (template: string): boolean => query.template === undefined || template === 'one@1'
        const evidence = made.flatMap(({ list, date, template }) =>
          list
            .map((one) => ({ ...one, on: one.date ?? date }))
            .filter((one) => isIn(one.on) && isOf(one) && isMade(template)),
        )
        const isAbout = ({ list }: (typeof made)[number]): boolean =>
          (query.area === undefined && query.source === undefined) || isOf(list[0])
        expect(told(found.areas)).toEqual(counted(evidence.map(({ area }) => area)))
        expect(told(found.sources)).toEqual(counted(evidence.map(({ source }) => source)))
        expect(told(found.months)).toEqual(counted(evidence.map(({ date }) => date?.slice(0, 7))))
        expect(found.areas.total ?? 0).toBe(evidence.length)
        expect(found.areas.sides?.growths ?? 0).toBe(evidence.filter(({ side }) => side === 'growth').length)
        const near = made.filter((one) => isMade(one.template) && isAbout(one))
        expect(told(found.goals)).toEqual(
          counted(
            near
              .filter(({ became, date }) => isIn(became === undefined ? date : '2026-11-19'))
              .map(({ became }) => became ?? 'proposed'),
          ),
        )
        expect(told(found.causes.lies)).toEqual(
          counted(
            near
              .filter(({ date }) => isIn(date))
              .flatMap(({ causes }) => causes)
              .map((cause) => (cause === 'lapse' ? 'person' : cause === 'training' ? 'system' : 'own')),
          ),
        )
      }),
      { numRuns: 150, seed: 5 },
    )
  })

  test('count check-ins against what was planned', () => {
    const skipped = facts('session', 'c', '2026-11-01', { checkin: '2026-11-08' })
    const found = trends([
      facts('session', 'a', '2026-11-01', { checkin: '2026-11-08' }),
      facts('checkin', 'a', '2026-11-09', { checkin: '2026-11-16' }),
      facts('session', 'b', '2026-11-01'),
      facts('checkin', 'b', '2026-11-05'),
      skipped,
      facts('update', 'c', '2026-11-08', {
        events: [{ of: skipped.id, what: 'skipped', on: '2026-11-08', was: '2026-11-08', why: 'away' }],
      }),
      facts('session', 'd', '2026-11-01', { checkin: '2026-12-08' }),
    ])
    expect(found.checkins === undefined ? {} : told(found.checkins)).toEqual({
      ...{ held: 1, unplanned: 1, skipped: 1, overdue: 1, 'to-come': 1 },
    })
  })

  test('name to the mentor alone who has heard nothing, or only what to change', () => {
    const grow = items({ date: '2026-11-01', side: 'growth' })
    const notes = [
      facts('session', 'old', '2026-03-01'),
      facts('evidence', 'never', '2026-11-01', { items: grow }),
      facts('session', 'hard', '2026-11-10', { evidence: [{ id: grow?.[0]?.id, as: 'E1' }] }),
      facts('session', 'both', '2026-11-10', {
        choices: { 'points.1.side': 'growth', 'points.2.side': 'strength' },
      }),
      facts('session', 'praised', '2026-11-10', { choices: { 'points.1.side': 'growth' } }),
      facts('checkin', 'praised', '2026-11-12', { items: [{ id: id(), kind: 'recognition', label: 'R1' }] }),
    ]
    expect(trends(notes).quiet).toEqual({
      days: 90,
      unheard: [{ person: 'never' }, { person: 'old', since: '2026-03-01' }],
      onlyCriticism: ['hard'],
    })
    expect(trends(notes, { view: 'shared' }).quiet).toBeUndefined()
    expect(trends(notes, { view: 'shared' })).not.toHaveProperty('people')
  })
})
