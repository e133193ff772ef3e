import type { FormQuestion } from '../template/template.ts'
import type { Ground } from './ground.ts'
import type { Spot } from './plan.ts'
import { holds } from './when.ts'

/** How a form asks for a file, where its answer is to be the path of one; undefined where it asks for the text itself. What was read in once can be changed as text. */
export function fileAsked(
  { question, value, scope }: Pick<Spot, 'question' | 'value' | 'scope'>,
  ground: Ground,
): FormQuestion['file'] {
  if (question.type !== 'form' || question.file === undefined) return undefined
  if (value !== undefined && value !== null) return undefined
  return holds(question.file.when, ground, scope) ? question.file : undefined
}
