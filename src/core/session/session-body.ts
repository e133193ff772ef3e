import { formatDay } from '../dates.ts'
import { besideIn, pairedRows } from '../forms/beside.ts'
import { type Ground, wordsAt } from '../interview/ground.ts'
import { itemLine } from '../notebook/items.ts'
import type { Question } from '../template/template.ts'
import { barrierLine, toldLine } from './barrier-note.ts'
import { besideBlock } from './beside.ts'
import { carriedBlock } from './carried.ts'
import { addBlock, isShown, labelled, listBlock, type Pages, sectionFor } from './document.ts'
import { evidenceLine } from './evidence-note.ts'
import type { ComposeFacts } from './facts.ts'
import { goalBullet } from './goal-note.ts'
import { ideaLine } from './idea.ts'
import { growthBlock, type Point, strengthBlock } from './point.ts'
import { answersOf, type Entry, type GroupEntry, groupsThatMake } from './reading.ts'
import { recognitionLine } from './recognition.ts'
import { citedIn, type SessionParts } from './session-parts.ts'
import { TALK } from './talk.ts'
import { whyBlock } from './why-block.ts'
import { NOTE_WORDS } from './words.ts'

/** Everything that was answered, each in its section: what was read in its order, then their view and the cited evidence in front. */
export function addBody(pages: Pages, ground: Ground, facts: ComposeFacts, parts: SessionParts): void {
  for (const one of parts.read) addEntry(pages, ground, facts, parts, one)
  if (!parts.isInPlace) addBeside(pages, ground, facts, parts)
  addTold(pages, parts)
  addCited(pages, ground, facts, parts)
}

/** What the person may know is passed on stands with what comes next. */
function addTold(pages: Pages, { barriers }: SessionParts): void {
  const told = barriers.filter(({ isTold }) => isTold)
  for (const { group } of told.slice(0, 1))
    addBlock(pages, sectionFor(pages, 'next', group.part), told.map(toldLine).join('\n'))
}

function addEntry(
  pages: Pages,
  ground: Ground,
  facts: ComposeFacts,
  parts: SessionParts,
  one: Entry | GroupEntry,
): void {
  if (one.question.private === true) return
  const last = evidenceSection(parts)
  if (one.entry === 'answer') {
    if (!isShown(one, ground)) return
    addBlock(pages, sectionFor(pages, one.question.section, one.part, last), labelled(one, ground))
    return
  }
  if (one.question.carries === 'agenda') return
  if (one.question.carries !== undefined) {
    const block = carriedBlock(ground, parts.carried, one, parts.evidence)
    addBlock(pages, sectionFor(pages, one.question.section, one.part, last), block)
    return
  }
  if (one.question.makes === 'evidence') return
  if (one.question.makes === 'point') {
    for (const point of parts.points.filter(({ group }) => group === one))
      addPoint(pages, ground, point, last)
    return
  }
  const block = groupBlock(ground, facts, parts, one)
  if (block !== '') addBlock(pages, sectionFor(pages, one.question.section, one.part, last), block)
}

function groupBlock(ground: Ground, facts: ComposeFacts, parts: SessionParts, one: GroupEntry): string {
  switch (one.question.makes) {
    case 'goal':
      return parts.goals
        .filter(({ group }) => group === one)
        .map((goal) => goalBullet(ground, goal, facts.today))
        .join('\n')
    case 'recognition':
      return parts.recognitions
        .filter(({ group }) => group === one)
        .map(recognitionLine)
        .join('\n')
    case 'idea':
      return parts.ideas
        .filter(({ group }) => group === one)
        .map(ideaLine)
        .join('\n')
    case 'promise':
    case 'agreement': {
      const lines = [...parts.promises, ...parts.agreements]
        .filter(({ group }) => group === one)
        .map(({ label, by, words }) =>
          itemLine(label, by === undefined ? [] : [NOTE_WORDS.by(formatDay(by))], words),
        )
      return lines.length === 0 ? '' : `${one.label}:\n\n${lines.join('\n')}`
    }
    case 'why':
      return whyBlock(ground, one)
    case 'barrier':
      return parts.barriers
        .filter(({ group }) => group === one)
        .map(barrierLine)
        .join('\n')
    case 'talk':
    case 'checkin':
      return itemBlocks(ground, one, one.question.makes === 'talk' ? TALK : [])
    default:
      return listBlock(one, ground)
  }
}

/** The answers of a group that has one item, one below the other. */
function itemBlocks(ground: Ground, group: GroupEntry, without: readonly string[]): string {
  return group.items
    .flatMap((item) => answersOf(item))
    .filter((entry) => entry.question.private !== true && !without.includes(entry.question.id))
    .filter((entry) => isShown(entry, ground))
    .map((entry) => labelled(entry, ground))
    .join('\n\n')
}

function addPoint(pages: Pages, ground: Ground, point: Point, last: string | undefined): void {
  const { group } = point
  const own = sectionFor(pages, group.question.section, group.part, last)
  if (point.side === 'growth') addBlock(pages, own, growthBlock(point, ground))
  else addBlock(pages, pages.headings.has('well') ? 'well' : own, strengthBlock(point, ground))
}

function evidenceSection(parts: SessionParts): string | undefined {
  return groupsThatMake(parts.read, 'evidence')[0]?.question.section
}

/** Their view and the evidence that is used, case by case, in front of what is said about the two. */
function addBeside(pages: Pages, ground: Ground, facts: ComposeFacts, parts: SessionParts): void {
  const questions = [...ground.questions.values()]
  const asked = questions.find(
    ({ beside, section }) => beside !== undefined && pages.blocks.has(section ?? ''),
  )
  const cited = new Set(citedIn(parts).map(({ label }) => `[${label}]`))
  const isApart = asked?.type === 'group' && asked.makes === 'point'
  const all = besideIn(ground, [], asked?.beside)
  const rows = isApart ? pairedRows(all) : all
  const block = besideBlock(rows, cited, firstNameOf(ground, facts))
  if (block === '' || asked === undefined) return
  if (!isApart) pages.blocks.get(asked.section ?? '')?.unshift(block)
  else pages.blocks.get(sectionOfTheirs(ground, asked) ?? '')?.push(`${NOTE_WORDS.beside}:\n\n${block}`)
}

/** Where nobody was asked how the two part, they stand below what was written by the person. */
function sectionOfTheirs(ground: Ground, { beside }: Question): string | undefined {
  return beside?.[0] === undefined ? undefined : ground.questions.get(beside[0])?.section
}

/** The cited evidence in front of whatever else stands in that section. */
function addCited(pages: Pages, ground: Ground, facts: ComposeFacts, parts: SessionParts): void {
  const group = groupsThatMake(parts.read, 'evidence')[0]
  const cited = citedIn(parts)
  if (group === undefined || cited.length === 0) return
  const id = sectionFor(pages, group.question.section, group.part, undefined)
  const lines = cited.map((one) => evidenceLine(one, ground, facts.today)).join('\n')
  pages.blocks.get(id)?.unshift(lines)
}

/** The first name of whom it is about. */
export function firstNameOf(ground: Ground, facts: ComposeFacts): string {
  const name = wordsAt(ground, 'person') || facts.person.name
  return name.trim().split(/\s+/)[0] ?? name
}
