import { splitItems } from '../evidence/items.ts'
import type { ReadResult } from '../interview/world.ts'

/** One barrier as read from a line; every word that was not read as something else is what is in the way. */
interface BarrierLine {
  readonly what: string
  /** What would help, from behind an arrow. */
  readonly ask?: string
  /** Since when, as written. */
  readonly since?: string
  readonly owner?: string
  /** Labels of evidence, `E2`. */
  readonly evidence?: readonly string[]
}

const CITE = /[ \t]{0,5}\[(E\d{1,3}(?:\s*,\s*E\d{1,3})*)\]/gi
const ARROW = /->|=>|→/
const OWNER = /[\s,;(]{0,5}\bowner:([^,;()[\]]+?)\)?(?=$|\s{0,5}[,;.])/i
/** Words that tell a time wherever they stand. */
const TIMES =
  '(?:january|february|april|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|summer|autumn|winter|20\\d\\d)\\b'
/** Words that tell one only right behind "since" or something like "about the end of": elsewhere they may be a verb, or count something. */
const SHORT =
  '(?:(?:jan|feb|mar|march|apr|may|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thu|thurs|fri|sat|sun|spring)\\b|\\d)'
const ABOUT =
  '(?:(?:about|around|roughly|at|least|the|this|last|early|late|mid|middle|beginning|start|end|of|in)[\\s-]+){0,5}'
const SPAN =
  '(?:the|this|last|our|previous|some|several|a|few|two|three|four|five|six)\\s+(?:[\\p{L}\\d.-]+\\s+)?(?:week|month|year|quarter|release)s?\\b'
/** "since" tells a time only where a time follows; "since nobody was told" is a reason. */
const SINCE = new RegExp(
  `[\\s,;(]{0,5}\\bsince\\s+((?:${ABOUT}(?:${SHORT}|${SPAN})|(?:[\\p{L}\\d-]+\\s+){0,4}?${TIMES})[^,;()]*?)\\s{0,5}\\)?[.,;]?$`,
  'iu',
)

/** Reads barriers, one a line. Never refuses: what is not recognised stays among the words. */
export function readBarriers(text: string): ReadResult {
  const items = splitItems(text).map(({ words }) => ({ line: words, fields: { ...readBarrier(words) } }))
  return { items, mistakes: [] }
}

/** Reads "The checklist moved and the old link is dead, since September [E2] -> one page with all checklists, owner: Dana". */
export function readBarrier(line: string): BarrierLine {
  const cited = [...line.matchAll(CITE)].flatMap(([, labels = '']) => labels.toUpperCase().split(/\s*,\s*/))
  const bare = line.replace(CITE, '').trim()
  const owner = OWNER.exec(bare)?.[1]?.trim()
  const [before = '', ...rest] = (owner === undefined ? bare : bare.replace(OWNER, '')).split(ARROW)
  const first = before.trim()
  const ask = rest.join(' ').trim()
  const found = SINCE.exec(first)
  const what = found === null ? first : first.slice(0, found.index).trim()
  if (what === '') return { what: line }
  return {
    what,
    ...(ask === '' ? {} : { ask }),
    ...(found?.[1] === undefined ? {} : { since: found[1].trim() }),
    ...(owner === undefined || owner === '' ? {} : { owner }),
    ...(cited.length === 0 ? {} : { evidence: [...new Set(cited)] }),
  }
}
