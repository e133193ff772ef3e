import { withoutCared } from '../causes/cared.ts'
import { type Ground, optionsOf, type Scope, valueWords } from '../interview/ground.ts'
import { inboxTarget } from '../interview/inbox.ts'
import { fill } from '../interview/resolve.ts'
import type { AnswerPath, Value } from '../interview/state.ts'
import type { GroupQuestion, Part, Question } from '../template/template.ts'
import { apart, isConfidedItem, takesConfidences } from './confidence.ts'

/** One answer that counts, with its words as a person would read them. */
export interface Entry {
  readonly entry: 'answer'
  readonly path: AnswerPath
  readonly part: Part
  readonly question: Exclude<Question, GroupQuestion>
  readonly value: Value
  readonly words: string
  /** What it is called in front of its words. */
  readonly label: string
  /** A private matter was picked too: it is left out, and only that help is offered is said. */
  readonly cared?: true
  /** In a talk: lines that were said or meant in confidence; a private answer beside what is left of it. */
  readonly confided?: true
}

/** One item of a group; `prefix` is the path under which its answers are. */
export interface ItemEntry {
  readonly prefix: AnswerPath
  readonly key: string
  /** Counted from 1. */
  readonly number: number
  readonly entries: readonly (Entry | GroupEntry)[]
}

/** A group with its items; answers given in an `each` group stand inside the items they are about. */
export interface GroupEntry {
  readonly entry: 'group'
  readonly path: AnswerPath
  readonly part: Part
  readonly question: GroupQuestion
  readonly label: string
  readonly items: readonly ItemEntry[]
}

/** Everything in an interview that counts, in the template's order; hidden and skipped answers are left out. */
export function readInterview(ground: Ground): readonly (Entry | GroupEntry)[] {
  const { parts } = ground.interview.template
  return parts.flatMap((part) =>
    readQuestions(ground, { part, questions: part.questions, prefix: '', hidden: false }),
  )
}

interface Stretch {
  readonly part: Part
  readonly questions: readonly Question[]
  readonly prefix: AnswerPath
  /** Stands inside something private, and so is private itself. */
  readonly hidden: boolean
}

function readQuestions(ground: Ground, stretch: Stretch): readonly (Entry | GroupEntry)[] {
  const { part, prefix } = stretch
  return stretch.questions.flatMap((asked): readonly (Entry | GroupEntry)[] => {
    const question = stretch.hidden ? { ...asked, private: true } : asked
    const path = prefix === '' ? question.id : `${prefix}/${question.id}`
    if (question.type === 'group') {
      const keys = ground.groups.get(path)
      if (question.each !== undefined || keys === undefined || keys.length === 0) return []
      return readApart(ground, part, question, path, keys)
    }
    const value = ground.values.get(path)
    // What was picked stands among the items of its group.
    if (inboxTarget(question) !== undefined) return []
    if (value === undefined || value === '' || !ground.questions.has(path)) return []
    const scope = prefix === '' ? [] : [prefix]
    const told = withoutCared(optionsOf(ground, scope, question), value)
    const words = valueWords(ground, scope, question, told.value).trim()
    const label = labelOf(ground, scope, question)
    const cared = told.cared ? { cared: true as const } : {}
    const entry: Entry = { entry: 'answer', path, part, question, value: told.value, words, label, ...cared }
    return isText(question) && takesConfidences(ground) ? inConfidence(entry) : [entry]
  })
}

function isText({ type }: Question): boolean {
  return type === 'text' || type === 'paragraph'
}

/** What is for the note, and what was said in confidence. */
function inConfidence(entry: Entry): readonly Entry[] {
  const { shown, hidden } = apart(entry.words)
  if (hidden === '') return [entry]
  const own = { ...entry, question: { ...entry.question, private: true }, words: hidden, value: hidden }
  return [
    ...(shown === '' ? [] : [{ ...entry, words: shown, value: shown }]),
    { ...own, confided: true as const },
  ]
}

/** The items of a group for the note, and those whose lines were typed in confidence. */
function readApart(
  ground: Ground,
  part: Part,
  question: GroupQuestion,
  path: AnswerPath,
  keys: readonly string[],
): readonly GroupEntry[] {
  const isOwn = (key: string): boolean => takesConfidences(ground) && isConfidedItem(ground, path, key)
  const own = keys.filter(isOwn)
  if (own.length === 0) return [readGroup(ground, part, question, path, keys)]
  const shown = keys.filter((key) => !isOwn(key))
  return [
    ...(shown.length === 0 ? [] : [readGroup(ground, part, question, path, shown)]),
    readGroup(ground, part, { ...question, private: true }, path, own),
  ]
}

function readGroup(
  ground: Ground,
  part: Part,
  question: GroupQuestion,
  path: AnswerPath,
  keys: readonly string[],
): GroupEntry {
  const later = ground.interview.template.parts.flatMap((other) =>
    other.questions
      .filter((one): one is GroupQuestion => one.type === 'group' && one.each === question.id)
      .map((one) => ({ part: other, questions: one.questions, hidden: one.private === true })),
  )
  const own = { part, questions: question.questions, hidden: false }
  const items = keys.map((key, index) => {
    const prefix = `${path}/${key}`
    const entries = [own, ...later].flatMap((stretch) =>
      readQuestions(ground, { ...stretch, prefix, hidden: stretch.hidden || question.private === true }),
    )
    return { prefix, key, number: index + 1, entries }
  })
  return { entry: 'group', path, part, question, label: labelOf(ground, [], question), items }
}

function labelOf(ground: Ground, scope: Scope, question: Question): string {
  return (question.label ?? fill(question.ask, ground, scope)).replace(/[?:\s]+$/, '')
}

/** The groups that become a kind of thing in the notebook. */
export function groupsThatMake(
  read: readonly (Entry | GroupEntry)[],
  makes: GroupQuestion['makes'],
): readonly GroupEntry[] {
  return read.filter(
    (one): one is GroupEntry =>
      one.entry === 'group' && one.question.makes === makes && one.question.private !== true,
  )
}

/** The plain answers of an item. */
export function answersOf(item: ItemEntry): readonly Entry[] {
  return item.entries.filter((one): one is Entry => one.entry === 'answer')
}

/** The text under a name inside an item, typed or read from a line; undefined when there is none. */
export function textIn(ground: Ground, item: ItemEntry, id: string): string | undefined {
  const value = ground.values.get(`${item.prefix}/${id}`)
  if (value === undefined || value === '') return undefined
  const text = typeof value === 'object' ? value.join(', ') : String(value)
  const shown = takesConfidences(ground) ? apart(text).shown : text
  return shown === '' ? undefined : shown
}

/** The words that an item is about: the field its line was read into, else its first text. */
export function wordsOfItem(ground: Ground, group: GroupEntry, item: ItemEntry): string {
  const into = group.question.entry?.into
  const typed = into === undefined ? undefined : textIn(ground, item, into)
  if (typed !== undefined) return typed
  const texts = answersOf(item).filter(isPublicText)
  return texts[0]?.words ?? ''
}

/** The id of the answer `wordsOfItem` takes, so that it is not shown twice. */
export function wordsId(ground: Ground, group: GroupEntry, item: ItemEntry): string | undefined {
  const into = group.question.entry?.into
  if (into !== undefined && textIn(ground, item, into) !== undefined) return into
  return answersOf(item).find(isPublicText)?.question.id
}

function isPublicText({ question }: Entry): boolean {
  return (question.type === 'text' || question.type === 'paragraph') && question.private !== true
}
