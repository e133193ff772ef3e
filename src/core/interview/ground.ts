import { fittingFirst, HELP_LIBRARY, helpFor } from '../causes/help.ts'
import { formatDay, isDay } from '../dates.ts'
import { shortId } from '../notebook/ids.ts'
import { listOf, offered } from '../template/offered.ts'
import type { Option, OptionsFrom } from '../template/option.ts'
import type { GroupQuestion, Question } from '../template/template.ts'
import { OWN_ID } from './given.ts'
import { inboxOptions, originOf } from './inbox.ts'
import type { AnswerPath, Interview, Value } from './state.ts'
import type { World } from './world.ts'

/** Item paths from the innermost outwards; names are looked up in each, then at the top. */
export type Scope = readonly AnswerPath[]

/** What is known at one point of an interview: visible values, the questions passed so far, the items of visible groups. */
export interface Ground {
  readonly interview: Interview
  readonly world: World
  /** Path -> value that counts: given, or derived where it was not asked. Skipped and hidden answers are absent. */
  readonly values: ReadonlyMap<AnswerPath, Value>
  /** Path -> question, for every question that was reached, asked or not. */
  readonly questions: ReadonlyMap<AnswerPath, Question>
  /** Group path -> keys of its items. */
  readonly groups: ReadonlyMap<AnswerPath, readonly string[]>
}

/** The path of a question inside an item, or at the top when `prefix` is empty. */
export function pathIn(prefix: AnswerPath, id: string): AnswerPath {
  return prefix === '' ? id : `${prefix}/${id}`
}

/** Where a name leads, seen from inside `scope`: item first, then outwards; undefined when nothing has that name. */
export function find(ground: Ground, scope: Scope, id: string): AnswerPath | undefined {
  return [...scope, '']
    .map((prefix) => pathIn(prefix, id))
    .find((path) => ground.questions.has(path) || ground.values.has(path))
}

/** The value a name stands for, or undefined. */
export function valueNamed(ground: Ground, scope: Scope, id: string): Value | undefined {
  const path = find(ground, scope, id)
  return path === undefined ? undefined : ground.values.get(path)
}

/** How many items, choices or answers a name stands for. */
export function countOf(ground: Ground, scope: Scope, id: string): number {
  const path = find(ground, scope, id)
  if (path === undefined) return 0
  const keys = ground.groups.get(path)
  if (keys !== undefined) return keys.length
  const value = ground.values.get(path)
  if (value === undefined) return 0
  return typeof value === 'object' ? value.length : 1
}

/** The values one field has in the items a name stands for: the items chosen, or all items of a group. */
export function fieldsOf(ground: Ground, scope: Scope, id: string, field: string): readonly Value[] {
  const items = itemsBehind(ground, scope, id)
  if (items === undefined) return []
  return items.keys
    .map((key) => ground.values.get(`${items.path}/${key}/${field}`))
    .filter((value) => value !== undefined)
}

/** The options of a choice, wherever they come from; items of a group have their keys as values and their words as labels. */
export function optionsOf(ground: Ground, scope: Scope, question: Question): readonly Option[] {
  if (question.type !== 'choice' && question.type !== 'choices') return []
  if (!isFrom(question.options)) return question.options
  if (listOf(question.options) !== undefined) {
    const all = offered(question.options, ground.world.libraries)
    return question.options.library === HELP_LIBRARY ? fittingFirst(all, helpFor(causesPicked(ground))) : all
  }
  const { items: id, inbox, continues } = question.options
  if (continues !== undefined) return continuedFrom(ground, scope, continues)
  if (inbox !== undefined) return inboxOptions(ground.interview, ground.world, inbox)
  return id === undefined ? [] : itemOptions(ground, scope, id)
}

function itemOptions(ground: Ground, scope: Scope, id: string): readonly Option[] {
  const group = groupNamed(ground, scope, id)
  if (group === undefined) return []
  const { path, keys } = group
  return keys.map((key, index) => {
    const note = citeOf(ground, path, index) ?? knownOf(ground, path, key, 'about')
    const heading = knownOf(ground, path, key, '@whose')
    const words = otherNames(ground, path, key)
    return {
      value: key,
      label: itemWords(ground, path, key),
      ...(words === '' ? {} : { words }),
      ...(heading === undefined ? {} : { group: heading }),
      ...(note === undefined ? {} : { note }),
    }
  })
}

/** What else an item of evidence can be called: its ticket, the end of the id it has in the notebook, its own name in an answers file. */
function otherNames({ interview, values }: Ground, path: AnswerPath, key: string): string {
  const at = (name: string): string => String(interview.answers.get(`${path}/${key}/${name}`)?.value ?? '')
  const ticket = values.get(`${path}/${key}/ticket`)
  const origin = originOf(interview, path, key)
  const names = [String(ticket ?? ''), origin === undefined ? '' : shortId(origin), at(`@${OWN_ID}`)]
  return names.filter((one) => one !== '').join(' ')
}

/** What was picked in a question, as options; an answer of one's own is one too. */
export function pickedOptions(ground: Ground, path: AnswerPath): readonly Option[] {
  const question = ground.questions.get(path)
  const value = ground.values.get(path)
  if (question === undefined || typeof value !== 'object') return []
  const options = optionsOf(ground, scopeOf(path), question)
  return value.map((one) => options.find((option) => option.value === one) ?? { value: one, label: one })
}

/** The causes picked so far: everything that was marked and lies on one side, the person's or the system's. */
export function causesPicked(ground: Ground): readonly Option[] {
  const asked = [...ground.questions].filter(
    ([, { type, ...question }]) =>
      type === 'choices' &&
      'options' in question &&
      (!isFrom(question.options) || ![undefined, HELP_LIBRARY].includes(question.options.library)),
  )
  return asked.flatMap(([path]) => pickedOptions(ground, path)).filter(({ side }) => side !== undefined)
}

/** What a why can go on from: the causes picked, but no private matter, then the whys before it. */
function continuedFrom(ground: Ground, scope: Scope, id: string): readonly Option[] {
  const causes = find(ground, scope, id)
  const [here = ''] = scope
  const group = here.slice(0, here.lastIndexOf('/'))
  const keys = ground.groups.get(group) ?? []
  const at = keys.indexOf(here.slice(group.length + 1))
  const before = at < 0 ? keys : keys.slice(0, at)
  return [
    ...(causes === undefined ? [] : pickedOptions(ground, causes).filter(({ care }) => care === undefined)),
    ...before.map((key, index) => ({
      value: key,
      label: itemWords(ground, group, key),
      note: `W${index + 1}`,
    })),
  ]
}

/** What is known of an item that was carried over; undefined for every other item. */
function knownOf(ground: Ground, path: AnswerPath, key: string, name: string): string | undefined {
  const group = ground.questions.get(path)
  if (group?.type !== 'group' || group.carries === undefined) return undefined
  // What was prepared for a talk is told where it comes up; in a list its name is enough.
  if (group.carries === 'agenda') return undefined
  const value = ground.values.get(`${path}/${key}/${name}`)
  return value === undefined || value === '' ? undefined : String(value)
}

/** The label under which an item is cited, `E1`; only evidence is cited. */
function citeOf(ground: Ground, groupPath: AnswerPath, index: number): string | undefined {
  const group = ground.questions.get(groupPath)
  return group?.type === 'group' && group.makes === 'evidence' ? `E${index + 1}` : undefined
}

/** The words that stand for an item: the field its line was read into, else its first answer. */
export function itemWords(ground: Ground, groupPath: AnswerPath, key: string): string {
  const group = ground.questions.get(groupPath)
  if (group?.type !== 'group') return ''
  const into = group.entry?.into
  const own = group.carries === undefined && group.makes !== 'why' ? [] : ['text']
  const ids = [
    ...own,
    ...(into === undefined ? [] : [into]),
    ...group.questions.map((question) => question.id),
  ]
  for (const id of ids) {
    const words = wordsAt(ground, `${groupPath}/${key}/${id}`)
    if (words !== '') return words
  }
  return ''
}

/** An answer in words: the label of a choice, a day written out, a number with its unit; empty when there is none. */
export function wordsAt(ground: Ground, path: AnswerPath): string {
  const value = ground.values.get(path)
  if (value === undefined) return ''
  const question = ground.questions.get(path)
  return question === undefined ? plain(value) : valueWords(ground, scopeOf(path), question, value)
}

/** A value of a question in words, as `wordsAt` gives them. */
export function valueWords(ground: Ground, scope: Scope, question: Question, value: Value): string {
  switch (question.type) {
    case 'choice':
    case 'choices': {
      const options = optionsOf(ground, scope, question)
      const chosen = typeof value === 'object' ? value : [String(value)]
      return chosen.map((one) => options.find((option) => option.value === one)?.label ?? one).join(', ')
    }
    case 'date':
      return typeof value === 'string' && isDay(value) ? formatDay(value) : plain(value)
    case 'number':
    case 'scale':
      return question.unit === undefined ? plain(value) : `${plain(value)} ${question.unit}`
    case 'person':
      return personName(ground.world, plain(value))
    default:
      return plain(value)
  }
}

/** The display name of a person given by slug, or the name itself when the person is new. */
export function personName(world: World, value: string): string {
  return world.people.find((person) => person.slug === value)?.name ?? value
}

/** The item paths around an answer, innermost first. */
export function scopeOf(path: AnswerPath): Scope {
  const parts = path.split('/')
  const scopes: string[] = []
  for (let end = parts.length - 1; end >= 2; end -= 2) scopes.push(parts.slice(0, end).join('/'))
  return scopes
}

/** The items a name stands for: a group's own, or those that a choice over a group has picked. */
function itemsBehind(
  ground: Ground,
  scope: Scope,
  id: string,
): { readonly path: AnswerPath; readonly keys: readonly string[] } | undefined {
  const path = find(ground, scope, id)
  if (path === undefined) return undefined
  const own = ground.groups.get(path)
  if (own !== undefined) return { path, keys: own }
  const question = ground.questions.get(path)
  const source = question === undefined ? undefined : itemSource(question)
  const from = source === undefined ? undefined : groupNamed(ground, scope, source)
  if (from === undefined) return undefined
  const value = ground.values.get(path)
  const chosen = value === undefined ? [] : typeof value === 'object' ? value : [String(value)]
  return { path: from.path, keys: from.keys.filter((key) => chosen.includes(key)) }
}

/** Citations of the items behind a name, in the group's order: the item's words and its label. */
export function citations(
  ground: Ground,
  scope: Scope,
  id: string,
): readonly { readonly words: string; readonly cite?: string }[] | undefined {
  const behind = itemsBehind(ground, scope, id)
  if (behind === undefined) return undefined
  const all = ground.groups.get(behind.path) ?? []
  return behind.keys.map((key) => {
    const cite = citeOf(ground, behind.path, all.indexOf(key))
    return { words: itemWords(ground, behind.path, key), ...(cite === undefined ? {} : { cite }) }
  })
}

/** The group whose items a choice offers, by id; undefined for every other question. */
export function itemSource(question: Question): string | undefined {
  if (question.type !== 'choice' && question.type !== 'choices') return undefined
  return isFrom(question.options) ? question.options.items : undefined
}

/** A choice may have the name of the group it offers, so only groups are looked at. */
function groupNamed(ground: Ground, scope: Scope, id: string) {
  for (const prefix of [...scope, '']) {
    const path = pathIn(prefix, id)
    const keys = ground.groups.get(path)
    if (keys !== undefined) return { path, keys }
  }
  return undefined
}

/** Whether options are named by their source instead of written out. */
export function isFrom(options: readonly Option[] | OptionsFrom): options is OptionsFrom {
  return !Array.isArray(options)
}

/** Fewest items a group wants: its own `min`, else one when it is required. */
export function fewest(group: GroupQuestion): number {
  return group.min ?? (group.required === true ? 1 : 0)
}

function plain(value: Value): string {
  if (typeof value === 'object') return value.join(', ')
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return String(value)
}
