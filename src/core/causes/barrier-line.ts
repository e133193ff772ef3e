import { splitItems } from '../evidence/items.ts'
import type { ReadResult } from '../interview/world.ts'

/** One barrier as read from a line; every word that was not read as something else is what is in the way. */
interface BarrierLine {
  readonly what: string
  /** What would help, from behind an arrow. */
  readonly ask?: string
  /** What it does to the work, from behind ", so". */
  readonly effect?: string
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
/** ", so" tells what it leads to; "so far", "so that" and their like do not. */
const EFFECT = /[,;][ \t]{0,5}(?:and )?so (?!(?:far|that|much|many|long|to|as|on|it seems)\b)(?=\S)/i

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

/** Reads "The checklist moved and the old link is dead, since September, so returns wait a day [E2] -> one page, owner: Dana". */
export function readBarrier(line: string): BarrierLine {
  const cited = [...line.matchAll(CITE)].flatMap(([, labels = '']) => labels.toUpperCase().split(/\s*,\s*/))
  const bare = line.replace(CITE, '').trim()
  const owner = OWNER.exec(bare)?.[1]?.trim()
  const [before = '', ...rest] = (owner === undefined ? bare : bare.replace(OWNER, '')).split(ARROW)
  const ask = rest.join(' ').trim()
  const { first, effect } = withEffect(before.trim())
  const told = withSince(first)
  const later = told.since === undefined && effect !== undefined ? withSince(effect) : undefined
  const leads = later?.first ?? effect
  const what = told.first
  if (what === '') return { what: line }
  const since = told.since ?? later?.since
  return {
    what,
    ...(ask === '' ? {} : { ask }),
    ...(leads === undefined || leads === '' ? {} : { effect: leads }),
    ...(since === undefined ? {} : { since }),
    ...(owner === undefined || owner === '' ? {} : { owner }),
    ...(cited.length === 0 ? {} : { evidence: [...new Set(cited)] }),
  }
}

function withEffect(text: string): { readonly first: string; readonly effect?: string } {
  const found = EFFECT.exec(text)
  if (found === null) return { first: text }
  const [first, effect] = [
    text.slice(0, found.index).trim(),
    text.slice(found.index + found[0].length).trim(),
  ]
  return first === '' || effect === '' ? { first: text } : { first, effect }
}

function withSince(text: string): { readonly first: string; readonly since?: string } {
  const found = SINCE.exec(text)
  if (found?.[1] === undefined) return { first: text }
  return { first: text.slice(0, found.index).trim(), since: found[1].trim() }
}
