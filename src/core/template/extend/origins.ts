import type { ValuePath } from '../source.ts'
import { isRow, type Row } from './names.ts'

/** What of a template that was put together comes from the team's own file, and from where in it. */
export interface Origins {
  /** Maps and lists of the own file, with their path there. */
  readonly own: Map<unknown, ValuePath>
  /** Maps of the other template in which some keys are the team's own: key -> path in the own file. */
  readonly keys: Map<unknown, ReadonlyMap<PropertyKey, ValuePath>>
  /** Those maps, with the place in the own file that changes them. */
  readonly near: Map<unknown, ValuePath>
}

/** Where something comes from: a path in the own file, or the other template; then `near` is the closest place in the own file. */
type Located = { readonly own: ValuePath } | { readonly near: ValuePath; readonly name: string }

/** Nothing is known yet. */
export function noOrigins(): Origins {
  return { own: new Map(), keys: new Map(), near: new Map() }
}

/** Remembers a value of the own file, and all inside it. */
export function remember(origins: Origins, value: unknown, path: ValuePath): void {
  if (!(value instanceof Object)) return
  origins.own.set(value, path)
  const inside = Array.isArray(value) ? value.entries() : Object.entries(value)
  for (const [key, one] of inside) remember(origins, one, [...path, key])
}

/** Where the value at a path of the template that was put together comes from. `name` is the question, part or section it belongs to. */
export function locate(origins: Origins, root: Row, path: ValuePath): Located {
  let value: unknown = root
  let own: ValuePath | undefined
  let near: ValuePath = ['extends']
  for (const step of path) {
    const next: unknown = value instanceof Object ? Reflect.get(value, step) : undefined
    own =
      origins.keys.get(value)?.get(step) ??
      origins.own.get(next) ??
      (own === undefined || next instanceof Object ? undefined : [...own, step])
    near = own ?? origins.near.get(next) ?? near
    value = next
  }
  return own === undefined ? { near, name: nameAt(root, path) } : { own }
}

/** What is at a path, by the name under which a team's file speaks of it. */
function nameAt(root: Row, path: ValuePath): string {
  const found: string[] = []
  let sort = ''
  let value: unknown = root
  let list = ''
  for (const step of path) {
    value = value instanceof Object ? Reflect.get(value, step) : undefined
    if (typeof step === 'string') list = step
    if (typeof step !== 'number' || !isRow(value) || typeof value.id !== 'string') continue
    if (list === 'parts') sort = `part/${value.id}`
    if (list === 'sections') sort = `section/${value.id}`
    if (list === 'questions') found.push(value.id)
  }
  if (found.length > 0) return found.join('.')
  return sort === '' ? path.join('.') : sort
}
