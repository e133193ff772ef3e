/** 32-bit FNV-1a of a string's UTF-16 units, finished with a mix so that the low bits are good too. */
export function hash32(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  h ^= h >>> 15
  h = Math.imul(h, 0x2c1b3c6d)
  h ^= h >>> 13
  return h >>> 0
}

/** The kinds of feature of the linear part; each is normalised on its own. */
export const GROUPS = ['word', 'pair', 'skip', 'head', 'tail', 'letters', 'shape'] as const

/** How much each kind of feature counts before training. */
export const GROUP_WEIGHT: readonly number[] = [1, 1, 0.7, 0.7, 0.7, 1.2, 0.5]

/** Hashes of the letter groups (3, 4 and 5 letters, with the word's edges) of one form. */
export function letterFeatures(form: string): number[] {
  const found: number[] = []
  if (form.startsWith('<')) return found
  const edged = ` ${form} `
  for (let size = 3; size <= 5; size++) {
    for (let i = 0; i + size <= edged.length; i++) found.push(hash32(`c${edged.slice(i, i + size)}`))
  }
  return found
}

const EXACT = new Set([
  '<num>',
  '<time>',
  '<date>',
  '<id>',
  '<day>',
  '<month>',
  '<qlong>',
  '<code>',
  '<pct>',
  '<money>',
])

/** Hashes of everything but the letter groups, by group (index into `GROUPS`), each at most once. */
export function sequenceFeatures(forms: readonly string[], lowerStart: boolean): number[][] {
  const sets = GROUPS.map(() => new Set<number>())
  const add = (group: number, text: string) => sets[group]?.add(hash32(text))
  let before = '<s>'
  let beforeThat = ''
  for (let i = 0; i <= forms.length; i++) {
    const form = forms[i] ?? '</s>'
    if (i < forms.length) add(0, `u${form}`)
    add(1, `b${before} ${form}`)
    if (i > 0) add(2, `k${beforeThat} ${form}`)
    beforeThat = before
    before = form
  }
  for (const form of forms.slice(0, 3)) add(3, `h${form}`)
  for (const form of forms.slice(-3)) add(4, `e${form}`)
  add(6, `length ${Math.min(forms.length, 30) >> 2}`)
  if (forms.some((form) => EXACT.has(form))) add(6, 'exact')
  const last = forms.at(-1) ?? ''
  add(6, `end ${/^[a-z<\u00c0-\u024f]/.test(last) ? 'word' : last}`)
  if (lowerStart) add(6, 'lower')
  return sets.map((set) => [...set])
}
