import { type Cell, SIDES, type Sides, sidesTogether, type Tally, together } from './tally.ts'

/** So few people can be told apart in a count; ours is the smallest number that statistical offices and survey tools commonly ask for. */
export const LEAST_PEOPLE = 5

/** One row of a table as it may be shown; the sides are absent where they may not be told apart. */
export interface TrendRow {
  readonly key: string | null
  readonly count: number
  readonly sides?: Readonly<Record<keyof Sides, number>>
}

/**
 * A table of counts. Its rows and `others` together are `total`; `sides` are those of all of it. Where something is hidden,
 * `others` says how many groups it is and what they come to together; nothing but `hidden` is left where all of it is.
 */
export interface TrendTable {
  readonly rows: readonly TrendRow[]
  readonly others?: { readonly groups: number; readonly count: number }
  readonly total?: number
  readonly sides?: Readonly<Record<keyof Sides, number>>
  readonly hidden: boolean
}

/**
 * A table in which nothing can be told, or be reckoned from the rest, about fewer than `least` people. A group that is too
 * small loses its row; where what is missing could be had by subtracting, further groups lose theirs, the smallest first.
 * The same holds for the sides of the rows, and for any number of a report with a filter that is subtracted from the same number of one without.
 * With `least` 0 everything is shown.
 */
export function hideSmall(tallies: readonly Tally[], least = LEAST_PEOPLE): TrendTable {
  const all = tallies.filter(({ count }) => count > 0)
  if (all.length > 0 && !isSafe(together(tallies), least)) return { rows: [], hidden: true }
  const [kept, gone] = parted(
    all,
    (one) => !isSafe(one, least),
    (rest) => isSafe(together(rest), least),
  )
  if (gone.length > 0 && !isSafe(together(gone), least)) return { rows: [], hidden: true }
  const blocks = [...kept.map((one) => [one]), ...(gone.length > 0 ? [gone] : [])]
  const { split, sides } = splitOf(blocks, tallies, least)
  return {
    rows: kept.map((one) => {
      const row = { key: one.key, count: one.count }
      return one.sides !== undefined && split.has(one) ? { ...row, sides: counts(one.sides) } : row
    }),
    ...(gone.length > 0 ? { others: { groups: gone.length, count: together(gone).count } } : {}),
    total: together(all).count,
    ...(sides === undefined ? {} : { sides: counts(sides) }),
    hidden: gone.length > 0 || (all.some((one) => one.sides !== undefined) && split.size < kept.length),
  }
}

/**
 * Of which rows the sides may be told, and whether those of the whole. What is left when the rows that are told are taken
 * from the whole is what all others have together, so that has to be large enough too.
 */
function splitOf(
  blocks: readonly (readonly Tally[])[],
  tallies: readonly Tally[],
  least: number,
): { readonly split: ReadonlySet<Tally>; readonly sides?: Sides } {
  const all = blocks.flat()
  if (all.length === 0 || all.some(({ sides }) => sides === undefined)) return { split: new Set() }
  const whole = sidesTogether(tallies)
  const joined = blocks.map((own) => ({ ...together(own), own, sides: sidesTogether(own) }))
  const isWholeTold = areSafe(whole, least)
  const [told] = parted(
    joined,
    // What stands for several groups has no sides of its own.
    ({ own, sides }) => own.length > 1 || !areSafe(sides, least),
    (rest) => !isWholeTold || areSafe(sidesTogether(rest.flatMap(({ own }) => own)), least),
  )
  return { split: new Set(told.flatMap(({ own }) => own)), ...(isWholeTold ? { sides: whole } : {}) }
}

/** Takes out what is not to stay, and then the smallest of the others until what was taken out is enough or all of it. */
function parted<T extends Cell>(
  all: readonly T[],
  goes: (one: T) => boolean,
  isEnough: (gone: readonly T[]) => boolean,
): readonly [kept: readonly T[], gone: readonly T[]] {
  const gone = new Set(all.filter(goes))
  const bySize = all.filter((one) => !gone.has(one)).sort((a, b) => a.people.size - b.people.size)
  for (const next of bySize) {
    if (gone.size === 0 || isEnough([...gone])) break
    gone.add(next)
  }
  return [all.filter((one) => !gone.has(one)), all.filter((one) => gone.has(one))]
}

/** Nobody, or enough people, and the same outside. */
function isSafe({ count, people, outside = [] }: Cell, least: number): boolean {
  return count === 0 || (people.size >= least && outside.every((cell) => isSafe(cell, least)))
}

function areSafe(sides: Sides, least: number): boolean {
  return SIDES.every((side) => isSafe(sides[side], least))
}

function counts(sides: Sides): Readonly<Record<keyof Sides, number>> {
  const { strengths, growths, neither } = sides
  return { strengths: strengths.count, growths: growths.count, neither: neither.count }
}
