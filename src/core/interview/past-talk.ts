import { formatDay, isDay } from '../dates.ts'
import type { Plan, Spot } from './plan.ts'

/** A talk is to come: a day for it that has passed is asked about. Undefined for every other answer. */
export function pastTalk({ world }: Plan, { item, question }: Spot, value: unknown): string | undefined {
  const makes = question.type === 'group' ? question.makes : item?.group.makes
  if (makes !== 'talk') return undefined
  const isDate = question.type === 'group' || question.id === 'date'
  if (!isDate || typeof value !== 'string' || !isDay(value) || value >= world.today) return undefined
  return `${formatDay(value)} has passed. Name the day you will talk, or leave the day out until it is agreed.`
}
