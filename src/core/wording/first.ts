import { type FirstTables, KIND, MAYBE, type NumberLists } from './pack.ts'

/** Knows which tokens a piece of code can begin with, so that hopeless ways are not tried. Tokens that can begin the same share a row of bits. */
export interface Firsts {
  /** The row of a token with these kinds, words and classes. */
  row(kinds: number, ids: readonly number[], classes: Iterable<number>): number
  /** Whether the code at `pc` can match where a token of this row stands. */
  fits(pc: number, row: number): boolean
  /** The ways of the `either` at `pc` that can match where a token of this row stands. */
  ways(pc: number, row: number): readonly number[]
}

/** The row of no token at all: the end of the sentence. */
export const END_ROW = 0

/** Builds the look-up for a pack's code. */
export function createFirsts(code: ArrayLike<number>, tables: FirstTables): Firsts {
  const { groups, kinds, byWord, byClass } = tables
  const width = (kinds.length + 31) >>> 5
  const byKind = new Map<number, number>()
  const open = new Map<number, Map<number, readonly number[]>>()
  let bits = new Int32Array(64 * width)
  let rows = 0

  const set = (row: number, group: number): void => {
    const place = row * width + (group >>> 5)
    bits[place] = (bits[place] ?? 0) | (1 << (group & 31))
  }
  const begin = (kind: number): number => {
    const row = rows++
    if (rows * width > bits.length) {
      const grown = new Int32Array(2 * bits.length)
      grown.set(bits)
      bits = grown
    }
    const like = byKind.get(kind)
    if (like !== undefined) bits.copyWithin(row * width, like * width, (like + 1) * width)
    else {
      for (let group = 1; group < kinds.length; group++) {
        const of = kinds[group] ?? 0
        if (of === -1 || (of !== 0 && kind !== 0 && ofKind(of, kind))) set(row, group)
      }
      byKind.set(kind, row)
    }
    return row
  }
  const setAll = (row: number, { starts, lists }: NumberLists, of: number): void => {
    const end = starts[of + 1] ?? 0
    for (let i = starts[of] ?? 0; i < end; i++) set(row, lists[i] ?? 0)
  }
  begin(0)

  const fits = (pc: number, row: number): boolean => {
    const group = groups[pc] ?? 0
    return (((bits[row * width + (group >>> 5)] ?? 0) >>> (group & 31)) & 1) === 1
  }
  const choose = (pc: number, row: number): readonly number[] => {
    const ways: number[] = []
    const end = pc + 2 + (code[pc + 1] ?? 0)
    for (let i = pc + 2; i < end; i++) {
      const way = code[i] ?? 0
      if (fits(way, row)) ways.push(way)
    }
    return ways.length === 0 ? NONE : ways
  }

  return {
    row(kind, ids, classes) {
      const known = byKind.get(kind) ?? begin(kind)
      if (ids.length === 0) return known
      const row = begin(kind)
      for (const id of ids) setAll(row, byWord, id)
      for (const cls of classes) setAll(row, byClass, cls)
      return row
    },
    fits,
    ways(pc, row) {
      let seen = open.get(pc)
      if (seen === undefined) {
        seen = new Map()
        open.set(pc, seen)
      }
      let result = seen.get(row)
      if (result === undefined) {
        result = choose(pc, row)
        seen.set(row, result)
      }
      return result
    },
  }
}

const NONE: readonly number[] = []

function ofKind(kinds: number, kind: number): boolean {
  return (kinds & kind) !== 0 || ((kinds & KIND.name) !== 0 && (kind & MAYBE) !== 0)
}
