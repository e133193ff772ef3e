import * as z from 'zod'
import { entryId } from '../question-schema.ts'
import { templateSchema } from '../schema.ts'
import { type Fault, faultsOf } from '../shape.ts'
import type { ValuePath } from '../source.ts'

const name = z.string().min(1).max(300)
const map = z.record(z.string(), z.unknown())

/** Where something goes. */
const place = {
  before: name.exactOptional(),
  after: name.exactOptional(),
  in: name.exactOptional(),
}

const addition = z.strictObject({
  ...place,
  question: map.exactOptional(),
  part: map.exactOptional(),
  section: map.exactOptional(),
  option: map.exactOptional(),
})

const moving = z.strictObject({ move: name, ...place })

/** Keys of a file that is built on another template and are no keys of a template. */
const changes = {
  remove: z.array(name).max(500).exactOptional(),
  replace: z.record(z.string(), map).exactOptional(),
  add: z.array(addition).max(500).exactOptional(),
  reorder: z.array(moving).max(500).exactOptional(),
}

/** What a template says of itself stands under the same keys; it is checked together with all that it takes over. */
const taken = Object.fromEntries(
  Object.keys(templateSchema.shape).map((key) => [key, z.unknown().optional()]),
)

const extension = z.strictObject({
  ...taken,
  extends: entryId,
  parts: z.array(z.unknown()).max(0).exactOptional(),
  ...changes,
})

/** What is wrong with how a file that is built on another template is laid out; what its changes say is not looked at here. */
export function layoutFaults(value: unknown): readonly Fault[] {
  const result = extension.safeParse(value)
  if (result.success) return []
  return faultsOf(result.error.issues, value, keysAt).map((fault) =>
    fault.path.length === 1 && fault.path[0] === 'parts' ? PARTS : fault,
  )
}

const PARTS: Fault = {
  path: ['parts'],
  on: 'key',
  message: 'The parts come from the template this one is built on.',
  mend: 'Put what is new under "add", and drop "parts".',
}

function keysAt(path: ValuePath): readonly string[] {
  if (path[0] === 'add') return Object.keys(addition.shape)
  if (path[0] === 'reorder') return Object.keys(moving.shape)
  return Object.keys(extension.shape)
}
