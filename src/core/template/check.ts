import type { Mistake } from '../problem.ts'
import { type Base, checkExtending } from './extend/check.ts'
import { placed } from './placed.ts'
import { checkReferences } from './references.ts'
import { type Fault, readShape } from './shape.ts'
import { readSource } from './source.ts'
import type { Template } from './template.ts'

/** What is known around a template when it is checked. */
interface Around {
  /** The id its file name promises. */
  readonly id?: string
  /** Ids of the libraries that exist; unknown ones are a mistake only when this is given. */
  readonly libraries?: readonly string[]
  /** What a template that says `extends` is built on. */
  readonly base?: Base
}

/** What a check found: the template, or every mistake in its file. */
export type Checked = { readonly template: Template } | { readonly mistakes: readonly Mistake[] }

/**
 * Reads and checks one template. All mistakes come at once, in the order of the file, each with line and column (from 1), what is wrong
 * and how to mend it. Never throws for what the text holds.
 */
export function checkTemplate(text: string, file: string, around: Around = {}): Checked {
  const read = readSource(text, file)
  if ('mistakes' in read) return read
  const { source } = read
  if (source.value === null || source.value === undefined) {
    const mend = 'A template begins with "id:", "version:", "kind:" and "title:".'
    return { mistakes: [{ file, line: 1, column: 1, message: 'There is nothing in this file.', mend }] }
  }
  const named = nameFaults(source.value, around.id)
  if (isExtending(source.value)) return checkExtending(source, around.base, around.libraries, named)
  const shape = readShape(source.value)
  const faults = [
    ...('faults' in shape ? shape.faults : []),
    ...checkReferences(source.value, around.libraries),
    ...named,
  ]
  if (faults.length === 0 && 'template' in shape) return { template: shape.template }
  return { mistakes: placed(faults, source) }
}

function isExtending(value: unknown): boolean {
  return value instanceof Object && 'extends' in value
}

function nameFaults(value: unknown, id: string | undefined): readonly Fault[] {
  const own: unknown = value instanceof Object && 'id' in value ? value.id : undefined
  const isId = typeof own === 'string' && /^[a-z0-9_-]+$/.test(own)
  if (id === undefined || !isId || own === id) return []
  const message = `The file is called "${id}", the template "${own}".`
  return [{ path: ['id'], on: 'value', message, mend: 'Rename one of the two.' }]
}
