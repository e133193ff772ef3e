import { openBarriers } from '../barriers/list.ts'
import { addDays, isDay } from '../dates.ts'
import type { OpenForm, Standing } from './standing.ts'

/** One thing whose day has come, or comes soon. */
export interface Thing {
  readonly kind: 'talk' | 'checkin' | 'promise' | 'agreement' | 'goal'
  /** Of a promise, an agreement or a goal; of the session that a talk is about. */
  readonly id?: string
  /** Slug. */
  readonly person: string
  /** Plain day. */
  readonly due: string
  /** The words of a promise or agreement, the title of a goal; empty for a talk and a check-in. */
  readonly words: string
  /** Who promised it, where that is neither you nor the person. */
  readonly who?: string
  /** Local time of a talk, `HH:MM`. */
  readonly at?: string
}

/** Evidence about one person that waits longer than it should. */
export interface Waited {
  readonly person: string
  /** How much of it is older than `days`. */
  readonly count: number
  /** Day of the oldest. */
  readonly since: string
  /** All that no session cites yet, old or not. */
  readonly all: number
  readonly days: number
}

/** Somebody who has heard nothing for longer than they should. */
export interface Unheard {
  readonly person: string
  /** Day of the last session, check-in or recognition. */
  readonly since: string
}

/** A form that was asked for and is not in, or that came in and no session has used. */
export interface FormWaiting extends OpenForm {
  readonly kind: 'asked' | 'answered'
  /** Slug. */
  readonly person: string
}

/** Every form that waits, for an answer or for a session, the longest first. */
export function formsWaiting(standings: Iterable<Standing>): readonly FormWaiting[] {
  const found = [...standings].flatMap(({ person, asked = [], answered = [] }): readonly FormWaiting[] => [
    ...asked.map((form) => ({ ...form, kind: 'asked' as const, person })),
    ...answered.map((form) => ({ ...form, kind: 'answered' as const, person })),
  ])
  return found.sort((a, b) => byDue({ ...a, due: a.on }, { ...b, due: b.on }))
}

/** Days before its date in which a goal is near. */
const NEAR_DAYS = 7

/** Days after which a talk that nobody wrote down is no longer asked about: it may well have been held. */
const TALK_DAYS = 14

/** Days after which evidence that no session used is mentioned, where a team has set nothing. */
export const EVIDENCE_DAYS = 30

/** Days after which a barrier that is still open is mentioned, where a team has set nothing. */
export const BARRIER_DAYS = 30

/** Days after which somebody who has had no feedback is mentioned, where a team has set nothing. */
export const FEEDBACK_DAYS = 90

/**
 * Talks, promises and agreements that are due, and goals that end within a week; the longest overdue first. What has no day, or
 * words where a day should be, is never due.
 */
export function thingsDue(standings: Iterable<Standing>, today: string): readonly Thing[] {
  const soon = addDays(today, NEAR_DAYS)
  const found = [...standings].flatMap((standing): readonly Thing[] => {
    const { person, promises, agreements, goals } = standing
    return [
      ...talkDue(standing, today),
      ...[...promises, ...agreements].flatMap(({ id, kind, by, words, who }): readonly Thing[] => {
        if (!isBy(by, today)) return []
        const whose = who === undefined ? {} : { who }
        return [{ kind: kind === 'promise' ? 'promise' : 'agreement', id, person, due: by, words, ...whose }]
      }),
      ...goals.flatMap(({ id, by, title }): readonly Thing[] =>
        isBy(by, soon) ? [{ kind: 'goal', id, person, due: by, words: title }] : [],
      ),
    ]
  })
  return found.sort(byDue)
}

/** A talk whose day has come, until two weeks later. */
function talkDue({ person, openTalk }: Standing, today: string): readonly Thing[] {
  const { id, on, at } = openTalk ?? {}
  if (id === undefined || !isBy(on, today) || on < addDays(today, -TALK_DAYS)) return []
  return [{ kind: 'talk', id, person, due: on, words: '', ...(at === undefined ? {} : { at }) }]
}

/** Order of things: the longest overdue first, then by person. */
export function byDue(a: Pick<Thing, 'due' | 'person'>, b: Pick<Thing, 'due' | 'person'>): number {
  if (a.due !== b.due) return a.due < b.due ? -1 : 1
  return a.person === b.person ? 0 : a.person < b.person ? -1 : 1
}

/** Whose evidence waits for more than `days`, the longest first. */
export function waitedLong(standings: Iterable<Standing>, today: string, days: number): readonly Waited[] {
  const limit = addDays(today, -days)
  const found = [...standings].flatMap(({ person, unusedDays }): readonly Waited[] => {
    const old = unusedDays.filter((day) => day < limit && isDay(day))
    const [since] = old
    if (since === undefined) return []
    return [{ person, count: old.length, since, all: unusedDays.length, days }]
  })
  return found.sort((a, b) => byDue({ ...a, due: a.since }, { ...b, due: b.since }))
}

/**
 * Who has had no session, no check-in and no recognition for more than `days`, the longest first. Somebody who never had
 * any is not among them: nobody knows since when they are there.
 */
export function unheardOf(standings: Iterable<Standing>, today: string, days: number): readonly Unheard[] {
  const limit = addDays(today, -days)
  const found = [...standings].flatMap(
    ({ person, lastSession, lastCheckin, lastPraise }): readonly Unheard[] => {
      const since = [lastSession, lastCheckin, lastPraise]
        .filter((day) => day !== undefined && isDay(day))
        .sort()
        .at(-1)
      return since !== undefined && since < limit ? [{ person, since }] : []
    },
  )
  return found.sort((a, b) => byDue({ ...a, due: a.since }, { ...b, due: b.since }))
}

/** What has been in the way for more than `days`: how much of it, and since when the oldest. Undefined where nothing has. */
export function inTheWayLong(
  standings: Iterable<Standing>,
  today: string,
  days: number,
): { readonly count: number; readonly since: string; readonly days: number } | undefined {
  const limit = addDays(today, -days)
  const old = openBarriers(standings).filter(({ from }) => isDay(from) && from < limit)
  const [oldest] = old
  return oldest === undefined ? undefined : { count: old.length, since: oldest.from, days }
}

/** `barrierDays` of a `tactful.yaml`: after how many days an open barrier is named. */
export function barrierDaysIn(settings: string): number {
  return daysIn(settings, 'barrierDays') ?? BARRIER_DAYS
}

/** `evidenceDays` of a `tactful.yaml`: after how many days evidence counts as waiting long. */
export function evidenceDaysIn(settings: string): number {
  return daysIn(settings, 'evidenceDays') ?? EVIDENCE_DAYS
}

/** `feedbackDays` of a `tactful.yaml`: after how many days without feedback somebody is named. */
export function feedbackDaysIn(settings: string): number {
  return daysIn(settings, 'feedbackDays') ?? FEEDBACK_DAYS
}

/** No YAML is read beyond that line; what is no number of days counts as not set. */
function daysIn(settings: string, key: 'evidenceDays' | 'feedbackDays' | 'barrierDays'): number | undefined {
  const found = new RegExp(`^${key}:[ \\t]*["']?(\\d{1,4})["']?[ \\t]*(?:#.*)?$`, 'm').exec(
    settings.replaceAll('\r\n', '\n'),
  )
  return found === null ? undefined : Number(found[1])
}

function isBy(day: string | undefined, limit: string): day is string {
  return day !== undefined && isDay(day) && day <= limit
}

/** For whom (slug) a session was prepared last, by the names of some notes alone; undefined where none is a session. */
export function lastPrepared(paths: readonly string[]): string | undefined {
  let last: { readonly slug: string; readonly day: string } | undefined
  for (const path of paths) {
    const [, slug, day] = /^notes\/([^/]+)\/(\d{4}-\d\d-\d\d)-session-[0-9a-z]{6}\.md$/.exec(path) ?? []
    if (slug === undefined || day === undefined) continue
    if (last === undefined || day > last.day) last = { slug, day }
  }
  return last?.slug
}
