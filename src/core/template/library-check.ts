import * as z from 'zod'
import type { Mistake } from '../problem.ts'
import type { Library } from './library.ts'
import { placed } from './placed.ts'
import { entryId } from './question-schema.ts'
import { type Fault, faultsOf } from './shape.ts'
import { readSource } from './source.ts'

const words = z.string().min(1).max(2000)

const entry = z.strictObject({
  id: entryId,
  label: words.describe('What is shown: something one can see somebody do, a question, a sentence.'),
  good: words.exactOptional().describe('What it looks like when it goes well, or when it helps.'),
  area: words.exactOptional().describe('Heading under which it is offered.'),
  skills: z.array(words).max(20).exactOptional(),
  also: z
    .array(words)
    .max(20)
    .exactOptional()
    .describe('Other words people use for it; the list is searched by them too.'),
  roles: z
    .array(words)
    .max(20)
    .exactOptional()
    .describe("Whose work it is part of, such as phone or tier 2; everybody's where none is named."),
  measure: words.exactOptional().describe('A goal: what is counted.'),
  baseline: words.exactOptional().describe('A goal: how it is now.'),
  target: words.exactOptional().describe('A goal: how it is to be.'),
  by: words.exactOptional().describe('A goal: until when, in words.'),
  side: z.enum(['person', 'system']).exactOptional().describe('A cause: in the person, or in the system.'),
  help: z.array(entryId).max(20).exactOptional().describe('A cause: ids of the kinds of help that fit it.'),
  family: words
    .exactOptional()
    .describe('A cause: what it belongs to, such as Tools; a bone of the fishbone.'),
  care: words.exactOptional().describe('A kind sentence that is shown once this is picked.'),
  say: words.exactOptional().describe('A ready sentence that goes with it, shown beside the label.'),
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
    .describe(
      "In a list that ships: a team's own file of this id adds to it. In a team's own: false takes the place of the one that ships.",
    ),
  practices: z.array(z.int().min(1).max(213)).max(60).exactOptional(),
  entries: z.array(entry).min(1).max(1000),
})

/** Reads and checks one library; every mistake comes at once, with its place, what is wrong and how to mend it. `id` is the one its file name promises. */
export function checkLibrary(
  text: string,
  file: string,
  id?: string,
): { readonly library: Library } | { readonly mistakes: readonly Mistake[] } {
  const read = readSource(text, file)
  if ('mistakes' in read) return read
  const result = librarySchema.safeParse(read.source.value)
  if (!result.success) {
    const keys = (path: readonly PropertyKey[]) =>
      Object.keys((path.length === 0 ? librarySchema : entry).shape)
    return { mistakes: placed(faultsOf(result.error.issues, read.source.value, keys), read.source) }
  }
  const faults = [...misnamed(result.data, id), ...repeated(result.data)]
  return faults.length === 0 ? { library: result.data } : { mistakes: placed(faults, read.source) }
}

function misnamed(library: Library, id: string | undefined): readonly Fault[] {
  if (id === undefined || id === library.id) return []
  const message = `The file is called "${id}", the library "${library.id}".`
  return [{ path: ['id'], on: 'value', message, mend: 'Rename one of the two.' }]
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
