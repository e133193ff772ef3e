import type { Question, Template } from './template.ts'

/** Every question of a template in the order of the file, those nested in groups right after their group. */
export function everyQuestion(template: Template): readonly Question[] {
  return template.parts.flatMap((part) => withNested(part.questions))
}

function withNested(questions: readonly Question[]): readonly Question[] {
  return questions.flatMap((one) => (one.type === 'group' ? [one, ...withNested(one.questions)] : [one]))
}
