/** A set of 32-bit hashes kept as 28-bit fingerprints: where those with each first 12 bits begin, and the next 16 bits of each, sorted. */
export interface HashIndex {
  readonly starts: Uint16Array
  readonly rests: Uint16Array
}

/** How many beginnings of 12 bits there are. */
export const PREFIXES = 4096

/** Position of a hash among the sorted hashes of the index, or -1. Hashes spread evenly, so the look begins where this one would lie. */
export function findHash({ starts, rests }: HashIndex, hash: number): number {
  const prefix = hash >>> 20
  const rest = (hash >>> 4) & 0xffff
  const first = starts[prefix] ?? 0
  const end = starts[prefix + 1] ?? 0
  let at = first + (((end - first) * rest) >>> 16)
  while (at > first && (rests[at - 1] ?? 0) >= rest) at--
  while (at < end && (rests[at] ?? 0) < rest) at++
  return at < end && rests[at] === rest ? at : -1
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
