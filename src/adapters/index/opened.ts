import { readLine } from '../../core/notebook/index/rows.ts'
import type { NoteHead } from '../../core/ports.ts'
import type { Problem } from '../../core/problem.ts'
import type { Table } from './table.ts'

/** The notes of a table, in the order of their paths. */
export interface Opened {
  readonly heads: readonly NoteHead[]
  /** Row of each head. */
  readonly rows: readonly number[]
  /** What is wrong with the files that are no notes. */
  readonly bad: readonly Problem[]
}

/** Reads every line of a table of notes. */
export function openTable({ lines, rows: count }: Table): Opened {
  const heads: NoteHead[] = []
  const rows: number[] = []
  const bad: Problem[] = []
  let at = 0
  for (let row = 0; row < count; row++) {
    const end = lines.indexOf('\n', at)
    const read = readLine(lines, at, end)
    at = end + 1
    if ('problem' in read) bad.push(read.problem)
    else {
      heads.push(read.head)
      rows.push(row)
    }
  }
  return { heads, rows, bad }
}

/** The row of a note, or undefined for one that the table does not hold. */
export function rowOf({ heads, rows }: Opened, path: string): number | undefined {
  const at = firstNot(heads, (head) => head.path < path)
  return heads[at]?.path === path ? rows[at] : undefined
}

/** The note at `path`, or undefined. */
export function headOf({ heads }: Opened, path: string): NoteHead | undefined {
  const head = heads[firstNot(heads, (one) => one.path < path)]
  return head?.path === path ? head : undefined
}

function firstNot<T>(list: readonly T[], isBefore: (one: T) => boolean): number {
  let from = 0
  let to = list.length
  while (from < to) {
    const middle = (from + to) >> 1
    const one = list[middle]
    if (one !== undefined && isBefore(one)) from = middle + 1
    else to = middle
  }
  return from
}
