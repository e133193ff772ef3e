import { isMap } from '../is-map.ts'
import type { Scalar, When } from '../template/when.ts'
import { countOf, find, type Ground, optionsOf, type Scope, valueNamed } from './ground.ts'
import type { Value } from './state.ts'

/** Whether a condition holds over the answers given so far, seen from inside `scope`. No condition holds always. */
export function holds(when: When | undefined, ground: Ground, scope: Scope): boolean {
  if (when === undefined) return true
  return Object.entries(when).every(([key, wanted]) => clauseHolds(key, wanted, ground, scope))
}

function clauseHolds(key: string, wanted: unknown, ground: Ground, scope: Scope): boolean {
  if (key === 'all' && isConditions(wanted)) return wanted.every((each) => holds(each, ground, scope))
  if (key === 'any' && isConditions(wanted)) return wanted.some((each) => holds(each, ground, scope))
  if (key === 'not' && isMap(wanted)) return !holds(wanted as When, ground, scope)
  if (key === 'answered' && typeof wanted === 'string') return countOf(ground, scope, wanted) > 0
  if (key === 'count' && isMap(wanted)) {
    return Object.entries(wanted).every(([id, range]) => within(countOf(ground, scope, id), range))
  }
  if (key === 'most' && isMap(wanted)) {
    return Object.entries(wanted).every(([id, side]) => mostLieOn(side, ground, scope, id))
  }
  return matches(valueNamed(ground, scope, key), wanted)
}

/** More than half of what was picked; what was typed as an own answer lies on no side, and counts as picked. */
function mostLieOn(side: unknown, ground: Ground, scope: Scope, id: string): boolean {
  const path = find(ground, scope, id)
  const question = path === undefined ? undefined : ground.questions.get(path)
  const value = path === undefined ? undefined : ground.values.get(path)
  if (question === undefined || typeof value !== 'object') return false
  const options = optionsOf(ground, scope, question)
  const fitting = value.filter((one) => options.find((option) => option.value === one)?.side === side)
  return fitting.length * 2 > value.length
}

function matches(value: Value | undefined, wanted: unknown): boolean {
  const wants: readonly unknown[] = Array.isArray(wanted) ? wanted : [wanted]
  if (value === undefined) return false
  const has: readonly Scalar[] = typeof value === 'object' ? value : [value]
  return has.some((one) => wants.includes(one))
}

function within(count: number, range: unknown): boolean {
  if (!isMap(range)) return false
  const { min, max } = range as { min?: number; max?: number }
  return count >= (min ?? 0) && count <= (max ?? Number.POSITIVE_INFINITY)
}

/** `all` and `any` hold maps; a question that happens to be called so holds plain values. */
function isConditions(value: unknown): value is readonly When[] {
  return Array.isArray(value) && value.every(isMap)
}
