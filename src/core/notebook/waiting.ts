import { answersGiven, replay } from '../interview/fold.ts'
import { next, planOf } from '../interview/plan.ts'
import type { Step } from '../interview/state.ts'
import type { World } from '../interview/world.ts'
import type { DraftHead } from '../ports/drafts.ts'
import { everyQuestion } from '../template/find.ts'
import type { Template } from '../template/template.ts'

/** A draft as the home screen shows it. `person` is a slug or, for somebody new, the name as typed. */
export interface Waiting {
  readonly draft: string
  readonly template: string
  /** What the note will be called, with `{person}` where the name stands. */
  readonly title: string
  readonly created: string
  readonly person?: string
  /** Title of the part of the next open question; absent when everything is answered and only the review is left. */
  readonly part?: string
  /** Answers given by the mentor; those recognised in a typed line are not counted. */
  readonly answers: number
}

/** Enough of the world to see which question is open: neither people nor libraries change that. */
const BARE: World = {
  today: '1970-01-01',
  time: '00:00',
  people: [],
  dates: { read: async () => [] },
  libraries: {},
}

/** What waits in a draft: whom it is for, where it goes on, how many answers it keeps. */
export function waiting(head: DraftHead, steps: readonly Step[], template: Template): Waiting {
  const interview = replay(template, head, steps)
  const who = everyQuestion(template).find((question) => question.type === 'person')
  const person = who === undefined ? undefined : interview.answers.get(who.id)?.value
  const part = next(planOf(interview, BARE))?.part
  return {
    draft: head.draft,
    template: head.template,
    title: template.note.title,
    created: head.created,
    answers: answersGiven(interview),
    ...(typeof person === 'string' ? { person } : {}),
    ...(part === undefined ? {} : { part: part.title }),
  }
}
