import type { z } from 'zod'
import { meant } from './near.ts'
import { keysAt, templateSchema } from './schema.ts'
import type { ValuePath } from './source.ts'
import type { Template } from './template.ts'

/** A mistake that knows its path in the value but not yet its line; `on` says whether the key or the value is meant. */
export interface Fault {
  readonly path: ValuePath
  readonly on: 'key' | 'value'
  readonly message: string
  readonly mend: string
}

/** The template a value holds, or everything about its shape that does not fit. Conditions are left to `checkReferences`. */
export function readShape(value: unknown): { template: Template } | { faults: readonly Fault[] } {
  const result = templateSchema.safeParse(value)
  if (result.success) return { template: result.data }
  return { faults: faultsOf(result.error.issues, value, keysAt) }
}

/** Words the schema library's issues for people; `keysAt` names the keys allowed in a map, to offer near ones. */
export function faultsOf(
  issues: readonly z.core.$ZodIssue[],
  root: unknown,
  keys: (path: ValuePath, value: unknown) => readonly string[],
): readonly Fault[] {
  return issues.flatMap((issue) => {
    if (issue.path.includes('when')) return []
    if (issue.code === 'invalid_union') return unionFaults(issue, root, keys)
    if (issue.code !== 'unrecognized_keys') return [fault(issue, root)]
    const known = keys(issue.path, valueAt(root, issue.path))
    return issue.keys.map((key) => ({
      path: [...issue.path, key],
      on: 'key' as const,
      message: `"${key}" is not known here.`,
      mend: meant(key, known, `Known here: ${known.join(', ')}.`),
    }))
  })
}

function unionFaults(
  issue: z.core.$ZodIssueInvalidUnion,
  root: unknown,
  keys: (path: ValuePath, value: unknown) => readonly string[],
): readonly Fault[] {
  const value = valueAt(root, issue.path)
  if (issue.errors.length === 0) return [typeFault(issue, value)]
  const list = Array.isArray(value)
  const fits = (branch: readonly z.core.$ZodIssue[]) =>
    !branch.some((one) => one.path.length === 0 && one.code === 'invalid_type')
  const branch = issue.errors.find(fits)
  if (branch === undefined) {
    const message = `${list ? 'A list' : kindOf(value)} does not fit here.`
    return [
      {
        path: issue.path,
        on: 'value',
        message,
        mend: 'Compare it with a template that ships: tactful template list.',
      },
    ]
  }
  const inner = branch.map((one) => ({ ...one, path: [...issue.path, ...one.path] }))
  return faultsOf(inner, root, keys)
}

function typeFault(issue: z.core.$ZodIssueInvalidUnion, value: unknown): Fault {
  if (value === undefined) return missing(issue.path)
  const known = 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : []
  const message = `"${String(value)}" is not a type of question.`
  return {
    path: issue.path,
    on: 'value',
    message,
    mend: meant(String(value), known, `Types: ${known.join(', ')}.`),
  }
}

function missing(path: ValuePath): Fault {
  const key = String(path.at(-1))
  return {
    path,
    on: 'value',
    message: `"${key}" is missing.`,
    mend: `Add a line "${key}: ...".`,
  }
}

function fault(issue: z.core.$ZodIssue, root: unknown): Fault {
  const value = valueAt(root, issue.path)
  if (value === undefined) return missing(issue.path)
  return { path: issue.path, on: 'value', ...said(issue, value) }
}

function said(issue: z.core.$ZodIssue, value: unknown): { message: string; mend: string } {
  switch (issue.code) {
    case 'invalid_type':
      return wrongKind(issue.expected, value)
    case 'invalid_value': {
      const known = issue.values.map(String)
      const mend = meant(String(value), known, `Known: ${known.join(', ')}.`)
      return { message: `"${String(value)}" cannot stand here.`, mend }
    }
    case 'invalid_format':
      return {
        message: `"${String(value)}" cannot be an id.`,
        mend: 'Use small letters a to z, digits, - and _, beginning with a letter.',
      }
    case 'too_small':
      return { message: tooSmall(issue.origin), mend: `At least ${issue.minimum} is needed.` }
    case 'too_big':
      return { message: tooBig(issue.origin), mend: `At most ${issue.maximum} is possible.` }
    default:
      return {
        message: 'This does not fit here.',
        mend: 'Compare it with a template that ships: tactful template list.',
      }
  }
}

function tooSmall(origin: string): string {
  if (origin === 'string') return 'There are no words here.'
  return origin === 'array' ? 'This list is too short.' : 'This number is too small.'
}

function tooBig(origin: string): string {
  if (origin === 'string') return 'This is longer than fits here.'
  return origin === 'array' ? 'This list is too long.' : 'This number is too large.'
}

const kinds: Readonly<Record<string, string>> = {
  string: 'words',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list of two',
  object: 'a map (lines of "key: value")',
  record: 'a map (lines of "key: value")',
}

function wrongKind(expected: string, value: unknown): { message: string; mend: string } {
  const wanted = kinds[expected] ?? expected
  const plain = typeof value === 'number' || typeof value === 'boolean'
  const mend =
    expected === 'string' && plain
      ? `Put it in quotes: "${value}".`
      : `Write ${wanted} here, or leave the key out.`
  return { message: `${kindOf(value)} stands where ${wanted} should be.`, mend }
}

function kindOf(value: unknown): string {
  if (value === null) return 'Nothing'
  if (Array.isArray(value)) return 'A list'
  if (value instanceof Object) return 'A map'
  if (typeof value === 'string') return `"${value.length > 40 ? `${value.slice(0, 39)}…` : value}"`
  return String(value)
}

function valueAt(root: unknown, path: ValuePath): unknown {
  let value: unknown = root
  for (const step of path) {
    if (!(value instanceof Object) || !Object.hasOwn(value, step)) return undefined
    value = Reflect.get(value, step)
  }
  return value
}
