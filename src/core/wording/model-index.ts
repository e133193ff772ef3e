/** A set of 32-bit hashes kept as 28-bit fingerprints: where those with each first 12 bits begin, and the next 16 bits of each, sorted. */
export interface HashIndex {
  readonly starts: Uint16Array
  readonly rests: Uint16Array
}

/** How many beginnings of 12 bits there are. */
export const PREFIXES = 4096

/** Position of a hash among the sorted hashes of the index, or -1. */
export function findHash(index: HashIndex, hash: number): number {
  const { starts, rests } = index
  const prefix = hash >>> 20
  const rest = (hash >>> 4) & 0xffff
  const end = starts[prefix + 1] ?? 0
  for (let i = starts[prefix] ?? 0; i < end; i++) if (rests[i] === rest) return i
  return -1
}

/** Builds an index from hashes sorted upwards. Throws a RangeError beyond 65,535 of them. */
export function buildIndex(sorted: readonly number[]): HashIndex {
  if (sorted.length > 0xffff) throw new RangeError('too many hashes for one index')
  const starts = new Uint16Array(PREFIXES + 1)
  for (const hash of sorted) {
    const next = (hash >>> 20) + 1
    starts[next] = (starts[next] ?? 0) + 1
  }
  for (let i = 1; i <= PREFIXES; i++) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0)
  return { starts, rests: Uint16Array.from(sorted, (hash) => (hash >>> 4) & 0xffff) }
}
