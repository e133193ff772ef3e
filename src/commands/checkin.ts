import { type Upcoming, upcoming } from '../core/checkins/upcoming.ts'
import { readWithin } from '../core/checkins/within.ts'
import { addDays } from '../core/dates.ts'
import type { Person } from '../core/notebook/note.ts'
import type { Context, Outcome } from '../core/ports.ts'
import { dueJson, dueLines, nothingDue } from '../views/checkins.ts'
import { badLines } from '../views/notes.ts'
import { roomOf } from '../views/table.ts'
import { themeFor } from '../views/theme.ts'
import type { Options } from './card.ts'

/** Which check-ins are due, by the index alone. Ends with attention when there is one. */
export async function run(context: Context, _args: readonly string[], options: Options): Promise<Outcome> {
  const { terminal, common, clock } = context
  const on = typeof options.on === 'string' ? await dayIn(context, options.on) : undefined
  const days = typeof options.within === 'string' ? readWithin(options.within) : 0
  const { found, people, bad } = await upcoming(context, on)
  terminal.err(badLines(bad))
  const slug = typeof options.person === 'string' ? await slugOf(options.person, people) : undefined
  const due = found.filter(
    (one) => (slug === undefined || one.person === slug) && isDue(one, days, options.overdue === true),
  )
  if (options.count === true) terminal.out(`${due.length}\n`)
  else if (common.json === true) terminal.out(await dueJson(due, clock.zone()))
  else
    terminal.out(dueLines(due, on === clock.today() ? undefined : on, themeFor(terminal), roomOf(terminal)))
  if (due.length > 0) return 'attention'
  if (common.quiet !== true && common.json !== true && options.count !== true) {
    terminal.err(nothingDue(found.find((one) => slug === undefined || one.person === slug)))
  }
  return 'done'
}

// What reads phrases and names is loaded only where there are some: this runs in every shell prompt.
async function dayIn(context: Context, text: string): Promise<string> {
  const { dayOption } = await import('../core/notebook/day-option.ts')
  return dayOption(context, '--on', text, 'future')
}

async function slugOf(given: string, people: readonly Person[]): Promise<string> {
  const { findPerson } = await import('../core/notebook/people.ts')
  return findPerson(given, people).slug
}

function isDue({ due, today, overdueDays }: Upcoming, within: number, onlyOverdue: boolean): boolean {
  return onlyOverdue ? overdueDays > 0 : due <= addDays(today, within)
}
