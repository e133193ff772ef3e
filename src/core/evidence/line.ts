import type { Value } from '../interview/state.ts'
import type { ReadResult } from '../interview/world.ts'
import type { Mistake } from '../problem.ts'
import { dayOrMistake, stillToCome } from './day-or-mistake.ts'
import { dayInFront } from './day-words.ts'
import { takeGuess } from './guess.ts'
import { splitItems, type TypedItem } from './items.ts'

/** One line of evidence taken apart. `taken` are the words that were taken off its ends and stand in a field instead. */
interface EvidenceLine {
  readonly text: string
  readonly side?: 'strength' | 'growth'
  /** Plain day. */
  readonly date?: string
  readonly ticket?: string
  readonly link?: string
  /** A guess; private. */
  readonly assumption?: string
  readonly taken: readonly string[]
  readonly mistakes: readonly Mistake[]
}

type Rest = Omit<EvidenceLine, 'side' | 'assumption'>

const BETWEEN = /^\s*(?:[:,;·|]|[-–—](?=\s|$))*\s*/
// One longer than this is kept as the words it was typed in.
const LINK = /<?(https?:\/\/(?![^\s<>]{2000})[^\s<>]*[^\s<>.,;:!?)\]}'"])>?/
const LINK_IN_FRONT = new RegExp(`^\\(?${LINK.source}\\)?`)
const LINK_AT_END = new RegExp(`${LINK.source}[)\\s.]*$`)
const KEY = '(?!(?:UTF|ISO|SHA|COVID|RFC|MP|H|X)-)[A-Z][A-Z0-9]{1,9}-\\d{1,7}'
// The first half of a phone number, as in 07700 900123.
const TORN = '0\\d{3,5}[ -]\\d{3}'
const TICKET_IN_FRONT = new RegExp(
  `^\\(?(?:(?:[Tt]icket|[Cc]ase)\\s+#?(\\d{3,8})|#(\\d{1,8})|(?!${TORN})(\\d{5,8})|(\\d{4})(?=\\s*:)|(${KEY}))\\)?(?![\\w.,]*\\d|[\\w%€$£-])`,
)
const TICKET_AT_END = new RegExp(`\\((?:(?:[Tt]icket|[Cc]ase)\\s+)?(?:#?(\\d{4,8})|(${KEY}))\\)[.\\s]*$`)
const TICKET_INSIDE = new RegExp(
  `(?<![\\w/#-])(?:(?:[Tt]icket|[Cc]ase|[Oo]n|[Ii]n)\\s*#?(?!${TORN})(\\d{5,8})|[Tt]icket\\s+(\\d{4})|#(\\d{4,8})|(${KEY}))(?![\\w%€$£]|[.,]\\d)`,
)
const TICKET_IN_LINK = /\/(?:tickets?|cases?|issues?)\/(\d{4,8})(?!\d)/

/**
 * Reads lines of evidence, one item a line: side (`+` or `-`), day, ticket and link where they stand at the ends, a
 * guess behind a `?`. The words left over are the text, as typed; what is recognised in their middle stays there too.
 * Dates that do not exist, or that can be read in two ways, are mistakes and stay in the text.
 */
export function readEvidence(text: string, today: string): ReadResult {
  const read = splitItems(text).map((item) => ({ item, parts: readLine(item, today) }))
  return {
    items: read.map(({ item, parts }) => ({
      line: [item.marker, item.words].filter((words) => words !== '').join(' '),
      fields: fieldsOf(parts),
    })),
    mistakes: read.flatMap(({ item, parts }) =>
      parts.mistakes.map((mistake) => ({ line: item.line, ...mistake })),
    ),
  }
}

/** Takes one item apart; see `readEvidence`. `today` is a plain day. */
export function readLine(item: TypedItem, today: string): EvidenceLine {
  const { words, guess } = takeGuess(item.words)
  const side = sideOf(item.marker)
  const rest = inside(atEnd(inFront({ text: words, taken: [], mistakes: [] }, today)))
  const bare = rest.text === '' && words !== '' && guess === undefined
  return {
    ...rest,
    ...(isSaid(item.words) ? {} : { mistakes: [...rest.mistakes, NOTHING_SAID] }),
    ...(bare ? { text: words, taken: [] } : {}),
    ...(side === undefined ? {} : { side }),
    ...(guess === undefined ? {} : { assumption: guess }),
  }
}

/** Whether there is a letter, a number or a picture in it: signs alone tell nobody anything. */
function isSaid(words: string): boolean {
  return words === '' || /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(words)
}

const NOTHING_SAID: Mistake = {
  message: 'There are signs here and no words.',
  mend: 'Write what you saw or heard, or leave the line out.',
}

function sideOf(marker: string): EvidenceLine['side'] {
  if (marker.endsWith('+')) return 'strength'
  return /[-–—−]$/.test(marker) ? 'growth' : undefined
}

function inFront(rest: Rest, today: string): Rest {
  const next = dateInFront(rest, today) ?? ticketInFront(rest) ?? linkInFront(rest)
  return next === undefined ? rest : inFront(next, today)
}

function dateInFront(rest: Rest, today: string): Rest | undefined {
  if (rest.date !== undefined || rest.mistakes.length > 0) return undefined
  const found = dayInFront(rest.text)
  if (!found) return undefined
  const read = dayOrMistake(found.words, today, 'past')
  if ('mistake' in read) return { ...rest, mistakes: [read.mistake] }
  if (read.day > today) {
    const { mistake, mend } = stillToCome(read.day)
    return { ...rest, mistakes: [{ message: mistake, mend }] }
  }
  return { ...without(rest, found.end, found.words), date: read.day }
}

function ticketInFront(rest: Rest): Rest | undefined {
  if (rest.ticket !== undefined) return undefined
  const found = TICKET_IN_FRONT.exec(rest.text)
  const ticket = found?.slice(1).find((one) => one !== undefined)
  if (!found || ticket === undefined) return undefined
  return { ...without(rest, found[0].length, found[0]), ticket }
}

function linkInFront(rest: Rest): Rest | undefined {
  if (rest.link !== undefined) return undefined
  const found = LINK_IN_FRONT.exec(rest.text)
  if (!found?.[1]) return undefined
  return { ...without(rest, found[0].length, found[0]), link: found[1] }
}

function without(rest: Rest, length: number, words: string): Rest {
  return { ...rest, text: rest.text.slice(length).replace(BETWEEN, ''), taken: [...rest.taken, words] }
}

function atEnd(rest: Rest): Rest {
  const link = rest.link === undefined ? LINK_AT_END.exec(rest.text) : null
  if (link?.[1]) {
    return atEnd({ ...cut(rest, link.index, link[0]), link: link[1] })
  }
  const found = rest.ticket === undefined ? TICKET_AT_END.exec(rest.text) : null
  const ticket = found?.slice(1).find((one) => one !== undefined)
  return found && ticket !== undefined ? atEnd({ ...cut(rest, found.index, found[0]), ticket }) : rest
}

function cut(rest: Rest, index: number, words: string): Rest {
  return {
    ...rest,
    text: rest.text.slice(0, index).replace(/(?<![\s,;:·|(])[\s,;:·|(]+$/, ''),
    taken: [...rest.taken, words],
  }
}

function inside(rest: Rest): Rest {
  const link = rest.link ?? LINK.exec(rest.text)?.[1]
  const prose = rest.text.replace(new RegExp(LINK.source, 'g'), ' ')
  const ticket =
    rest.ticket ??
    TICKET_INSIDE.exec(prose)
      ?.slice(1)
      .find((one) => one !== undefined) ??
    TICKET_IN_LINK.exec(link ?? '')?.[1]
  return { ...rest, ...(link === undefined ? {} : { link }), ...(ticket === undefined ? {} : { ticket }) }
}

function fieldsOf(parts: EvidenceLine): Readonly<Record<string, Value>> {
  const { taken: _, mistakes: __, text, ...fields } = parts
  return text === '' ? fields : { text, ...fields }
}
