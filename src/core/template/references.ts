import { bracesFaults, noteWords } from './braces.ts'
import { carriedFaults } from './carried-faults.ts'
import { conditionFaults, refer, type Spot } from './condition.ts'
import { formFaults } from './form-faults.ts'
import { meant } from './near.ts'
import {
  checklistFaults,
  examplesFaults,
  inboxFaults,
  libraryFaults,
  notGroup,
  optionsFaults,
} from './options-faults.ts'
import { type Declared, declare, isRaw, maps, type Raw, type Scope } from './scopes.ts'
import type { Fault } from './shape.ts'
import type { ValuePath } from './source.ts'

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
