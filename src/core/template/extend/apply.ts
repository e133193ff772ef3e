import { templateSchema } from '../schema.ts'
import type { Fault } from '../shape.ts'
import type { ValuePath } from '../source.ts'
import type { Template } from '../template.ts'
import { addEach } from './add.ts'
import { holderName, isRow, type Row, spotOf } from './names.ts'
import { noOrigins, type Origins, remember } from './origins.ts'
import { unknownName } from './unknown.ts'

/** A change that a team's file makes to something by its name, and where in the file. */
export interface Made {
  readonly did: 'remove' | 'add' | 'move'
  readonly name: string
  readonly path: ValuePath
  /** What it was taken out of, where nothing is left in there now: `part/view`. */
  readonly emptied?: string
}

/** A template being put together from another one and what a team's file says about it. */
export interface Work {
  /** The template as it is so far; parts and questions stand in it as plain values. */
  readonly root: Row
  /** How the other template is called in messages. */
  readonly called: string
  readonly origins: Origins
  readonly faults: Fault[]
  readonly made: Made[]
}

const TEMPLATE_KEYS = Object.keys(templateSchema.shape).filter((key) => key !== 'parts')

/**
 * The template that comes of another one and the changes of a team's file, as a raw value that is not checked yet. What the
 * file names and the other one does not have comes back as faults, whose paths lead into the file. Order: out, changed, in, moved.
 */
export function applyChanges(base: Template, own: Row): Work {
  const root: Row = { ...(structuredClone(base) as unknown as Row) }
  const called = own.id === base.id ? `The "${base.id}" that ships` : `"${base.id}"`
  const work: Work = { root, called, origins: noOrigins(), faults: [], made: [] }
  overlay(work, own)
  removeEach(work, own.remove)
  if (isRow(own.replace))
    for (const [name, changes] of Object.entries(own.replace)) replace(work, name, changes)
  addEach(work, own)
  return work
}

/** What the file says of itself; of what is a map, such as the note, only the keys it gives. */
function overlay(work: Work, own: Row): void {
  const { root, origins } = work
  const keys = ['id', 'version', ...TEMPLATE_KEYS.filter((key) => own[key] !== undefined)]
  origins.keys.set(root, new Map(keys.map((key) => [key, [key]])))
  for (const key of keys) {
    const [before, after] = [root[key], own[key]]
    remember(origins, after, [key])
    if (!isRow(before) || !isRow(after)) {
      root[key] = after
      continue
    }
    const merged = { ...before, ...after }
    root[key] = merged
    origins.keys.set(merged, new Map(Object.keys(after).map((one) => [one, [key, one]])))
  }
}

function removeEach(work: Work, names: unknown): void {
  if (!Array.isArray(names)) return
  for (const [index, name] of names.entries()) {
    if (typeof name !== 'string') continue
    const path = ['remove', index]
    const spot = spotOf(work.root, name)
    if (spot === undefined) work.faults.push(unknownName(work, name, path))
    else {
      spot.list.splice(spot.index, 1)
      const emptied = spot.list.length === 0 ? holderName(work.root, spot.list) : undefined
      work.made.push({ did: 'remove', name, path, ...(emptied === undefined ? {} : { emptied }) })
    }
  }
}

/** Some keys of a part, a section or a question; with a `type` it is a new question. A key with nothing in it is taken out. */
function replace(work: Work, name: string, changes: unknown): void {
  const path = ['replace', name]
  const spot = spotOf(work.root, name)
  if (spot === undefined) {
    work.faults.push(unknownName(work, name, path, 'key'))
    return
  }
  if (!isRow(changes)) return
  const { one, list, index, sort } = spot
  if (changes.id !== undefined && changes.id !== one.id) {
    const message = `"${name}" keeps its id, by which its answers are known.`
    const mend = 'Drop "id" here, or remove the old one and add a new one.'
    work.faults.push({ path: [...path, 'id'], on: 'key', message, mend })
  }
  const { id: _, ...given } = changes
  remember(work.origins, changes, path)
  if (sort === 'question' && given.type !== undefined) {
    const whole = { id: one.id, ...given }
    work.origins.own.set(whole, path)
    list[index] = whole
    return
  }
  const merged: Row = { ...one, ...given }
  for (const [key, value] of Object.entries(given)) if (value === null) delete merged[key]
  const before = work.origins.keys.get(one) ?? []
  const keys = Object.keys(given).map((key) => [key, [...path, key]] as const)
  work.origins.keys.set(merged, new Map([...before, ...keys]))
  work.origins.near.set(merged, path)
  list[index] = merged
}
