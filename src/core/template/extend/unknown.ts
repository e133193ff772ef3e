import type { Fault } from '../shape.ts'
import type { ValuePath } from '../source.ts'
import type { Work } from './apply.ts'
import { namesIn, nearIn, type Sort, sortOf } from './names.ts'

/** A name that stands for nothing in the other template, or no longer. */
export function unknownName(work: Work, name: string, path: ValuePath, on: Fault['on'] = 'value'): Fault {
  const gone = work.made.find(
    (one) => one.did === 'remove' && (name === one.name || name.startsWith(`${one.name}.`)),
  )
  if (gone !== undefined) {
    const message = `"${gone.name}" is taken out by this file.`
    return { path, on, message, mend: `Drop it from "remove", or drop "${name}" here.` }
  }
  const sort = sortOf(name)
  const message = `${work.called} has no ${sort} "${name.replace(/^(?:part|section)\//, '')}".`
  const near = nearIn(work.root, name).map((one) => `"${one}"`)
  if (near.length > 0) return { path, on, message, mend: `Did you mean ${near.join(' or ')}?` }
  return { path, on, message, mend: knownHere(work, name, sort) }
}

/** What there is of the same kind, or in the same group; all questions of a template would be too many to tell. */
function knownHere({ root }: Work, name: string, sort: Sort): string {
  const group = name.slice(0, name.lastIndexOf('.') + 1)
  const all = namesIn(root).filter((one) =>
    sort === 'question' ? group !== '' && one.startsWith(group) : sortOf(one) === sort,
  )
  if (all.length > 0) return `Known: ${all.join(', ')}.`
  return 'See every id with: tactful template questions.'
}
