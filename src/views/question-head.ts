import type { Screen } from '../core/asking/rows.ts'
import type { MenuScreen, QuestionScreen } from '../core/ports/asker.ts'
import { cleanLine } from '../core/text/clean.ts'
import { block, ends, hanging, wrapReady } from './layout.ts'
import { indented, spaced } from './question-lines.ts'
import type { Theme } from './theme.ts'

const EXAMPLE = '  For example: '

/** So many rows of what was said so far matter more than help and examples. */
const LEAST_SAID = 4

/** The title and how far along, with a rule under them. */
export function titleLines(theme: Theme, screen: Screen, width: number): readonly string[] {
  const lines = ends(theme.signs(cleanLine(screen.title)), theme.signs(cleanLine(screen.progress)), width - 2)
  return [
    ...lines.map(([left, right]) => `  ${theme.dim(left)}${theme.dim(right)}`),
    `  ${theme.dim(theme.sign.rule.repeat(width - 2))}`,
  ]
}

/** What stands above the field. Where there is little room all examples but one go first, then that one, then the help, then what was said so far. */
export function headLines(theme: Theme, screen: Screen, width: number, room: number): readonly string[] {
  const title = titleLines(theme, screen, width)
  if (!('input' in screen)) {
    return [...title, ...spaced(menuLines(theme, screen, width, room - title.length - 2)), '']
  }
  const notices = screen.notices.flatMap((line) => indented(theme, line, width, theme.warn))
  const context = screen.context.flatMap((line) => block(line, width, 2, theme.dim))
  const ask = askLines(theme, screen, width)
  const help = screen.help === undefined ? [] : indented(theme, screen.help, width, theme.dim)
  const examples = exampleLines(theme, screen.examples, width)
  const first = exampleLines(theme, screen.examples.slice(0, 1), width)
  const fixed = title.length + ask.length + 2
  const left = room - fixed - (notices.length === 0 ? 0 : notices.length + 1)
  const said = context.length === 0 ? 0 : Math.min(context.length, LEAST_SAID) + 1
  const [start = ''] =
    screen.help === undefined
      ? []
      : indented(theme, screen.help, width - 1 - theme.sign.more.length, theme.dim)
  const begun = help.length < 2 ? help : [`${start} ${theme.dim(theme.sign.more)}`]
  const ways = [[...help, ...examples], [...help, ...first], help, begun]
  const under = ways.find((lines) => said + lines.length <= left) ?? []
  const above = clipTop(theme, context, left - under.length - 1, screen.prepared !== undefined)
  return [...title, ...spaced(notices), ...spaced(above), '', ...ask, ...under, '']
}

/** The lines above the choices. Where there is little room the mentor's own words take one row, and what does not fit is counted. */
function menuLines(theme: Theme, screen: MenuScreen, width: number, room: number): readonly string[] {
  const whole = screen.lines.map((line) => wrapReady(`  ${theme.signs(line)}`, width))
  if (whole.flat().length <= room) return whole.flat()
  const short = whole.map((rows, index) =>
    rows.length > 1 && screen.lines[index]?.startsWith('> ')
      ? cutRow(theme, screen.lines[index], width)
      : rows,
  )
  if (short.flat().length <= room) return short.flat()
  let from = 0
  const kept: string[] = []
  for (const rows of short) {
    if (kept.length + rows.length > room - 1) break
    kept.push(...rows)
    from += 1
  }
  const more = short.length - from
  return [...kept, `  ${theme.dim(more === 1 ? 'One more note: ?' : `${more} more notes: ?`)}`]
}

/** The first row of a line, with the sign that it goes on. */
function cutRow(theme: Theme, line: string, width: number): readonly string[] {
  const room = width - 1 - theme.sign.more.length
  return wrapReady(`  ${theme.signs(line)}`, room)
    .slice(0, 1)
    .map((row) => `${row} ${theme.dim(theme.sign.more)}`)
}

function askLines(theme: Theme, screen: QuestionScreen, width: number): readonly string[] {
  const item = screen.item === undefined ? [] : block(theme.signs(screen.item), width, 2, theme.accent)
  return [...item, ...block(theme.signs(screen.ask), width, 2, theme.strong)]
}

function exampleLines(theme: Theme, examples: readonly string[], width: number): readonly string[] {
  if (examples.length === 0) return []
  if (width < 60 || examples.length > 2) {
    const beneath = examples.flatMap((one) => block(theme.signs(one), width, 4, theme.dim))
    return [theme.dim(EXAMPLE.trimEnd()), ...beneath]
  }
  return examples.flatMap((one, index) =>
    hanging(index === 0 ? EXAMPLE : ' '.repeat(EXAMPLE.length), theme.signs(one), width).map((line) =>
      theme.dim(line),
    ),
  )
}

/** `isMore`: what does not fit is to be had with `?`. */
function clipTop(theme: Theme, lines: readonly string[], room: number, isMore: boolean): readonly string[] {
  if (lines.length <= room) return lines
  const rest = isMore ? `${theme.sign.more} more: ?` : theme.sign.more
  return room < 2 ? [] : [...lines.slice(0, room - 1), `  ${theme.dim(rest)}`]
}
