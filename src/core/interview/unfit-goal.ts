import { formatDay, isDay } from '../dates.ts'
import { amountWords } from '../goals/amount-words.ts'
import { wayMistake } from '../goals/way.ts'
import type { Plan, Spot } from './plan.ts'
import type { Value } from './state.ts'

/**
 * What is wrong with an answer about a goal beside the others: a day that has passed, or two amounts that measure different
 * things or are the same. Undefined for every other answer.
 */
export function unfitGoal(
  plan: Plan,
  { item, question }: Spot,
  value: Value | null,
): { readonly mistake: string; readonly mend: string } | undefined {
  if (item?.group.makes !== 'goal' || typeof value !== 'string') return undefined
  if (question.id === 'by' && isDay(value) && value < plan.world.today) {
    return { mistake: `${formatDay(value)} has passed.`, mend: 'Name today or a day to come.' }
  }
  const said = (id: string) =>
    question.id === id ? value : plan.values.get(`${item.path}/${item.key}/${id}`)
  const [baseline, target] = [said('baseline'), said('target')]
  if (question.id !== 'baseline' && question.id !== 'target') return undefined
  if (typeof baseline !== 'string' || typeof target !== 'string') return undefined
  const mistake = wayMistake(baseline, target)
  if (mistake === undefined) return undefined
  const { message, mend } = amountWords(mistake, baseline, target)
  return { mistake: message, mend }
}
