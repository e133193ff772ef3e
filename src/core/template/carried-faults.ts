import { refer, type Spot } from './condition.ts'
import { type Declared, isRaw } from './scopes.ts'
import type { Fault } from './shape.ts'

/** Keys that say how items are made; items that are carried over are there already. */
const MAKING = ['each', 'entry', 'makes', 'min', 'max', 'quickMax', 'enough'] as const

/** What cannot be in a group whose items are carried over from earlier notes, and in one that leaves some items out. */
export function carriedFaults(one: Declared, spot: Spot): readonly Fault[] {
  return [...carries(one, spot), ...unless(one, spot)]
}

function carries({ raw, path, scope }: Declared, { all, order }: Spot): readonly Fault[] {
  if (raw.carries === undefined) return []
  const here = [...path, 'carries']
  const fault = (message: string, mend: string): Fault => ({ path: here, on: 'key', message, mend })
  const isKnown = all.some(
    (other) => other.raw.type === 'person' && other.scope.group === undefined && other.order < order,
  )
  return [
    ...MAKING.filter((key) => raw[key] !== undefined).map((key) =>
      fault(
        `What is carried over is there already, so "${key}" says nothing.`,
        `Drop "${key}", or drop "carries".`,
      ),
    ),
    ...(scope.group === undefined
      ? []
      : [
          fault(
            'What is open is carried over once, not for each item.',
            'Move the group out of the other one.',
          ),
        ]),
    ...(isKnown ? [] : [fault('It is not known yet whom it is about.', 'Ask for the person before this.')]),
  ]
}

function unless({ raw, path }: Declared, spot: Spot): readonly Fault[] {
  if (typeof raw.unless !== 'string') return []
  const here = [...path, 'unless']
  if (typeof raw.each !== 'string') {
    const message = 'Only a group with "each" can leave items out.'
    return [{ path: here, on: 'key', message, mend: 'Add "each", or drop "unless".' }]
  }
  const result = refer(raw.unless, spot, here)
  if ('fault' in result) return [result.fault]
  const { type, options } = result.found.raw
  if (type === 'choices' && isRaw(options) && options.items === raw.each) return []
  const message = `"${raw.unless}" does not choose among the items of "${raw.each}".`
  return [
    {
      path: here,
      on: 'value',
      message,
      mend: `Name a "choices" question with options: {items: ${raw.each}}.`,
    },
  ]
}
