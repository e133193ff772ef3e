/** One token as the model reads it: its form (lower-cased word, part of a contraction, or a class such as `<num>`), and its place in the text in UTF-16 units. */
export interface ModelToken {
  readonly form: string
  readonly start: number
  readonly end: number
}

const TOKEN =
  /"[^"\n]{1,400}"|`[^`\n]{1,400}`|https?:\/\/\S+|[$€£₹¥]\s?\d[\d.,]*k?|#\d+|[A-Z]{1,8}-?\d[\dA-Z-]*|\d[\d.,:/-]*(?:\s?%|\s?percent\b|\s?[ap]m\b|st\b|nd\b|rd\b|th\b)?|[A-Za-z\u00c0-\u024f]+(?:'[A-Za-z\u00c0-\u024f]+)*|\.\.\.|[^\sA-Za-z\u00c0-\u024f\d]/gi

const DAYS = new Set(
  'monday tuesday wednesday thursday friday saturday sunday tues thurs mondays tuesdays wednesdays thursdays fridays saturdays sundays'.split(
    ' ',
  ),
)
const SHORT_DAYS = new Set('mon tue wed thu fri sat sun'.split(' '))
const MONTHS = new Set(
  'january february april june july august september october november december jan feb apr jun jul aug sep sept oct nov dec'.split(
    ' ',
  ),
)
const SHORT_MONTHS = new Set(['may', 'mar', 'march'])
const BARE_NOT = new Set(
  'dont didnt doesnt isnt wasnt wouldnt couldnt shouldnt hasnt havent arent werent'.split(' '),
)
const ENDS_SENTENCE = '.!?:;'
const KEEPS_START = '"(-*>'

const CURLY = /[\u2018\u2019\u201c\u201d\u2013\u2014]/

/** Plain quotes and dots for curly ones, one unit for one unit, so that places stay true. */
export function plainQuotes(text: string): string {
  if (!CURLY.test(text)) return text
  return text
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2013\u2014]/g, '-')
}

/** What one written token is, wherever it stands: all that can be said of it without the text around it. */
type Piece =
  | { readonly is: 'class'; readonly form: string }
  | { readonly is: 'mark'; readonly form: string }
  | {
      readonly is: 'word'
      /** Where its contracted part begins, in UTF-16 units, and the form of that part. */
      readonly cut: number
      readonly suffix: string | undefined
      readonly base: string
      /** Its form inside a sentence, and at the beginning of one; undefined where the names decide. */
      readonly inside: string
      readonly opening: string | undefined
    }

const MOST_PIECES = 12_000
/** A longer token is rare, and of a short one the engine keeps a copy instead of the whole text it was cut from. */
const LONGEST_KEPT = 12
const pieces = new Map<string, Piece>()

/** Reads a text into the model's tokens. `isName` says whether a lower-cased word is a given name; it is asked only where a capital alone cannot tell. Linear in the length. */
export function modelTokens(text: string, isName: (word: string) => boolean): ModelToken[] {
  const tokens: ModelToken[] = []
  let first = true
  for (const match of plainQuotes(text).matchAll(TOKEN)) {
    const raw = match[0]
    const start = match.index
    const end = start + raw.length
    const piece = pieceOf(raw)
    if (piece.is === 'mark') {
      tokens.push({ form: raw, start, end })
      if (ENDS_SENTENCE.includes(raw)) first = true
      else if (!KEEPS_START.includes(raw)) first = false
      continue
    }
    if (piece.is === 'class') {
      tokens.push({ form: piece.form, start, end })
    } else {
      const { base, cut, inside, opening, suffix } = piece
      const middle = start + Math.min(cut, raw.length)
      const form = first ? (opening ?? (isName(base) ? '<name>' : base)) : inside
      tokens.push({ form, start, end: middle })
      if (suffix !== undefined) tokens.push({ form: suffix, start: middle, end })
    }
    first = false
  }
  return tokens
}

/** Remembered for short tokens, since most of any text are the same few hundred words. */
function pieceOf(raw: string): Piece {
  if (raw.length > LONGEST_KEPT) return readPiece(raw)
  let piece = pieces.get(raw)
  if (piece === undefined) {
    piece = readPiece(raw)
    if (pieces.size >= MOST_PIECES) pieces.clear()
    pieces.set(raw, piece)
  }
  return piece
}

function readPiece(raw: string): Piece {
  const form = classOf(raw)
  if (form !== undefined) return { is: 'class', form }
  return isLetter(raw) ? readWord(raw) : { is: 'mark', form: raw }
}

function isLetter(raw: string): boolean {
  return /^[A-Za-z\u00c0-\u024f]/.test(raw)
}

function classOf(raw: string): string | undefined {
  const head = raw[0] ?? ''
  if (raw.length > 1) {
    if (head === '"') return raw.trim().split(/\s+/).length > 2 ? '<qlong>' : '<qshort>'
    if (head === '`') return '<code>'
    if (head === '#') return '<id>'
    if ('$€£₹¥'.includes(head)) return '<money>'
    if (/^https?:/i.test(raw)) return '<url>'
  }
  if (/^\d/.test(raw)) return numberClass(raw)
  if (/^[A-Z]{1,8}-?\d/i.test(raw)) return '<id>'
  return undefined
}

function numberClass(raw: string): string {
  if (/(%|percent)$/i.test(raw)) return '<pct>'
  if (/m$/i.test(raw) || /\d:\d/.test(raw)) return '<time>'
  if (/(st|nd|rd|th)$/i.test(raw) || /\d[/-]\d/.test(raw)) return '<date>'
  return /^\d{4,}/.test(raw) ? '<id>' : '<num>'
}

function readWord(raw: string): Piece {
  const lower = raw.toLowerCase()
  const cut = suffixAt(lower)
  const base = lower === "can't" ? 'can' : lower === "won't" ? 'will' : lower.slice(0, cut)
  const negated = BARE_NOT.has(lower) || lower.endsWith("n't")
  const suffix = cut < lower.length ? (negated ? "n't" : lower.slice(cut)) : undefined
  return { is: 'word', base, cut, suffix, ...wordForms(raw, base) }
}

/** Where the contracted part of a word begins; the word's length when it has none. */
function suffixAt(lower: string): number {
  if (BARE_NOT.has(lower)) return lower.length - 2
  const length = lower.length
  if (lower.endsWith("n't") && length > 3) return length - 3
  const mark = lower.lastIndexOf("'")
  return mark > 0 && /^'(s|re|ve|ll|d|m)$/.test(lower.slice(mark)) ? mark : length
}

function wordForms(raw: string, base: string): { inside: string; opening: string | undefined } {
  const both = (form: string) => ({ inside: form, opening: form })
  const capital = raw[0] !== raw[0]?.toLowerCase()
  if (DAYS.has(base) || (capital && SHORT_DAYS.has(base))) return both('<day>')
  if (MONTHS.has(base)) return both('<month>')
  if (!capital || base === 'i') return both(base)
  const shout = raw.length > 1 && raw === raw.toUpperCase()
  if (SHORT_MONTHS.has(base)) return { inside: '<month>', opening: shout ? base : undefined }
  return shout ? both(base) : { inside: '<name>', opening: undefined }
}
