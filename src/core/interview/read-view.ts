import { Trouble } from '../problem.ts'
import { answerStep } from './answering.ts'
import { personIn } from './meet-inbox.ts'
import type { Plan, Spot } from './plan.ts'
import type { Step } from './state.ts'
import { type FormsDoor, type NotTheirs, originalStep, type ReadView, saidSteps } from './their-view.ts'

/**
 * The step that keeps a filled form which was read from a file: its answers, each behind its name, and the text as it came
 * where that holds more. Undefined where it is no filled form, or cannot be looked at as one: then the text is kept as it is. A mistake
 * where it is blank or the form of somebody else, which nothing is kept of.
 */
export async function readViewStep(
  plan: Plan,
  spot: Spot,
  text: string,
  door: FormsDoor | undefined,
): Promise<{ readonly step: Step; readonly read: ReadView } | NotTheirs | undefined> {
  const { question } = spot
  const person = personIn(plan.interview)
  if (question.type !== 'form' || door === undefined || person === undefined) return undefined
  const read = await readOr(door, text, person, question.form)
  if (read === undefined || 'mistake' in read) return read
  const original = read.isMore ? [originalStep(text)] : []
  const steps = [answerStep(plan, spot, read.text), ...original, ...saidSteps(plan.interview, read.answers)]
  return { step: { step: 'all', steps }, read }
}

/** The steps that keep the answers of a filled form that was typed or pasted, beside its text; none where no question is found in it. */
export async function typedViewSteps(
  plan: Plan,
  { question }: Spot,
  text: string,
  door: FormsDoor | undefined,
): Promise<readonly Step[]> {
  const person = personIn(plan.interview)
  if (question.type !== 'form' || door === undefined || person === undefined) return []
  const read = await readOr(door, text, person, question.form)
  return saidSteps(plan.interview, read === undefined || 'mistake' in read ? [] : read.answers)
}

async function readOr(
  door: FormsDoor,
  text: string,
  person: string,
  form: string | undefined,
): Promise<ReadView | NotTheirs | undefined> {
  try {
    return await door.read(text, person, form)
  } catch (error) {
    if (error instanceof Trouble) return undefined
    throw error
  }
}
