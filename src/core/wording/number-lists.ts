import type { NumberLists } from './pack.ts'

/** Lists by number from pairs of a number below `count` and what belongs to it; their order is kept. */
export function numberLists(
  count: number,
  pairs: Iterable<readonly [of: number, ...values: number[]]>,
): NumberLists {
  const all: number[][] = Array.from({ length: count }, () => [])
  for (const [of, ...values] of pairs) all[of]?.push(...values)
  const starts = new Int32Array(count + 1)
  all.forEach((list, i) => {
    starts[i + 1] = (starts[i] ?? 0) + list.length
  })
  return { starts, lists: Int32Array.from(all.flat()) }
}
