import { daysBetween, isDay } from '../dates.ts'
import type { CheckGoal } from '../goals/load.ts'
import type { Ground } from '../interview/ground.ts'
import { checkStructure } from '../wording/structure.ts'
import { leftOver } from './checklist.ts'
import type { EvidenceItem } from './evidence-note.ts'
import { barriersNaming } from './named-barrier.ts'
import type { NoticeSettings } from './notice-settings.ts'
import { sessionParts } from './parts.ts'
import type { Point } from './point.ts'
import { textIn } from './reading.ts'
import { lastLooks, saidTwice, unreadStrengths } from './second-look.ts'
import { citedIn, type SessionParts } from './session-parts.ts'
import { checkinOf, type Talk, talkOf } from './talk.ts'
import { aboutTheReader } from './third-person.ts'
import { unshownIn } from './unshown.ts'
import { type WeekendDay, weekendDays } from './weekend.ts'

/** Something a colleague would mention before saving; never a lock. */
export type Notice =
  | { readonly code: 'no-evidence' }
  /** No point to talk about, with evidence or without. */
  | { readonly code: 'no-points' }
  /** All dated evidence is from the last `days` days. */
  | { readonly code: 'recent-only'; readonly days: number }
  /** Something to grow in and nothing that went well; `kept` are strengths in the evidence that no point takes up. */
  | { readonly code: 'no-strength'; readonly kept: readonly string[] }
  /** A plan in which every point went well. */
  | { readonly code: 'no-growth' }
  /** The talk is on the day of the event. */
  | { readonly code: 'same-day'; readonly labels: readonly string[] }
  | { readonly code: 'open-place'; readonly place: string }
  /** `hours` as the team wrote them: `09:00-10:30`. */
  | { readonly code: 'busy-hour'; readonly time: string; readonly hours: string }
  | { readonly code: 'open-goal'; readonly goal: string; readonly missing: readonly GoalGap[] }
  /** A point that stands on no evidence. `number` counts from 1. */
  | { readonly code: 'no-ground'; readonly number: number; readonly point: string }
  /** The words of a point name a ticket that its evidence does not show; `shown` is the evidence that does. */
  | {
      readonly code: 'unshown'
      readonly number: number
      readonly ticket: string
      readonly shown?: string
    }
  | { readonly code: 'unused'; readonly items: readonly { readonly label: string; readonly words: string }[] }
  /** The first point is something to grow in, though there is a strength. */
  | { readonly code: 'growth-first' }
  | { readonly code: 'many-points'; readonly count: number; readonly limit: number }
  /** Something to grow in, and neither a question nor a suggestion. */
  | { readonly code: 'no-way-on'; readonly number: number; readonly point: string }
  /** How a point is said: what it led to is missing, praise goes on with "but", praise is less specific, a suggestion stands before any question. */
  | {
      readonly code: 'impact-missing' | 'praise-undone' | 'praise-less-specific' | 'suggestion-first'
      readonly number: number
      readonly point: string
    }
  /** Support that is promised for a day after every goal it could help with; both are plain days. */
  | {
      readonly code: 'late-support'
      readonly support: string
      readonly day: string
      readonly goal: string
    }
  /** A barrier in which somebody is named, though somebody else reads its note. */
  | { readonly code: 'named-barrier'; readonly barrier: string; readonly names: readonly string[] }
  | { readonly code: 'past-day'; readonly what: 'talk' | 'goal' | 'checkin'; readonly day: string }
  | { readonly code: 'no-checkin' }
  /** Evidence from earlier notes whose words were not looked at in this preparation, and where they may need others. */
  | { readonly code: 'noted-words'; readonly label: string; readonly words: readonly string[] }
  /** Evidence out of a form that holds no yes to passing it on. */
  | { readonly code: 'unsaid'; readonly labels: readonly string[] }
  /** A strength in the words of earlier notes, which nobody has read as something to be said. */
  | { readonly code: 'unread-strength'; readonly number: number; readonly labels: readonly string[] }
  /** A sentence that stands twice in what a point says. */
  | { readonly code: 'said-twice'; readonly number: number; readonly words: string }
  /** A goal with the same words is open already; `id` is the short one. */
  | { readonly code: 'same-goal'; readonly goal: string; readonly id: string }
  /** A last look that a question asks for, and that did not go well; `ask` as it was asked. */
  | { readonly code: 'last-look'; readonly ask: string }
  /** What is planned for a weekend. */
  | { readonly code: 'weekend'; readonly days: readonly WeekendDay[] }
  /** Texts in the person's copy that speak about the reader. */
  | { readonly code: 'third-person'; readonly words: readonly string[] }
  /** Things of a checklist that nobody marked; `of` is its name, `words` what is said of them. */
  | {
      readonly code: 'unmarked'
      readonly of: string
      readonly words: string
      readonly labels: readonly string[]
    }

/** What a goal lacks: what one would see done, how one can tell, by when. */
export type GoalGap = 'specific' | 'measure' | 'by'

/** How far back evidence counts as fresh, in days. */
const FRESH_DAYS = 3

const OPEN_PLACE =
  /\b(?:open(?:[- ]plan)?[- ](?:office|space|floor|area)|kitchen(?:ette)?|corridor|hallway|hall|canteen|cafeteria|caf[eé]|coffee (?:corner|machine|shop)|lobby|reception|break ?room|lounge|pub|bar|restaurant|stand-?up|team (?:meeting|channel|chat)|(?:group|public) (?:chat|channel)|(?:at|by|my|your|his|her|their|the|'s) desk|desk|shop ?floor|call floor|lift|elevator)\b/i

/** Everything worth mentioning about an interview as it stands, the weightiest first. `checkGoal` looks at the words of goals. */
export function notices(ground: Ground, settings: NoticeSettings, checkGoal?: CheckGoal): readonly Notice[] {
  const parts = sessionParts(ground)
  const talk = talkOf(ground, parts.read)
  return [
    ...barriersNaming(ground, parts.barriers).map((named) => ({ code: 'named-barrier' as const, ...named })),
    ...aboutEvidence(ground, parts, talk),
    ...aboutPoints(ground, parts, settings),
    ...aboutGoals(ground, parts, checkGoal),
    ...aboutTalk(ground, talk, settings),
    ...aboutNext(ground, parts),
    ...weekendNotice(ground),
    ...saidTwice(parts),
    ...unreadStrengths(ground, parts),
    ...thirdPerson(ground),
    ...lastLooks(ground),
    ...leftOver(ground).map((left) => ({ code: 'unmarked' as const, ...left })),
  ]
}

function weekendNotice(ground: Ground): readonly Notice[] {
  const days = weekendDays(ground)
  return days.length === 0 ? [] : [{ code: 'weekend', days }]
}

function thirdPerson(ground: Ground): readonly Notice[] {
  const words = aboutTheReader(ground)
  return words.length === 0 ? [] : [{ code: 'third-person', words }]
}

function aboutEvidence(ground: Ground, parts: SessionParts, talk: Talk): readonly Notice[] {
  if (!asks(ground, 'evidence')) return []
  // A goal agreed elsewhere stands for itself.
  if (parts.evidence.length === 0)
    // A check-in may well find nothing new.
    return ground.interview.template.kind === 'session' ? [{ code: 'no-evidence' }] : []
  const { today } = ground.world
  const days = parts.evidence.flatMap(({ date }) => date ?? [])
  const isFresh = days.length > 0 && days.every((day) => daysBetween(day, today) <= FRESH_DAYS)
  // Whoever looks back at one case has nothing from before it.
  const isOneCase = parts.evidence.length > 1 && new Set(parts.evidence.map(ticketOf(ground))).size === 1
  const hot = parts.evidence.filter(({ date, side }) => date === (talk.date ?? today) && side !== 'strength')
  const cited = citedIn(parts)
  const unused = parts.points.length === 0 ? [] : parts.evidence.filter((one) => !cited.includes(one))
  return [
    ...(isFresh && !isOneCase ? [{ code: 'recent-only', days: FRESH_DAYS } as const] : []),
    ...(hot.length > 0 ? [{ code: 'same-day', labels: hot.map(({ label }) => label) } as const] : []),
    ...(unused.length > 0 ? [{ code: 'unused', items: unused.map(shown) } as const] : []),
  ]
}

/** The ticket of an item, and where it has none, something no other has. */
function ticketOf(ground: Ground): (one: EvidenceItem) => string {
  return ({ item, label }) => textIn(ground, item, 'ticket') ?? `without one: ${label}`
}

function shown({ label, words }: EvidenceItem): { readonly label: string; readonly words: string } {
  return { label, words }
}

function aboutPoints(ground: Ground, parts: SessionParts, settings: NoticeSettings): readonly Notice[] {
  const { points } = parts
  if (points.length === 0) return asks(ground, 'point') ? [{ code: 'no-points' }] : []
  const growth = points.filter(({ side }) => side === 'growth')
  const strengths = points.length - growth.length
  const kept = parts.evidence.filter(({ side }) => side === 'strength').map(({ label }) => label)
  return [
    ...(growth.length > 0 && strengths === 0 ? [{ code: 'no-strength', kept } as const] : []),
    ...(growth.length === 0 && isPlan(ground) ? [{ code: 'no-growth' } as const] : []),
    ...(strengths > 0 && points[0]?.side === 'growth' ? [{ code: 'growth-first' } as const] : []),
    ...(points.length > settings.focusLimit
      ? [{ code: 'many-points', count: points.length, limit: settings.focusLimit } as const]
      : []),
    ...(parts.evidence.length === 0 ? [] : points.filter(({ cited }) => cited.length === 0)).map((point) => ({
      code: 'no-ground' as const,
      ...named(point),
    })),
    ...points.flatMap((point) =>
      unshownIn(ground, point, parts.evidence).map((one) => ({
        code: 'unshown' as const,
        number: point.item.number,
        ...one,
      })),
    ),
    ...growth
      .filter(
        ({ item }) => ground.questions.has(`${item.prefix}/ask`) && textIn(ground, item, 'ask') === undefined,
      )
      .filter(({ prose }) => !prose.includes('?'))
      .map((point) => ({ code: 'no-way-on' as const, ...named(point) })),
    ...aboutSaying(ground, points),
  ]
}

/** Whether its template asks what is going to be done. */
function isPlan({ interview }: Ground): boolean {
  const asked = interview.template.parts.flatMap(({ questions }) => questions)
  return asked.some((question) => question.type === 'group' && question.makes === 'agreement')
}

function aboutSaying(ground: Ground, points: readonly Point[]): readonly Notice[] {
  const texts = points.map(({ side, prose, cited, item }) => {
    const asked = ground.questions.has(`${item.prefix}/impact`)
    const impact = asked ? (textIn(ground, item, 'impact') ?? '') : 'not asked in a hurry'
    return { side, said: prose, cited: cited.map(({ words }) => words), impact }
  })
  return checkStructure(texts).flatMap(({ code, point }): readonly Notice[] => {
    const about = point === undefined ? undefined : points[point - 1]
    if (about === undefined) return []
    switch (code) {
      case 'impact-missing':
      case 'praise-undone':
      case 'praise-less-specific':
      case 'suggestion-first':
        return [{ code, ...named(about) }]
      default:
        return []
    }
  })
}

function named({ item, behaviour }: Point): { readonly number: number; readonly point: string } {
  return { number: item.number, point: behaviour }
}

function aboutGoals(
  ground: Ground,
  parts: SessionParts,
  checkGoal: CheckGoal | undefined,
): readonly Notice[] {
  const open = parts.goals.flatMap(({ item, words }): readonly Notice[] => {
    const by = textIn(ground, item, 'by')
    const seen = checkGoal?.(words).missing ?? []
    const unsaid = (['measure', 'by'] as const).filter((id) => textIn(ground, item, id) === undefined)
    const missing: readonly GoalGap[] = [
      ...(seen.includes('specific') ? ['specific' as const] : []),
      // A measure in the words is one, whether or not it was read from them; a day that can be put in a calendar has to be read.
      ...unsaid.filter((id) => id === 'by' || checkGoal === undefined || seen.includes('measurable')),
    ]
    return [
      ...(missing.length > 0 ? [{ code: 'open-goal', goal: words, missing } as const] : []),
      ...past(ground, 'goal', by),
    ]
  })
  return [...open, ...lateSupport(ground, parts)]
}

/** Who is to reach something can use help before that day, and not after it. */
function lateSupport(ground: Ground, { goals, promises }: SessionParts): readonly Notice[] {
  const days = goals.flatMap(({ item }) => textIn(ground, item, 'by') ?? []).filter(isDay)
  const goal = days.sort().at(-1)
  if (goal === undefined || days.length < goals.length) return []
  return promises.flatMap(({ words, by: day }) =>
    day === undefined || day <= goal ? [] : [{ code: 'late-support' as const, support: words, day, goal }],
  )
}

function aboutTalk(ground: Ground, talk: Talk, settings: NoticeSettings): readonly Notice[] {
  const { today, time: now } = ground.world
  const time = talk.time
  const busy = time === undefined ? undefined : settings.busyHours.find((hours) => isWithin(time, hours))
  const isOver = talk.date === today && time !== undefined && /^\d\d:\d\d$/.test(time) && time < now
  return [
    ...(talk.place !== undefined && OPEN_PLACE.test(talk.place)
      ? [{ code: 'open-place', place: talk.place } as const]
      : []),
    ...(time !== undefined && busy !== undefined ? [{ code: 'busy-hour', time, hours: busy } as const] : []),
    ...(isOver ? [{ code: 'past-day', what: 'talk', day: today } as const] : past(ground, 'talk', talk.date)),
  ]
}

/** Whether `HH:MM` lies in a stretch such as `09:00-10:30`, which may go over midnight. */
function isWithin(time: string, hours: string): boolean {
  const [from = '', to = ''] = hours.split('-')
  return from <= to ? time >= from && time < to : time >= from || time < to
}

function aboutNext(ground: Ground, parts: SessionParts): readonly Notice[] {
  if (!asks(ground, 'checkin')) return []
  const day = checkinOf(ground, parts.read)
  return day === undefined ? [{ code: 'no-checkin' }] : past(ground, 'checkin', day)
}

function past(ground: Ground, what: 'talk' | 'goal' | 'checkin', day: string | undefined): readonly Notice[] {
  if (day === undefined || !isDay(day) || day >= ground.world.today) return []
  return [{ code: 'past-day', what, day }]
}

/** Whether the template has such a group at all, and at this depth. */
function asks(ground: Ground, makes: 'evidence' | 'point' | 'checkin'): boolean {
  return [...ground.questions.values()].some(
    (question) =>
      question.type === 'group' &&
      question.makes === makes &&
      (question.depth === 'quick' || ground.interview.depth === 'core'),
  )
}
