import { lastTime } from '../core/notebook/last.ts'
import { everyoneIn, loadPeople } from '../core/notebook/load.ts'
import { findPerson } from '../core/notebook/people.ts'
import type { Context, Outcome } from '../core/ports.ts'
import { jsonText } from '../views/json.ts'
import { lastText } from '../views/last.ts'
import { badLines } from '../views/notes.ts'
import { roomOf } from '../views/table.ts'
import { themeFor } from '../views/theme.ts'

/** What was agreed with somebody last time, and what is still open. */
export async function run(context: Context, args: readonly string[]): Promise<Outcome> {
  const { terminal, clock } = context
  const people = await loadPeople(await context.notebook())
  const index = await context.index()
  terminal.err(badLines([...people.bad, ...index.bad]))
  const person = findPerson(args[0] ?? '', everyoneIn(people.found, index.people))
  const last = await lastTime(person, index)
  if (context.common.json === true) terminal.out(jsonText(last))
  else await context.page(lastText(last, clock.today(), themeFor(terminal), roomOf(terminal)))
  return 'done'
}
