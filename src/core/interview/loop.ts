import type { Asker, Ended, Reply } from '../ports.ts'
import type { Question } from '../template/template.ts'
import { answerStep, linesStep, rewordedLine, rewordedStep } from './answering.ts'
import { meet, type Reviewer, unmet } from './findings.ts'
import { apply } from './fold.ts'
import { linePath } from './keys.ts'
import { checkedField, keptByText } from './lines.ts'
import { type Plan, planOf, previous, type Spot } from './plan.ts'
import { readRaw, textOf } from './read-raw.ts'
import { review as reviewScreen } from './review.ts'
import { screenOf } from './screen.ts'
import type { AnswerPath, Interview, Kept, Step, Value } from './state.ts'
import type { InterviewWords } from './words.ts'
import type { ReadItem, ReadLines, World } from './world.ts'

/** Everything the guided loop stands between. */
export interface Guide {
  readonly asker: Asker
  /** Keeps a step for good; the next question waits for it. */
  readonly keep: (step: Step) => Promise<void>
  readonly world: World
  readonly read: ReadLines
  readonly readFile: (path: string) => Promise<string>
  readonly reviewer: Reviewer
  /** Ready lines to show before saving. */
  readonly notices: (interview: Interview) => Promise<readonly string[]>
  readonly words: InterviewWords
}

/** How an interview ended: to be saved, or left for later (`ended` when the terminal went away). */
type Ending =
  | { readonly end: 'save'; readonly interview: Interview }
  | { readonly end: 'quit'; readonly interview: Interview; readonly ended?: Ended }

interface Run {
  readonly guide: Guide
  interview: Interview
  /** The question to ask next, where it is not simply the first open one. */
  at: AnswerPath | undefined
  adding: AnswerPath | undefined
  /** What was open when the review was opened; changes are asked about, this waits. */
  reviewing: { readonly open: ReadonlySet<AnswerPath>; readonly part: string | undefined } | undefined
  /** Parts that were introduced, so that each is only once. */
  readonly introduced: Set<string>
}

type Turn = 'go' | Ending

/** Asks until the mentor saves or leaves. Every step is kept before the next question is drawn. */
export async function runInterview(start: Interview, guide: Guide): Promise<Ending> {
  const run: Run = {
    guide,
    interview: start,
    at: undefined,
    adding: undefined,
    reviewing: undefined,
    introduced: partsBegun(planOf(start, guide.world)),
  }
  for (;;) {
    const plan = planOf(run.interview, guide.world, run.adding)
    const spot = spotFor(run, plan)
    const turn = spot === undefined ? await reviewTurn(run, plan) : await askTurn(run, plan, spot)
    if (turn !== 'go') return turn
  }
}

/** Parts in which something was answered before, such as those of a draft taken up again. */
function partsBegun(plan: Plan): Set<string> {
  const begun = plan.spots.filter(
    (spot) => spot.state === 'answered' && !spot.unasked && spot.item?.fresh !== true,
  )
  return new Set(begun.map(({ part }) => part.id))
}

function spotFor(run: Run, plan: Plan): Spot | undefined {
  if (run.adding !== undefined) {
    return plan.spots.find((spot) => spot.item?.fresh === true && spot.item.path === run.adding)
  }
  if (run.at !== undefined) return plan.spots.find((spot) => spot.path === run.at)
  return openSpots(plan).find((spot) => run.reviewing?.open.has(spot.path) !== true)
}

function openSpots(plan: Plan): readonly Spot[] {
  return plan.spots.filter((spot) => spot.state === 'open' || spot.state === 'stale')
}

async function take(run: Run, step: Step): Promise<void> {
  await run.guide.keep(step)
  run.interview = apply(run.interview, step)
}

async function askTurn(run: Run, plan: Plan, spot: Spot): Promise<Turn> {
  const { asker, words } = run.guide
  if (!run.introduced.has(spot.part.id) && run.reviewing === undefined) {
    asker.say(words.intro(plan, spot.part))
    run.introduced.add(spot.part.id)
  }
  const notices = spot.state === 'stale' ? [words.changedBefore()] : []
  const screen = screenOf(plan, spot, words, notices)
  const reply = await asker.ask(screen, async (raw) => {
    const read = await readRaw(run.guide, plan, spot, raw)
    return read.read === 'mistake' ? read.text : undefined
  })
  if (reply.reply !== 'answer') return otherTurn(run, plan, spot, reply)
  const read = await readRaw(run.guide, plan, spot, reply.raw)
  if (read.read === 'mistake') return 'go'
  if (read.read === 'lines') return linesTurn(run, plan, spot, textOf(reply.raw), read.items)
  return valueTurn(run, plan, spot, read)
}

async function valueTurn(
  run: Run,
  plan: Plan,
  spot: Spot,
  { value, hint }: { readonly value: Value | null; readonly hint?: readonly string[] },
): Promise<Turn> {
  const { asker, words } = run.guide
  const kept = [...(run.interview.answers.get(spot.path)?.kept ?? [])]
  if (spot.question.check !== undefined && typeof value === 'string') {
    const met = await review(
      run,
      plan,
      spot,
      { question: spot.question, text: value, typed: (text) => text },
      kept,
    )
    if (met !== 'fine') return met
  }
  if (hint !== undefined) asker.say(words.nearPeople(String(value), hint))
  const reworded = typeof value === 'string' ? await rereadStep(run, plan, spot, value, kept) : undefined
  return settle(run, spot, reworded ?? answerStep(plan, spot, value, kept))
}

/** The words of an item that was typed as a line are read again when they change: a day or a side in them counts. */
async function rereadStep(
  run: Run,
  plan: Plan,
  spot: Spot,
  value: string,
  kept: readonly Kept[],
): Promise<Step | undefined> {
  const { item, question } = spot
  const entry = item?.group.entry
  if (entry?.into !== question.id || item?.fresh === true) return undefined
  const readOne = async (line: string) => {
    const { items, mistakes } = await run.guide.read(entry.reader, line, run.guide.world)
    return items.length === 1 && mistakes.length === 0 ? items[0] : undefined
  }
  const own = await readOne(value)
  const isOwn = own !== undefined && own.fields[entry.into] !== value
  const read = isOwn ? own : await readOne(rewordedLine(plan, spot, value, false))
  if (read === undefined || typeof read.fields[entry.into] !== 'string') return undefined
  return rewordedStep(plan, spot, read, kept)
}

/** Lines are looked at one item at a time: what was found in one is met before the next. */
async function linesTurn(
  run: Run,
  plan: Plan,
  spot: Spot,
  raw: string,
  items: readonly ReadItem[],
): Promise<Turn> {
  const question = checkedField(spot)
  const kept = question === undefined ? new Map<string, Kept[]>() : keptByText(plan, spot, question.id)
  for (const { fields } of question === undefined ? [] : items) {
    const text = fields[question?.id ?? '']
    if (question === undefined || typeof text !== 'string') continue
    const known = kept.get(text) ?? []
    kept.set(text, known)
    const looked = { question, text, typed: (now: string) => raw.replace(text, () => now) }
    const met = await review(run, plan, spot, looked, known)
    if (met !== 'fine') return met
  }
  return settle(run, spot, linesStep(plan, spot, items, kept))
}

/** One text to be looked at; `typed` puts a reworded text back into what stands in the field. */
interface Looked {
  readonly question: Question
  readonly text: string
  readonly typed: (text: string) => string
}

/** Shows what the reviewer found until nothing is left or the mentor goes elsewhere; what is kept is added to `kept`. */
async function review(
  run: Run,
  plan: Plan,
  spot: Spot,
  looked: Looked,
  kept: Kept[],
): Promise<Turn | 'fine'> {
  const { asker, words, reviewer } = run.guide
  const { question, text } = looked
  for (;;) {
    const found = unmet(await reviewer(question, text, plan, spot.scope), kept)
    if (found.length === 0) return 'fine'
    // Kept while the menu is open, so that nothing is lost there either.
    await take(run, { step: 'typed', path: spot.path, text: looked.typed(text) })
    const met = await meet(asker, words, screenOf(plan, spot, words, []), text, found)
    if (met.met === 'quit') return quit(run, met.ended)
    if (met.met === 'reword') {
      await take(run, { step: 'typed', path: spot.path, text: looked.typed(met.text) })
      return 'go'
    }
    if (met.met === 'kept') kept.push(...met.kept)
  }
}

/** Takes the step, lets the answer scroll up, and goes on with what is open. */
async function settle(run: Run, spot: Spot, step: Step): Promise<Turn> {
  const before = run.interview
  await take(run, step)
  const plan = planOf(run.interview, run.guide.world)
  const now = plan.spots.find((one) => one.path === spot.path)
  const { words, asker } = run.guide
  if (step.step === 'close' && spot.item !== undefined) {
    asker.say(words.finished(spot.item.group, plan.groups.get(step.path)?.length ?? 0))
  } else if (now !== undefined) {
    asker.say(words.settled(plan, now))
    for (const beside of besideReworded(before, plan, spot)) asker.say(words.settled(plan, beside))
  }
  run.at = undefined
  run.adding = undefined
  return 'go'
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

async function otherTurn(
  run: Run,
  plan: Plan,
  spot: Spot,
  reply: Exclude<Reply, { reply: 'answer' }>,
): Promise<Turn> {
  if (reply.typed !== undefined && isTypedKept(spot)) {
    if (reply.typed !== (run.interview.typed.get(spot.path) ?? '')) {
      await take(run, { step: 'typed', path: spot.path, text: reply.typed })
    }
  }
  switch (reply.reply) {
    case 'back':
      return goBack(run, plan, spot)
    case 'deeper':
      return goDeeper(run, spot)
    case 'review':
      return openReview(run, undefined)
    case 'quit':
      return quit(run, reply.ended)
    case 'finish':
      return settle(run, spot, { step: 'close', path: spot.item?.path ?? spot.path })
    case 'skip':
      return skip(run, plan, spot)
  }
}

/** Choices keep no typed text: what stands there is a search. */
function isTypedKept({ question }: Spot): boolean {
  return question.type !== 'choice' && question.type !== 'choices' && question.type !== 'confirm'
}

async function skip(run: Run, plan: Plan, spot: Spot): Promise<Turn> {
  const isNeeded = spot.question.required === true || (spot.item?.fresh === true && !spot.item.canFinish)
  if (isNeeded) {
    run.guide.asker.say(run.guide.words.needed())
    return 'go'
  }
  return settle(run, spot, spot.kind === 'lines' ? linesStep(plan, spot, []) : answerStep(plan, spot, null))
}

function goBack(run: Run, plan: Plan, spot: Spot): Turn {
  const fromReview = run.reviewing !== undefined && (run.at !== undefined || run.adding !== undefined)
  if (fromReview) return openReview(run, run.reviewing?.part)
  run.adding = undefined
  run.at = previous(plan, spot.path)?.path ?? spot.path
  return 'go'
}

async function goDeeper(run: Run, spot: Spot): Promise<Turn> {
  const before = openSpots(planOf(run.interview, run.guide.world)).length
  await take(run, { step: 'deeper', part: spot.part.id })
  const plan = planOf(run.interview, run.guide.world)
  if (openSpots(plan).length === before) run.guide.asker.say(run.guide.words.nothingDeeper())
  run.at = openSpots(plan).find((one) => one.part.id === spot.part.id)?.path
  return 'go'
}

function openReview(run: Run, part: string | undefined): Turn {
  const plan = planOf(run.interview, run.guide.world)
  run.reviewing = { open: new Set(openSpots(plan).map((spot) => spot.path)), part }
  run.at = undefined
  run.adding = undefined
  return 'go'
}

function quit(run: Run, ended: Ended | undefined): Ending {
  return { end: 'quit', interview: run.interview, ...(ended === undefined ? {} : { ended }) }
}

async function reviewTurn(run: Run, plan: Plan): Promise<Turn> {
  if (run.at !== undefined || run.adding !== undefined) {
    // What was to be asked does not apply any more.
    run.at = undefined
    run.adding = undefined
    return 'go'
  }
  const { asker, words, notices } = run.guide
  const doors = { asker, words, notices: await notices(run.interview) }
  const reviewed = await reviewScreen(plan, doors, run.reviewing?.part)
  if (reviewed.go === 'save') return { end: 'save', interview: run.interview }
  if (reviewed.go === 'quit') return quit(run, reviewed.ended)
  if (reviewed.go === 'on') {
    run.reviewing = undefined
  } else if (reviewed.go === 'back') {
    run.reviewing = undefined
    run.at = previous(plan)?.path
  } else {
    openReview(run, undefined)
    if (reviewed.go === 'answer') run.at = reviewed.path
    if (reviewed.go === 'add') run.adding = reviewed.path
    if (reviewed.go === 'deeper') await take(run, { step: 'deeper', part: reviewed.part })
    if (reviewed.go === 'step') {
      await take(run, reviewed.step)
      if (run.reviewing !== undefined) run.reviewing = { ...run.reviewing, part: reviewed.part }
    }
  }
  return 'go'
}
