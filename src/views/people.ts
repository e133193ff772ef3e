import { formatDay, isDay } from '../core/dates.ts'
import type { Person } from '../core/notebook/note.ts'
import { cleanLine } from '../core/text/clean.ts'
import { table, wrapped } from './table.ts'
import type { Theme } from './theme.ts'

const BESIDE = { mentor: 'their mentor', lead: 'their lead', peer: 'a colleague' } as const

/** A person with what the notebook holds about them: how many notes, and the day of the newest. */
export interface PersonSummary {
  readonly person: Person
  readonly notes: number
  readonly last?: string
  /** Days of what happened last, where anything of the kind did. */
  readonly lastSession?: string
  readonly lastCheckin?: string
  readonly lastPraise?: string
}

/** Everybody, one line each: name, slug, role, notes. */
export function peopleTable(people: readonly PersonSummary[], width: number): string {
  return table(
    people.map(({ person, notes, last }) => [
      person.name,
      person.slug,
      notes === 0 ? 'no notes yet' : `${count(notes)}, last ${last ?? ''}`,
      person.role ?? '',
    ]),
    width,
  )
}

/** One person: what is known of them. */
export function personText(summary: PersonSummary, theme: Theme, width: number): string {
  const { person, notes, last } = summary
  const rows = [
    ['Typed as', person.slug],
    ['Also called', person.aliases.join(', ')],
    ['Role', person.role ?? ''],
    ['You are', person.relationship === undefined ? '' : BESIDE[person.relationship]],
    ['Check-in', person.cadence ?? ''],
    ['Time zone', person.zone ?? ''],
    [
      'Notes',
      notes === 0 ? 'none yet' : `${notes}${last === undefined ? '' : `, the last on ${formatDay(last)}`}`,
    ],
    ['Last session', dayWords(summary.lastSession)],
    ['Last check-in', dayWords(summary.lastCheckin)],
    ['Last praise', dayWords(summary.lastPraise)],
  ].filter((row) => row[1] !== '')
  return `${theme.strong(wrapped(cleanLine(person.name), width))}\n${table(rows, width)}`
}

/** There is nobody to list. */
export const nobodyYet = 'Nobody yet. Add somebody with: tactful people add "Their Name"\n'

/** Somebody new was left out after all. */
export const nobodyAdded = 'Nobody was added.\n'

function dayWords(day: string | undefined): string {
  return day !== undefined && isDay(day) ? formatDay(day) : (day ?? '')
}

function count(notes: number): string {
  return notes === 1 ? '1 note' : `${notes} notes`
}
