import { addDays } from '../dates.ts'
import { differingFacts, differingWords } from '../evidence/said-facts.ts'
import { dayOfId, shortId } from '../notebook/ids.ts'
import type { Facts, Note } from '../notebook/note.ts'
import type { Complaint } from './complaint.ts'

/** A note as far as its facts go. */
interface Told {
  readonly path: string
  readonly facts: Facts
}

/**
 * What is wrong with notes beside each other: ids that stand twice, ids nobody has, days that are still to come. `today` is a plain
 * day; what was made before the day `limit` may be gone because nothing so old is kept.
 */
export function noteComplaints(notes: readonly Told[], today: string, limit?: string): readonly Complaint[] {
  return [...twice(notes), ...dangling(notes, limit), ...notes.flatMap((note) => future(note, today))]
}

/** Lines of a note that say another day or ticket than its facts, by which lists and counts go. */
export function differingComplaints(path: string, note: Note): readonly Complaint[] {
  return differingFacts(note).map((one) => ({
    kind: 'differing',
    path,
    message: differingWords(one),
    mend: `Let both say the same: tactful edit ${shortId(note.facts.id)}`,
  }))
}

function twice(notes: readonly Told[]): readonly Complaint[] {
  const seen = new Map<string, string>()
  return notes.flatMap(({ path, facts }) =>
    idsIn(facts).flatMap((id): Complaint[] => {
      const first = seen.get(id)
      if (first === undefined) {
        seen.set(id, path)
        return []
      }
      const where = first === path ? 'this note' : first
      const message = `Its id ${shortId(id)} stands in ${where} as well.`
      const mend = 'Take one of the two away, or give the later one a new id by hand.'
      return [{ kind: 'twice', path, message, mend }]
    }),
  )
}

function dangling(notes: readonly Told[], limit = ''): readonly Complaint[] {
  const known = new Set(notes.flatMap(({ facts }) => idsIn(facts)))
  return notes.flatMap(({ path, facts }) =>
    referencesIn(facts)
      .filter(({ id }) => !known.has(id) && (dayOfId(id) ?? limit) >= limit)
      .map(({ id, what }) => ({
        kind: 'dangling',
        path,
        message: `Speaks of ${what} ${shortId(id)}, which is in no note here.`,
        mend: `Bring that note back, or take the reference out: tactful edit ${shortId(facts.id)}`,
      })),
  )
}

function referencesIn(facts: Facts): readonly { readonly id: string; readonly what: string }[] {
  return [
    ...(facts.evidence ?? []).map(({ id }) => ({ id, what: 'the evidence' })),
    ...(facts.goals ?? []).map((id) => ({ id, what: 'the goal' })),
    ...barriersOf(facts).map((id) => ({ id, what: 'the barrier' })),
    // Before the first talk with somebody, a check-in is moved or left out by their own name.
    ...(facts.events ?? [])
      .filter(({ of }) => of !== facts.person)
      .map(({ of }) => ({ id: of, what: 'something with the id' })),
  ]
}

function barriersOf({ barriers }: Facts): readonly string[] {
  return Array.isArray(barriers) ? barriers.filter((id) => typeof id === 'string') : []
}

/** A colleague's clock may be a day ahead of ours, by its zone. */
function future({ path, facts }: Told, today: string): readonly Complaint[] {
  const latest = addDays(today, 1)
  const days: readonly (readonly [string, string])[] = [
    ['Its day', facts.date],
    ['The day it was made', facts.created.slice(0, 10)],
    ...(facts.items ?? []).flatMap((item): (readonly [string, string])[] =>
      item.kind === 'evidence' && typeof item.date === 'string' ? [['A day of its evidence', item.date]] : [],
    ),
    ...(facts.events ?? []).map(({ on }) => ['A day of its events', on] as const),
  ]
  const ahead = days.find(([, day]) => day > latest)
  if (ahead === undefined) return []
  const [what, day] = ahead
  const mend = `If that is a slip: tactful edit ${shortId(facts.id)}`
  return [{ kind: 'future', path, message: `${what}, ${day}, is still to come.`, mend }]
}

function idsIn(facts: Facts): readonly string[] {
  return [facts.id, ...(facts.items ?? []).map(({ id }) => id)]
}
