import * as z from 'zod'
import { NOTE_KINDS } from '../notebook/note.ts'

const day = z
  .string()
  .regex(/^\d{4}-\d\d(?:-\d\d)?$/)
  .describe('A day; in a copy for a lead its month alone.')

const section = z.strictObject({
  id: z.string().exactOptional(),
  heading: z.string(),
  text: z.string().describe('Markdown.'),
})

const item = z.strictObject({
  id: z.string(),
  kind: z.string().describe('What it is: evidence, goal, promise, agreement.'),
  label: z.string().exactOptional().describe('How the note refers to it: E1.'),
  date: z.string().exactOptional().describe('The day it happened; in a copy for a lead its month alone.'),
  by: z.string().exactOptional().describe('The day by which it is to be done.'),
  state: z.string().exactOptional().describe('What became of it.'),
  side: z.string().exactOptional().describe('A strength, or something to grow.'),
  source: z.string().exactOptional(),
  area: z.string().exactOptional(),
  ticket: z.string().exactOptional(),
  link: z.string().exactOptional(),
  words: z.string().describe('Markdown.'),
})

const note = z.strictObject({
  id: z.string().describe('As the notebook names it; N1, N2 where no name leaves.'),
  kind: z.enum(NOTE_KINDS),
  date: day,
  person: z.string().describe('A name, or what stands for it.'),
  title: z.string(),
  lead: z.string().describe('Markdown between the title and the first heading.'),
  sections: z.array(section),
  items: z.array(item),
})

/** The shape of an export as JSON; its JSON Schema comes from here too. Keys are added, never renamed, within one `format`. */
export const exportSchema = z.strictObject({
  format: z.literal(1).describe('Counts up when the shape changes.'),
  made: z.iso.datetime().describe('When it was written (UTC).'),
  reader: z.enum(['mentor', 'person', 'lead']).nullable().describe('Whom the copies are for.'),
  notes: z.array(note),
})

/** An export as JSON. */
export type ExportFile = z.infer<typeof exportSchema>
