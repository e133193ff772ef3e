import { formatDay, isDay } from '../core/dates.ts'
import type { GoalRow } from '../core/goals/rows.ts'
import { shareOfWay } from '../core/goals/way.ts'
import { shortId } from '../core/notebook/ids.ts'
import type { NoteEvent } from '../core/notebook/note.ts'
import { clean } from '../core/text/clean.ts'
import { wayWords } from './goal-list.ts'

/** So much of a goal's own title says which one it is. */
const LONGEST = 60

/** What a note that brings news of a goal is called: "Goal at 9 of 12: Every waiting customer hears ...". */
export function changeTitle({ title }: GoalRow, events: readonly NoteEvent[]): string {
  const heads = events.map(headOf)
  const letters = [...title]
  const short =
    letters.length > LONGEST
      ? `${letters
          .slice(0, LONGEST - 1)
          .join('')
          .trimEnd()}…`
      : title
  return `Goal ${heads.join(', ')}: ${short}`
}

function headOf({ what, value, to }: NoteEvent): string {
  switch (what) {
    case 'progress':
      return `at ${value ?? ''}`
    case 'moved':
      return `due ${to ?? ''}`
    case 'baseline':
      return `was at ${value ?? ''} at first`
    case 'target':
      return `aims for ${value ?? ''}`
    default:
      return what
  }
}

/** What was recorded about a goal, and where; quiet gives the path alone. */
export function changedGoalText(
  goal: GoalRow,
  events: readonly NoteEvent[],
  path: string,
  name: string,
  quiet: boolean,
): string {
  if (quiet) return clean(`${path}\n`)
  const lines = events.map((event) => lineOf(goal, event, name))
  return clean(
    `Recorded.  ${path}\n${lines.join('\n')}\nSee the way so far: tactful goal show ${shortId(goal.id)}\n`,
  )
}

function lineOf(goal: GoalRow, { what, value, to, goal: next }: NoteEvent, name: string): string {
  switch (what) {
    case 'progress': {
      const way = shareOfWay({ ...goal, ...(value === undefined ? {} : { now: value }) })
      return `It stands at ${value ?? ''}${way === undefined ? '' : `, ${wayWords(way)}`}.`
    }
    case 'moved':
      return `It is due by ${to !== undefined && isDay(to) ? formatDay(to) : (to ?? '')} now.`
    case 'baseline':
      return `It began at ${value ?? ''}.`
    case 'target':
      return `It aims for ${value ?? ''} now.`
    case 'agreed':
      return `You and ${name} have agreed on it.`
    case 'met':
      return `It is met. Next time you see ${name}, say what you noticed.`
    case 'changed':
      return `It is closed; ${next === undefined ? 'another one' : shortId(next)} takes its place.`
    default:
      return 'It is dropped.'
  }
}
