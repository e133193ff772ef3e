import type { Size } from '../core/asking/look.ts'
import { isHeaded, isList, type ListRow, modeOf, optionsOf, type Screen } from '../core/asking/rows.ts'
import { initialValues } from '../core/asking/state.ts'
import type { QuestionScreen } from '../core/ports/asker.ts'
import type { Option } from '../core/template/option.ts'
import { block, clip, hanging, WIDEST, wrapReady } from './layout.ts'
import type { Theme } from './theme.ts'

const HELPS = 'Type ? at any question to see what else you can type.'

/** Plain mode: the same words from top to bottom, numbered, printed once. */
export function printed(theme: Theme, screen: Screen, { columns }: Size, first: boolean): readonly string[] {
  const width = Math.min(columns, WIDEST) - 1
  const title = [screen.title, screen.progress].filter((one) => one !== '').join(' - ')
  const head = block(theme.signs(title), width, 0, theme.dim)
  if (!('input' in screen)) {
    return [
      '',
      ...head,
      ...screen.lines.flatMap((line) => wrapReady(theme.signs(line), width)),
      ...numbered(theme, screen, width),
      ...(first ? block(HELPS, width, 0, theme.dim) : []),
    ]
  }
  const lines = [
    ...screen.notices.map((line) => theme.signs(line)),
    ...screen.context,
    ...(screen.item === undefined ? [] : [theme.signs(screen.item)]),
  ].flatMap((line) => block(line, width, 0))
  const help = [
    ...(screen.help === undefined ? [] : [screen.help]),
    ...screen.examples.map((one) => `For example: ${one}`),
  ]
  return [
    '',
    ...head,
    ...lines,
    ...block(theme.signs(screen.ask), width, 0, theme.strong),
    ...help.flatMap((line) => block(theme.signs(line), width, 0, theme.dim)),
    ...numbered(theme, screen, width),
    ...howToAnswer(screen).flatMap((line) => block(line, width, 0, theme.dim)),
    ...standing(screen, width),
    ...(screen.deeper > 0 ? block(`:deeper opens ${screen.deeper} more here.`, width, 0, theme.dim) : []),
    ...(first ? block(HELPS, width, 0, theme.dim) : []),
  ]
}

/** So many cells of words that were noted tell one from the other. */
const LONGEST = 200

/** So many lines of a list that narrows are printed at once; the others come by a word of theirs. */
const PRINTED = 30

/** The lines that hold what was typed, under the numbers they have in the whole list. */
export function printedMatches(
  theme: Theme,
  screen: Screen,
  rows: readonly ListRow[],
  { columns }: Size,
): readonly string[] {
  const width = Math.min(columns, WIDEST) - 1
  const found = rows.flatMap((row) => (row.row === 'option' ? [row] : []))
  const more = found.length - PRINTED
  const rest = isHeaded(screen) ? `${more} more. Two words with ? behind them show fewer.` : moreWords(more)
  return [
    ...numberedLines(theme, screen, found.slice(0, PRINTED), width),
    ...(more > 0 ? block(rest, width, 0, theme.dim) : []),
  ]
}

function moreWords(count: number): string {
  return `${count} more. Type a word, a ticket or a day to see what has it.`
}

/** How several are given in plain mode, and what an empty line means where nothing stands there. */
function howToAnswer(screen: QuestionScreen): readonly string[] {
  const isEmpty = initialValues(screen).length === 0
  if (isList(screen)) return ['One a line; an empty line ends.']
  if (modeOf(screen) !== 'many') return []
  const none = screen.canFinish
    ? ' An empty line: that is all.'
    : screen.required
      ? ''
      : ' An empty line: none.'
  const narrow = screen.narrows === true ? ' A word, a ticket or a day shows what has it.' : ''
  return [`Several at once: 1,3.${isEmpty ? none : ''}${narrow}`]
}

function numbered(theme: Theme, screen: Screen, width: number): readonly string[] {
  if (modeOf(screen) === 'text') return []
  if (isHeaded(screen)) return headings(theme, screen, width)
  const options = optionsOf(screen, []).map((option, index) => ({ option, number: index + 1 }))
  const isLong = 'input' in screen && screen.narrows === true && options.length > PRINTED
  return [
    ...numberedLines(theme, screen, isLong ? options.slice(0, PRINTED) : options, width),
    ...(isLong ? block(moreWords(options.length - PRINTED), width, 0, theme.dim) : []),
  ]
}

/** The headings of a long list, each with the numbers of its lines, and how to see those. */
function headings(theme: Theme, screen: Screen, width: number): readonly string[] {
  const options = optionsOf(screen, [])
  const names = [...new Set(options.map(({ group = '' }) => group))]
  const digits = String(options.length).length
  const rows = names.flatMap((name) => {
    const first = options.findIndex(({ group }) => group === name) + 1
    const last = options.findLastIndex(({ group }) => group === name) + 1
    const numbers = `${String(first).padStart(digits)}-${String(last).padEnd(digits)}`
    return hanging(`  ${numbers}  `, theme.signs(name), width)
  })
  const how = `${options.length} in all. A heading or a word with ? behind it shows what has it, such as: customer?`
  return [...rows, ...block(how, width, 0, theme.dim)]
}

function numberedLines(
  theme: Theme,
  screen: Screen,
  rows: readonly { readonly option: Option; readonly number: number }[],
  width: number,
): readonly string[] {
  const digits = String(optionsOf(screen, []).length).length
  const isNarrowed = 'input' in screen && screen.narrows === true
  return rows.flatMap(({ option, number }, index) => {
    const heading =
      option.group !== undefined && option.group !== rows[index - 1]?.option.group
        ? block(theme.signs(option.group), width, 0)
        : []
    const note = option.note === undefined ? '' : ` (${option.note})`
    const whole = theme.signs(option.label)
    const words = isNarrowed ? clip(whole, LONGEST, theme.sign.more) : whole
    return [...heading, ...hanging(`  ${String(number).padStart(digits)}  `, words + note, width)]
  })
}

/** What stands there already, and how to take it. */
function standing(screen: Screen, width: number): readonly string[] {
  const values = initialValues(screen)
  if (values.length === 0) return []
  const options = optionsOf(screen, [])
  const isLong = 'input' in screen && screen.narrows === true
  const labels = values.map((value) => {
    const at = options.findIndex((option) => option.value === value)
    return (isLong ? String(at + 1) : options[at]?.label) ?? value
  })
  return block(`[${labels.join(modeOf(screen) === 'text' ? '\n' : ', ')}] an empty line takes it`, width, 0)
}
