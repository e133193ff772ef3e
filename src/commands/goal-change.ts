import { changeEvents, endEvent } from '../core/goals/change.ts'
import { findGoal } from '../core/goals/find.ts'
import { type GoalRow, goalsIn } from '../core/goals/rows.ts'
import { dayOption } from '../core/notebook/day-option.ts'
import { eventDay } from '../core/notebook/event-options.ts'
import { findId } from '../core/notebook/ids.ts'
import { nameOf } from '../core/notebook/name-of.ts'
import type { NoteEvent } from '../core/notebook/note.ts'
import { saveUpdate } from '../core/notebook/update.ts'
import type { NoteIndex } from '../core/ports/index-files.ts'
import type { Context, Outcome } from '../core/ports.ts'
import { Trouble } from '../core/problem.ts'
import { changedGoalText, changeTitle } from '../views/goal-change.ts'
import { jsonText } from '../views/json.ts'
import type { CommandBody, Options } from './card.ts'
import { remark } from './remarking/remark.ts'

/** Records what is new about a goal: how far it is, that it was agreed, another day. Its own note stays as it is. */
export const update: CommandBody = {
  async run(context, args, options) {
    const { index, goal } = await opened(context, args[0])
    const said = {
      progress: textOf(options.progress, '--progress'),
      baseline: textOf(options.baseline, '--baseline'),
      target: textOf(options.target, '--target'),
      why: textOf(options.why, '--why'),
      by: await dayToCome(context, '--by', options.by),
      evidence: await evidenceOf(index, goal, options.evidence),
    }
    if (
      said.progress === undefined &&
      (said.evidence.length > 0 || textOf(options.words, '--words') !== undefined)
    ) {
      throw new Trouble({
        kind: 'usage',
        message: 'Where does the goal stand? --progress is missing.',
        mend: 'Evidence and words belong to a value, such as: --progress "9 of 12" --words "mornings work, late shifts do not"',
      })
    }
    const on = await eventDay(context, options.on)
    const agreed = options.agreed === undefined ? undefined : await agreedOn(context, options.agreed, on)
    const change = { ...defined(said), on, today: context.clock.today() }
    const events = changeEvents(goal, agreed === undefined ? change : { ...change, agreed: true })
    const dated = events.map((event) =>
      event.what === 'agreed' && agreed !== undefined ? { ...event, on: agreed } : event,
    )
    return record(context, goal, dated, textOf(options.words, '--words'))
  },
}

/** Closes a goal: it was met, dropped, or another one takes its place. */
export const close: CommandBody = {
  async run(context, args, options) {
    const { index, goal } = await opened(context, args[0])
    const ways = (['met', 'dropped', 'changed'] as const).filter((way) => options[way] === true)
    const [what, other] = ways
    if (what === undefined || other !== undefined) {
      throw new Trouble({
        kind: 'usage',
        message: what === undefined ? 'How does it end?' : 'A goal ends in one way.',
        mend: 'Say one of: --met, --dropped --why "...", or --changed --to ID --why "..."',
      })
    }
    const on = await eventDay(context, options.on)
    const next = typeof options.to === 'string' ? takesPlace(index, options.to, goal).id : undefined
    const said = defined({ why: textOf(options.why, '--why'), goal: next })
    const event = endEvent(goal, { what, on, ...said }, context.clock.today())
    return record(context, goal, [event], textOf(options.words, '--words'))
  },
}

async function opened(
  context: Context,
  typed: string | undefined,
): Promise<{ readonly index: NoteIndex; readonly goal: GoalRow }> {
  const index = await context.index()
  const head = findGoal(index, typed ?? '')
  const heads = index.about(head.person)
  const goal = goalsIn(await index.digests(heads)).find(({ id }) => id === head.id)
  if (goal !== undefined) return { index, goal }
  throw new Trouble({ kind: 'data', file: head.path, message: 'this note cannot be read any more.' })
}

/** The goal that takes the place of another; both are about one person. */
function takesPlace(index: NoteIndex, typed: string, goal: GoalRow): { readonly id: string } {
  const head = findGoal(index, typed)
  if (head.person === goal.person) return head
  throw new Trouble({
    kind: 'usage',
    message: `--to: "${head.title}" is a goal of somebody else.`,
    mend: `See the goals of this person: tactful goal list --person ${goal.person}`,
  })
}

async function evidenceOf(
  index: NoteIndex,
  goal: GoalRow,
  given: Options[string],
): Promise<readonly string[]> {
  const typed = Array.isArray(given) ? (given as readonly string[]) : []
  if (typed.length === 0) return []
  const ids = (await index.evidence(index.about(goal.person))).map(({ id }) => id)
  return typed.flatMap((one) => one.split(',')).map((one) => findId(one.trim(), ids, 'note'))
}

/** `--agreed` alone means on the day of `--on`; with a day it means that day. */
async function agreedOn(context: Context, given: Options[string], on: string): Promise<string> {
  return typeof given === 'string' ? dayOption(context, '--agreed', given) : on
}

async function dayToCome(
  context: Context,
  flag: string,
  given: Options[string],
): Promise<string | undefined> {
  return typeof given === 'string' ? dayOption(context, flag, given, 'future') : undefined
}

function textOf(given: Options[string], flag: string): string | undefined {
  if (typeof given !== 'string') return undefined
  if (given.trim() !== '') return given.trim()
  throw new Trouble({
    kind: 'usage',
    message: `${flag} is empty.`,
    mend: 'Write what it is, or leave it out.',
  })
}

function defined<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}

async function record(
  context: Context,
  goal: GoalRow,
  events: readonly NoteEvent[],
  words: string | undefined,
): Promise<Outcome> {
  const { terminal, common } = context
  const name = await nameOf(await context.notebook(), goal.person)
  const { id, path } = await saveUpdate(context, goal.person, {
    ...{ title: changeTitle(goal, events), events },
    ...(words === undefined ? {} : { words }),
  })
  const facts = { id, path, person: goal.person, goal: goal.id, events }
  terminal.out(
    common.json === true ? jsonText(facts) : changedGoalText(goal, events, path, name, common.quiet === true),
  )
  await remark(context, goal.person, { why: events.find(({ why }) => why !== undefined)?.why, words })
  return 'done'
}
