/** Finds stretches that are never checked: quotations, code, links, HTML and comments. */
export interface Pairs {
  /** Where the protected stretch that opens at `at` ends, or `at` when none opens there. Never beyond `to`. */
  protects(at: number, from: number, to: number): number
}

const LONGEST_TAG = 300
const MOST_TICKS = 6

/**
 * Protected stretches of one text. An opening double quote without a partner protects the rest of its block; a lone single
 * quote is an apostrophe. Every search moves forward only, so that the whole text costs one pass for each kind of mark.
 */
export function createPairs(text: string): Pairs {
  const found = new Map<string, number>()
  const next = (mark: string, from: number): number => {
    const known = found.get(mark)
    if (known !== undefined && known >= from) return known
    const at = text.indexOf(mark, from)
    const result = at === -1 ? Number.POSITIVE_INFINITY : at
    found.set(mark, result)
    return result
  }
  let closer = -1
  const nextCloser = (from: number): number => {
    if (closer >= from) return closer
    let i = from
    while (i < text.length && !closesSingle(text, i)) i++
    closer = i < text.length ? i : Number.POSITIVE_INFINITY
    return closer
  }
  const until = (mark: string, at: number, to: number): number => {
    const end = next(mark, at)
    return Math.min(end + mark.length, to)
  }

  const protects = (at: number, from: number, to: number): number => {
    const c = text.charAt(at)
    if (c === '"') return isInches(text, at, from) ? at : until('"', at + 1, to)
    if (c === '“' || c === '„') return untilEither(next, '”', c === '„' ? '“' : '”', at + 1, to)
    if (c === '«') return until('»', at + 1, to)
    if (c === "'" || c === '‘') {
      if (!opensSingle(text, at, from)) return at
      const end = nextCloser(at + 2)
      return end < to ? end + 1 : at
    }
    if (c === '`') return code(text, next, at, to)
    if (c === '[') return link(text, next, at, to)
    if (c === '<') {
      if (text.startsWith('<!--', at)) return until('-->', at + 4, to)
      if (!/[a-z/]/i.test(text.charAt(at + 1))) return at
      const end = next('>', at)
      return end < to && end - at < LONGEST_TAG ? end + 1 : at
    }
    return at
  }
  return { protects }
}

type Next = (mark: string, from: number) => number

function untilEither(next: Next, one: string, two: string, from: number, to: number): number {
  const end = Math.min(next(one, from), next(two, from))
  return end < to ? end + 1 : to
}

function code(text: string, next: Next, at: number, to: number): number {
  let ticks = at
  while (text.charAt(ticks) === '`' && ticks < to) ticks++
  if (ticks - at > MOST_TICKS) return ticks
  const end = next(text.slice(at, ticks), ticks)
  return end < to ? end + (ticks - at) : ticks
}

function link(text: string, next: Next, at: number, to: number): number {
  const close = next(']', at)
  if (close >= to) return at
  const after = text.charAt(close + 1)
  if (after !== '(' && after !== '[') return at
  const end = next(after === '(' ? ')' : ']', close + 2)
  return end < to ? end + 1 : at
}

function isInches(text: string, at: number, from: number): boolean {
  return at > from && /\d/.test(text.charAt(at - 1)) && !/\p{L}/u.test(text.charAt(at + 1))
}

const LETTER = /[\p{L}\p{N}]/u
const CLIPPED = /^['‘’](?:em|til|cause|cos|tis|twas|n|bout|round|\d\ds)(?!\p{L})/iu

function opensSingle(text: string, at: number, from: number): boolean {
  if (at > from && LETTER.test(text.charAt(at - 1))) return false
  if (!LETTER.test(text.charAt(at + 1))) return false
  return !CLIPPED.test(text.slice(at, at + 8))
}

function closesSingle(text: string, at: number): boolean {
  const c = text.charCodeAt(at)
  if (c !== 39 && c !== 0x2019) return false
  const before = text.charAt(at - 1)
  return before > ' ' && !LETTER.test(text.charAt(at + 1))
}

/** A customer who is named and then says or writes something, up to the colon. */
const CUSTOMER_SAYS =
  /\b(?:customers?|clients?|callers?|guests?|users?)\b[^.!?\n]*\b(?:said|says?|wrote|writes?|asked|asks?|replied|replies|answered|answers|told (?:me|us|you|them|him|her)|put it)(?: (?:back|again|to (?:me|us|you|them|him|her)|on the (?:call|phone)|in (?:the|a) (?:mail|chat|reply|survey|comment)))?\s*$/i
const LONGEST_LEAD = 160

/**
 * Where the words end that a customer is reported with behind the colon at `colon`: at the end of the sentence, line or block. `start` is
 * where its sentence begins; `colon` itself comes back where nobody is reported.
 */
export function reportedUntil(text: string, start: number, colon: number, to: number): number {
  if (!/^:[ \t]+\S/.test(text.slice(colon, colon + 8))) return colon
  if (!CUSTOMER_SAYS.test(text.slice(Math.max(start, colon - LONGEST_LEAD), colon))) return colon
  let end = colon + 1
  while (end < to && text[end] !== '\n' && !(/[.!?…]/.test(text.charAt(end)) && isEnd(text, end + 1, to)))
    end++
  return end
}

function isEnd(text: string, at: number, to: number): boolean {
  return at >= to || /[\s"'”’).!?…]/.test(text.charAt(at))
}
