import { daysBetween, formatDay, formatDayNear, isDay } from '../core/dates.ts'
import { shortId } from '../core/notebook/ids.ts'
import { withWhose } from '../core/notebook/standing-gather.ts'
import type { PromiseChange } from '../core/promises/change.ts'
import type { PromiseMove, PromiseRow } from '../core/promises/list.ts'
import { clean, cleanLine } from '../core/text/clean.ts'
import { readable } from './layout.ts'
import { inTitle } from './note-title.ts'
import { wrapped } from './table.ts'
import type { Theme } from './theme.ts'

/** What is promised and agreed, person by person: what you promised first, then what they agreed to, each with its day. */
export function promisesText(
  rows: readonly PromiseRow[],
  names: ReadonlyMap<string, string>,
  today: string,
  theme: Theme,
  width: number,
): string {
  const room = readable(width)
  const slugs = [...new Set(rows.map(({ person }) => person))]
  const blocks = slugs.map((slug) => {
    const name = names.get(slug) ?? slug
    const own = rows.filter(({ person }) => person === slug)
    const first = name.split(/\s+/)[0] ?? name
    return [
      theme.strong(wrapped(cleanLine(name), room)),
      ...sideLines(
        'You promised',
        own.filter(({ kind, who }) => kind === 'promise' && who === undefined),
        today,
        theme,
        room,
      ),
      ...sideLines(
        'Others promised',
        own.filter(({ who }) => who !== undefined),
        today,
        theme,
        room,
      ),
      ...sideLines(
        `${first} agreed`,
        own.filter(({ kind }) => kind !== 'promise'),
        today,
        theme,
        room,
      ),
    ].join('\n')
  })
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`
}

function sideLines(
  heading: string,
  rows: readonly PromiseRow[],
  today: string,
  theme: Theme,
  room: number,
): readonly string[] {
  if (rows.length === 0) return []
  return [
    theme.accent(wrapped(cleanLine(heading), room, '  ')),
    ...rows.map((row) => {
      const id = shortId(row.id)
      const about = [
        `from ${formatDayNear(row.from, today)}`,
        stateWords(row, today),
        ...(row.moves ?? []).map((move) => movedWords(move, today)),
      ].filter((one) => one !== '')
      const words = cleanLine(withWhose(row)).trim().replace(/\.$/, '')
      return wrapped(theme.signs(`${id}  ${words} (${about.join(', ')})`), room, '  ', '          ')
    }),
  ]
}

/** "moved on Tue 1 Dec to Fri 11 Dec: Priya is on leave". */
function movedWords({ on, to, why }: PromiseMove, today: string): string {
  const [when, day] = [on, to].map((one) => (isDay(one) ? formatDayNear(one, today) : cleanLine(one)))
  return `moved on ${when} to ${day}${why === undefined ? '' : `: ${cleanLine(why)}`}`
}

function stateWords({ state, by, since, why }: PromiseRow, today: string): string {
  if (state !== 'open') {
    const day = since === undefined ? '' : ` on ${formatDayNear(since, today)}`
    return `${state}${day}${why === undefined ? '' : `: ${cleanLine(why)}`}`
  }
  return dueWords(by, today)
}

/** "by Fri 27 Nov", "due today", "was due Mon 2 Nov, 19 days ago"; empty without a day. */
function dueWords(by: string | undefined, today: string): string {
  if (by === undefined || !isDay(by)) return by === undefined ? '' : `by ${cleanLine(by)}`
  const ahead = daysBetween(today, by)
  const near = by.slice(0, 4) === today.slice(0, 4) ? formatDayNear(by, today) : formatDay(by)
  if (ahead === 0) return 'due today'
  if (ahead > 0) return `by ${near}`
  return `was due ${near}, ${ahead === -1 ? '1 day' : `${-ahead} days`} ago`
}

/** Said where nothing is open. */
export function noPromises(isNarrowed: boolean): string {
  return isNarrowed ? 'Nothing matches.\n' : 'Nothing is open: no promise of yours, and nothing agreed.\n'
}

/** What was recorded about a promise, and where; quiet gives the path alone. */
export function changedPromiseText(
  promise: PromiseRow,
  change: PromiseChange,
  path: string,
  quiet: boolean,
): string {
  if (quiet) return clean(`${path}\n`)
  const what = {
    kept: 'Done',
    moved: `Moved to ${change.what === 'moved' ? formatDay(change.to) : ''}`,
    dropped: 'Dropped',
  }[change.what]
  return clean(`Recorded.  ${path}\n${what}: ${promise.words}\n`)
}

const TITLES: Readonly<Record<PromiseChange['what'], string>> = {
  kept: 'done',
  moved: 'moved',
  dropped: 'dropped',
}

/** What a note that brings news of a promise is called. */
export function promiseTitle({ kind, words }: PromiseRow, { what }: PromiseChange): string {
  return `${kind === 'promise' ? 'Promise' : 'Agreement'} ${TITLES[what]}: ${inTitle(words)}`
}
