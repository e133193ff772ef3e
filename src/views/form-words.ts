import { formatDayShort } from '../core/dates.ts'
import type { ReceivedForm } from '../core/interview/their-view.ts'
import type { InterviewWords } from '../core/interview/words.ts'
import { shortId } from '../core/notebook/ids.ts'
import { cleanLine } from '../core/text/clean.ts'
import { clip, WIDEST } from './layout.ts'
import { wrapped } from './table.ts'
import type { Theme } from './theme.ts'

/** Lines of what somebody wrote that are shown; all of them stand in the note and can be read there. */
const MOST_LINES = 16
/** Rows of the two views that stand above a question; the note has them all. */
const MOST_ROWS = 10
/** Cells of each that are shown there. */
const SAID = 110

/** What is said of somebody's own view: whether it is in, and what they wrote. `columns` is the width of the terminal. */
export function formWords(theme: Theme, columns: number): InterviewWords['forms'] {
  const room = Math.min(columns, WIDEST) - 2
  return {
    known: ({ asked, received }) => {
      const [form] = received
      const last = asked.at(-1)
      if (form !== undefined)
        return [
          `What they wrote came in on ${formatDayShort(form.on)}: ${countWords(form.count)}.${form.isUsed === true ? ' It stands in an earlier session too.' : ''}`,
          ...others(received.slice(1)),
        ]
      return last === undefined
        ? []
        : [
            `You asked for it on ${formatDayShort(last.on)}${last.by === undefined ? '' : `, by ${formatDayShort(last.by)}`}; it is not here yet.`,
          ]
    },
    beside: (rows, name) => {
      const shown = rows
        .slice(0, MOST_ROWS)
        .flatMap(({ theirs, ours }) => [
          ...(theirs === undefined ? [] : [`${name}: ${clip(cleanLine(theirs), SAID, '...')}`]),
          ...ours.map(
            (line) => `${theirs === undefined ? 'Only you' : '  You'}: ${clip(cleanLine(line), SAID, '...')}`,
          ),
        ])
      return rows.length > MOST_ROWS ? [...shown, `and ${rows.length - MOST_ROWS} more`] : shown
    },
    taken: ({ text }) => said(text, theme, room),
    read: ({ text, count, isMore }) =>
      [
        said(text, theme, room),
        `  ${theme.dim(isMore ? `${countWords(count)}. The text as it came goes into your private part.` : `${countWords(count)}.`)}`,
      ].join('\n'),
  }
}

function countWords(count: number): string {
  if (count === 0) return 'in their own words'
  return count === 1 ? '1 answer' : `${count} answers`
}

function said(text: string, theme: Theme, room: number): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const shown = lines.length > MOST_LINES + 1 ? lines.slice(0, MOST_LINES) : lines
  const rest = lines.length - shown.length
  return [
    ...shown.map((line) => wrapped(cleanLine(line), room, '    ')),
    ...(rest === 0 ? [] : [`    ${theme.dim(`(${rest} more lines)`)}`]),
  ].join('\n')
}

/** What else came in and is in no session yet: the newest is taken, the others can be read. */
function others(more: readonly ReceivedForm[]): readonly string[] {
  const [first] = more
  if (first === undefined) return []
  if (more.length > 1) return [`${more.length} older ones are in no session yet either: tactful names them.`]
  return [
    `An older one, of ${formatDayShort(first.on)}, is in no session yet either: tactful show ${shortId(first.id)}`,
  ]
}
