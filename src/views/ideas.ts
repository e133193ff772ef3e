import { formatDayNear } from '../core/dates.ts'
import type { IdeaChange } from '../core/ideas/change.ts'
import type { IdeaRow, IdeaStatus } from '../core/ideas/list.ts'
import { shortId } from '../core/notebook/ids.ts'
import { clean, cleanLine } from '../core/text/clean.ts'
import { readable } from './layout.ts'
import { inTitle } from './note-title.ts'
import { wrapped } from './table.ts'
import type { Theme } from './theme.ts'

const HEADINGS: Readonly<Record<IdeaStatus, string>> = {
  open: 'Open',
  tried: 'Being tried',
  'taken-up': 'Taken up',
  dropped: 'Put aside',
}

/** Ideas by what became of them, each with whom it comes from and who takes it further; `names` are display names by slug. */
export function ideasText(
  rows: readonly IdeaRow[],
  names: ReadonlyMap<string, string>,
  today: string,
  theme: Theme,
  width: number,
): string {
  const room = readable(width)
  const states = (Object.keys(HEADINGS) as IdeaStatus[]).filter((one) =>
    rows.some(({ state }) => state === one),
  )
  const blocks = states.map((state) =>
    [
      theme.strong(wrapped(HEADINGS[state], room)),
      ...rows.filter((row) => row.state === state).map((row) => rowText(row, names, today, theme, room)),
    ].join('\n'),
  )
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`
}

function rowText(
  row: IdeaRow,
  names: ReadonlyMap<string, string>,
  today: string,
  theme: Theme,
  width: number,
): string {
  const { title, person, date, owner, next, since, why } = row
  const day = since === undefined ? '' : `since ${formatDayNear(since, today)}`
  const about = [
    `from ${names.get(person) ?? person}, ${formatDayNear(date, today)}`,
    ...(owner === undefined ? [] : [`taken on by ${owner}`]),
    ...(next === undefined || row.state !== 'open' ? [] : [`next: ${next.replace(/\.$/, '')}`]),
    ...(day === '' ? [] : [why === undefined ? day : `${day}: ${why}`]),
  ].map(cleanLine)
  const words = cleanLine(title).trim().replace(/\.$/, '')
  return wrapped(theme.signs(`${shortId(row.id)}  ${words} (${about.join('; ')})`), width, '  ', '          ')
}

/** Said where there is no idea to show. */
export function noIdeas(isNarrowed: boolean): string {
  return isNarrowed
    ? 'Nothing matches.\n'
    : 'No idea is open. They are written down in a case review, or where a self-assessment comes first.\n'
}

/** What was recorded about an idea, and where; quiet gives the path alone. */
export function changedIdeaText(
  { title }: IdeaRow,
  { what }: IdeaChange,
  path: string,
  quiet: boolean,
): string {
  return quiet ? clean(`${path}\n`) : clean(`Recorded.  ${path}\n${HEADINGS[what]}: ${title}\n`)
}

/** What a note that brings news of an idea is called. */
export function ideaTitle({ title }: IdeaRow, { what }: IdeaChange): string {
  return `Idea ${HEADINGS[what].toLowerCase()}: ${inTitle(title)}`
}
