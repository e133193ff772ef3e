/** A part after shapes are put in and names are numbers. */
export type Step =
  | { readonly step: 'word'; readonly id: number }
  | { readonly step: 'class'; readonly number: number }
  | { readonly step: 'kind'; readonly kind: number }
  | { readonly step: 'gap'; readonly most: number }
  | { readonly step: 'start' | 'end' | 'open' | 'close' }
  | { readonly step: 'punct'; readonly code: number }
  | { readonly step: 'either'; readonly ways: readonly (readonly Step[])[] }
  | { readonly step: 'maybe' | 'many' | 'any' | 'not'; readonly inner: readonly Step[] }

/** How often a repeated part may come again after its first time. */
export const MANY = 3
