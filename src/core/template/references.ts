import { bracesFaults, noteWords } from './braces.ts'
import { carriedFaults } from './carried-faults.ts'
import { conditionFaults, refer, type Spot, writtenOptions } from './condition.ts'
import { formFaults } from './form-faults.ts'
import { meant } from './near.ts'
import { type Declared, declare, isRaw, maps, type Raw, type Scope } from './scopes.ts'
import type { Fault } from './shape.ts'
import type { ValuePath } from './source.ts'
import { continuesFaults } from './why-faults.ts'

/**
 * Everything a template's questions say about one another that cannot be: unknown or later ids, unknown sections and libraries, limits
 * that contradict each other. Works on the raw value, so that mistakes of shape and of reference are reported together.
 * `libraries` are the ids that exist; undefined when nobody knows.
 */
export function checkReferences(value: unknown, libraries: readonly string[] | undefined): readonly Fault[] {
  if (!isRaw(value)) return []
  const parts = maps(value.parts, ['parts'])
  const note = isRaw(value.note) ? value.note : {}
  const sections = maps(note.sections, ['note', 'sections'])
  const { all, top, faults } = declare(parts)
  const known = { sections: ids(sections), libraries }
  return [
    ...faults,
    ...twice(parts, 'part'),
    ...twice(sections, 'section'),
    ...noteWords(note, { scope: top, order: Number.POSITIVE_INFINITY, all }),
    ...formFaults(value, parts, all),
    ...parts.flatMap((part) => partFaults(part, top, all, libraries)),
    ...all.flatMap((one) => questionFaults(one, all, known)),
  ]
}

interface Known {
  readonly sections: readonly string[]
  readonly libraries: readonly string[] | undefined
}

/** A part is decided on before its first question, so only what is asked before it can be named. */
function partFaults(
  { raw, path }: { readonly raw: Raw; readonly path: ValuePath },
  top: Scope,
  all: readonly Declared[],
  libraries: readonly string[] | undefined,
): readonly Fault[] {
  const lists = libraryFaults(raw.lists, [...path, 'lists'], libraries)
  if (raw.when === undefined) return lists
  const order = all.find((one) => one.path[1] === path[1])?.order ?? 0
  return [...lists, ...conditionFaults(raw.when, { scope: top, order, all }, [...path, 'when'])]
}

function questionFaults(one: Declared, all: readonly Declared[], known: Known): readonly Fault[] {
  const spot: Spot = { scope: one.scope, order: one.order, all }
  const { raw, path } = one
  return [
    ...(raw.when === undefined ? [] : conditionFaults(raw.when, spot, [...path, 'when'])),
    ...(isRaw(raw.file) && raw.file.when !== undefined
      ? conditionFaults(raw.file.when, spot, [...path, 'file', 'when'])
      : []),
    ...sectionFault(raw, path, known.sections),
    ...besideFaults(raw, path, spot),
    ...bracesFaults(raw, path, spot),
    ...limits(raw, path),
    ...joinFaults(raw, path, spot),
    ...optionsFaults(raw, path, spot, known.libraries),
    ...examplesFaults(raw, path, known.libraries),
    ...checklistFaults(raw, path),
    ...inboxFaults(one, all),
    ...(raw.type === 'group' ? [...groupFaults(one, spot), ...carriedFaults(one, spot)] : []),
  ]
}

function ids(list: readonly { raw: Raw }[]): readonly string[] {
  return list.flatMap(({ raw }) => (typeof raw.id === 'string' ? [raw.id] : []))
}

function twice(list: readonly { raw: Raw; path: ValuePath }[], what: string): readonly Fault[] {
  const seen = new Set<unknown>()
  return list.flatMap(({ raw, path }) => {
    if (raw.id === undefined || !seen.has(raw.id)) {
      seen.add(raw.id)
      return []
    }
    const message = `Two ${what}s have the id "${String(raw.id)}".`
    return [{ path: [...path, 'id'], on: 'value' as const, message, mend: 'Give one of the two another id.' }]
  })
}

function sectionFault(raw: Raw, path: ValuePath, sections: readonly string[]): readonly Fault[] {
  if (typeof raw.section !== 'string' || sections.length === 0 || sections.includes(raw.section)) return []
  const mend = meant(raw.section, sections, `Sections of this note: ${sections.join(', ')}.`)
  const message = `The note has no section "${raw.section}".`
  return [{ path: [...path, 'section'], on: 'value', message, mend }]
}

function besideFaults(raw: Raw, path: ValuePath, spot: Spot): readonly Fault[] {
  if (!Array.isArray(raw.beside)) return []
  return raw.beside.flatMap((name, index) => {
    const result = typeof name === 'string' ? refer(name, spot, [...path, 'beside', index]) : undefined
    return result !== undefined && 'fault' in result ? [result.fault] : []
  })
}

function limits(raw: Raw, path: ValuePath): readonly Fault[] {
  const faults: Fault[] = []
  const say = (key: string, message: string, mend: string) =>
    faults.push({ path: [...path, key], on: 'value', message, mend })
  if (typeof raw.min === 'number' && typeof raw.max === 'number' && raw.min > raw.max)
    say('min', `The least (${raw.min}) is more than the most (${raw.max}).`, 'Swap them, or drop one.')
  if (typeof raw.quickMax === 'number' && typeof raw.max === 'number' && raw.quickMax > raw.max)
    say(
      'quickMax',
      `quickMax (${raw.quickMax}) is more than max (${raw.max}).`,
      'Make it smaller, or drop it.',
    )
  if (raw.type === 'scale' && (typeof raw.min !== 'number' || typeof raw.max !== 'number'))
    say('type', 'A scale needs a lowest and a highest step.', 'Add min and max.')
  if (raw.type === 'number' && raw.ends !== undefined)
    say('ends', 'Only a scale has ends with names.', 'Make it a scale, or drop "ends".')
  return faults
}

function joinFaults(raw: Raw, path: ValuePath, spot: Spot): readonly Fault[] {
  if (!Array.isArray(raw.join)) return []
  const faults: Fault[] = []
  if (raw.default !== undefined) {
    const mend = 'Keep one of the two.'
    faults.push({ path: [...path, 'join'], on: 'key', message: 'Both "join" and "default" are given.', mend })
  }
  for (const [index, name] of raw.join.entries()) {
    if (typeof name !== 'string') continue
    const here = [...path, 'join', index]
    const result = refer(name, spot, here)
    if ('fault' in result) faults.push(result.fault)
    else if (result.found.scope !== spot.scope) {
      const message = `"${name}" is not an answer of the same item.`
      faults.push({ path: here, on: 'value', message, mend: 'Join only answers of the item itself.' })
    }
  }
  return faults
}

function optionsFaults(
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

function libraryFaults(
  library: unknown,
  path: ValuePath,
  libraries: readonly string[] | undefined,
): readonly Fault[] {
  if (typeof library !== 'string' || libraries === undefined || libraries.includes(library)) return []
  const mend = meant(library, libraries, `Libraries: ${libraries.join(', ')}.`)
  return [{ path: [...path, 'library'], on: 'value', message: `There is no library "${library}".`, mend }]
}

function examplesFaults(
  raw: Raw,
  path: ValuePath,
  libraries: readonly string[] | undefined,
): readonly Fault[] {
  if (!isRaw(raw.examplesFrom)) return []
  return libraryFaults(raw.examplesFrom.library, [...path, 'examplesFrom'], libraries)
}

function checklistFaults(raw: Raw, path: ValuePath): readonly Fault[] {
  if (raw.checklist === undefined || raw.type === 'choices') return []
  const message = 'Only where several can be marked is there something left to do.'
  return [{ path: [...path, 'checklist'], on: 'key', message, mend: 'Make it "type: choices".' }]
}

/** What is picked from the notebook becomes items of a group of evidence that comes after it. */
function inboxFaults({ raw, path, scope, order }: Declared, all: readonly Declared[]): readonly Fault[] {
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

function notGroup(name: string, path: ValuePath): Fault {
  const message = `"${name}" is not a group.`
  return { path, on: 'value', message, mend: 'Name a question of type group.' }
}

function groupFaults(one: Declared, spot: Spot): readonly Fault[] {
  const { raw, path, inner } = one
  const faults: Fault[] = []
  if (Array.isArray(raw.questions) && raw.questions.length === 0 && raw.carries === undefined) {
    const message = `The group "${one.id}" asks nothing.`
    faults.push({
      path: [...path, 'questions'],
      on: 'value',
      message,
      mend: 'Give it at least one question.',
    })
  }
  if (typeof raw.each === 'string') {
    const here = [...path, 'each']
    const result = refer(raw.each, spot, here)
    if ('fault' in result) faults.push(result.fault)
    else if (result.found.inner === undefined) faults.push(notGroup(raw.each, here))
    if (raw.entry !== undefined) {
      const mend = 'Drop "entry", or drop "each".'
      const message = 'A group that goes through the items of another has no lines of its own.'
      faults.push({ path: [...path, 'entry'], on: 'key', message, mend })
    }
  }
  if (isRaw(raw.entry) && typeof raw.entry.into === 'string' && inner?.names.has(raw.entry.into) === false) {
    const message = `The group "${one.id}" has no question "${raw.entry.into}" to take the line.`
    const mend = meant(raw.entry.into, inner.names.keys(), 'Add it, or name another one.')
    faults.push({ path: [...path, 'entry', 'into'], on: 'value', message, mend })
  }
  return faults
}
