import type { AskerLook } from '../asking/look.ts'
import type { Ended } from '../ports/asker.ts'
import type { DraftHead, Drafts } from '../ports/drafts.ts'
import type { NoteFiles } from '../ports/note-files.ts'
import type { Context } from '../ports.ts'
import { Trouble } from '../problem.ts'
import type { OpenThing } from './carry.ts'
import type { Reviewer } from './findings.ts'
import { type Composed, composeNotes, type FinishDoors, publish } from './finish.ts'
import { answersGiven, apply } from './fold.ts'
import { formsDoor } from './forms-door.ts'
import { inboxDoor } from './inbox-door.ts'
import { runInterview } from './loop.ts'
import { personIn } from './meet-inbox.ts'
import { openDoor } from './open-door.ts'
import { missing, type Plan, planOf } from './plan.ts'
import { readyDoor } from './ready.ts'
import { type Remark, remarksOn } from './remarks.ts'
import type { Interview, SaveFacts, Step } from './state.ts'
import type { InterviewWords } from './words.ts'
import type { World } from './world.ts'

/** What a guided interview is drawn and worded with, and what looks at its answers. */
export interface Voice {
  readonly look: AskerLook
  readonly words: InterviewWords
  readonly reviewer: Reviewer
  /** Ready lines for the review; `open` are the goals that are open with the person. */
  readonly notices: (plan: Plan, open: readonly OpenThing[]) => Promise<readonly string[]>
  /** Every answer as text, for when the disk will not keep them. */
  readonly allAnswers: (plan: Plan) => string
  /** The save did not work, and the draft of this name has everything. */
  readonly stillKept: (draft: string) => string
}

/** One draft being worked on. */
export interface Desk {
  readonly context: Context
  readonly drafts: Drafts
  readonly head: DraftHead
  readonly world: World
  /** Keeps a step in the draft for good. */
  readonly keep: (step: Step) => Promise<void>
  /** Whether there is a draft yet: it begins with the first step, so that a look at the first question leaves nothing behind. */
  readonly isBegun: () => boolean
  /** Gives the draft up, so that it can be taken up elsewhere. Until then nobody else can. */
  readonly release: () => void
}

/** The desk for a new draft. */
export function newDesk(context: Context, drafts: Drafts, head: DraftHead, world: World): Desk {
  let begun: Promise<void> | undefined
  let release = () => {}
  const begin = async () => {
    release = await drafts.hold(head.draft)
    await drafts.begin(head)
  }
  const keep = async (step: Step) => {
    begun ??= begin()
    await begun
    await drafts.append(head.draft, step)
  }
  return {
    context,
    drafts,
    head,
    world,
    keep,
    isBegun: () => begun !== undefined,
    release: () => release(),
  }
}

/** The desk for a draft that is there already; `release` gives up the hold on it. */
export function openDesk(
  context: Context,
  drafts: Drafts,
  head: DraftHead,
  world: World,
  release: () => void,
): Desk {
  const keep = (step: Step) => drafts.append(head.draft, step)
  return { context, drafts, head, world, keep, isBegun: () => true, release }
}

/** The mentor stopped; the draft waits. `ended` when the terminal went away. */
interface KeptDraft {
  readonly end: 'kept'
  readonly answers: number
  readonly ended?: Exclude<Ended, 'end'>
}

/** Everything was answered that the mentor wanted to answer, and is to be saved. */
interface Answered {
  readonly end: 'answered'
  readonly plan: Plan
}

/** What a save came to. */
export interface Saved {
  readonly composed: Composed
  readonly remarks: readonly Remark[]
  readonly plan: Plan
}

/**
 * Asks until the mentor saves or leaves. Every step is in the draft before the next question. Throws `answers` where
 * piped lines ended too early, and `disk` where the draft cannot be written; then all answers go to standard error.
 */
export async function askInterview(
  desk: Desk,
  start: Interview,
  voice: Voice,
): Promise<KeptDraft | Answered> {
  const { context, head, world } = desk
  const asker = await context.asker(voice.look)
  let latest = start
  const keep = async (step: Step) => {
    latest = apply(latest, step)
    await desk.keep(step)
  }
  try {
    const ending = await runInterview(start, {
      asker,
      keep,
      world,
      inbox: inboxDoor(context, head.notebook),
      forms: formsDoor(context, head.notebook),
      open: openDoor(context, head.notebook, start.template.kind === 'talk' ? head.note : undefined),
      ready: readyDoor(context, head.notebook),
      read: async (...line) => (await import('../session/lines.ts')).readLines(...line),
      readFile: (path) => context.readFile(path),
      reviewer: voice.reviewer,
      notices: async (interview) =>
        voice.notices(planOf(interview, world), await openGoals(context, head.notebook, interview)),
      words: voice.words,
    })
    const plan = planOf(ending.interview, world)
    if (ending.end === 'save') return { end: 'answered', plan }
    if (ending.ended === 'end') {
      throw new Trouble({
        kind: 'answers',
        mistakes: [],
        missing: missing(plan),
        ...(desk.isBegun() ? { draft: await draftName(head) } : {}),
      })
    }
    const answers = answersGiven(ending.interview)
    return { end: 'kept', answers, ...(ending.ended === undefined ? {} : { ended: ending.ended }) }
  } catch (error) {
    asker.close()
    if (error instanceof Trouble && error.problem.kind === 'disk') {
      context.terminal.err(voice.allAnswers(planOf(latest, world)))
    }
    throw error
  } finally {
    asker.close()
  }
}

/** The goals open with the person, where a template makes goals and carries none over. */
export async function openGoals(
  context: Context,
  root: string,
  interview: Interview,
): Promise<readonly OpenThing[]> {
  const person = personIn(interview)
  const questions = interview.template.parts.flatMap((part) => part.questions)
  const makesGoals = questions.some((one) => one.type === 'group' && one.makes === 'goal')
  if (person === undefined || !makesGoals || interview.template.kind === 'talk') return []
  try {
    return (await openDoor(context, root).of(person)).goals
  } catch (error) {
    // A notebook that cannot be read is told of where it is written to.
    if (error instanceof Trouble) return []
    throw error
  }
}

/**
 * Composes, saves, and only then removes the draft. `files` is asked for at the last moment: it may make the notebook.
 * A save that does not work says where the answers are, and throws.
 */
export async function saveInterview(
  desk: Desk,
  plan: Plan,
  saved: SaveFacts | undefined,
  voice: Voice,
  files: () => Promise<NoteFiles>,
): Promise<Saved> {
  const { context, drafts, head, keep } = desk
  let composed: Composed
  try {
    composed = await composeNotes(plan, head, saved, await finishDoors(context, keep, head.notebook))
    await publish(composed, await files())
  } catch (error) {
    if (error instanceof Trouble) context.terminal.err(voice.stillKept(await draftName(head)))
    throw error
  }
  await drafts.remove(head.draft)
  return { composed, remarks: await remarksOn(plan, voice.reviewer), plan }
}

/** The doors for composing, with the user's name where they gave one. */
export async function finishDoors(
  context: Context,
  keep: FinishDoors['keep'],
  root: string,
): Promise<FinishDoors> {
  const author = await (await context.settings()).get('name')
  return {
    ids: () => context.ids(),
    clock: context.clock,
    author,
    keep,
    files: () => context.notebookAt(root),
  }
}

/** The head of a new draft in this notebook. `note` is the id of the note that it will complete; without it, it makes a new one. */
export async function newHead(
  context: Context,
  files: NoteFiles,
  template: { readonly id: string; readonly hash: string },
  depth: DraftHead['depth'],
  note?: string,
): Promise<DraftHead> {
  const ids = await context.ids()
  return {
    draft: ids.next(),
    note: note ?? ids.next(),
    notebook: files.root,
    template: template.id,
    hash: template.hash,
    created: context.clock.now(),
    depth,
  }
}

/** How people name a draft: the end of its id. */
export async function draftName(head: DraftHead): Promise<string> {
  return (await import('../notebook/ids.ts')).shortId(head.draft)
}

/** Whether questions can be asked: at a terminal, or on piped lines where plain mode was asked for. */
export function canAsk({ terminal, common }: Context): boolean {
  return terminal.interactive || (common.plain === true && common.input !== false)
}
