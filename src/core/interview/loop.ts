import type { QuestionScreen, Reply } from '../ports/asker.ts'
import { answerStep, linesStep } from './answering.ts'
import { confide } from './confide.ts'
import { linesTurn, valueTurn } from './looking.ts'
import { carriedNow } from './meet-carried.ts'
import { withForms } from './meet-forms.ts'
import { lookAhead, meetInbox, pickedAgain } from './meet-inbox.ts'
import { leanOf } from './most.ts'
import { withOffer } from './offers.ts'
import { openSpots, type Plan, planOf, previous, type Spot } from './plan.ts'
import { readRaw, textOf } from './read-raw.ts'
import { withReady } from './ready.ts'
import {
  doorsOf,
  type Ending,
  type Guide,
  openReview,
  quit,
  type Run,
  settle,
  type Turn,
  take,
} from './run.ts'
import { initialOf, screenOf } from './screen.ts'
import type { Interview } from './state.ts'
import { asksForView } from './their-view.ts'
import { withoutBarrier, withoutRecognition } from './without.ts'

/** Asks until the mentor saves or leaves. Every step is kept before the next question is drawn. */
export async function runInterview(start: Interview, guide: Guide): Promise<Ending> {
  const run: Run = {
    guide,
    interview: start,
    world: guide.world,
    noting: undefined,
    at: undefined,
    adding: undefined,
    reviewing: undefined,
    introduced: partsBegun(planOf(start, guide.world)),
  }
  for (;;) {
    const plan = planOf(run.interview, run.world, run.adding)
    const spot = spotFor(run, plan)
    const carried = await carriedNow(run.interview, run.guide.open)
    if (carried !== undefined) {
      await take(run, carried)
      continue
    }
    if (await meetInbox(run, spot)) continue
    const world = await withForms(run.world, run.interview, run.guide.forms, spot)
    if (world !== run.world) {
      run.world = world
      continue
    }
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

function rewordedIn(reworded: Run['cursor']): Pick<QuestionScreen, 'cursor' | 'own'> {
  if (reworded === undefined) return {}
  return { cursor: reworded.at, ...(reworded.own === undefined ? {} : { own: reworded.own }) }
}

async function askTurn(run: Run, plan: Plan, spot: Spot): Promise<Turn> {
  const { asker, words } = run.guide
  if (!run.introduced.has(spot.part.id) && run.reviewing === undefined) {
    asker.say(words.intro(plan, spot.part))
    run.introduced.add(spot.part.id)
  }
  const lean = leanOf(spot.question.when, plan, spot.scope)
  const notices = [
    ...(isEdited(run, spot) ? [words.edited()] : spot.state === 'stale' ? [words.changedBefore()] : []),
    ...(lean === undefined ? [] : [words.lean(lean)]),
    ...(asksForView(spot.question) && run.world.forms !== undefined
      ? words.forms.known(run.world.forms)
      : []),
  ]
  const reworded = run.cursor?.path === spot.path ? run.cursor : undefined
  run.cursor = undefined
  const ready = (await run.guide.ready?.(spot.question)) ?? []
  const screen = {
    ...withReady(screenOf(plan, spot, words, notices), ready),
    ...rewordedIn(reworded),
  }
  const asking = asker.ask(screen, async (raw) => {
    const read = await readRaw(doorsOf(run), plan, spot, withOffer(plan, spot, raw))
    return read.read === 'mistake' ? read.text : undefined
  })
  void lookAhead(run)
  const reply = await asking
  if (reply.reply !== 'answer') return otherTurn(run, plan, spot, reply)
  const given = withOffer(plan, spot, reply.raw)
  const told = typeof given === 'string' ? await confide(run, plan, spot, given) : undefined
  if (told === 'go' || (told !== undefined && 'end' in told)) return told
  const raw = told?.text ?? given
  const read = await readRaw(doorsOf(run), plan, spot, raw)
  if (read.read === 'mistake') return 'go'
  if (read.read === 'lines') return linesTurn(run, plan, spot, textOf(raw), read.items)
  return valueTurn(run, plan, spot, read)
}

async function otherTurn(
  run: Run,
  plan: Plan,
  spot: Spot,
  reply: Exclude<Reply, { reply: 'answer' }>,
): Promise<Turn> {
  if (reply.typed !== undefined && isTypedKept(spot)) {
    const shown = initialOf(plan, spot)
    if (reply.typed !== (typeof shown === 'string' ? shown : '')) {
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

/** It was answered before, and something else stands in its field that was never given. */
function isEdited(run: Run, spot: Spot): boolean {
  return spot.state === 'stale' && run.interview.typed.has(spot.path)
}

/** Choices keep no typed text: what stands there is a search. */
function isTypedKept({ question }: Spot): boolean {
  return question.type !== 'choice' && question.type !== 'choices' && question.type !== 'confirm'
}

async function skip(run: Run, plan: Plan, spot: Spot): Promise<Turn> {
  const past = withoutBarrier(plan, spot)
  if (past !== undefined) {
    await take(run, past)
    run.guide.asker.say(run.guide.words.noBarrier())
    run.at = undefined
    return 'go'
  }
  const none = withoutRecognition(spot)
  if (none !== undefined) return settle(run, spot, none)
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
  const before = openSpots(planOf(run.interview, run.world)).length
  await take(run, { step: 'deeper', part: spot.part.id })
  const plan = planOf(run.interview, run.world)
  if (openSpots(plan).length === before) run.guide.asker.say(run.guide.words.nothingDeeper())
  run.at = openSpots(plan).find((one) => one.part.id === spot.part.id)?.path
  return 'go'
}

async function reviewTurn(run: Run, plan: Plan): Promise<Turn> {
  if (run.at !== undefined || run.adding !== undefined) {
    // What was to be asked does not apply any more.
    run.at = undefined
    run.adding = undefined
    return 'go'
  }
  if (await pickedAgain(run)) return 'go'
  const { asker, words, notices } = run.guide
  const doors = { asker, words, notices: await notices(run.interview) }
  const { review } = await import('./review.ts')
  const reviewed = await review(plan, doors, run.reviewing?.part)
  if (reviewed.go === 'save') {
    const edited = openSpots(plan).find((spot) => isEdited(run, spot))
    if (edited === undefined) return { end: 'save', interview: run.interview }
    run.at = edited.path
    return 'go'
  }
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
