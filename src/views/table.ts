import type { Terminal } from '../core/ports/terminal.ts'
import { clean, cleanLine } from '../core/text/clean.ts'
import { cells } from '../core/text/width.ts'
import { wrap } from '../core/text/wrap.ts'

const GAP = '  '

/** The width to write for: the terminal's, and no limit where the text goes into a file or a pipe. */
export function roomOf(terminal: Terminal): number {
  return terminal.onScreen ? Math.max(terminal.columns, 20) : Number.POSITIVE_INFINITY
}

/** The last column is broken rather than the row, as long as it has so much room. */
const LAST_COLUMN = 24

/**
 * Rows as aligned columns, the last one broken where it is long. Where that leaves too little room, every row becomes a
 * short block instead, so that nothing is cut. Ends with a line break unless there are no rows.
 */
export function table(rows: readonly (readonly string[])[], width: number): string {
  return tableRows(rows, width)
    .map((line) => `${line}\n`)
    .join('')
}

/** The rows of a table one by one, without a line break at their ends. */
export function tableRows(rows: readonly (readonly string[])[], width: number): readonly string[] {
  const safe = rows.map((row) => row.map(cleanLine))
  const widths = columnWidths(safe)
  const before = widths.slice(0, -1).reduce((sum, wide) => sum + wide + GAP.length, 0)
  const room = Math.min(widths.at(-1) ?? 0, LAST_COLUMN)
  return safe.map((row) => (before + room <= width ? aligned(row, widths, width) : stacked(row, width)))
}

/** Text broken to the width; lines after the first are indented by `hang`. Line breaks in it stay. */
export function wrapped(text: string, width: number, indent = '', hang = indent): string {
  return clean(text)
    .split('\n')
    .map((line, at) => wrappedLine(line, width, at === 0 ? indent : hang, hang))
    .join('\n')
}

function wrappedLine(line: string, width: number, indent: string, hang: string): string {
  if (line === '') return ''
  if (cells(indent) + cells(line) <= width) return `${indent}${line.trimEnd()}`
  const room = Math.max(8, width - Math.max(cells(indent), cells(hang)))
  return wrap(line, room)
    .map((part, at) => `${at === 0 ? indent : hang}${part}`)
    .join('\n')
}

function columnWidths(rows: readonly (readonly string[])[]): readonly number[] {
  const count = Math.max(0, ...rows.map((row) => row.length))
  return Array.from({ length: count }, (_, at) => Math.max(...rows.map((row) => cells(row[at] ?? ''))))
}

function aligned(row: readonly string[], widths: readonly number[], width: number): string {
  const head = widths.slice(0, -1).map((wide, at) => {
    const cell = row[at] ?? ''
    return `${cell}${' '.repeat(wide - cells(cell))}${GAP}`
  })
  const lead = head.join('')
  return (
    wrapped(row[widths.length - 1] ?? '', width, lead, ' '.repeat(cells(lead))).trimEnd() || lead.trimEnd()
  )
}

/** Cells stay on the first line as long as they fit; the rest is wrapped below, one cell a line. */
function stacked(row: readonly string[], width: number): string {
  const filled = row.filter((cell) => cell !== '')
  const fits = filled.findIndex((_, at) => cells(filled.slice(0, at + 1).join(GAP)) > width)
  const count = fits === -1 ? filled.length : Math.max(1, fits)
  const head = wrapped(filled.slice(0, count).join(GAP), width, '', GAP)
  return [head, ...filled.slice(count).map((cell) => wrapped(cell, width, GAP))].join('\n')
}
