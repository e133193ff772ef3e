import { refer, type Spot, writtenOptions } from './condition.ts'
import { meant } from './near.ts'
import { type Declared, isRaw, maps, type Raw } from './scopes.ts'
import type { Fault } from './shape.ts'
import type { ValuePath } from './source.ts'
import { continuesFaults } from './why-faults.ts'

/** What is wrong with where a choice takes its options from, with those written out, and with what it chooses beforehand. */
export function optionsFaults(
  raw: Raw,
  path: ValuePath,
  spot: Spot,
  libraries: readonly string[] | undefined,
): readonly Fault[] {
  const { options } = raw
  if (isRaw(options)) return optionsFromFaults(options, [...path, 'options'], spot, libraries)
  const values = writtenOptions(options)
  if (values === undefined) return []
  const repeated = maps(options, [...path, 'options']).filter(
    (one, index, list) => list.findIndex((other) => other.raw.value === one.raw.value) < index,
  )
  const faults: Fault[] = repeated.map((one) => ({
    path: [...one.path, 'value'],
    on: 'value',
    message: `The value "${String(one.raw.value)}" is given twice.`,
    mend: 'Give each option a value of its own.',
  }))
  const defaults: readonly unknown[] = Array.isArray(raw.default) ? raw.default : [raw.default]
  for (const one of defaults) {
    if (typeof one !== 'string' || one.startsWith('{') || values.includes(one) || raw.other === true) continue
    const mend = meant(one, values, `It can be: ${values.join(', ')}.`)
    faults.push({
      path: [...path, 'default'],
      on: 'value',
      message: `"${one}" is not one of the options.`,
      mend,
    })
  }
  return faults
}

function optionsFromFaults(
  options: Raw,
  path: ValuePath,
  spot: Spot,
  libraries: readonly string[] | undefined,
): readonly Fault[] {
  const { items, library, inbox, settings, continues } = options
  if ([items, library, inbox, settings, continues].filter((one) => one !== undefined).length !== 1) {
    const mend = 'Write {items: id}, {library: id}, {settings: tiers} or {inbox: id}.'
    return [{ path, on: 'value', message: 'Options come from one place.', mend }]
  }
  if (options.area !== undefined && library === undefined) {
    const message = 'Only a library has headings.'
    return [{ path: [...path, 'area'], on: 'key', message, mend: 'Name the library, or drop "area".' }]
  }
  if (typeof items === 'string') {
    const here = [...path, 'items']
    const result = refer(items, spot, here)
    if ('fault' in result) return [result.fault]
    return result.found.inner === undefined ? [notGroup(items, here)] : []
  }
  return [...continuesFaults(options, path, spot), ...libraryFaults(library, path, libraries)]
}

/** A library that nobody has; nothing where it is not known which there are. The path is that of the map around its name. */
export function libraryFaults(
  library: unknown,
  path: ValuePath,
  libraries: readonly string[] | undefined,
): readonly Fault[] {
  if (typeof library !== 'string' || libraries === undefined || libraries.includes(library)) return []
  const mend = meant(library, libraries, `Libraries: ${libraries.join(', ')}.`)
  return [{ path: [...path, 'library'], on: 'value', message: `There is no library "${library}".`, mend }]
}

/** Examples out of a library that nobody has. */
export function examplesFaults(
  raw: Raw,
  path: ValuePath,
  libraries: readonly string[] | undefined,
): readonly Fault[] {
  if (!isRaw(raw.examplesFrom)) return []
  return libraryFaults(raw.examplesFrom.library, [...path, 'examplesFrom'], libraries)
}

/** A list to tick where only one can be marked. */
export function checklistFaults(raw: Raw, path: ValuePath): readonly Fault[] {
  if (raw.checklist === undefined || raw.type === 'choices') return []
  const message = 'Only where several can be marked is there something left to do.'
  return [{ path: [...path, 'checklist'], on: 'key', message, mend: 'Make it "type: choices".' }]
}

/** What is picked from the notebook becomes items of a group of evidence that comes after it. */
export function inboxFaults(
  { raw, path, scope, order }: Declared,
  all: readonly Declared[],
): readonly Fault[] {
  const { options } = raw
  if (!isRaw(options) || typeof options.inbox !== 'string') return []
  const name = options.inbox
  const here = [...path, 'options', 'inbox']
  const fault = (message: string, mend: string): readonly Fault[] => [
    { path: here, on: 'value', message, mend },
  ]
  if (raw.type !== 'choices')
    return fault('Several can be picked from the notebook.', 'Make it "type: choices".')
  const isOutside = (one: Declared): boolean => one.scope.group === undefined
  if (scope.group !== undefined) {
    return fault('Evidence is picked once, not for each item.', 'Move the question out of the group.')
  }
  const groups = all.filter((one) => isOutside(one) && one.raw.makes === 'evidence' && isRaw(one.raw.entry))
  const target = groups.find(({ id }) => id === name)
  if (target === undefined) {
    const known = groups.map(({ id }) => id)
    const mend = meant(name, known, 'Name a group with "makes: evidence" and "entry".')
    return fault(`"${name}" is no group of evidence.`, mend)
  }
  const isKnown = all.some((one) => one.raw.type === 'person' && isOutside(one) && one.order < order)
  if (!isKnown) return fault('It is not known yet whom it is about.', 'Ask for the person before this.')
  return target.order > order
    ? []
    : fault(`"${name}" is asked before this.`, 'Put this question in front of the group.')
}

/** A name that should be a group's. */
export function notGroup(name: string, path: ValuePath): Fault {
  const message = `"${name}" is not a group.`
  return { path, on: 'value', message, mend: 'Name a question of type group.' }
}
