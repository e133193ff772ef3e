import { meant } from './near.ts'
import { type Declared, isRaw, lookUp, namesBefore, type Scope } from './scopes.ts'
import type { Fault } from './shape.ts'
import type { ValuePath } from './source.ts'

/** Where a reference stands: the names it sees, and its position in the order of asking. */
export interface Spot {
  readonly scope: Scope
  readonly order: number
  /** Every question of the template, to tell a later id from an unknown one. */
  readonly all: readonly Declared[]
}

/** The question that `name` refers to at this spot, or what is wrong with the name. */
export function refer(
  name: string,
  spot: Spot,
  path: ValuePath,
  on: 'key' | 'value' = 'value',
): { found: Declared } | { fault: Fault } {
  const found = lookUp(spot.scope, name, spot.order)
  if (found !== undefined) return { found }
  if (lookUp(spot.scope, name, Number.POSITIVE_INFINITY) !== undefined) {
    const message = `"${name}" is asked later, or right here.`
    return { fault: { path, on, message, mend: 'Refer only to questions that are asked before this one.' } }
  }
  const elsewhere = spot.all.find((one) => one.id === name && one.scope.group !== undefined)
  if (elsewhere !== undefined) {
    const message = `"${name}" is asked inside the items of "${elsewhere.scope.group}" and cannot be seen from here.`
    return { fault: { path, on, message, mend: `Refer to "${elsewhere.scope.group}" itself.` } }
  }
  const mend = meant(
    name,
    namesBefore(spot.scope, spot.order),
    'Refer to a question that is asked before this one.',
  )
  return { fault: { path, on, message: `There is no question "${name}".`, mend } }
}

const WORDS = ['all', 'any', 'not', 'answered', 'count', 'most']

/** Everything wrong with one condition. */
export function conditionFaults(value: unknown, spot: Spot, path: ValuePath): readonly Fault[] {
  if (!isRaw(value) || Object.keys(value).length === 0) {
    return [
      {
        path,
        on: 'value',
        message: 'A condition is a map such as {view: typed}.',
        mend: 'Write {id: value}.',
      },
    ]
  }
  const words = Object.keys(value).filter((key) => WORDS.includes(key))
  const [word] = words
  if (word === undefined)
    return Object.entries(value).flatMap(([id, wanted]) => comparison(id, wanted, spot, [...path, id]))
  if (Object.keys(value).length > 1) {
    const mend = 'Put the conditions into a list under "all".'
    return [{ path: [...path, word], on: 'key', message: `"${word}" has to stand alone in its map.`, mend }]
  }
  return combined(word, value[word], spot, [...path, word])
}

function combined(word: string, value: unknown, spot: Spot, path: ValuePath): readonly Fault[] {
  if (word === 'not') return conditionFaults(value, spot, path)
  if (word === 'answered') {
    if (typeof value !== 'string')
      return [wrong(path, '"answered" needs the id of one question.', 'answered: view')]
    const result = refer(value, spot, path)
    return 'fault' in result ? [result.fault] : []
  }
  if (word === 'count') return counts(value, spot, path)
  if (word === 'most') return majority(value, spot, path)
  if (!Array.isArray(value) || value.length === 0)
    return [
      wrong(path, `"${word}" needs a list of conditions.`, `${word}: [{view: typed}, {relationship: peer}]`),
    ]
  return value.flatMap((one: unknown, index) => conditionFaults(one, spot, [...path, index]))
}

function counts(value: unknown, spot: Spot, path: ValuePath): readonly Fault[] {
  if (!isRaw(value) || Object.keys(value).length === 0)
    return [wrong(path, '"count" needs an id and how many.', 'count: {evidence: {min: 1}}')]
  return Object.entries(value).flatMap(([id, limits]) => {
    const here = [...path, id]
    const result = refer(id, spot, here, 'key')
    if ('fault' in result) return [result.fault]
    const type = result.found.raw.type
    if (type !== 'group' && type !== 'choices')
      return [{ ...wrong(here, `"${id}" cannot be counted.`, ''), mend: 'Only groups and choices can.' }]
    const known = isRaw(limits) && Object.keys(limits).length > 0 && Object.entries(limits).every(isLimit)
    return known ? [] : [wrong(here, 'How many is written as min, max, or both.', `${id}: {min: 1}`)]
  })
}

function majority(value: unknown, spot: Spot, path: ValuePath): readonly Fault[] {
  if (!isRaw(value) || Object.keys(value).length === 0)
    return [wrong(path, '"most" needs an id and a side.', 'most: {causes: system}')]
  return Object.entries(value).flatMap(([id, side]) => {
    const here = [...path, id]
    const result = refer(id, spot, here, 'key')
    if ('fault' in result) return [result.fault]
    if (result.found.raw.type !== 'choices')
      return [
        {
          ...wrong(here, `"${id}" does not take several answers.`, ''),
          mend: 'Name a question of type choices.',
        },
      ]
    return side === 'person' || side === 'system'
      ? []
      : [wrong(here, 'The side is person or system.', `most: {${id}: system}`)]
  })
}

function isLimit([key, value]: [string, unknown]): boolean {
  return (key === 'min' || key === 'max') && Number.isInteger(value) && Number(value) >= 0
}

function comparison(id: string, wanted: unknown, spot: Spot, path: ValuePath): readonly Fault[] {
  const result = refer(id, spot, path, 'key')
  if ('fault' in result) return [result.fault]
  const { raw } = result.found
  if (raw.type === 'group')
    return [wrong(path, `"${id}" is a group and has no single value.`, `count: {${id}: {min: 1}}`)]
  const values: readonly unknown[] = Array.isArray(wanted) ? wanted : [wanted]
  return values.flatMap((value, index) => {
    const here = Array.isArray(wanted) ? [...path, index] : path
    if (!['string', 'number', 'boolean'].includes(typeof value))
      return [wrong(here, 'Here stands one value, or a list of values.', `${id}: [one, another]`)]
    return unlikely(value, raw).map((problem) => ({ path: here, on: 'value' as const, ...problem }))
  })
}

/** A value that the question can never have, so that the condition would never hold. */
function unlikely(value: unknown, raw: Declared['raw']): readonly { message: string; mend: string }[] {
  if (raw.type === 'confirm' && typeof value !== 'boolean')
    return [{ message: `"${raw.id}" is answered with yes or no.`, mend: 'Compare it with true or false.' }]
  const known = writtenOptions(raw.options)
  if (known === undefined || raw.other === true || known.includes(String(value))) return []
  const mend = meant(String(value), known, `It can be: ${known.join(', ')}.`)
  return [{ message: `"${String(value)}" is not one of the options of "${String(raw.id)}".`, mend }]
}

/** The values of options written out in the template; undefined when they come from elsewhere. */
export function writtenOptions(options: unknown): readonly string[] | undefined {
  if (!Array.isArray(options)) return undefined
  return options.flatMap((one: unknown) => (isRaw(one) && typeof one.value === 'string' ? [one.value] : []))
}

function wrong(path: ValuePath, message: string, example: string): Fault {
  return { path, on: 'value', message, mend: `Such as ${example}` }
}
