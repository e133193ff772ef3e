/** How much there is of something, and whose it is (slugs). */
export interface Cell {
  readonly count: number
  readonly people: ReadonlySet<string>
  /** The same of what other reports would count besides: this one, subtracted from them, tells it. */
  readonly outside?: readonly Cell[]
}

/** What has something in common: `key` is an id, a month, a state; null where nothing was named. */
export interface Tally extends Cell {
  readonly key: string | null
  /** The same by side, where what is counted has one. */
  readonly sides?: Sides
}

/** How evidence leans. */
export interface Sides {
  readonly strengths: Cell
  readonly growths: Cell
  readonly neither: Cell
}

/** One thing that is counted. */
export interface Counted {
  readonly key: string | null
  /** Slug. */
  readonly person: string
  readonly side?: keyof Sides
}

/** The names of the sides, in the order in which they are shown. */
export const SIDES: readonly (keyof Sides)[] = ['strengths', 'growths', 'neither']

/** Nothing. */
const NOTHING: Cell = { count: 0, people: new Set() }

/**
 * Counts things by what they have in common, in the order of the keys, those without one last. Things have a side all, or none of them.
 * `outsides` are the things that other reports would count besides, one list a report; a key that only they have is there with a count of 0.
 */
export function tallyOf(
  things: Iterable<Counted>,
  outsides: readonly (readonly Counted[])[] = [],
): readonly Tally[] {
  const own = grouped(things)
  const others = outsides.map(grouped)
  const keys = new Set([own, ...others].flatMap((groups) => [...groups.keys()]))
  const isSided = [own, ...others].some((groups) => [...groups.values()].some(({ sides }) => sides))
  return [...keys]
    .map((key): Tally => {
      const outer = others.map((groups) => groups.get(key))
      const cell = outsideOf(own.get(key) ?? NOTHING, outer)
      if (!isSided) return { key, ...cell }
      const side = (name: keyof Sides): Cell =>
        outsideOf(
          own.get(key)?.sides?.[name] ?? NOTHING,
          outer.map((group) => group?.sides?.[name]),
        )
      return {
        ...{ key, ...cell },
        sides: { strengths: side('strengths'), growths: side('growths'), neither: side('neither') },
      }
    })
    .sort(byKey)
}

function outsideOf({ count, people }: Cell, outer: readonly (Cell | undefined)[]): Cell {
  if (outer.length === 0) return { count, people }
  const outside = outer.map((cell) => ({ count: cell?.count ?? 0, people: cell?.people ?? NOTHING.people }))
  return { count, people, outside }
}

interface Group {
  count: number
  readonly people: Set<string>
  sides?: MutableSides
}

function grouped(things: Iterable<Counted>): ReadonlyMap<string | null, Group> {
  const groups = new Map<string | null, Group>()
  for (const { key, person, side } of things) {
    const own = groups.get(key) ?? { count: 0, people: new Set<string>() }
    groups.set(key, own)
    own.count += 1
    own.people.add(person)
    if (side === undefined) continue
    own.sides ??= { strengths: nothing(), growths: nothing(), neither: nothing() }
    own.sides[side].count += 1
    own.sides[side].people.add(person)
  }
  return groups
}

/** All of several together. */
export function together(cells: readonly Cell[]): Cell {
  const people = new Set<string>()
  let count = 0
  for (const cell of cells) {
    count += cell.count
    for (const person of cell.people) people.add(person)
  }
  const reports = Math.max(0, ...cells.map(({ outside = [] }) => outside.length))
  if (reports === 0) return { count, people }
  const outside = Array.from({ length: reports }, (_none, at) =>
    together(cells.flatMap((cell) => cell.outside?.[at] ?? [])),
  )
  return { count, people, outside }
}

/** The sides of several together. */
export function sidesTogether(tallies: readonly Tally[]): Sides {
  const of = (side: keyof Sides): Cell => together(tallies.map(({ sides }) => sides?.[side] ?? NOTHING))
  return { strengths: of('strengths'), growths: of('growths'), neither: of('neither') }
}

type MutableSides = Record<keyof Sides, { count: number; people: Set<string> }>

function nothing(): { count: number; people: Set<string> } {
  return { count: 0, people: new Set() }
}

function byKey(a: Tally, b: Tally): number {
  if (a.key === b.key) return 0
  if (a.key === null || b.key === null) return a.key === null ? 1 : -1
  return a.key < b.key ? -1 : 1
}
