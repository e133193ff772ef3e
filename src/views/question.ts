import { fieldWidth } from '../core/asking/field.ts'
import type { AskerLook, Frame, Note, Size } from '../core/asking/look.ts'
import { numbersPick } from '../core/asking/press.ts'
import { isList, modeOf, optionsOf, ownAllowed, takesText } from '../core/asking/rows.ts'
import { type AskState, initialValues } from '../core/asking/state.ts'
import type { MenuScreen, QuestionScreen } from '../core/ports.ts'
import { cleanLine } from '../core/text/clean.ts'
import { rowAt, shown, textRows } from '../core/text/rows.ts'
import { cells } from '../core/text/width.ts'
import { clip, ends, hanging, block as layoutBlock, pieces, WIDEST, wrapReady } from './layout.ts'
import { listLines } from './list.ts'
import type { Theme } from './theme.ts'

const EXAMPLE = '  For example: '

/** From so many rows on, an empty line parts the question from what scrolled up. */
const ROOMY = 22

/** So many rows of what was said so far matter more than help and examples. */
const LEAST_SAID = 4

/** So many rows of what is typed, or of a menu, stay on a low screen, whatever stands above. */
const TALLEST = 5

/** So many rows of a list stay; what stands above it can also be seen with `?`. */
const LEAST_LIST = 9

type Screen = QuestionScreen | MenuScreen

/** Draws questions and menus for a terminal with this theme. */
export function askerLook(theme: Theme): AskerLook {
  return {
    draw: (screen, state, size) => draw(theme, screen, state, size),
    print: (screen, size, first) => printed(theme, screen, size, first === true),
    note: (note) => theme.warn(theme.signs(noteWords(note))),
    panel: (screen, panel, { columns }) =>
      panel === 'help' ? plainHelp(screen, columns) : whyLines(theme, screen, columns),
    prompt: '> ',
    wrap: (line, { columns }) => wrapReady(line, columns - 1),
  }
}

/** The one line as which an answer scrolls up: `✓ Who: Sam Rivera`, cut to the width. */
export function answeredLine(theme: Theme, label: string, answer: string, columns: number): string {
  const room = Math.min(columns, WIDEST) - 7
  const name = clip(theme.signs(label), room - 10, theme.sign.more)
  const colon = /[?!.:]$/.test(name) ? '' : ':'
  const rest = clip(answer, room - cells(name) - 2, theme.sign.more)
  return `  ${theme.good(theme.sign.tick)} ${theme.dim(`${name}${colon}`)} ${rest}`
}

/** The words for what kept an answer from going through. */
function noteWords(note: Note): string {
  switch (note.note) {
    case 'check':
    case 'editor':
      return note.text
    case 'word':
      return `${note.word} is not one of the words. Type ? to see them, or :${note.word} to write it as it is.`
    case 'choice':
      return `Nothing in the list matches "${note.typed.trim()}".`
    case 'blanks':
      return 'Something is still left open: ___. Fill it in, or press enter once more to leave it so.'
    case 'no-search':
      return 'This list is not searched. Type a number, or use the arrows.'
    case 'needed':
      return 'This one is needed before going on.'
    case 'first':
      return 'There is nothing before this question.'
    case 'not-deeper':
      return 'There are no further questions in this part.'
    case 'no-why':
      return 'This question has no further reason to show.'
    case 'no-editor':
      return 'The editor is for answers that are typed.'
    case 'no-word-here':
      return 'Here only :back and :quit can be typed. Choose one of the lines above.'
  }
}

function draw(theme: Theme, screen: Screen, state: AskState, size: Size): Frame {
  const width = Math.min(size.columns, WIDEST) - 1
  const note = state.note === undefined ? [] : [...indented(theme, noteWords(state.note), width, theme.warn)]
  const gap = size.rows >= ROOMY ? [''] : []
  const whole = bodyLines(theme, screen, state, size, 1000).lines.length
  const least = Math.min(whole, leastRows(screen, state))
  const room = size.rows - 1 - gap.length
  const panel = panelLines(
    theme,
    screen,
    state,
    width,
    room - note.length - titleLines(theme, screen, width).length - ('input' in screen ? 6 : 4) - least,
  )
  const foot = [
    ...spaced(note),
    ...spaced(panel),
    '',
    ...(state.panel === 'help' ? closing(theme, width) : keyLines(theme, screen, state, width)),
  ]
  const told = state.panel === 'help' ? withoutHelp(screen) : screen
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

/** While the help stands under the field it need not stand above it too. */
function withoutHelp(screen: Screen): Screen {
  if (!('input' in screen)) return { ...screen, lines: [] }
  const { help: _help, ...rest } = screen
  return { ...rest, examples: [] }
}

/** The mentor's own words among the lines of a menu. */
function isWords(line: string): boolean {
  return line.startsWith('> ')
}

function bodyLines(theme: Theme, screen: Screen, state: AskState, size: Size, room: number): Frame {
  return modeOf(screen) === 'text'
    ? fieldLines(theme, state, size, room)
    : listLines(theme, screen, state, { columns: Math.min(size.columns, WIDEST) - 1, rows: room })
}

/** What stands under the field while `?` or `:why` is open: the words first, then the help, as far as there is room. */
function panelLines(
  theme: Theme,
  screen: Screen,
  state: AskState,
  width: number,
  room: number,
): readonly string[] {
  if (state.panel === undefined) return []
  const lines = state.panel === 'why' ? whyLines(theme, screen, width) : helpLines(theme, screen, width)
  const tall = Math.max(3, room)
  return lines.length <= tall ? lines : [...lines.slice(0, tall - 1), `  ${theme.dim(theme.sign.more)}`]
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

function titleLines(theme: Theme, screen: Screen, width: number): readonly string[] {
  const lines = ends(theme.signs(cleanLine(screen.title)), theme.signs(cleanLine(screen.progress)), width - 2)
  return [
    ...lines.map(([left, right]) => `  ${theme.dim(left)}${theme.dim(right)}`),
    `  ${theme.dim(theme.sign.rule.repeat(width - 2))}`,
  ]
}

/** What stands above the field. Where there is little room the examples go first, then the help, then what was said so far. */
function headLines(theme: Theme, screen: Screen, width: number, room: number): readonly string[] {
  const title = titleLines(theme, screen, width)
  if (!('input' in screen)) {
    return [...title, ...spaced(menuLines(theme, screen, width, room - title.length - 2)), '']
  }
  const notices = screen.notices.flatMap((line) => indented(theme, line, width, theme.warn))
  const context = screen.context.flatMap((line) => layoutBlock(line, width, 2, theme.dim))
  const ask = askLines(theme, screen, width)
  const help = screen.help === undefined ? [] : indented(theme, screen.help, width, theme.dim)
  const examples = exampleLines(theme, screen, width)
  const fixed = title.length + ask.length + 2
  const left = room - fixed - (notices.length === 0 ? 0 : notices.length + 1)
  const said = context.length === 0 ? 0 : Math.min(context.length, LEAST_SAID) + 1
  const [start = ''] =
    screen.help === undefined
      ? []
      : indented(theme, screen.help, width - 1 - theme.sign.more.length, theme.dim)
  const begun = help.length < 2 ? help : [`${start} ${theme.dim(theme.sign.more)}`]
  const under = [[...help, ...examples], help, begun].find((lines) => said + lines.length <= left) ?? []
  const above = clipTop(theme, context, left - under.length - 1)
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
  const item = screen.item === undefined ? [] : layoutBlock(theme.signs(screen.item), width, 2, theme.accent)
  return [...item, ...layoutBlock(theme.signs(screen.ask), width, 2, theme.strong)]
}

function exampleLines(theme: Theme, screen: QuestionScreen, width: number): readonly string[] {
  if (screen.examples.length === 0) return []
  if (width < 60 || screen.examples.length > 2) {
    const beneath = screen.examples.flatMap((one) => layoutBlock(theme.signs(one), width, 4, theme.dim))
    return [theme.dim(EXAMPLE.trimEnd()), ...beneath]
  }
  return screen.examples.flatMap((one, index) =>
    hanging(index === 0 ? EXAMPLE : ' '.repeat(EXAMPLE.length), theme.signs(one), width).map((line) =>
      theme.dim(line),
    ),
  )
}

function clipTop(theme: Theme, lines: readonly string[], room: number): readonly string[] {
  if (lines.length <= room) return lines
  return room < 2 ? [] : [...lines.slice(0, room - 1), `  ${theme.dim(theme.sign.more)}`]
}

function fieldLines(theme: Theme, state: AskState, size: Size, room: number): Frame {
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
      ...visible.map((one, index) => lead(from + index) + one.shown),
      ...count(rows.length - from - visible.length, 'below'),
    ],
    cursor: {
      row: above.length + at - from,
      before: lead(at) + shown(state.field.text.slice(row?.start ?? 0, state.field.cursor)),
    },
  }
}

function closing(theme: Theme, width: number): readonly string[] {
  return pieces(['esc closes this'], width - 2).map((line) => `  ${theme.dim(line)}`)
}

function keyLines(theme: Theme, screen: Screen, state: AskState, width: number): readonly string[] {
  const mode = modeOf(screen)
  const deeper = 'input' in screen && screen.deeper > 0 ? [`:deeper ${screen.deeper} more here`] : []
  const words = !('input' in screen) ? 'more' : screen.required ? 'why, review' : 'why, skip, review'
  const keys = [
    mode === 'many' ? 'space or number marks' : '',
    enterWords(screen, state),
    mode === 'yes-no' ? 'y or n' : '',
    screen.canGoBack ? 'shift-tab back' : '',
    mode === 'text' ? 'ctrl-o editor' : '',
    `? ${words}`,
    ...deeper,
  ].filter((key) => key !== '')
  return pieces(keys, width - 2).map((line) => `  ${theme.dim(line)}`)
}

/** What Enter does now. */
function enterWords(screen: Screen, state: AskState): string {
  const mode = modeOf(screen)
  if (!('input' in screen) || mode === 'one' || mode === 'yes-no') return 'enter chooses'
  if (state.field.text.trim() !== '') return mode === 'many' ? 'enter marks' : 'enter next'
  if (mode === 'many' && state.marked.length > 0) return 'enter goes on'
  if (screen.canFinish) return 'enter alone: that is all'
  if (!screen.required) return mode === 'many' ? 'enter alone: none' : 'enter alone skips'
  return mode === 'many' ? 'enter goes on' : 'enter next'
}

function helpLines(theme: Theme, screen: Screen, width: number): readonly string[] {
  const own =
    'input' in screen
      ? screen.help === undefined
        ? []
        : indented(theme, screen.help, width, theme.dim)
      : screen.lines
          .filter((line) => !isWords(line))
          .flatMap((line) => wrapReady(`  ${theme.signs(line)}`, width))
  const pairs = helpPairs(screen, width < 60).flatMap(([name, words]) =>
    hanging(`  ${name.padEnd(width < 60 ? 10 : 12)}`, words, width, theme.dim),
  )
  return 'input' in screen
    ? [...pairs, ...spaced(own)]
    : [...own, ...(own.length === 0 ? [] : ['']), ...pairs]
}

/** The words and keys that work on a screen; shorter where it is narrow. */
function helpPairs(screen: Screen, narrow: boolean): readonly (readonly [string, string])[] {
  const question = 'input' in screen ? screen : undefined
  const mode = modeOf(screen)
  const digit =
    mode === 'many' ? 'marks its line' : numbersPick(screen) ? 'picks its line' : 'goes to its line'
  const pairs: readonly (readonly [string, string, string, boolean])[] = [
    [':back', 'the question before', '; shift-tab and esc do the same', screen.canGoBack],
    [':why', 'why this is asked', '', question?.why !== undefined],
    [':deeper', 'further questions', ' of this part', (question?.deeper ?? 0) > 0],
    [':skip', 'leave this one out', '', question?.required === false],
    [':review', 'see everything', ', change anything', question !== undefined],
    [':quit', 'stop here, all is kept', '', true],
    ['alt-enter', 'a new line', '; so does \\ at the end of a line', question?.input === 'lines'],
    ['ctrl-o', 'your editor', ', for a long answer', mode === 'text'],
    ['arrows', 'move', '', mode !== 'text'],
    ['number', digit, '', mode !== 'text'],
    ['space', 'marks a line', '', mode === 'many'],
    ['letters', 'search the list', '', mode !== 'text' && takesText(screen)],
    ['::', 'begins with a colon', '', mode === 'text' || ownAllowed(screen)],
  ]
  return pairs
    .filter(([, , , here]) => here)
    .map(([name, words, more]) => [name, narrow ? words : words + more] as const)
}

function whyLines(theme: Theme, screen: Screen, width: number): readonly string[] {
  if (!('input' in screen) || screen.why === undefined) return []
  return indented(theme, `Why: ${screen.why}`, width, theme.accent)
}

function indented(
  theme: Theme,
  text: string,
  width: number,
  colour: (line: string) => string,
): readonly string[] {
  return layoutBlock(theme.signs(text), width, 2, colour)
}

/** Lines with an empty one before them, or nothing. */
function spaced(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', ...lines]
}

/** Plain mode: the same words from top to bottom, numbered, printed once. */
function printed(theme: Theme, screen: Screen, { columns }: Size, first: boolean): readonly string[] {
  const width = Math.min(columns, WIDEST) - 1
  const title = [screen.title, screen.progress].filter((one) => one !== '').join(' - ')
  const head = layoutBlock(theme.signs(title), width, 0, theme.dim)
  if (!('input' in screen)) {
    return [
      '',
      ...head,
      ...screen.lines.flatMap((line) => wrapReady(theme.signs(line), width)),
      ...numbered(theme, screen, width),
      ...(first ? layoutBlock(HELPS, width, 0, theme.dim) : []),
    ]
  }
  const lines = [
    ...screen.notices.map((line) => theme.signs(line)),
    ...screen.context,
    ...(screen.item === undefined ? [] : [theme.signs(screen.item)]),
  ].flatMap((line) => layoutBlock(line, width, 0))
  const help = [
    ...(screen.help === undefined ? [] : [screen.help]),
    ...screen.examples.map((one) => `For example: ${one}`),
  ]
  return [
    '',
    ...head,
    ...lines,
    ...layoutBlock(theme.signs(screen.ask), width, 0, theme.strong),
    ...help.flatMap((line) => layoutBlock(theme.signs(line), width, 0, theme.dim)),
    ...numbered(theme, screen, width),
    ...howToAnswer(screen).flatMap((line) => layoutBlock(line, width, 0, theme.dim)),
    ...standing(screen, width),
    ...(screen.deeper > 0
      ? layoutBlock(`:deeper opens ${screen.deeper} more here.`, width, 0, theme.dim)
      : []),
    ...(first ? layoutBlock(HELPS, width, 0, theme.dim) : []),
  ]
}

const HELPS = 'Type ? at any question to see what else you can type.'

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
        ? layoutBlock(theme.signs(option.group), width, 0)
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
  return layoutBlock(
    `[${labels.join(modeOf(screen) === 'text' ? '\n' : ', ')}] an empty line takes it`,
    width,
    0,
  )
}

function plainHelp(screen: Screen, width: number): readonly string[] {
  return helpPairs(screen, false)
    .filter(([name]) => name.startsWith(':'))
    .flatMap(([name, words]) =>
      hanging(`  ${name.padEnd(10)}`, words.replace('; shift-tab and esc do the same', ''), width),
    )
}
