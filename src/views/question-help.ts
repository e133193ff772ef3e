import { numbersPick } from '../core/asking/press-list.ts'
import { modeOf, ownAllowed, type Screen, takesText } from '../core/asking/rows.ts'
import { hanging, wrapReady } from './layout.ts'
import { indented, spaced } from './question-lines.ts'
import type { Theme } from './theme.ts'

/** The help under the field: the words and keys, and the help of the question itself. */
export function helpLines(theme: Theme, screen: Screen, width: number): readonly string[] {
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

/** The mentor's own words among the lines of a menu. */
function isWords(line: string): boolean {
  return line.startsWith('> ')
}

/** The words and keys that work on a screen; shorter where it is narrow. */
function helpPairs(screen: Screen, narrow: boolean): readonly (readonly [string, string])[] {
  const question = 'input' in screen ? screen : undefined
  const mode = modeOf(screen)
  const digit = !numbersPick(screen)
    ? 'goes to its line'
    : mode === 'many'
      ? 'marks its line'
      : 'picks its line'
  const pairs: readonly (readonly [string, string, string, boolean])[] = [
    [':back', 'the question before', '; shift-tab and esc do the same', screen.canGoBack],
    [':why', 'why this is asked', '', question?.why !== undefined],
    [':deeper', 'further questions', ' of this part', (question?.deeper ?? 0) > 0],
    [':skip', 'leave this one out', '', question?.required === false],
    [
      ':review',
      'see everything',
      ', change anything',
      question !== undefined && question.words === undefined,
    ],
    ...(question?.words ?? []).map(({ word, does }) => [`:${word}`, does, '', true] as const),
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

/** The words that can be typed in plain mode. */
export function plainHelp(screen: Screen, width: number): readonly string[] {
  return helpPairs(screen, false)
    .filter(([name]) => name.startsWith(':'))
    .flatMap(([name, words]) =>
      hanging(`  ${name.padEnd(10)}`, words.replace('; shift-tab and esc do the same', ''), width),
    )
}

/** What was prepared, whole, then every ready sentence that fits; nothing where there are none. */
export function readyLines(theme: Theme, screen: Screen, width: number): readonly string[] {
  if (!('input' in screen)) return []
  const prepared = screen.prepared === undefined ? [] : indented(theme, screen.prepared, width, theme.dim)
  const ready = screen.ready ?? []
  return [...prepared, ...ready.flatMap((one) => hanging(`  ${theme.sign.dot} `, theme.signs(one), width))]
}

/** Why a question is asked; nothing where it does not say. */
export function whyLines(theme: Theme, screen: Screen, width: number): readonly string[] {
  if (!('input' in screen) || screen.why === undefined) return []
  return indented(theme, `Why: ${screen.why}`, width, theme.accent)
}
