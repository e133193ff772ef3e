import { addDays, addMonths, dayFrom, dayParts } from '../dates.ts'
import { dayOrMistake } from '../evidence/day-or-mistake.ts'
import { daysIn } from '../evidence/day-words.ts'
import { splitItems } from '../evidence/items.ts'
import type { Value } from '../interview/state.ts'
import type { ReadResult } from '../interview/world.ts'
import type { Mistake } from '../problem.ts'
import { amountWords } from './amount-words.ts'
import { wayMistake } from './way.ts'

/** One goal in the person's own words: `text` is the whole line; the rest is what was recognised in it, as written. */
interface GoalLine {
  readonly text: string
  /** The words that say how much, how many or how often. */
  readonly measure?: string
  readonly baseline?: string
  readonly target?: string
  /** Plain day. */
  readonly by?: string
  readonly mistakes: readonly Mistake[]
}

const NUMBER_WORD =
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|half|none|zero|a dozen)'
const UNIT =
  '(?:min(?:ute)?s?|hours?|h|days?|weeks?|months?|tickets?|cases?|calls?|chats?|handovers?|updates?|points?|steps?|times?)'
const AMOUNT = `(?:\\d+(?:[.,]\\d+)?\\s*%|(?:\\d+|${NUMBER_WORD})\\s+(?:of|out of|in)\\s+(?:the\\s+(?:last|next)\\s+)?(?:\\d+|${NUMBER_WORD})|\\d+(?:[.,:]\\d+)?(?:\\s*${UNIT}\\b)?|${NUMBER_WORD}(?:\\s+${UNIT})?)`

const FROM_TO = new RegExp(`\\bfrom\\s+(${AMOUNT})\\s+(?:up\\s+|down\\s+)?to\\s+(${AMOUNT})`, 'i')
const NOW =
  /\b(?:now|today|currently|baseline|so far)\b\s*(?:is|are|at)?\s*[:=]?\s*([^,;()]*\d[^,;()]*|none\b[^,;()]*|half\b[^,;()]*)/i
const GOAL =
  /\b(?:goal|target|then|aim)\b\s*(?:is)?\s*[:=]?\s*([^,;()]*\d[^,;()]*|all\b[^,;()]*|none\b[^,;()]*|every\b[^,;()]*)/i

const PERIOD =
  '(?:(?:working|calendar|business)\\s+)?(?:minutes?|hour|day|shift|week|fortnight|month|quarter|morning|evening|call|ticket|case|handover)'
const MEASURES: readonly RegExp[] = [
  FROM_TO,
  new RegExp(
    `\\b(?:at least |at most |no more than |no less than |up to |not more than )?(?:once|twice|(?:\\d+|${NUMBER_WORD})\\s+times?)\\s+(?:a|an|per|each|every|in)\\s+(?:\\w+\\s+)?${PERIOD}\\b`,
    'i',
  ),
  /\b(?:at least |at most |under |over |below |above |about |to |by )?\d+(?:[.,]\d+)?\s*(?:%|per ?cent\b)/i,
  new RegExp(
    `\\b(?:\\d+|${NUMBER_WORD})\\s+(?:of|out of)\\s+(?:the\\s+)?(?:(?:last|next)\\s+)?(?:\\d+|${NUMBER_WORD}|every\\b)(?:\\s+[\\p{L}]+)?`,
    'iu',
  ),
  new RegExp(
    `\\b(?:within|in under|in less than|under|at least|at most|no more than|fewer than|less than|more than|up to|every|for)\\s+(?:the\\s+(?:first|next)\\s+)?(?:\\d+(?:[.,]\\d+)?|${NUMBER_WORD}|an?)\\s+(?:working\\s+)?\\p{L}+`,
    'iu',
  ),
  new RegExp(
    `\\b(?:\\d+(?:[.,]\\d+)?|${NUMBER_WORD})\\s+(?:\\p{L}+\\s+)?(?:a|an|per|each|every)\\s+${PERIOD}\\b`,
    'iu',
  ),
  new RegExp(
    `\\b(?:\\d+|${NUMBER_WORD})\\s+(?:more |fewer |new |practice )?${UNIT}\\b(?! (?:from|later|ago))`,
    'i',
  ),
  /\b(?:every|each|all|no|none of the|zero|half(?: of)?)\s+(?:(?:the|my|our|new|open|waiting)\s+)*[\p{L}-]+(?:\s+(?:ticket|case|customer|call|day|week|handover)s?\b)?/iu,
  /\b(?:daily|weekly|monthly|halve|double)\b/i,
  // "Four calls" counts something; "tier 2", "sprint 22" and "the next six weeks" do not.
  /(?<!\b(?:tier|sprint|level|phase|version|next|last|line|part)\s+)\b(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty)\s+(?!(?:of|out|weeks?|months?|days?|percent)\b)[\p{L}-]+/iu,
]

/** Reads goals, one a line. Nothing is taken out of the words; dates that do not exist or have two readings are mistakes. */
export function readGoals(text: string, today: string): ReadResult {
  const read = splitItems(text).map((item) => ({ item, goal: readGoal(item.words, today) }))
  return {
    items: read.map(({ item, goal }) => ({ line: item.words, fields: fieldsOf(goal) })),
    mistakes: read.flatMap(({ item, goal }) =>
      goal.mistakes.map((mistake) => ({ line: item.line, ...mistake })),
    ),
  }
}

/** Recognises measure, baseline, target and date in one goal. `today` is a plain day. */
export function readGoal(words: string, today: string): GoalLine {
  const text = words.trim()
  const date = byWhen(text, today)
  const rest = date === undefined ? text : `${text.slice(0, date.start)}; ${text.slice(date.end)}`
  const move = FROM_TO.exec(rest)
  const baseline = move?.[1] ?? NOW.exec(rest)?.[1]
  const target = move?.[2] ?? GOAL.exec(rest)?.[1]
  const measure = measureIn(withoutDays(rest))
  return {
    text,
    ...(measure === undefined ? {} : { measure }),
    ...(baseline === undefined ? {} : { baseline: baseline.trim() }),
    ...(target === undefined ? {} : { target: target.trim() }),
    ...(date !== undefined && 'day' in date.read ? { by: date.read.day } : {}),
    mistakes: [
      ...(date !== undefined && 'mistake' in date.read ? [date.read.mistake] : []),
      ...amountMistakes(baseline?.trim(), target?.trim()),
    ],
  }
}

function amountMistakes(baseline: string | undefined, target: string | undefined): readonly Mistake[] {
  if (baseline === undefined || target === undefined) return []
  const mistake = wayMistake(baseline, target)
  return mistake === undefined ? [] : [amountWords(mistake, baseline, target)]
}

/** "1 December" counts nothing. */
function withoutDays(text: string): string {
  return daysIn(text)
    .filter((one) => /\d/.test(one.words))
    .reduceRight((left, one) => `${left.slice(0, one.start)};${left.slice(one.end)}`, text)
}

function measureIn(text: string): string | undefined {
  for (const kind of MEASURES) {
    const found = kind.exec(text)?.[0].trim()
    if (found !== undefined) return found
  }
  return undefined
}

interface ByWhen {
  readonly start: number
  readonly end: number
  readonly read: ReturnType<typeof dayOrMistake>
}

const BEFORE_DAY = /\b(?:by|until|till|before|not later than|no later than|due|latest)(?:\s+the)?[\s:]*$/i
const END_OF =
  /\b(?:by|until|till|before|at)\s+(?:the\s+)?end\s+of\s+(?:the\s+|this\s+)?(next\s+)?(month|year|quarter|week|jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*)(?:\s+((?:19|20)\d\d))?\b/i
const SPAN =
  /\b(?:with)?in\s+(?:the\s+next\s+)?(\w+)\s+(weeks?|months?)(?:'?\s+time|\s+from\s+(?:now|today))?(?=\s*(?:$|[.,;:)]))|\b(?:with)?in\s+the\s+next\s+(\w+)\s+(days?|weeks?|months?)\b/i

function byWhen(text: string, today: string): ByWhen | undefined {
  const end = END_OF.exec(text)
  if (end) {
    const day = endOf(end, today)
    if (day !== undefined) return { start: end.index, end: end.index + end[0].length, read: { day } }
  }
  const named = daysIn(text)
    .filter((one) => isDeadline(text.slice(0, one.start), one.words))
    .at(-1)
  if (named) {
    const lead = BEFORE_DAY.exec(text.slice(0, named.start))
    return {
      start: lead?.index ?? named.start,
      end: named.end,
      read: dayOrMistake(named.words, today, 'future'),
    }
  }
  const span = SPAN.exec(text)
  if (!span) return undefined
  const read = dayOrMistake(`in ${span[1] ?? span[3]} ${span[2] ?? span[4]}`, today, 'future')
  return 'mistake' in read ? undefined : { start: span.index, end: span.index + span[0].length, read }
}

/** A weekday needs its "by"; a day written out is enough unless it is where something begins. */
function isDeadline(before: string, words: string): boolean {
  if (BEFORE_DAY.test(before)) return true
  return (
    /\d/.test(words) && !/\bago$/i.test(words) && !/\b(?:from|since|after|starting|of|in)\s*$/i.test(before)
  )
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

function endOf(found: RegExpExecArray, today: string): string | undefined {
  const parts = dayParts(today)
  if (!parts) return undefined
  const [, next, unit = '', year] = found
  const jump = next === undefined ? 0 : 1
  switch (unit.toLowerCase()) {
    case 'week':
      return lastDayOfWeek(today, jump)
    case 'month':
      return lastDay(parts.year, parts.month + jump)
    case 'quarter':
      return lastDay(parts.year, Math.ceil(parts.month / 3) * 3 + jump * 3)
    case 'year':
      return lastDay(parts.year + jump, 12)
  }
  const month = MONTHS.indexOf(unit.slice(0, 3).toLowerCase()) + 1
  return lastDay(year === undefined ? parts.year + (month < parts.month ? 1 : 0) : Number(year), month)
}

function lastDayOfWeek(today: string, weeks: number): string | undefined {
  const read = dayOrMistake('Friday', today, 'future')
  return 'day' in read ? addDays(read.day, weeks * 7) : undefined
}

function lastDay(year: number, month: number): string | undefined {
  const first = dayFrom(year, 1, 1)
  return first === undefined ? undefined : addDays(addMonths(first, month), -1)
}

function fieldsOf(goal: GoalLine): Readonly<Record<string, Value>> {
  const { mistakes: _, ...fields } = goal
  return fields
}
