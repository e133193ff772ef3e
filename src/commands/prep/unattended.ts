import type { OpenThing } from '../../core/interview/carry.ts'
import type { Composed } from '../../core/interview/finish.ts'
import { type GivenMap, nothingGiven } from '../../core/interview/given.ts'
import { draftName, newHead } from '../../core/interview/guided.ts'
import { heldBefore } from '../../core/interview/held-twice.ts'
import { type Plan, planOf } from '../../core/interview/plan.ts'
import type { Remark } from '../../core/interview/remarks.ts'
import { strangerIn } from '../../core/interview/stranger.ts'
import type { Unattended } from '../../core/interview/unattended.ts'
import type { Person } from '../../core/notebook/note.ts'
import type { Context, Outcome } from '../../core/ports.ts'
import { Trouble } from '../../core/problem.ts'
import { newNameLine, unusedLines } from '../../views/interview.ts'
import { answered, composed, draftOf, type Prep, showTrial, voiceOf, type Wanted } from './preparing.ts'

/** Prepares without asking: all answers come from a file, standard input or the command line. */
export async function unattended(prep: Prep): Promise<Outcome> {
  const { context, wanted, files, opened } = prep
  const given = await givenBy(context, wanted)
  const isNothing = given.entries.size === 0
  const done = await answered(prep, given, true)
  context.terminal.err(unusedLines(done.unused))
  if (done.mistakes.length > 0 || done.missing.length > 0) throw await refusal(prep, done, isNothing)
  if (isNothing && wanted.set.length === 0) throw nothingAnswered()
  const plan = planOf(done.interview, opened.world)
  const template = { id: opened.template.id, hash: opened.hash }
  const head = await newHead(context, files, template, wanted.depth, wanted.session)
  const made = await composed(prep, head, plan)
  const stranger = made.isNew
    ? await strangerIn(plan, context.common.yes === true || wanted.isTrial)
    : undefined
  if (stranger !== undefined) throw stranger
  const near = made.isNew ? await namesNear(made.person.name, opened.world.people) : []
  if (near.length > 0) context.terminal.err(newNameLine(made.person.name, near))
  const before = wanted.isTrial ? undefined : await heldBefore(context, made)
  if (before !== undefined) {
    const { alreadyJson, heldBeforeLine } = await import('../../views/saved.ts')
    context.terminal.err(heldBeforeLine(before, made.person.name))
    if (before.isSame) {
      const { json } = context.common
      context.terminal.out(json === true ? alreadyJson(before, made.person.slug) : `${before.path}\n`)
      return 'done'
    }
  }
  // Read before the save: what is saved now was not open before.
  const open = await openBefore(prep, done)
  if (!wanted.isTrial) await publishOrKeep(prep, done, made, plan)
  await report(prep, made, plan, await seen(prep, done, plan, open))
  return 'done'
}

/** What the review would show: nobody was there to see it. */
interface Seen {
  readonly remarks: readonly Remark[]
  readonly notices: readonly string[]
}

async function openBefore(
  { context, files }: Prep,
  { interview }: Unattended,
): Promise<readonly OpenThing[]> {
  if (isUnseen(context)) return []
  const { openGoals } = await import('../../core/interview/guided.ts')
  return openGoals(context, files.root, interview)
}

async function seen(
  prep: Prep,
  { places }: Unattended,
  plan: Plan,
  open: readonly OpenThing[],
): Promise<Seen> {
  if (isUnseen(prep.context)) return { remarks: [], notices: [] }
  const { remarksOn } = await import('../../core/interview/remarks.ts')
  const remarks = await remarksOn(plan, prep.reviewer, places)
  return { remarks, notices: await voiceOf(prep).notices(plan, open) }
}

/** Nobody would read what was noticed. */
function isUnseen({ common }: Context): boolean {
  return common.quiet === true && common.json !== true
}

/** Where everything is, or would have been, and what is worth a second look. */
async function report(prep: Prep, made: Composed, plan: Plan, told: Seen): Promise<void> {
  const { terminal, common } = prep.context
  if (prep.wanted.isTrial) await showTrial(prep, made, plan, told)
  else {
    const { savedReport } = await import('../../views/saved.ts')
    terminal.out(savedReport({ composed: made, plan, ...told }, terminal, common))
  }
  if (common.quiet === true) return
  const [{ remarksText }, { themeFor }, { roomOf }] = await Promise.all([
    import('../../views/remarks.ts'),
    import('../../views/theme.ts'),
    import('../../views/table.ts'),
  ])
  terminal.err(remarksText(told.remarks, told.notices, themeFor(terminal), roomOf(terminal)))
}

async function namesNear(name: string, people: readonly Person[]): Promise<readonly string[]> {
  const { matchPerson } = await import('../../core/notebook/people.ts')
  const found = matchPerson(name, people)
  return found.match === 'none' ? found.near : []
}

async function givenBy(context: Context, { answers }: Wanted): Promise<GivenMap> {
  if (answers === undefined) return nothingGiven()
  const { readAnswers } = await import('../../core/interview/answers-file.ts')
  const read = readAnswers(await context.readFile(answers), answers === '-' ? 'standard input' : answers)
  if ('mistakes' in read) throw new Trouble({ kind: 'answers', mistakes: read.mistakes, missing: [] })
  return read.given
}

/** The short way asks for nothing but a person; a note that says no more than a name is worth nothing. */
function nothingAnswered(): Trouble {
  return new Trouble({
    kind: 'usage',
    message: 'There is no answer yet, so nothing was saved.',
    mend: 'Give some with --answers FILE or --set, or start it in a terminal, where each question is asked.',
  })
}

/** What is wrong or missing. Where something is only missing, what came (if anything) by standard input is kept in a draft, to be gone on with. */
async function refusal(
  prep: Prep,
  { mistakes, missing, steps }: Unattended,
  isNothing: boolean,
): Promise<Trouble> {
  // A wrong word is mended where the answers come from, and given again; a draft beside it would only be in the way.
  const isKept = prep.wanted.answers === '-' && mistakes.length === 0 && steps.length > 0 && !isNothing
  if (!isKept || prep.wanted.isTrial) {
    return new Trouble({ kind: 'answers', mistakes, missing })
  }
  const { head, release } = await draftOf(prep, steps)
  release()
  return new Trouble({ kind: 'answers', mistakes, missing, draft: await draftName(head) })
}

async function publishOrKeep(prep: Prep, done: Unattended, made: Composed, plan: Plan): Promise<void> {
  const { context, wanted } = prep
  const { publish } = await import('../../core/interview/finish.ts')
  try {
    await publish(made, await context.notebookToWrite())
  } catch (error) {
    if (error instanceof Trouble && wanted.answers === '-') await keepAnswers(prep, done, plan)
    throw error
  }
}

/** Answers from standard input are nowhere else: they go into a draft, or, where that fails too, to standard error. */
async function keepAnswers(prep: Prep, done: Unattended, plan: Plan): Promise<void> {
  const { context } = prep
  const voice = voiceOf(prep)
  try {
    const { head, release } = await draftOf(prep, done.steps)
    release()
    context.terminal.err(voice.stillKept(await draftName(head)))
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    context.terminal.err(voice.allAnswers(plan))
  }
}
