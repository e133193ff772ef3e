import * as z from 'zod'
import { optionShape, questionShapes } from '../question-schema.ts'
import { templateSchema } from '../schema.ts'

const { note, letter, parts } = templateSchema.shape
const part = parts.element
const section = note.shape.sections.element
const question = part.shape.questions.element
const name = z.string().describe('A question (view, points.ask), part/who or section/well.')

const place = {
  before: name.exactOptional(),
  after: name.exactOptional(),
  in: name
    .exactOptional()
    .describe('part/who, or the id of a group; an option goes into the id of a choice.'),
}

/** Every key of these shapes, each with what any of them allows; a key with nothing in it takes it out. */
function someKeys(shapes: readonly z.ZodObject[]): z.ZodType {
  const keys = new Map<string, Set<z.core.$ZodType>>()
  for (const { shape } of shapes)
    for (const [key, type] of Object.entries(shape)) {
      const plain = type instanceof z.ZodExactOptional || type instanceof z.ZodDefault ? type.unwrap() : type
      keys.set(key, (keys.get(key) ?? new Set()).add(plain))
    }
  const wanted = [...keys].map(([key, types]) => [key, z.union([...types, z.null()]).exactOptional()])
  return z.strictObject(Object.fromEntries(wanted))
}

const extending = z.strictObject({
  ...templateSchema.partial().shape,
  ...templateSchema.pick({ id: true, version: true }).shape,
  extends: templateSchema.shape.extends.unwrap(),
  note: note.partial().exactOptional(),
  letter: letter.unwrap().partial().exactOptional(),
  parts: z.array(z.never()).max(0).exactOptional(),
  remove: z.array(name).exactOptional().describe('What is left out.'),
  replace: z
    .record(z.string(), someKeys([...questionShapes, part, section]))
    .exactOptional()
    .describe('By name: the keys that change. With "type" it is a new question in the same place.'),
  add: z
    .array(
      z.strictObject({
        ...place,
        question: question.exactOptional(),
        part: part.exactOptional(),
        section: section.exactOptional(),
        option: optionShape.exactOptional(),
      }),
    )
    .exactOptional()
    .describe('What is new, each with where it goes.'),
  reorder: z
    .array(z.strictObject({ move: name, ...place }))
    .exactOptional()
    .describe('What stands elsewhere.'),
})

/** What editors check a template file by: one that stands alone, or one that is built on another. `checkTemplate` tells mistakes in better words. */
export const templateFileSchema = z.union([templateSchema, extending])
