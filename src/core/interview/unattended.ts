import type { Missing, Mistake } from '../problem.ts'
import type { GroupQuestion } from '../template/template.ts'
import { answerStep, itemsMistake, linesStep } from './answering.ts'
import type { OpenDoor } from './carry.ts'
import { apply } from './fold.ts'
import { fileAsked } from './form-file.ts'
import { type Given, type GivenMap, LINE } from './given.ts'
import { optionsOf } from './ground.ts'
import { inboxQuestion, inboxTarget, pickedIn, typedKeys } from './inbox.ts'
import { freshKey } from './keys.ts'
import { carriedNow } from './meet-carried.ts'
import { misnamed } from './misnamed.ts'
import { parseAnswer, type Raw } from './parse.ts'
import { type ItemSpot, missing, type Plan, planOf, type Spot, shownPath } from './plan.ts'
import { saidOtherDay } from './said-day.ts'
import { initialOf } from './screen.ts'
import type { AnswerPath, Interview, Step } from './state.ts'
import { heldForCarried } from './unattended-carried.ts'
import { heldBy, inboxGiven, namesOf, noneToPick, withInbox } from './unattended-inbox.ts'
import { unfitGoal } from './unfit-goal.ts'
import type { InboxDoor, ReadItem, ReadLines, World } from './world.ts'

/** What answering from a file came to: the steps taken, and everything that is wrong, missing or was not needed. */
export interface Unattended {
  readonly interview: Interview
  readonly steps: readonly Step[]
  readonly mistakes: readonly Mistake[]
  readonly missing: readonly Missing[]
  /** Answers given to questions that do not apply, by their path. */
  readonly unused: readonly string[]
}

/** The doors an unattended run needs. */
interface Helpers {
  readonly world: World
  readonly read: ReadLines
  readonly readFile: (path: string) => Promise<string>
  /** What the notebook holds; opened only where something of it is asked for. */
  readonly inbox?: InboxDoor
  /** What is open with the person; without it nothing is carried over. */
  readonly open?: OpenDoor
}

interface Run extends Omit<Helpers, 'world'> {
  world: World
  interview: Interview
  readonly steps: Step[]
  readonly mistakes: Mistake[]
  readonly root: GivenMap
  /** Item path -> what was given for that item. */
  readonly items: Map<AnswerPath, GivenMap>
  readonly done: Set<AnswerPath>
  readonly used: Set<Given>
  /** Answer what is open too: with its default, else by skipping it. */
  readonly whole: boolean
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
    await answerSpot(run, plan, spot)
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
    skip(run, plan, spot)
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

function take(run: Run, step: Step): void {
  run.steps.push(step)
  run.interview = apply(run.interview, step)
}

function refuse(run: Run, given: Given, path: string, message: string, mend?: string): void {
  run.mistakes.push({ ...given.place, path, message, ...(mend === undefined ? {} : { mend }) })
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
    given === undefined ? (initialOf(plan, spot) ?? '') : rawOf(noted === undefined ? given : namesOf(given))
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
    options: optionsOf(plan, spot.scope, question),
    readFile: run.readFile,
    isPath: fileAsked(spot, plan) !== undefined,
    names: 'values' as const,
  }
  const parsed = await parseAnswer(question, raw, run.world, context)
  const other =
    'value' in parsed
      ? ((await saidOtherDay(run.read, run.world, plan, spot, parsed.value)) ??
        unfitGoal(plan, spot, parsed.value))
      : undefined
  if (other !== undefined && given !== undefined) refuse(run, given, path, other.mistake, other.mend)
  else if ('value' in parsed) {
    take(run, answerStep(plan, spot, parsed.value))
    if (noted === undefined || given === undefined) return
    for (const { key, map } of heldBy(given, pickedIn(run.interview, noted))) {
      hold(run, noted, [key], [map])
    }
  } else if (given !== undefined) refuse(run, given, path, parsed.mistake, parsed.mend)
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

function takeItems(run: Run, plan: Plan, spot: Spot, group: GroupQuestion, given: Given): void {
  const path = spot.item?.path ?? spot.path
  const shown = shownPath(plan, path)
  const wrong =
    given.kind === 'text' ? `"${given.text}" stands alone; this takes items with names.` : undefined
  const items = given.kind === 'list' ? given.items : [given]
  const maps = items.filter((item): item is GivenMap => item.kind === 'map')
  const mistake = wrong ?? itemsMistake(group, items.length)
  if (mistake !== undefined || maps.length !== items.length) {
    const inside = group.questions
      .map((question) => question.id)
      .slice(0, 3)
      .join(', ')
    refuse(run, given, shown, mistake ?? 'Each item needs names.', `Names inside it are ${inside}.`)
    return
  }
  const first = Number(freshKey(run.interview, path).slice(1))
  const keys = maps.map((_item, index) => `k${first + index}`)
  hold(run, path, keys, maps)
  const before = run.interview.items.get(path) ?? []
  const close: Step = { step: 'close', path }
  take(run, { step: 'all', steps: [{ step: 'items', path, keys: [...before, ...keys] }, close] })
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

function hold(
  run: Run,
  path: AnswerPath,
  keys: readonly string[],
  maps: readonly (GivenMap | undefined)[],
): void {
  keys.forEach((key, index) => {
    const map = maps[index]
    if (map !== undefined) run.items.set(`${path}/${key}`, map)
  })
}

async function takeLines(
  run: Run,
  plan: Plan,
  spot: Spot,
  group: GroupQuestion,
  given: Given,
): Promise<void> {
  const shown = shownPath(plan, spot.path)
  const items: ReadItem[] = []
  const maps: (GivenMap | undefined)[] = []
  const isWhole = given.kind !== 'list'
  for (const [index, one] of (isWhole ? [given] : given.items).entries()) {
    const line = one.kind === 'map' ? one.entries.get(LINE) : one
    const read = line?.kind === 'text' ? await readText(run, group, line, shown, isWhole ? 0 : index + 1) : []
    if (one.kind === 'list')
      refuse(run, one, `${shown}.${index + 1}`, 'A list stands in a list.', 'Put the line in quotes.')
    if (one.kind === 'map') {
      items.push(...(read.length > 0 ? read : [{ line: intoText(group, one), fields: {} }]))
      maps.push(one, ...read.slice(1).map(() => undefined))
    } else {
      items.push(...read)
      maps.push(...read.map(() => undefined))
    }
  }
  const mistake = itemsMistake(group, items.length + pickedIn(run.interview, spot.path).length)
  if (mistake !== undefined) refuse(run, given, shown, mistake)
  if (mistake !== undefined || items.length === 0) return
  take(run, linesStep(plan, spot, items))
  hold(run, spot.path, typedKeys(run.interview, spot.path), maps)
}

async function readText(
  run: Run,
  group: GroupQuestion,
  given: Extract<Given, { kind: 'text' }>,
  shown: string,
  index: number,
): Promise<readonly ReadItem[]> {
  if (group.entry === undefined) return []
  const { items, mistakes } = await run.read(group.entry.reader, given.text, run.world)
  for (const { message, mend, line } of mistakes) {
    refuse(run, given, `${shown}.${index === 0 ? (line ?? 1) : index}`, message, mend)
  }
  return items
}

/** An item given by its fields alone shows its words as its line. */
function intoText(group: GroupQuestion, map: GivenMap): string {
  const into = map.entries.get(group.entry?.into ?? '')
  return into?.kind === 'text' ? into.text.replace(/\s*\n\s*/g, ' ').trim() : ''
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
