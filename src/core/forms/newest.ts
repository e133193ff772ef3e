import { isDay } from '../dates.ts'
import type { Mail } from './mails.ts'
import type { Written } from './said.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Which mail to read: the newest that holds answers, else the newest that holds words; and how many hold answers. */
export function pickMail(
  mails: readonly Mail[],
  written: readonly Written[],
): { readonly mail: number | undefined; readonly copies: number } {
  const all = mails.map(({ depth, head }, mail) => ({ mail, depth, day: dayIn(head) }))
  const filled = all.filter(({ mail }) => written[mail]?.isFilled === true)
  const worded = all.filter(
    ({ mail }) => written[mail]?.said.some(({ text }) => /\p{L}/u.test(text)) === true,
  )
  const wanted = filled.length > 0 ? filled : worded
  const [first] = [...wanted].sort((a, b) => a.depth - b.depth || later(a.day, b.day) || a.mail - b.mail)
  return { mail: first?.mail, copies: filled.length }
}

/** Days decide only where both mails tell theirs: the one without a header is the one that came. */
function later(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined || a === b) return 0
  return a < b ? 1 : -1
}

/** The plain day that a header names, in one of the forms mail programs use; undefined for any other. */
function dayIn(head: string): string | undefined {
  const iso = /\b(\d{4}-\d\d-\d\d)\b/.exec(head)?.[1]
  if (iso !== undefined) return isDay(iso) ? iso : undefined
  const [, day, month, year] = /\b(\d{1,2})\.? (\p{L}{3})\p{L}*\.?,? (\d{4})\b/u.exec(head) ?? []
  if (day !== undefined) return plainDay(year, month, day)
  const [, name, date, of] = /\b(\p{L}{3})\p{L}*\.? (\d{1,2}), (\d{4})\b/u.exec(head) ?? []
  return date === undefined ? undefined : plainDay(of, name, date)
}

function plainDay(year = '', month = '', day = ''): string | undefined {
  const number = MONTHS.indexOf(month.toLowerCase()) + 1
  const plain = `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`
  return number > 0 && isDay(plain) ? plain : undefined
}
