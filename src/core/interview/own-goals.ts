import { ownGoals } from '../goals/own-words.ts'
import type { Raw } from './parse.ts'
import type { Plan, Spot } from './plan.ts'

/** What the person wrote that they aim for, where a goal is asked for and none was given yet. */
export function ownGoalsFor(plan: Plan, { kind, question, value }: Spot): readonly string[] {
  if (kind !== 'lines' || question.type !== 'group' || question.makes !== 'goal') return []
  if (value !== undefined && value !== null) return []
  return [...plan.values].flatMap(([path, said]) =>
    plan.questions.get(path)?.type === 'form' && typeof said === 'string' ? ownGoals(said) : [],
  )
}

/** What was typed, or the goal in the person's own words whose number was typed. */
export function withOwnGoal(plan: Plan, spot: Spot, raw: Raw): Raw {
  if (typeof raw !== 'string' || !/^[1-9]$/.test(raw.trim())) return raw
  return ownGoalsFor(plan, spot)[Number(raw.trim()) - 1] ?? raw
}
