import type { Question } from '../template/template.ts'
import type { Plan, Spot } from './plan.ts'
import type { Kept } from './state.ts'

/** The question that takes the words of a typed line, where they are to be looked at. */
function checkedField({ question }: Spot): Question | undefined {
  if (question.type !== 'group') return undefined
  const into = question.questions.find(({ id }) => id === question.entry?.into)
  return into?.check === undefined ? undefined : into
}

/** The question that takes those words, and the others that a line can fill and whose words are looked at. */
export function checkedFields(spot: Spot): readonly Question[] {
  const { question } = spot
  const into = checkedField(spot)
  if (question.type !== 'group' || into === undefined) return []
  return [into, ...question.questions.filter((one) => one !== into && one.check !== undefined)]
}

/** What was kept before, by the words of the item it was kept in. */
export function keptByText(plan: Plan, spot: Spot, id: string): Map<string, Kept[]> {
  const keys = plan.interview.items.get(spot.path) ?? []
  const answers = keys.map((key) => plan.interview.answers.get(`${spot.path}/${key}/${id}`))
  return new Map(
    answers.flatMap((answer) =>
      answer === undefined ? [] : [[String(answer.value), [...(answer.kept ?? [])]]],
    ),
  )
}
