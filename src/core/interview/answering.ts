import { distance } from 'fastest-levenshtein'
import type { GroupQuestion } from '../template/template.ts'
import { fewest } from './ground.ts'
import { inboxTarget, pickedIn, pickStep, putBackStep, typedKeys } from './inbox.ts'
import { freshKey, linePath } from './keys.ts'
import type { Plan, Spot } from './plan.ts'
import { leansOnAnswers, proposalOf } from './resolve.ts'
import type { AnswerPath, Kept, Step, Value } from './state.ts'
import { viewSteps } from './their-view.ts'
import type { ReadItem } from './world.ts'

/** The step that gives a value (null: skipped) to a question; the first answer of a new item also makes the item. */
export function answerStep(plan: Plan, spot: Spot, value: Value | null, kept: readonly Kept[] = []): Step {
  const { item } = spot
  const group = inboxTarget(spot.question)
  if (group !== undefined) {
    const ids = typeof value === 'object' && value !== null ? value : []
    return pickStep(plan.interview, plan.world, spot.path, group, ids)
  }
  if (item?.fresh === true && item.canFinish && item.group.max !== 1 && value === null) {
    return { step: 'close', path: item.path }
  }
  const basis = leansOnAnswers(spot.question) ? proposalOf(spot.question, plan, spot.scope) : undefined
  const answer: Step = {
    step: 'answer',
    path: spot.path,
    value,
    ...(basis === undefined ? {} : { basis }),
    ...(kept.length === 0 ? {} : { kept }),
  }
  const beside = viewSteps(plan, spot, value)
  if (beside.length > 0) return { step: 'all', steps: [answer, ...beside] }
  if (item === undefined) return withPutBack(plan, spot, answer)
  if (item.fresh) return { step: 'all', steps: [answer, ...begun(plan, item.path, item.key)] }
  const line = changedLine(plan, spot, value)
  return line === undefined ? answer : { step: 'all', steps: [answer, line] }
}

/** Another person has another inbox: what was picked about the one before is put back. */
function withPutBack(
  { interview }: Plan,
  { question, path }: Spot,
  answer: Extract<Step, { step: 'answer' }>,
): Step {
  const isOther = question.type === 'person' && interview.answers.get(path)?.value !== answer.value
  const back = isOther ? putBackStep(interview) : undefined
  return back === undefined ? answer : { step: 'all', steps: [answer, back] }
}

function begun(plan: Plan, path: AnswerPath, key: string): readonly Step[] {
  const keys = plan.interview.items.get(path) ?? []
  const items: Step = { step: 'items', path, keys: [...keys, key] }
  return plan.interview.closed.has(path) && plan.adding !== path ? [items, { step: 'reopen', path }] : [items]
}

/** The line an item would be read from now that its words are `value`; `isOwn` when they are a whole line of their own. */
export function rewordedLine(plan: Plan, { item, path }: Spot, value: string, isOwn: boolean): string {
  const line = String(plan.interview.answers.get(linePath(item?.path ?? '', item?.key ?? ''))?.value ?? '')
  const before = plan.values.get(path)
  const isInside = !isOwn && typeof before === 'string' && before !== '' && line.includes(before)
  return isInside ? line.replace(before, () => value) : value
}

/** The step for an item whose words were changed and read again. What was asked for stays, unless the words now say otherwise. */
export function rewordedStep(plan: Plan, spot: Spot, read: ReadItem, kept: readonly Kept[]): Step {
  const { path, key } = spot.item ?? { path: '', key: '' }
  const keeps = new Map([[String(read.fields[spot.question.id]), kept]])
  return { step: 'all', steps: fieldSteps(plan, path, key, read, keeps) }
}

/** The line an item was read from follows when its words are changed, so that it reads right when shown again. */
function changedLine(plan: Plan, spot: Spot, value: Value | null): Step | undefined {
  const { item } = spot
  if (item?.group.entry?.into !== spot.question.id || typeof value !== 'string') return undefined
  const path = linePath(item.path, item.key)
  return { step: 'answer', path, value: rewordedLine(plan, spot, value, false) }
}

/**
 * The step that makes a group's items what was typed, one a line; `kept` is wording kept on purpose, by the words it stands in. A line that stands as before keeps its item and all
 * its answers; one that was reworded keeps its item; the rest are new.
 */
export function linesStep(
  plan: Plan,
  spot: Spot,
  items: readonly ReadItem[],
  kept: ReadonlyMap<string, readonly Kept[]> = new Map(),
): Step {
  const { path } = spot
  const picked = pickedIn(plan.interview, path).map(({ key }) => key)
  if (items.length === 0) {
    return {
      step: 'all',
      steps: [
        { step: 'answer', path, value: null },
        { step: 'items', path, keys: picked },
      ],
    }
  }
  const keys = keysFor(plan, path, items)
  const fields = items.flatMap((item, index) => fieldSteps(plan, path, keys[index] ?? '', item, kept))
  return { step: 'all', steps: [...fields, { step: 'items', path, keys: [...picked, ...keys] }] }
}

function fieldSteps(
  plan: Plan,
  groupPath: AnswerPath,
  key: string,
  item: ReadItem,
  kept: ReadonlyMap<string, readonly Kept[]>,
): readonly Step[] {
  const answers = plan.interview.answers
  const line = linePath(groupPath, key)
  if (answers.get(line)?.value === item.line) return []
  const prefix = `${groupPath}/${key}/`
  const gone = [...answers]
    .filter(
      ([path, answer]) =>
        path.startsWith(prefix) && answer.read === true && !(path.slice(prefix.length) in item.fields),
    )
    .map(([path]): Step => ({ step: 'forget', path }))
  const read = Object.entries(item.fields).map(([id, value]): Step => {
    const keeps = kept.get(String(value)) ?? []
    return {
      step: 'answer',
      path: prefix + id,
      value,
      read: true,
      ...(keeps.length === 0 ? {} : { kept: keeps }),
    }
  })
  return [{ step: 'answer', path: line, value: item.line }, ...gone, ...read]
}

function keysFor(plan: Plan, path: AnswerPath, items: readonly ReadItem[]): readonly string[] {
  const before = typedKeys(plan.interview, path).map((key) => ({
    key,
    line: String(plan.interview.answers.get(linePath(path, key))?.value ?? ''),
  }))
  const free = new Set(before)
  const take = (matches: (line: string) => boolean) => {
    const found = [...free].find((old) => matches(old.line))
    if (found !== undefined) free.delete(found)
    return found?.key
  }
  const same = items.map((item) => take((line) => line === item.line))
  let number = Number(freshKey(plan.interview, path).slice(1))
  return items.map(
    (item, index) => same[index] ?? take((line) => isReworded(line, item.line)) ?? `k${number++}`,
  )
}

/** Long lines are compared by their beginning. */
const COMPARED = 400

function isReworded(before: string, after: string): boolean {
  const [a, b] = [before.slice(0, COMPARED), after.slice(0, COMPARED)]
  return a !== '' && b !== '' && distance(a, b) <= Math.max(a.length, b.length) / 2
}

/** What is wrong with this many items in a group, in one sentence; undefined when it is fine. */
export function itemsMistake(group: GroupQuestion, count: number): string | undefined {
  if (group.max !== undefined && count > group.max) {
    return group.max === 1 ? 'One line is enough here.' : `That is ${count}; at most ${group.max} fit here.`
  }
  const least = fewest(group)
  if (count < least) return least === 1 ? 'At least one is needed.' : `At least ${least} are needed.`
  return undefined
}

/** Steps that change the items of a group: one fewer, or one moved by a place up (-1) or down (1). */
export function withoutItem(plan: Plan, path: AnswerPath, key: string): Step {
  return { step: 'items', path, keys: (plan.interview.items.get(path) ?? []).filter((one) => one !== key) }
}

/** As `withoutItem`, moving instead of removing; a move beyond the ends changes nothing. */
export function movedItem(plan: Plan, path: AnswerPath, key: string, by: -1 | 1): Step {
  const keys = [...(plan.interview.items.get(path) ?? [])]
  const from = keys.indexOf(key)
  const to = from + by
  const other = keys[to]
  if (from < 0 || other === undefined) return { step: 'items', path, keys }
  keys[to] = key
  keys[from] = other
  return { step: 'items', path, keys }
}
