import { formatDayShort } from '../core/dates.ts'
import type { GoalStory } from '../core/goals/story.ts'
import { cleanLine } from '../core/text/clean.ts'
import { cells } from '../core/text/width.ts'
import { wayWords } from './goal-list.ts'
import { clip } from './layout.ts'
import { wrapped } from './table.ts'
import type { Theme } from './theme.ts'

const LONGEST_BAR = 30
/** A bar shorter than this says too little; then it goes below its words. */
const SHORTEST_BAR = 12
const LONGEST_VALUE = 20
/** Room for "100 %" and the gap before it. */
const SHARE = 7
const MOST = 12

interface Stand {
  readonly day: string
  readonly value: string
  readonly way: number
}

/**
 * The way from baseline to target as bars, one for each time it was looked at, each with its share in figures; so it reads
 * without colour. Empty where nothing was measured yet, or where amounts are in words alone.
 */
export function wayLines({ row, steps }: GoalStory, theme: Theme, width: number): readonly string[] {
  const looked = steps.flatMap(({ on, value, way }): readonly Stand[] =>
    value === undefined || way === undefined ? [] : [{ day: formatDayShort(on).slice(4), value, way }],
  )
  if (looked.length === 0 || row.baseline === undefined || row.target === undefined) return []
  const shown = looked.slice(-MOST)
  const stands: readonly Stand[] = [
    { day: 'first', value: row.baseline, way: 0 },
    ...shown,
    { day: 'goal', value: row.target, way: 1 },
  ]
  const more = looked.length - shown.length
  return [
    theme.accent('The way'),
    ...(more === 0 ? [] : [theme.dim(`  and ${more} before these`)]),
    ...barsOf(stands, theme, width),
  ]
}

function barsOf(stands: readonly Stand[], theme: Theme, width: number): readonly string[] {
  const values = stands.map(({ value }) => clip(cleanLine(value), LONGEST_VALUE, theme.sign.more))
  const days = Math.max(...stands.map(({ day }) => cells(day)))
  const widest = Math.max(...values.map(cells))
  const beside = Math.min(LONGEST_BAR, width - 2 - days - 2 - widest - 2 - SHARE)
  const isNarrow = beside < SHORTEST_BAR
  const length = isNarrow ? Math.max(4, Math.min(LONGEST_BAR, width - 4 - SHARE)) : beside
  return stands.flatMap(({ day, way }, at) => {
    const value = values[at] ?? ''
    const lead = `  ${day.padEnd(days)}  ${value}${' '.repeat(Math.max(0, widest - cells(value)))}`
    const bar = `${barOf(way, length, theme)}  ${shareOf(way)}`
    const below = way < 0 ? [wrapped(wayWords(way), width, '    ')] : []
    return isNarrow ? [lead.trimEnd(), `    ${bar}`, ...below] : [`${lead}  ${bar}`, ...below]
  })
}

/** One that has begun shows at least one sign, and only one that has arrived is full. */
function barOf(way: number, length: number, theme: Theme): string {
  const share = Math.min(1, Math.max(0, way))
  const signs =
    share === 0 ? 0 : share === 1 ? length : Math.min(length - 1, Math.max(1, Math.round(share * length)))
  return theme.accent(theme.sign.bar.repeat(signs)) + theme.dim(theme.sign.rest.repeat(length - signs))
}

function shareOf(way: number): string {
  return `${Math.round(way * 100)} %`.padStart(5)
}
