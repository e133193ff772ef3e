import { openBarriers } from '../barriers/list.ts'
import { dayAfter } from '../checkins/cadence.ts'
import { cadenceOf } from '../checkins/cadence-phrase.ts'
import { formatDayMonth, formatDayShort } from '../dates.ts'
import { foldEvents, goalState } from '../notebook/events.ts'
import { shortId } from '../notebook/ids.ts'
import type { Digest } from '../notebook/index/digest.ts'
import { loadPeople } from '../notebook/load.ts'
import type { Person } from '../notebook/note.ts'
import type { OpenGoal, OpenItem, Standing } from '../notebook/standing.ts'
import type { Context } from '../ports.ts'
import type { OpenThing, OpenThings } from './carry.ts'
import { openIndex } from './inbox-door.ts'

const NOTHING: OpenThings = { promises: [], goals: [] }

/** What is open with somebody (slug) in the notebook at `root`; no notebook yet holds nothing. Throws what reading it does. */
export async function openFor(context: Context, root: string, slug: string): Promise<OpenThings> {
  const index = await openIndex(context, root)
  if (index === undefined) return NOTHING
  const { found } = await loadPeople(await context.notebookAt(root))
  const person = found.find((one) => one.slug === slug)
  const standings = await index.standing()
  const standing = standings.get(slug)
  const today = context.clock.today()
  const next = { ...nextAfter(person, today), ...inTheWay(standings.values()) }
  if (standing === undefined) return { ...NOTHING, ...next }
  const digests = await index.digests(index.heads.filter((head) => head.person === slug))
  return { ...openThings(standing, digests, person?.name ?? slug, today), ...next }
}

/** What is in the way of anybody's work, since one dead link needs one note. */
function inTheWay(standings: Iterable<Standing>): Pick<OpenThings, 'barriers'> {
  const lines = openBarriers(standings).map(({ id, words, owner }) =>
    `Already open: ${words} (${owner === '' ? '' : `${owner}, `}${shortId(id)})`.replace(/\s+/g, ' '),
  )
  return lines.length === 0 ? {} : { barriers: lines.toReversed() }
}

/** The day after one that is held today. */
function nextAfter(person: Person | undefined, today: string): { readonly next?: string } {
  const cadence = cadenceOf(person?.cadence)
  return cadence === undefined ? {} : { next: dayAfter(cadence, today) }
}

/** What is open, in words: promises and agreements by whose they are, goals with where they stood last. */
function openThings(standing: Standing, digests: readonly Digest[], name: string, today: string): OpenThings {
  const first = name.split(/\s+/)[0] ?? name
  return {
    promises: [
      ...standing.promises.map((item) => promised(item, sidesOf(item, first), today)),
      ...standing.agreements.map((item) => promised(item, [`${first} agreed`, `${first} agreed`], today)),
    ],
    goals: openGoals(standing, digests, today),
  }
}

/** Whose a promise is, and the heading it stands under. */
function sidesOf({ who }: OpenItem, first: string): readonly [string, string] {
  return who === undefined
    ? ['You promised', `Promised to ${first}`]
    : [`${who} promised`, `Promised to ${first}`]
}

function promised(
  { id, words, from, by }: OpenItem,
  [whose, heading]: readonly [string, string],
  today: string,
): OpenThing {
  const due = by === undefined ? '' : `, by ${shown(by, today)}`
  return { id, text: words.replace(/\s+/g, ' '), about: `from ${shown(from, today)}${due}`, whose, heading }
}

/** "12 Nov", with its year where that is another one than today's. */
function shown(day: string, today: string): string {
  const short = formatDayShort(day).split(' ').slice(1).join(' ')
  return day.slice(0, 4) === today.slice(0, 4) ? short : `${short} ${day.slice(0, 4)}`
}

function openGoals(standing: Standing, digests: readonly Digest[], today: string): readonly OpenThing[] {
  const events = foldEvents(digests.map(({ facts }) => facts))
  return standing.goals.map((goal) => {
    const { id, title, by, status, baseline, target } = goal
    const digest = digests.find(({ facts }) => facts.id === id)
    const text = (digest?.goal ?? title).split('\n\n')[0]?.replace(/\s+/g, ' ') ?? title
    const last = goalState(id, events).progress.findLast(({ value }) => value !== undefined)
    const known = [
      ...(digest === undefined ? [] : [`from ${shown(digest.facts.date, today)}`]),
      ...goalFacts(goal, text),
      ...(by === undefined || text.includes(formatDayMonth(by)) ? [] : [`by ${shown(by, today)}`]),
      ...(last === undefined ? [] : [`last ${last.value} on ${shown(last.on, today)}`]),
    ]
    const ends = {
      ...(baseline === undefined ? {} : { baseline }),
      ...(target === undefined ? {} : { target }),
    }
    return { id, text, about: known.join(', '), status, ...ends }
  })
}

/** Baseline and target as they are now, where the goal's own words do not say them. */
function goalFacts(goal: OpenGoal, text: string): readonly string[] {
  return (['baseline', 'target'] as const).flatMap((key) => {
    const value = goal[key]
    const name = key === 'baseline' ? 'at first' : 'goal'
    return value === undefined || text.includes(value) ? [] : [`${name} ${value}`]
  })
}
