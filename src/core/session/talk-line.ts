import { dayOrMistake } from '../evidence/day-or-mistake.ts'
import { daysIn } from '../evidence/day-words.ts'
import { splitItems } from '../evidence/items.ts'
import type { ReadResult } from '../interview/world.ts'
import type { Mistake } from '../problem.ts'

/** When, where and how long, read from one line. */
interface TalkLine {
  /** Plain day. */
  readonly date?: string
  /** `HH:MM`. */
  readonly time?: string
  readonly minutes?: number
  /** Every word that was not read as something else. */
  readonly place?: string
  readonly mistakes: readonly Mistake[]
}

interface Cut {
  readonly rest: string
  readonly words: string
  readonly groups: readonly (string | undefined)[]
}

const HOURS: Readonly<Record<string, number>> = { an: 1, a: 1, one: 1, two: 2, three: 3 }
const HALF_PAST = '(?:an|one|1)\\s+hours?\\s+and\\s+a\\s+half|(?:one|1)\\s+and\\s+a\\s+half\\s+hours?'
const LENGTH: readonly (readonly [RegExp, (groups: Cut['groups']) => number])[] = [
  [new RegExp(`\\b(?:for\\s+)?(?:${HALF_PAST})\\b`, 'i'), () => 90],
  [/\b(?:for\s+)?three\s+quarters\s+of\s+an\s+hour\b/i, () => 45],
  [/\b(?:for\s+)?(?:a\s+)?quarter\s+of\s+an\s+hour\b/i, () => 15],
  [/\b(?:for\s+)?half\s+an?\s+hour\b/i, () => 30],
  [
    /\b(?:for\s+)?(\d{1,2})\s*h(?:ours?|rs?)?\s*(\d{1,2})\s*m(?:in(?:ute)?s?)?\b/i,
    ([h, m]) => Number(h) * 60 + Number(m),
  ],
  [/\b(?:for\s+)?(\d{1,3})\s*(?:-\s*)?(?:minutes?|mins?|m)\b\.?/i, ([m]) => Number(m)],
  [
    /\b(?:for\s+)?(\d{1,2}(?:[.,]\d)?)\s*(?:hours?|hrs?|h)\b\.?/i,
    ([h]) => Math.round(Number(h?.replace(',', '.')) * 60),
  ],
  [/\b(?:for\s+)?(an|a|one|two|three)\s+hours?\b/i, ([h]) => (HOURS[h?.toLowerCase() ?? ''] ?? 1) * 60],
]

const CLOCK =
  '(?:([01]?\\d|2[0-3])[:.h]([0-5]\\d)(?:\\s*([ap])\\.?m\\b\\.?)?|(1[0-2]|0?[1-9])\\s*([ap])\\.?m\\b\\.?)'
const RANGE = new RegExp(
  `(?<![\\w:.])(?:from\\s+|at\\s+)?${CLOCK}\\s*(?:-|–|to|until|till)\\s*${CLOCK}(?!\\d)`,
  'i',
)
const TIME = new RegExp(`(?<![\\w:.])(?:at\\s+|from\\s+)?${CLOCK}(?![:\\d])`, 'i')
const NOON = /\b(?:at\s+)?noon\b/i
const BARE_HOUR = /\bat\s+([01]?\d|2[0-3])(?:\s*o'?clock)?(?=\s*(?:$|[,;]))/i

/** Reads one talk from one line; its lines together are one item. */
export function readTalks(text: string, today: string): ReadResult {
  const items = splitItems(text)
  const [first] = items
  if (!first) return { items: [], mistakes: [] }
  const line = items.map((item) => item.words).join(', ')
  const { mistakes, ...fields } = readTalk(line, today)
  return {
    items: [{ line, fields }],
    mistakes: mistakes.map((mistake) => ({ line: first.line, ...mistake })),
  }
}

/** Reads "Tue 24 Nov 14:00, room 2, 30 min" in any order. Only words that say day, time or length are taken out. */
export function readTalk(line: string, today: string): TalkLine {
  const clock = takeClock(takeLength(line))
  const day = takeDay(clock.rest, today)
  const place = tidy(day.rest)
  const length = clock.minutes
  const mistakes = [...(day.mistake === undefined ? [] : [day.mistake]), ...tooLong(length)]
  return {
    ...(day.day === undefined ? {} : { date: day.day }),
    ...(clock.time === undefined ? {} : { time: clock.time }),
    ...(length === undefined || tooLong(length).length > 0 ? {} : { minutes: length }),
    ...(place === '' ? {} : { place }),
    mistakes,
  }
}

interface Taken {
  readonly rest: string
  readonly minutes?: number
  readonly time?: string
}

function takeLength(line: string): Taken {
  for (const [pattern, minutes] of LENGTH) {
    const cut = takeOut(line, pattern)
    if (cut) return { rest: cut.rest, minutes: minutes(cut.groups) }
  }
  return { rest: line }
}

function takeClock(taken: Taken): Taken {
  const range = takeOut(taken.rest, RANGE)
  if (range) {
    const [from, to] = [minuteOf(range.groups.slice(0, 5)), minuteOf(range.groups.slice(5))]
    const minutes = to > from ? to - from : undefined
    return { ...taken, rest: range.rest, time: shown(from), ...(minutes === undefined ? {} : { minutes }) }
  }
  const time = takeOut(taken.rest, TIME)
  if (time) return { ...taken, rest: time.rest, time: shown(minuteOf(time.groups)) }
  const noon = takeOut(taken.rest, NOON)
  if (noon) return { ...taken, rest: noon.rest, time: '12:00' }
  const hour = takeOut(taken.rest, BARE_HOUR)
  return hour ? { ...taken, rest: hour.rest, time: shown(Number(hour.groups[0]) * 60) } : taken
}

function minuteOf([hour, minute, half, short, shortHalf]: readonly (string | undefined)[]): number {
  const said = half ?? shortHalf
  const number = Number(hour ?? short)
  const full = said === undefined ? number : (number % 12) + (said.toLowerCase() === 'p' ? 12 : 0)
  return full * 60 + Number(minute ?? 0)
}

function shown(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

function takeDay(
  text: string,
  today: string,
): { readonly rest: string; readonly day?: string; readonly mistake?: Mistake } {
  const all = daysIn(text)
  const found = all.find((one) => /\d/.test(one.words)) ?? all[0]
  if (!found) return { rest: text }
  const read = dayOrMistake(found.words, today, 'future')
  const rest = `${text.slice(0, found.start).replace(/\bon\s+$/i, '')}\n${text.slice(found.end)}`
  return 'day' in read ? { rest, day: read.day } : { rest, mistake: read.mistake }
}

function takeOut(text: string, pattern: RegExp): Cut | undefined {
  const found = pattern.exec(text)
  if (!found) return undefined
  const rest = `${text.slice(0, found.index)}\n${text.slice(found.index + found[0].length)}`
  return { rest, words: found[0], groups: found.slice(1) }
}

/** What is left, without the separators that stood around what was taken out. */
function tidy(rest: string): string {
  return rest
    .split(/\n|[,;·|]/)
    .map((piece) => piece.replace(/^[\s\-–—@:(]*(?:(?:in|at)\s+)?/i, '').replace(/[\s\-–—@:]+$/, ''))
    .map((piece) => (piece.includes('(') ? piece : piece.replace(/\)+\.?$/, '').replace(/\.$/, '')))
    .filter((piece) => piece !== '' && !/^(?:and|on|for|in|at|from|\.)$/i.test(piece))
    .join(', ')
}

function tooLong(minutes: number | undefined): readonly Mistake[] {
  if (minutes === undefined || (minutes >= 5 && minutes <= 480)) return []
  return [{ message: `${minutes} minutes is no length for a talk.`, mend: 'Give between 5 and 480 minutes.' }]
}
