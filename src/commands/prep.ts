import { goalCheckFor } from '../core/goals/load.ts'
import type { Reviewer } from '../core/interview/findings.ts'
import type { Composed } from '../core/interview/finish.ts'
import { begin } from '../core/interview/fold.ts'
import { type GivenMap, nothingGiven, setGiven } from '../core/interview/given.ts'
import {
  askInterview,
  canAsk,
  type Desk,
  draftName,
  newDesk,
  newHead,
  saveInterview,
  type Voice,
} from '../core/interview/guided.ts'
import { inboxDoor } from '../core/interview/inbox-door.ts'
import { type Opened, openInterview } from '../core/interview/open.ts'
import { openDoor } from '../core/interview/open-door.ts'
import { type Plan, planOf } from '../core/interview/plan.ts'
import { wordingReviewer } from '../core/interview/reviewer.ts'
import type { Interview, SaveFacts, Step } from '../core/interview/state.ts'
import { nameAmongSeveral, type TakenUp, takeUp, waitingDrafts } from '../core/interview/take-up.ts'
import type { Unattended } from '../core/interview/unattended.ts'
import type { Person } from '../core/notebook/note.ts'
import type { Context, DraftHead, NoteFiles, Outcome } from '../core/ports.ts'
import { type Mistake, Trouble } from '../core/problem.ts'
import { everyQuestion } from '../core/template/find.ts'
import { draftLine } from '../views/home.ts'
import {
  begunLine,
  keptLine,
  newNameLine,
  offerScreen,
  resumedText,
  unusedLines,
  voiceFor,
} from '../views/interview.ts'
import type { Options } from './card.ts'

interface Wanted {
  readonly person: string | undefined
  readonly template: string
  readonly depth: DraftHead['depth']
  readonly answers: string | undefined
  readonly set: readonly string[]
  readonly isTrial: boolean
}

interface Prep {
  readonly context: Context
  readonly wanted: Wanted
  readonly files: NoteFiles
  readonly opened: Opened
  readonly start: Interview
  readonly reviewer: Reviewer
}

/** Prepares feedback: asks the questions of a template, or takes the answers from a file, and saves the notes. */
export async function run(context: Context, args: readonly string[], options: Options): Promise<Outcome> {
  const wanted = wantedFrom(args, options)
  const files = await context.notebookAt(undefined)
  const opened = await openInterview(context, files, wanted.template)
  if (opened.bad.length > 0) context.terminal.err((await import('../views/notes.ts')).badLines(opened.bad))
  const prep = {
    context,
    wanted,
    files,
    opened,
    start: begin(opened.template, wanted.depth),
    reviewer: wordingReviewer(context, files),
  }
  return wanted.answers === undefined && canAsk(context) ? guide(prep) : unattended(prep)
}

function wantedFrom(args: readonly string[], options: Options): Wanted {
  const text = (value: Options[string]) => (typeof value === 'string' ? value : undefined)
  return {
    person: args[0],
    template: text(options.template) ?? 'constructive-feedback',
    depth: options.quick === true ? 'quick' : 'core',
    answers: text(options.answers),
    set: Array.isArray(options.set) ? options.set : [],
    isTrial: options.dryRun === true,
  }
}

async function guide(prep: Prep): Promise<Outcome> {
  const first = await prefilled(prep)
  const begun = await begunBefore(prep, first.interview)
  if (begun === 'quit') return 'done'
  if (begun !== undefined) return ask(prep, begun.desk, begun.interview, begun.saved)
  const desk = await draftOf(prep, first.steps)
  return ask(prep, desk, first.interview, undefined)
}

async function ask(prep: Prep, desk: Desk, start: Interview, saved: SaveFacts | undefined): Promise<Outcome> {
  try {
    return await asked(prep, desk, start, saved)
  } finally {
    desk.release()
  }
}

async function asked(
  prep: Prep,
  desk: Desk,
  start: Interview,
  facts: SaveFacts | undefined,
): Promise<Outcome> {
  const { context, wanted } = prep
  const voice = voiceOf(prep)
  const ending =
    facts === undefined
      ? await askInterview(desk, start, voice)
      : ({ end: 'answered', plan: planOf(start, desk.world) } as const)
  if (ending.end === 'kept') {
    context.terminal.err(keptLine(ending.answers, await nameAmongSeveral(desk.drafts, desk.head)))
    return ending.ended ?? 'done'
  }
  if (wanted.isTrial) {
    await showTrial(prep, await composed(prep, desk.head, ending.plan), ending.plan)
    context.terminal.err(voice.stillKept(await draftName(desk.head)))
    return 'done'
  }
  const saved = await saveInterview(desk, ending.plan, facts, voice, () => context.notebookToWrite())
  const { savedReport } = await import('../views/saved.ts')
  context.terminal.out(savedReport(saved, context.terminal, context.common))
  return 'done'
}

function voiceOf({ context, reviewer, opened }: Prep): Voice {
  return voiceFor(context.terminal, reviewer, opened.settings, goalCheckFor(context))
}

/** What was begun before for the same person and is to be gone on with; undefined to begin anew. */
async function begunBefore(prep: Prep, first: Interview): Promise<TakenUp | 'quit' | undefined> {
  const { context, wanted, files, opened } = prep
  const person = first.answers.get('person')?.value
  if (wanted.isTrial || typeof person !== 'string') return undefined
  const drafts = await context.drafts()
  const heads = (await drafts.list()).filter(
    ({ notebook, template }) => notebook === files.root && template === opened.template.id,
  )
  if (heads.length === 0) return undefined
  const all = await waitingDrafts(context, drafts, files, heads)
  const same = all.filter((draft) => draft.person === person)
  const [newest] = same
  if (newest === undefined) return undefined
  const lines = same.map((draft) => ({
    id: draft.head.draft,
    line: draftLine({ ...draft, created: draft.head.created }),
  }))
  if (!context.terminal.interactive) {
    context.terminal.err(begunLine(newest.short))
    return undefined
  }
  const asker = await context.asker(voiceOf(prep).look)
  const choice = await asker
    .choose(offerScreen(newest.title ?? newest.name ?? person, lines))
    .finally(() => asker.close())
  if (choice.reply !== 'chosen') return 'quit'
  const chosen = same.find(({ head }) => head.draft === choice.value)
  if (chosen === undefined) return undefined
  const taken = await takeUp(context, drafts, chosen.head)
  const voice = voiceOf(prep)
  const plan = planOf(taken.interview, taken.desk.world)
  context.terminal.err(resumedText(plan, voice.words, taken.desk.head.hash !== taken.opened.hash))
  return taken
}

/** What the command line already answers; wrong answers there are told before anything is asked. */
async function prefilled(
  prep: Prep,
): Promise<{ readonly interview: Interview; readonly steps: readonly Step[] }> {
  const { wanted, start } = prep
  if (wanted.person === undefined && wanted.set.length === 0) return { interview: start, steps: [] }
  const done = await answered(prep, nothingGiven(), false)
  if (done.mistakes.length > 0) throw new Trouble({ kind: 'answers', mistakes: done.mistakes, missing: [] })
  return done
}

/** A draft that holds these steps; without any it begins with the first answer. */
async function draftOf({ context, files, opened, wanted }: Prep, steps: readonly Step[]): Promise<Desk> {
  const drafts = await context.drafts()
  const head = await newHead(context, files, { id: opened.template.id, hash: opened.hash }, wanted.depth)
  const desk = newDesk(context, drafts, head, opened.world)
  for (const step of steps) await desk.keep(step)
  return desk
}

async function unattended(prep: Prep): Promise<Outcome> {
  const { context, wanted, files, opened } = prep
  const done = await answered(prep, await givenBy(context, wanted), true)
  context.terminal.err(unusedLines(done.unused))
  if (done.mistakes.length > 0 || done.missing.length > 0) throw await refusal(prep, done)
  const plan = planOf(done.interview, opened.world)
  const head = await newHead(context, files, { id: opened.template.id, hash: opened.hash }, wanted.depth)
  const made = await composed(prep, head, plan)
  if (made.isNew) context.terminal.err(await nearLine(made.person.name, opened.world.people))
  if (wanted.isTrial) {
    await showTrial(prep, made, plan)
    return 'done'
  }
  await publishOrKeep(prep, done, head, made, plan)
  const { countFindings } = await import('../core/interview/finish.ts')
  const { savedReport } = await import('../views/saved.ts')
  const saved = { composed: made, findings: await countFindings(plan, prep.reviewer), plan }
  context.terminal.out(savedReport(saved, context.terminal, context.common))
  return 'done'
}

/** Nobody can be asked which name was meant, so the others are named. */
async function nearLine(name: string, people: readonly Person[]): Promise<string> {
  const { matchPerson } = await import('../core/notebook/people.ts')
  const found = matchPerson(name, people)
  return found.match === 'none' && found.near.length > 0 ? newNameLine(name, found.near) : ''
}

async function givenBy(context: Context, { answers }: Wanted): Promise<GivenMap> {
  if (answers === undefined) return nothingGiven()
  const { readAnswers } = await import('../core/interview/answers-file.ts')
  const read = readAnswers(await context.readFile(answers), answers === '-' ? 'standard input' : answers)
  if ('mistakes' in read) throw new Trouble({ kind: 'answers', mistakes: read.mistakes, missing: [] })
  return read.given
}

async function answered(prep: Prep, given: GivenMap, whole: boolean): Promise<Unattended> {
  const { context, wanted, files, opened, start } = prep
  const wrong = onCommandLine(wanted, opened, given)
  const [{ answerAll }, { readLines }] = await Promise.all([
    import('../core/interview/unattended.ts'),
    import('../core/session/lines.ts'),
  ])
  const readFile = (path: string) => context.readFile(path)
  const inbox = inboxDoor(context, files.root)
  const open = openDoor(context, files.root)
  const doors = { world: opened.world, inbox, open, read: readLines, readFile }
  const done = await answerAll(start, given, doors, whole)
  return { ...done, mistakes: [...wrong, ...done.mistakes] }
}

/** PERSON and every `--set` go on top of what the file says. */
function onCommandLine({ person, set }: Wanted, { template }: Opened, given: GivenMap): readonly Mistake[] {
  const asked = everyQuestion(template).find((question) => question.type === 'person')
  if (person !== undefined && asked !== undefined) {
    given.entries.set(asked.id, { kind: 'text', text: person, place: {} })
  }
  return set.flatMap((assignment) => setGiven(given, assignment) ?? [])
}

/** What is wrong or missing; what came by standard input would be lost, so it is kept in a draft. */
async function refusal(prep: Prep, { mistakes, missing, steps }: Unattended): Promise<Trouble> {
  if (prep.wanted.answers !== '-' || steps.length === 0 || prep.wanted.isTrial) {
    return new Trouble({ kind: 'answers', mistakes, missing })
  }
  const { head, release } = await draftOf(prep, steps)
  release()
  return new Trouble({ kind: 'answers', mistakes, missing, draft: await draftName(head) })
}

async function composed({ context }: Prep, head: DraftHead, plan: Plan): Promise<Composed> {
  const [{ composeNotes }, { finishDoors }] = await Promise.all([
    import('../core/interview/finish.ts'),
    import('../core/interview/guided.ts'),
  ])
  return composeNotes(plan, head, undefined, await finishDoors(context, async () => {}))
}

async function publishOrKeep(
  prep: Prep,
  done: Unattended,
  head: DraftHead,
  made: Composed,
  plan: Plan,
): Promise<void> {
  const { context, wanted } = prep
  const { publish } = await import('../core/interview/finish.ts')
  try {
    await publish(made, head, await context.notebookToWrite())
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

async function showTrial({ context, reviewer }: Prep, made: Composed, plan: Plan): Promise<void> {
  const [{ countFindings }, { trialReport }] = await Promise.all([
    import('../core/interview/finish.ts'),
    import('../views/saved.ts'),
  ])
  const { out, err } = trialReport(made, await countFindings(plan, reviewer), context.common)
  context.terminal.out(out)
  context.terminal.err(err)
}
