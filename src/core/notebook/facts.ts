import { isDay, splitInstant } from '../dates.ts'
import { Trouble } from '../problem.ts'
import { isUlid } from './ids.ts'
import { type Facts, FORMAT, NOTE_KINDS, type NoteKind } from './note.ts'
import type { Plain } from './yaml-in.ts'
import type { OwnYaml } from './yaml-own.ts'

type Check = (value: Plain) => boolean

const isText: Check = (value) => typeof value === 'string'
const isMap = (value: Plain): value is { readonly [key: string]: Plain } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf =
  (inner: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every((item) => inner(item))
const mapOf =
  (inner: Check): Check =>
  (value) =>
    isMap(value) && Object.values(value).every((item) => inner(item))
const shape =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isMap(value) && Object.entries(fields).every(([key, check]) => key in value && check(value[key] ?? null))
const isValue: Check = (value) =>
  ['string', 'number', 'boolean'].includes(typeof value) || (Array.isArray(value) && value.every(isText))
const isDayText: Check = (value) => typeof value === 'string' && isDay(value)

/** What each fact has to look like, and how to say so. */
const NEEDED: Readonly<Record<string, readonly [Check, string]>> = {
  id: [
    (value) => typeof value === 'string' && isUlid(value),
    'should be the 26 letters and digits it was saved with',
  ],
  kind: [isKind, `should be one of ${NOTE_KINDS.join(', ')}`],
  person: [isText, 'should be the short name of a person'],
  date: [isDayText, 'should be a day of the calendar, written as YYYY-MM-DD'],
  created: [
    (value) => typeof value === 'string' && splitInstant(value) !== undefined,
    'should be a time such as 2026-11-21T14:30:00Z',
  ],
}

const OPTIONAL: Readonly<Record<string, readonly [Check, string]>> = {
  title: [isText, 'should be text'],
  template: [isText, 'should be text'],
  asked: [mapOf(isText), 'should hold one text for each question'],
  choices: [mapOf(isValue), 'should hold a text, number, yes or no, or list of texts for each question'],
  evidence: [listOf(shape({ id: isText, as: isText })), 'should be a list of entries with id and as'],
  goals: [listOf(isText), 'should be a list of ids'],
  items: [listOf(shape({ id: isText, kind: isText })), 'should be a list of entries with id and kind'],
  events: [
    listOf(shape({ of: isText, what: isText, on: isDayText })),
    'should be a list of entries with of, what and on, a day written as YYYY-MM-DD',
  ],
  sections: [mapOf(isText), 'should hold one heading for each section'],
}

/** Texts that somebody may have written by hand without quotes, such as `title: 12:30` or `title: no`. */
const TEXTS = ['id', 'person', 'date', 'created', 'title', 'template']

/** Checks front matter that was read from `file`. Throws `data` with line and cause, or `newer` for a later format. */
export function checkFacts(read: OwnYaml, file: string): Facts {
  const refuse = (key: string, message: string): never => {
    const line = read.lines.get(key) ?? 1
    throw new Trouble({ kind: 'data', file, message: `"${key}" ${message}`, line })
  }
  if (!isMap(read.value)) {
    throw new Trouble({ kind: 'data', file, message: 'the facts between the --- lines are missing', line: 1 })
  }
  const facts: Record<string, Plain> = Object.assign(Object.create(null), read.value)
  const format = facts.tactful
  if (typeof format !== 'number' || !Number.isInteger(format) || format < 1) {
    return refuse('tactful', 'should be the number of the format, at the top')
  }
  if (format > FORMAT) throw new Trouble({ kind: 'newer', file, format })
  for (const key of TEXTS) if (key in facts) facts[key] = asWritten(read, key, facts[key] ?? null)
  facts.title ??= ''
  for (const [key, [check, message]] of Object.entries(NEEDED)) {
    if (!(key in facts)) refuse(key, 'is missing')
    if (!check(facts[key] ?? null)) refuse(key, message)
  }
  for (const [key, [check, message]] of Object.entries(OPTIONAL)) {
    if (key in facts && !check(facts[key] ?? null)) refuse(key, message)
  }
  return facts as unknown as Facts
}

function isKind(value: Plain): value is NoteKind {
  return NOTE_KINDS.some((kind) => kind === value)
}

function asWritten(read: OwnYaml, key: string, value: Plain): Plain {
  if (typeof value === 'object' && value !== null) return value
  return typeof value === 'string' ? value : (read.sources.get(key) ?? '')
}
