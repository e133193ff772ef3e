import { dayNumber } from './opened.ts'
import type { Segment } from './segments.ts'
import { COLUMN, freshName, type Table, WIDTH } from './table.ts'

/** Lines are joined some at a time: a hundred thousand single ones cost more memory than their words. */
const JOINED = 512

/** A table that is being put together, row by row in the order of paths. */
interface TableBuilder {
  /** A row of the table before. */
  keep(row: number): void
  /** A file that was read: its size and times, and where its facts and words lie in the new segment. */
  add(
    line: string,
    about: { readonly person: string; readonly date: string } | undefined,
    stat: readonly [size: number, modified: number, changed: number, seen: number],
    places: readonly [factsAt: number, factsLength: number, textAt: number, textLength: number],
  ): void
  /** The whole table; segments that no row lies in any more are left out. */
  end(fresh: Segment | undefined): Table
}

/** Begins a table that follows `before`, of which it keeps the rows named in `steps`. */
export function buildTable(before: Table, steps: readonly number[]): TableBuilder {
  const { lines, numbers: old } = before
  const used = new Set<number>()
  for (const row of steps) if (row >= 0) used.add(old[row * WIDTH + COLUMN.segment] ?? 0)
  const places = new Map([...used].sort((a, b) => a - b).map((was, now) => [was, now]))
  const segments = before.segments.filter((_segment, at) => used.has(at))
  const numbers = new Float64Array(steps.length * WIDTH)
  const people = new Map<string, number>()
  const whole: string[] = []
  let waiting: string[] = []
  let rows = 0
  let length = 0
  const push = (line: string, person: string | undefined): void => {
    const first = rows * WIDTH
    const number = person === undefined ? -1 : (people.get(person) ?? people.size)
    if (person !== undefined) people.set(person, number)
    numbers[first + COLUMN.person] = number
    numbers[first + COLUMN.lineAt] = length
    waiting.push(line)
    if (waiting.length === JOINED) whole.push(joined())
    length += line.length + 1
    rows++
  }
  const joined = (): string => {
    const text = waiting.length === 0 ? '' : `${waiting.join('\n')}\n`
    waiting = []
    return text
  }
  return {
    keep(row) {
      const from = row * WIDTH
      const first = rows * WIDTH
      const at = old[from + COLUMN.lineAt] ?? 0
      numbers.set(old.subarray(from, from + WIDTH), first)
      numbers[first + COLUMN.segment] = places.get(old[from + COLUMN.segment] ?? 0) ?? 0
      push(lines.slice(at, lines.indexOf('\n', at)), before.people[old[from + COLUMN.person] ?? -1])
    },
    add(line, about, stat, found) {
      const first = rows * WIDTH
      numbers.set(stat, first)
      numbers[first + COLUMN.segment] = segments.length
      numbers.set(found, first + COLUMN.factsAt)
      numbers[first + COLUMN.day] = about === undefined ? -1 : dayNumber(about.date)
      push(line, about?.person)
    },
    end: (fresh) => ({
      generation: freshName(),
      segments: fresh === undefined ? segments : [...segments, fresh],
      people: [...people.keys()],
      rows,
      lines: `${whole.join('')}${joined()}`,
      numbers: numbers.subarray(0, rows * WIDTH),
    }),
  }
}
