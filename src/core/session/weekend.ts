import { isDay, weekday } from '../dates.ts'
import { proposedNext } from '../interview/carry.ts'
import type { Ground } from '../interview/ground.ts'
import { sessionParts } from './parts.ts'
import { textIn } from './reading.ts'
import { checkinOf, talkOf } from './talk.ts'

/** A plain day that lies on a weekend, and what is planned for it. */
export interface WeekendDay {
  readonly what: 'talk' | 'checkin' | 'goal'
  readonly day: string
}

/** What is planned for a Saturday or a Sunday: "in three weeks" leads there unseen. Nothing is moved, since some teams work then. */
export function weekendDays(ground: Ground): readonly WeekendDay[] {
  if (ground.interview.template.kind !== 'session') return []
  const parts = sessionParts(ground)
  const checkin = checkinOf(ground, parts.read)
  const days: readonly (readonly [WeekendDay['what'], string | undefined])[] = [
    ['talk', talkOf(ground, parts.read).date],
    // Whoever has a cadence of Saturdays works then.
    ['checkin', checkin === proposedNext(ground.interview) ? undefined : checkin],
    ...parts.goals.map(({ item }) => ['goal', textIn(ground, item, 'by')] as const),
  ]
  return days.flatMap(([what, day]) =>
    day !== undefined && isDay(day) && [0, 6].includes(weekday(day)) ? [{ what, day }] : [],
  )
}
