import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hideSmall, LEAST_PEOPLE, type TrendTable } from '../../../src/core/trends/hide.ts'
import { type Counted, SIDES, tallyOf } from '../../../src/core/trends/tally.ts'

const KEYS = ['a', 'b', null] as const
const people = (...counts: readonly (readonly [string | null, readonly number[]])[]): readonly Counted[] =>
  counts.flatMap(([key, list]) => list.map((person) => ({ key, person: `p${person}` })))

describe('a table of counts', () => {
  test('shows everything where every group is large enough', () => {
    const table = hideSmall(tallyOf(people(['a', [1, 2, 3, 4, 5]], ['b', [1, 2, 3, 4, 5, 6, 6]])))
    expect(table).toEqual({
      ...{
        rows: [
          { key: 'a', count: 5 },
          { key: 'b', count: 7 },
        ],
      },
      ...{ total: 12, hidden: false },
    })
  })

  test('takes a second group away where the first could be had by subtracting', () => {
    const table = hideSmall(tallyOf(people(['a', [1, 2, 3, 4, 5, 6]], ['b', [1]], [null, [1, 2, 3, 4, 5]])))
    expect(table.rows).toEqual([{ key: 'a', count: 6 }])
    expect(table.others).toEqual({ groups: 2, count: 6 })
    expect(table.total).toBe(12)
  })

  test('joins small groups where enough people stand behind them together', () => {
    const table = hideSmall(tallyOf(people(['a', [1, 2, 3]], ['b', [4, 5]], [null, [1, 2, 3, 4, 5]])))
    expect(table.rows).toEqual([{ key: null, count: 5 }])
    expect(table.others).toEqual({ groups: 2, count: 5 })
  })

  test('says nothing at all about four people', () => {
    expect(hideSmall(tallyOf(people(['a', [1, 2]], ['b', [3, 4, 4]])))).toEqual({ rows: [], hidden: true })
  })

  test("hides nothing of the mentor's own", () => {
    const table = hideSmall(tallyOf(people(['a', [1]], ['b', [2, 2]])), 0)
    expect(table).toEqual({
      rows: [
        { key: 'a', count: 1 },
        { key: 'b', count: 2 },
      ],
      total: 3,
      hidden: false,
    })
  })

  test('lets nobody reckon a number about fewer than five people', () => {
    let partly = 0
    let split = 0
    const thing = fc.record({
      key: fc.constantFrom('a', 'a', 'a', 'b', 'b', null),
      person: fc.integer({ min: 0, max: 8 }).map((number) => `p${number}`),
      side: fc.constantFrom(...SIDES, 'growths' as const, 'growths' as const),
    })
    fc.assert(
      fc.property(fc.array(thing, { maxLength: 60, size: 'max' }), (things) => {
        const table = hideSmall(tallyOf(things))
        if (table.hidden && table.rows.length > 0) partly += 1
        if (table.rows.some(({ sides }) => sides !== undefined) && table.hidden) split += 1
        expect(reckoned(table, things)).toEqual([])
      }),
      { numRuns: 400, seed: 7 },
    )
    // The property says something only where some of it is hidden and some is not.
    expect(partly).toBeGreaterThan(40)
    expect(split).toBeGreaterThan(5)
  })

  test('tells no number of a report with a filter that, taken from the same of one without, is about fewer than five people', () => {
    let told = 0
    let closed = 0
    const thing = fc.record({
      key: fc.constantFrom('a', 'a', 'b', 'c'),
      person: fc.integer({ min: 0, max: 13 }).map((number) => `p${number}`),
      side: fc.constantFrom('strengths' as const, 'growths' as const),
      inside: fc.constantFrom(true, true, true, true, false),
    })
    fc.assert(
      fc.property(fc.array(thing, { maxLength: 120, size: 'max' }), (things) => {
        const own = things.filter(({ inside }) => inside)
        const outside = things.filter(({ inside }) => !inside)
        const table = hideSmall(tallyOf(own, [outside]))
        if (table.rows.length > 0 && outside.length > 0) told += 1
        if (table.rows.length === 0 && hideSmall(tallyOf(own)).rows.length > 0) closed += 1
        const shown = new Set(table.rows.map(({ key }) => key))
        const hidden = (key: string): boolean => !shown.has(key) && own.some((one) => one.key === key)
        const about = (fits: (one: (typeof things)[number]) => boolean): number =>
          new Set(outside.filter(fits).map(({ person }) => person)).size
        const counts = [
          ...table.rows.map(({ key }) => about((one) => one.key === key)),
          ...table.rows.flatMap(({ key, sides }) =>
            SIDES.flatMap((side) =>
              (sides?.[side] ?? 0) > 0 ? [about((one) => one.key === key && one.side === side)] : [],
            ),
          ),
          ...(table.others === undefined ? [] : [about(({ key }) => hidden(key))]),
          ...(table.total === undefined || own.length === 0 ? [] : [about(() => true)]),
        ]
        expect(counts.filter((count) => count > 0 && count < LEAST_PEOPLE)).toEqual([])
      }),
      { numRuns: 600, seed: 11 },
    )
    expect(told).toBeGreaterThan(60)
    expect(closed).toBeGreaterThan(20)
  })

  test('hides a table whose filter leaves out one person, and shows it where it leaves out nobody', () => {
    const own = people(['a', [1, 2, 3, 4, 5, 6]], ['b', [1, 2, 3, 4, 5]])
    expect(hideSmall(tallyOf(own, [people(['c', [7]])]))).toEqual({ rows: [], hidden: true })
    expect(hideSmall(tallyOf(own, [[]])).rows).toEqual([
      { key: 'a', count: 6 },
      { key: 'b', count: 5 },
    ])
  })

  test('finds a number that can be reckoned where one is told too much', () => {
    const things = people(['a', [1, 2, 3, 4, 5, 6]], ['b', [1]]).map((one) => ({
      ...one,
      side: 'growths' as const,
    }))
    const told: TrendTable = {
      rows: [{ key: 'a', count: 6 }],
      others: { groups: 1, count: 1 },
      total: 7,
      hidden: true,
    }
    expect(reckoned(told, things)).not.toEqual([])
  })
})

/**
 * Every set of cells (a group and a side) about too few people whose sum follows from what a table tells, by any adding and
 * subtracting of its numbers.
 */
function reckoned(table: TrendTable, things: readonly Counted[]): readonly (readonly number[])[] {
  const cellOf = ({ key, side }: Counted): number =>
    KEYS.indexOf(key as 'a') * 3 + SIDES.indexOf(side ?? 'neither')
  const size = KEYS.length * 3
  const behind = Array.from({ length: size }, () => new Set<string>())
  for (const thing of things) behind[cellOf(thing)]?.add(thing.person)
  const told = basis(equations(table, new Set(things.map(({ key }) => key))), size)
  const found: number[][] = []
  for (let set = 1; set < 1 << size; set++) {
    const cells = Array.from({ length: size }, (_none, at) => at).filter((at) => (set >> at) & 1)
    const who = new Set(cells.flatMap((at) => [...(behind[at] ?? [])]))
    if (who.size === 0 || who.size >= LEAST_PEOPLE) continue
    const wanted = Array.from({ length: size }, (_none, at) => (set >> at) & 1)
    if (follows(wanted, told)) found.push(cells)
  }
  return found
}

/** What a reader is told, as sums of cells. */
function equations(table: TrendTable, keys: ReadonlySet<string | null>): number[][] {
  const row = (has: (key: string | null, side: string) => boolean): number[] =>
    KEYS.flatMap((key) => SIDES.map((side) => (has(key, side) ? 1 : 0)))
  const shown = new Set(table.rows.map(({ key }) => key))
  const all = [
    ...table.rows.map((one) => row((key) => key === one.key)),
    ...table.rows.flatMap((one) =>
      one.sides === undefined ? [] : SIDES.map((side) => row((key, own) => key === one.key && own === side)),
    ),
    ...(table.others === undefined ? [] : [row((key) => !shown.has(key))]),
    ...(table.total === undefined ? [] : [row(() => true)]),
    ...(table.sides === undefined ? [] : SIDES.map((side) => row((_key, own) => own === side))),
    // Groups nobody is in are known to be empty.
    ...KEYS.filter((key) => !keys.has(key)).flatMap((empty) =>
      SIDES.map((side) => row((key, own) => key === empty && own === side)),
    ),
  ]
  return all
}

/** Rows with a leading one each, nothing above or below it. */
function basis(rows: number[][], size: number): number[][] {
  const done: number[][] = []
  for (const row of rows) {
    const left = reduced(row, done)
    const at = left.findIndex((one) => Math.abs(one) > 1e-9)
    if (at === -1) continue
    const lead = left[at] ?? 1
    const unit = left.map((one) => one / lead)
    for (const [index, other] of done.entries()) {
      const by = other[at] ?? 0
      done[index] = other.map((one, place) => one - by * (unit[place] ?? 0))
    }
    done.push(unit)
  }
  return done.map((row) => row.slice(0, size))
}

function reduced(row: readonly number[], rows: readonly (readonly number[])[]): number[] {
  let left = [...row]
  for (const one of rows) {
    const at = one.findIndex((value) => Math.abs(value) > 1e-9)
    const by = left[at] ?? 0
    if (by !== 0) left = left.map((value, place) => value - by * (one[place] ?? 0))
  }
  return left
}

function follows(wanted: readonly number[], told: readonly (readonly number[])[]): boolean {
  return reduced(wanted, told).every((one) => Math.abs(one) < 1e-9)
}
