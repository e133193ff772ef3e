import type { OpenForm } from '../notebook/standing.ts'
import { everyQuestion } from '../template/find.ts'
import type { Option } from '../template/option.ts'
import type { ChoiceQuestion, Question, Template } from '../template/template.ts'
import type { Plan, Spot } from './plan.ts'
import type { Interview, Step, Value } from './state.ts'
import type { World } from './world.ts'

/** What somebody wrote of themself, as it stands in the notebook. */
export interface ReceivedForm {
  readonly id: string
  /** Plain day on which it came in. */
  readonly on: string
  /** How many questions it answers; 0 where it is kept whole. */
  readonly count: number
  /** The answers as one text, each behind its name. */
  readonly text: string
  readonly answers: readonly SaidAnswer[]
  /** A session has used it already. */
  readonly isUsed?: true
}

/** One answer of a form: the id of its question there, and the words. */
export interface SaidAnswer {
  readonly id: string
  readonly text: string
}

/** The forms of one person's own view: asked for and not in; and in and not used yet, the newest first, or else the newest of those that were used. */
export interface TheirForms {
  /** Slug, or the name of somebody new. */
  readonly person: string
  readonly asked: readonly OpenForm[]
  readonly received: readonly ReceivedForm[]
}

/** What was understood of a text that was read in: its answers as one text, and what of it stands nowhere in there. */
export interface ReadView {
  readonly text: string
  readonly count: number
  /** Something of the text as it came is not in `text`, so that it has to be kept beside. */
  readonly isMore: boolean
  readonly copies: number
  readonly answers: readonly SaidAnswer[]
}

/** Why a text that was read in holds no view of theirs, and what to do. */
export interface NotTheirs {
  readonly mistake: string
  readonly mend: string
}

/** The way to somebody's own view. Both may throw `Trouble`. */
export interface FormsDoor {
  of(person: string): Promise<TheirForms>
  /** Reads a text that came from them; undefined where no question of the form is found in it, a mistake where it is blank or somebody else's form. */
  read(text: string, person: string, form: string | undefined): Promise<ReadView | NotTheirs | undefined>
}

/** Names that no question can have: the form that was used, those it answers, and the text as it came. */
const USED = '@form'
const ANSWERED = '@form-answered'
const ORIGINAL = '@form-original'

/** Where one answer of the form is kept, by the id of its question there; with an empty id what all of these begin with. */
export function saidPath(id: string): string {
  return `@said/${id}`
}

/** The words of one answer of their form; empty where there is none. */
export function saidIn(interview: Interview, id: string): string {
  const value = interview.answers.get(saidPath(id))?.value
  return typeof value === 'string' ? value : ''
}

/** The steps that keep the answers of their form one by one, in the place of those before. */
export function saidSteps(interview: Interview, answers: readonly SaidAnswer[]): readonly Step[] {
  const gone = [...interview.answers.keys()].filter((path) => path.startsWith(saidPath('')))
  return [
    ...gone.map((path): Step => ({ step: 'forget', path })),
    ...answers.map(({ id, text }): Step => ({ step: 'answer', path: saidPath(id), value: text, read: true })),
  ]
}

/** Whether a question asks where somebody's own view is to come from. */
export function asksForView(question: Question): question is ChoiceQuestion {
  return (
    question.type === 'choice' &&
    Array.isArray(question.options) &&
    (question.options as readonly Option[]).some(({ form }) => form !== undefined)
  )
}

/** The options that can be chosen now: a form that is in, or is waited for, is offered only where there is one. */
export function choosable(options: readonly Option[], { forms }: World): readonly Option[] {
  return options.filter(({ form }) => {
    if (form === undefined) return true
    return (form === 'received' ? forms?.received : forms?.asked)?.[0] !== undefined
  })
}

/** What is wrong with taking what came in where nothing waits to be taken; undefined for every other answer. */
export function noneWaits(
  question: Question,
  raw: unknown,
  { forms }: World,
): { readonly mistake: string; readonly mend: string } | undefined {
  if (typeof raw !== 'string' || viewMeant(question, raw.trim()) !== 'received') return undefined
  if (forms?.received[0] !== undefined) return undefined
  return {
    mistake: 'No form of theirs waits: what came in was used in a session already, or none is in.',
    mend: 'Choose another way. To read one in: tactful receive FILE',
  }
}

/** What an answer to the question for their view stands for: a form that is in, or waiting for one. */
export function viewMeant(question: Question, value: Value | null): Option['form'] {
  if (!asksForView(question) || !Array.isArray(question.options)) return undefined
  return (question.options as readonly Option[]).find((option) => option.value === value)?.form
}

/** The steps beside an answer about their view: the words of the form that is taken, and which form a text answers. */
export function viewSteps(
  { interview, world }: Plan,
  { question }: Spot,
  value: Value | null,
): readonly Step[] {
  if (question.type === 'form') {
    const all = world.forms?.asked ?? []
    const asked = all.filter(({ form }) => form === all.at(-1)?.form).map(({ id }) => id)
    if (value !== null && asked.length > 0)
      return [{ step: 'answer', path: ANSWERED, value: asked, read: true }]
    return interview.answers.has(ANSWERED) ? [{ step: 'forget', path: ANSWERED }] : []
  }
  const path = textQuestion(interview.template)
  if (!asksForView(question) || path === undefined) return []
  const taken = viewMeant(question, value) === 'received' ? world.forms?.received[0] : undefined
  if (taken !== undefined) {
    return [
      { step: 'answer', path, value: taken.text, read: true },
      { step: 'answer', path: USED, value: [taken.id], read: true },
      ...saidSteps(interview, taken.answers),
    ]
  }
  const isOfForm = interview.answers.has(USED)
  const gone = [USED, ...(interview.answers.get(path)?.read === true ? [path] : [])]
  if (!isOfForm) return []
  return [...gone.map((one): Step => ({ step: 'forget', path: one })), ...saidSteps(interview, [])]
}

/** The step that keeps a text as it came, beside what was understood of it. */
export function originalStep(text: string): Step {
  return { step: 'answer', path: ORIGINAL, value: text, read: true }
}

/** What an interview knows of forms: ids of those it used and of the asked ones it answers, and a text as it came. */
export function formsIn(interview: Interview): {
  readonly used: readonly string[]
  readonly answered: readonly string[]
  readonly original?: string
} {
  const list = (path: string) => {
    const value = interview.answers.get(path)?.value
    return typeof value === 'object' && value !== null ? value : []
  }
  const original = interview.answers.get(ORIGINAL)?.value
  return {
    used: list(USED),
    answered: list(ANSWERED),
    ...(typeof original === 'string' ? { original } : {}),
  }
}

/** The question that takes the words of their view. */
function textQuestion(template: Template): string | undefined {
  return everyQuestion(template).find(({ type }) => type === 'form')?.id
}
