import type { Frame, Size } from '../core/asking/look.ts'
import { type ListRow, listRows, modeOf, ownAllowed, type Screen, takesText } from '../core/asking/rows.ts'
import type { AskState } from '../core/asking/state.ts'
import { rowAt, shown, textRows } from '../core/text/rows.ts'
import { cells } from '../core/text/width.ts'
import { beside, block, clip, hanging, visible } from './layout.ts'
import type { Theme } from './theme.ts'

/** Words that were noted may be long; so many lines of them tell one from the other, and all are searched. */
const TALLEST_LABEL = 3

/** Some lines of the list that stay together: one thing to choose, with the heading above it. */
interface Block {
  readonly lines: readonly string[]
  /** Which of the lines carries the mark. */
  readonly marked: number
}

/** The list of a choice as lines for the room there is, and where the cursor stands. `columns` is the usable width. */
export function listLines(theme: Theme, screen: Screen, state: AskState, size: Size): Frame {
  const rows = listRows(screen, state)
  const pointer = Math.min(state.pointer, Math.max(0, rows.length - 1))
  const entry = entryLines(theme, screen, state, size.columns)
  const room = Math.max(1, size.rows - entry.lines.length)
  const columns = inColumns(theme, screen, rows, pointer, size.columns)
  const list =
    columns !== undefined && columns.lines.length <= room
      ? columns
      : windowed(
          theme,
          rows.length,
          blocks(theme, screen, rows, pointer, size.columns),
          Math.max(0, pointer),
          room,
        )
  return {
    lines: [...list.lines, ...entry.lines],
    cursor:
      entry.cursor === undefined
        ? (list.cursor ?? { row: 0, before: '' })
        : { row: list.lines.length + entry.cursor.row, before: entry.cursor.before },
  }
}

/** The line in which a search, a word or an answer of one's own is typed; there whenever typing does something. */
function entryLines(theme: Theme, screen: Screen, state: AskState, width: number): Frame {
  const { text, cursor } = state.field
  if (text === '' && !takesText(screen)) return { lines: [] }
  const name = ownAllowed(screen) ? 'search, or your own: ' : takesText(screen) ? 'search: ' : ''
  const blank = ' '.repeat(name.length + 2)
  const rows = textRows(text, width - blank.length)
  const lead = (index: number): string => (index === 0 ? `  ${theme.dim(name)}` : blank)
  const at = rowAt(rows, cursor)
  return {
    lines: ['', ...rows.map((row, index) => lead(index) + row.shown)],
    ...(text === ''
      ? {}
      : { cursor: { row: at + 1, before: lead(at) + shown(text.slice(rows[at]?.start ?? 0, cursor)) } }),
  }
}

/** The block of each row by its index, made when it is first looked at: of a long list only what is seen is drawn. */
function blocks(
  theme: Theme,
  screen: Screen,
  rows: readonly ListRow[],
  pointer: number,
  width: number,
): (index: number) => Block {
  const made = new Map<number, Block>()
  return (index) => {
    const known = made.get(index) ?? blockOf(theme, screen, rows, index, index === pointer, width)
    made.set(index, known)
    return known
  }
}

function blockOf(
  theme: Theme,
  screen: Screen,
  rows: readonly ListRow[],
  index: number,
  here: boolean,
  width: number,
): Block {
  const row = rows[index]
  if (row === undefined) return { lines: [], marked: 0 }
  const group = groupOf(row)
  const heading =
    group !== undefined && groupOf(rows[index - 1]) !== group
      ? [...(index === 0 ? [] : ['']), ...block(theme.signs(group), width, 2, theme.accent)]
      : []
  const lines = rowLines(theme, screen, row, here, rows.length, width)
  return { lines: [...heading, ...lines], marked: heading.length }
}

function rowLines(
  theme: Theme,
  screen: Screen,
  row: ListRow,
  here: boolean,
  count: number,
  width: number,
): readonly string[] {
  const digits = String(count).length
  const mark = here ? theme.accent(theme.sign.pointer) : ' '
  const number = theme.dim(row.row === 'option' ? String(row.number).padStart(digits) : ' '.repeat(digits))
  const box = modeOf(screen) === 'many' ? (row.row === 'option' && row.marked ? ' [x]' : ' [ ]') : ' '
  const lead = `  ${mark} ${number}${box} `
  const paint = here ? theme.strong : (line: string) => line
  if (row.row === 'finish') return hanging(lead, 'That is all', width, paint)
  if (row.row === 'own') return hanging(lead, `"${row.text}" (in your own words)`, width, paint)
  const whole = theme.signs(row.option.label)
  const isNarrowed = 'input' in screen && screen.narrows === true
  const words = isNarrowed ? clip(whole, TALLEST_LABEL * (width - visible(lead)), theme.sign.more) : whole
  const label = hanging(lead, words, width, paint)
  return row.option.note === undefined
    ? label
    : withNote(theme, label, lead, theme.signs(row.option.note), width)
}

function withNote(
  theme: Theme,
  label: readonly string[],
  lead: string,
  note: string,
  width: number,
): readonly string[] {
  const last = label.at(-1) ?? ''
  if (visible(last) + 3 + cells(note) <= width)
    return [...label.slice(0, -1), `${last}   ${theme.dim(shown(note))}`]
  return [...label, ...hanging(' '.repeat(visible(lead)), note, width, theme.dim)]
}

/** Two groups beside each other and what belongs to neither below, when every line of both columns fits. */
function inColumns(
  theme: Theme,
  screen: Screen,
  rows: readonly ListRow[],
  pointer: number,
  width: number,
): Frame | undefined {
  const [left, right, third] = [...new Set(rows.flatMap((row) => groupOf(row) ?? []))]
  if ('input' in screen && screen.narrows === true) return undefined
  if (width < 70 || left === undefined || right === undefined || third !== undefined) return undefined
  const drawn = rows.map((row, index) => rowLines(theme, screen, row, index === pointer, rows.length, width))
  const of = (group: string | undefined): readonly string[] =>
    drawn.filter((_lines, index) => groupOf(rows[index]) === group).flat()
  const column = (group: string): readonly string[] => [
    ...block(theme.signs(group), width, 2, theme.accent),
    ...of(group),
  ]
  const widest = (group: string): number => Math.max(...column(group).map(visible))
  const half = widest(left) + 4
  const wraps = drawn.some((lines, index) => lines.length !== 1 && groupOf(rows[index]) !== undefined)
  if (wraps || half + widest(right) > width) return undefined
  const paired = beside(column(left), column(right), half)
  const rest = of(undefined)
  const lines = [...paired, ...(rest.length === 0 ? [] : ['', ...rest])]
  const group = groupOf(rows[pointer])
  const inGroup = drawn
    .slice(0, pointer)
    .filter((_lines, index) => groupOf(rows[index]) === group)
    .flat().length
  const row = group === undefined ? paired.length + 1 + inGroup : inGroup + 1
  const lead = group === right ? beside([column(left)[row] ?? ''], ['  '], half).join('') : '  '
  return { lines, cursor: { row, before: lead } }
}

function groupOf(row: ListRow | undefined): string | undefined {
  return row?.row === 'option' ? row.option.group : undefined
}

/** As many blocks around the pointer as there is room for, and how many more there are. */
function windowed(
  theme: Theme,
  total: number,
  at: (index: number) => Block,
  pointer: number,
  room: number,
): Frame {
  const tall = (index: number): number => at(index).lines.length
  let from = pointer
  let to = Math.min(total, pointer + 1)
  let height = to > from ? tall(pointer) : 0
  const spare = fits(total, tall, room) ? 0 : 2
  for (let grown = true; grown; ) {
    grown = false
    if (to < total && height + tall(to) <= room - spare) {
      height += tall(to)
      to += 1
      grown = true
    }
    if (from > 0 && height + tall(from - 1) <= room - spare) {
      from -= 1
      height += tall(from)
      grown = true
    }
  }
  const count = (many: number, where: string): readonly string[] =>
    many > 0 ? [`    ${theme.dim(`${theme.sign.more} ${many} more ${where}`)}`] : []
  const above = count(from, 'above')
  const seen = Array.from({ length: to - from }, (_none, index) => at(from + index))
  const ahead = seen.slice(0, pointer - from).reduce((sum, one) => sum + one.lines.length, 0)
  return {
    lines: [...above, ...seen.flatMap((one) => one.lines), ...count(total - to, 'below')],
    cursor: { row: above.length + ahead + (to > from ? at(pointer).marked : 0), before: '  ' },
  }
}

/** Whether all of them fit; no more are looked at than there is room for. */
function fits(total: number, tall: (index: number) => number, room: number): boolean {
  let height = 0
  for (let index = 0; index < total && height <= room; index += 1) height += tall(index)
  return height <= room
}
