import { formatDayShort } from '../core/dates.ts'
import type { GoalGap, Notice } from '../core/session/notices.ts'
import type { WeekendDay } from '../core/session/weekend.ts'

/** One notice as one line with a way out. `name` is the person's first name. */
export function noticeLine(notice: Notice, name: string): string {
  switch (notice.code) {
    case 'no-evidence':
      return `There is no evidence yet. One thing you saw gives ${name} something to look at.`
    case 'no-points':
      return 'There is nothing to talk about yet. One thing, shown by what you saw, is enough.'
    case 'recent-only':
      return `All of it is from the last ${notice.days} days. Is there something from before?`
    case 'no-strength':
      return notice.kept.length === 0
        ? `Nothing yet about what went well. Is there one thing ${name} can keep doing?`
        : `What went well is not in the talk yet (${notice.kept.join(', ')}). A point about it can come first.`
    case 'no-growth':
      return `Everything in it went well. A plan also needs one thing ${name} wants to do differently.`
    case 'same-day':
      return `${notice.labels.join(', ')} and the talk are on the same day. A night in between takes out the heat.`
    case 'open-place':
      return `Others may hear you (${notice.place}). A room with a door is kinder.`
    case 'busy-hour':
      return `${notice.time} is in your team's busy hours (${notice.hours}). A quieter hour gives you both time.`
    case 'open-goal':
      return `"${short(notice.goal)}" ${missing(notice.missing)}. You can also agree on it in the talk.`
    case 'no-ground':
      return `Nothing shows point ${notice.number} yet${about(notice.point)}. Which evidence is it about?`
    case 'unshown':
      return notice.shown === undefined
        ? `Point ${notice.number} names ${notice.ticket}, and nothing in the evidence shows it.`
        : `Point ${notice.number} names ${notice.ticket}, which ${notice.shown} shows. It can be added to the point.`
    case 'unused':
      return `Not used: ${unusedWords(notice.items)}. It is kept for later.`
    case 'growth-first':
      return 'The talk begins with something to grow in. What went well can come first.'
    case 'many-points':
      return `${notice.count} points are a lot for one talk. ${notice.limit} or fewer are easier to act on.`
    case 'no-way-on':
      return `Point ${notice.number} has no question and no suggestion${about(notice.point)}. What could ${name} do next time?`
    case 'impact-missing':
      return `Point ${notice.number} does not say what it led to${about(notice.point)}. The effect is the reason to talk about it.`
    case 'praise-undone':
      return `The praise in point ${notice.number} goes on with a "but"${about(notice.point)}. Two sentences at two moments are easier to hear.`
    case 'praise-less-specific':
      return `The praise in point ${notice.number} has no example${about(notice.point)}. One moment you saw makes it count.`
    case 'suggestion-first':
      return `Point ${notice.number} suggests before it asks${about(notice.point)}. An open question first lets ${name} find the way.`
    case 'past-day':
      return `${PAST[notice.what]} ${formatDayShort(notice.day)}, and that is over. You may want another day.`
    case 'no-checkin':
      return `No check-in is planned. A short look in two weeks shows ${name} that you mean it.`
    case 'unmarked':
      return `${notice.words} (${short(notice.of, 40)}): ${notice.labels.join('; ')}.`
    case 'named-barrier':
      return `The barrier "${short(notice.barrier)}" names ${notice.names.join(', ')}. Its note goes to somebody else, and can do without.`
    case 'noted-words':
      return `${notice.label}, from your notes, may need other words: ${notice.words.map((one) => short(one, 40)).join('; ')}.`
    case 'unsaid':
      return `No yes is written down for passing on ${notice.labels.join(', ')}. Ask first, or leave it out.`
    case 'unread-strength':
      return `Point ${notice.number} is said in the words of your notes (${notice.labels.join(', ')}). Read it once as if it were said to you.`
    case 'said-twice':
      return `Point ${notice.number} says "${short(notice.words)}" twice. Once is enough.`
    case 'same-goal':
      return `"${short(notice.goal)}" is open with ${name} already (${notice.id}). It can be left out here.`
    case 'last-look':
      return `"${short(notice.ask)}" You answered no. You may want to change that part before you save.`
    case 'weekend':
      return weekendLine(notice.days)
    case 'third-person':
      return `${name} reads ${notice.words
        .map((one) => `"${short(one, 40)}"`)
        .slice(0, 3)
        .join(', ')}. Said to ${name} it would be "you".`
    case 'late-support':
      return `"${short(notice.support)}" comes on ${formatDayShort(notice.day)}, and the goal is due on ${formatDayShort(notice.goal)}. Help that comes first is worth more.`
  }
}

/** Days that lie on a weekend, in one line. */
function weekendLine(days: readonly WeekendDay[]): string {
  const named = days.map(({ what, day }) => `${formatDayShort(day)} (${WHAT[what]})`).join(', ')
  return `On a weekend: ${named}. Choose another day unless you both work then.`
}

const WHAT = { talk: 'the talk', checkin: 'the check-in', goal: 'a goal' } as const

const PAST = {
  talk: 'The talk is set for',
  goal: 'A goal is due on',
  checkin: 'The check-in is set for',
} as const

function missing(what: readonly GoalGap[]): string {
  const has = [
    ...(what.includes('measure') ? ['no measure'] : []),
    ...(what.includes('by') ? ['no date'] : []),
  ].join(' and ')
  if (!what.includes('specific')) return `has ${has} yet`
  const vague = 'does not say yet what one would see'
  return has === '' ? vague : `${vague}, and has ${has}`
}

/** So many are named; of more than that the rest is a count. */
const NAMED = 4

function unusedWords(items: Extract<Notice, { code: 'unused' }>['items']): string {
  const named = items.length > NAMED ? items.slice(0, NAMED - 1) : items
  const words = named.map((item) => `${item.label} (${short(item.words, 40)})`).join(', ')
  return named.length === items.length ? words : `${words} and ${items.length - named.length} more`
}

function about(point: string): string {
  return point === '' ? '' : ` (${short(point, 50)})`
}

function short(words: string, most = 60): string {
  const letters = [...words.replace(/\s+/g, ' ').trim()]
  return letters.length <= most
    ? letters.join('')
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
}
