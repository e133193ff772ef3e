import type { AskerLook } from '../core/asking/look.ts'
import { cells } from '../core/text/width.ts'
import { clip, WIDEST, wrapReady } from './layout.ts'
import { plainHelp, readyLines, whyLines } from './question-help.ts'
import { spaced } from './question-lines.ts'
import { draw } from './question-live.ts'
import { noteWords } from './question-note.ts'
import { printed, printedMatches } from './question-plain.ts'
import type { Theme } from './theme.ts'

/** Draws questions and menus for a terminal with this theme. */
export function askerLook(theme: Theme): AskerLook {
  return {
    draw: (screen, state, size) => draw(theme, screen, state, size),
    print: (screen, size, first) => printed(theme, screen, size, first === true),
    matches: (screen, rows, size) => printedMatches(theme, screen, rows, size),
    note: (note) => theme.warn(theme.signs(noteWords(note))),
    panel: (screen, panel, { columns }) =>
      panel === 'why'
        ? whyLines(theme, screen, columns)
        : [...spaced(readyLines(theme, screen, columns)), ...plainHelp(screen, columns)],
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
