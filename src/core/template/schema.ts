import * as z from 'zod'
import {
  condition,
  entryId,
  examplesFrom,
  formFile,
  group,
  optionShape,
  optionsFrom,
  question,
  questionKeys,
  words,
} from './question-schema.ts'

const id = entryId

const section = z.strictObject({
  id,
  heading: words,
  for: z
    .literal('mentor')
    .exactOptional()
    .describe("The mentor's own preparation, left out of the person's copy."),
})

const note = z.strictObject({
  title: words.describe('Title of the saved note; {person} is filled in.'),
  sections: z.array(section).min(1).max(60),
})

const part = z.strictObject({
  id,
  title: words.describe('One or two words, shown as progress.'),
  intro: words.exactOptional(),
  when: condition.exactOptional().describe('The whole part applies only when this holds.'),
  lists: id.exactOptional().describe('A form: id of a library that is printed above the questions.'),
  questions: z.array(question).min(1),
})

const letter = z.strictObject({
  from: z.enum(['person', 'peer', 'customer']).describe('Who answers.'),
  hello: words.describe('{reader}, {person} and {day} are filled in, here and below.'),
  opening: words,
  how: words.describe('How to answer, and until when.'),
  closing: words,
})

/**
 * The shape of a template, from which both the type test and the JSON Schema come. It knows nothing of references
 * between questions; `checkTemplate` does.
 */
export const templateSchema = z.strictObject({
  id: id.describe('File name without .yaml.'),
  version: z.int().min(1).describe('Raise it when questions change.'),
  kind: z.enum(['session', 'checkin', 'talk', 'goal', 'form', 'rehearsal']),
  title: words,
  purpose: words.describe('One sentence on what it is for.'),
  extends: id.exactOptional().describe('Id of the template this one is built on.'),
  letter: letter.exactOptional().describe('A form: its words to whoever fills it in.'),
  note,
  parts: z.array(part).min(1).max(40),
})

/** Keys that may stand in the map at `path`, for offering near ones; `value` is that map. */
export function keysAt(path: readonly PropertyKey[], value: unknown): readonly string[] {
  const holder = path.findLast((step) => typeof step === 'string')
  if (holder === undefined) return Object.keys(templateSchema.shape)
  if (holder === 'questions') return questionKeys(value)
  const shape = {
    note,
    letter,
    sections: section,
    parts: part,
    options: optionShape,
    entry: group.shape.entry.unwrap(),
    file: formFile,
    examplesFrom,
  }
  const found = Object.entries(shape).find(([name]) => name === holder)?.[1]
  if (holder === 'options' && path.at(-1) === 'options') return Object.keys(optionsFrom.shape)
  return found === undefined ? [] : Object.keys(found.shape)
}
