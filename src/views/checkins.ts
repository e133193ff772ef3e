import type { NextCheckin } from '../core/checkins/due.ts'
import type { Replan } from '../core/checkins/replan.ts'
import type { Upcoming } from '../core/checkins/upcoming.ts'
import { instantIn } from '../core/checkins/zone.ts'
import { daysBetween, formatDay, formatDayNear, formatDayShort } from '../core/dates.ts'
import type { Person } from '../core/notebook/note.ts'
import { clean } from '../core/text/clean.ts'
import { jsonText } from './json.ts'
import { table } from './table.ts'
import type { Theme } from './theme.ts'

/**
 * Due check-ins, one a line: who, when, when the last one was, and the command that holds it. `asked` is the day they are
 * looked at from, where one was named that is not today.
 */
export function dueLines(
  due: readonly Upcoming[],
  asked: string | undefined,
  theme: Theme,
  width: number,
): string {
  const isNow = asked === undefined
  const rows = due.map((one) => [
    one.name,
    dueWords(one, isNow),
    one.last === undefined ? 'none held yet' : `last ${formatDayNear(one.last, one.today)}`,
    `tactful checkin run ${one.person}`,
  ])
  return theme.signs(table(rows, width))
}

/** "was due Thu 19 Nov (2 days ago)", "due today at 14:00", "due Tue 24 Nov (in 3 days)"; seen from another day than today, "due on that day". */
function dueWords({ due, at, zone, today }: Omit<Upcoming, 'overdueDays'>, isNow: boolean): string {
  const ahead = daysBetween(today, due)
  const day = formatDayNear(due, today)
  if (ahead < 0) return `was due ${day} (${days(-ahead)} ago)`
  const where = zone === undefined ? '' : ` ${zone}`
  const time = at === undefined ? '' : ` at ${at}${where}`
  return ahead === 0
    ? `due ${isNow ? 'today' : 'on that day'}${time}`
    : `due ${day}${time} (in ${days(ahead)})`
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`
}

/** Said where nothing is due; `next` is the one that comes first, if any. */
export function nothingDue(next: NextCheckin | undefined): string {
  if (next === undefined) {
    return 'No check-in is planned. Set how often: tactful people edit PERSON --cadence "every 2 weeks"\n'
  }
  return clean(`No check-in is due. The next is with ${next.name}, on ${formatDay(next.due)}.\n`)
}

/** Due check-ins for scripts; `instant` is the moment in UTC, where a time of day is known. `zone` is the user's. */
export async function dueJson(due: readonly Upcoming[], zone: string): Promise<string> {
  const rows = due.map(async (one) => ({
    person: one.person,
    name: one.name,
    due: one.due,
    overdueDays: one.overdueDays,
    cadence: one.cadence ?? null,
    last: one.last ?? null,
    at: one.at ?? null,
    zone: one.zone ?? null,
    instant: one.at === undefined ? null : await instantIn(one.zone ?? zone, one.due, one.at),
    from: one.from,
  }))
  return jsonText(await Promise.all(rows))
}

/** What was saved about the next check-in, and which one comes now. */
export function replannedText(
  what: 'moved' | 'skipped',
  { name, slug }: Person,
  path: string,
  before: NextCheckin | undefined,
  after: NextCheckin | undefined,
  today: string,
): string {
  const done = what === 'moved' ? 'Moved.' : 'Left out.'
  const was = before === undefined ? '' : ` (instead of ${formatDayNear(before.due, today)})`
  const next =
    after === undefined
      ? `No other check-in with ${name} is planned. Plan one: tactful checkin move ${slug} --to DAY`
      : `Next check-in with ${name}: ${formatDayNear(after.due, today)}${after.at === undefined ? '' : ` ${after.at}`}${was}`
  return clean(`${done}  ${path}\n${next}\n`)
}

/** What the note that moves or skips a check-in is called; `due` is the day it had, if any. */
export function replannedTitle(wanted: Replan, { name }: Person, due: string | undefined): string {
  const which = due === undefined ? '' : ` of ${formatDayShort(due)}`
  return wanted.what === 'skipped'
    ? `Check-in with ${name}${which} left out`
    : `Check-in with ${name}${which} moved to ${formatDayShort(wanted.to)}${wanted.at === undefined ? '' : ` ${wanted.at}`}`
}
