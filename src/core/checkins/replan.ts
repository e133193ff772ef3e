import { formatDay } from '../dates.ts'
import type { NoteEvent, Person } from '../notebook/note.ts'
import type { Standing } from '../notebook/standing.ts'
import { skippedFrom } from '../notebook/standing-checkin.ts'
import { Trouble } from '../problem.ts'
import type { CheckinFacts, NextCheckin } from './due.ts'

/** What was asked for: another day (with its local time, `HH:MM`, if any), or to leave one out. */
export type Replan =
  | { readonly what: 'moved'; readonly to: string; readonly at?: string; readonly why?: string }
  | { readonly what: 'skipped'; readonly why: string }

/**
 * The event that moves or skips the next check-in, written on `today`. Throws `usage` for a day that has passed, and
 * where there is nothing to skip.
 */
export function replanEvent(
  replan: Replan,
  person: Person,
  standing: Standing | undefined,
  next: NextCheckin | undefined,
  today: string,
): NoteEvent {
  const of = standing?.checkinOf ?? person.slug
  const why = replan.why === undefined ? {} : { why: replan.why }
  const was = next === undefined ? {} : { was: next.due }
  if (replan.what === 'skipped') {
    if (next === undefined) throw nothingPlanned(person)
    return { of, what: 'skipped', on: today, ...was, ...why }
  }
  if (replan.to < today) {
    throw new Trouble({
      kind: 'usage',
      message: `--to: ${formatDay(replan.to)} has passed.`,
      mend: 'Name today or a day to come, such as "next Tuesday" or 2026-12-08.',
    })
  }
  const time = replan.at ?? (next?.from === 'cadence' ? undefined : next?.at)
  return {
    of,
    what: 'moved',
    on: today,
    to: replan.to,
    ...(time === undefined ? {} : { at: time }),
    ...was,
    ...why,
  }
}

/** What counts for the next check-in once this event is saved. */
export function replanned(standing: CheckinFacts | undefined, event: NoteEvent): CheckinFacts {
  const { nextCheckin: _before, ...rest } = standing ?? {}
  if (event.what === 'skipped') return { ...rest, checkinAfter: skippedFrom(event) }
  const at = event.at === undefined ? {} : { at: event.at }
  return event.to === undefined ? rest : { ...rest, nextCheckin: { on: event.to, ...at, moved: true } }
}

function nothingPlanned({ name, slug }: Person): Trouble {
  return new Trouble({
    kind: 'usage',
    message: `No check-in with ${name} is planned, so there is none to skip.`,
    mend: `Plan one: tactful checkin move ${slug} --to DAY`,
  })
}

const TIME = /(?:^|\s|(?<=\d)T)(?:at\s+)?([01]?\d|2[0-3]):([0-5]\d)$/

/** The time of day at the end of what was typed for a day, and the rest of it. */
export function takeTimeOfDay(text: string): { readonly day: string; readonly at?: string } {
  const found = TIME.exec(text.trim())
  if (found === null) return { day: text }
  const at = `${(found[1] ?? '').padStart(2, '0')}:${found[2]}`
  return { day: text.trim().slice(0, found.index).trim(), at }
}
