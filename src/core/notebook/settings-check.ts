import type { Mistake } from '../problem.ts'
import { nearNames } from '../template/near.ts'
import { readSource, type ValuePath } from '../template/source.ts'
import { FORMAT } from './note.ts'
import { readRetention } from './retention.ts'
import { TEAM_DEFAULTS } from './team-settings.ts'

/** A setting whose value cannot be used, and how to mend it. */
interface Wrong {
  readonly path: ValuePath
  readonly message: string
  readonly mend: string
}

/**
 * What is wrong in the text of a `tactful.yaml`, each with its place: no format, or a later one; a value that would count
 * as not set; a key that looks like a slip. Other keys are left to whoever wrote them.
 */
export function settingsMistakes(text: string, file: string): readonly Mistake[] {
  const read = readSource(text, file)
  if ('mistakes' in read) return read.mistakes
  const { value } = read.source
  if (value === null || value === undefined || typeof value !== 'object' || Array.isArray(value)) {
    const mend = `Begin with "format: ${FORMAT}".`
    return [{ file, line: 1, column: 1, message: 'These are no settings.', mend }]
  }
  const settings = value as { readonly [key: string]: unknown }
  const wrong = [...format(settings), ...slips(settings), ...values(settings)]
  return wrong
    .map(({ path, message, mend }) => ({ ...read.source.at(path), message, mend }))
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
}

function format({ format }: { readonly [key: string]: unknown }): readonly Wrong[] {
  if (format === undefined || format === null)
    return [{ path: [], message: 'no format number.', mend: `Add the line "format: ${FORMAT}".` }]
  const number = Number(format)
  if (Number.isInteger(number) && number <= FORMAT) return []
  const message = Number.isInteger(number)
    ? `This is format ${number}, which is newer than this version of tactful.`
    : `"${String(format)}" is no format number.`
  const mend = Number.isInteger(number)
    ? 'Update tactful to change the notebook.'
    : `Write "format: ${FORMAT}".`
  return [{ path: ['format'], message, mend }]
}

function slips(settings: { readonly [key: string]: unknown }): readonly Wrong[] {
  const known = ['format', ...Object.keys(TEAM_DEFAULTS).map((key) => key.replace(/\..*$/, ''))]
  return Object.keys(settings).flatMap((key) => {
    const [near] = known.includes(key) ? [] : nearNames(key, known)
    if (near === undefined) return []
    return [{ path: [key], message: `"${key}" is not known here.`, mend: `Did you mean "${near}"?` }]
  })
}

const HOURS = /^\d{1,2}[:.]\d{2}\s*[-–]\s*\d{1,2}[:.]\d{2}$/

/** What a setting has to look like, and how to write it. */
const SHAPES: Readonly<Record<string, readonly [(value: unknown) => boolean, string]>> = {
  focusLimit: [isCount, 'Write a whole number, such as 3.'],
  evidenceDays: [isCount, 'Write a number of days, such as 30.'],
  feedbackDays: [isCount, 'Write a number of days, such as 90.'],
  barrierDays: [isCount, 'Write a number of days, such as 30.'],
  busyHours: [
    (value) => listOf(value).every((one) => typeof one === 'string' && HOURS.test(one.trim())),
    'Write times in quotes, such as ["09:00-10:30"].',
  ],
  retention: [
    (value) => readRetention(value) !== undefined,
    'Write a length of time, such as "24 months" or "2 years".',
  ],
  tiers: [
    (value) => (Array.isArray(value) ? value.every(isTier) : listOf(value).every((one) => one !== null)),
    'Write names, such as ["tier 1", "tier 2"], or - tier 2: what it takes on.',
  ],
}

function values(settings: { readonly [key: string]: unknown }): readonly Wrong[] {
  const wrong = Object.entries(SHAPES).flatMap(([key, [fits, mend]]) => {
    const value = settings[key]
    if (value === undefined || value === null || fits(value)) return []
    return [{ path: [key], message: `This is not read as ${key}.`, mend }]
  })
  const { wording } = settings
  if (wording === undefined || wording === null) return wrong
  const keep = typeof wording === 'object' && 'keep' in wording ? wording.keep : undefined
  const isList = Array.isArray(keep) && keep.every((one) => typeof one === 'string')
  if (keep !== undefined && isList) return wrong
  const path = keep === undefined ? ['wording'] : ['wording', 'keep']
  return [
    ...wrong,
    { path, message: 'This is no list of words to keep.', mend: 'Write keep: [word, two words].' },
  ]
}

/** A name, or one name with what that tier takes on; in a list, several keys in one entry would be several tiers. */
function isTier(value: unknown): boolean {
  if (typeof value !== 'object') return typeof value === 'string' || typeof value === 'number'
  return value !== null && !Array.isArray(value) && Object.keys(value).length === 1
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value > 0
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value]
}
