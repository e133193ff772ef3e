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
    return goal === '' ? [] : [{ line: at + 1, text: goal, ...withTarget(goal, check(goal)) }]
  })
}

const START = /\b(?:now|currently|baseline|so far)\b\s*(?:is|are|at)?\s*[:=]?\s*\d[^,;()]*/i
const END =
  /\b(?:goal|target|then|aim)\b\s*(?:is)?\s*[:=]?\s*\S|\bto\s+\d|\d\s*%|\d+\s+(?:of|out of|times)\b|\b(?:once|twice|within|at least|at most|under)\b/i

/** A goal that says how many it is now, and not how many it should be, can be followed only once that is said too. */
function withTarget(goal: string, checked: GoalCheck): GoalCheck {
  const lacks = START.test(goal) && !END.test(goal.replace(START, ' '))
  if (!lacks || checked.missing.includes('measurable')) return checked
  return {
    missing: [...checked.missing, 'measurable'],
    asks: [...checked.asks, { for: 'measurable', code: 'target' }],
  }
}
