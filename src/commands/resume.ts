import { answersGiven, replay } from '../core/interview/fold.ts'
import {
  askInterview,
  canAsk,
  type Desk,
  draftName,
  openDesk,
  saveInterview,
  type Voice,
} from '../core/interview/guided.ts'
import { openInterview } from '../core/interview/open.ts'
import { missing, type Plan, planOf, shownPath } from '../core/interview/plan.ts'
import { fill } from '../core/interview/resolve.ts'
import { wordingReviewer } from '../core/interview/reviewer.ts'
import type { SaveFacts, Step } from '../core/interview/state.ts'
import type { Context, DraftHead, Drafts, NoteFiles, Outcome } from '../core/ports.ts'
import { Trouble } from '../core/problem.ts'
import { keptLine, resumedLine, voiceFor } from '../views/interview.ts'

/** Goes on with a draft: the one named by the end of its id, else the newest of this notebook, else the newest of all. */
export async function run(context: Context, args: readonly string[]): Promise<Outcome> {
  const drafts = await context.drafts()
  const { head, steps } = await draftFor(context, drafts, args[0])
  const files = await context.notebookAt(head.notebook)
  const opened = await openInterview(context, files, head.template)
  const desk = openDesk(context, drafts, head, opened.world)
  const interview = replay(opened.template, head, steps)
  const saved = savedFacts(steps)
  const voice = voiceFor(context.terminal, wordingReviewer(context, files), opened.settings)
  // The mentor had chosen to save; only the end of that is missing.
  if (saved !== undefined) return save(desk, voice, planOf(interview, opened.world), saved)
  if (!canAsk(context)) return withoutAsking(desk, voice, planOf(interview, opened.world))
  const isChanged = head.hash !== opened.hash
  context.terminal.err(resumedLine(answersGiven(interview), isChanged))
  const ending = await askInterview(desk, interview, voice)
  if (ending.end === 'answered') return save(desk, voice, ending.plan, undefined)
  context.terminal.err(keptLine(ending.answers))
  return ending.ended ?? 'done'
}

async function draftFor(
  context: Context,
  drafts: Drafts,
  typed: string | undefined,
): Promise<{ readonly head: DraftHead; readonly steps: readonly Step[] }> {
  const heads = await drafts.list()
  const head = typed === undefined ? await newest(context, heads) : await named(heads, typed)
  if (head === undefined) {
    throw new Trouble({ kind: 'usage', message: 'No draft waits.', mend: 'Begin one with: tactful prep' })
  }
  const draft = await drafts.read(head.draft)
  if (draft === undefined) throw new Trouble({ kind: 'unknown', what: 'draft', given: typed ?? '', near: [] })
  return draft
}

async function newest(context: Context, heads: readonly DraftHead[]): Promise<DraftHead | undefined> {
  if (heads.length < 2) return heads[0]
  const { root } = await context.notebookAt(undefined)
  return heads.find((head) => head.notebook === root) ?? heads[0]
}

async function named(heads: readonly DraftHead[], typed: string): Promise<DraftHead | undefined> {
  const { findId } = await import('../core/notebook/ids.ts')
  const id = findId(
    typed,
    heads.map((head) => head.draft),
    'draft',
  )
  return heads.find((head) => head.draft === id)
}

/** What was chosen for saving, when nothing was changed since. */
function savedFacts(steps: readonly Step[]): SaveFacts | undefined {
  const last = steps.at(-1)
  return last?.step === 'save' ? last.facts : undefined
}

/** Without a terminal a draft can be saved when nothing is missing, and is listed otherwise. */
async function withoutAsking(desk: Desk, voice: Voice, plan: Plan): Promise<Outcome> {
  const open = plan.spots.filter((spot) => spot.state === 'open' || spot.state === 'stale')
  const lacks = missing(plan)
  if (open.length === 0) return save(desk, voice, plan, undefined)
  const first = open[0]
  const next =
    first === undefined
      ? []
      : [{ path: shownPath(plan, first.path), ask: fill(first.question.ask, plan, first.scope) }]
  throw new Trouble({
    kind: 'answers',
    mistakes: [],
    missing: lacks.length > 0 ? lacks : next,
    draft: await draftName(desk.head),
  })
}

async function save(desk: Desk, voice: Voice, plan: Plan, saved: SaveFacts | undefined): Promise<Outcome> {
  const { context, head } = desk
  const done = await saveInterview(desk, plan, saved, voice, () => notebookOf(context, head))
  const { savedReport } = await import('../views/saved.ts')
  context.terminal.out(savedReport(done, context.terminal, context.common.json === true))
  return 'done'
}

/** The notebook the draft was begun in, whatever the current one is. */
async function notebookOf(context: Context, head: DraftHead): Promise<NoteFiles> {
  const here = await context.notebookAt(undefined)
  if (here.root === head.notebook) return context.notebookToWrite()
  const files = await context.notebookAt(head.notebook)
  const { checkWritable, startNotebook } = await import('../core/notebook/new.ts')
  await checkWritable(files)
  if ((await startNotebook(files)) === 'made') context.terminal.err(`Started a notebook in ${files.root}\n`)
  return files
}
