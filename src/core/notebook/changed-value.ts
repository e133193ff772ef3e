import type { Plain } from './yaml-in.ts'

/** Where a value stands: keys of maps, and places in lists from 0; the place behind the last item adds one. */
export type KeyPath = readonly (string | number)[]

/** What a value becomes with the one at `path` changed: added where it is not there, taken away where it is undefined. The value itself stays as it is. */
export function withValue(before: Plain, path: KeyPath, value: unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return value
  if (Array.isArray(before)) {
    if (key === before.length && rest.length === 0) return [...before, value]
    return before.map((item, index) => (index === key ? withValue(item, rest, value) : item))
  }
  const map = typeof before === 'object' && before !== null ? before : {}
  const name = String(key)
  const inner = withValue(
    (Object.hasOwn(map, name) ? (map as Record<string, Plain>)[name] : undefined) ?? null,
    rest,
    value,
  )
  return Object.fromEntries([...Object.entries(map).filter(([own]) => own !== name), [name, inner]])
}

/** Whether two values hold the same; keys may come in any order, and one that is undefined counts as absent. */
export function same(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, i) => same(item, b[i]))
    )
  }
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
    return Object.is(a ?? null, b ?? null)
  }
  const left = filled(a)
  const right = filled(b)
  return (
    left.size === right.size &&
    [...left].every(([key, inner]) => right.has(key) && same(inner, right.get(key)))
  )
}

function filled(map: object): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(map).filter(([, value]) => value !== undefined))
}
