import type { GoalCheck } from './check.ts'

/** One checked goal of a text: the line it stands on (from 1), its words without a list sign, and what it lacks. */
export interface CheckedGoal extends GoalCheck {
  readonly line: number
  readonly text: string
}

/** Checks a text that has one goal a line; empty lines are passed over, list signs and numbers before a goal are not part of it. */
export function checkGoals(text: string, check: (goal: string) => GoalCheck): readonly CheckedGoal[] {
  return text.split(/\r\n|\r|\n/).flatMap((line, at) => {
    const goal = line.replace(/^\s*(?:(?:[-*+•]|\d{1,3}[.)])\s+)?(?:\[[ xX]?\]\s+)?/, '').trim()
    return goal === '' ? [] : [{ line: at + 1, text: goal, ...check(goal) }]
  })
}
