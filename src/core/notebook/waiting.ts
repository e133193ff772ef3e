import { answersGiven, replay } from '../interview/fold.ts'
import type { Step } from '../interview/state.ts'
import type { DraftHead } from '../ports.ts'
import type { Part, Question, Template } from '../template/template.ts'

/** A draft as the home screen shows it. `person` is a slug or, for somebody new, the name as typed. */
export interface Waiting {
  readonly draft: string
  readonly template: string
  readonly created: string
  readonly person?: string
  /** Title of the part in which it was left. */
  readonly part?: string
  /** Answers given by the mentor; those recognised in a typed line are not counted. */
  readonly answers: number
}

/** What waits in a draft: whom it is for, where it was left, how many answers it keeps. */
export function waiting(head: DraftHead, steps: readonly Step[], template: Template): Waiting {
  const interview = replay(template, head, steps)
  const who = everyQuestion(template).find((question) => question.type === 'person')
  const person = who === undefined ? undefined : interview.answers.get(who.id)?.value
  const part = lastPart(template, steps)
  return {
    draft: head.draft,
    template: head.template,
    created: head.created,
    answers: answersGiven(interview),
    ...(typeof person === 'string' ? { person } : {}),
    ...(part === undefined ? {} : { part: part.title }),
  }
}

function lastPart(template: Template, steps: readonly Step[]): Part | undefined {
  for (const step of flat(steps).toReversed()) {
    if (step.step === 'deeper') return template.parts.find((part) => part.id === step.part)
    const id = 'path' in step ? step.path.split('/')[0] : undefined
    const part = template.parts.find((one) => one.questions.some((question) => question.id === id))
    if (part !== undefined) return part
  }
  return undefined
}

function flat(steps: readonly Step[]): readonly Step[] {
  return steps.flatMap((step) => (step.step === 'all' ? flat(step.steps) : [step]))
}

function everyQuestion(template: Template): readonly Question[] {
  return template.parts.flatMap((part) => part.questions)
}
