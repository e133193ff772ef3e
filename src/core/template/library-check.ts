import * as z from 'zod'
import type { Mistake } from '../problem.ts'
import { placed } from './check.ts'
import type { Library } from './library.ts'
import { entryId } from './schema.ts'
import { type Fault, faultsOf } from './shape.ts'
import { readSource } from './source.ts'

const words = z.string().min(1).max(2000)

const entry = z.strictObject({
  id: entryId,
  label: words.describe('What is shown: something one can see somebody do.'),
  good: words.exactOptional().describe('What it looks like when it goes well.'),
  area: words.exactOptional().describe('Heading under which it is offered.'),
  skills: z.array(words).max(20).exactOptional(),
  also: z
    .array(words)
    .max(20)
    .exactOptional()
    .describe('Other words people use for it; the list is searched by them too.'),
  side: z.enum(['person', 'system']).exactOptional().describe('A cause: in the person, or in the system.'),
  help: z.array(entryId).max(20).exactOptional().describe('A cause: ids of the kinds of help that fit it.'),
  care: words.exactOptional().describe('A kind sentence that is shown once this is picked.'),
  practices: z.array(z.int().min(1).max(213)).max(60).exactOptional(),
})

/** The shape of a library; its JSON Schema comes from here too. */
export const librarySchema = z.strictObject({
  id: entryId.describe('File name without .yaml.'),
  version: z.int().min(1),
  title: words,
  grows: z
    .boolean()
    .exactOptional()
    .describe("In a list that ships: a team's own file of this id adds to it instead of replacing it."),
  entries: z.array(entry).min(1).max(1000),
})

/** Reads and checks one library; every mistake comes at once, with its place, what is wrong and how to mend it. */
export function checkLibrary(
  text: string,
  file: string,
): { readonly library: Library } | { readonly mistakes: readonly Mistake[] } {
  const read = readSource(text, file)
  if ('mistakes' in read) return read
  const result = librarySchema.safeParse(read.source.value)
  if (!result.success) {
    const keys = (path: readonly PropertyKey[]) =>
      Object.keys((path.length === 0 ? librarySchema : entry).shape)
    return { mistakes: placed(faultsOf(result.error.issues, read.source.value, keys), read.source) }
  }
  const faults = repeated(result.data)
  return faults.length === 0 ? { library: result.data } : { mistakes: placed(faults, read.source) }
}

function repeated(library: Library): readonly Fault[] {
  const ids = library.entries.map((one) => one.id)
  return ids.flatMap((id, index) => {
    if (ids.indexOf(id) === index) return []
    const message = `The id "${id}" is used twice.`
    return [
      {
        path: ['entries', index, 'id'],
        on: 'value' as const,
        message,
        mend: 'Give one of the two another id.',
      },
    ]
  })
}
