import { listNames } from '../core/evidence/lists.ts'
import { isFiltered, readFilters } from '../core/notebook/filters.ts'
import { everyoneIn, loadPeople } from '../core/notebook/load.ts'
import { findPerson } from '../core/notebook/people.ts'
import { timelineOf } from '../core/notebook/timeline.ts'
import type { Context, Outcome } from '../core/ports.ts'
import { jsonText } from '../views/json.ts'
import { badLines } from '../views/notes.ts'
import { roomOf } from '../views/table.ts'
import { themeFor } from '../views/theme.ts'
import { emptyTimeline, timelineText } from '../views/timeline.ts'
import type { Options } from './card.ts'

/** Everything about one person in order of day. */
export async function run(context: Context, args: readonly string[], options: Options): Promise<Outcome> {
  const { terminal, common } = context
  const index = await context.index()
  const files = await context.notebook()
  const people = await loadPeople(files)
  terminal.err(badLines([...people.bad, ...index.bad]))
  const person = findPerson(args[0] ?? '', everyoneIn(people.found, index.people))
  const query = await readFilters(context, options, [])
  const rows = await timelineOf(index, { ...query, person: person.slug })
  if (common.json === true) terminal.out(jsonText(rows))
  else if (rows.length > 0) {
    const { names, bad } = await listNames('area', files, await context.data())
    terminal.err(badLines(bad))
    await context.page(timelineText(person.name, rows, names, themeFor(terminal), roomOf(terminal)))
  } else if (common.quiet !== true) terminal.err(emptyTimeline(person.name, isFiltered(query)))
  return 'done'
}
