import { dayInZone } from '../dates.ts'
import { everyoneIn, loadPeople } from '../notebook/load.ts'
import { personPath } from '../notebook/names.ts'
import type { Person } from '../notebook/note.ts'
import type { Context } from '../ports.ts'
import type { Problem } from '../problem.ts'
import { readCadence } from './cadence-phrase.ts'
import { byDueDay, type NextCheckin, nextCheckin, overdueDays } from './due.ts'
import { isZone } from './zone.ts'

/** The next check-in with somebody, and how it stands on one day. */
export interface Upcoming extends NextCheckin {
  /** The day it is looked at from, as it is where the person is. */
  readonly today: string
  readonly overdueDays: number
}

/**
 * The next check-in with everybody who has one, in the order of their days, looked at from `on` or else from now; a day is
 * the person's day, in their zone. `bad` holds people's files and notes that cannot be read, a cadence and a zone included.
 */
export async function upcoming(
  context: Pick<Context, 'notebook' | 'index' | 'clock'>,
  on?: string,
): Promise<{
  readonly found: readonly Upcoming[]
  readonly people: readonly Person[]
  readonly bad: readonly Problem[]
}> {
  const [people, index] = await Promise.all([loadPeople(await context.notebook()), context.index()])
  const standing = await index.standing()
  const all = everyoneIn(people.found, index.people)
  const found = all.flatMap((person): readonly Upcoming[] => {
    const sound = withZone(person)
    const today = on ?? todayFor(sound, context.clock)
    const next = nextCheckin(sound, standing.get(person.slug), today)
    return next === undefined ? [] : [{ ...next, today, overdueDays: overdueDays(next, today) }]
  })
  return {
    found: found.sort(byDueDay),
    people: all,
    // Looked up where it is asked for: it takes a look at every note.
    get bad() {
      return [...people.bad, ...index.bad, ...people.found.flatMap(wrongEntries)]
    },
  }
}

/** The plain day it is now where somebody is: in their zone, else in the user's. */
export function todayFor({ zone }: Pick<Person, 'zone'>, clock: Context['clock']): string {
  return zone === undefined ? clock.today() : dayInZone(zone, clock.now())
}

/** A zone that was written by hand and does not exist counts as none. */
export function withZone(person: Person): Person {
  const { zone, ...rest } = person
  return zone === undefined || isZone(zone) ? person : rest
}

function wrongEntries({ slug, cadence, zone }: Person): readonly Problem[] {
  const file = personPath(slug)
  const read = cadence === undefined ? undefined : readCadence(cadence)
  const wrong = [
    ...(read !== undefined && 'mistake' in read ? [read.mistake] : []),
    ...(zone === undefined || isZone(zone) ? [] : [`There is no time zone "${zone}".`]),
  ]
  return wrong.map((message) => ({ kind: 'data', file, message }))
}
