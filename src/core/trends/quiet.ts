import { addDays } from '../dates.ts'
import type { Person } from '../notebook/note.ts'
import type { Standing } from '../notebook/standing.ts'
import { unheardOf } from '../notebook/today.ts'
import type { TrendFacts } from './fold.ts'

/** Whom the mentor may want to think of. Slugs, in the order of the people given; for the mentor's own eyes. */
export interface Quiet {
  readonly days: number
  /** No session, no check-in and no recognition for more than `days`; `since` is the last of them, absent where there never was one. */
  readonly unheard: readonly { readonly person: string; readonly since?: string }[]
  /** Sessions within `days`, and nothing in them or beside them that went well. */
  readonly onlyCriticism: readonly string[]
}

/** Who has heard nothing lately, or only what to change. */
export function quietPeople(
  { sessions, praise, evidence }: TrendFacts,
  people: readonly Person[],
  standing: ReadonlyMap<string, Standing>,
  { today, days }: { readonly today: string; readonly days: number },
): Quiet {
  const from = addDays(today, -days)
  const isNear = (day: string): boolean => day >= from && day <= today
  const [grow, well] = [new Set<string>(), new Set<string>()]
  for (const { person, date } of praise) if (isNear(date)) well.add(person)
  for (const { person, said, cites } of sessions) {
    if (said === undefined || !isNear(said.on)) continue
    const sides = [...said.sides, ...cites.map((at) => evidence[at]?.side)]
    if (sides.includes('growth')) grow.add(person)
    if (sides.includes('strength')) well.add(person)
  }
  const long = new Map(unheardOf(standing.values(), today, days).map(({ person, since }) => [person, since]))
  return {
    days,
    unheard: people.flatMap(({ slug }) => {
      const since = long.get(slug)
      if (since !== undefined) return [{ person: slug, since }]
      const { lastSession, lastCheckin, lastPraise } = standing.get(slug) ?? {}
      return (lastSession ?? lastCheckin ?? lastPraise) === undefined ? [{ person: slug }] : []
    }),
    onlyCriticism: people.map(({ slug }) => slug).filter((slug) => grow.has(slug) && !well.has(slug)),
  }
}
