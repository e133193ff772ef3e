import { chooseOnce, leftWith } from '../core/asking/menu.ts'
import { goalCheckFor } from '../core/goals/load.ts'
import {
  askInterview,
  canAsk,
  type Desk,
  draftName,
  saveInterview,
  type Voice,
} from '../core/interview/guided.ts'
import { missing, type Plan, planOf, shownPath } from '../core/interview/plan.ts'
import { fill } from '../core/interview/resolve.ts'
import { wordingReviewer } from '../core/interview/reviewer.ts'
import type { SaveFacts } from '../core/interview/state.ts'
import { strangerIn } from '../core/interview/stranger.ts'
import { nameAmongSeveral, type TakenUp, takeUp, waitingDrafts } from '../core/interview/take-up.ts'
import type { Choice, MenuScreen } from '../core/ports/asker.ts'
import type { DraftHead, Drafts } from '../core/ports/drafts.ts'
import type { Context, Outcome } from '../core/ports.ts'
import { Trouble } from '../core/problem.ts'
import { discardedLine, discardScreen, keptLine, resumedText, whichScreen } from '../views/drafts.ts'
import { draftLine } from '../views/home.ts'
import { voiceFor } from '../views/interview.ts'
import { askerLook } from '../views/question.ts'
import { themeFor } from '../views/theme.ts'
import type { Options } from './card.ts'

/** Goes on with a draft: the one named by the end of its id, else the only one, else the one chosen; or throws one away. */
export async function run(context: Context, args: readonly string[], options: Options): Promise<Outcome> {
  const drafts = await context.drafts()
  if (options.discard === true) return discard(context, drafts, args[0])
  const head = await draftFor(context, drafts, args[0])
  if ('outcome' in head) return head.outcome
  await refuseElsewhere(context, head)
  const taken = await takeUp(context, drafts, head)
  try {
    return await goOn(context, taken)
  } finally {
    taken.desk.release()
  }
}

async function goOn(context: Context, { desk, files, opened, interview, saved }: TakenUp): Promise<Outcome> {
  const voice = voiceFor(
    context.terminal,
    wordingReviewer(context, files),
    opened.settings,
    goalCheckFor(context),
  )
  const plan = planOf(interview, opened.world)
  // The mentor had chosen to save; only the end of that is missing.
  if (saved !== undefined) return save(desk, voice, plan, saved)
  if (!canAsk(context)) return withoutAsking(desk, voice, plan)
  context.terminal.err(resumedText(plan, voice.words, desk.head.hash !== opened.hash))
  const ending = await askInterview(desk, interview, voice)
  if (ending.end === 'answered') return save(desk, voice, ending.plan, undefined)
  context.terminal.err(keptLine(ending.answers, await nameAmongSeveral(desk.drafts, desk.head)))
  return ending.ended ?? 'done'
}

/** Throws a draft away, after asking once. */
async function discard(context: Context, drafts: Drafts, typed: string | undefined): Promise<Outcome> {
  const heads = await drafts.list()
  if (typed === undefined && heads.length > 1) {
    const message = `${heads.length} drafts wait. Say which one to throw away.`
    throw new Trouble({
      kind: 'usage',
      message,
      mend: 'Name it: tactful resume --discard ID (tactful lists them).',
    })
  }
  const head = typed === undefined ? heads[0] : await named(heads, typed)
  if (head === undefined) throw noDraft()
  const release = await drafts.hold(head.draft)
  try {
    const lines = await linesFor(context, drafts, [head])
    const line = lines[0]?.line ?? ''
    const kept = context.common.yes === true ? undefined : await keptAfterAll(context, line)
    if (kept === undefined) await drafts.remove(head.draft)
    context.terminal.err(discardedLine(kept === undefined ? line : undefined))
    return kept ?? 'done'
  } finally {
    release()
  }
}

/** Asks before a draft goes; how the command ends where it is to stay. */
async function keptAfterAll(context: Context, line: string): Promise<Outcome | undefined> {
  if (!context.terminal.interactive) {
    const message = 'A draft is thrown away only after asking, and nobody can be asked here.'
    throw new Trouble({ kind: 'usage', message, mend: 'Add --yes.' })
  }
  const choice = await chosenFrom(context, discardScreen(line))
  if (choice.reply !== 'chosen') return leftWith(choice)
  return choice.value === 'discard' ? undefined : 'done'
}

function chosenFrom(context: Context, screen: MenuScreen): Promise<Choice> {
  return chooseOnce(context, askerLook(themeFor(context.terminal)), screen)
}

async function linesFor(
  context: Context,
  drafts: Drafts,
  heads: readonly DraftHead[],
): Promise<readonly { readonly id: string; readonly short: string; readonly line: string }[]> {
  const each = heads.map(async (head) => {
    const files = await context.notebookAt(head.notebook)
    return waitingDrafts(context, drafts, files, [head])
  })
  const all = (await Promise.all(each)).flat()
  return all.map((draft) => ({
    id: draft.head.draft,
    short: draft.short,
    line: draftLine({ ...draft, created: draft.head.created }),
  }))
}

/** `elsewhere` is how many wait in other notebooks. */
function noDraft(elsewhere = 0): Trouble {
  if (elsewhere === 0) {
    return new Trouble({ kind: 'usage', message: 'No draft waits.', mend: 'Begin one with: tactful prep' })
  }
  const message = `No draft waits in this notebook; ${elsewhere === 1 ? '1 waits' : `${elsewhere} wait`} in others.`
  return new Trouble({
    kind: 'usage',
    message,
    mend: 'Name the notebook with --notebook, or the draft by its id.',
  })
}

/** The one named, else the only one here, else the one chosen; an outcome where the mentor chose none. */
async function draftFor(
  context: Context,
  drafts: Drafts,
  typed: string | undefined,
): Promise<DraftHead | { readonly outcome: Outcome }> {
  const heads = await drafts.list()
  if (typed !== undefined) return named(heads, typed)
  const { root } = await context.notebookAt(undefined)
  const here = heads.filter((head) => head.notebook === root)
  const isSeen = context.terminal.interactive && context.common.notebook === undefined
  const all = here.length > 0 || !isSeen ? here : heads
  const [newest] = all
  if (newest === undefined) throw noDraft(heads.length)
  if (all.length === 1) return newest
  const lines = await linesFor(context, drafts, all)
  // Which note is saved is nothing to guess: where nobody can be asked, it has to be said.
  if (!context.terminal.interactive) throw severalWait(lines)
  const choice = await chosenFrom(context, whichScreen(lines))
  if (choice.reply !== 'chosen') return { outcome: leftWith(choice) }
  return all.find((head) => head.draft === choice.value) ?? newest
}

function severalWait(lines: Awaited<ReturnType<typeof linesFor>>): Trouble {
  const named = lines.map(({ short, line }) => `  ${short}  ${line}`).join('\n')
  return new Trouble({
    kind: 'usage',
    message: `${lines.length} drafts wait here:\n${named}`,
    mend: 'Say which one: tactful resume ID',
  })
}

/** A notebook that was named is the only one that is written to. */
async function refuseElsewhere(context: Context, head: DraftHead): Promise<void> {
  if (context.common.notebook === undefined) return
  const { root } = await context.notebookAt(undefined)
  if (head.notebook === root) return
  throw new Trouble({
    kind: 'usage',
    message: `This draft belongs to another notebook: ${head.notebook}`,
    mend: 'Name that one, or leave --notebook out.',
  })
}

async function named(heads: readonly DraftHead[], typed: string): Promise<DraftHead> {
  const { findById } = await import('../core/notebook/ids.ts')
  const drafts = heads.map((head) => ({ id: head.draft, head }))
  return findById(typed, drafts, 'draft').head
}

/** Without a terminal a draft can be saved when nothing is missing, and is listed otherwise. */
async function withoutAsking(desk: Desk, voice: Voice, plan: Plan): Promise<Outcome> {
  const open = plan.spots.filter((spot) => spot.state === 'open' || spot.state === 'stale')
  const lacks = missing(plan)
  if (open.length === 0) {
    const stranger = await strangerIn(plan, desk.context.common.yes === true)
    if (stranger !== undefined) throw stranger
    return save(desk, voice, plan, undefined)
  }
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
  // The notebook the draft was begun in, whatever the current one is.
  const files = () => context.notebookToWrite(head.notebook)
  const done = await saveInterview(desk, plan, saved, voice, files)
  const { savedReport } = await import('../views/saved.ts')
  context.terminal.out(savedReport(done, context.terminal, context.common))
  return 'done'
}
