/**
 * A condition over earlier answers. `{id: value}` and `{id: [any, of]}` compare; the other keys combine and count.
 * `{most: {causes: system}}` holds when more than half of what was picked there lies on that side; own words lie on neither.
 * An id resolves inside the item first, then outwards.
 */
export type When =
  | { readonly all: readonly When[] }
  | { readonly any: readonly When[] }
  | { readonly not: When }
  | { readonly answered: string }
  | { readonly count: Readonly<Record<string, { readonly min?: number; readonly max?: number }>> }
  | { readonly most: Readonly<Record<string, 'person' | 'system'>> }
  | Readonly<Record<string, Scalar | readonly Scalar[]>>

/** A plain value that YAML can hold without surprise. */
export type Scalar = string | number | boolean
