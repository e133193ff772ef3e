import { saidTime } from '../checkins/said-time.ts'
import { formatDay, isDay } from '../dates.ts'
import { amountWords } from '../goals/amount-words.ts'
import { fitsMeasure, wayMistake } from '../goals/way.ts'
import type { ItemSpot, Plan, Spot } from './plan.ts'
import type { Value } from './state.ts'

interface Unfit {
  readonly mistake: string
  readonly mend: string
}

/**
 * What is wrong with an answer about a goal beside the others: a day that has passed, or two amounts that measure different
 * things or are the same; and about what was carried over, a new day or an amount of that kind; and a next check-in before
 * this one, or at an hour that is none. Undefined for every other answer.
 */
export function unfitGoal(plan: Plan, { item, question }: Spot, value: Value | null): Unfit | undefined {
  if (item === undefined || typeof value !== 'string') return undefined
  if (isCarried(plan, item)) {
    return unfitCarried(plan, `${item.path}/${item.key}`, question.id, value)
  }
  if (
    item.group.makes === 'checkin' &&
    question.id === 'date' &&
    ['checkin', 'talk'].includes(plan.interview.template.kind)
  ) {
    return beforeTheTalk(plan, value)
  }
  if (item.group.makes === 'checkin' && question.id === 'time' && saidTime(value) === undefined) {
    return { mistake: `"${value}" is no time of day.`, mend: 'Write it as HH:MM, such as 14:00, or as 2pm.' }
  }
  if (item.group.makes !== 'goal') return undefined
  if (question.id === 'by' && isDay(value) && value < plan.world.today) {
    return hasPassed(value)
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

/** Whether an item was carried over, also where another group asks about it. */
function isCarried(plan: Plan, { path }: ItemSpot): boolean {
  const group = plan.questions.get(path)
  return group?.type === 'group' && group.carries !== undefined
}

/** Days count from that of the talk, so that one that was held weeks ago can be put down with what was said then. */
function beforeTheTalk(plan: Plan, day: string): Unfit | undefined {
  const held = plan.values.get('held')
  const from = typeof held === 'string' && isDay(held) ? held : plan.world.today
  return isDay(day) && day < from ? hasPassed(day) : undefined
}

function unfitCarried(plan: Plan, prefix: string, id: string, value: string): Unfit | undefined {
  if (id === 'to') return beforeTheTalk(plan, value)
  if (id !== 'progress') return undefined
  const ends = ['@target', '@baseline'].map((name) => plan.values.get(`${prefix}/${name}`))
  const other = ends.find((words) => typeof words === 'string' && !fitsMeasure(value, words))
  if (typeof other !== 'string') return undefined
  const { message, mend } = amountWords('units', value, other)
  return { mistake: message, mend }
}

function hasPassed(day: string): Unfit {
  return { mistake: `${formatDay(day)} has passed.`, mend: 'Name today or a day to come.' }
}
