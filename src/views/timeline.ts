import { formatDayShort, isDay, monthName } from '../core/dates.ts'
import { shortId } from '../core/notebook/ids.ts'
import type { Listed } from '../core/notebook/listing.ts'
import { byMonth } from '../core/notebook/timeline.ts'
import { cleanLine } from '../core/text/clean.ts'
import { fold } from '../core/text/fold.ts'
import { kindWord } from './notes.ts'
import { tableRows, wrapped } from './table.ts'
import type { Theme } from './theme.ts'

/** A timeline with its months as headings. `areas` are the names of areas by id. */
export function timelineText(
  name: string,
  rows: readonly Listed[],
  areas: ReadonlyMap<string, string>,
  theme: Theme,
  width: number,
): string {
  const lines = tableRows(
    rows.map((row) => [shortId(row.id), dayWords(row), kindWord(row), titleOf(row, areas)]),
    width,
  )
  let at = 0
  const blocks = byMonth(rows).map(({ month, rows: own }) => {
    const from = at
    at += own.length
    return [theme.accent(monthWords(month)), ...lines.slice(from, at)].join('\n')
  })
  return `${[theme.strong(wrapped(cleanLine(name), width)), ...blocks].join('\n\n')}\n`
}

/** "October 2026" for `2026-10`. */
export function monthWords(month: string): string {
  const name = monthName(Number(month.slice(5)))
  return name === undefined ? 'Without a day' : `${name} ${month.slice(0, 4)}`
}

/** What stands on stderr for a timeline with nothing in it. */
export function emptyTimeline(name: string, filtered: boolean): string {
  return filtered ? 'Nothing matches.\n' : `Nothing is noted about ${cleanLine(name)} yet.\n`
}

function dayWords({ date, undated }: Listed): string {
  if (undated === true) return 'no day'
  return isDay(date) ? formatDayShort(date) : date
}

function titleOf(row: Listed, areas: ReadonlyMap<string, string>): string {
  const area = typeof row.area === 'string' ? (areas.get(row.area) ?? row.area) : undefined
  // What was read in from an export says its area, or the criterion it was found by, in front already.
  const front = /^(?:.*? · |[^:]*: )/.exec(row.title)?.[0] ?? ''
  const isSaid = area !== undefined && fold(front).includes(fold(area))
  return area === undefined || isSaid ? row.title : `${row.title} (${area})`
}
