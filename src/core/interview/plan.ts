import type { Missing } from '../problem.ts'
import type { GroupQuestion, Part, Question } from '../template/template.ts'
import { fewest, type Ground, type Scope } from './ground.ts'
import { fill } from './resolve.ts'
import type { AnswerPath, Interview, Value } from './state.ts'
import { walkTemplate } from './walk.ts'
import { holds } from './when.ts'
import type { World } from './world.ts'

/** Which item of a group a question is about. */
export interface ItemSpot {
  readonly group: GroupQuestion
  /** Path of the group that holds the items (for `each`, the earlier one). */
  readonly path: AnswerPath
  readonly key: string
  /** Counted from 1. */
  readonly index: number
  /** Its answer begins a new item. */
  readonly fresh: boolean
  /** Nothing more needs to be added: "that is all" is offered. */
  readonly canFinish: boolean
  /** It was picked from the inbox: its words belong to another note. */
  readonly picked?: boolean
}

/** One question as it applies now. */
export interface Spot {
  readonly path: AnswerPath
  /** `lines` takes all items of a group at once, one a line; its question is the group. */
  readonly kind: 'question' | 'lines'
  readonly question: Question
  readonly part: Part
  readonly scope: Scope
  readonly item?: ItemSpot
  /** `waiting` lies behind "go deeper"; `stale` was answered, but what it was built on has changed. */
  readonly state: 'answered' | 'open' | 'stale' | 'waiting'
  /** The value that counts now; null when skipped, absent when there is none. */
  readonly value?: Value | null
  /** Recognised in a line or derived, never asked. */
  readonly unasked: boolean
}

/** Every question that applies now, in order, and what is known. */
export interface Plan extends Ground {
  readonly spots: readonly Spot[]
  /** The group that offers one more item for this once. */
  readonly adding: AnswerPath | undefined
}

const plans = new WeakMap<Interview, { readonly world: World; readonly plan: Plan }>()

/**
 * The questions that apply now: conditions and depths considered, groups unrolled, each answered, open, stale or
 * waiting behind "go deeper". With `adding`, that group offers one more item even when it is closed.
 */
export function planOf(interview: Interview, world: World, adding?: AnswerPath): Plan {
  const known = plans.get(interview)
  if (adding === undefined && known?.world === world) return known.plan
  const plan = walkTemplate(interview, world, adding)
  if (adding === undefined) plans.set(interview, { world, plan })
  return plan
}

/** The parts of the template that apply now, in order. */
export function partsNow(plan: Plan): readonly Part[] {
  return plan.interview.template.parts.filter((part) => holds(part.when, plan, []))
}

/** The first question that is open or stale; undefined when everything that applies is answered. */
export function next(plan: Plan): Spot | undefined {
  return plan.spots.find((spot) => spot.state === 'open' || spot.state === 'stale')
}

/** The questions that wait for an answer, or for a new one. */
export function openSpots(plan: Plan): readonly Spot[] {
  return plan.spots.filter((spot) => spot.state === 'open' || spot.state === 'stale')
}

/** The last question before `path` that the mentor answered; before the end of the plan when `path` is not given. */
export function previous(plan: Plan, path?: AnswerPath): Spot | undefined {
  const at = path === undefined ? -1 : plan.spots.findIndex((spot) => spot.path === path)
  const before = at < 0 ? plan.spots : plan.spots.slice(0, at)
  return before.findLast((spot) => !spot.unasked && (spot.state === 'answered' || spot.state === 'stale'))
}

/** Required questions that apply and have no answer, with the path as people write it and the question as asked. */
export function missing(plan: Plan): readonly Missing[] {
  return plan.spots
    .filter((spot) => spot.state !== 'answered' && spot.state !== 'waiting' && isNeeded(spot))
    .map((spot) => ({ path: shownPath(plan, spot.path), ask: fill(spot.question.ask, plan, spot.scope) }))
}

/** The values that count: hidden and skipped answers are out, defaults of questions not asked are in. */
export function visibleAnswers(plan: Plan): ReadonlyMap<AnswerPath, Value> {
  return plan.values
}

/** A path as people write it: item keys become numbers counted from 1, joined by dots. */
export function shownPath(plan: Ground, path: AnswerPath): string {
  const parts = path.split('/')
  return parts
    .map((part, index) => {
      if (index % 2 === 0) return part
      const keys = plan.interview.items.get(parts.slice(0, index).join('/')) ?? []
      const at = keys.indexOf(part)
      return String(at < 0 ? keys.length + 1 : at + 1)
    })
    .join('.')
}

function isNeeded(spot: Spot): boolean {
  if (spot.item?.fresh === true) return fewest(spot.item.group) >= spot.item.index
  return spot.question.required === true
}
