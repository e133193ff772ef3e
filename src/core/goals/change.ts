import { formatDay } from '../dates.ts'
import { oneLine } from '../notebook/body.ts'
import { shortId } from '../notebook/ids.ts'
import type { NoteEvent } from '../notebook/note.ts'
import { Trouble } from '../problem.ts'
import { amountWords } from './amount-words.ts'
import { type GoalRow, isOpen } from './rows.ts'
import { fitsMeasure, wayMistake } from './way.ts'

/** In characters, as where a check-in asks for it. */
const LONGEST_AMOUNT = 200

/** What is to be recorded about a goal; days are plain, `on` is when it was. */
interface GoalChange {
  readonly on: string
  readonly today: string
  /** Where it stands now, as it was said: "9 of 12". */
  readonly progress?: string
  /** Ids of the evidence for it. */
  readonly evidence?: readonly string[]
  /** The two agreed on it. */
  readonly agreed?: boolean
  readonly by?: string
  readonly baseline?: string
  readonly target?: string
  readonly why?: string
}

/** How a goal ends. `goal` is the one that takes its place. */
interface GoalEnd {
  readonly on: string
  readonly what: 'met' | 'dropped' | 'changed'
  readonly why?: string
  readonly goal?: string
}

/**
 * The events that record a change, in the order told. Throws `usage` where the goal is closed, where there is nothing to
 * record, for a day that has passed, is still to come or lies before the goal, and for amounts that cannot belong together.
 */
export function changeEvents(goal: GoalRow, change: GoalChange): readonly NoteEvent[] {
  checkOpen(goal)
  const { on, today, progress, agreed, by, baseline, target } = change
  checkHappened(on, today)
  if (progress !== undefined) checkBegun(goal, on)
  if (by !== undefined && by < today) throw passed('--by', by)
  checkLength({ progress, baseline, target })
  checkAmounts(
    { ...goal, ...(baseline === undefined ? {} : { baseline }), ...(target === undefined ? {} : { target }) },
    progress,
  )
  const why = change.why === undefined ? {} : { why: oneLine(change.why) }
  const evidence =
    change.evidence === undefined || change.evidence.length === 0 ? {} : { evidence: change.evidence }
  const own = { of: goal.id, on }
  const events: readonly NoteEvent[] = [
    ...(agreed === true ? [{ ...own, what: 'agreed' }] : []),
    ...(baseline === undefined ? [] : [{ ...own, what: 'baseline', value: oneLine(baseline), ...why }]),
    ...(target === undefined ? [] : [{ ...own, what: 'target', value: oneLine(target), ...why }]),
    ...(by === undefined ? [] : [{ ...own, what: 'moved', to: by, ...why }]),
    ...(progress === undefined
      ? []
      : [{ ...own, what: 'progress', value: oneLine(progress), ...evidence, ...why }]),
  ]
  if (events.length === 0) throw nothingToRecord(goal)
  return events
}

/**
 * The event that closes a goal. Throws `usage` where it is closed already, where something needed is missing, and for a day
 * before the goal began.
 */
export function endEvent(goal: GoalRow, end: GoalEnd, today: string): NoteEvent {
  checkOpen(goal)
  checkHappened(end.on, today)
  checkBegun(goal, end.on)
  // What was agreed later than a goal ended would open it again.
  if (goal.since !== undefined && end.on < goal.since) {
    throw new Trouble({
      kind: 'usage',
      message: `--on: ${formatDay(end.on)} is before the goal was ${goal.status}, on ${formatDay(goal.since)}.`,
      mend: 'Name that day or a later one, or leave --on out for today.',
    })
  }
  if (end.what !== 'met' && end.why === undefined) {
    throw new Trouble({
      kind: 'usage',
      message: `Why is it ${end.what}? --why is missing.`,
      mend: 'One sentence is enough, such as: --why "the queue was closed in December".',
    })
  }
  if (end.what === 'changed' && end.goal === undefined) {
    throw new Trouble({
      kind: 'usage',
      message: 'Which goal takes its place? --to is missing.',
      mend: `Add that one first with: tactful goal add ${goal.person}  Then give its id with --to.`,
    })
  }
  if (end.goal === goal.id) {
    throw new Trouble({
      kind: 'usage',
      message: 'A goal cannot take its own place.',
      mend: 'Give the id of the new goal with --to.',
    })
  }
  const { on, what, why, goal: next } = end
  return {
    of: goal.id,
    what,
    on,
    ...(next === undefined ? {} : { goal: next }),
    ...(why === undefined ? {} : { why: oneLine(why) }),
  }
}

/** Throws `usage` for a goal that was met, changed or dropped already. */
function checkOpen(goal: GoalRow): void {
  if (isOpen(goal)) return
  const since = goal.since === undefined ? '' : ` on ${formatDay(goal.since)}`
  throw new Trouble({
    kind: 'usage',
    message: `This goal was ${goal.status}${since}, so nothing more is recorded about it.`,
    mend: `Add a new one: tactful goal add ${goal.person}`,
  })
}

function checkHappened(on: string, today: string): void {
  if (on <= today) return
  throw new Trouble({
    kind: 'usage',
    message: `--on: ${formatDay(on)} is still to come.`,
    mend: 'Record it on the day it happens, or name the day it was.',
  })
}

/** A goal may have been agreed before it was written down; it cannot have been on its way before either. */
function checkBegun({ from, since }: GoalRow, on: string): void {
  const begun = since !== undefined && since < from ? since : from
  if (on >= begun) return
  throw new Trouble({
    kind: 'usage',
    message: `--on: ${formatDay(on)} is before the goal was made, on ${formatDay(begun)}.`,
    mend: 'Where it stood before that is where it begins: say that with --baseline.',
  })
}

function passed(flag: string, day: string): Trouble {
  return new Trouble({
    kind: 'usage',
    message: `${flag}: ${formatDay(day)} has passed.`,
    mend: 'Name today or a day to come.',
  })
}

function checkAmounts(
  { baseline, target }: Pick<GoalRow, 'baseline' | 'target'>,
  progress: string | undefined,
): void {
  if (baseline !== undefined && target !== undefined) {
    const mistake = wayMistake(baseline, target)
    if (mistake !== undefined) throw new Trouble({ kind: 'usage', ...amountWords(mistake, baseline, target) })
  }
  const other = [target, baseline].find((words) => words !== undefined && !fitsMeasure(progress ?? '', words))
  if (progress !== undefined && other !== undefined) {
    throw new Trouble({ kind: 'usage', ...amountWords('units', progress, other) })
  }
}

/** An amount stands in lists, in the chart and in the message before a check-in. */
function checkLength(amounts: Readonly<Record<string, string | undefined>>): void {
  const long = Object.entries(amounts).find(([, words]) => (words?.length ?? 0) > LONGEST_AMOUNT)
  if (long === undefined) return
  throw new Trouble({
    kind: 'usage',
    message: `--${long[0]} is longer than ${LONGEST_AMOUNT} characters.`,
    mend: 'Give the amount alone, such as "9 of 12". What was said about it goes into --words.',
  })
}

function nothingToRecord(goal: GoalRow): Trouble {
  return new Trouble({
    kind: 'usage',
    message: 'There is nothing to record.',
    mend: `For example: tactful goal update ${shortId(goal.id)} --progress "9 of 12"`,
  })
}
