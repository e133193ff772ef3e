import { addDays } from '../dates.ts'
import type { Facts, Person } from '../notebook/note.ts'
import type { Standing } from '../notebook/standing.ts'
import { isInPlace } from '../notebook/standing-gather.ts'
import { unheardOf } from '../notebook/today.ts'

/** Whom the mentor may want to think of. Slugs, in the order of the people given; for the mentor's own eyes. */
export interface Quiet {
  readonly days: number
  /** No session, no check-in and no recognition for more than `days`; `since` is the last of them, absent where there never was one. */
  readonly unheard: readonly { readonly person: string; readonly since?: string }[]
  /** Sessions within `days`, and nothing in them or beside them that went well. */
  readonly onlyCriticism: readonly string[]
}

/** Who has heard nothing lately, or only what to change. `sideOf` tells the side of evidence by its id. */
export function quietPeople(
  people: readonly Person[],
  notes: readonly Facts[],
  standing: ReadonlyMap<string, Standing>,
  sideOf: (evidence: string) => unknown,
  { today, days }: { readonly today: string; readonly days: number },
): Quiet {
  const long = new Map(
    unheardOf(standing.values(), today, days).map(({ person, since }) => [person, since] as const),
  )
  const heard = new Map<string, Set<unknown>>()
  for (const facts of notes) {
    const said = saidIn(facts, sideOf, addDays(today, -days), today)
    const own = heard.get(facts.person) ?? new Set()
    heard.set(facts.person, own)
    for (const side of said) own.add(side)
  }
  return {
    days,
    unheard: people.flatMap(({ slug }) => {
      const since = long.get(slug)
      if (since !== undefined) return [{ person: slug, since }]
      const { lastSession, lastCheckin, lastPraise } = standing.get(slug) ?? {}
      return (lastSession ?? lastCheckin ?? lastPraise) === undefined ? [{ person: slug }] : []
    }),
    onlyCriticism: people
      .map(({ slug }) => slug)
      .filter((slug) => heard.get(slug)?.has('growth') === true && heard.get(slug)?.has('strength') !== true),
  }
}

/** Which sides a note brought up within some days. */
function saidIn(
  facts: Facts,
  sideOf: (evidence: string) => unknown,
  from: string,
  to: string,
): readonly unknown[] {
  const isNear = (day: unknown): boolean => typeof day === 'string' && day >= from && day <= to
  const praise = (facts.items ?? []).some(
    ({ kind, date }) => kind === 'recognition' && isNear(date ?? facts.date),
  )
  const recognised = praise ? ['strength'] : []
  if (facts.kind !== 'session' || isInPlace(facts)) return recognised
  if (!isNear(facts.held ?? facts.date)) return recognised
  const points = Object.entries(facts.choices ?? {})
    .filter(([path]) => path.endsWith('.side'))
    .map(([, side]) => side)
  return [...recognised, ...points, ...(facts.evidence ?? []).map(({ id }) => sideOf(id))]
}
