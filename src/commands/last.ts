import { lastTime } from '../core/notebook/last.ts'
import { everybody, loadNotes, loadPeople } from '../core/notebook/load.ts'
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
  const files = await context.notebook()
  const people = await loadPeople(files)
  const notes = await loadNotes(files)
  terminal.err(badLines([...people.bad, ...notes.bad]))
  const person = findPerson(args[0] ?? '', everybody(people.found, notes.found))
  const last = lastTime(person, notes.found)
  if (context.common.json === true) terminal.out(jsonText(last))
  else terminal.out(lastText(last, clock.today(), themeFor(terminal), roomOf(terminal)))
  return 'done'
}
