import { formatDay } from '../dates.ts'
import type { Plan, Spot } from './plan.ts'
import type { Value } from './state.ts'
import type { ReadLines, World } from './world.ts'

/**
 * What is wrong with a day for an item whose own words name another one: two days in one item would leave everybody guessing.
 * Undefined when the words name none, or the same.
 */
export async function saidOtherDay(
  read: ReadLines,
  world: World,
  plan: Plan,
  spot: Spot,
  value: Value | null,
): Promise<{ readonly mistake: string; readonly mend: string } | undefined> {
  const { item, question } = spot
  if (item?.group.entry === undefined || question.type !== 'date' || typeof value !== 'string')
    return undefined
  const { reader, into } = item.group.entry
  const words = plan.values.get(`${item.path}/${item.key}/${into}`)
  if (typeof words !== 'string') return undefined
  const { items } = await read(reader, words, world)
  const said = items.length === 1 ? items[0]?.fields[question.id] : undefined
  if (typeof said !== 'string' || said === value) return undefined
  return {
    mistake: `Its own words say ${formatDay(said)}.`,
    mend: 'Change the words, and the day follows them.',
  }
}
