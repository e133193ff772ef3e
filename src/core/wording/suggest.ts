import { KIND, MAYBE } from './pack.ts'
import type { Sentence } from './scan.ts'

const SLOT = /\{(ticket|date|time|name)\}/g

/**
 * Fills the slots of a rule's suggestions from the sentence itself; a suggestion whose slot has nothing to hold is left out.
 * What is filled in are places and names only, so that the line stays grammatical and says nothing new.
 */
export function suggest(frames: readonly string[], text: string, sentence: Sentence): readonly string[] {
  const lines: string[] = []
  for (const frame of frames) {
    const line = frame.includes('{') ? fill(frame, text, sentence) : frame
    if (line !== undefined && !lines.includes(line)) lines.push(line)
  }
  return lines
}

function fill(frame: string, text: string, sentence: Sentence): string | undefined {
  let whole = true
  const filled = frame.replaceAll(SLOT, (_, slot: string) => {
    const words = find(slot, text, sentence)
    if (words === undefined) whole = false
    return words ?? ''
  })
  return whole ? filled : undefined
}

function find(slot: string, text: string, sentence: Sentence): string | undefined {
  const { tokens } = sentence
  if (slot === 'date') return dateOf(text, sentence)
  const wanted = slot === 'ticket' ? KIND.ticket : slot === 'time' ? KIND.time : KIND.name
  const at = tokens.findIndex(
    (token, i) =>
      (token.entry.kind & wanted) !== 0 || (slot === 'name' && i > 0 && (token.entry.kind & MAYBE) !== 0),
  )
  const token = tokens[at]
  return token === undefined ? undefined : text.slice(token.start, token.end)
}

/** One day that has been: not a date by which something is to happen, and not every such day. */
const DATE =
  /(?<!\b(?:by|until|till|before|next|every|each|since|from) (?:the )?)\b(?:(?:the )?\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)|(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}(?:st|nd|rd|th)?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\d{4}-\d\d-\d\d|the \d{1,2}(?:st|nd|rd|th))\b/

function dateOf(text: string, sentence: Sentence): string | undefined {
  const written = text.slice(sentence.start, sentence.end)
  // Node takes milliseconds to prepare the long pattern, and most sentences name no day.
  return /\d|day/.test(written) ? DATE.exec(written)?.[0] : undefined
}
