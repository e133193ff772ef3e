import { isDay } from '../dates.ts'
import type { Ground } from '../interview/ground.ts'
import { formsIn } from '../interview/their-view.ts'
import type { Facts, Item, NoteEvent } from '../notebook/note.ts'
import { carriedEvents } from './carried.ts'
import { titleFor } from './document.ts'
import { askedOf, type ComposeFacts, choicesOf, commonFacts, defined, flatten } from './facts.ts'
import { ideaFacts } from './idea.ts'
import type { Entry } from './reading.ts'
import { recognitionFacts } from './recognition.ts'
import { citedIn, type PromiseItem, type SessionParts } from './session-parts.ts'
import { checkinOf, checkinTime, TALK, type Talk } from './talk.ts'
import { NOTE_WORDS } from './words.ts'

/** Whether a check-in is noted. */
export function isCheckin(ground: Ground): boolean {
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

/** The facts of a session or check-in: what was asked and chosen, what it cites, makes and records, and when it is. */
export function sessionFacts(ground: Ground, facts: ComposeFacts, parts: SessionParts, talk: Talk): Facts {
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
