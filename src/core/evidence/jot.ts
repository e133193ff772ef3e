import { formatDay } from '../dates.ts'
import type { Mistake } from '../problem.ts'
import { splitItems, type TypedItem } from './items.ts'
import { readLine } from './line.ts'
import type { NewEvidence } from './note.ts'

/** What was said about evidence beside its words: `date` is a plain day, `source` and `area` are ids of their lists. */
export interface JotFlags {
  readonly side?: 'strength' | 'growth'
  readonly date?: string
  readonly link?: string
  readonly source?: string
  readonly area?: string
  readonly assumption?: string
  /** Whoever it comes from wishes to stay unnamed. */
  readonly unnamed?: true
}

/** One item as it was read, ready to get an id. */
export type JotItem = Omit<NewEvidence, 'id'>

/** More than this belongs into several notes. */
const MOST_ITEMS = 500
const MOST_CHARACTERS = 100_000

const SIDE = { strength: 'that it went well', growth: 'that it is something to grow in' } as const

/**
 * Reads evidence that was jotted down, one item a line, as it is read in a preparation; what the flags say holds for every
 * item that does not say it itself. Where the two differ it is a mistake, and nothing is guessed. `today` is a plain day,
 * `line` of a mistake counts from 1.
 */
export function readJot(
  text: string,
  flags: JotFlags,
  today: string,
): { readonly items: readonly JotItem[]; readonly mistakes: readonly Mistake[] } {
  const refusal = sizeMistake(text)
  if (refusal !== undefined) return { items: [], mistakes: [refusal] }
  const typed = splitItems(text)
  const several = typed.length > 1
  if (typed.length > MOST_ITEMS) return { items: [], mistakes: [tooMany(typed.length)] }
  if (several && flags.assumption !== undefined) return { items: [], mistakes: [whoseGuess()] }
  const read = typed.map((item) => readOne(item, flags, today))
  return {
    items: read.map(({ item }) => item),
    mistakes: read.flatMap(({ mistakes }, index) =>
      mistakes.map((mistake) => (several ? { line: typed[index]?.line ?? 1, ...mistake } : mistake)),
    ),
  }
}

function readOne(
  typed: TypedItem,
  flags: JotFlags,
  today: string,
): { readonly item: JotItem; readonly mistakes: readonly Mistake[] } {
  const { text, side, date, ticket, link, assumption, mistakes } = readLine(typed, today)
  const guesses = [assumption, flags.assumption].filter((one) => one !== undefined)
  const facts = {
    date: date ?? flags.date,
    side: side ?? flags.side,
    ticket,
    link: link ?? flags.link,
    source: flags.source,
    area: flags.area,
    unnamed: flags.unnamed,
  }
  const item = {
    words: text,
    facts,
    ...(guesses.length === 0 ? {} : { assumption: guesses.join('\n') }),
  }
  const differing = [
    ...differs(side, flags.side, (one) => SIDE[one]),
    ...differs(date, flags.date, formatDay),
    ...differs(link, flags.link, (one) => one),
  ]
  return { item, mistakes: [...mistakes, ...differing, ...(text === '' ? [onlyGuess()] : [])] }
}

function differs<T extends string>(
  said: T | undefined,
  flag: T | undefined,
  words: (value: T) => string,
): readonly Mistake[] {
  if (said === undefined || flag === undefined || said === flag) return []
  return [
    {
      message: `The line says ${words(said)}, and the flag says ${words(flag)}.`,
      mend: 'Leave one of the two out.',
    },
  ]
}

function onlyGuess(): Mistake {
  return {
    message: 'There is a guess and nothing that was seen.',
    mend: 'Put what happened in front of the question mark.',
  }
}

function whoseGuess(): Mistake {
  return {
    message: '--assumption goes with one item, and here are several.',
    mend: 'Write each guess behind a ? at the end of its own line.',
  }
}

function tooMany(count: number): Mistake {
  return {
    message: `${count} items are more than one note takes.`,
    mend: `Give at most ${MOST_ITEMS} at a time.`,
  }
}

function sizeMistake(text: string): Mistake | undefined {
  if (text.length <= MOST_CHARACTERS) return undefined
  return {
    message: 'This text is far longer than a few lines of evidence.',
    mend: 'Give it in smaller parts.',
  }
}
