import { formatDay, isDay } from '../dates.ts'
import { noSuchDay, stillToCome } from '../evidence/day-or-mistake.ts'
import { Trouble } from '../problem.ts'
import type { Option } from '../template/option.ts'
import type {
  ChoiceQuestion,
  DateQuestion,
  GroupQuestion,
  NumberQuestion,
  Question,
} from '../template/template.ts'
import { personName } from './ground.ts'
import { inboxTarget } from './inbox.ts'
import { readPerson } from './person.ts'
import { pickMany, pickOne } from './pick.ts'
import type { Value } from './state.ts'
import type { World } from './world.ts'

/** An answer as it arrives: what was typed or chosen, or what a file holds. */
export type Raw = string | readonly string[] | boolean

/** What parsing needs beside the question: the options that are offered now, and a way to read a named file. */
interface ParseContext {
  readonly options: readonly Option[]
  /** Text of the file behind `@path`; may throw `Trouble`. */
  readonly readFile?: (path: string) => Promise<string>
  /** How a refusal names the choices: as a file writes them, or as they are shown. */
  readonly names?: 'values' | 'labels'
  /** A form's answer is the path of a file, with or without an `@` in front. */
  readonly isPath?: boolean
}

/** A value (null when nothing was given and nothing is required), or one sentence on what is wrong and how to mend it. */
export type Parsed =
  | { readonly value: Value | null; readonly hint?: readonly string[] }
  | { readonly mistake: string; readonly mend?: string }

/** Questions that hold a value of their own. */
export type Single = Exclude<Question, GroupQuestion>

/** Reads one answer, typed or from a file: the same rules for both. Never guesses: what can mean two things is refused with both. */
export async function parseAnswer(
  question: Single,
  raw: Raw,
  world: World,
  context: ParseContext,
): Promise<Parsed> {
  if (isEmpty(raw)) {
    return question.required === true
      ? { mistake: 'An answer is needed here.', mend: 'Type one, or go back.' }
      : { value: null }
  }
  switch (question.type) {
    case 'text':
    case 'paragraph':
      return parseText(question, textOf(raw))
    case 'choice':
    case 'choices':
      return inboxTarget(question) === undefined
        ? parseChoice(question, raw, context)
        : parseNoted(question, raw, world, context)
    case 'confirm':
      return parseConfirm(raw)
    case 'number':
    case 'scale':
      return parseNumber(question, textOf(raw).trim())
    case 'date':
      return parseDate(question, textOf(raw).trim(), world)
    case 'person':
      return readPerson(textOf(raw), world.people)
    case 'form':
      return parseForm(textOf(raw), context)
  }
}

function isEmpty(raw: Raw): boolean {
  return typeof raw === 'object'
    ? raw.every((one) => one.trim() === '')
    : typeof raw === 'string' && raw.trim() === ''
}

function textOf(raw: Raw): string {
  if (typeof raw === 'boolean') return raw ? 'yes' : 'no'
  return typeof raw === 'object' ? raw.join('\n') : raw
}

function parseText(question: Extract<Single, { type: 'text' | 'paragraph' }>, raw: string): Parsed {
  const lines = raw.replace(/\r\n?/g, '\n').trim()
  const text = question.type === 'text' ? lines.replace(/\s*\n\s*/g, ' ') : lines
  return lengthMistake(text, question.min, question.max) ?? { value: text }
}

function lengthMistake(text: string, min = 0, max = Number.POSITIVE_INFINITY): Parsed | undefined {
  const length = [...text].length
  if (length < min) return { mistake: `That is ${length} characters; at least ${min} are needed.` }
  if (length > max)
    return { mistake: `That is ${length} characters; at most ${max} fit here.`, mend: 'Say it shorter.' }
  return undefined
}

function parseChoice(question: ChoiceQuestion, raw: Raw, { options, names }: ParseContext): Parsed {
  const own = question.other === true
  if (question.type === 'choices') {
    const picked = pickMany(typeof raw === 'object' ? raw : textOf(raw), options, own, names)
    return 'mistake' in picked ? picked : (countMistake(picked.value, question) ?? picked)
  }
  const given = typeof raw === 'object' ? raw : [textOf(raw)]
  const [only = ''] = given
  if (given.length > 1) return { mistake: 'One is enough here.', mend: 'Choose one of them.' }
  const picked = pickOne(only, options, own, names)
  if ('mistake' in picked) return picked
  const isOwn = !options.some((option) => option.value === picked.value)
  return (isOwn ? lengthMistake(picked.value, 0, question.max) : undefined) ?? picked
}

async function parseNoted(
  question: ChoiceQuestion,
  raw: Raw,
  world: World,
  { options }: ParseContext,
): Promise<Parsed> {
  const { pickNoted } = await import('./pick-noted.ts')
  const about = personName(world, world.inbox?.person ?? 'them')
  const picked = pickNoted(typeof raw === 'object' ? raw : textOf(raw), options, about)
  if (!('value' in picked) || typeof picked.value !== 'object' || picked.value === null) return picked
  return countMistake(picked.value, question) ?? picked
}

function countMistake(chosen: readonly string[], { min = 0, max }: ChoiceQuestion): Parsed | undefined {
  if (chosen.length < min) return { mistake: `At least ${min} ${min === 1 ? 'is' : 'are'} needed.` }
  if (max !== undefined && chosen.length > max) return { mistake: `At most ${max} can be chosen.` }
  return undefined
}

function parseConfirm(raw: Raw): Parsed {
  if (typeof raw === 'boolean') return { value: raw }
  const text = textOf(raw).trim().toLowerCase()
  if (['y', 'yes', 'true'].includes(text)) return { value: true }
  if (['n', 'no', 'false'].includes(text)) return { value: false }
  return { mistake: `"${text}" is neither yes nor no.`, mend: 'Write yes or no.' }
}

function parseNumber(question: NumberQuestion, text: string): Parsed {
  const found = /^([+-]?\d+(?:\.\d+)?)\s*(.*)$/.exec(text)
  const [, digits = '', unit = ''] = found ?? []
  if (found === null || !isUnit(unit, question.unit)) {
    const wanted = question.unit === undefined ? 'a number' : `a number of ${question.unit}`
    return { mistake: `"${text}" is not ${wanted}.`, mend: 'Write it in digits, such as 30.' }
  }
  const value = Number(digits)
  const { min, max } = question
  if (min !== undefined && value < min) return { mistake: `${digits} is too little; ${min} is the least.` }
  if (max !== undefined && value > max) return { mistake: `${digits} is too much; ${max} is the most.` }
  return { value }
}

/** `min` and `minute` both stand for `minutes`. */
function isUnit(given: string, unit: string | undefined): boolean {
  const word = given.trim().toLowerCase().replace(/\.$/, '')
  return word === '' || (unit?.toLowerCase().startsWith(word) ?? false)
}

const SMALL_WORDS = /\b(?:on|by|at|the|until|till|of|in)\b/gi

async function parseDate(question: DateQuestion, text: string, world: World): Promise<Parsed> {
  if (isDay(text)) return behindUs(question, text, world) ?? { value: text }
  const isIso = /^\d{4}-\d{1,2}-\d{1,2}$/.test(text)
  const readings = isIso ? [] : await world.dates.read(text, world.today, question.direction ?? 'future')
  const whole = readings.filter(({ start, end }) => isBare(text.slice(0, start) + text.slice(end)))
  const days = [...new Set(whole.map((reading) => reading.day))]
  const [day, other] = days
  if (day === undefined) {
    const { severalDays } = await import('../notebook/period.ts')
    const stretch = severalDays(text, world.today)
    if (stretch !== undefined) return stretch
    return { mistake: noSuchDay(text), mend: 'Write it as YYYY-MM-DD, or leave it out.' }
  }
  if (other !== undefined) {
    return {
      mistake: `"${text}" can mean ${days.map(formatDay).join(' or ')}.`,
      mend: `Write ${days.join(' or ')}.`,
    }
  }
  return behindUs(question, day, world) ?? { value: day }
}

/** What is to lie behind us cannot lie ahead. */
function behindUs(question: DateQuestion, day: string, world: World): Parsed | undefined {
  if (question.direction !== 'past' || day <= world.today) return undefined
  return stillToCome(day)
}

function isBare(rest: string): boolean {
  return !/[\p{L}\p{N}]/u.test(rest.replace(SMALL_WORDS, ''))
}

async function parseForm(raw: string, { readFile, isPath }: ParseContext): Promise<Parsed> {
  const text = raw.replace(/\r\n?/g, '\n').trim()
  const path = isPath === true ? bare(text) : /^@(\S.*)$/.exec(text)?.[1]?.trim()
  if (path === undefined || readFile === undefined) return { value: text }
  const mend =
    isPath === true ? 'Check the path, or go back to type it.' : 'Check the path, or type the text.'
  if (path.includes('\n')) return { mistake: 'The path of a file is needed here, on one line.', mend }
  try {
    const read = (await readFile(path))
      .replace(/^\uFEFF/, '')
      .replace(/\r\n?/g, '\n')
      .trim()
    return read === '' ? { mistake: `"${path}" is empty.`, mend } : { value: read }
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    return { mistake: unread(error, path), mend }
  }
}

/** A path as people type or drop it: an `@` in front and quotes around it say nothing. */
function bare(text: string): string {
  const path = text.replace(/^@\s*/, '')
  return /^(['"])(.*)\1$/s.exec(path)?.[2] ?? path
}

function unread({ problem }: Trouble, path: string): string {
  if (problem.kind === 'usage') return problem.message
  return problem.kind === 'data' ? `${path}: ${problem.message}` : `"${path}" could not be read.`
}
