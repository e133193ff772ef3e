import { cardSpans, ibanSpans } from './check-digits.ts'

/** One pattern of `templates/import/masks.yaml`: what to find, what the find has to be, and what stands there instead. */
interface MaskRule {
  readonly mask: string
  readonly find: string
  readonly check?: 'digits' | 'number' | 'card' | 'iban' | undefined
  readonly digits?: readonly number[] | undefined
}

/** All patterns, in the order in which they are tried. */
export interface MaskData {
  readonly masks: readonly MaskRule[]
  /** Ends a stretch of text behind which digits are the number of a ticket. */
  readonly tickets: string
  /** Begins a stretch of digits that is a date. */
  readonly dates: string
  /** Parts of a customer's name or address that name nobody. */
  readonly nobody: readonly string[]
}

/** A text without what would point to a customer, and how often each mask stands in it. */
export interface Masked {
  readonly text: string
  readonly masked: Readonly<Record<string, number>>
}

/**
 * Masks a text. `customers` are names and addresses of customers (parts of them, written as names are, count too);
 * `colleagues` are names that stay, as far as they are not a customer's whole name.
 */
export type Masker = (text: string, customers?: readonly string[], colleagues?: readonly string[]) => Masked

/** So much of the text before a number is looked at for the word that says what it is, in UTF-16 units. */
const BEFORE = 24

/** Makes a masker out of the patterns. It takes time in proportion to the length of the text. */
export function maskerFor(data: MaskData): Masker {
  const tickets = new RegExp(data.tickets, 'iu')
  const dates = new RegExp(data.dates, 'u')
  const nobody = new Set(data.nobody)
  const rules = data.masks.map((rule) => ({ ...rule, pattern: new RegExp(rule.find, 'dgiu') }))
  return (text, customers = [], colleagues = []) => {
    const counts: Record<string, number> = {}
    const replaced = (mask: string): string => {
      counts[mask] = (counts[mask] ?? 0) + 1
      return `[${mask}]`
    }
    let left = text
    for (const { pattern, mask, check, digits } of rules) {
      if (check !== undefined && !/\d/.test(left)) continue
      left = replaceSpans(
        left,
        pattern,
        (found, before) => {
          if (check === 'card') return cardSpans(found)
          if (check === 'iban') return ibanSpans(found)
          if (check === 'number' && (tickets.test(before) || dates.test(found))) return []
          const count = found.replace(/\D/g, '').length
          const fits = digits === undefined || (count >= (digits[0] ?? 0) && count <= (digits[1] ?? count))
          return fits ? [[0, found.length]] : []
        },
        () => replaced(mask),
      )
    }
    const names = nameTerms(customers, colleagues, nobody)
    const shown = names === undefined ? left : left.replace(names, () => replaced('customer'))
    return { text: shown, masked: counts }
  }
}

type Span = readonly [start: number, end: number]

/** Replaces what `spans` says of each find: stretches of it, in order, from its beginning. */
function replaceSpans(
  text: string,
  pattern: RegExp,
  spans: (found: string, before: string) => readonly Span[],
  mask: () => string,
): string {
  let done = ''
  let at = 0
  for (const match of text.matchAll(pattern)) {
    const [start, end] = match.indices?.groups?.secret ?? match.indices?.[0] ?? [0, 0]
    const before = text.slice(Math.max(0, start - BEFORE), start)
    for (const [from, to] of spans(text.slice(start, end), before)) {
      done += text.slice(at, start + from) + mask()
      at = start + to
    }
  }
  return done + text.slice(at)
}

/** A customer's name as a whole in any case, and its parts where they are written with a capital. */
function nameTerms(
  customers: readonly string[],
  colleagues: readonly string[],
  nobody: ReadonlySet<string>,
): RegExp | undefined {
  const kept = new Set(colleagues.flatMap(partsOf).map((part) => part.toLowerCase()))
  const whole = customers
    .map((one) => one.trim())
    .filter((one) => /^\p{L}{2}/u.test(one) && /\p{L}{2}$/u.test(one) && /\s/.test(one))
  const parts = customers
    .flatMap((one) => partsOf(one.replace(/@.*$/, '')))
    .filter((part) => !nobody.has(part.toLowerCase()) && !kept.has(part.toLowerCase()))
  const terms = [...whole.map(anyCase), ...parts.map(withCapital)]
  if (terms.length === 0) return undefined
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${terms.join('|')})(?![\\p{L}\\p{N}])`, 'gu')
}

// Words of letters alone: "customer48003" names nobody, and two letters are more often a word than a name.
function partsOf(name: string): readonly string[] {
  return name.split(/[\s._,;()<>"-]+/).filter((part) => /^[\p{L}\p{M}'’]{3,40}$/u.test(part))
}

function anyCase(term: string): string {
  return [...term.slice(0, 200)].map((sign) => (/\s/.test(sign) ? '\\s+' : bothCases(sign))).join('')
}

function withCapital(part: string): string {
  const [first = '', ...rest] = [...part]
  const lower = rest.map((sign) => escaped(sign.toLowerCase())).join('')
  const upper = rest.map((sign) => escaped(sign.toUpperCase())).join('')
  return `${escaped(first.toUpperCase())}(?:${lower}|${upper}|${rest.map(escaped).join('')})`
}

function bothCases(sign: string): string {
  const forms = [...new Set([sign, sign.toLowerCase(), sign.toUpperCase()])].map(escaped)
  return forms.length === 1 ? (forms[0] ?? '') : `(?:${forms.join('|')})`
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}
