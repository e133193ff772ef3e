import { addDays, formatDay, isDay, weekday } from '../dates.ts'
import { dayOrMistake } from '../evidence/day-or-mistake.ts'
import { daysIn } from '../evidence/day-words.ts'
import { besideIn, pairedRows } from '../forms/beside.ts'
import type { QuestionScreen } from '../ports/asker.ts'
import type { DateQuestion, Question } from '../template/template.ts'
import { withAround } from './around.ts'
import { knownBarriers, knownGoals, proposedNext } from './carry.ts'
import { fileAsked } from './form-file.ts'
import { citations, itemSource, optionsOf, personName, valueWords } from './ground.ts'
import { inboxTarget } from './inbox.ts'
import { offersFor } from './offers.ts'
import type { Raw } from './parse.ts'
import { type Plan, partsNow, previous, type Spot } from './plan.ts'
import { defaultValue, fill } from './resolve.ts'
import type { Value } from './state.ts'
import { choosable } from './their-view.ts'
import { withoutBarrier, withoutRecognition } from './without.ts'
import type { InterviewWords } from './words.ts'

/** Most lines of what was said before that stand above a question. */
const CONTEXT_LINES = 5

/** One question as it is to be drawn now. */
export function screenOf(
  plan: Plan,
  spot: Spot,
  words: InterviewWords,
  notices: readonly string[],
): QuestionScreen {
  const { question, item } = spot
  const own = offersFor(plan, spot)
  const initial = initialOf(plan, spot)
  const text = (raw: string) => fill(raw, plan, spot.scope)
  const file = fileAsked(spot, plan)
  const help = file === undefined ? question.help : file.help
  const isCounted = item !== undefined && item.group.max !== 1
  return withAround(plan, spot, {
    title: titleOf(plan),
    progress: progressOf(plan, spot, words),
    ...(isCounted ? { item: words.item(item.group.item, item.index) } : {}),
    ask: text(file?.ask ?? question.ask),
    ...(help === undefined ? {} : { help: text(help) }),
    ...(question.why === undefined ? {} : { why: text(question.why) }),
    examples: (question.examples ?? []).map(text),
    context: knownPeople(plan, spot, words) ?? [
      ...(own.length > 0 ? [words.offers(own)] : []),
      ...besideOf(plan, spot, words),
      ...contextOf(plan, spot),
    ],
    input: file === undefined ? inputOf(spot) : 'line',
    ...(spot.kind === 'lines' && inputOf(spot) === 'lines' ? { list: true } : {}),
    options: choosable(optionsOf(plan, spot.scope, question), plan.world),
    ...(inboxTarget(question) === undefined ? {} : { narrows: true }),
    ...(initial === undefined && (isFromLibrary(question) || isTheirs(plan, question))
      ? { unmarked: true }
      : {}),
    other: (question.type === 'choice' || question.type === 'choices') && question.other === true,
    ...(initial === undefined ? {} : { initial }),
    ...(isProposed(plan, spot) ? { proposed: true as const } : {}),
    required:
      (question.required === true || (item?.fresh === true && !item.canFinish)) &&
      withoutBarrier(plan, spot) === undefined &&
      withoutRecognition(spot) === undefined,
    canFinish: item?.fresh === true && item.canFinish && item.group.max !== 1,
    canGoBack: previous(plan, spot.path) !== undefined,
    deeper: waitingIn(plan, spot.part.id),
    notices,
    label: question.label ?? text(question.ask),
  })
}

/** "Feedback for Sam Rivera", or the template's own title while nobody was named. */
export function titleOf(plan: Plan): string {
  const { note, title } = plan.interview.template
  const value = plan.values.get('person')
  return value === undefined
    ? title
    : note.title.replaceAll('{person}', personName(plan.world, String(value)))
}

/** How many questions of a part wait behind "go deeper". */
export function waitingIn(plan: Plan, part: string): number {
  return plan.spots.filter((spot) => spot.part.id === part && spot.state === 'waiting').length
}

/** What stands in the field at first: what was typed and not given, the answer so far, or what the question proposes. */
export function initialOf(plan: Plan, spot: Spot): Raw | undefined {
  const typed = plan.interview.typed.get(spot.path)
  const isChoice = spot.question.type === 'choice' || spot.question.type === 'choices'
  if (typed !== undefined && !isChoice) return typed
  if (spot.value !== undefined && spot.value !== null) return rawOf(plan, spot, spot.value)
  if (spot.value === null && spot.state === 'answered') return undefined
  if (spot.question.type === 'date') return dayInWords(plan, spot) ?? proposedDay(spot.question, plan)
  const value = defaultValue(spot.question, plan, spot.scope)
  return value === undefined ? undefined : rawOf(plan, spot, value)
}

/** A day that the words of evidence name somewhere in the middle is proposed: the first one that is clear and behind us. */
function dayInWords(plan: Plan, { question, item }: Spot): string | undefined {
  const isPast = question.type === 'date' && question.direction === 'past'
  if (!isPast || item?.group.makes !== 'evidence') return undefined
  const words = String(plan.values.get(`${item.path}/${item.key}/${item.group.entry?.into ?? 'text'}`) ?? '')
  const { today } = plan.world
  for (const { words: named } of daysIn(words)) {
    const read = dayOrMistake(named, today, 'past')
    if ('day' in read && read.day <= today) return formatDay(read.day)
  }
  return undefined
}

/** A few words, such as a day or a name, are chosen anew more often than changed; a sentence is there to be changed. */
const FEW_WORDS = /^\S+(?: \S+){0,2}$/

/** What stands in a line before anything was typed or answered there is only proposed. */
function isProposed(plan: Plan, spot: Spot): boolean {
  const isOpen = spot.value === undefined || spot.value === null
  if (!isOpen || plan.interview.typed.has(spot.path) || inputOf(spot) !== 'line') return false
  const initial = initialOf(plan, spot)
  return typeof initial === 'string' && FEW_WORDS.test(initial)
}

/** A day that is proposed is a working day: a phrase that leads to a weekend becomes the Monday after. */
function proposedDay(question: DateQuestion, { interview, world }: Plan): string | undefined {
  const { direction } = question
  const { today } = world
  const phrase = question.default === 'cadence' ? (proposedNext(interview) ?? 'in 2 weeks') : question.default
  if (phrase === undefined || direction === 'past') return phrase
  if (isDay(phrase)) return formatDay(phrase)
  const read = dayOrMistake(phrase, today, 'future')
  if (!('day' in read)) return phrase
  const ahead = { 0: 1, 6: 2 }[weekday(read.day)]
  return ahead === undefined ? phrase : formatDay(addDays(read.day, ahead))
}

function rawOf(plan: Plan, spot: Spot, value: Value): Raw {
  switch (spot.question.type) {
    case 'choice':
    case 'choices':
      return typeof value === 'object' ? value : [String(value)]
    case 'confirm':
      return value === true
    case 'person':
      return personName(plan.world, String(value))
    default:
      return String(value)
  }
}

function progressOf(plan: Plan, spot: Spot, words: InterviewWords): string {
  const parts = partsNow(plan)
  return words.progress(spot.part.title, parts.indexOf(spot.part) + 1, parts.length)
}

function inputOf({ kind, question }: Spot): QuestionScreen['input'] {
  if (kind === 'lines') return question.type === 'group' && question.max === 1 ? 'line' : 'lines'
  switch (question.type) {
    case 'paragraph':
    case 'form':
      return 'lines'
    case 'choice':
      return 'one'
    case 'choices':
      return 'many'
    case 'confirm':
      return 'yes-no'
    default:
      return 'line'
  }
}

/** The first of a long list, or of the tiers, is no likelier than the others, so none is marked beforehand. */
function isFromLibrary(question: Question): boolean {
  return question.type === 'choice' && ('library' in question.options || 'settings' in question.options)
}

/** What is agreed in a talk is not the mentor's to say with Enter alone. */
function isTheirs({ interview }: Plan, question: Question): boolean {
  return interview.template.kind === 'talk' && question.type === 'choice' && question.required === true
}

/** Their view next to what was seen, above the question that asks where the two part. */
function besideOf(plan: Plan, { question, item, scope }: Spot, words: InterviewWords): readonly string[] {
  const isFirst = item?.fresh === true && (item.group.makes !== 'point' || item.index === 1)
  const ids = question.beside ?? (isFirst ? item.group.beside : undefined)
  if (ids === undefined) return []
  const rows = besideIn(plan, scope, ids)
  // Whoever picks evidence sees all of it in the list already.
  const shown = item?.group.makes === 'point' ? pairedRows(rows) : rows
  return words.forms.beside(shown, fill('{person}', plan, scope))
}

/** Whom the notebook knows, where somebody is asked for; a few letters of a name are enough to mean them. */
function knownPeople(
  { world }: Plan,
  { question }: Spot,
  words: InterviewWords,
): readonly string[] | undefined {
  return question.type === 'person' && world.people.length > 0 ? [words.known(world.people)] : undefined
}

/** Earlier answers of the same item, so that nobody has to scroll back for what a question is about. */
function contextOf(plan: Plan, spot: Spot): readonly string[] {
  const { item, question } = spot
  const isJoined = (question.type === 'text' || question.type === 'paragraph') && question.join !== undefined
  const open = [...openAlready(plan, question), ...goalsAlready(plan, question)]
  if (spot.kind === 'lines') return [...open, ...evidenceLines(plan, question)]
  if (open.length > 0) return open
  if (item?.fresh === true && item.group.makes === 'why') return goneOnFrom(plan, spot)
  if (item === undefined || item.fresh || isJoined) return []
  const prefix = `${item.path}/${item.key}/`
  const before = plan.spots.slice(0, plan.spots.indexOf(spot))
  const said = before.filter(
    (one) => one.path.startsWith(prefix) && one.state === 'answered' && one.kind === 'question',
  )
  const lines = unrepeated(said.flatMap((one) => contextLines(plan, one)))
  if (item.group.carries === undefined)
    return lines.length <= CONTEXT_LINES ? lines : [...lines.slice(0, 1), ...lines.slice(1 - CONTEXT_LINES)]
  const known = ['text', 'about'].flatMap((name) => plan.values.get(prefix + name) ?? []).map(String)
  return [...known.filter((line) => line !== ''), ...lines.slice(-CONTEXT_LINES)]
}

/** What was recognised in a line stands in its words already. */
function unrepeated(lines: readonly string[]): readonly string[] {
  return lines.filter((line, at) => !lines.slice(0, at).some((before) => before.includes(line)))
}

/** What is in the way already stands above the question for barriers, and above the one that leads there, so that nothing is written down twice. */
function openAlready({ interview }: Plan, question: Question): readonly string[] {
  const asked = interview.template.parts
    .flatMap(({ questions }) => questions)
    .find((one) => one.type === 'group' && one.makes === 'barrier')
  if (asked === undefined || (asked !== question && !Object.hasOwn(asked.when ?? {}, question.id))) return []
  return knownBarriers(interview).slice(0, CONTEXT_LINES)
}

/** The goals that are open already stand above the question for one, for the same reason. */
function goalsAlready({ interview }: Plan, question: Question): readonly string[] {
  if (question.type !== 'group' || question.makes !== 'goal') return []
  return knownGoals(interview)
    .slice(0, CONTEXT_LINES)
    .map((goal) => `Already open: ${goal}`)
}

/** Barriers cite evidence by its label, so the labels are there to be seen. */
function evidenceLines(plan: Plan, question: Question): readonly string[] {
  if (question.type !== 'group' || question.makes !== 'barrier') return []
  const chooser = question.questions.find((one) => itemSource(one) !== undefined)
  const options = chooser === undefined ? [] : optionsOf(plan, [], chooser)
  return options.map(({ label, note }) => (note === undefined ? label : `${note}  ${label}`))
}

/** Where there is one thing only to look behind, it is not asked which, but shown. */
function goneOnFrom(plan: Plan, { question, item, scope }: Spot): readonly string[] {
  const chooser = item?.group.questions.find((one) => one.type === 'choice' && 'continues' in one.options)
  if (chooser === undefined || chooser.id === question.id) return []
  return optionsOf(plan, scope, chooser)
    .slice(-1)
    .map(({ label }) => label)
}

function contextLines(plan: Plan, spot: Spot): readonly string[] {
  if (spot.value === undefined || spot.value === null) return []
  if (itemSource(spot.question) !== undefined) {
    const cited = citations(plan, spot.scope, spot.question.id) ?? []
    return cited.map(({ words, cite }) => (cite === undefined ? words : `${cite}  ${words}`))
  }
  return [valueWords(plan, spot.scope, spot.question, spot.value)]
}
