/**
 * A text as somebody reads it: without marks of Markdown, tags, invisible signs and accents, in lower case. `at` and `end`
 * say from where to where in the text its unit `i` comes from (UTF-16 units).
 */
export interface Skeleton {
  readonly text: string
  at(unit: number): number
  end(unit: number): number
}

/** Where an unusual sign may begin; everything else only loses its case. */
const UNUSUAL = /[<&*_`~\\]|[^\0-\x7f]/g
const SIGN =
  /<\/?(?:b|i|em|strong|u|s|del|ins|span|mark|code|font|small|sup|sub)(?:\s[^<>\n]{0,100})?>|&#(\d{1,7});|&#x([0-9a-f]{1,6});|&([a-z])(?:acute|grave|circ|uml|tilde|cedil|ring|caron|slash);|&(nbsp|shy|zwnj|zwj|amp|apos|rsquo|period|hyphen|dash);|[\s\S]/iuy
const NAMED: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  apos: "'",
  rsquo: "'",
  period: '.',
  hyphen: '-',
  dash: '-',
}
/** Letters that are not an accent on another one. */
const LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ħ: 'h',
  ŋ: 'n',
}
const WORD = /[\p{L}\p{N}]/u

/** A stretch of a skeleton: where it begins there and in the text, and how long its source is where that is one sign; 0 for a plain one. */
interface Stretch {
  readonly unit: number
  readonly source: number
  sign: number
}

/** Reads a text past its formatting. It takes time in proportion to the length of the text. */
export function skeletonOf(text: string): Skeleton {
  const stretches: Stretch[] = []
  let read = ''
  let from = 0
  const add = (words: string, source: number, sign: number): void => {
    if (words !== '') stretches.push({ unit: read.length, source, sign })
    read += words
  }
  for (;;) {
    UNUSUAL.lastIndex = from
    const next = UNUSUAL.exec(text)?.index ?? text.length
    add(text.slice(from, next).toLowerCase(), from, 0)
    if (next === text.length) break
    const { length, plain } = signAt(text, next)
    // An accent typed as a sign of its own belongs to the letter before it.
    const last = stretches.at(-1)
    const isAccent = plain === '' && /^\p{M}/u.test(text.slice(next, next + length))
    if (isAccent && last !== undefined && last.sign > 0 && last.source + last.sign === next)
      last.sign += length
    add(plain, next, length)
    from = next + length
  }
  return placed(read, stretches)
}

function placed(text: string, stretches: readonly Stretch[]): Skeleton {
  const stretchAt = (unit: number): Stretch => {
    let [low, high] = [0, stretches.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((stretches[middle]?.unit ?? 0) <= unit) low = middle
      else high = middle - 1
    }
    return stretches[low] ?? { unit: 0, source: 0, sign: 0 }
  }
  return {
    text,
    at(unit) {
      const { unit: first, source, sign } = stretchAt(unit)
      return sign > 0 ? source : source + unit - first
    },
    end(unit) {
      const { unit: first, source, sign } = stretchAt(unit)
      return sign > 0 ? source + sign : source + unit - first + 1
    },
  }
}

/** The sign that stands at a place, which may be a tag or an entity: how long it is, and what is read there. */
function signAt(text: string, from: number): { readonly length: number; readonly plain: string } {
  SIGN.lastIndex = from
  const match = SIGN.exec(text)
  const [sign = text.charAt(from), decimal, hex, letter, name] = match ?? []
  const meant = meantBy(sign, { decimal, hex, letter, name })
  const isInside = sign === '_' && WORD.test(text[from - 1] ?? '') && WORD.test(text[from + 1] ?? '')
  return { length: sign.length, plain: isInside ? '_' : plainSign(meant) }
}

interface Entity {
  readonly decimal: string | undefined
  readonly hex: string | undefined
  readonly letter: string | undefined
  readonly name: string | undefined
}

function meantBy(sign: string, { decimal, hex, letter, name }: Entity): string {
  if (sign.length === 1) return sign
  if (decimal !== undefined) return fromCode(Number(decimal))
  if (hex !== undefined) return fromCode(Number.parseInt(hex, 16))
  if (letter !== undefined) return letter
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? ''
  return sign.startsWith('<') ? '' : sign
}

function fromCode(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
}

/** One sign without case and accents; nothing for marks that only format. One unit for each unit of what is left. */
function plainSign(sign: string): string {
  const code = sign.charCodeAt(0)
  if (code < 128) {
    if (sign === '*' || sign === '_' || sign === '`' || sign === '~' || sign === '\\') return ''
    return sign.toLowerCase()
  }
  if (sign === '’' || sign === 'ʼ' || sign === '´' || sign === '‘') return "'"
  if (/^\p{Cf}$/u.test(sign)) return ''
  const lower = sign.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return LETTERS[lower] ?? lower
}

/** A name in the same way, for comparing. */
export function foldName(name: string): string {
  return skeletonOf(name.trim()).text.replace(/\s+/g, ' ')
}
