import type { Option } from '../template/option.ts'
import type { ChoiceQuestion } from '../template/template.ts'
import type { When } from '../template/when.ts'
import { answerStep } from './answering.ts'
import type { Plan, Spot } from './plan.ts'
import type { Step } from './state.ts'

/**
 * The step that passes over a recognition where nothing new comes to mind: praise by force is worth little. By oversight it is not passed
 * over, so a file of answers has to say that there is none. Undefined for every other question.
 */
export function withoutRecognition({ item }: Spot): Step | undefined {
  if (item?.fresh !== true || item.canFinish || item.group.makes !== 'recognition') return undefined
  return { step: 'close', path: item.path }
}

/**
 * The step that goes on without a barrier where one was asked for and none comes to mind: the choice that led there becomes the one
 * that leads past it, so that no note says that a barrier was written. Undefined for every other question, and where several lead past it.
 */
export function withoutBarrier(plan: Plan, { kind, question, scope }: Spot): Step | undefined {
  if (kind !== 'lines' || question.type !== 'group' || question.makes !== 'barrier') return undefined
  if (question.required !== true || scope.length > 0) return undefined
  const [[id, led] = [], ...more] = Object.entries(question.when ?? ({} as When))
  const gate = plan.spots.find((spot) => spot.path === id)
  if (id === undefined || more.length > 0 || gate?.question.type !== 'choice') return undefined
  const values: readonly unknown[] = Array.isArray(led) ? led : [led]
  const [past, ...others] = optionsOf(gate.question).filter(({ value }) => !values.includes(value))
  return past === undefined || others.length > 0 ? undefined : answerStep(plan, gate, past.value)
}

function optionsOf({ options }: ChoiceQuestion): readonly Option[] {
  return Array.isArray(options) ? (options as readonly Option[]) : []
}
