import type { Size } from '../core/asking/look.ts'
import { isList, modeOf, optionsOf, type Screen } from '../core/asking/rows.ts'
import { initialValues } from '../core/asking/state.ts'
import type { QuestionScreen } from '../core/ports.ts'
import { block, hanging, WIDEST, wrapReady } from './layout.ts'
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
  return [`Several at once: 1,3.${isEmpty ? none : ''}`]
}

function numbered(theme: Theme, screen: Screen, width: number): readonly string[] {
  if (modeOf(screen) === 'text') return []
  const options = optionsOf(screen, [])
  const digits = String(options.length).length
  return options.flatMap((option, index) => {
    const heading =
      option.group !== undefined && option.group !== options[index - 1]?.group
        ? block(theme.signs(option.group), width, 0)
        : []
    const note = option.note === undefined ? '' : ` (${option.note})`
    return [
      ...heading,
      ...hanging(`  ${String(index + 1).padStart(digits)}  `, theme.signs(option.label) + note, width),
    ]
  })
}

/** What stands there already, and how to take it. */
function standing(screen: Screen, width: number): readonly string[] {
  const values = initialValues(screen)
  if (values.length === 0) return []
  const options = optionsOf(screen, [])
  const labels = values.map((value) => options.find((option) => option.value === value)?.label ?? value)
  return block(`[${labels.join(modeOf(screen) === 'text' ? '\n' : ', ')}] an empty line takes it`, width, 0)
}
