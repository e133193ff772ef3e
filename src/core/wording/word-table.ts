import { hash32 } from './model-features.ts'
import type { WordTable } from './pack.ts'

/** Builds the table of words, whose numbers are their places. Throws a RangeError beyond 65,534 of them. */
export function wordTable(words: readonly string[]): WordTable {
  if (words.length > 0xfffe) throw new RangeError('too many words for one pack')
  const slots = new Uint16Array(sizeFor(words.length))
  const starts = new Int32Array(words.length + 1)
  const units = new Uint16Array(words.reduce((sum, word) => sum + word.length, 0))
  let at = 0
  words.forEach((word, number) => {
    starts[number] = at
    for (let i = 0; i < word.length; i++) units[at++] = word.charCodeAt(i)
    let slot = hash32(word) & (slots.length - 1)
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1)
    slots[slot] = number + 1
  })
  starts[words.length] = at
  return { slots, starts, units }
}

/** The number of a word, or -1. */
export function findWord({ slots, starts, units }: WordTable, word: string): number {
  const last = slots.length - 1
  for (let slot = hash32(word) & last; ; slot = (slot + 1) & last) {
    const number = (slots[slot] ?? 0) - 1
    if (number === -1) return -1
    const start = starts[number] ?? 0
    if ((starts[number + 1] ?? 0) - start === word.length && isAt(units, start, word)) return number
  }
}

function isAt(units: Uint16Array, start: number, word: string): boolean {
  for (let i = 0; i < word.length; i++) if (units[start + i] !== word.charCodeAt(i)) return false
  return true
}

/** A power of two that leaves at least half of the slots free, so that a search is short and ends. */
function sizeFor(count: number): number {
  let size = 16
  while (size < 2 * count) size *= 2
  return size
}
