import type { BarrierChange } from '../core/barriers/change.ts'
import { type BarrierRow, isOpen } from '../core/barriers/list.ts'
import { daysBetween, formatDayNear, isDay } from '../core/dates.ts'
import { shortId } from '../core/notebook/ids.ts'
import { clean, cleanLine } from '../core/text/clean.ts'
import { readable } from './layout.ts'
import { inTitle } from './note-title.ts'
import { wrapped } from './table.ts'
import type { Theme } from './theme.ts'

/** Barriers by whose they are, each with its age and what became of it; `names` are display names by slug. */
export function barriersText(
  rows: readonly BarrierRow[],
  names: ReadonlyMap<string, string>,
  today: string,
  theme: Theme,
  width: number,
): string {
  const room = readable(width)
  const owners = [...new Set(rows.map(({ owner }) => owner))]
  const blocks = owners.map((owner) => {
    const own = rows.filter((row) => row.owner === owner)
    return [
      theme.strong(wrapped(ownerWords(owner), room)),
      ...own.map((row) => rowText(row, names, today, theme, room)),
    ].join('\n')
  })
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`
}

function ownerWords(owner: string): string {
  return owner === '' ? 'Nobody named' : cleanLine(`${owner.charAt(0).toUpperCase()}${owner.slice(1)}`)
}

function rowText(
  row: BarrierRow,
  names: ReadonlyMap<string, string>,
  today: string,
  theme: Theme,
  width: number,
): string {
  const words = cleanLine(row.words).trim().replace(/\.$/, '')
  const with_ = `found with ${names.get(row.person) ?? row.person}`
  const about = [...(row.area === undefined ? [] : [row.area]), with_, stateWords(row, today)].map(cleanLine)
  return wrapped(theme.signs(`${shortId(row.id)}  ${words} (${about.join(', ')})`), width, '  ', '          ')
}

/** "open for 34 days", "raised on Tue 24 Nov, open for 34 days", "solved on 8 December: the page is there". */
function stateWords(row: BarrierRow, today: string): string {
  const { state, since, why } = row
  const because = why === undefined ? '' : `: ${why}`
  const on = since === undefined ? '' : ` on ${formatDayNear(since, today)}`
  if (!isOpen(row)) return `${state}${on}${because}`
  const age = ageWords(row.from, today)
  return state === 'raised' ? `${age}, raised${on}${because}` : age
}

function ageWords(from: string, today: string): string {
  const days = isDay(from) ? daysBetween(from, today) : 0
  if (days < 1) return 'open since today'
  return days === 1 ? 'open for 1 day' : `open for ${days} days`
}

/** Said where nothing is in the way. */
export function noBarriers(isNarrowed: boolean): string {
  return isNarrowed
    ? 'Nothing matches.\n'
    : 'No barrier is open. One is written down in a preparation, at its causes.\n'
}

/** What stands in front of the note of a barrier: how it stands, and what can be recorded next. */
export function barrierHead(row: BarrierRow, today: string, theme: Theme, width: number): string {
  const id = shortId(row.id)
  const next = isOpen(row)
    ? [
        `For its owner: ${ownerCommand(row)}`,
        `tactful barrier ${row.state === 'open' ? 'raise' : 'solve'} ${id}`,
      ]
    : [`If it is back: tactful barrier raise ${id}`]
  const state = stateWords(row, today)
  const line = `${state.charAt(0).toUpperCase()}${state.slice(1)}`
  return `${wrapped(theme.signs(cleanLine(line)), width)}\n${next.map((one) => `${theme.dim(wrapped(one, width))}\n`).join('')}`
}

/** What puts the note on standard output as its owner is to have it. */
function ownerCommand({ id }: Pick<BarrierRow, 'id'>): string {
  return `tactful barrier show ${shortId(id)} --for-owner`
}

/** Said where somebody is named to the owner; empty where nobody is. Ends with a line break. */
export function namedBarrierLine({ id }: BarrierRow, names: readonly string[], width: number): string {
  if (names.length === 0) return ''
  const line = `It names ${names.join(', ')}, and its owner reads that too. To change it: tactful edit ${shortId(id)}`
  return `${wrapped(cleanLine(line), width)}\n`
}

/** What was recorded about a barrier, and where; quiet gives the path alone. */
export function changedBarrierText(
  barrier: BarrierRow,
  { what }: BarrierChange,
  path: string,
  quiet: boolean,
): string {
  if (quiet) return clean(`${path}\n`)
  const copy = what === 'raised' ? `For its owner to read: ${ownerCommand(barrier)}\n` : ''
  return clean(`Recorded.  ${path}\n${CHANGED[what]}: ${barrier.words}\n${copy}`)
}

const CHANGED: Readonly<Record<BarrierChange['what'], string>> = {
  raised: 'Raised',
  solved: 'Solved',
  dropped: 'Dropped',
}

/** What a note that brings news of a barrier is called. */
export function barrierTitle({ words }: BarrierRow, { what }: BarrierChange): string {
  return `Barrier ${what}: ${inTitle(words)}`
}
