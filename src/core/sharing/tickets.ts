/** Gives the number under which a ticket is spoken of in one export. */
type TicketNumber = (ticket: string) => number

/** A text with no number in it that leads to a customer, and how many were taken out. */
interface Unnumbered {
  readonly text: string
  readonly count: number
}

/** Words behind which a number says which one, as they are written: "ticket", "Ticket", "TICKET". */
const KINDS = 'ticket case order reference ref invoice incident request customer contract issue'
  .split(' ')
  .flatMap((word) => [
    `[${word.charAt(0).toUpperCase()}${word.charAt(0)}]${word.slice(1)}`,
    word.toUpperCase(),
  ])
  .join('|')
const LABEL = new RegExp(
  String.raw`(?:(?<![\p{L}\p{N}])(?:${KINDS})[sS]?(?:\s{1,2}(?:number|no|nr|num|id|ID)\.?)?[\s:#*_]{0,4}|#)$`,
  'u',
)
/** The number: with letters in front, with gaps between its digits. */
const ONE = String.raw`(?:\p{Lu}{1,10}[-_ ]?)?\d+(?:[ \u00a0\u2009.'’]\d{3}(?!\d)|[-_]\d+)*`
/** Such a word, the number behind it, and those listed behind that. */
const NAMED = new RegExp(
  String.raw`(?=[TtCcOoRrIi])(?<![\p{L}\p{N}])((?:${KINDS})[sS]?(?:\s{1,2}(?:number|no|nr|num|id|ID)s?\.?)?[\s:*_]{0,3}#?[\s:*_]{0,2})(${ONE}(?:(?:,\s(?:and |or )?|\s(?:and|or|&|\+)\s|\s?[/+&]\s?)#?${ONE})*)(?![\p{L}\p{N}])`,
  'gu',
)
const HASHED = /(?<![\p{L}\p{N}&#/])#(\d{2,}(?:[ \u00a0]\d{3}(?!\d))*)(?![\p{L}\p{N}])/gu
const EACH = new RegExp(ONE, 'gu')
/** What follows a count, as in "the ticket 3 times" or "case 2 of 12". */
const COUNT =
  /^(?:[.,:]\d|\s?%|\s?(?:of|x|h|am|pm|min|sec|days?|hours?|hrs?|weeks?|months?|years?|minutes?|seconds?|times|people|customers|updates|more|or|to|tickets?|calls?|replies|messages|mails|percent|euros?|eur|usd|gbp|dollars)(?![\p{L}])|\s?[€$£])/iu
/** What follows a short number that says which one. */
const AFTER_SHORT =
  /^(?:$|[\s]*[.,;:!?)\]”"*_|\n]|\s(?:was|is|has|had|and|or|came|went|got|in|on|at|for|from|by|with|because|after|before|again|the|where|when|which|that|still|took|needs?|needed|stayed|waited|reopened|closed|solved|we|i|you|he|she|they|[-–—])(?![\p{L}]))/iu
/** Keys as trackers write them (INC0012345, SUP-482) and any number of five digits or more. */
const LONG =
  /(?=[0-9A-Z])(?<![\p{L}\p{N}])(?:[A-Z]{2,10}(?:[-_]\d+|\d{3,})|\d{5,}(?:[-_/]\d+)*)(?![\p{L}\p{N}])/gu
/** Names of formats, standards and the like that look like a key. */
const STANDARD =
  /^(?:UTF|ISO|IEC|COVID|SHA|MD|AES|RSA|HTTP|HTTPS|RFC|WPA|USB|DIN|EN|WIN|TLS|SSL|IP|IPV|MP|PS|GPT|RAM|CPU|HD|UHD|LTE|WLAN|RJ|VGA|PDF|OS|KW|Q|H|V|GMT|UTC|CET|EUR|USD|GBP|E|P|A|I|N)[-_]?\d{1,4}$/u
/** Dates of eight digits stay, unless a word says that they are a ticket. */
const DAY = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/
/** A run of letters and digits as a ticket may be written, and digits with gaps, for looking them up. */
const TOKEN = /(?<![\p{L}\p{N}])[\p{L}\p{N}]+(?:[-_/.#][\p{L}\p{N}]+)*(?![\p{L}\p{N}])/gu
const SPACED = /(?=\d)(?<![\p{L}\p{N}.,])\d{1,4}(?:[ \u00a0]\d{2,4})+(?![\p{L}\p{N}]|[.,]\d)/gu
/** So many beginnings of keys ("SUP") are looked for with a gap behind them. */
const MOST_BEGINNINGS = 40

/** Stands before the place of what was put into a text already; a text that holds such signs itself loses them. */
const HELD = '\ue000'
const SIGNS = /[\ue000\ue001]/g

/** Makes a counter of tickets: the first one is 1, and the same one keeps its number. */
export function ticketCounter(): TicketNumber {
  const known = new Map<string, number>()
  return (ticket) => {
    const key = keyOf(ticket)
    const number = known.get(key) ?? known.size + 1
    known.set(key, number)
    return number
  }
}

/**
 * Finds the tickets of a notebook in a text, with gaps or without, and other numbers long enough to be one or named as one: `ticket 1`
 * stands there instead. It takes time in proportion to the length of the text, however many tickets there are.
 */
export function ticketMasker(
  tickets: readonly string[],
  numberOf: TicketNumber,
): (text: string) => Unnumbered {
  const known = new Set(tickets.map(keyOf).filter(isTelling))
  // Long numbers are found by their look; the others have to be looked up.
  const isOdd = [...known].some((key) => !/^\d{5,}$/.test(key))
  const patterns = [SPACED, ...beginningsOf(known), ...(isOdd ? [TOKEN] : [])]
  return (written) => {
    const text = written.replace(SIGNS, '')
    if (!/\d/.test(text) && known.size === 0) return { text, count: 0 }
    // What is found stands aside until all is, so that it is not found again and the first ticket of the text is the first.
    const held: { readonly found: string; readonly isNamed: boolean }[] = []
    const hold = (found: string, isNamed: boolean): string =>
      `${HELD}${held.push({ found, isNamed }) - 1}\ue001`
    const named = text
      .replace(NAMED, (all, label: string, numbers: string, at: number) => {
        const isPlural = /^\p{L}+[sS](?!\p{L})/u.test(label)
        const behind = numbers + text.slice(at + all.length, at + all.length + 16)
        return (
          label +
          numbers.replace(EACH, (one, place: number) => {
            const isMeant = place === 0 || isPlural
            return isMeant && isNumber(one, behind.slice(place + one.length), label) ? hold(one, true) : one
          })
        )
      })
      .replace(HASHED, (all, number: string, at: number, whole: string) =>
        COUNT.test(whole.slice(at + all.length, at + all.length + 16)) ? all : `#${hold(number, true)}`,
      )
    const isLabelled = (whole: string, at: number): boolean =>
      LABEL.test(whole.slice(Math.max(0, at - 40), at))
    const look = (found: string, at: number, whole: string): string =>
      found.length > 60 || whole[at - 1] === HELD || !known.has(keyOf(found))
        ? found
        : hold(found, isLabelled(whole, at))
    const looked =
      known.size === 0 ? named : patterns.reduce((left, pattern) => left.replace(pattern, look), named)
    const masked = looked.replace(LONG, (found, at: number, whole: string) => {
      if (whole[at - 1] === HELD) return found
      const isNamed = isLabelled(whole, at)
      if (!isNamed && (DAY.test(found) || STANDARD.test(found))) return found
      return hold(found, isNamed)
    })
    const shown = masked.replace(/\ue000(\d+)\ue001/g, (all, place: string) => {
      const one = held[Number(place)]
      if (one === undefined) return all
      return one.isNamed ? String(numberOf(one.found)) : `ticket ${numberOf(one.found)}`
    })
    return { text: shown, count: held.length }
  }
}

/** Whether a number behind "ticket" says which one, and not how many or how long. */
function isNumber(number: string, behind: string, label: string): boolean {
  if (COUNT.test(behind)) return false
  const digits = number.replace(/\D/g, '').length
  if (digits >= 3 || (digits === 2 && label.includes('#'))) return true
  return (
    (digits === 2 || /ticket|incident|invoice|#|number|\b(?:no|nr|id)\b/i.test(label)) &&
    AFTER_SHORT.test(behind)
  )
}

/** A ticket as it is compared: without gaps, marks and case. */
function keyOf(ticket: string): string {
  return ticket.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

/** Whether a ticket is told by its look alone: a short number or a year may be anything. */
function isTelling(key: string): boolean {
  if (/^\d+$/.test(key)) return key.length > 4 || (key.length === 4 && !/^(?:19|20)/.test(key))
  return /\p{N}/u.test(key) ? key.length > 2 : key.length > 3
}

/** Patterns for keys with a gap in them, from the letters with which known tickets begin. */
function beginningsOf(known: ReadonlySet<string>): readonly RegExp[] {
  const all = new Set([...known].flatMap((key) => /^\p{L}{2,10}(?=\d+$)/u.exec(key) ?? []))
  if (all.size === 0) return []
  const either = [...all].slice(0, MOST_BEGINNINGS).join('|')
  return [new RegExp(`(?<![\\p{L}\\p{N}])(?:${either})[ \\u00a0#:]{1,2}\\d+(?![\\p{L}\\p{N}])`, 'giu')]
}
