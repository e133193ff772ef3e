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

const CITE = /[ \t]*\[(E\d{1,3}(?:\s*,\s*E\d{1,3})*)\]/gi
const ARROW = /\s*(?:->|=>|→)\s*/
const OWNER = /[\s,;(]*\bowner:\s*([^,;()[\]]+?)\s*\)?\s*(?=$|[,;.])/i
const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'
const TIMES = `(?:${MONTHS})[a-z]*|mon|tue|wed|thu|fri|sat|sun|spring|summer|autumn|winter|yesterday|weeks?|months?|years?|quarters?|releases?|\\d`
/** "since" tells a time only where a time follows; "since nobody was told" is a reason. */
const SINCE = new RegExp(
  `[\\s,;(]*\\bsince\\s+((?:[\\p{L}-]+\\s+){0,3}?(?:${TIMES})[^,;()]*?)\\s*\\)?\\s*[.,;]?\\s*$`,
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
  const [first = '', ...rest] = (owner === undefined ? bare : bare.replace(OWNER, '')).split(ARROW)
  const ask = rest.join(' ').trim()
  const found = SINCE.exec(first)
  const what = found === null ? first.trim() : first.slice(0, found.index).trim()
  if (what === '') return { what: line }
  return {
    what,
    ...(ask === '' ? {} : { ask }),
    ...(found?.[1] === undefined ? {} : { since: found[1].trim() }),
    ...(owner === undefined || owner === '' ? {} : { owner }),
    ...(cited.length === 0 ? {} : { evidence: [...new Set(cited)] }),
  }
}
