import { formatDay, isDay } from '../dates.ts'
import { type GoalRow, goalsIn } from '../goals/rows.ts'
import { type GoalStatus, promiseState, type StoredEvent } from '../notebook/events.ts'
import type { Digest } from '../notebook/index/digest.ts'
import type { Facts, Note, NoteEvent, Section } from '../notebook/note.ts'

type Events = ReadonlyMap<string, readonly StoredEvent[]>

const STATUS: Readonly<Record<GoalStatus, string>> = {
  proposed: 'Proposed, not agreed yet',
  agreed: 'Agreed',
  met: 'Reached',
  changed: 'Changed',
  dropped: 'No longer worked towards',
}

/**
 * A note with what its own words do not tell: of a goal its measure, its way, its day and how far it has come; of an update what it says
 * happened. Any other note stays as it is. `about` are all notes about the person.
 */
export function withStanding(note: Note, about: readonly Digest[], events: Events): Note {
  const { facts } = note
  if (facts.kind === 'update' && note.lead.trim() === '') return { ...note, lead: happened(facts) }
  const row = facts.kind === 'goal' ? goalsIn(about).find(({ id }) => id === facts.id) : undefined
  if (row === undefined) return note
  const stands: Section = { id: 'stands', heading: 'Where it stands', text: linesOf(row, facts, events) }
  const at = note.sections.findIndex(({ id }) => id === 'goal') + 1
  return { ...note, sections: [...note.sections.slice(0, at), stands, ...note.sections.slice(at)] }
}

function linesOf(row: GoalRow, facts: Facts, events: Events): string {
  const { status, by, baseline, target, now, nowOn } = row
  const planned = (facts.items ?? []).map((item) => promiseState(item, events).status)
  const done = planned.filter((one) => one === 'kept').length
  const agreed = events.get(row.id)?.findLast(({ what }) => what === 'agreed')?.on
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['Measure', typeof facts.measure === 'string' ? facts.measure : undefined],
    ['At first', baseline],
    ['Goal', target],
    ['Now', now === undefined ? undefined : `${now}${nowOn === undefined ? '' : `, on ${dayOf(nowOn)}`}`],
    ['To be reached', by === undefined ? undefined : `by ${dayOf(by)}`],
    ['Steps and support', planned.length === 0 ? undefined : `${done} of ${planned.length} done`],
  ]
  // "Reached: 9 January" would read like an appointment, which a lead is not told.
  const since = row.since === undefined ? '' : ` on ${dayOf(row.since)}`
  const told = rows.flatMap(([label, value]) => (value === undefined ? [] : [`- ${label}: ${value}`]))
  const before = status === 'agreed' || agreed === undefined ? [] : [`- Agreed on ${dayOf(agreed)}`]
  return [`- ${STATUS[status]}${since}`, ...before, ...told].join('\n')
}

/** What an update brings, in a sentence for each event. */
function happened({ date, events = [] }: Facts): string {
  const told = events.flatMap((event) => wordsOf(event))
  return told.length === 0 ? `Written down on ${dayOf(date)}.` : `On ${dayOf(date)}: ${told.join('; ')}.`
}

const WHAT: Readonly<Record<string, string>> = {
  agreed: 'it was agreed',
  met: 'it was reached',
  changed: 'another goal took its place',
  dropped: 'it was let go of',
  kept: 'it was done',
  solved: 'it is out of the way',
  raised: 'its owner was told',
}

function wordsOf({ what, value, to }: NoteEvent): readonly string[] {
  if (what === 'moved' && to !== undefined) return [`it was moved to ${dayOf(to)}`]
  if (what === 'baseline' && value !== undefined) return [`it begins at ${value}`]
  if (what === 'target' && value !== undefined) return [`it is to come to ${value}`]
  if (value !== undefined) return [`it stood at ${value}`]
  const words = WHAT[what]
  return words === undefined ? [] : [words]
}

function dayOf(day: string): string {
  return isDay(day) ? formatDay(day) : day
}
