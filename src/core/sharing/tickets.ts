/** Gives the number under which a ticket is spoken of in one export. */
type TicketNumber = (ticket: string) => number

/** A text with no number in it that leads to a customer, and how many were taken out. */
interface Unnumbered {
  readonly text: string
  readonly count: number
}

const LABEL =
  /(?:(?<![\p{L}\p{N}])(?:ticket|case|order|ref|reference|invoice|incident|request|customer|contract)s?(?:\s{1,2}(?:number|no|nr|id)\.?)?[\s:#*_]{0,4}|#)$/iu
/** Keys as trackers write them (INC0012345, SUP-482), any number of five digits or more, and one of three behind a word that says what it is. */
const NUMBER = String.raw`\p{Lu}{2,10}[-_]?\d{3,}|\d{5,}(?:[-_/]\d+)*|(?<=(?:[Tt]icket|[Cc]ase|[Oo]rder|[Rr]ef|[Rr]eference|[Ii]nvoice|[Ii]ncident|[Rr]equest|[Cc]ustomer|[Cc]ontract)s?(?:\s(?:number|no|nr|id)\.?)?[\s:#]{1,3}|#)\d{3,}`
/** Dates of eight digits stay, unless a word says that they are a ticket. */
const DAY = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/

/** Makes a counter of tickets: the first one is 1, and the same one keeps its number. */
export function ticketCounter(): TicketNumber {
  const known = new Map<string, number>()
  return (ticket) => {
    const key = ticket.replace(/^#/, '').toLowerCase()
    const number = known.get(key) ?? known.size + 1
    known.set(key, number)
    return number
  }
}

/** Finds the tickets of a notebook in a text, whatever they look like, and other numbers long enough to be one: `ticket 1` stands there instead. */
export function ticketMasker(
  tickets: readonly string[],
  numberOf: TicketNumber,
): (text: string) => Unnumbered {
  const known = [...new Set(tickets.map((one) => one.trim()).filter((one) => /\p{N}|.{4}/u.test(one)))]
  // Every number of five digits or more is found by its look; only the others need a pattern of their own.
  const odd = known.filter((one) => !/^\d{5,}$/.test(one)).sort((a, b) => b.length - a.length)
  const alone = (pattern: string, flags: string): RegExp =>
    new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, flags)
  const pattern = alone([...odd.map(anyCase), NUMBER].join('|'), 'gu')
  return (text) => {
    let count = 0
    const masked = text.replace(pattern, (found, at: number) => {
      const isNamed = LABEL.test(text.slice(Math.max(0, at - 40), at))
      if (!isNamed && DAY.test(found)) return found
      count += 1
      const number = numberOf(found)
      return isNamed ? String(number) : `ticket ${number}`
    })
    return { text: masked, count }
  }
}

function anyCase(text: string): string {
  return [...text]
    .map((sign) => (/\p{L}/u.test(sign) ? `[${sign.toLowerCase()}${sign.toUpperCase()}]` : escaped(sign)))
    .join('')
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, (sign) => (sign === '-' ? '-' : `\\${sign}`))
}
