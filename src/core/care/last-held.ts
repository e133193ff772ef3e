import { formatNote } from '../notebook/codec.ts'
import type { Facts, Person, StoredNote } from '../notebook/note.ts'
import { compareRows } from '../notebook/query.ts'
import { isInPlace } from '../notebook/standing-gather.ts'

/** Facts that say when a check-in was held and which day was named for the next; none of them is anybody's words. */
const DAYS = ['tactful', 'id', 'kind', 'person', 'date', 'created', 'template', 'held', 'checkin'] as const

/** Titles of notes of which only the days are left. */
const TITLES = { checkin: 'Check-in', session: 'Feedback' } as const

/**
 * The notes from which the next check-in with somebody is counted: the last one held, and what named the day after it.
 * Where there is no cadence and no day was named, a session decides nothing.
 */
export function countedFrom(notes: readonly StoredNote[], person: Person): readonly StoredNote[] {
  const talks = notes
    .filter(({ note: { facts } }) => facts.person === person.slug)
    .filter(
      ({ note: { facts } }) => facts.kind === 'checkin' || (facts.kind === 'session' && !isInPlace(facts)),
    )
    .sort((a, b) => compareRows(a.note.facts, b.note.facts))
  const held = talks.findLastIndex(({ note }) => note.facts.kind === 'checkin')
  const named = talks.findLastIndex(({ note }) => note.facts.checkin !== undefined)
  const last = talks[held] ?? (person.cadence === undefined ? undefined : talks.at(-1))
  const naming = named >= held ? talks[named] : undefined
  return [...new Set([last, naming])].filter((one) => one !== undefined)
}

/** The same note with its days alone. */
export function daysAlone({ facts }: StoredNote['note']): string {
  const kept = Object.fromEntries(
    DAYS.flatMap((key) => (facts[key] === undefined ? [] : [[key, facts[key]]])),
  )
  const title = facts.kind === 'checkin' ? TITLES.checkin : TITLES.session
  const days = { ...kept, ...heldFact(facts), title } as unknown as Facts
  return formatNote({ facts: days, lead: '', sections: [] })
}

/** A session of which only the days are left is no talk to come. */
function heldFact({ kind, held, date }: Facts): Partial<Facts> {
  return kind === 'session' && held === undefined ? { held: date } : {}
}

/** Whether nothing but days is left of it already. */
export function isDaysAlone(stored: StoredNote): boolean {
  return stored.source === daysAlone(stored.note)
}
