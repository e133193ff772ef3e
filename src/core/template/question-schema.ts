import * as z from 'zod'
import type { Question } from './template.ts'
import type { When } from './when.ts'

// Ids stand in file names, in answers files and on the command line.
const ID = /^[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*$/

/** An id as the schema library checks it. */
export const entryId = z.string().regex(ID).max(60)

const id = entryId
/** Words somebody reads: never empty, never endless. */
export const words = z.string().min(1).max(2000)
const count = z.int().min(0).max(10_000)
const scalar = z.union([z.string(), z.number(), z.boolean()])

/** One thing that can be chosen. */
export const optionShape = z.strictObject({
  value: z.string().min(1).max(120).describe('What is stored.'),
  label: words.describe('What is shown.'),
  group: words.exactOptional().describe('Heading under which the option stands.'),
  note: words.exactOptional().describe('A few words beside the label.'),
  words: words.exactOptional().describe('Further words by which it is found in a long list; not shown.'),
  side: z.enum(['person', 'system']).exactOptional().describe('A cause: in the person, or in the system.'),
  help: z.array(id).max(20).exactOptional().describe('A cause: ids of the kinds of help that fit it.'),
  family: words
    .exactOptional()
    .describe('A cause: what it belongs to, such as Tools; a bone of the fishbone.'),
  care: words.exactOptional().describe('A kind sentence that is shown once this is picked.'),
  say: words.exactOptional().describe('A ready sentence that goes with it, shown beside the label.'),
  form: z
    .enum(['received', 'awaited'])
    .exactOptional()
    .describe('Offered only where a form of theirs is in, or is asked for and not in yet.'),
})

/** Where options come from when they are not written out. */
export const optionsFrom = z.strictObject({
  items: id.exactOptional().describe('Id of a group asked earlier; each of its items is one option.'),
  library: id.exactOptional().describe('Id of a library, such as behaviours.'),
  area: words.exactOptional().describe('Of the library only the entries under this heading.'),
  settings: z.literal('tiers').exactOptional().describe('The tiers that the team named in tactful.yaml.'),
  continues: id
    .exactOptional()
    .describe(
      'Where whys are asked: what was picked in this earlier question, then the whys before this one.',
    ),
  inbox: id
    .exactOptional()
    .describe('Id of a group of evidence asked later; evidence from the notebook can be picked for it.'),
})

const options = z.union([z.array(optionShape).min(1).max(200), optionsFrom])

const when = z.union([
  z.strictObject({ all: z.lazy(() => z.array(condition)) }),
  z.strictObject({ any: z.lazy(() => z.array(condition)) }),
  z.strictObject({ not: z.lazy(() => condition) }),
  z.strictObject({ answered: z.string() }),
  z.strictObject({
    count: z.record(z.string(), z.strictObject({ min: count.exactOptional(), max: count.exactOptional() })),
  }),
  z.strictObject({ most: z.record(z.string(), z.enum(['person', 'system'])) }),
  z.record(z.string(), z.union([scalar, z.array(scalar)])),
])
/** When something is asked. */
export const condition: z.ZodType<When, When> = z.lazy(() => when)

const base = {
  id: id.describe('Names the answer, in answers files too.'),
  ask: words.describe('The question. {id} stands for an earlier answer, {person} for the first name.'),
  help: words.exactOptional().describe('One line under the question.'),
  why: words.exactOptional().describe('Why we ask; shown on :why.'),
  examples: z.array(words).max(20).exactOptional(),
  label: words.exactOptional().describe('Short name of the answer where it scrolls up and in the review.'),
  required: z.boolean().exactOptional(),
  when: condition.exactOptional().describe('Asked only when this holds; compares earlier answers.'),
  private: z.boolean().exactOptional().describe('Kept in the private part of the note.'),
  check: z.enum(['wording', 'facts', 'goal', 'private']).exactOptional(),
  section: id.exactOptional().describe('Section of the note in which the answer stands.'),
  depth: z
    .enum(['quick', 'core', 'deeper'])
    .default('core')
    .describe('quick: asked even in a hurry; core: asked by default; deeper: asked when opened.'),
  also: z
    .array(words)
    .max(40)
    .exactOptional()
    .describe('A form: other ways people head this answer, such as "What went well".'),
  evidence: z
    .enum(['strength', 'growth', 'open'])
    .exactOptional()
    .describe('A form of a peer or a customer: what is answered here becomes evidence, open without a side.'),
  consent: z
    .enum(['quote', 'beside'])
    .exactOptional()
    .describe(
      'A form of a peer or a customer: asks whether what they write may be passed on; beside, where the answer may say so too.',
    ),
  theirs: z
    .array(id)
    .min(1)
    .max(10)
    .exactOptional()
    .describe('Answers of the form of their own view that fit here and are offered: a number takes one.'),
  beside: z
    .array(id)
    .min(2)
    .max(2)
    .exactOptional()
    .describe('Two earlier answers, theirs and yours, that are set side by side here.'),
  practices: z.array(z.int().min(1).max(213)).max(60).exactOptional(),
}

/** Ready sentences of a library. */
export const examplesFrom = z.strictObject({
  library: id,
  area: words.exactOptional().describe('Only the entries under this heading.'),
})

const text = z.strictObject({
  type: z.enum(['text', 'paragraph']),
  ...base,
  default: z.string().max(5000).exactOptional(),
  join: z.array(id).min(1).exactOptional().describe('Earlier answers of the same item, joined into prose.'),
  examplesFrom: examplesFrom.exactOptional().describe('Ready sentences of a library as examples.'),
  min: count.exactOptional(),
  max: count.exactOptional(),
})

const choice = z.strictObject({
  type: z.enum(['choice', 'choices']),
  ...base,
  options,
  other: z.boolean().exactOptional().describe('An answer of one’s own may be typed.'),
  default: z.union([z.string(), z.array(z.string())]).exactOptional(),
  min: count.exactOptional(),
  max: count.exactOptional(),
  checklist: z
    .union([z.boolean(), words])
    .exactOptional()
    .describe('For choices: what was not marked is named too, after "Still to do" or the words given here.'),
})

const confirm = z.strictObject({ type: z.literal('confirm'), ...base, default: z.boolean().exactOptional() })

const number = z.strictObject({
  type: z.enum(['number', 'scale']),
  ...base,
  min: z.number().exactOptional(),
  max: z.number().exactOptional(),
  unit: words.exactOptional(),
  default: z.number().exactOptional(),
  ends: z.tuple([words, words]).exactOptional(),
})

const date = z.strictObject({
  type: z.literal('date'),
  ...base,
  direction: z.enum(['past', 'future']).exactOptional(),
  default: z.string().max(200).exactOptional(),
})

const person = z.strictObject({ type: z.literal('person'), ...base })

/** The file that a filled form may be given as. */
export const formFile = z.strictObject({
  when: condition.describe('Asks for a file only when this holds.'),
  ask: words,
  help: words.exactOptional(),
})

const form = z.strictObject({
  type: z.literal('form'),
  ...base,
  form: id.exactOptional(),
  file: formFile.exactOptional().describe('Asks for the path of a file instead of the text.'),
})

/** The shape of a group; the others stand in `questionShapes`. */
export const group = z.strictObject({
  type: z.literal('group'),
  ...base,
  item: words.describe('What one item is called: Point gives "Point 2".'),
  questions: z.lazy(() => z.array(question)),
  makes: z
    .enum([
      'evidence',
      'point',
      'goal',
      'cause',
      'why',
      'barrier',
      'idea',
      'promise',
      'agreement',
      'recognition',
      'talk',
      'checkin',
    ])
    .exactOptional(),
  min: count.exactOptional(),
  max: count.exactOptional(),
  quickMax: count.exactOptional(),
  enough: count
    .exactOptional()
    .describe('With so many items the next is not asked for by itself; it can be added in the review.'),
  each: id
    .exactOptional()
    .describe('Asks its questions of each item of this earlier group, and keeps the answers there.'),
  entry: z
    .strictObject({
      reader: z.enum(['evidence', 'goal', 'talk', 'promise', 'barrier']),
      into: id.describe('Nested question that takes the words of the line.'),
    })
    .exactOptional()
    .describe('Items are typed or pasted one a line.'),
  examplesFrom: examplesFrom.exactOptional().describe('With entry: ready lines of a library as examples.'),
  carries: z
    .enum(['promises', 'goals', 'agenda'])
    .exactOptional()
    .describe('Its items are what both promised, the goals, or, in a talk, what was prepared for it.'),
  unless: id
    .exactOptional()
    .describe('With each: leaves out the items that were chosen in this earlier question.'),
})

/** Every type of question with its keys. */
export const questionShapes = [text, choice, confirm, number, date, person, form, group] as const

/** One question of any type. */
export const question: z.ZodType<Question> = z.lazy(() => z.discriminatedUnion('type', questionShapes))

/** Question shapes as inferred, before recursion closes them over `Question`; the type test compares them. */
export type QuestionShape = z.output<(typeof questionShapes)[number]>

/** Keys that a question of the type named in `value` may have; those of every question when it names none. */
export function questionKeys(value: unknown): readonly string[] {
  const type: unknown = value instanceof Object && 'type' in value ? value.type : undefined
  const found = questionShapes.find((shape) => shape.shape.type.safeParse(type).success)
  return Object.keys(found?.shape ?? base)
}
