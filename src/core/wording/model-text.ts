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

/** Reads a text into the model's tokens. `isName` says whether a lower-cased word is a given name; it is asked only where a capital alone cannot tell. Linear in the length. */
export function modelTokens(text: string, isName: (word: string) => boolean): ModelToken[] {
  const tokens: ModelToken[] = []
  let first = true
  for (const match of plainQuotes(text).matchAll(TOKEN)) {
    const raw = match[0]
    const start = match.index
    const end = start + raw.length
    const kind = classOf(raw)
    if (kind !== undefined) {
      tokens.push({ form: kind, start, end })
      first = false
    } else if (isLetter(raw)) {
      pushWord(tokens, raw, start, first, isName)
      first = false
    } else {
      tokens.push({ form: raw, start, end })
      if (ENDS_SENTENCE.includes(raw)) first = true
      else if (!KEEPS_START.includes(raw)) first = false
    }
  }
  return tokens
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

function pushWord(
  tokens: ModelToken[],
  raw: string,
  start: number,
  first: boolean,
  isName: (word: string) => boolean,
): void {
  const lower = raw.toLowerCase()
  const cut = suffixAt(lower)
  const base = lower === "can't" ? 'can' : lower === "won't" ? 'will' : lower.slice(0, cut)
  const middle = start + Math.min(cut, raw.length)
  tokens.push({ form: wordForm(raw, base, first, isName), start, end: middle })
  if (cut < lower.length) {
    const suffix = BARE_NOT.has(lower) || lower.endsWith("n't") ? "n't" : lower.slice(cut)
    tokens.push({ form: suffix, start: middle, end: start + raw.length })
  }
}

/** Where the contracted part of a word begins; the word's length when it has none. */
function suffixAt(lower: string): number {
  if (BARE_NOT.has(lower)) return lower.length - 2
  const length = lower.length
  if (lower.endsWith("n't") && length > 3) return length - 3
  const mark = lower.lastIndexOf("'")
  return mark > 0 && /^'(s|re|ve|ll|d|m)$/.test(lower.slice(mark)) ? mark : length
}

function wordForm(raw: string, base: string, first: boolean, isName: (word: string) => boolean): string {
  const capital = raw[0] !== raw[0]?.toLowerCase()
  if (DAYS.has(base) || (capital && SHORT_DAYS.has(base))) return '<day>'
  if (MONTHS.has(base) || (capital && !first && SHORT_MONTHS.has(base))) return '<month>'
  if (!capital || base === 'i') return base
  if (raw.length > 1 && raw === raw.toUpperCase()) return base
  return !first || isName(base) ? '<name>' : base
}
