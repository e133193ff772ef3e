import { careFor } from '../causes/cared.ts'
import type { Asker, Ended } from '../ports/asker.ts'
import { aroundOf } from './around.ts'
import type { OpenDoor } from './carry.ts'
import type { Reviewer } from './findings.ts'
import { apply } from './fold.ts'
import { optionsOf } from './ground.ts'
import { inboxQuestion, inboxTarget, pickedIn } from './inbox.ts'
import { linePath } from './keys.ts'
import { openSpots, type Plan, planOf, type Spot } from './plan.ts'
import type { ReadyDoor } from './ready.ts'
import { join } from './resolve.ts'
import type { AnswerPath, Interview, Step } from './state.ts'
import { asksForView, type FormsDoor, formsIn, type ReceivedForm } from './their-view.ts'
import type { InterviewWords } from './words.ts'
import type { Inbox, InboxDoor, ReadLines, World } from './world.ts'

/** Everything the guided loop stands between. */
export interface Guide {
  readonly asker: Asker
  /** Keeps a step for good; the next question waits for it. */
  readonly keep: (step: Step) => Promise<void>
  readonly world: World
  /** What the notebook holds about the person; without it nothing is offered. */
  readonly inbox?: InboxDoor
  /** What is open with the person; without it nothing is carried over. */
  readonly open?: OpenDoor
  /** Ready sentences for a question; without it a screen has only its own examples. */
  readonly ready?: ReadyDoor
  /** The person's own view; without it none is known. */
  readonly forms?: FormsDoor
  readonly read: ReadLines
  readonly readFile: (path: string) => Promise<string>
  readonly reviewer: Reviewer
  /** Ready lines to show before saving. */
  readonly notices: (interview: Interview) => Promise<readonly string[]>
  readonly words: InterviewWords
}

/** How an interview ended: to be saved, or left for later (`ended` when the terminal went away). */
export type Ending =
  | { readonly end: 'save'; readonly interview: Interview }
  | { readonly end: 'quit'; readonly interview: Interview; readonly ended?: Ended }

/** A guided interview while it runs: where it stands, and what is asked next. */
export interface Run {
  readonly guide: Guide
  interview: Interview
  /** As the guide gives it, with the inbox once that is there. */
  world: World
  /** The inbox of this person, from when it begins to be looked up. */
  noting: { readonly person: string; readonly found: Promise<Inbox> } | undefined
  /** The question to ask next, where it is not simply the first open one. */
  at: AnswerPath | undefined
  adding: AnswerPath | undefined
  /** Where in the text of the next question the mentor goes on, after a rewording: once. */
  cursor?: { readonly path: AnswerPath; readonly at: number; readonly own?: string } | undefined
  /** What was open when the review was opened; changes are asked about, this waits. */
  reviewing: { readonly open: ReadonlySet<AnswerPath>; readonly part: string | undefined } | undefined
  /** Parts that were introduced, so that each is only once. */
  readonly introduced: Set<string>
}

/** What one turn came to: on to the next, or the end. */
export type Turn = 'go' | Ending

/** What the readers of an answer need, with the inbox as far as it is there. */
export function doorsOf({ guide, world }: Run): Pick<Guide, 'world' | 'read' | 'readFile'> {
  return { world, read: guide.read, readFile: guide.readFile }
}

/** Keeps a step for good, then counts it. */
export async function take(run: Run, step: Step): Promise<void> {
  await run.guide.keep(step)
  run.interview = apply(run.interview, step)
}

/** Takes the step, lets the answer scroll up, and goes on with what is open. */
export async function settle(run: Run, spot: Spot, step: Step): Promise<Turn> {
  const before = run.interview
  await take(run, step)
  const plan = planOf(run.interview, run.world)
  const now = plan.spots.find((one) => one.path === spot.path)
  const { words, asker } = run.guide
  if (step.step === 'close' && spot.item !== undefined) {
    const count = plan.groups.get(step.path)?.length ?? 0
    asker.say(words.finished(spot.item.group, count, aroundOf(plan, spot)?.words))
  } else if (now !== undefined) {
    asker.say(words.settled(plan, now))
    for (const sentence of careIn(before, plan, now)) asker.say(words.care(sentence))
    const unread = unreadWords(plan, now)
    if (unread !== undefined) asker.say(words.joined(unread))
    const taken = takenNow(run, spot)
    if (taken !== undefined) asker.say(words.forms.taken(taken))
    if (putBack(before, run.interview)) asker.say(words.noted.putBack())
    for (const beside of besideReworded(before, plan, spot)) asker.say(words.settled(plan, beside))
  }
  run.at = undefined
  run.adding = undefined
  return 'go'
}

/** What is said kindly about something that was just picked. */
function careIn(before: Interview, plan: Plan, { question, path, scope, value }: Spot): readonly string[] {
  if (value === undefined || value === null) return []
  return careFor(optionsOf(plan, scope, question), before.answers.get(path)?.value ?? undefined, value)
}

/** What a piece of feedback will say, once its last part is given and no question shows it as a whole. */
function unreadWords(plan: Plan, { question, item, part, scope }: Spot): string | undefined {
  if (item === undefined) return undefined
  const all = part.questions.flatMap((group) => (group.type === 'group' ? group.questions : []))
  const prefix = `${item.path}/${item.key}/`
  const whole = all.find((one) => 'join' in one && one.join?.includes(question.id) === true)
  if (whole === undefined || !('join' in whole) || whole.join === undefined) return undefined
  const asked = plan.spots.filter(({ path }) => path.startsWith(prefix)).map((one) => one.question.id)
  const last = whole.join.findLast((id) => asked.includes(id))
  if (asked.includes(whole.id) || last !== question.id) return undefined
  return join(whole.join, plan, scope)
}

/** What they wrote, where it was just taken over as their view. */
function takenNow({ interview, world }: Run, { question }: Spot): ReceivedForm | undefined {
  if (!asksForView(question)) return undefined
  const { used } = formsIn(interview)
  return world.forms?.received.find(({ id }) => used.includes(id))
}

/** Whether everything picked was put back because it is about somebody else. */
function putBack(before: Interview, now: Interview): boolean {
  const question = inboxQuestion(now.template)
  const group = question === undefined ? undefined : inboxTarget(question)
  if (question === undefined || group === undefined || now.answers.has(question.id)) return false
  return pickedIn(before, group).length > 0
}

/** Days and choices of the items whose line has changed: what stands beside the new words is shown. */
function besideReworded(before: Interview, plan: Plan, { item, kind, path }: Spot): readonly Spot[] {
  const group = kind === 'lines' ? path : item?.path
  const keys = before.items.get(group ?? '') ?? []
  const changed = keys.filter((key) => {
    const line = linePath(group ?? '', key)
    return before.answers.get(line)?.value !== plan.interview.answers.get(line)?.value
  })
  return plan.spots.filter(
    (spot) =>
      spot.item?.path === group &&
      changed.includes(spot.item?.key ?? '') &&
      ['date', 'choice'].includes(spot.question.type) &&
      spot.state === 'answered' &&
      spot.value !== null,
  )
}

/** Goes to the review, or to one part of it; what was open stays open behind it. */
export function openReview(run: Run, part: string | undefined): Turn {
  const plan = planOf(run.interview, run.world)
  run.reviewing = { open: new Set(openSpots(plan).map((spot) => spot.path)), part }
  run.at = undefined
  run.adding = undefined
  return 'go'
}

/** The end without a save. */
export function quit(run: Run, ended: Ended | undefined): Ending {
  return { end: 'quit', interview: run.interview, ...(ended === undefined ? {} : { ended }) }
}
