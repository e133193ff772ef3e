import { blocks } from './blocks.ts'
import type { Entry, Lexicon } from './lexicon.ts'
import { KIND } from './pack.ts'
import { createPairs, type Pairs, reportedUntil } from './protect.ts'

/** One word, number, protected stretch or mark. Parts of a contraction share one place. */
export interface Token {
  readonly start: number
  readonly end: number
  readonly entry: Entry
}

/** One sentence; `mark` is what ended it (`.`, `!`, `?` or nothing). Very long ones arrive in pieces of `LONGEST` tokens. */
export interface Sentence {
  readonly tokens: readonly Token[]
  readonly start: number
  readonly end: number
  readonly mark: string
  /** First sentence of its block. */
  readonly opens: boolean
}

/** No sentence has more tokens than this, so that no text can make matching slower than linear. */
const LONGEST = 120

const ABBREVIATIONS = new Set(
  'mr mrs ms dr prof st sr jr vs eg ie cf approx dept ext incl fig rev gen hon tel est'.split(' '),
)
const MAYBE_LAST = new Set(
  'etc no inc ltd co pm am jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun min max hrs hr wk pls'.split(
    ' ',
  ),
)

/** Takes a sentence, and says whether it wants another one. */
type Take = (sentence: Sentence) => boolean

/** Calls `take` with every sentence of a text, in order, until it wants no more. One pass over the text; linear whatever it holds. */
export function scan(text: string, lexicon: Lexicon, take: Take): void {
  const pairs = createPairs(text)
  for (const block of blocks(text)) {
    if (!scanBlock(text, block.start, block.end, lexicon, pairs, take)) return
  }
}

function scanBlock(
  text: string,
  from: number,
  to: number,
  lexicon: Lexicon,
  pairs: Pairs,
  take: Take,
): boolean {
  let going = true
  let tokens: Token[] = []
  let opens = true
  let i = from
  let line = from

  const finish = (mark: string): void => {
    const first = tokens[0]
    const last = tokens.at(-1)
    if (first === undefined || last === undefined) return
    going = take({ tokens, start: first.start, end: last.end, mark, opens })
    tokens = []
    opens = false
  }
  const add = (start: number, end: number, entry: Entry): void => {
    tokens.push({ start, end, entry })
  }
  const other = (start: number, end: number, kind: number, form = ''): void => {
    add(start, end, lexicon.other(kind, form))
  }

  while (i < to && going) {
    if (tokens.length >= LONGEST) finish('')
    const c = text.charCodeAt(i)
    if (c === 32 || c === 9 || c === 13 || c === 0xa0) {
      i++
    } else if (c === 10) {
      if (breaksAfter(text, line, i, to)) finish('')
      line = ++i
    } else if (isLetter(c)) {
      const end = wordEnd(text, i, to)
      i = word(text, i, end, to, lexicon, add, other)
    } else if (
      isDigit(c) ||
      ((c === 0x24 || c === 0xa3 || c === 0x20ac || c === 35) && isDigit(text.charCodeAt(i + 1)))
    ) {
      const end = numberEnd(text, isDigit(c) ? i : i + 1, to)
      other(i, end, numberKind(text, i, end), end - i <= 4 ? text.slice(i, end).toLowerCase() : '')
      i = end
    } else {
      const protectedEnd = pairs.protects(i, from, to)
      if (protectedEnd > i) {
        const quoted = isQuote(c)
        if (c !== 60) other(i, protectedEnd, quoted ? KIND.quotation : KIND.code)
        const before = text.charCodeAt(protectedEnd - 2)
        i = protectedEnd
        if (quoted && (before === 46 || before === 33 || before === 63) && startsSentence(text, i, to))
          finish('.')
      } else if (c === 46 || c === 33 || c === 63 || c === 0x2026) {
        const end = runEnd(text, i, to)
        const run = text.slice(i, end)
        const last = tokens.at(-1)
        if (!endsSentence(text, end, to, run, last, text.slice(last?.start ?? i, last?.end ?? i))) {
          if (run.length > 1 || c === 0x2026) other(i, end, KIND.punct, '...')
        } else finish(run.includes('?') ? '?' : run.includes('!') ? '!' : '.')
        i = end
      } else {
        const form = PUNCTUATION.get(c)
        if (form !== undefined && (form !== '-' || spaced(text, i))) other(i, i + 1, KIND.punct, form)
        const reported = c === 58 ? reportedUntil(text, tokens[0]?.start ?? i, i, to) : i
        if (reported > i + 1) other(i + 1, reported, KIND.quotation)
        i = Math.max(i + 1, reported)
      }
    }
  }
  if (going) finish('')
  return going
}

const PUNCTUATION = new Map<number, string>([
  [44, ','],
  [59, ';'],
  [58, ':'],
  [40, '('],
  [41, ')'],
  [45, '-'],
  [0x2013, '-'],
  [0x2014, '-'],
  [47, '/'],
  [124, ';'],
  [43, '+'],
  [61, '='],
])

function word(
  text: string,
  start: number,
  end: number,
  to: number,
  lexicon: Lexicon,
  add: (start: number, end: number, entry: Entry) => void,
  other: (start: number, end: number, kind: number, form?: string) => void,
): number {
  const next = text.charCodeAt(end)
  if ((next === 58 && text.startsWith('//', end + 1)) || next === 64) {
    const stop = linkEnd(text, end, to)
    other(start, stop, KIND.code)
    return stop
  }
  const written = text.slice(start, end)
  const known = lexicon.known(written)
  if (known !== undefined) {
    for (let i = 0; i < known.length; i++) {
      const entry = known[i]
      if (entry !== undefined) add(start, end, entry)
    }
    return end
  }
  if (HOLDS_DIGIT.test(written)) {
    other(start, end, TICKET.test(written) ? KIND.ticket : KIND.number, written.toLowerCase())
    return end
  }
  if (written.includes('_') || FILE.test(written)) {
    other(start, end, KIND.code)
    return end
  }
  for (const entry of lexicon.read(written)) add(start, end, entry)
  return end
}

const HOLDS_DIGIT = /\d/
const TICKET = /^[A-Za-z]{1,10}[-#]?\d{2,}/
const FILE = /\.(?:[jt]sx?|py|rb|go|rs|md|txt|ya?ml|json|csv|sh|log|html?|css|sql|com|org|net|io)$/i

function isLetter(c: number): boolean {
  if (c < 128) return (c >= 97 && c <= 122) || (c >= 65 && c <= 90)
  return (
    (c >= 0xc0 && c < 0x2000 && c !== 0xd7 && c !== 0xf7) ||
    (c >= 0x2c00 && c < 0xd800 && (c < 0x3000 || c > 0x303f))
  )
}

function isDigit(c: number): boolean {
  return c >= 48 && c <= 57
}

function isQuote(c: number): boolean {
  return c === 34 || c === 39 || c === 0x201c || c === 0x201d || c === 0x2018 || c === 0xab || c === 0x201e
}

function wordEnd(text: string, start: number, to: number): number {
  let i = start + 1
  while (i < to) {
    const c = text.charCodeAt(i)
    if (isLetter(c) || isDigit(c) || c === 95) i++
    else if ((c === 39 || c === 0x2019 || c === 46) && isLetter(text.charCodeAt(i + 1)) && i + 1 < to) i += 2
    else if (c === 45 && i + 1 < to && (isLetter(text.charCodeAt(i + 1)) || isDigit(text.charCodeAt(i + 1))))
      i += 2
    else break
  }
  return i
}

function numberEnd(text: string, start: number, to: number): number {
  let i = start + 1
  while (i < to) {
    const c = text.charCodeAt(i)
    if (isDigit(c) || isLetter(c) || c === 37) i++
    else if (
      (c === 46 || c === 44 || c === 58 || c === 45 || c === 47) &&
      i + 1 < to &&
      isDigit(text.charCodeAt(i + 1))
    )
      i += 2
    else break
  }
  return i
}

const ISO_DAY =
  /^\d{4}-\d\d-\d\d|^\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?$|^\d{1,2}(?:st|nd|rd|th)$|^(?:19|20)\d\d$/i
const CLOCK = /^\d{1,2}[:.]\d\d(?:[ap]m)?$|^\d{1,2}[ap]m$|^\d{1,2}h\d\d$/i

function numberKind(text: string, start: number, end: number): number {
  if (end - start > 24) return KIND.number
  const written = text.slice(start, end)
  if (ISO_DAY.test(written)) return KIND.date | KIND.number
  if (CLOCK.test(written)) return KIND.time | KIND.number
  if (/^#?\d{4,}$/.test(written) || written.startsWith('#')) return KIND.ticket | KIND.number
  return KIND.number
}

function linkEnd(text: string, start: number, to: number): number {
  let i = start
  while (i < to && text.charCodeAt(i) > 32) i++
  return i
}

function runEnd(text: string, start: number, to: number): number {
  let i = start + 1
  while (i < to && '.!?…'.includes(text.charAt(i))) i++
  return i
}

function startsSentence(text: string, from: number, to: number): boolean {
  let i = from
  while (i < to && ' \t\r\n*_'.includes(text.charAt(i))) i++
  const next = text.charAt(i)
  return i === to || (i > from && next !== next.toLowerCase())
}

function endsSentence(
  text: string,
  end: number,
  to: number,
  run: string,
  last: Token | undefined,
  written: string,
): boolean {
  if (end < to && !' \t\r\n"\')”’*_]»'.includes(text.charAt(end))) return false
  if (run === '...' || run === '…' || run === '..') return startsSentence(text, end, to)
  if (run !== '.') return true
  if (last === undefined) return true
  const form = last.entry.form.replaceAll('.', '')
  if (
    ABBREVIATIONS.has(form) ||
    (written.length === 1 && written !== 'I' && written !== written.toLowerCase())
  )
    return end >= to
  return !MAYBE_LAST.has(form) || startsSentence(text, end, to)
}

function spaced(text: string, at: number): boolean {
  return text.charCodeAt(at) !== 45 || text.charCodeAt(at + 1) === 32 || text.charCodeAt(at - 1) === 32
}

function breaksAfter(text: string, line: number, feed: number, to: number): boolean {
  let i = feed + 1
  while (i < to && ' \t\r'.includes(text.charAt(i))) i++
  const next = text.charAt(i)
  const before = text.charAt(text.charAt(feed - 1) === '\r' ? feed - 2 : feed - 1)
  if (before === ',' || feed - line >= 60) return false
  return !(next !== next.toUpperCase() || next === '(')
}
