import { upcoming } from '../core/checkins/upcoming.ts'
import { addDays } from '../core/dates.ts'
import { calendarEntries } from '../core/exports/calendar.ts'
import { calendarFile } from '../core/exports/calendar-file.ts'
import { foldEvents } from '../core/notebook/events.ts'
import { findPerson } from '../core/notebook/people.ts'
import type { Context, Outcome } from '../core/ports.ts'
import { calendarJson, calendarSaved, EMPTY_CALENDAR, titled } from '../views/calendar.ts'
import { badLines } from '../views/notes.ts'
import type { Options } from './card.ts'

/** No talk is planned longer ahead than this, in days; sessions prepared before need not be looked at. */
const LONGEST_AHEAD = 366

/** What has a day, as an iCalendar feed on standard output or in a file. */
export async function run(context: Context, _args: readonly string[], options: Options): Promise<Outcome> {
  const { terminal, common, clock } = context
  const [{ found, people, bad }, index] = await Promise.all([upcoming(context), context.index()])
  terminal.err(badLines(bad))
  const slug = typeof options.person === 'string' ? findPerson(options.person, people).slug : undefined
  const since = addDays(clock.today(), -LONGEST_AHEAD)
  const recent = index.heads.filter(({ date }) => date >= since)
  const sessions = recent.filter(({ kind }) => kind === 'session')
  const updates = recent.filter(({ kind }) => kind === 'update')
  const all = await calendarEntries({
    checkins: found,
    standing: await index.standing(),
    sessions: await index.digests(sessions),
    events: foldEvents(await index.facts(updates)),
    zone: clock.zone(),
    today: clock.today(),
  })
  const names = new Map(people.map((one) => [one.slug, one.name]))
  const entries = all
    .filter(({ person }) => slug === undefined || person === slug)
    .map((entry) =>
      titled(entry, names.get(entry.person) ?? entry.person, options.titles === 'full' ? 'full' : 'plain'),
    )
  if (entries.length === 0 && common.quiet !== true) terminal.err(EMPTY_CALENDAR)
  const text = common.json === true ? calendarJson(entries) : calendarFile(entries, clock.now())
  if (typeof options.out !== 'string') {
    terminal.out(text)
    return 'done'
  }
  await context.writeFile(options.out, text, options.force === true)
  if (common.quiet !== true) terminal.out(`${calendarSaved(options.out, entries.length)}\n`)
  return 'done'
}
