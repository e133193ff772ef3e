import { around, casedAs, gap, type Reading } from './name-text.ts'
import { isWordName } from './word-names.ts'
import { isShortForm } from './word-standing.ts'

/** Initials in a text: from which word to which (past the last one), whose, and whether they are that for sure. */
interface Initials {
  readonly to: number
  readonly keys: readonly string[]
  readonly meant: 'name' | 'unsure' | 'open'
}

/** Short forms that support teams write; where they are somebody's initials too, they stay and are named for a look. */
const SHORT = new Set(
  `ac ad ai aka am api bcc bi ca cc cd ceo cet cf cfo co cpu crm cs csat csm csr css csv cto db dc dd dm dns dr eg em en erp est etc eu eur faq fr ftp
  fyi ga gb gbp gdpr gmt gps hd hq hr html http id ie im ios ip isp it iso ivr kb kpi la lan mb md mfa mm mr mrs ms nb no nps oem ok os ot pa
  pc pdf pin pm po pos pr ps pst pto qa qr rfc rma ro roi rsvp sd sdk se si sim sla sme sms so sop sp sql ssd ssl sso st tb tbd tl tls tv uat ui uk
  un url us usa usb usd utc ux vat vip vm vp vpn vs wc xl xml yy`.split(/\s+/),
)
const JOINS = /^(?:\.[ \u00a0]?|\. ?-|[-\u2010\u2011])$/

/** Initials of somebody that begin at a word: "S.R.", "S. R.", "GH-L", "SR". */
export function initialsAt(reading: Reading, at: number): Initials | undefined {
  const { index, words } = reading
  const first = words[at]
  if (first === undefined || first.to - first.from > 3) return undefined
  const isLower = casedAs(reading, first) === 'lower'
  if (isLower) return dottedLower(reading, at)
  let letters = ''
  let found: Initials | undefined
  for (let step = at; step < words.length && step < at + 5; step += 1) {
    const word = words[step]
    const length = word === undefined ? 0 : word.to - word.from
    if (word === undefined || length === 0 || length > 3) break
    const cased = casedAs(reading, word)
    if (cased === 'lower' || (length > 1 && cased !== 'upper')) break
    const between = step === at ? '' : gap(reading, step)
    const isSpaced =
      between === ' ' && length === 1 && words[step - 1]?.to === (words[step - 1]?.from ?? 0) + 1
    if (step > at && !isSpaced && !JOINS.test(between)) break
    letters += word.folded
    const keys = index.initials.get(letters)
    if (keys === undefined) continue
    if (step > at) found = { to: step + 1, keys, meant: isSpaced ? 'unsure' : 'name' }
    else if (length > 1) found = { to: step + 1, keys, meant: bareMeant(reading, at) }
  }
  return found
}

/** "s.r." has both its dots, and is no "e.g.". */
function dottedLower(reading: Reading, at: number): Initials | undefined {
  const { index, words, skeleton } = reading
  let letters = ''
  for (let step = at; step < words.length && step < at + 4; step += 1) {
    const word = words[step]
    if (word === undefined || word.to - word.from !== 1 || skeleton.text[word.to] !== '.') return undefined
    if (step > at && gap(reading, step) !== '.') return undefined
    letters += word.folded
    const keys = index.initials.get(letters)
    if (keys !== undefined && step > at && !SHORT.has(letters)) return { to: step + 1, keys, meant: 'name' }
  }
  return undefined
}

function bareMeant(reading: Reading, at: number): Initials['meant'] {
  const word = reading.words[at]
  if (word === undefined) return 'open'
  const { before, after } = around(reading, word.from, word.to)
  const isOften = SHORT.has(word.folded) || (word.folded.length > 1 && isFrequent(word.folded))
  return isOften || isShortForm(before, after) || isAmongCapitals(reading, at) ? 'open' : 'unsure'
}

function isAmongCapitals(reading: Reading, at: number): boolean {
  return [reading.words[at - 1], reading.words[at + 1]].some(
    (one) =>
      one !== undefined &&
      one.to - one.from > 2 &&
      !SHORT.has(one.folded) &&
      casedAs(reading, one) === 'upper',
  )
}

/** Words of two letters are words in a text that is all in capitals, and nowhere else. */
function isFrequent(word: string): boolean {
  return word.length > 2
    ? isWordName(word)
    : /^(?:am|an|as|at|be|by|do|go|he|if|in|is|it|me|my|no|of|on|or|so|to|up|us|we)$/.test(word)
}
