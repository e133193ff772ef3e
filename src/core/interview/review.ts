import type { Asker, Ended, MenuScreen } from '../ports/asker.ts'
import type { Option } from '../template/option.ts'
import type { GroupQuestion, Part } from '../template/template.ts'
import { movedItem, withoutItem } from './answering.ts'
import { itemWords } from './ground.ts'
import { missing, next, type Plan, partsNow, type Spot } from './plan.ts'
import { titleOf, waitingIn } from './screen.ts'
import type { AnswerPath, Step } from './state.ts'
import type { InterviewWords } from './words.ts'

/** Where the review leads: saved, on to what is open, back, away, to one answer, to a new item, or a change of items made at once. */
type Reviewed =
  | { readonly go: 'save' | 'on' | 'back' }
  | { readonly go: 'quit'; readonly ended?: Ended }
  | { readonly go: 'answer'; readonly path: AnswerPath; readonly part: string }
  | { readonly go: 'add'; readonly path: AnswerPath; readonly part: string }
  | { readonly go: 'deeper'; readonly part: string }
  | { readonly go: 'step'; readonly step: Step; readonly part: string }

/** What a review is drawn with. */
interface ReviewDoors {
  readonly asker: Asker
  readonly words: InterviewWords
  readonly notices: readonly string[]
}

/** The review of everything, or, where one is named, of one part. */
export async function review(plan: Plan, doors: ReviewDoors, at: string | undefined): Promise<Reviewed> {
  let part = plan.interview.template.parts.find((one) => one.id === at)
  for (;;) {
    if (part !== undefined) {
      const reviewed = await reviewPart(plan, doors, part)
      if (reviewed !== 'out') return reviewed
    }
    const chosen = await reviewAll(plan, doors)
    if (typeof chosen === 'object') return chosen
    part = plan.interview.template.parts.find((one) => one.id === chosen)
  }
}

async function reviewAll(plan: Plan, { asker, words, notices }: ReviewDoors): Promise<Reviewed | string> {
  const parts = partsNow(plan)
  const lacks = missing(plan).length
  const open = plan.spots.filter((spot) => spot.state === 'open' || spot.state === 'stale').length
  const options: Option[] = parts.map((part) => ({
    value: part.id,
    label: part.title,
    note: words.review.part(plan, part),
  }))
  if (next(plan) !== undefined) options.push({ value: '@on', label: words.review.goOn(open) })
  if (lacks === 0) options.push({ value: '@save', label: words.review.save() })
  const choice = await asker.choose({
    title: words.review.title(),
    progress: words.review.parts(parts.length),
    lines: [...(lacks > 0 ? [words.review.missing(lacks)] : []), ...notices],
    options,
    initial: next(plan) === undefined ? '@save' : '@on',
    canGoBack: true,
  })
  if (choice.reply === 'quit')
    return { go: 'quit', ...(choice.ended === undefined ? {} : { ended: choice.ended }) }
  if (choice.reply === 'back') return { go: 'back' }
  if (choice.value === '@save') return { go: 'save' }
  return choice.value === '@on' ? { go: 'on' } : choice.value
}

async function reviewPart(plan: Plan, doors: ReviewDoors, part: Part): Promise<Reviewed | 'out'> {
  const { words } = doors
  for (;;) {
    const rows = rowsOf(plan, part)
    const waiting = waitingIn(plan, part.id)
    const options: Option[] = [
      ...rows.map((row) => row.option(words)),
      ...groupsOf(plan, part).map(({ path, group }) => ({
        value: `@add:${path}`,
        label: words.review.add(group.item),
      })),
      ...(waiting > 0 ? [{ value: '@deeper', label: words.review.deeper(waiting) }] : []),
      { value: '@out', label: words.review.back() },
    ]
    const choice = await doors.asker.choose(menu(plan, words, part, options))
    if (choice.reply === 'quit')
      return { go: 'quit', ...(choice.ended === undefined ? {} : { ended: choice.ended }) }
    if (choice.reply === 'back' || choice.value === '@out') return 'out'
    if (choice.value === '@deeper') return { go: 'deeper', part: part.id }
    if (choice.value.startsWith('@add:')) return { go: 'add', path: choice.value.slice(5), part: part.id }
    const row = rows.find((one) => one.value === choice.value)
    if (row?.spot !== undefined) return { go: 'answer', path: row.spot.path, part: part.id }
    const reviewed = row?.item === undefined ? 'out' : await reviewItem(plan, doors, part, row.item)
    if (reviewed !== 'out') return reviewed
  }
}

function menu(plan: Plan, words: InterviewWords, part: Part, options: readonly Option[]): MenuScreen {
  const parts = partsNow(plan)
  return {
    title: titleOf(plan),
    progress: words.progress(part.title, parts.indexOf(part) + 1, parts.length),
    lines: [],
    options,
    initial: '@out',
    canGoBack: true,
  }
}

interface ItemRow {
  readonly group: GroupQuestion
  readonly path: AnswerPath
  readonly key: string
  readonly index: number
}

interface Row {
  readonly value: string
  readonly option: (words: InterviewWords) => Option
  readonly spot?: Spot
  readonly item?: ItemRow
}

/** The answers of a part, with the items of its groups as one row each. */
function rowsOf(plan: Plan, part: Part): readonly Row[] {
  const rows = new Map(heldRows(plan, part).map((row) => [row.value, row]))
  const held = [...rows.keys()]
  for (const spot of changeable(plan, part)) {
    if (held.some((prefix) => spot.path.startsWith(`${prefix}/`))) continue
    const row =
      spot.item === undefined || spot.item.group.max === 1 ? answerRow(plan, spot) : itemRow(plan, spot.item)
    if (!rows.has(row.value)) rows.set(row.value, row)
  }
  return [...rows.values()]
}

/** Items that were carried over and hold notes of their own: each is there, also while nothing was noted. */
function heldRows(plan: Plan, part: Part): readonly Row[] {
  return part.questions.flatMap((group) => {
    if (group.type !== 'group' || group.carries === undefined) return []
    if (!group.questions.some(({ type }) => type === 'group')) return []
    const keys = plan.groups.get(group.id) ?? []
    return keys.map((key, index) => itemRow(plan, { group, path: group.id, key, index: index + 1 }))
  })
}

/** What can be changed here: everything asked or read, except the offer of one more item. */
function changeable(plan: Plan, part: Part): readonly Spot[] {
  return plan.spots.filter(
    (spot) => spot.part.id === part.id && spot.state !== 'waiting' && spot.item?.fresh !== true,
  )
}

function answerRow(plan: Plan, spot: Spot): Row {
  return {
    value: spot.path,
    spot,
    option: (words) => ({ value: spot.path, ...words.review.answer(plan, spot) }),
  }
}

function itemRow(plan: Plan, { group, path, key, index }: ItemRow): Row {
  const value = `${path}/${key}`
  const item = { group, path, key, index }
  return {
    value,
    item,
    option: (words) => ({
      value,
      label: words.review.itemTitle(group.item, index, itemWords(plan, path, key)),
    }),
  }
}

/** Groups of this part to which one more item can be added; groups typed as lines grow by their lines. */
function groupsOf(
  plan: Plan,
  part: Part,
): readonly { readonly path: AnswerPath; readonly group: GroupQuestion }[] {
  return part.questions.flatMap((question) => {
    if (question.type !== 'group' || question.each !== undefined || question.entry !== undefined) return []
    if (question.carries !== undefined) return []
    const keys = plan.groups.get(question.id)
    const hasRoom = keys !== undefined && keys.length < (question.max ?? Number.POSITIVE_INFINITY)
    const isReached = keys !== undefined && (keys.length > 0 || plan.interview.closed.has(question.id))
    return hasRoom && isReached ? [{ path: question.id, group: question }] : []
  })
}

async function reviewItem(
  plan: Plan,
  doors: ReviewDoors,
  part: Part,
  item: ItemRow,
): Promise<Reviewed | 'out'> {
  const { words } = doors
  const prefix = `${item.path}/${item.key}/`
  const spots = changeable(plan, part).filter(
    (spot) => spot.path.startsWith(prefix) && !(spot.item?.picked === true && spot.unasked),
  )
  const count = plan.groups.get(item.path)?.length ?? 0
  const isCarried = item.group.carries !== undefined
  const isOwner = !isCarried && part.questions.some((question) => question.id === item.path)
  const options: Option[] = [
    ...spots.map((spot) => ({ value: spot.path, ...words.review.answer(plan, spot) })),
    ...(isCarried ? nestedIn(plan, prefix) : []).map(({ path, group }) => ({
      value: `@add:${path}`,
      label: words.review.add(group.item),
    })),
    ...(isOwner && item.index > 1 ? [{ value: '@up', label: words.review.up() }] : []),
    ...(isOwner && item.index < count ? [{ value: '@down', label: words.review.down() }] : []),
    ...(isOwner ? [{ value: '@remove', label: words.review.remove() }] : []),
    { value: '@out', label: words.review.back() },
  ]
  const choice = await doors.asker.choose(menu(plan, words, part, options))
  if (choice.reply === 'quit')
    return { go: 'quit', ...(choice.ended === undefined ? {} : { ended: choice.ended }) }
  if (choice.reply === 'back' || choice.value === '@out') return 'out'
  if (choice.value.startsWith('@add:')) return { go: 'add', path: choice.value.slice(5), part: part.id }
  if (choice.value === '@remove') {
    const sure = await isSure(plan, doors, part, item)
    if (sure !== 'yes') return sure === 'no' ? reviewItem(plan, doors, part, item) : sure
  }
  const step = itemStep(plan, item, choice.value)
  if (step !== undefined) return { go: 'step', step, part: part.id }
  return { go: 'answer', path: choice.value, part: part.id }
}

/** The groups inside an item that was carried over, to which one more can be added at any time. */
function nestedIn(
  plan: Plan,
  prefix: string,
): readonly { readonly path: AnswerPath; readonly group: GroupQuestion }[] {
  return [...plan.groups.keys()].flatMap((path) => {
    const group = plan.questions.get(path)
    const isInside = path.startsWith(prefix) && !path.slice(prefix.length).includes('/')
    return isInside && group?.type === 'group' && group.entry === undefined ? [{ path, group }] : []
  })
}

/** Removing takes every answer of the item with it, so it is asked once. */
async function isSure(
  plan: Plan,
  { asker, words }: ReviewDoors,
  part: Part,
  { path, key, group, index }: ItemRow,
): Promise<'yes' | 'no' | Extract<Reviewed, { go: 'quit' }>> {
  const options = [
    { value: '@keep', label: words.review.keep() },
    { value: '@remove', label: words.review.remove() },
  ]
  const choice = await asker.choose({
    ...menu(plan, words, part, options),
    lines: [words.review.itemTitle(group.item, index, itemWords(plan, path, key)), words.review.sure()],
    initial: '@keep',
  })
  if (choice.reply === 'quit')
    return { go: 'quit', ...(choice.ended === undefined ? {} : { ended: choice.ended }) }
  return choice.reply === 'chosen' && choice.value === '@remove' ? 'yes' : 'no'
}

function itemStep(plan: Plan, { path, key, group }: ItemRow, chosen: string): Step | undefined {
  if (chosen === '@up') return movedItem(plan, path, key, -1)
  if (chosen === '@down') return movedItem(plan, path, key, 1)
  if (chosen !== '@remove') return undefined
  const removed = withoutItem(plan, path, key)
  // What was removed is not asked for again at once.
  return group.entry === undefined ? { step: 'all', steps: [removed, { step: 'close', path }] } : removed
}
