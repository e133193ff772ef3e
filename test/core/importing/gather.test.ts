import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Field } from '../../../src/core/importing/fields.ts'
import { type Gathered, newGathering } from '../../../src/core/importing/gather.ts'
import { personFinder, savedRows } from '../../../src/core/importing/known.ts'
import { harvestNotes, type ImportAbout } from '../../../src/core/importing/note.ts'
import { rowReader } from '../../../src/core/importing/rows.ts'
import { scaleOf, sideReader } from '../../../src/core/importing/scores.ts'
import { formatNote, parseNote } from '../../../src/core/notebook/codec.ts'
import { listedEvidence } from '../../../src/core/notebook/listing.ts'
import type { Person } from '../../../src/core/notebook/note.ts'

const SAM: Person = { slug: 'sam-rivera', name: 'Sam Rivera', aliases: ['Sammy'] }
const COLUMNS = new Map<number, Field>([
  [0, 'person'],
  [1, 'date'],
  [2, 'text'],
  [3, 'ticket'],
])

/** Reads rows as a file would give them; the first stands in line 2. */
function gathered(rows: readonly (readonly string[])[], saved: ReadonlySet<string> = new Set()): Gathered {
  const gathering = newGathering({
    read: rowReader(COLUMNS, 4, undefined),
    idHeading: undefined,
    find: personFinder([SAM]),
    saved,
    mask: undefined,
    since: undefined,
  })
  for (const [at, cells] of rows.entries()) gathering.take({ line: at + 2, cells })
  return gathering.done()
}

function notesOf(found: Gathered) {
  let count = 0
  const about: ImportAbout = {
    file: 'a.csv',
    source: 'survey',
    now: '2026-11-21T10:00:00Z',
    today: '2026-11-21',
    sideOf: () => undefined,
    nextId: () => `01ARZ3NDEKTSV4RRFF${String(count++).padStart(8, '0')}`,
  }
  return found.known.flatMap(({ figures, entries }) => harvestNotes({ person: SAM, figures, entries }, about))
}

const row = fc.tuple(
  fc.constantFrom('Sam Rivera', 'SAM  rivera', 'Sammy', 'Somebody'),
  fc.constantFrom('2026-08-03', '2026-09-04', ''),
  fc.oneof(
    fc.constantFrom('Thanks', 'Thanks', '', '## heading', '- E1 · 3 August · x', '```\n---'),
    fc.string(),
    fc.lorem(),
  ),
  fc.constantFrom('48213', '48214', ''),
)

describe('a second reading', () => {
  it('finds nothing new, whatever the rows, once the notes were written and read again', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), (rows) => {
        const first = gathered(rows)
        const stored = notesOf(first).map(({ path, note }) => parseNote(formatNote(note), path))
        const again = gathered(rows, savedRows(stored.map(({ note }) => note.facts)))
        expect(again.known.flatMap(({ entries }) => entries)).toEqual([])
      }),
    )
  })

  it('of more rows finds only those that are new, wherever they stand', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), fc.array(row, { maxLength: 12 }), (rows, more) => {
        const saved = new Set(
          gathered(rows).known.flatMap(({ entries }) => entries.map((entry) => entry.row)),
        )
        const both = gathered([...more, ...rows])
        const fresh = gathered([...more, ...rows], saved).known.flatMap(({ entries }) => entries)
        expect(fresh.length).toBe(both.known.flatMap(({ entries }) => entries).length - saved.size)
      }),
    )
  })
})

describe('a note', () => {
  it('gives back every comment with its day and ticket', () => {
    const texts = fc.array(fc.lorem({ maxCount: 8 }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(texts, (all) => {
        const rows = all.map((text, at) => [
          'Sam Rivera',
          `2026-0${1 + (at % 9)}-01`,
          text,
          String(48_000 + at),
        ])
        const items = notesOf(gathered(rows)).flatMap(({ path, note }) =>
          listedEvidence(parseNote(formatNote(note), path)),
        )
        const told = items.map(({ ticket, title, date }) => [ticket, title, date])
        expect(told.sort()).toEqual(rows.map(([, date, text, ticket]) => [ticket, text, date]).sort())
      }),
    )
  })

  it('of a thousand comments becomes several that can all be read again', () => {
    const rows = Array.from({ length: 1000 }, (_none, at) => [
      'Sam Rivera',
      '2026-08-03',
      `Comment ${at}`,
      String(at),
    ])
    const notes = notesOf(gathered(rows))
    expect(notes.length).toBeGreaterThan(3)
    const items = notes.flatMap(({ path, note }) => parseNote(formatNote(note), path).note.facts.items ?? [])
    expect(new Set(items.map((item) => item.row)).size).toBe(1000)
    expect(notes.map(({ note }) => note.facts.title)).toContain('Evidence for Sam Rivera (a.csv, part 2)')
    expect(new Set(notes.map(({ path }) => path)).size).toBe(notes.length)
  })
})

it('rows of people who are not known are counted, and kept only up to a limit', () => {
  const rows = Array.from({ length: 20_001 }, (_none, at) => ['Nobody', '', `Comment ${at}`, ''])
  const found = gathered([...rows, ['Sam Rivera', '', 'Thanks', '']])
  expect(found.tooManyUnknown).toBe(true)
  expect(found.unknown).toMatchObject([{ figures: { rows: 20_001 }, entries: [] }])
  expect(found.known).toMatchObject([{ entries: [{ text: 'Thanks' }] }])
})

describe('a score', () => {
  const side = sideReader({
    strength: ['good', 'met'],
    growth: ['bad', 'not met'],
    scales: [
      { most: 5, strength: 4, growth: 2 },
      { most: 10, strength: 9, growth: 6 },
    ],
  })

  it.each([
    ['Good', undefined, 'strength'],
    ['not_met', undefined, 'growth'],
    ['partly met', undefined, undefined],
    ['5', 5, 'strength'],
    ['2', 5, 'growth'],
    ['3', 5, undefined],
    ['5', 10, 'growth'],
    ['5', undefined, undefined],
    ['4/5', undefined, 'strength'],
    ['★★☆☆☆', undefined, 'growth'],
    ['5 stars', undefined, 'strength'],
    ['9 of 10', undefined, 'strength'],
    ['85%', undefined, undefined],
  ] as const)('%s on a scale to %s', (score, scale, wanted) => {
    expect(side(score, scale)).toBe(wanted)
  })

  it('is on a scale only where the column shows which', () => {
    expect([
      scaleOf(5, 1),
      scaleOf(10, 3),
      scaleOf(3, 1),
      scaleOf(5, 0),
      scaleOf(80, 1),
      scaleOf(undefined, undefined),
    ]).toEqual([5, 10, undefined, undefined, undefined, undefined])
  })
})
