import { listNames } from '../core/evidence/lists.ts'
import { everyoneIn, loadPeople } from '../core/notebook/load.ts'
import { findPerson } from '../core/notebook/people.ts'
import type { Standing } from '../core/notebook/standing.ts'
import type { Context, Outcome } from '../core/ports.ts'
import { outlookOf } from '../core/themes/outlook.ts'
import { jsonText } from '../views/json.ts'
import { badLines } from '../views/notes.ts'
import { outlookText } from '../views/outlook.ts'
import { type PersonSummary, personText } from '../views/people.ts'
import { roomOf } from '../views/table.ts'
import { themeFor } from '../views/theme.ts'

/** Shows one person: what is known of them, what the evidence says, and what is open. */
export async function run(context: Context, args: readonly string[]): Promise<Outcome> {
  const { terminal, common } = context
  const files = await context.notebook()
  const people = await loadPeople(files)
  const index = await context.index()
  terminal.err(badLines([...people.bad, ...index.bad]))
  const person = findPerson(args[0] ?? '', everyoneIn(people.found, index.people))
  const heads = index.about(person.slug)
  const last = heads
    .map(({ date }) => date)
    .sort()
    .at(-1)
  const standing = (await index.standing()).get(person.slug)
  const outlook = outlookOf(await index.evidence(heads), standing)
  if (common.json === true) {
    terminal.out(
      jsonText({
        ...person,
        notes: heads.length,
        last: last ?? null,
        evidence: outlook,
        open: standing ?? null,
      }),
    )
    return 'done'
  }
  const data = await context.data()
  const [areas, sources] = [await listNames('area', files, data), await listNames('source', files, data)]
  terminal.err(badLines([...areas.bad, ...sources.bad]))
  const theme = themeFor(terminal)
  const room = roomOf(terminal)
  const summary = {
    person,
    notes: heads.length,
    ...(last === undefined ? {} : { last }),
    ...lastDays(standing),
  }
  const names = { areas: areas.names, sources: sources.names }
  await context.page(
    personText(summary, theme, room) +
      outlookText(outlook, standing, names, context.clock.today(), theme, room),
  )
  return 'done'
}

function lastDays(
  standing: Standing | undefined,
): Pick<PersonSummary, 'lastSession' | 'lastCheckin' | 'lastPraise'> {
  const { lastSession, lastCheckin, lastPraise } = standing ?? {}
  return {
    ...(lastSession === undefined ? {} : { lastSession }),
    ...(lastCheckin === undefined ? {} : { lastCheckin }),
    ...(lastPraise === undefined ? {} : { lastPraise }),
  }
}
