import { type Ground, itemSource } from '../interview/ground.ts'
import { join } from '../interview/resolve.ts'
import { hasOwnWords, isShown, labelled, nestedBlocks } from './document.ts'
import type { EvidenceItem } from './evidence-note.ts'
import { answersOf, type Entry, type GroupEntry, type ItemEntry, textIn } from './reading.ts'

/** One piece of feedback, as the session shows it. */
export interface Point {
  readonly item: ItemEntry
  readonly group: GroupEntry
  readonly side: 'strength' | 'growth'
  /** What one could see; empty when it was not asked. */
  readonly behaviour: string
  /** What is to be said, in prose with citations. */
  readonly prose: string
  readonly cited: readonly EvidenceItem[]
  /** Answers beside behaviour and prose. */
  readonly further: readonly Entry[]
  /** Answers the prose was drafted from and no longer holds. */
  readonly unsaid: readonly Entry[]
}

const DRAFTED_FROM = ['evidence', 'impact', 'ask'] as const

/** Every point in order. The side is the one given, else that of the evidence: all strengths, or something to grow in. */
export function pointItems(
  ground: Ground,
  groups: readonly GroupEntry[],
  evidence: readonly EvidenceItem[],
): readonly Point[] {
  return groups.flatMap((group) => group.items.map((item) => readPoint(ground, group, item, evidence)))
}

function readPoint(
  ground: Ground,
  group: GroupEntry,
  item: ItemEntry,
  evidence: readonly EvidenceItem[],
): Point {
  const answers = answersOf(item).filter(({ question }) => question.private !== true)
  const cited = evidence.filter((one) => citesIn(answers, one))
  const said = answers.find(({ question }) => question.id === 'said')
  const ids = said !== undefined && 'join' in said.question ? (said.question.join ?? []) : DRAFTED_FROM
  const prose = said?.words ?? join(ids, ground, [item.prefix])
  const parts = answers.filter(
    ({ question }) => ids.includes(question.id) && itemSource(question) === undefined,
  )
  const rest = answers.filter(
    (entry) =>
      entry !== said &&
      entry.question.id !== 'behaviour' &&
      !parts.includes(entry) &&
      itemSource(entry.question) === undefined,
  )
  return {
    item,
    group,
    side: sideOf(ground, item, cited),
    behaviour: behaviourOf(ground, answers),
    prose,
    cited,
    further: rest.filter((entry) => isShown(entry, ground)),
    unsaid: parts.filter((entry) => !holds(prose, entry.words)),
  }
}

/** A phrase from a library begins with a capital where it stands as a heading; the mentor's own words stay as typed. */
function behaviourOf(ground: Ground, answers: readonly Entry[]): string {
  const entry = answers.find(({ question }) => question.id === 'behaviour')
  if (entry === undefined) return ''
  const words = entry.words.replace(/\s+/g, ' ')
  return hasOwnWords(entry, ground) ? words : words.charAt(0).toUpperCase() + words.slice(1)
}

function citesIn(answers: readonly Entry[], one: EvidenceItem): boolean {
  return answers.some(
    ({ question, value }) =>
      itemSource(question) === one.group.question.id &&
      (typeof value === 'object' ? value.includes(one.item.key) : value === one.item.key),
  )
}

function sideOf(ground: Ground, item: ItemEntry, cited: readonly EvidenceItem[]): Point['side'] {
  const side = textIn(ground, item, 'side')
  if (side === 'strength' || side === 'growth') return side
  return cited.length > 0 && cited.every((one) => one.side === 'strength') ? 'strength' : 'growth'
}

function holds(prose: string, words: string): boolean {
  const plain = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase()
  return plain(prose).includes(plain(words).replace(/[.!?…]+$/, ''))
}

/** A point to talk about: its behaviour as a heading, the words below. */
export function growthBlock(point: Point, ground: Ground): string {
  const heading =
    point.behaviour === '' ? `${point.group.question.item} ${point.item.number}` : point.behaviour
  return [`### ${heading}`, point.prose, ...furtherBlocks(point, ground)]
    .filter((block) => block !== '')
    .join('\n\n')
}

/** Something that went well: a paragraph that begins with the behaviour. */
export function strengthBlock(point: Point, ground: Ground): string {
  const { behaviour } = point
  const lead = behaviour === '' ? '' : `**${/[.:!?…]$/.test(behaviour) ? behaviour : `${behaviour}:`}**`
  return [[lead, point.prose].filter((words) => words !== '').join(' '), ...furtherBlocks(point, ground)]
    .filter((block) => block !== '')
    .join('\n\n')
}

function furtherBlocks(point: Point, ground: Ground): readonly string[] {
  return [...point.further.map((entry) => labelled(entry, ground)), ...nestedBlocks(point.item, ground)]
}
