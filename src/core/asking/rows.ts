import type { MenuScreen, QuestionScreen } from '../ports/asker.ts'
import type { Option } from '../template/option.ts'
import { fold } from '../text/fold.ts'
import type { AskState } from './state.ts'

/** One line of a list: something to choose, an answer of one's own as typed so far, or "that is all". */
export type ListRow =
  | { readonly row: 'option'; readonly option: Option; readonly number: number; readonly marked: boolean }
  | { readonly row: 'own'; readonly text: string }
  | { readonly row: 'finish' }

/** What is put before the mentor: a question of a template, or a menu between questions. */
export type Screen = QuestionScreen | MenuScreen

/** A screen that is answered with one of two, several of many, or with text. */
type Mode = 'text' | 'one' | 'many' | 'yes-no'

const YES_NO: readonly Option[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
]

/** How a screen is answered. A choice without options but with an answer of one's own is plain text. */
export function modeOf(screen: Screen): Mode {
  if (!('input' in screen)) return 'one'
  if (screen.input === 'line' || screen.input === 'lines') return 'text'
  if (screen.input === 'yes-no') return 'yes-no'
  return screen.input === 'one' && screen.options.length === 0 && screen.other ? 'text' : screen.input
}

/** Whether each line of the answer is an item of its own. */
export function isList(screen: Screen): boolean {
  return 'input' in screen && screen.input === 'lines' && screen.list === true
}

/** Everything that can be chosen, in order, answers of one's own at the end. */
export function optionsOf(screen: Screen, own: readonly string[]): readonly Option[] {
  if (modeOf(screen) === 'yes-no') return screen.options.length === 2 ? screen.options : YES_NO
  return [...grouped(screen.options), ...own.map((text) => ({ value: text, label: text }))]
}

/** Whether an answer of one's own may be typed. */
export function ownAllowed(screen: Screen): boolean {
  return 'input' in screen && screen.other && (screen.input === 'one' || screen.input === 'many')
}

/** Whether typing searches the list (and may become an answer of one's own). A menu is read, not searched. */
export function takesText(screen: Screen): boolean {
  const mode = modeOf(screen)
  if (mode === 'text') return true
  if (!('input' in screen) || mode === 'yes-no') return false
  return ownAllowed(screen) || screen.narrows === true || screen.options.length > 8
}

/** The lines of the list as they stand: what matches the typed text (all while it is a word or a number), then what else can be done. */
export function listRows(screen: Screen, state: AskState): readonly ListRow[] {
  const options = optionsOf(screen, state.own)
  const typed = state.field.text.trim()
  const numbered = options.map((option, index): ListRow & { row: 'option' } => ({
    row: 'option',
    option,
    number: index + 1,
    marked: state.marked.includes(option.value),
  }))
  const finish: readonly ListRow[] =
    'input' in screen && screen.canFinish && screen.input === 'one' ? [{ row: 'finish' }] : []
  if (!searching(screen, typed)) return [...numbered, ...finish]
  if (numberIn(typed, options.length) !== undefined) return [...numbered, ...finish]
  const words = fold(typed).split(' ')
  const holds = (text: string) => words.every((word) => text.includes(word))
  const seen = numbered.filter(({ option }) => holds(fold(`${option.label} ${option.note ?? ''}`)))
  // What is found by words that are not shown stands behind what is found by its own.
  const known = numbered.filter(
    ({ option }) =>
      holds(fold(`${option.label} ${option.note ?? ''} ${option.words ?? ''}`)) &&
      !seen.some((row) => row.option === option),
  )
  const matching = [...seen, ...known]
  const exact = matching.some(({ option }) => fold(option.label) === fold(typed))
  return [...matching, ...(ownAllowed(screen) && !exact ? [{ row: 'own' as const, text: typed }] : [])]
}

/** In plain mode: the lines of a list that hold what was typed; none where it is no search, or holds for every line. */
export function narrowed(screen: Screen, state: AskState): readonly ListRow[] {
  const typed = state.field.text.trim()
  if (!('input' in screen) || modeOf(screen) === 'text' || ownAllowed(screen)) return []
  if (!searching(screen, typed)) return []
  const rows = listRows(screen, state)
  return rows.length < optionsOf(screen, []).length ? rows : []
}

/** A list is so long that plain mode prints its headings, and looks up what is asked for. */
const LONG = 30

/**
 * In plain mode: whether only the headings of a list are printed. What is typed there is an answer of one's own, so that
 * nothing else would narrow it.
 */
export function isHeaded(screen: Screen): boolean {
  if (!ownAllowed(screen) || modeOf(screen) === 'text' || screen.options.length <= LONG) return false
  return screen.options.every(({ group }) => group !== undefined)
}

/** What a text looks up in such a list: the words in front of a `?` at its end; undefined for every other text. */
export function lookedUp(screen: Screen, typed: string): string | undefined {
  return isHeaded(screen) ? /^\s*([^\s?][^?]*?)\s*\?+\s*$/.exec(typed)?.[1] : undefined
}

/** The number that a typed text is, when the list has so many lines. */
export function numberIn(typed: string, count: number): number | undefined {
  const number = /^\d{1,3}$/.test(typed) ? Number(typed) : 0
  return number >= 1 && number <= count ? number : undefined
}

/** Whether a typed text searches the list: not while it is a word, or the `?` that asks for help. */
export function searching(screen: Screen, typed: string): boolean {
  return takesText(screen) && typed !== '' && typed !== '?' && !/^:(?!:)/.test(typed)
}

/** Options of one group stand together, groups in the order of their first option. */
function grouped(options: readonly Option[]): readonly Option[] {
  const groups = [...new Set(options.map((option) => option.group))]
  return groups.flatMap((group) => options.filter((option) => option.group === group))
}
