import { type Ground, optionsOf, scopeOf } from '../interview/ground.ts'
import type { AnswerPath, Value } from '../interview/state.ts'
import type { Question } from '../template/template.ts'
import { NOTE_WORDS } from './words.ts'

/** What nobody marked in a checklist: the labels, and the words that stand in front of them. */
interface Left {
  readonly words: string
  readonly labels: readonly string[]
}

/**
 * What is left of a checklist that was gone through. Undefined for every other question, for a list that was skipped,
 * and where everything is marked; an answer of one's own counts beside the list and takes nothing off it.
 */
export function leftIn(ground: Ground, path: AnswerPath, question: Question, value: Value): Left | undefined {
  if (question.type !== 'choices' || (question.checklist ?? false) === false) return undefined
  const marked = typeof value === 'object' ? value : [String(value)]
  const left = optionsOf(ground, scopeOf(path), question).filter((option) => !marked.includes(option.value))
  if (left.length === 0) return undefined
  const words = typeof question.checklist === 'string' ? question.checklist : NOTE_WORDS.toDo
  return { words, labels: left.map(({ label }) => label) }
}

/** Every checklist of an interview in which something was left, by the name of its question. */
export function leftOver(ground: Ground): readonly (Left & { readonly of: string })[] {
  return [...ground.questions].flatMap(([path, question]) => {
    const value = ground.values.get(path)
    const left = value === undefined ? undefined : leftIn(ground, path, question, value)
    return left === undefined
      ? []
      : [{ ...left, of: (question.label ?? question.ask).replace(/[?:\s]+$/, '') }]
  })
}
