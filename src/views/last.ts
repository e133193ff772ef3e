import { daysBetween, formatDay, formatDayShort, isDay } from '../core/dates.ts'
import { shortId } from '../core/notebook/ids.ts'
import type { GoalLine, LastTime, PromiseLine } from '../core/notebook/last.ts'
import { otherThanYou } from '../core/notebook/standing-gather.ts'
import { cleanLine } from '../core/text/clean.ts'
import { wayWords } from './goal-list.ts'
import { readable } from './layout.ts'
import { wrapped } from './table.ts'
import type { Theme } from './theme.ts'

const GOAL_STATE: Readonly<Record<string, string>> = {
  proposed: 'proposed, not agreed yet',
  agreed: 'agreed',
  changed: 'changed',
  met: 'met',
  dropped: 'dropped',
}

/** What was agreed last time and what is still open. `today` says which days have passed. */
export function lastText(last: LastTime, today: string, theme: Theme, width: number): string {
  const room = readable(width)
  const put = (text: string, indent = '', hang = indent): string =>
    wrapped(cleanLine(text), room, indent, hang)
  if (last.note === null && last.goals.length === 0 && last.promises.length === 0) {
    return `${put(`Nothing is agreed with ${last.name} yet.`)}\n`
  }
  const { note } = last
  const head =
    note === null
      ? [theme.strong(put(last.name))]
      : [
          theme.strong(put(`${last.name}, last time: ${formatDay(note.date)}`)),
          theme.dim(put(theme.signs(`${note.title}${talkText(last, today)} · ${shortId(note.id)}`))),
        ]
  const blocks = [
    head,
    listBlock(
      'Goals',
      last.goals.map((goal) => goalText(goal, today)),
      put,
      theme,
    ),
    ...(['yours', 'others', 'theirs'] as const).map((side) =>
      listBlock(
        SIDES[side],
        last.promises.filter((one) => sideOf(one) === side).map((promise) => promiseText(promise, today)),
        put,
        theme,
      ),
    ),
    last.checkin === null ? [] : [theme.accent('Next check-in'), put(dayText(last.checkin, today), '  ')],
  ]
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

type Put = (text: string, indent?: string, hang?: string) => string

function listBlock(heading: string, texts: readonly string[], put: Put, theme: Theme): readonly string[] {
  if (texts.length === 0) return []
  return [theme.accent(heading), ...texts.map((text) => put(text, '- ', '  '))]
}

function goalText(goal: GoalLine, today: string): string {
  const due = goal.by === undefined ? '' : ` by ${goal.open ? dayText(goal.by, today) : whole(goal.by)}`
  const since = goal.since === undefined ? '' : ` on ${whole(goal.since)}`
  const words = [`${GOAL_STATE[goal.state] ?? goal.state}${since}`, due.trim(), standsText(goal, today)]
  return `${sentence(goal.words)} (${words.filter((one) => one !== '').join('; ')})`
}

/** "9 of 12 on Tue 8 Dec, 57 % of the way"; empty where nobody said. */
function standsText({ now, nowOn, way }: GoalLine, today: string): string {
  if (now === undefined) return ''
  const on = nowOn === undefined ? '' : ` on ${nearDay(nowOn, today)}`
  return `${now}${on}${way === undefined ? '' : `, ${wayWords(way)}`}`
}

const SIDES = { yours: 'You promised', others: 'Others promised', theirs: 'They agreed' } as const

function sideOf({ kind, who }: PromiseLine): keyof typeof SIDES {
  if (kind !== 'promise') return 'theirs'
  return otherThanYou(who) === undefined ? 'yours' : 'others'
}

function promiseText(promise: PromiseLine, today: string): string {
  const open = promise.state === 'open'
  const due = promise.by === undefined ? '' : ` by ${open ? dayText(promise.by, today) : whole(promise.by)}`
  const named = promise.who === undefined || promise.words.startsWith(promise.who)
  const who = named ? '' : `${promise.who}: `
  return `${who}${sentence(promise.words)} (${promise.state}${due === '' ? '' : `,${due}`})`
}

function sentence(text: string): string {
  return text.trim().replace(/\.$/, '')
}

function whole(day: string): string {
  return isDay(day) ? formatDay(day) : day
}

function talkText({ talk, held }: LastTime, today: string): string {
  if (held !== null) return `, talk held ${dayText(held, today)}`
  return talk === null ? '' : `, talk ${dayText(talk, today)}`
}

/** A day and whether it has passed: "Tue 8 Dec", "Mon 2 Nov, 19 days ago". */
function dayText(day: string, today: string): string {
  if (!isDay(day)) return day
  const ago = daysBetween(day, today)
  const near = nearDay(day, today)
  if (ago === 0) return `${near}, today`
  if (ago < 0) return near
  return `${near}, ${ago === 1 ? 'yesterday' : `${ago} days ago`}`
}

function nearDay(day: string, today: string): string {
  return isDay(day) && Math.abs(daysBetween(day, today)) < 300 ? formatDayShort(day) : whole(day)
}
