import { goalCheckFor } from '../../core/goals/load.ts'
import type { Reviewer } from '../../core/interview/findings.ts'
import type { Composed } from '../../core/interview/finish.ts'
import { formsDoor } from '../../core/interview/forms-door.ts'
import { type GivenMap, nothingGiven, setGiven } from '../../core/interview/given.ts'
import { type Desk, newDesk, newHead, type Voice } from '../../core/interview/guided.ts'
import { inboxDoor } from '../../core/interview/inbox-door.ts'
import type { Opened } from '../../core/interview/open.ts'
import { openDoor } from '../../core/interview/open-door.ts'
import type { Plan } from '../../core/interview/plan.ts'
import type { Remark } from '../../core/interview/remarks.ts'
import type { Interview, Step } from '../../core/interview/state.ts'
import type { Unattended } from '../../core/interview/unattended.ts'
import type { DraftHead } from '../../core/ports/drafts.ts'
import type { NoteFiles } from '../../core/ports/note-files.ts'
import type { Context } from '../../core/ports.ts'
import { type Mistake, Trouble } from '../../core/problem.ts'
import { everyQuestion } from '../../core/template/find.ts'
import { voiceFor } from '../../views/interview.ts'

/** What was asked for on the command line. */
export interface Wanted {
  readonly person: string | undefined
  readonly template: string
  readonly depth: DraftHead['depth']
  readonly answers: string | undefined
  readonly set: readonly string[]
  readonly isTrial: boolean
  /** A talk only: the id of the session it is about. */
  readonly session?: string
}

/** One preparation, from its template to its notes. */
export interface Prep {
  readonly context: Context
  readonly wanted: Wanted
  readonly files: NoteFiles
  readonly opened: Opened
  readonly start: Interview
  readonly reviewer: Reviewer
}

/** How its questions look and what is said beside them. */
export function voiceOf({ context, reviewer, opened }: Prep): Voice {
  return voiceFor(context.terminal, reviewer, opened.settings, goalCheckFor(context))
}

/** Answers what was given and what stands on the command line; `whole` answers the rest too. */
export async function answered(prep: Prep, given: GivenMap, whole: boolean): Promise<Unattended> {
  const { context, wanted, files, opened, start } = prep
  const wrong = onCommandLine(wanted, opened, given)
  const [{ answerAll }, { readLines }] = await Promise.all([
    import('../../core/interview/unattended.ts'),
    import('../../core/session/lines.ts'),
  ])
  const readFile = (path: string) => context.readFile(path)
  const inbox = inboxDoor(context, files.root)
  const open = openDoor(context, files.root, wanted.session)
  const doors = {
    world: opened.world,
    inbox,
    open,
    read: readLines,
    readFile,
    forms: formsDoor(context, files.root),
  }
  const done = await answerAll(start, given, doors, whole)
  return { ...done, mistakes: [...wrong, ...done.mistakes] }
}

/** What the command line already answers; wrong answers there are told before anything is asked. */
export async function prefilled(
  prep: Prep,
): Promise<{ readonly interview: Interview; readonly steps: readonly Step[] }> {
  const { wanted, start } = prep
  if (wanted.person === undefined && wanted.set.length === 0) return { interview: start, steps: [] }
  const done = await answered(prep, nothingGiven(), false)
  if (done.mistakes.length > 0) throw new Trouble({ kind: 'answers', mistakes: done.mistakes, missing: [] })
  return done
}

/** PERSON and every `--set` go on top of what the file says. */
function onCommandLine({ person, set }: Wanted, { template }: Opened, given: GivenMap): readonly Mistake[] {
  const asked = everyQuestion(template).find((question) => question.type === 'person')
  if (person !== undefined && asked !== undefined) {
    given.entries.set(asked.id, { kind: 'text', text: person, place: {} })
  }
  return set.flatMap((assignment) => setGiven(given, assignment) ?? [])
}

/** A draft that holds these steps; without any it begins with the first answer. */
export async function draftOf(
  { context, files, opened, wanted }: Prep,
  steps: readonly Step[],
): Promise<Desk> {
  const drafts = await context.drafts()
  const made = { id: opened.template.id, hash: opened.hash }
  const head = await newHead(context, files, made, wanted.depth, wanted.session)
  const desk = newDesk(context, drafts, head, opened.world)
  for (const step of steps) await desk.keep(step)
  return desk
}

/** The notes that the answers become, saved nowhere yet. */
export async function composed({ context, files }: Prep, head: DraftHead, plan: Plan): Promise<Composed> {
  const [{ composeNotes }, { finishDoors }] = await Promise.all([
    import('../../core/interview/finish.ts'),
    import('../../core/interview/guided.ts'),
  ])
  return composeNotes(plan, head, undefined, await finishDoors(context, async () => {}, files.root))
}

/** Prints what would be saved. */
export async function showTrial(
  { context, reviewer }: Prep,
  made: Composed,
  plan: Plan,
  seen?: { readonly remarks: readonly Remark[]; readonly notices: readonly string[] },
): Promise<void> {
  const [{ remarksOn }, { trialReport }] = await Promise.all([
    import('../../core/interview/remarks.ts'),
    import('../../views/saved.ts'),
  ])
  const told = seen ?? { remarks: await remarksOn(plan, reviewer) }
  const { out, err } = trialReport({ composed: made, ...told }, context.common)
  context.terminal.out(out)
  context.terminal.err(err)
}
