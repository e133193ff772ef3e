import { formatDay, formatDayShort, isDay } from '../dates.ts'
import type { Option } from '../template/option.ts'
import type { GroupQuestion, Question, Template } from '../template/template.ts'
import { freshKey } from './keys.ts'
import type { AnswerPath, Interview, Step, Value } from './state.ts'
import type { NotedItem, World } from './world.ts'

/** Headings of what is offered: what no session cites yet, then the rest. */
const HEADINGS = { unused: 'Not used yet', used: 'Used before' } as const

const SIGNS: Readonly<Record<string, string>> = { strength: '+ ', growth: '- ' }

/** What is read from an item that was picked; its words go into the question that takes the words of a typed line. */
const FIELDS = ['date', 'side', 'ticket', 'link', 'source', 'area'] as const

/** One item of a group that was picked from the inbox instead of being typed. */
export interface Picked {
  readonly key: string
  /** Id of the evidence in the notebook. */
  readonly id: string
}

/** The id of the group that takes what is picked in this question; undefined for every other question. */
export function inboxTarget(question: Question): string | undefined {
  if (question.type !== 'choices' || !('inbox' in question.options)) return undefined
  return question.options.inbox
}

/** The question at the top of a template that offers the inbox, for one group or for any; undefined when there is none. */
export function inboxQuestion(template: Template, group?: string): Question | undefined {
  return template.parts
    .flatMap(({ questions }) => questions)
    .find((question) => {
      const target = inboxTarget(question)
      return target !== undefined && (group === undefined || target === group)
    })
}

/** Where the id of the evidence that an item stands for is kept: a name no question can have. */
function originPath(group: AnswerPath, key: string): AnswerPath {
  return `${group}/${key}/@origin`
}

/** The id of the evidence that an item was picked from; undefined when it was typed. */
export function originOf(interview: Interview, group: AnswerPath, key: string): string | undefined {
  const value = interview.answers.get(originPath(group, key))?.value
  return typeof value === 'string' ? value : undefined
}

/** The items of a group that were picked, in their order. */
export function pickedIn(interview: Interview, group: AnswerPath): readonly Picked[] {
  return (interview.items.get(group) ?? []).flatMap((key) => {
    const id = originOf(interview, group, key)
    return id === undefined ? [] : [{ key, id }]
  })
}

/** Keys of the items of a group that were typed, in their order. */
export function typedKeys(interview: Interview, group: AnswerPath): readonly string[] {
  return (interview.items.get(group) ?? []).filter((key) => originOf(interview, group, key) === undefined)
}

/** The value of a question that offers the inbox: the ids that are picked now, null where it was answered with none, undefined before it is answered. */
export function pickedValue(
  interview: Interview,
  path: AnswerPath,
  group: AnswerPath,
): Value | null | undefined {
  const ids = pickedIn(interview, group).map(({ id }) => id)
  if (ids.length > 0) return ids
  return interview.answers.has(path) ? null : undefined
}

/**
 * What can be picked for a group: the inbox as far as it is there, unused first; then what was picked and is not in it
 * any more. Values are whole ids.
 */
export function inboxOptions(
  interview: Interview,
  { inbox, today }: World,
  group: AnswerPath,
): readonly Option[] {
  const offered = (inbox?.items ?? []).map((item) => ({ ...shownItem(item, today), value: item.id }))
  const gone = pickedIn(interview, group).filter(({ id }) => !offered.some(({ value }) => value === id))
  const words = wordsField(interview.template, group)
  return [
    ...offered,
    ...gone.map(({ key, id }) => {
      const field = (name: string) => interview.answers.get(`${group}/${key}/${name}`)?.value ?? undefined
      const kept = Object.fromEntries(
        FIELDS.flatMap((name) => (field(name) === undefined ? [] : [[name, String(field(name))]])),
      )
      const item = { ...kept, words: String(field(words) ?? ''), used: false }
      return { ...shownItem(item, today), value: id }
    }),
  ]
}

/** Ids of what no session cites yet. */
export function unusedIds(options: readonly Option[]): readonly string[] {
  return options.filter(({ group }) => group === HEADINGS.unused).map(({ value }) => value)
}

function shownItem(item: Omit<NotedItem, 'id' | 'path'>, today: string): Omit<Option, 'value'> {
  const { date, side = '', ticket, source, area } = item
  const about = [
    ...(date === undefined ? ['no day'] : isDay(date) ? [dayFor(date, today)] : []),
    ...(ticket === undefined || item.words.includes(ticket) ? [] : [ticket]),
    ...(source === undefined ? [] : [source]),
    ...(area === undefined || item.words.includes(area) ? [] : [area]),
  ]
  return {
    label: `${SIGNS[side] ?? ''}${item.words.replace(/\s+/g, ' ')}`,
    group: item.used ? HEADINGS.used : HEADINGS.unused,
    ...(about.length === 0 ? {} : { note: about.join(' · ') }),
  }
}

/** The year is said where it is not this one. */
function dayFor(day: string, today: string): string {
  return day.slice(0, 4) === today.slice(0, 4) ? formatDayShort(day) : formatDay(day)
}

/** The step that picks these of the inbox, and puts back the others. An item that was picked before keeps its answers and its place. */
export function pickStep(
  interview: Interview,
  world: World,
  path: AnswerPath,
  group: AnswerPath,
  ids: readonly string[],
): Step {
  const before = pickedIn(interview, group)
  const kept = before.filter(({ id }) => ids.includes(id))
  let number = Number(freshKey(interview, group).slice(1))
  const added = ids
    .filter((id) => !before.some((one) => one.id === id))
    .map((id) => ({ id, key: keyBefore(interview, group, id) ?? `k${number++}` }))
  const items = added.flatMap(({ id, key }) => {
    const item = world.inbox?.items.find((one) => one.id === id)
    return item === undefined ? [] : itemSteps(interview, group, key, item)
  })
  const last = kept.at(-1)?.key
  const stay = (interview.items.get(group) ?? []).filter(
    (key) => !before.some((one) => one.key === key) || kept.some((one) => one.key === key),
  )
  const at = last === undefined ? 0 : stay.indexOf(last) + 1
  const keys = [...stay.slice(0, at), ...added.map(({ key }) => key), ...stay.slice(at)]
  const answer: Step = { step: 'answer', path, value: ids.length === 0 ? null : ids }
  return { step: 'all', steps: [answer, ...items, ...itemsAre(interview, group, keys)] }
}

/** Makes these the items; lines that are being typed for the group stay as they are. */
function itemsAre(interview: Interview, group: AnswerPath, keys: readonly string[]): readonly Step[] {
  const text = interview.typed.get(group)
  const items: Step = { step: 'items', path: group, keys }
  return text === undefined ? [items] : [items, { step: 'typed', path: group, text }]
}

/** The key under which the same evidence was picked and put back before, so that what stood on it finds it again. */
function keyBefore(interview: Interview, group: AnswerPath, id: string): string | undefined {
  const found = [...interview.answers].find(
    ([path, { value }]) => value === id && path.startsWith(`${group}/`) && path.endsWith('/@origin'),
  )
  return found?.[0].split('/').at(-2)
}

function itemSteps(interview: Interview, group: AnswerPath, key: string, item: NotedItem): readonly Step[] {
  const words = wordsField(interview.template, group)
  const given = (path: AnswerPath, value: string): Step => ({ step: 'answer', path, value, read: true })
  const gone = FIELDS.map((name) => `${group}/${key}/${name}`).filter(
    (path) => interview.answers.get(path)?.read === true,
  )
  return [
    ...gone.map((path): Step => ({ step: 'forget', path })),
    given(originPath(group, key), item.id),
    ...(item.consent === undefined ? [] : [given(`${group}/${key}/@consent`, item.consent)]),
    given(`${group}/${key}/${words}`, item.words),
    ...FIELDS.flatMap((name) => {
      const value = item[name]
      return value === undefined ? [] : [given(`${group}/${key}/${name}`, value)]
    }),
  ]
}

/** Takes everything picked out of the interview again, for somebody else's evidence is in the notebook too; undefined when nothing was picked. */
export function putBackStep(interview: Interview): Step | undefined {
  const question = inboxQuestion(interview.template)
  const group = question === undefined ? undefined : inboxTarget(question)
  if (question === undefined || group === undefined || !interview.answers.has(question.id)) return undefined
  const forget: Step = { step: 'forget', path: question.id }
  if (pickedIn(interview, group).length === 0) return forget
  return { step: 'all', steps: [forget, ...itemsAre(interview, group, typedKeys(interview, group))] }
}

/** What has become of an item since it was picked: other words or facts, or nothing left of it. */
interface Since {
  readonly picked: Picked
  readonly became: 'other' | 'gone'
  /** Its words as they were picked. */
  readonly words: string
  readonly step: Step
}

/**
 * Compares a picked item with what the notebook holds now (undefined: nothing). Other words are taken over; what is gone
 * there becomes an item of this session. Undefined when it is as it was.
 */
export function sincePicked(
  interview: Interview,
  group: AnswerPath,
  picked: Picked,
  now: NotedItem | undefined,
): Since | undefined {
  const at = (name: string) => interview.answers.get(`${group}/${picked.key}/${name}`)
  const words = String(at(wordsField(interview.template, group))?.value ?? '')
  if (now === undefined) {
    const line = `${SIGNS[String(at('side')?.value)] ?? ''}${words.replace(/\s+/g, ' ')}`
    const steps: readonly Step[] = [
      { step: 'forget', path: originPath(group, picked.key) },
      { step: 'answer', path: `${group}/${picked.key}/@line`, value: line, read: true },
    ]
    return { picked, became: 'gone', words, step: { step: 'all', steps } }
  }
  const read = (name: string) => (at(name)?.read === true ? at(name)?.value : undefined)
  const isSame = words === now.words && FIELDS.every((name) => read(name) === now[name])
  if (isSame) return undefined
  const steps = itemSteps(interview, group, picked.key, now)
  return { picked, became: 'other', words, step: { step: 'all', steps } }
}

function wordsField(template: Template, group: AnswerPath): string {
  const found = template.parts
    .flatMap(({ questions }) => questions)
    .find((one): one is GroupQuestion => one.type === 'group' && one.id === group)
  return found?.entry?.into ?? 'text'
}
