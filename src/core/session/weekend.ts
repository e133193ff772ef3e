import { isDay, weekday } from '../dates.ts'
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
  const parts = sessionParts(ground)
  const days: readonly (readonly [WeekendDay['what'], string | undefined])[] = [
    ['talk', talkOf(ground, parts.read).date],
    ['checkin', checkinOf(ground, parts.read)],
    ...parts.goals.map(({ item }) => ['goal', textIn(ground, item, 'by')] as const),
  ]
  return days.flatMap(([what, day]) =>
    day !== undefined && isDay(day) && [0, 6].includes(weekday(day)) ? [{ what, day }] : [],
  )
}
