import { fieldWidth } from '../core/asking/field.ts'
import type { Frame, Size } from '../core/asking/look.ts'
import { modeOf, type Screen } from '../core/asking/rows.ts'
import { type AskState, isProposal } from '../core/asking/state.ts'
import { rowAt, shown, textRows } from '../core/text/rows.ts'
import { WIDEST } from './layout.ts'
import { listLines } from './list.ts'
import { headLines, titleLines } from './question-head.ts'
import { helpLines, readyLines, whyLines } from './question-help.ts'
import { closing, keyLines } from './question-keys.ts'
import { indented, spaced } from './question-lines.ts'
import { noteWords } from './question-note.ts'
import type { Theme } from './theme.ts'

/** From so many rows on, an empty line parts the question from what scrolled up. */
const ROOMY = 22

/** So many rows of what is typed, or of a menu, stay on a low screen, whatever stands above. */
const TALLEST = 5

/** So many rows of a list stay; what stands above it can also be seen with `?`. */
const LEAST_LIST = 9

/** So many rows of a list, or of what is typed, tell whether it is a low one. */
const ENOUGH = 100

/** A screen as it is redrawn with each key: what stands above, the field or list, what stands below. */
export function draw(theme: Theme, screen: Screen, state: AskState, size: Size): Frame {
  const width = Math.min(size.columns, WIDEST) - 1
  const note = state.note === undefined ? [] : [...indented(theme, noteWords(state.note), width, theme.warn)]
  const gap = size.rows >= ROOMY ? [''] : []
  const whole = bodyLines(theme, screen, state, size, ENOUGH).lines.length
  const least = Math.min(whole, leastRows(screen, state))
  const room = size.rows - 1 - gap.length
  const fixed = note.length + titleLines(theme, screen, width).length + ('input' in screen ? 6 : 4)
  const tall = Math.max(3, room - fixed - least)
  const pages = pagesOf(theme, screen, width, tall)
  const panel = panelLines(theme, screen, state, width, tall, pages)
  const foot = [
    ...spaced(note),
    ...spaced(panel),
    '',
    ...(isHelp(state)
      ? closing(theme, width, showsReady(screen, state, pages) ? nextWords(state, pages) : undefined)
      : keyLines(theme, screen, state, width)),
  ]
  const told = isHelp(state) ? withoutHelp(screen, showsReady(screen, state, pages)) : screen
  const head = [...gap, ...headLines(theme, told, width, room - foot.length - least)]
  const body = bodyLines(
    theme,
    screen,
    state,
    size,
    Math.max(least, size.rows - 1 - head.length - foot.length),
  )
  return fitted(
    {
      lines: [...head, ...body.lines, ...foot],
      ...(body.cursor === undefined
        ? {}
        : { cursor: { row: head.length + body.cursor.row, before: body.cursor.before } }),
    },
    size.rows - 1,
  )
}

/** So many rows stay for what is typed or chosen, whatever stands above; fewer of a menu while its notes are read. */
function leastRows(screen: Screen, state: AskState): number {
  if (!('input' in screen)) return state.panel === undefined ? TALLEST : 3
  return modeOf(screen) === 'text' || state.panel !== undefined ? TALLEST : LEAST_LIST
}

/** While the help stands under the field it need not stand above it too, nor what was prepared. */
function withoutHelp(screen: Screen, isPrepared: boolean): Screen {
  if (!('input' in screen)) return { ...screen, lines: [] }
  const { help: _help, ...rest } = screen
  return { ...rest, examples: [], context: isPrepared && rest.prepared !== undefined ? [] : rest.context }
}

function bodyLines(theme: Theme, screen: Screen, state: AskState, size: Size, room: number): Frame {
  return modeOf(screen) === 'text'
    ? fieldLines(theme, screen, state, size, room)
    : listLines(theme, screen, state, { columns: Math.min(size.columns, WIDEST) - 1, rows: room })
}

/** What stands under the field while `?` or `:why` is open: the words first, then the help, as far as there is room. */
function panelLines(
  theme: Theme,
  screen: Screen,
  state: AskState,
  width: number,
  tall: number,
  pages: Pages,
): readonly string[] {
  if (state.panel === undefined) return []
  const page = state.panel === 'help' ? pages[state.turned ?? 0] : undefined
  if (page !== undefined) return page
  const lines =
    state.panel === 'why'
      ? whyLines(theme, screen, width)
      : showsReady(screen, state, pages)
        ? readyLines(theme, screen, width)
        : helpLines(theme, screen, width)
  return lines.length <= tall ? lines : [...lines.slice(0, tall - 1), `  ${theme.dim(theme.sign.more)}`]
}

type Pages = readonly (readonly string[])[]

/** What was prepared, as many lines at a time as there is room for; no pages where nothing was. */
function pagesOf(theme: Theme, screen: Screen, width: number, tall: number): Pages {
  if (!('input' in screen) || screen.prepared === undefined) return []
  const lines = readyLines(theme, screen, width)
  return Array.from({ length: Math.ceil(lines.length / tall) }, (_none, at) =>
    lines.slice(at * tall, (at + 1) * tall),
  )
}

/** What another `?` brings. */
function nextWords({ turned = 0 }: AskState, pages: Pages): string {
  return turned + 1 < pages.length ? 'the rest' : 'words and keys'
}

function isHelp({ panel }: AskState): boolean {
  return panel === 'help' || panel === 'keys'
}

/** Where a question has ready sentences, or something prepared, the first `?` shows those, and the next one the words and keys. */
function showsReady(screen: Screen, { panel, turned = 0 }: AskState, pages: Pages): boolean {
  if (panel !== 'help' || !('input' in screen)) return false
  return screen.prepared === undefined ? screen.ready !== undefined : turned < pages.length
}

/** On a screen too low for everything, the part around the cursor stays. */
function fitted(frame: Frame, rows: number): Frame {
  const over = frame.lines.length - Math.max(1, rows)
  if (over <= 0) return frame
  const from = Math.min(over, frame.cursor?.row ?? over)
  return {
    lines: frame.lines.slice(from, from + rows),
    ...(frame.cursor === undefined
      ? {}
      : { cursor: { row: frame.cursor.row - from, before: frame.cursor.before } }),
  }
}

function fieldLines(theme: Theme, screen: Screen, state: AskState, size: Size, room: number): Frame {
  const paint = isProposal(screen, state) ? theme.dim : (text: string) => text
  const rows = textRows(state.field.text, fieldWidth(size.columns))
  const at = rowAt(rows, state.field.cursor)
  const tall = Math.max(1, rows.length <= room ? room : room - 2)
  const from = Math.max(0, Math.min(at - tall + 1, rows.length - tall))
  const visible = rows.slice(from, from + tall)
  const lead = (index: number): string => (index === 0 ? `  ${theme.accent(theme.sign.pointer)} ` : '    ')
  const count = (hidden: number, where: string): readonly string[] =>
    hidden > 0 && room > 2
      ? [`    ${theme.dim(`${theme.sign.more} ${hidden} more ${hidden === 1 ? 'line' : 'lines'} ${where}`)}`]
      : []
  const above = count(from, 'above')
  const row = rows[at]
  return {
    lines: [
      ...above,
      ...visible.map((one, index) => lead(from + index) + paint(one.shown)),
      ...count(rows.length - from - visible.length, 'below'),
    ],
    cursor: {
      row: above.length + at - from,
      before: lead(at) + shown(state.field.text.slice(row?.start ?? 0, state.field.cursor)),
    },
  }
}
