/** What an amount counts: a share ("7 of 15", "40 %"), a time in minutes, how often in times a week, or a plain count. */
type AmountKind = 'share' | 'time' | 'rate' | 'count'

/** An amount as it was written, with its value on the scale of its kind: shares from 0 to 100, times in minutes, rates a week. */
interface Amount {
  readonly kind: AmountKind
  readonly value: number
  /** A share written as a part of a whole: "15" of "7 of 15". */
  readonly of?: number
  /** What a count counts, each word in the singular: "open ticket". */
  readonly unit?: string
}

const WORDS: Readonly<Record<string, number>> = {
  ...{ no: 0, none: 0, zero: 0, never: 0, a: 1, an: 1, one: 1, once: 1, two: 2, twice: 2, three: 3, four: 4 },
  ...{ five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, fifteen: 15 },
  ...{ twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, ninety: 90, hundred: 100 },
}
const WHOLE: Readonly<Record<string, number>> = {
  all: 100,
  every: 100,
  each: 100,
  half: 50,
  'a quarter': 25,
  quarter: 25,
}

/** Minutes in a unit of time; a working day is taken as a whole one. */
const MINUTES: readonly (readonly [RegExp, number])[] = [
  [/^(?:s|secs?|seconds?)$/, 1 / 60],
  [/^(?:m|mins?|minutes?)$/, 1],
  [/^(?:h|hrs?|hours?)$/, 60],
  [/^(?:d|days?|working days?|business days?)$/, 1440],
  [/^(?:w|wks?|weeks?)$/, 10_080],
  [/^(?:months?)$/, 43_200],
]
/** Times a week that "a day", "a month" and so on stand for; a week has five working days. */
const A_WEEK: readonly (readonly [RegExp, number])[] = [
  [/^(?:days?|workdays?|working days?|shifts?)$/, 5],
  [/^weeks?$/, 1],
  [/^fortnights?$/, 0.5],
  [/^months?$/, 12 / 52],
  [/^quarters?$/, 4 / 52],
  [/^years?$/, 1 / 52],
]

const NUMBER = `(?:\\d+(?:[.,]\\d+)?|(?:${Object.keys(WORDS).join('|')})(?![a-z]))`
const LEAD =
  /^(?:(?:about|around|at least|at most|up to|under|over|below|above|only|now|no more than|less than|more than|within|in|to|is|=|:|~|<|>)\s*)+/
const SHARE = new RegExp(
  `^(${NUMBER})\\s*(?:of|out of|in|/)\\s*(?:the\\s+)?(?:last\\s+|next\\s+)?(${NUMBER})\\b`,
)
const PERCENT = new RegExp(`^(${NUMBER})\\s*(?:%|per ?cent\\b)`)
const RATE = new RegExp(
  `^(?:every|each)\\s+([a-z]+(?: days?)?)$|^(?:(${NUMBER})\\s*(?:times?|x|days?)?)\\s+(?:a|an|per|each|every)\\s+([a-z]+(?: days?)?)\\b`,
)
const CLOCK = /^(\d{1,3}):([0-5]\d)(?:\s*(?:h|hours?))?\b/
const TIME = new RegExp(
  `^(${NUMBER})\\s*(working days?|business days?|[a-z]+)\\b(?:\\s*(?:and\\s+)?(\\d{1,2})(?:\\s*(?:m|mins?|minutes?))?$)?`,
)
const COUNT = new RegExp(`^(${NUMBER})(?:\\s+([\\p{L} -]+))?$`, 'u')
/** Words that count in front of "a week" or "hours", and not by themselves: "a few", "no idea". */
const NO_COUNT = new Set(['a', 'an', 'no', 'never', 'once', 'twice'])

/** Reads an amount where it is written: "7 of 15", "40 %", "3 h", "twice a week", "8 tickets". Undefined for words without one. */
export function readAmount(text: string): Amount | undefined {
  const plain = text.trim().toLowerCase().replace(/\s+/g, ' ').replace(LEAD, '')
  const whole = WHOLE[plain]
  if (whole !== undefined) return { kind: 'share', value: whole }
  return share(plain) ?? percent(plain) ?? rate(plain) ?? time(plain) ?? count(plain)
}

function share(text: string): Amount | undefined {
  const [, part, of] = SHARE.exec(text) ?? []
  const all = numberOf(of)
  if (part === undefined || all === undefined || all === 0) return undefined
  return { kind: 'share', value: ((numberOf(part) ?? 0) / all) * 100, of: all }
}

function percent(text: string): Amount | undefined {
  const value = numberOf(PERCENT.exec(text)?.[1])
  return value === undefined ? undefined : { kind: 'share', value }
}

function rate(text: string): Amount | undefined {
  const [, every, times, per] = RATE.exec(text) ?? []
  const unit = every ?? per
  const factor = A_WEEK.find(([name]) => unit !== undefined && name.test(unit))?.[1]
  return factor === undefined
    ? undefined
    : { kind: 'rate', value: (every === undefined ? (numberOf(times) ?? 1) : 1) * factor }
}

function time(text: string): Amount | undefined {
  const [, hours, minutes] = CLOCK.exec(text) ?? []
  if (hours !== undefined) return { kind: 'time', value: Number(hours) * 60 + Number(minutes) }
  const [, amount, unit = '', rest] = TIME.exec(text) ?? []
  const factor = MINUTES.find(([name]) => name.test(unit))?.[1]
  if (amount === undefined || factor === undefined) return undefined
  return { kind: 'time', value: (numberOf(amount) ?? 0) * factor + (rest === undefined ? 0 : Number(rest)) }
}

function count(text: string): Amount | undefined {
  const [, amount, unit] = COUNT.exec(text) ?? []
  const value = numberOf(amount)
  if (value === undefined || amount === undefined || NO_COUNT.has(amount)) return undefined
  return {
    kind: 'count',
    value,
    ...(unit === undefined ? {} : { unit: unit.split(/[ -]+/).map(singular).join(' ') }),
  }
}

function numberOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const value = WORDS[text] ?? Number(text.replace(',', '.'))
  return Number.isFinite(value) ? value : undefined
}

function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}

/**
 * Both amounts on one scale, or undefined where they do not measure the same way. A bare number takes what the other one
 * counts: beside "5 of 12" a 9 is 9 of 12.
 */
export function onOneScale(a: Amount, b: Amount): readonly [number, number] | undefined {
  if (isBare(a) && !isBare(b)) return [taking(a, b), b.value]
  if (isBare(b) && !isBare(a)) return [a.value, taking(b, a)]
  if (a.kind !== b.kind) return undefined
  if (a.unit !== undefined && b.unit !== undefined && !shareWord(a.unit, b.unit)) return undefined
  return [a.value, b.value]
}

function isBare({ kind, unit }: Amount): boolean {
  return kind === 'count' && unit === undefined
}

function shareWord(a: string, b: string): boolean {
  const words = new Set(b.split(' '))
  return a.split(' ').some((word) => words.has(word))
}

function taking({ value }: Amount, { kind, of }: Amount): number {
  return kind === 'share' && of !== undefined ? (value / of) * 100 : value
}
