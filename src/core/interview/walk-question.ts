import type { Depth, Part, Question } from '../template/template.ts'
import { type Ground, itemSource, optionsOf, personName, type Scope } from './ground.ts'
import { inboxTarget, pickedValue } from './inbox.ts'
import type { ItemSpot, Spot } from './plan.ts'
import { defaultValue, leansOnAnswers, proposalOf } from './resolve.ts'
import type { Answer, AnswerPath, Value } from './state.ts'

/** A template being gone through, and what was found so far; `adding` names a group to offer one more item of. */
export interface Walk extends Ground {
  readonly values: Map<AnswerPath, Value>
  readonly questions: Map<AnswerPath, Question>
  readonly groups: Map<AnswerPath, readonly string[]>
  readonly spots: Spot[]
  readonly adding: AnswerPath | undefined
}

/** Where in it one is. */
export interface Here {
  readonly part: Part
  readonly scope: Scope
  readonly item?: ItemSpot
  /** Nested questions lie at least as deep as their group. */
  readonly floor: Depth
}

const RANK = { quick: 0, core: 1, deeper: 2 } as const

/** Finds how one question stands, and keeps its value and its spot. */
export function visitQuestion(walk: Walk, here: Here, question: Question, path: AnswerPath): void {
  const isFed =
    itemSource(question) !== undefined || inboxTarget(question) !== undefined || isContinuing(question)
  const needsItems = isFed && optionsOf(walk, here.scope, question).length === 0
  const answer = answerAt(walk, question, path)
  if (needsItems && answer === undefined && !offersOwn(question)) return
  const found =
    answer === undefined ? unanswered(walk, here, question) : answered(walk, here, question, answer, path)
  if (found.value !== undefined && found.value !== null) walk.values.set(path, found.value)
  walk.spots.push({
    path,
    kind: 'question',
    question,
    part: here.part,
    scope: here.scope,
    ...(here.item === undefined ? {} : { item: here.item }),
    state: found.state,
    ...(found.value === undefined ? {} : { value: found.value }),
    unasked: answer === undefined || answer.read === true,
  })
}

/** The answer of a question; what is picked from the inbox are the items that are there. */
function answerAt(walk: Walk, question: Question, path: AnswerPath): Answer | undefined {
  const group = inboxTarget(question)
  if (group === undefined) return walk.interview.answers.get(path)
  const value = pickedValue(walk.interview, path, group)
  return value === undefined ? undefined : { value }
}

type Found = { readonly state: Spot['state']; readonly value?: Value | null }

function unanswered(walk: Walk, here: Here, question: Question): Found {
  const [only, other] = isContinuing(question) ? optionsOf(walk, here.scope, question) : []
  // One thing alone to go on from is no question.
  if (only !== undefined && other === undefined) return { state: 'answered', value: only.value }
  if (isAsked(walk, here, question)) return { state: 'open' }
  const value = here.item === undefined ? undefined : defaultValue(question, walk, here.scope)
  return value === undefined ? { state: 'waiting' } : { state: 'waiting', value }
}

function answered(walk: Walk, here: Here, question: Question, answer: Answer, path: AnswerPath): Found {
  if (isEdited(walk, question, answer.value, path)) return { state: 'stale', value: answer.value }
  if (answer.value === null) return { state: 'answered', value: null }
  if (!stillOffered(walk, here, question, answer.value)) return { state: 'stale', value: answer.value }
  if (answer.basis === undefined || !leansOnAnswers(question))
    return { state: 'answered', value: answer.value }
  const proposal = proposalOf(question, walk, here.scope)
  if (proposal === answer.basis) return { state: 'answered', value: answer.value }
  if (answer.value !== answer.basis) return { state: 'stale', value: answer.value }
  return proposal === undefined ? { state: 'open' } : { state: 'answered', value: proposal }
}

/** It was changed in its field and left without giving it: what counts is asked before it is forgotten or kept. */
function isEdited(walk: Walk, question: Question, value: Value | null, path: AnswerPath): boolean {
  const typed = walk.interview.typed.get(path)
  if (typed === undefined || ['choice', 'choices', 'confirm'].includes(question.type)) return false
  if (value === null) return typed !== ''
  return typed !== (question.type === 'person' ? personName(walk.world, String(value)) : String(value))
}

/** Items that were removed can no longer be chosen; other choices stay what they were. */
function stillOffered(walk: Walk, here: Here, question: Question, value: Value): boolean {
  if (itemSource(question) === undefined && !isContinuing(question)) return true
  const offered = optionsOf(walk, here.scope, question).map((option) => option.value)
  const chosen = typeof value === 'object' ? value : [String(value)]
  return offersOwn(question) || chosen.every((one) => offered.includes(one))
}

/** Whether a question asks which earlier answer is gone on from. */
function isContinuing(question: Question): boolean {
  return (
    question.type === 'choice' && 'continues' in question.options && question.options.continues !== undefined
  )
}

function offersOwn(question: Question): boolean {
  return (question.type === 'choice' || question.type === 'choices') && question.other === true
}

/** Whether a question lies as deep as one is asked here, or less. */
export function isAsked(walk: Walk, here: Here, question: Question): boolean {
  const limit = walk.interview.opened.has(here.part.id) ? 'deeper' : walk.interview.depth
  return RANK[deepest(here.floor, question.depth)] <= RANK[limit]
}

/** The deeper one of two depths. */
export function deepest(a: Depth, b: Depth): Depth {
  return RANK[a] >= RANK[b] ? a : b
}
