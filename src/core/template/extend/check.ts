import type { Mistake } from '../../problem.ts'
import { placed } from '../placed.ts'
import { checkReferences } from '../references.ts'
import { type Fault, readShape } from '../shape.ts'
import type { Source, ValuePath } from '../source.ts'
import type { Template } from '../template.ts'
import { applyChanges, type Made, type Work } from './apply.ts'
import { isRow, lastStep } from './names.ts'
import { locate } from './origins.ts'
import { layoutFaults } from './shape.ts'

/** The template that another one is built on, or why there is none. */
export type Base = { readonly template: Template } | { readonly message: string; readonly mend: string }

/**
 * Reads a file that is built on another template: the template that comes of both, or every mistake at its place in this
 * file, those already `known` among them. What no longer fits in the other template, because of this one, is told at the line that made it so, with the name of what it breaks.
 */
export function checkExtending(
  source: Source,
  base: Base | undefined,
  libraries: readonly string[] | undefined,
  known: readonly Fault[],
): { readonly template: Template } | { readonly mistakes: readonly Mistake[] } {
  const own = source.value
  const layout = [...known, ...layoutFaults(own)]
  if (!isRow(own) || base === undefined || !('template' in base)) {
    const { message, mend } = base !== undefined && 'message' in base ? base : UNFOUND
    const fault: Fault = { path: ['extends'], on: 'value', message, mend }
    const isNamed = isRow(own) && typeof own.extends === 'string'
    return { mistakes: placed(isNamed ? [...layout, fault] : layout, source) }
  }
  const work = applyChanges(base.template, own)
  const shape = readShape(work.root)
  const whole = [...('faults' in shape ? shape.faults : []), ...checkReferences(work.root, libraries)]
  const faults = [...layout, ...work.faults, ...toldHere(whole, work)]
  if (faults.length === 0 && 'template' in shape) return { template: shape.template }
  return { mistakes: placed(faults, source) }
}

/** Something that only a reader of YAML sees as this key, such as one in braces. */
const UNFOUND = {
  message: 'What this builds on cannot be told.',
  mend: 'Write "extends: id" on a line of its own, without quotes.',
}

/** Faults of the template as it came out, at their place in the file; those in what was taken over are gathered by cause. */
function toldHere(faults: readonly Fault[], work: Work): readonly Fault[] {
  const told: Fault[] = []
  const inherited = new Map<
    string,
    { readonly fault: Fault; readonly cause: Made | undefined; readonly names: Set<string> }
  >()
  for (const fault of faults) {
    const located = locate(work.origins, work.root, fault.path)
    if ('own' in located) {
      told.push({ ...fault, path: located.own })
      continue
    }
    const emptying = work.made.findLast(({ emptied }) => emptied === located.name)
    if (emptying !== undefined && fault.path.at(-1) === 'questions') {
      told.push(leftEmpty(emptying, located.name))
      continue
    }
    const cause = work.made.find(({ name }) => speaksOf(fault.message, name))
    const path: ValuePath = cause?.path ?? located.near
    const key = `${path.join('/')} ${fault.message}`
    const before = inherited.get(key)
    if (before === undefined)
      inherited.set(key, { fault: { ...fault, path }, cause, names: new Set([located.name]) })
    else before.names.add(located.name)
  }
  return [
    ...told,
    ...[...inherited.values()].map(({ fault, cause, names }) => broken(work, fault, cause, [...names])),
  ]
}

/** A part in which nothing is left goes as a whole. */
function leftEmpty({ name, path }: Made, part: string): Fault {
  const message = `Nothing is left in "${part}".`
  return { path, on: 'value', message, mend: `Write "${part}" in place of what it held, or keep "${name}".` }
}

/** Whether a message names the thing, by its id in quotes. */
function speaksOf(message: string, name: string): boolean {
  return message.includes(`"${lastStep(name)}"`)
}

function broken(work: Work, fault: Fault, cause: Made | undefined, names: readonly string[]): Fault {
  const some = names.slice(0, 4).map((name) => `"${name}"`)
  const more = names.length > 4 ? ` and ${names.length - 4} more` : ''
  const where = `${some.join(', ')}${more}`
  const message = `${work.called}, in ${where}: ${fault.message}`
  const mend =
    cause?.did === 'remove'
      ? `Keep "${cause.name}", or remove or replace ${names.length === 1 ? 'that one' : 'those'} too.`
      : fault.mend
  return { ...fault, on: 'value', message, mend }
}
