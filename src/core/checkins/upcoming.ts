import { dayInZone } from '../dates.ts'
import { everyoneIn, loadPeople } from '../notebook/load.ts'
import type { Person } from '../notebook/note.ts'
import type { Context } from '../ports.ts'
import type { Problem } from '../problem.ts'
import { byDueDay, type NextCheckin, nextCheckin, overdueDays } from './due.ts'
import { wrongEntries } from './wrong-entries.ts'
import { isZone } from './zone.ts'

/** The next check-in with somebody, and how it stands on one day. */
export interface Upcoming extends NextCheckin {
  /** The day it is looked at from, as it is where the person is. */
  readonly today: string
  readonly overdueDays: number
}

/**
 * The next check-in with everybody who has one, in the order of their days, looked at from `on` or else from now; a day is
 * the person's day, in their zone. `bad` holds people's files and notes that cannot be read, a cadence and a zone included;
 * `badPeople` the people's alone, without a look at any note.
 */
export async function upcoming(
  context: Pick<Context, 'notebook' | 'index' | 'clock'>,
  on?: string,
): Promise<{
  readonly found: readonly Upcoming[]
  readonly people: readonly Person[]
  readonly badPeople: readonly Problem[]
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
  const badPeople = [...people.bad, ...people.found.flatMap(unreadEntries)]
  return {
    found: found.sort(byDueDay),
    people: all,
    badPeople,
    // Looked up where it is asked for: it takes a look at every note.
    get bad() {
      return [...badPeople, ...index.bad]
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

function unreadEntries(person: Person): readonly Problem[] {
  return wrongEntries(person).map(({ file = '', message }) => ({
    kind: 'data',
    file,
    message: `${message} No check-in is reckoned by it.`,
  }))
}
