import type { Mistake } from '../problem.ts'
import { checkReferences } from './references.ts'
import { type Fault, readShape } from './shape.ts'
import { readSource, type Source } from './source.ts'
import type { Template } from './template.ts'

/** What is known around a template when it is checked. */
interface Around {
  /** The id its file name promises. */
  readonly id?: string
  /** Ids of the libraries that exist; unknown ones are a mistake only when this is given. */
  readonly libraries?: readonly string[]
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
  const shape = readShape(source.value)
  const faults = [
    ...('faults' in shape ? shape.faults : []),
    ...checkReferences(source.value, around.libraries),
    ...('template' in shape ? nameFault(shape.template, around.id) : []),
  ]
  if (faults.length === 0 && 'template' in shape) return { template: shape.template }
  return { mistakes: placed(faults, source) }
}

function nameFault(template: Template, id: string | undefined): readonly Fault[] {
  if (id === undefined || template.id === id) return []
  const message = `The file is called "${id}", the template "${template.id}".`
  return [{ path: ['id'], on: 'value', message, mend: 'Rename one of the two.' }]
}

/** Faults with their line and column, in the order of the file; what is said twice about one place is said once. */
export function placed(faults: readonly Fault[], source: Source): readonly Mistake[] {
  const mistakes = faults.map(({ path, on, message, mend }) => ({
    ...(on === 'key' ? source.atKey(path) : source.at(path)),
    message,
    mend,
  }))
  const seen = new Set<string>()
  return mistakes
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))
    .filter((one) => {
      const key = `${one.line}:${one.column}:${one.message}`
      return seen.size < seen.add(key).size
    })
}
