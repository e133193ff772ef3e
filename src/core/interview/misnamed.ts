import type { Mistake } from '../problem.ts'
import { meant } from '../template/near.ts'
import type { GroupQuestion, Question, Template } from '../template/template.ts'
import { type Given, type GivenMap, LINE, OWN_ID } from './given.ts'
import { OF } from './unattended-carried.ts'

/** Every name in the answers that no question of the template has, with the names close to it. */
export function misnamed(template: Template, given: GivenMap): readonly Mistake[] {
  const questions = template.parts.flatMap((part) => part.questions)
  return inMap(template, questions, given, '')
}

function inMap(
  template: Template,
  questions: readonly Question[],
  given: GivenMap,
  prefix: string,
  group?: GroupQuestion,
): readonly Mistake[] {
  const carries = group?.carries
  const isCited = group?.makes === 'evidence' && group.entry !== undefined
  return [...given.entries].flatMap(([name, value]): readonly Mistake[] => {
    const path = prefix === '' ? name : `${prefix}.${name}`
    const question = questions.find((one) => one.id === name)
    if (name === LINE && prefix !== '') return []
    if (name === OF && carries !== undefined) return []
    if (name === OWN_ID && isCited && value.kind === 'text') return []
    if (question === undefined) {
      const ids = questions.map((one) => one.id)
      const mend = meant(name, ids, `See what there is: tactful template questions ${template.id}`)
      return [{ ...value.place, path, message: `No question is called "${name}".`, mend }]
    }
    return question.type === 'group' ? inGroup(template, question, value, path) : []
  })
}

function inGroup(template: Template, group: GroupQuestion, given: Given, path: string): readonly Mistake[] {
  if (group.each !== undefined) {
    if (given.kind === 'none') return []
    const message = `Answers to "${group.id}" stand inside the items of "${group.each}".`
    return [{ ...given.place, path, message, mend: `Move them there.` }]
  }
  const items = given.kind === 'list' ? given.items : [given]
  const inside = insideOf(template, group)
  return items.flatMap((item, index) =>
    item.kind === 'map' ? inMap(template, inside, item, `${path}.${index + 1}`, group) : [],
  )
}

/** The questions of an item: the group's own, and those that a later group asks about each of its items. */
function insideOf(template: Template, group: GroupQuestion): readonly Question[] {
  const later = template.parts
    .flatMap((part) => part.questions)
    .filter((question) => question.type === 'group' && question.each === group.id)
  return [
    ...group.questions,
    ...later.flatMap((question) => (question.type === 'group' ? question.questions : [])),
  ]
}
