import { isWordName } from './word-names.ts'

/** How a name may be written as one word, in lower case. */
interface JoinedForms {
  /** Never a word of its own: "samrivera", "hopperlang". */
  readonly sure: readonly string[]
  /** Could come about by chance ("pace", "stand"), and counts only where it is written as a login: `@same`, `SamE`, `sam2`. */
  readonly asLogin: readonly string[]
}

/** Two letters with which an English word may begin, where both are consonants. */
const BEGINS = new Set(
  'bl br ch cl cr dr dw fl fr gh gl gn gr kn ph pl pr ps qu rh sc sh sk sl sm sn sp sq st sw th tr tw wh wr'.split(
    ' ',
  ),
)
/** Two letters with which one may end, where both are consonants. */
const ENDS = new Set(
  'bs ch ck cs ct ds dd ff fs ft gg gh gs ks ld lf lk ll lm lp ls lt mb mn mp ms nd ng nk nn nr ns nt ps pt rb rc rd rf rg rk rl rm rn rp rr rs rt rv sh sk sm sp ss st th ts tt ws wk wl wn xt zz'.split(
    ' ',
  ),
)
const VOWEL = /[aeiouy]/

/**
 * The forms of one name: `chunks` are its words as they are spaced, each with the parts between its hyphens and apostrophes
 * (`[['sam'], ['hopper', 'lang']]`), without titles.
 */
export function joinedForms(chunks: readonly (readonly string[])[]): JoinedForms {
  const whole = chunks.map((parts) => parts.join(''))
  const inside = chunks.filter((parts) => parts.length > 1).map((parts) => parts.join(''))
  const [first = '', ...rest] = whole
  const last = rest.at(-1) ?? ''
  const lasts = [...new Set([last, rest.join(''), ...(chunks.at(-1) ?? [])])].filter((one) => one.length > 1)
  const firsts = [...new Set([first, chunks[0]?.[0] ?? ''])].filter((one) => one !== '')
  const pairs = rest.length === 0 ? [] : firsts.flatMap((one) => lasts.map((other) => [one, other] as const))
  const sure = new Set([
    ...inside,
    ...(rest.length > 0 ? [whole.join('')] : []),
    ...(rest.length > 1 ? [rest.join('')] : []),
  ])
  const asLogin = new Set<string>()
  const letters = chunks.slice(1).flatMap((parts) => parts.map((part) => part.charAt(0)))
  if (letters.length > 1) {
    const form = first + letters.join('')
    ;(isSurely(form, first) ? sure : asLogin).add(form)
  }
  for (const [one, other] of pairs) {
    for (const form of [one + other, other + one]) sure.add(form)
    for (const form of [`${one.charAt(0)}${other}`, `${other}${one.charAt(0)}`])
      (isSurely(form, other) ? sure : asLogin).add(form)
    for (const form of [`${one}${other.charAt(0)}`, `${other.charAt(0)}${one}`])
      (isSurely(form, one) ? sure : asLogin).add(form)
  }
  return {
    sure: [...sure].filter((form) => form.length >= 3 && !isWordName(form)),
    asLogin: [...asLogin, ...[...sure].filter(isWordName)].filter((form) => form.length >= 2),
  }
}

/** Whether a letter and a name make no word that anybody might write: `name` is the longer part. */
function isSurely(form: string, name: string): boolean {
  if (isWordName(form) || form.length < 4) return false
  if (isWordName(name)) return isUnheard(form)
  return form.length >= 7 || isUnheard(form)
}

function isUnheard(form: string): boolean {
  const [begin, end] = [form.slice(0, 2), form.slice(-2)]
  const isHard = (two: string): boolean => !VOWEL.test(two)
  return (isHard(begin) && !BEGINS.has(begin)) || (isHard(end) && !ENDS.has(end))
}
