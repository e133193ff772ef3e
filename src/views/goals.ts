import type { GoalAskCode } from '../core/goals/check.ts'
import type { CheckedGoal } from '../core/goals/lines.ts'
import { cleanLine } from '../core/text/clean.ts'
import { cells } from '../core/text/width.ts'
import { readable } from './layout.ts'
import { wrapped } from './table.ts'
import type { Theme } from './theme.ts'

const ASKS: Readonly<Record<GoalAskCode, string>> = {
  act: 'What would you see or hear them do? Name the act and what it is done to.',
  which: 'What is it that these numbers count? Name the act and what it is done to.',
  often: 'How many, how often, or in what share of cases?',
  known: 'How will you both know that it worked: a count, a share, how often?',
  target: 'You say how many it is now. How many should it be then?',
  when: 'By when will you look at it together?',
}

/** The question to the mentor about one missing aspect. */
export function goalAsk(code: GoalAskCode): string {
  return ASKS[code]
}

const ROOM_FOR_ASPECT = 'measurable'.length + 2

/** Every goal with what is missing and the question that would mend it. */
export function goalsText(goals: readonly CheckedGoal[], theme: Theme, width: number): string {
  const room = readable(width)
  const numbers = Math.max(...goals.map((goal) => String(goal.line).length), 1)
  return goals.map((goal) => goalText(goal, theme, room, numbers + 2)).join('')
}

function goalText(goal: CheckedGoal, theme: Theme, room: number, indent: number): string {
  const lead = `${goal.line}`.padEnd(indent)
  const blank = ' '.repeat(indent)
  const words = wrapped(cleanLine(goal.text), room, lead, blank)
  const asks = goal.asks.map(({ for: aspect, code }) => {
    const hang = room < 50 ? `${blank}  ` : blank + ' '.repeat(ROOM_FOR_ASPECT)
    const name = aspect.padEnd(ROOM_FOR_ASPECT)
    if (room < 50) return `${blank}${theme.warn(aspect)}\n${wrapped(goalAsk(code), room, hang)}`
    return blank + theme.warn(name) + wrapped(goalAsk(code), room, hang).slice(cells(hang))
  })
  return `${[words, ...asks].join('\n')}\n`
}

/** One line for the end: how many goals want something more. */
export function goalsSummary(goals: readonly CheckedGoal[]): string {
  const open = goals.filter((goal) => goal.missing.length > 0).length
  if (goals.length === 0) return 'There is no goal in it. Write one a line.\n'
  if (open === 0) return goals.length === 1 ? 'Nothing is missing.\n' : 'Nothing is missing in any of them.\n'
  return `${open} of ${goals.length} ${open === 1 ? 'wants' : 'want'} something more.\n`
}
