import { formatDayShort, isDay } from '../core/dates.ts'
import { itemSource, itemWords, valueWords } from '../core/interview/ground.ts'
import { inboxTarget, pickedIn, typedKeys } from '../core/interview/inbox.ts'
import type { Plan, Spot } from '../core/interview/plan.ts'
import { fill } from '../core/interview/resolve.ts'
import type { Part } from '../core/template/template.ts'
import { cleanLine } from '../core/text/clean.ts'
import { WIDEST } from './layout.ts'

/** The name of an answer: its label, with its item where there are several. */
export function labelOf(plan: Plan, spot: Spot): string {
  const label = fill(spot.question.label ?? spot.question.ask, plan, spot.scope)
  const { item } = spot
  return item === undefined || item.group.max === 1 ? label : `${item.group.item} ${item.index} · ${label}`
}

/** An answer in a few plain words on one line. */
export function answerWords(plan: Plan, spot: Spot): string {
  const { value, question } = spot
  if (value === null) return 'skipped'
  if (value === undefined) return 'open'
  if (spot.kind === 'lines') return linesWords(plan, spot, typedKeys(plan.interview, spot.path))
  const noted = inboxTarget(question)
  if (noted !== undefined) {
    const keys = pickedIn(plan.interview, noted).map(({ key }) => key)
    return countedWords(plan, noted, keys)
  }
  if (typeof value === 'string' && question.type === 'date' && isDay(value)) return formatDayShort(value)
  if (typeof value === 'object' && itemSource(question) === 'evidence') return citesOf(plan, spot)
  if (typeof value === 'object' && value.length === 0) return 'none'
  return cleanLine(valueWords(plan, spot.scope, question, value))
}

function citesOf(plan: Plan, spot: Spot): string {
  const chosen = typeof spot.value === 'object' && spot.value !== null ? spot.value : []
  const keys = plan.groups.get('evidence') ?? []
  return chosen.map((key) => `E${keys.indexOf(key) + 1}`).join(', ')
}

function linesWords(plan: Plan, spot: Spot, keys: readonly string[]): string {
  return keys.length === 1 ? cleanLine(String(spot.value)) : countedWords(plan, spot.path, keys)
}

function countedWords(plan: Plan, group: string, keys: readonly string[]): string {
  const [only] = keys
  if (only !== undefined && keys.length === 1) return cleanLine(itemWords(plan, group, only))
  const sides = keys.map((key) => plan.values.get(`${group}/${key}/side`))
  const grow = sides.filter((side) => side === 'growth').length
  const well = sides.filter((side) => side === 'strength').length
  return [
    `${keys.length} items`,
    ...(grow > 0 ? [`${grow} to grow`] : []),
    ...(well > 0 ? [`${well} went well`] : []),
  ].join(', ')
}

/** One part in a few words: its items counted, else its first answers. */
export function partSummary(plan: Plan, part: Part): string {
  const spots = plan.spots.filter(
    (spot) => spot.part.id === part.id && spot.state !== 'waiting' && spot.item?.fresh !== true,
  )
  const open = spots.filter((spot) => spot.state !== 'answered').length
  const given = spots.filter(
    (spot) => spot.value !== undefined && spot.value !== null && spot.state === 'answered',
  )
  const words = given.some((spot) => spot.item !== undefined && spot.item.group.max !== 1)
    ? itemsSummary(plan, given)
    : given
        // What was read from a typed line stands in the line.
        .filter((spot) => spot.item === undefined || spot.item.group.entry === undefined)
        .map((spot) => answerWords(plan, spot))
        .join(', ')
  const lacks = open === 0 ? '' : open === 1 ? 'one open' : `${open} open`
  return [clipped(words) || (open === 0 ? 'nothing here' : ''), lacks]
    .filter((text) => text !== '')
    .join(' · ')
}

function itemsSummary(plan: Plan, given: readonly Spot[]): string {
  const lines = given.find((spot) => spot.kind === 'lines' && spot.item === undefined)
  const picked = given.find((spot) => inboxTarget(spot.question) !== undefined)
  const noted = picked === undefined ? undefined : inboxTarget(picked.question)
  if (noted !== undefined) return countedWords(plan, noted, plan.groups.get(noted) ?? [])
  if (lines !== undefined) return linesWords(plan, lines, plan.groups.get(lines.path) ?? [])
  const item = given.find((spot) => spot.item !== undefined)?.item
  const keys = new Set(
    given.flatMap((spot) => (spot.item === undefined ? [] : [`${spot.item.path}/${spot.item.key}`])),
  )
  if (item === undefined) return ''
  const name = item.group.item.toLowerCase()
  return keys.size === 1 ? `1 ${name}` : `${keys.size} ${name}s`
}

/** Longest note beside a choice; the rest is cut, the whole stands in the question itself. */
const NOTE = Math.floor(WIDEST / 2)

/** Longest text that is offered as it stands, in letters: two or three lines, so that one sees what one takes. */
const OFFER = 200

/** A text cut to what stands beside a choice. */
export function clipped(text: string): string {
  return cutTo(text, NOTE)
}

/** A text as it is offered to be taken: whole, where it is no longer than a few lines. */
export function offered(text: string): string {
  return cutTo(text, OFFER)
}

function cutTo(text: string, most: number): string {
  const letters = [...text]
  return letters.length <= most
    ? text
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
}
