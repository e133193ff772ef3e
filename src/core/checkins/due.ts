import { daysBetween, isDay } from '../dates.ts'
import type { Person } from '../notebook/note.ts'
import type { Standing } from '../notebook/standing.ts'
import { dayAfter, firstFrom } from './cadence.ts'
import { cadenceOf } from './cadence-phrase.ts'

/** The next check-in with one person. Days are plain, and local to `zone` (the user's where it is absent). */
export interface NextCheckin {
  /** Slug and display name. */
  readonly person: string
  readonly name: string
  readonly due: string
  /** Local time of day, `HH:MM`. */
  readonly at?: string
  readonly zone?: string
  /** As it was written. */
  readonly cadence?: string
  /** When one was last held. */
  readonly last?: string
  /** Where its day comes from: a note that names it, a move, or the cadence. */
  readonly from: 'named' | 'moved' | 'cadence'
}

/** What the notes say that decides the next check-in. */
export type CheckinFacts = Pick<Standing, 'nextCheckin' | 'checkinAfter' | 'lastCheckin'>

/**
 * The next check-in with somebody; undefined where none is named and there is no cadence that can be read. However many
 * were missed, it is one: the first that was not held. Without any note to count from, a cadence begins with its first
 * day from the one on which it was set, or from `today` where nobody knows when that was.
 */
export function nextCheckin(
  { slug, name, cadence: phrase, since, zone }: Person,
  standing: CheckinFacts | undefined,
  today: string,
): NextCheckin | undefined {
  const cadence = cadenceOf(phrase)
  const about = {
    ...{ person: slug, name },
    ...(zone === undefined ? {} : { zone }),
    ...(phrase === undefined ? {} : { cadence: phrase }),
    ...(standing?.lastCheckin === undefined ? {} : { last: standing.lastCheckin }),
  }
  const named = standing?.nextCheckin
  const time = named?.at ?? cadence?.time
  const at = time === undefined ? {} : { at: time }
  if (named !== undefined) {
    return { ...about, due: named.on, ...at, from: named.moved === true ? 'moved' : 'named' }
  }
  if (cadence === undefined) return undefined
  const after = standing?.checkinAfter
  const start = since !== undefined && isDay(since) ? since : today
  const due = after === undefined ? firstFrom(cadence.rhythm, start) : dayAfter(cadence, after)
  return { ...about, due, ...at, from: 'cadence' }
}

/** Whole days since it was due; 0 when that is today or still to come, also where the clock was set back. */
export function overdueDays({ due }: Pick<NextCheckin, 'due'>, today: string): number {
  return Math.max(0, daysBetween(due, today))
}

/** Check-ins in the order of their days, then by name. */
export function byDueDay(a: NextCheckin, b: NextCheckin): number {
  const [x, y] = a.due === b.due ? [a.name, b.name] : [a.due, b.due]
  return x === y ? 0 : x < y ? -1 : 1
}
