import { clean } from '../core/text/clean.ts'
import { cut, textRows } from '../core/text/rows.ts'
import { cells } from '../core/text/width.ts'
import { wrap } from '../core/text/wrap.ts'

/** Lines of text are easier to read when they are not as wide as a wide screen. */
export const WIDEST = 90

/** The width in which text is set: the screen's, but no wider than lines are easy to read; endless where nothing is wrapped. */
export function readable(width: number): number {
  return Number.isFinite(width) ? Math.min(width, WIDEST) : width
}

/** Breaks ready text (colours included) at a width in cells; what wraps stands under the text of its line. */
export function wrapReady(text: string, width: number): readonly string[] {
  return text.split('\n').flatMap((line) => wrapReadyLine(line, width))
}

function wrapReadyLine(line: string, width: number): readonly string[] {
  const parts = line.split(COLOUR)
  const plain = parts.filter((_part, index) => index % 2 === 0).join('')
  const indent = /^ */.exec(plain)?.[0].length ?? 0
  const hang = indent + (/^ *[✓*] /.test(plain) ? 2 : 0)
  const rows = textRows(plain.slice(indent), Math.max(4, Math.min(width, WIDEST) - hang))
  const starts = startsOf(parts)
  let from = 0
  let open = ''
  let first = 0
  return rows.map((row, index) => {
    const end = indent + row.start + plain.slice(indent + row.start, indent + row.end).trimEnd().length
    const start = index === 0 ? indent : indent + row.start
    const stretch = coloured({ parts, starts, first }, start, end, from, open)
    from = end
    open = stretch.open
    first = stretch.first
    return ' '.repeat(index === 0 ? indent : hang) + stretch.text
  })
}

/** Colours as the theme sets and ends them. */
const COLOUR = /(\u001b\[[0-9;]*m)/

/** Words and colours in turns, where in the plain text each begins, and the first of them that the next row can need. */
interface Parts {
  readonly parts: readonly string[]
  readonly starts: readonly number[]
  readonly first: number
}

function startsOf(parts: readonly string[]): readonly number[] {
  let at = 0
  return parts.map((part, index) => {
    const start = at
    if (index % 2 === 0) at += part.length
    return start
  })
}

/**
 * The plain characters from `start` to `end` with their colours. `open` is what was still coloured at `from`; colours are ended with the
 * line and taken up again on the next. Rows are asked for in their order, each looking at its own parts only.
 */
function coloured(
  { parts, starts, first }: Parts,
  start: number,
  end: number,
  from: number,
  open: string,
): { readonly text: string; readonly open: string; readonly first: number } {
  let text = open
  let still = open
  let next: number | undefined
  for (let index = first; index < parts.length; index += 1) {
    const [part = '', at = 0] = [parts[index], starts[index]]
    if (at > end) break
    if (index % 2 === 0) text += part.slice(Math.max(0, start - at), Math.max(0, end - at))
    else if (at >= from && (at < end || isEnd(part))) {
      text += part
      still = isEnd(part) ? '' : still + part
    }
    if (next === undefined && (starts[index + 1] ?? Number.POSITIVE_INFINITY) >= end) next = index
  }
  return { text: still === '' ? text : `${text}\u001b[0m`, open: still, first: next ?? first }
}

function isEnd(colour: string): boolean {
  return /\[(0|22|39)?m$/.test(colour)
}

/** A plain text as lines of at most `width` cells in all, each behind the same margin, coloured line by line. */
export function block(
  text: string,
  width: number,
  indent: number,
  colour: (line: string) => string = (line) => line,
): readonly string[] {
  return wrap(text, width - indent).map((line) => (line === '' ? '' : ' '.repeat(indent) + colour(line)))
}

/** A plain text behind a lead of its own width: the lead on the first line, blanks on the others. */
export function hanging(
  lead: string,
  text: string,
  width: number,
  colour: (line: string) => string = (line) => line,
): readonly string[] {
  const blank = ' '.repeat(visible(lead))
  return wrap(text, width - blank.length).map((line, index) =>
    `${index === 0 ? lead : blank}${line === '' ? '' : colour(line)}`.trimEnd(),
  )
}

/** Puts one text at the left end and one at the right end of a line; on two lines where they do not fit on one. */
export function ends(left: string, right: string, width: number): readonly (readonly [string, string])[] {
  const gap = width - cells(left) - cells(right)
  if (right === '') return wrap(left, width).map((line) => [line, ''] as const)
  if (gap >= 2) return [[left + ' '.repeat(gap), right]]
  return [
    ...wrap(left, width).map((line) => [line, ''] as const),
    ...wrap(right, width).map((line) => ['', line] as const),
  ]
}

/** Short pieces beside each other, on as many lines as they need; a piece is broken only when it is wider than a line. */
export function pieces(texts: readonly string[], width: number, gap = 3): readonly string[] {
  const lines: string[] = []
  for (const text of texts.flatMap((one) => wrap(one, width))) {
    const last = lines.at(-1)
    const joined = last === undefined ? text : last + ' '.repeat(gap) + text
    if (last !== undefined && cells(joined) <= width) lines[lines.length - 1] = joined
    else lines.push(text)
  }
  return lines
}

/** Two columns of ready lines beside each other; the left ones are filled up to `width` cells. */
export function beside(left: readonly string[], right: readonly string[], width: number): readonly string[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_none, index) => {
    const one = left[index] ?? ''
    const other = right[index] ?? ''
    return other === '' ? one : one + ' '.repeat(Math.max(1, width - visible(one))) + other
  })
}

/** Cells of a ready text, its colours not counted. */
export function visible(ready: string): number {
  return cells(ready.replace(/\u001b\[[0-9;]*m/g, ''))
}

/** One line of a table cell: safe, without line breaks, cut with a sign where it is too long. */
export function clip(text: string, width: number, more: string): string {
  const line = clean(text).replace(/\s+/g, ' ')
  return cells(line) <= width ? line : cut(line, width - more.length).trimEnd() + more
}
