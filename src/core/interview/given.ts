import type { Mistake, Place } from '../problem.ts'

/** Answers as they were handed over, before they are read: text, lists and maps, each with where it stands. `none` is a name with nothing behind it. */
export type Given =
  | { readonly kind: 'none'; readonly place: Place }
  | { readonly kind: 'text'; readonly text: string; readonly place: Place }
  | { readonly kind: 'list'; readonly items: Given[]; readonly place: Place }
  | GivenMap

/** The names and values of one level; the answers of a whole interview are one. */
export interface GivenMap {
  readonly kind: 'map'
  readonly entries: Map<string, Given>
  readonly place: Place
}

/** Name under which the line of an item stands when its fields are given besides. */
export const LINE = '@line'

/** Name under which an answers file gives an item of evidence a name of its own, by which later answers cite it. */
export const OWN_ID = 'id'

/** Answers in which nothing is given. */
export function nothingGiven(): GivenMap {
  return { kind: 'map', entries: new Map(), place: {} }
}

/** Puts one `path=value` into the answers; numbers in the path count items from 1. Gives what is wrong with it, if anything. */
export function setGiven(root: GivenMap, assignment: string): Mistake | undefined {
  const at = assignment.indexOf('=')
  const path = at < 0 ? '' : assignment.slice(0, at).trim()
  if (path === '') {
    return {
      path: assignment,
      message: 'A name, an equals sign and an answer are needed.',
      mend: 'Write goals.1.by=2026-12-18.',
    }
  }
  const names = path.split('.')
  const last = names.pop() ?? ''
  const text: Given = { kind: 'text', text: assignment.slice(at + 1), place: {} }
  let here: Given = root
  for (const [index, name] of names.entries()) {
    const below = childOf(here, name, /^\d+$/.test(names[index + 1] ?? last))
    if (below === undefined) return unreachable(path, name)
    here = below
  }
  return put(here, last, text) ? undefined : unreachable(path, last)
}

function unreachable(path: string, name: string): Mistake {
  return {
    path,
    message: `There is no place for "${name}" here.`,
    mend: 'Items are counted from 1, each right after the one before.',
  }
}

function childOf(here: Given, name: string, isList: boolean): Given | undefined {
  const empty: Given = isList ? { kind: 'list', items: [], place: {} } : nothingGiven()
  const found = get(here, name)
  if (found === undefined || found.kind === 'none') return put(here, name, empty) ? empty : undefined
  if (found.kind !== 'text' || isList) return found
  const map: Given = { kind: 'map', entries: new Map([[LINE, found]]), place: found.place }
  return put(here, name, map) ? map : undefined
}

function get(here: Given, name: string): Given | undefined {
  if (here.kind === 'map') return here.entries.get(name)
  return here.kind === 'list' ? here.items[Number(name) - 1] : undefined
}

function put(here: Given, name: string, value: Given): boolean {
  if (here.kind === 'map') {
    here.entries.set(name, value)
    return true
  }
  const index = /^\d+$/.test(name) ? Number(name) - 1 : -1
  if (here.kind !== 'list' || index < 0 || index > here.items.length) return false
  here.items[index] = value
  return true
}
