import * as z from 'zod'
import { entryId } from '../template/question-schema.ts'

const words = z.string().min(1).max(600)
const lines = z.array(words).min(1).max(12)
const says = z.union([lines, z.record(z.string().max(40), lines)])
const mood = z.int().min(-3).max(3)

const answerShape = {
  says: says.exactOptional().describe('What the other side says; several wordings are used in turn.'),
  mood: mood.exactOptional().describe('Steps towards opening up (1) or closing (-1).'),
  to: entryId
    .exactOptional()
    .describe('The state or ending that follows. Without this key the talk stays where it is.'),
}

const turn = z.strictObject({
  on: z
    .union([entryId, z.array(entryId).min(1).max(30)])
    .describe('The kinds of move it answers, such as open, feeling, judgment.'),
  when: z.array(entryId).min(1).max(8).exactOptional().describe('Only in these moods.'),
  ...answerShape,
})

const state = z.strictObject({
  id: entryId,
  says: says.exactOptional().describe('What the other side says when the talk comes here.'),
  behind: words.exactOptional().describe('What may be going on in the other side.'),
  hint: words.describe('What one could try here.'),
  ready: words.describe('A ready sentence that would land here.'),
  moves: z.array(turn).min(1).max(40),
  otherwise: z.strictObject(answerShape).describe('What follows everything else.'),
})

const ending = z.strictObject({
  id: entryId,
  grade: z.enum(['good', 'half', 'cut-off']),
  title: words,
  says: says.exactOptional().describe("The other side's last words."),
  means: words.describe('What this end means.'),
  next: words.exactOptional().describe('What to try next time.'),
})

/** The shape of a rehearsal; its JSON Schema comes from here too. What its names lead to is left to `checkScenario`. */
export const scenarioSchema = z.strictObject({
  id: entryId.describe('File name without .yaml.'),
  version: z.int().min(1),
  title: words,
  practices: z.array(z.int().min(1).max(213)).max(60).exactOptional(),
  other: z
    .strictObject({ name: words, who: words })
    .describe('The other side: a first name, and who they are.'),
  you: words.describe('What the player is to them.'),
  situation: z.array(words).min(1).max(12).describe('Facts, one a line.'),
  goal: words.describe('What the player wants to reach.'),
  moods: z
    .array(z.strictObject({ id: entryId, name: words, looks: words.describe('What can be seen of it.') }))
    .min(2)
    .max(6)
    .describe('The most guarded first.'),
  start: z.strictObject({ state: entryId, mood: entryId }),
  states: z.array(state).min(1).max(40),
  anywhere: z.array(turn).max(40).describe('Answers that every state has unless it has its own.'),
  endings: z.array(ending).min(2).max(12),
  limit: z
    .strictObject({ turns: z.int().min(4).max(40), to: entryId })
    .describe('After so many turns the time is over.'),
})

/** The keys that are known where a path of a rehearsal leads. */
export function scenarioKeys(path: readonly PropertyKey[]): readonly string[] {
  const names = path.filter((step) => typeof step === 'string')
  const last = names.at(-1)
  if (last === undefined) return Object.keys(scenarioSchema.shape)
  if (last === 'states') return Object.keys(state.shape)
  if (last === 'endings') return Object.keys(ending.shape)
  if (last === 'moves' || last === 'anywhere') return Object.keys(turn.shape)
  if (last === 'otherwise') return Object.keys(answerShape)
  if (last === 'moods') return ['id', 'name', 'looks']
  if (last === 'other') return ['name', 'who']
  if (last === 'start') return ['state', 'mood']
  return last === 'limit' ? ['turns', 'to'] : []
}
