import { type Upcoming, upcoming } from '../core/checkins/upcoming.ts'
import { readWithin } from '../core/checkins/within.ts'
import { addDays } from '../core/dates.ts'
import { dayOption } from '../core/notebook/day-option.ts'
import { findPerson } from '../core/notebook/people.ts'
import type { Context, Outcome } from '../core/ports.ts'
import { dueJson, dueLines, nothingDue } from '../views/checkins.ts'
import { badLines } from '../views/notes.ts'
import { roomOf } from '../views/table.ts'
import { themeFor } from '../views/theme.ts'
import type { Options } from './card.ts'

/** Which check-ins are due, by the index alone. Ends with attention when there is one. */
export async function run(context: Context, _args: readonly string[], options: Options): Promise<Outcome> {
  const { terminal, common } = context
  const on =
    typeof options.on === 'string' ? await dayOption(context, '--on', options.on, 'future') : undefined
  const days = typeof options.within === 'string' ? readWithin(options.within) : 0
  const { found, people, bad } = await upcoming(context, on)
  terminal.err(badLines(bad))
  const slug = typeof options.person === 'string' ? findPerson(options.person, people).slug : undefined
  const due = found.filter(
    (one) => (slug === undefined || one.person === slug) && isDue(one, days, options.overdue === true),
  )
  if (options.count === true) terminal.out(`${due.length}\n`)
  else if (common.json === true) terminal.out(await dueJson(due, context.clock.zone()))
  else terminal.out(dueLines(due, themeFor(terminal), roomOf(terminal)))
  if (due.length > 0) return 'attention'
  if (common.quiet !== true && common.json !== true && options.count !== true) {
    terminal.err(nothingDue(found.find((one) => slug === undefined || one.person === slug)))
  }
  return 'done'
}

function isDue({ due, today, overdueDays }: Upcoming, within: number, onlyOverdue: boolean): boolean {
  return onlyOverdue ? overdueDays > 0 : due <= addDays(today, within)
}
