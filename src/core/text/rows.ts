import { clean } from './clean.ts'
import { clusterCells, graphemes } from './width.ts'

/** One visual row of a wrapped text: which UTF-16 units of the text it shows (a line break is in no row), and how. */
interface Row {
  readonly start: number
  readonly end: number
  readonly shown: string
}

/** Wraps a text at spaces where there are some, so that no row takes more than `width` cells. There is at least one row. */
export function textRows(text: string, width: number): readonly Row[] {
  const rows: Row[] = []
  let at = 0
  for (const line of text.split('\n')) {
    for (const row of lineRows(line, Math.max(2, width))) {
      rows.push({ start: at + row.start, end: at + row.end, shown: row.shown })
    }
    at += line.length + 1
  }
  return rows
}

/** Which of the rows holds this place; at a wrap it is the later one. */
export function rowAt(rows: readonly Row[], place: number): number {
  return Math.max(
    0,
    rows.findLastIndex((row) => row.start <= place),
  )
}

/** What a stretch of one line looks like on a terminal: tabs as two spaces, unsafe characters as U+FFFD. */
export function shown(stretch: string): string {
  return clean(stretch).replaceAll('\t', '  ').replaceAll('\n', ' ')
}

/** Cuts a ready text to a width in cells, whole characters only. */
export function cut(text: string, width: number): string {
  let taken = 0
  for (const { at, text: one } of graphemes(text)) {
    taken += clusterCells(one)
    if (taken > width) return text.slice(0, at)
  }
  return text
}

function lineRows(line: string, width: number): readonly Row[] {
  const rows: Row[] = []
  let start = 0
  let used = 0
  let gap = 0
  let usedAtGap = 0
  const close = (end: number): void => {
    rows.push({ start, end, shown: cut(shown(line.slice(start, end)), width) })
    start = end
  }
  for (const { at, text } of graphemes(line)) {
    const size = clusterCells(shown(text))
    const space = text === ' ' || text === '\t'
    if (used + size > width && !space) {
      const atGap = gap > start
      close(atGap ? gap : at)
      used = atGap ? used - usedAtGap : 0
      // What moved to the next row may fill it, and a wide character needs more than one cell.
      if (used > 0 && used + size > width) {
        close(at)
        used = 0
      }
    }
    used += size
    if (space) {
      gap = at + text.length
      usedAtGap = used
    }
  }
  close(line.length)
  return rows
}
