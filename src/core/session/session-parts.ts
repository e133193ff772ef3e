import { isDay } from '../dates.ts'
import type { Ground } from '../interview/ground.ts'
import type { BarrierItem } from './barrier-note.ts'
import type { CarriedItem } from './carried.ts'
import type { EvidenceItem } from './evidence-note.ts'
import type { GoalItem } from './goal-note.ts'
import type { IdeaItem } from './idea.ts'
import type { Point } from './point.ts'
import { type Entry, type GroupEntry, textIn, wordsOfItem } from './reading.ts'
import type { RecognitionItem } from './recognition.ts'

/** What a session is composed of. */
export interface SessionParts {
  readonly read: readonly (Entry | GroupEntry)[]
  readonly evidence: readonly EvidenceItem[]
  readonly points: readonly Point[]
  readonly goals: readonly GoalItem[]
  readonly promises: readonly PromiseItem[]
  /** What the person said they would do. */
  readonly agreements: readonly PromiseItem[]
  readonly recognitions: readonly RecognitionItem[]
  readonly ideas: readonly IdeaItem[]
  /** What was open before and was looked at. */
  readonly carried: readonly CarriedItem[]
  /** What is in the way of the work, each with a note of its own. */
  readonly barriers: readonly BarrierItem[]
  /** Barriers were written down in place of feedback. */
  readonly isInPlace: boolean
  /** There are no points that could stand on the evidence. */
  readonly citesAll: boolean
}

/** One promise or agreement of a session. */
export interface PromiseItem {
  readonly id: string
  /** `P1`; agreements are `A1`. */
  readonly label: string
  readonly group: GroupEntry
  readonly words: string
  readonly who?: string
  /** Plain day. */
  readonly by?: string
}

/** Every promise in order; `letter` is what their labels begin with. */
export function promiseItems(
  ground: Ground,
  groups: readonly GroupEntry[],
  ids: () => string,
  letter: 'P' | 'A' = 'P',
): readonly PromiseItem[] {
  const all = groups.flatMap((group) =>
    group.items
      .map((item) => ({ group, item, words: wordsOfItem(ground, group, item) }))
      .filter(({ words }) => words !== ''),
  )
  return all.map(({ group, item, words }, index) => {
    const who = textIn(ground, item, 'who')
    const by = textIn(ground, item, 'by')
    return {
      id: ids(),
      label: `${letter}${index + 1}`,
      group,
      words: who === undefined || words.startsWith(who) ? words : `${who}: ${words}`,
      ...(who === undefined ? {} : { who }),
      ...(by !== undefined && isDay(by) ? { by } : {}),
    }
  })
}

/** Evidence that a point stands on, in order; in a check-in, which has no points, all of it. */
export function citedIn(parts: SessionParts): readonly EvidenceItem[] {
  if (parts.citesAll) return parts.evidence
  return parts.evidence.filter((one) => parts.points.some(({ cited }) => cited.includes(one)))
}
