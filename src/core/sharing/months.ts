import { dayParts, monthName } from '../dates.ts'

const FULL = 'January|February|March|April|May|June|July|August|September|October|November|December'
const SHORT = 'Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec'
const MONTH = `(?:${FULL}|(?:${SHORT})\\b\\.?)`
const DAY = String.raw`(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?`
const WEEKDAY = '(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\\.?,? '
/** What is still to come by a day is told with its day: a plan without it is none. */
const PLANNED = `(?<!\\b(?:[Bb]y|[Uu]ntil|[Tt]ill|[Dd]ue|[Bb]efore|[Mm]oved to)(?: the)? (?:${WEEKDAY})?(?:${DAY} ?(?:,|and|or|to|–|-) ?(?:the )?)*)`
const BEHIND = new RegExp(`\\b([Ww]ritten|[Pp]repared|[Hh]eld) (?=${DAY} ${MONTH})`, 'gu')
const WRITTEN = new RegExp(
  `${PLANNED}(?<![\\p{L}\\p{N}])(on (?:the )?|On (?:the )?)?(?:${WEEKDAY})?(?:the )?${DAY}(?: ?(?:,|and|or|to|–|-) ?${DAY})*(?: of)? (${MONTH})(?![\\p{L}])`,
  'gu',
)
const AMERICAN = new RegExp(
  `(?<![\\p{L}])(on |On )(?:${WEEKDAY})?(${MONTH}) ${DAY}(?:(, )(?=\\d{4})|(?![\\p{N}.:%]))`,
  'gu',
)
const ISO = /(?<![\p{L}\p{N}-])(on |On )?(\d{4}-\d\d-\d\d)(?![\p{L}\p{N}-])/gu
const DOTTED = /(?<![\p{L}\p{N}.])(?:0?[1-9]|[12]\d|3[01])\.\s?(0?[1-9]|1[0-2])\.\s?(\d{4})(?![\p{N}])/gu

/** A text in which what happened has its month and no day: with a roster in hand, a day says who it was. */
export function monthsOnly(text: string): string {
  return text
    .replace(BEHIND, '$1 on ')
    .replace(ISO, (found, on: string | undefined, day: string) => {
      const parts = dayParts(day)
      return parts === undefined ? found : `${into(on)}${monthName(parts.month)} ${parts.year}`
    })
    .replace(DOTTED, (_found, month: string, year: string) => `${monthName(Number(month)) ?? ''} ${year}`)
    .replace(WRITTEN, (_found, on: string | undefined, month: string) => `${into(on)}${month}`)
    .replace(
      AMERICAN,
      (_found, on: string, month: string, year = '') => `${into(on)}${month}${year === '' ? '' : ' '}`,
    )
}

/** `2026-10` of a plain day; whatever else stays. */
export function monthOf(day: string): string {
  return dayParts(day) === undefined ? day : day.slice(0, 7)
}

function into(on: string | undefined): string {
  return on === undefined ? '' : on.startsWith('O') ? 'In ' : 'in '
}
