import { type FirstTables, KIND, MAYBE, type NumberLists } from './pack.ts'

/** Knows which tokens a piece of code can begin with, so that hopeless ways are not tried. Tokens that can begin the same share a row of bits. */
export interface Firsts {
  /** The row of a token with these kinds, words and classes. */
  row(kinds: number, ids: readonly number[], classes: Iterable<number>): number
  /** Whether the code at `pc` can match where a token of this row stands. */
  fits(pc: number, row: number): boolean
  /** The one way of the `either` at `pc` that can match where a token of this row stands; `NO_WAY`, or below it what `several` takes. */
  way(pc: number, row: number): number
  /** The ways that `way` just found, where they are more than one. */
  several(found: number): readonly number[]
}

/** What `way` says where none of the ways can match. */
export const NO_WAY = -1

/** The row of no token at all: the end of the sentence. */
export const END_ROW = 0

/** Builds the look-up for a pack's code. */
export function createFirsts(code: ArrayLike<number>, tables: FirstTables): Firsts {
  const { groups, kinds, byWord, byClass } = tables
  const width = (kinds.length + 31) >>> 5
  const byKind = new Map<number, number>()
  // The choices made last, each in the one slot where it may stand: a map of all of them was the slowest part of matching a long
  // text, since the processor had to fetch most of it from far away.
  const places = new Int32Array(SLOTS).fill(-1)
  const tokens = new Int32Array(SLOTS)
  const chosen = new Int32Array(SLOTS)
  const more = new Array<readonly number[]>(SLOTS).fill(NONE)
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
    return ways
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
    way(pc, row) {
      const slot = (Math.imul(pc, 31) + row) & (SLOTS - 1)
      if (places[slot] === pc && tokens[slot] === row) return chosen[slot] ?? NO_WAY
      const ways = choose(pc, row)
      const found = ways.length > 1 ? NO_WAY - 1 - slot : (ways[0] ?? NO_WAY)
      if (ways.length > 1) more[slot] = ways
      places[slot] = pc
      tokens[slot] = row
      chosen[slot] = found
      return found
    },
    several: (found) => more[NO_WAY - 1 - found] ?? NONE,
  }
}

/** How many choices are remembered; a power of two. */
const SLOTS = 8192

const NONE: readonly number[] = []

function ofKind(kinds: number, kind: number): boolean {
  return (kinds & kind) !== 0 || ((kinds & KIND.name) !== 0 && (kind & MAYBE) !== 0)
}
