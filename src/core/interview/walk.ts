import type { Depth, GroupQuestion, Question } from '../template/template.ts'
import { fewest, find, itemSource, optionsOf, pathIn, valueNamed } from './ground.ts'
import { inboxQuestion, originOf, typedKeys } from './inbox.ts'
import { freshKey, linesOf } from './keys.ts'
import type { ItemSpot, Plan, Spot } from './plan.ts'
import type { AnswerPath, Interview } from './state.ts'
import { deepest, type Here, isAsked, visitQuestion, type Walk } from './walk-question.ts'
import { holds } from './when.ts'
import type { World } from './world.ts'

/** Goes through a template once, in order, and finds every question that applies; `adding` names a group to offer one more item. */
export function walkTemplate(interview: Interview, world: World, adding: AnswerPath | undefined): Plan {
  const walk: Walk = {
    interview,
    world,
    adding,
    values: new Map(),
    questions: new Map(),
    groups: new Map(),
    spots: [],
  }
  for (const part of interview.template.parts) {
    if (!holds(part.when, walk, [])) continue
    for (const question of part.questions) visit(walk, { part, scope: [], floor: 'quick' }, question)
  }
  return walk
}

function visit(walk: Walk, here: Here, question: Question): void {
  if (!holds(question.when, walk, here.scope)) return
  const path = pathIn(here.scope[0] ?? '', question.id)
  walk.questions.set(path, question)
  if (question.type === 'group') visitGroup(walk, here, question, path)
  else visitQuestion(walk, here, question, path)
}

function visitGroup(walk: Walk, here: Here, group: GroupQuestion, path: AnswerPath): void {
  if (group.each !== undefined) {
    visitEach(walk, here, group, group.each)
    return
  }
  const keys = keysOf(walk, path)
  walk.groups.set(path, keys)
  if (group.carries !== undefined) {
    visitCarried(walk, here, group, path, keys)
    return
  }
  if (group.entry !== undefined) visitLines(walk, here, group, path, typedKeys(walk.interview, path))
  const inside = keys.length > 0 ? 'quick' : group.depth
  keys.forEach((key, index) => {
    const picked = originOf(walk.interview, path, key) !== undefined
    const item = { group, path, key, index: index + 1, fresh: false, canFinish: false, picked }
    visitItem(walk, here, item, picked ? openOfPicked(walk, item) : group.questions, inside)
  })
  if (group.entry !== undefined) return
  const wants = walk.adding === path || wantsMore(walk, here, group, path, keys)
  if (wants || walk.interview.closed.has(path)) visitFresh(walk, here, group, path, keys, wants)
}

/** Items of a group; what was picked from an inbox that is not asked about does not count. */
function keysOf(walk: Walk, path: AnswerPath): readonly string[] {
  const inbox = inboxQuestion(walk.interview.template, path)
  const isHidden = inbox !== undefined && !walk.questions.has(inbox.id)
  return isHidden ? typedKeys(walk.interview, path) : (walk.interview.items.get(path) ?? [])
}

/** Of an item that was picked only what it says is known, and its side is asked for where it says none: the rest stands in its own note. */
function openOfPicked(walk: Walk, { group, path, key }: ItemSpot): readonly Question[] {
  return group.questions.filter(
    ({ id, type }) =>
      type !== 'group' && (id === 'side' || walk.interview.answers.has(`${path}/${key}/${id}`)),
  )
}

/** What is open with the person: its items are there, and no others are made. */
function visitCarried(
  walk: Walk,
  here: Here,
  group: GroupQuestion,
  path: AnswerPath,
  keys: readonly string[],
): void {
  keys.forEach((key, index) => {
    const item = { group, path, key, index: index + 1, fresh: false, canFinish: false }
    visitItem(walk, here, item, group.questions, group.depth)
  })
}

function visitEach(walk: Walk, here: Here, group: GroupQuestion, each: string): void {
  const source = find(walk, here.scope, each)
  const owner = source === undefined ? undefined : walk.questions.get(source)
  if (source === undefined || owner?.type !== 'group') return
  const keys = walk.groups.get(source) ?? []
  const left = group.unless === undefined ? undefined : valueNamed(walk, here.scope, group.unless)
  const without = typeof left === 'object' ? left : []
  keys.forEach((key, index) => {
    if (without.includes(key)) return
    const item = { group: owner, path: source, key, index: index + 1, fresh: false, canFinish: false }
    visitItem(walk, here, item, group.questions, group.depth)
  })
}

function visitItem(
  walk: Walk,
  here: Here,
  item: ItemSpot,
  questions: readonly Question[],
  floor: Depth,
): void {
  const prefix = `${item.path}/${item.key}`
  const inside = { part: here.part, scope: [prefix, ...here.scope], item, floor: deepest(here.floor, floor) }
  for (const [path, answer] of walk.interview.answers) {
    if (
      answer.read === true &&
      answer.value !== null &&
      path.startsWith(`${prefix}/`) &&
      !walk.values.has(path)
    ) {
      if (!questions.some((question) => pathIn(prefix, question.id) === path))
        walk.values.set(path, answer.value)
    }
  }
  for (const question of questions) visit(walk, inside, question)
}

function visitLines(
  walk: Walk,
  here: Here,
  group: GroupQuestion,
  path: AnswerPath,
  keys: readonly string[],
): void {
  const answer = walk.interview.answers.get(path)
  const isDone = keys.length > 0 || answer !== undefined || walk.interview.closed.has(path)
  const typed = walk.interview.typed.get(path)
  const isEdited = isDone && typed !== undefined && typed !== linesOf(walk.interview, path, keys)
  walk.spots.push({
    path,
    kind: 'lines',
    question: group,
    part: here.part,
    scope: here.scope,
    ...(here.item === undefined ? {} : { item: here.item }),
    state: isEdited ? 'stale' : isDone ? 'answered' : isAsked(walk, here, group) ? 'open' : 'waiting',
    ...(keys.length > 0 ? { value: linesOf(walk.interview, path, keys) } : isDone ? { value: null } : {}),
    unasked: !isDone,
  })
}

/** A group goes on until it is closed, full, or has nothing left to choose from. */
function wantsMore(
  walk: Walk,
  here: Here,
  group: GroupQuestion,
  path: AnswerPath,
  keys: readonly string[],
): boolean {
  const isOpened = walk.interview.opened.has(here.part.id)
  const isHurried = walk.interview.depth === 'quick' && !isOpened
  const most = Math.min(
    group.max ?? Number.POSITIVE_INFINITY,
    (isHurried ? group.quickMax : undefined) ?? Number.POSITIVE_INFINITY,
    (isOpened ? undefined : group.enough) ?? Number.POSITIVE_INFINITY,
  )
  if (walk.interview.closed.has(path) || keys.length >= most) return false
  return keys.length < fewest(group) || !isExhausted(walk, here, group, path, keys)
}

function isExhausted(
  walk: Walk,
  here: Here,
  group: GroupQuestion,
  path: AnswerPath,
  keys: readonly string[],
): boolean {
  const chooser = group.questions.find((question) => itemSource(question) !== undefined)
  if (chooser === undefined || keys.length === 0) return false
  const offered = optionsOf(walk, here.scope, chooser).map((option) => option.value)
  const used = keys.flatMap((key) => walk.values.get(`${path}/${key}/${chooser.id}`) ?? [])
  return offered.length > 0 && offered.every((value) => used.some((one) => one === value))
}

/**
 * The first question of an item that does not exist yet; the answer makes it. Of a closed group it counts as
 * answered, so that going back reaches it.
 */
function visitFresh(
  walk: Walk,
  here: Here,
  group: GroupQuestion,
  path: AnswerPath,
  keys: readonly string[],
  wants: boolean,
): void {
  const item = {
    group,
    path,
    key: freshKey(walk.interview, path),
    index: keys.length + 1,
    fresh: true,
    canFinish: keys.length >= fewest(group),
  }
  const trial: Walk = { ...walk, spots: [], values: new Map(walk.values), questions: new Map(walk.questions) }
  visitItem(trial, here, item, group.questions, group.depth)
  const first =
    trial.spots.find(({ state }) => state === 'open') ??
    trial.spots.find(({ state }) => state === 'waiting') ??
    trial.spots[0]
  if (first === undefined) return
  walk.spots.push(wants ? undecided(first) : { ...first, state: 'answered', value: null, unasked: false })
}

/** What an item that does not exist yet would be proposed is no value of the interview. */
function undecided(first: Spot): Spot {
  const { value: _proposed, ...rest } = first
  return first.state === 'waiting' ? rest : first
}
