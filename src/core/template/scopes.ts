import type { Fault } from './shape.ts'
import type { ValuePath } from './source.ts'

/** A map as it came out of YAML, not yet known to be right. */
export type Raw = Readonly<Record<string, unknown>>

/** One question as it stands in the file, with what can be said about its place in the order of asking. */
export interface Declared {
  readonly id: string
  readonly path: ValuePath
  readonly raw: Raw
  /** Position in the order of asking, from 0. */
  readonly order: number
  /** Where the question's own names are looked up. */
  readonly scope: Scope
  /** For groups: the names inside one item. */
  readonly inner?: Scope
}

/** Names that can be seen from one place: those of the item, then those around it. */
export interface Scope {
  readonly names: Map<string, Declared>
  readonly around?: Scope
  /** Id of the group, for messages. */
  readonly group?: string
}

/** Everything declared in a template, in the order of asking. */
interface Declarations {
  readonly all: readonly Declared[]
  readonly top: Scope
  readonly faults: readonly Fault[]
}

/** What is known of each item that is carried over, without being asked. */
const CARRIED = ['text', 'about', 'status', 'kind'] as const

const TAKEN = new Set(['all', 'any', 'not', 'answered', 'count', 'most', 'constructor', 'prototype'])

/** Collects every question of a template's raw parts and reports ids that are used twice or cannot be used. */
export function declare(parts: readonly { path: ValuePath; raw: Raw }[]): Declarations {
  const faults: Fault[] = []
  const all: Declared[] = []
  const top: Scope = { names: new Map() }

  const add = (raw: Raw, path: ValuePath, scope: Scope) => {
    const id = typeof raw.id === 'string' ? raw.id : ''
    const inner = raw.type === 'group' ? innerScope(raw, id, scope) : undefined
    const declared = { id, path, raw, order: all.length, scope, ...(inner && { inner }) }
    all.push(declared)
    const problem = idProblem(id, scope)
    if (problem !== undefined) faults.push({ path: [...path, 'id'], on: 'value', ...problem })
    else if (id !== '') scope.names.set(id, declared)
    if (inner !== undefined && raw.carries !== undefined)
      for (const name of CARRIED)
        inner.names.set(name, { ...declared, id: name, raw: { id: name, type: 'text' }, scope: inner })
    if (inner !== undefined)
      for (const nested of maps(raw.questions, [...path, 'questions'])) add(nested.raw, nested.path, inner)
  }

  for (const part of parts)
    for (const question of maps(part.raw.questions, [...part.path, 'questions']))
      add(question.raw, question.path, top)
  return { all, top, faults }
}

/** Questions asked of each item of an earlier group share that item's names. */
function innerScope(raw: Raw, id: string, scope: Scope): Scope {
  const target = typeof raw.each === 'string' ? lookUp(scope, raw.each, Number.POSITIVE_INFINITY) : undefined
  return target?.inner ?? { names: new Map(), around: scope, group: id }
}

function idProblem(id: string, scope: Scope): { message: string; mend: string } | undefined {
  if (TAKEN.has(id))
    return { message: `"${id}" has a meaning of its own and cannot be an id.`, mend: 'Choose another one.' }
  if (!scope.names.has(id)) return undefined
  const where = scope.group === undefined ? 'in this template' : `in the items of "${scope.group}"`
  return { message: `The id "${id}" is used twice ${where}.`, mend: 'Give one of the two another id.' }
}

/** The nearest question of that name asked before `order`: inside the item first, then outwards. */
export function lookUp(scope: Scope | undefined, name: string, order: number): Declared | undefined {
  for (let here = scope; here !== undefined; here = here.around) {
    const found = here.names.get(name)
    if (found !== undefined && found.order < order) return found
  }
  return undefined
}

/** Every name that could be meant at `order`, for offering near ones. */
export function namesBefore(scope: Scope, order: number): readonly string[] {
  const names: string[] = []
  for (let here: Scope | undefined = scope; here !== undefined; here = here.around)
    for (const found of here.names.values()) if (found.order < order) names.push(found.id)
  return names
}

/** The maps in a list, with their paths; anything else in it is somebody else's mistake to report. */
export function maps(value: unknown, path: ValuePath): readonly { raw: Raw; path: ValuePath }[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((one: unknown, index) => (isRaw(one) ? [{ raw: one, path: [...path, index] }] : []))
}

/** Whether a value is a map. */
export function isRaw(value: unknown): value is Raw {
  return value instanceof Object && !Array.isArray(value)
}
