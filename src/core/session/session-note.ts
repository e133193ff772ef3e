import { formatDay, isDay } from '../dates.ts'
import { besideIn, pairedRows } from '../forms/beside.ts'
import { type Ground, wordsAt } from '../interview/ground.ts'
import { formsIn } from '../interview/their-view.ts'
import { itemLine } from '../notebook/items.ts'
import type { Facts, Item, Note, NoteEvent } from '../notebook/note.ts'
import type { Question } from '../template/template.ts'
import { type BarrierItem, barrierLine, toldLine } from './barrier-note.ts'
import { besideBlock } from './beside.ts'
import { type CarriedItem, carriedBlock, carriedEvents } from './carried.ts'
import {
  addBlock,
  isShown,
  labelled,
  listBlock,
  newPages,
  noteOf,
  type Pages,
  sectionFor,
  titleFor,
} from './document.ts'
import { type EvidenceItem, evidenceLine } from './evidence-note.ts'
import { askedOf, type ComposeFacts, choicesOf, commonFacts, defined, flatten } from './facts.ts'
import { type GoalItem, goalBullet } from './goal-note.ts'
import { type IdeaItem, ideaFacts, ideaLine } from './idea.ts'
import { growthBlock, type Point, strengthBlock } from './point.ts'
import { answersOf, type Entry, type GroupEntry, groupsThatMake, textIn, wordsOfItem } from './reading.ts'
import { type RecognitionItem, recognitionFacts, recognitionLine } from './recognition.ts'
import { checkinOf, checkinTime, leadOf, TALK, type Talk, talkOf } from './talk.ts'
import { whyBlock } from './why-block.ts'
import { NOTE_WORDS } from './words.ts'

/** What a session is composed of. */
export interface SessionParts {
  readonly read: readonly (Entry | GroupEntry)[]
  readonly evidence: readonly EvidenceItem[]
  readonly points: readonly Point[]
  readonly goals: readonly GoalItem[]
  readonly promises: readonly PromiseItem[]
  /** What the person said they would do. */
  readonly agreements: readonly PromiseItem[]
  readonly recognitions: readonly RecognitionItem[]
  readonly ideas: readonly IdeaItem[]
  /** What was open before and was looked at. */
  readonly carried: readonly CarriedItem[]
  /** What is in the way of the work, each with a note of its own. */
  readonly barriers: readonly BarrierItem[]
  /** Barriers were written down in place of feedback. */
  readonly isInPlace: boolean
  /** There are no points that could stand on the evidence. */
  readonly citesAll: boolean
}

/** One promise or agreement of a session. */
export interface PromiseItem {
  readonly id: string
  /** `P1`; agreements are `A1`. */
  readonly label: string
  readonly group: GroupEntry
  readonly words: string
  readonly who?: string
  /** Plain day. */
  readonly by?: string
}

/** Every promise in order; `letter` is what their labels begin with. */
export function promiseItems(
  ground: Ground,
  groups: readonly GroupEntry[],
  ids: () => string,
  letter: 'P' | 'A' = 'P',
): readonly PromiseItem[] {
  const all = groups.flatMap((group) =>
    group.items
      .map((item) => ({ group, item, words: wordsOfItem(ground, group, item) }))
      .filter(({ words }) => words !== ''),
  )
  return all.map(({ group, item, words }, index) => {
    const who = textIn(ground, item, 'who')
    const by = textIn(ground, item, 'by')
    return {
      id: ids(),
      label: `${letter}${index + 1}`,
      group,
      words: who === undefined || words.startsWith(who) ? words : `${who}: ${words}`,
      ...(who === undefined ? {} : { who }),
      ...(by !== undefined && isDay(by) ? { by } : {}),
    }
  })
}

/** The session's or check-in's note: a document a person would hand over, with its facts in front. Nothing private is in it. */
export function sessionNote(ground: Ground, facts: ComposeFacts, all: SessionParts): Note {
  const { template } = ground.interview
  const parts = all.isInPlace ? { ...all, read: inShort(all.read) } : all
  const layout = template.note.sections.map((section) => ({
    ...section,
    heading: section.heading.replaceAll('{person}', firstNameOf(ground, facts)),
  }))
  const pages = newPages(layout)
  for (const one of parts.read) addEntry(pages, ground, facts, parts, one)
  if (!parts.isInPlace) addBeside(pages, ground, facts, parts)
  addTold(pages, parts)
  addCited(pages, ground, facts, parts)
  const talk = talkOf(ground, parts.read)
  const lead = isCheckin(ground)
    ? NOTE_WORDS.held(formatDay(heldOn(ground, facts)), facts.author)
    : [leadOf(facts, talk), ...(parts.isInPlace ? [NOTE_WORDS.instead] : [])].join('\n\n')
  return noteOf(sessionFacts(ground, facts, parts, talk), lead, pages)
}

/** Where it ended in a barrier note: their view, what could be behind it, and what became of what was open. */
function inShort(read: SessionParts['read']): SessionParts['read'] {
  const [causes] = groupsThatMake(read, 'barrier')
  const view = read.find((one) => one.question.type === 'form')
  const kept = [causes, view].map((one) => one?.part.id)
  return read.filter(
    (one) => kept.includes(one.part.id) || (one.entry === 'group' && one.question.carries !== undefined),
  )
}

/** What the person may know is passed on stands with what comes next. */
function addTold(pages: Pages, { barriers }: SessionParts): void {
  const told = barriers.filter(({ isTold }) => isTold)
  for (const { group } of told.slice(0, 1))
    addBlock(pages, sectionFor(pages, 'next', group.part), told.map(toldLine).join('\n'))
}

function isCheckin(ground: Ground): boolean {
  return ground.interview.template.kind === 'checkin'
}

/** Written down with the person or after the talk, and not before it. */
function isHeld(ground: Ground): boolean {
  return isCheckin(ground) || ground.interview.template.kind === 'talk'
}

/** The plain day of what is noted: a check-in and a talk by the day they were held, a session by the day it was prepared. */
export function heldOn(ground: Ground, facts: Pick<ComposeFacts, 'today'>): string {
  const held = isHeld(ground) ? ground.values.get('held') : undefined
  return typeof held === 'string' && isDay(held) ? held : facts.today
}

function firstNameOf(ground: Ground, facts: ComposeFacts): string {
  const name = wordsAt(ground, 'person') || facts.person.name
  return name.trim().split(/\s+/)[0] ?? name
}

function sessionFacts(ground: Ground, facts: ComposeFacts, parts: SessionParts, talk: Talk): Facts {
  const { template } = ground.interview
  const title = parts.isInPlace
    ? NOTE_WORDS.insteadTitle(titleFor(template, facts.person.name))
    : titleFor(template, facts.person.name)
  const own = template.note.sections.flatMap(({ id, for: reader }) => (reader === 'mentor' ? [id] : []))
  const date = heldOn(ground, facts)
  const kind = isCheckin(ground) ? 'checkin' : 'session'
  const common = commonFacts(ground, facts, { id: facts.id, kind, date, title })
  const entries = flatten(parts.read).filter(({ question }) => question.private !== true)
  const kept = parts.read.filter((one) =>
    one.entry === 'answer'
      ? one.question.id !== 'held' || !isHeld(ground)
      : one.question.carries === undefined &&
        !['evidence', 'goal', 'recognition', 'idea', 'why', 'barrier'].includes(one.question.makes ?? ''),
  )
  const checkin = checkinOf(ground, parts.read)
  const hour = checkinTime(ground, parts.read)
  const choices = choicesOf(
    flatten(kept).filter((entry) => entry.question.private !== true && !isDated(entry, parts)),
    ground,
  )
  const cites = citedIn(parts).map(({ id, label }) => ({ id, as: label }))
  const { place: _place, time, ...when } = talk
  const clock = time !== undefined && /^\d\d:\d\d$/.test(time) ? { time } : {}
  return {
    ...common,
    ...defined({
      asked: askedOf(entries, ground),
      choices: isHeld(ground) ? choices : { ...choices, ...pointCites(parts) },
      evidence: cites.length === 0 ? undefined : cites,
      goals: parts.goals.length === 0 ? undefined : parts.goals.map(({ id }) => id),
      barriers: parts.barriers.length === 0 ? undefined : parts.barriers.map(({ id }) => id),
      outcome: parts.isInPlace ? 'barrier' : undefined,
      own: own.length === 0 ? undefined : own,
      forms: usedForms(ground),
      items: itemsOf(parts, date),
      events: eventsOf(ground, parts, date),
      talk: Object.keys({ ...when, ...clock }).length === 0 ? undefined : { ...when, ...clock },
      checkin: checkin === undefined || hour === undefined ? checkin : { date: checkin, time: hour },
    }),
  }
}

/** The forms of their own view that were used here. */
function usedForms({ interview }: Ground): readonly string[] | undefined {
  const { used } = formsIn(interview)
  return used.length === 0 ? undefined : used
}

function itemsOf(parts: SessionParts, date: string): readonly Item[] | undefined {
  const items = [
    ...parts.promises.map((one) => promiseFacts(one, 'promise')),
    ...parts.agreements.map((one) => promiseFacts(one, 'agreement')),
    ...parts.recognitions.map((one) => recognitionFacts(one, date)),
    ...parts.ideas.map(ideaFacts),
  ]
  return items.length === 0 ? undefined : items
}

/** What became of what was open; a goal that is made in a check-in or a talk is made together. */
function eventsOf(ground: Ground, parts: SessionParts, date: string): readonly NoteEvent[] | undefined {
  const made = isHeld(ground) ? parts.goals.map(({ id }) => ({ of: id, what: 'agreed', on: date })) : []
  const { answered } = formsIn(ground.interview)
  const events = [
    ...carriedEvents(ground, parts.carried, parts.evidence, date),
    ...made,
    ...answered.map((of) => ({ of, what: 'received', on: date })),
  ]
  return events.length === 0 ? undefined : events
}

/** Days and lengths that have a fact of their own. */
function isDated(entry: Entry, parts: SessionParts): boolean {
  const group = parts.read.find((one) => one.entry === 'group' && entry.path.startsWith(`${one.path}/`))
  if (group?.entry !== 'group') return false
  const { makes } = group.question
  if (makes === 'talk') return TALK.some((id) => id === entry.question.id)
  return (
    (makes === 'checkin' && entry.question.id === 'date') ||
    ((makes === 'promise' || makes === 'agreement') && entry.question.id === 'by')
  )
}

function pointCites(parts: SessionParts): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    parts.points
      .filter(({ cited }) => cited.length > 0)
      .map(({ group, item, cited }) => [
        `${group.question.id}.${item.number}.evidence`,
        cited.map(({ label }) => label),
      ]),
  )
}

function promiseFacts({ id, label, who, by }: PromiseItem, kind: 'promise' | 'agreement'): Item {
  return { id, kind, label, ...defined({ who, by }) }
}

/** Evidence that a point stands on, in order; in a check-in, which has no points, all of it. */
export function citedIn(parts: SessionParts): readonly EvidenceItem[] {
  if (parts.citesAll) return parts.evidence
  return parts.evidence.filter((one) => parts.points.some(({ cited }) => cited.includes(one)))
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
