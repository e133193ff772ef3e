import type { Missing, Mistake, Place } from '../problem.ts'
import { answerStep } from './answering.ts'
import { fileAsked } from './form-file.ts'
import { type Given, type GivenMap, LINE } from './given.ts'
import { optionsOf } from './ground.ts'
import { inboxQuestion, inboxTarget, pickedIn } from './inbox.ts'
import { carriedNow } from './meet-carried.ts'
import { withForms } from './meet-forms.ts'
import { misnamed } from './misnamed.ts'
import { parseAnswer, type Raw } from './parse.ts'
import { type ItemSpot, missing, type Plan, planOf, type Spot, shownPath } from './plan.ts'
import { readViewStep } from './read-view.ts'
import { saidOtherDay } from './said-day.ts'
import { initialOf } from './screen.ts'
import type { AnswerPath, Interview, Step } from './state.ts'
import { choosable, noneWaits, viewMeant } from './their-view.ts'
import { heldForCarried } from './unattended-carried.ts'
import { heldBy, inboxGiven, namesOf, noneToPick, ownFirst, withInbox } from './unattended-inbox.ts'
import { takeItems, takeLines } from './unattended-items.ts'
import { type Helpers, hold, type Run, refuse, take } from './unattended-run.ts'
import { unfitGoal } from './unfit-goal.ts'
import { withoutRecognition } from './without.ts'

/** What answering from a file came to: the steps taken, and everything that is wrong, missing or was not needed. */
export interface Unattended {
  readonly interview: Interview
  readonly steps: readonly Step[]
  readonly mistakes: readonly Mistake[]
  readonly missing: readonly Missing[]
  /** Answers given to questions that do not apply, by their path. */
  readonly unused: readonly string[]
  /** Where in a file answers stand. */
  readonly places: ReadonlyMap<AnswerPath, Place>
}

/**
 * Answers an interview from what was given, by the same rules as at the keyboard. With `whole`, what was not given takes
 * its default or counts as skipped; without, it stays open. Everything that is wrong is reported at once.
 */
export async function answerAll(
  start: Interview,
  given: GivenMap,
  helpers: Helpers,
  whole: boolean,
): Promise<Unattended> {
  const run: Run = {
    ...helpers,
    interview: start,
    steps: [],
    mistakes: [...misnamed(start.template, given)],
    root: given,
    items: new Map(),
    done: new Set(),
    used: new Set(),
    whole,
  }
  for (;;) {
    await carry(run)
    run.world = await withInbox(run.world, run.interview, run.root, run.inbox)
    const plan = planOf(run.interview, run.world)
    const spot = plan.spots.find((each) => isDue(run, each))
    if (spot === undefined) break
    run.done.add(doneKey(spot))
    const world = await withForms(run.world, run.interview, run.forms, spot)
    const isOther = world !== run.world
    run.world = world
    await answerSpot(run, isOther ? planOf(run.interview, world) : plan, spot)
  }
  refuseInbox(run)
  const plan = planOf(run.interview, run.world)
  const wrong = new Set(run.mistakes.map((mistake) => mistake.path))
  return {
    interview: run.interview,
    steps: run.steps,
    mistakes: run.mistakes.toSorted(
      (a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
    ),
    missing: whole ? missing(plan).filter(({ path }) => !wrong.has(path)) : [],
    unused: unusedIn(run),
    places: placesIn(run),
  }
}

/** What is open comes into the interview, and what was given for it to its items. */
async function carry(run: Run): Promise<void> {
  const step = await carriedNow(run.interview, run.open)
  if (step === undefined) return
  take(run, step)
  const { held, used, mistakes } = heldForCarried(run.interview, run.root)
  for (const { path, map } of held) run.items.set(path, map)
  for (const given of used) run.used.add(given)
  run.mistakes.push(...mistakes)
}

/** Names of evidence that were given where there is none at all. */
function refuseInbox(run: Run): void {
  const given = inboxGiven(run.interview.template, run.root)
  if (given === undefined || run.used.has(given) || run.world.inbox === undefined) return
  const wrong = noneToPick(given, run.world)
  if (wrong === undefined) run.used.add(given)
  else refuse(run, given, inboxQuestion(run.interview.template)?.id ?? '', wrong.mistake, wrong.mend)
}

function isDue(run: Run, spot: Spot): boolean {
  if (run.done.has(doneKey(spot))) return false
  if (givenFor(run, spot) !== undefined) return true
  return run.whole && (spot.state === 'open' || spot.state === 'stale')
}

/** A fresh item's path changes with every item made; its group is dealt with once. */
function doneKey(spot: Spot): string {
  return spot.item?.fresh === true ? `${spot.item.path}/+` : spot.path
}

function givenFor(run: Run, spot: Spot): Given | undefined {
  const path = spot.item?.fresh === true ? spot.item.path : spot.path
  const found = givenAt(run, path)
  return found?.kind === 'none' ? undefined : found
}

function givenAt(run: Run, path: AnswerPath): Given | undefined {
  const at = path.lastIndexOf('/')
  const holder = at < 0 ? run.root : run.items.get(path.slice(0, at))
  return holder?.entries.get(path.slice(at + 1))
}

async function answerSpot(run: Run, plan: Plan, spot: Spot): Promise<void> {
  const given = givenFor(run, spot)
  if (given !== undefined) run.used.add(given)
  const { question, item } = spot
  if (spot.kind === 'lines' && given !== undefined && question.type === 'group') {
    await takeLines(run, plan, spot, question, given)
  } else if (given !== undefined && item?.fresh === true && isNothing(given)) {
    const none = withoutRecognition(spot)
    if (none === undefined) skip(run, plan, spot)
    else take(run, none)
  } else if (item?.fresh === true && given !== undefined) {
    takeItems(run, plan, spot, item.group, given)
  } else if (spot.kind === 'lines' || (item?.fresh === true && !proposes(plan, spot))) {
    skip(run, plan, spot)
  } else {
    await takeOne(run, plan, spot, given)
  }
}

/** An empty text, or an empty list. */
function isNothing(given: Given): boolean {
  if (given.kind === 'text') return given.text.trim() === ''
  return given.kind === 'list' && given.items.length === 0
}

/** A group of one item that comes with a proposal is taken as proposed, as Enter would. */
function proposes(plan: Plan, spot: Spot): boolean {
  return spot.item?.group.max === 1 && spot.state === 'open' && initialOf(plan, spot) !== undefined
}

/** What is needed stays open, so that it is reported as missing. */
function skip(run: Run, plan: Plan, spot: Spot): void {
  if (spot.item?.fresh === true) {
    if (spot.item.group.makes === 'checkin') withoutDay(run, spot.item)
    else if (spot.item.canFinish) take(run, { step: 'close', path: spot.item.path })
  } else if (spot.question.required !== true) {
    take(run, answerStep(plan, spot, null))
  }
}

async function takeOne(run: Run, plan: Plan, spot: Spot, given: Given | undefined): Promise<void> {
  const { question } = spot
  const path = shownPath(plan, spot.path)
  if (question.type === 'group') return
  const noted = inboxTarget(question)
  const raw =
    given === undefined
      ? isRuledOut(run, spot)
        ? ''
        : (initialOf(plan, spot) ?? '')
      : rawOf(noted === undefined ? given : namesOf(given))
  if (raw === undefined) {
    const message = 'This question takes an answer, not several names.'
    if (given !== undefined) refuse(run, given, path, message)
    return
  }
  if (raw === '') {
    skip(run, plan, spot)
    return
  }
  const context = {
    options: choosable(optionsOf(plan, spot.scope, question), run.world),
    readFile: run.readFile,
    isPath: fileAsked(spot, plan) !== undefined,
    names: 'values' as const,
  }
  const used = given === undefined ? undefined : noneWaits(question, raw, run.world)
  if (used !== undefined && given !== undefined) {
    refuse(run, given, path, used.mistake, used.mend)
    return
  }
  const parsed = await parseAnswer(question, ownFirst(raw, question, plan), run.world, context)
  const other =
    'value' in parsed
      ? ((await saidOtherDay(run.read, run.world, plan, spot, parsed.value)) ??
        unfitGoal(plan, spot, parsed.value))
      : undefined
  const waits = 'value' in parsed && viewMeant(question, parsed.value) === 'awaited'
  if (waits && given !== undefined) {
    refuse(
      run,
      given,
      path,
      'Waiting is for when somebody is asked.',
      'Choose another way, or come back when the form is in.',
    )
    return
  }
  const isFile =
    question.type === 'form' && (context.isPath || (typeof raw === 'string' && raw.startsWith('@')))
  if (isFile && 'value' in parsed && typeof parsed.value === 'string') {
    const read = await readViewStep(plan, spot, parsed.value, run.forms)
    if (read !== undefined && 'mistake' in read) {
      if (given !== undefined) refuse(run, given, path, read.mistake, read.mend)
      return
    }
    if (read !== undefined) {
      take(run, read.step)
      return
    }
  }
  if (other !== undefined && given !== undefined) refuse(run, given, path, other.mistake, other.mend)
  else if ('value' in parsed) {
    take(run, answerStep(plan, spot, parsed.value))
    if (noted === undefined || given === undefined) return
    for (const { key, map } of heldBy(given, pickedIn(run.interview, noted))) {
      hold(run, noted, [key], [map])
    }
  } else if (given !== undefined) refuse(run, given, path, parsed.mistake, parsed.mend)
}

/** Something was given that is only asked where this has no answer, such as why there is no next day: no default then. */
function isRuledOut(run: Run, { question, item, path }: Spot): boolean {
  const siblings = item?.group.questions ?? []
  return siblings.some(({ id, when }) => {
    if (when === undefined || !('not' in when) || typeof when.not !== 'object') return false
    if (!('answered' in when.not) || when.not.answered !== question.id) return false
    const said = givenAt(run, `${path.slice(0, path.lastIndexOf('/'))}/${id}`)
    return said !== undefined && said.kind !== 'none' && !isNothing(said)
  })
}

function rawOf(given: Given): Raw | undefined {
  if (given.kind === 'text') return given.text
  if (given.kind === 'none') return ''
  if (given.kind === 'map') return undefined
  const texts = given.items.map((one) =>
    one.kind === 'text' ? one.text : one.kind === 'none' ? '' : undefined,
  )
  return texts.some((text) => text === undefined) ? undefined : texts.filter((text) => text !== undefined)
}

/** No check-in at all is one without a day, so that its reason is asked for. */
function withoutDay(run: Run, { path, key }: ItemSpot): void {
  const noDay: Given = { kind: 'text', text: '', place: {} }
  run.used.add(noDay)
  hold(run, path, [key], [{ kind: 'map', entries: new Map([['date', noDay]]), place: {} }])
  take(run, {
    step: 'all',
    steps: [
      { step: 'items', path, keys: [key] },
      { step: 'close', path },
    ],
  })
}

function placesIn(run: Run): ReadonlyMap<AnswerPath, Place> {
  const holders: (readonly [AnswerPath, GivenMap])[] = [['', run.root], ...run.items]
  return new Map(
    holders.flatMap(([prefix, { entries }]) =>
      [...entries].map(([name, { place }]) => [prefix === '' ? name : `${prefix}/${name}`, place] as const),
    ),
  )
}

function unusedIn(run: Run): readonly string[] {
  const plan = planOf(run.interview, run.world)
  const holders: (readonly [AnswerPath, GivenMap])[] = [['', run.root], ...run.items]
  const reported = new Set(run.mistakes.map((mistake) => mistake.path))
  return holders
    .flatMap(([prefix, map]) =>
      [...map.entries]
        .filter(([name, given]) => name !== LINE && given.kind !== 'none' && !run.used.has(given))
        .map(([name]) => shownPath(plan, prefix === '' ? name : `${prefix}/${name}`)),
    )
    .filter((path) => !reported.has(path))
}
