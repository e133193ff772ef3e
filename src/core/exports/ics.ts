import type { SharedCopy, SharedItem } from '../sharing/copy.ts'
import { type CalendarEntry, type CalendarKind, uidOf } from './calendar.ts'
import { calendarFile } from './calendar-file.ts'
import type { Format, FormatGround } from './formats.ts'

/** iCalendar: the talks of the notes, and the day of each goal, promise and agreement that is not closed. */
export const ics: Format = {
  id: 'ics',
  extension: 'ics',
  binary: false,
  write: async (copies, ground) =>
    calendarFile(copyEntries(copies, ground.talks).map(ground.titled), ground.now),
}

/** What has a day in these copies, each thing once, in the order of their days. */
function copyEntries(copies: readonly SharedCopy[], talks: FormatGround['talks']): readonly CalendarEntry[] {
  const all = copies.flatMap((copy) => [
    ...talkEntries(copy, talks),
    ...copy.items.flatMap(itemEntries(copy)),
  ])
  const once = new Map(all.map((entry) => [entry.uid, entry]))
  return [...once.values()].sort((a, b) => (a.day === b.day ? order(a.uid, b.uid) : order(a.day, b.day)))
}

/** When two people talk is theirs: a lead's copy does not tell it. */
function talkEntries(
  { id, person, reader }: SharedCopy,
  talks: FormatGround['talks'],
): readonly CalendarEntry[] {
  const talk = reader === 'lead' ? undefined : talks.get(id)
  return talk === undefined ? [] : [{ uid: uidOf('talk', id), kind: 'talk', person, of: id, ...talk }]
}

const KINDS: Readonly<Record<string, CalendarKind>> = {
  goal: 'goal',
  promise: 'promise',
  agreement: 'agreement',
}

/** States in which nothing is to be done any more. */
const CLOSED: readonly string[] = ['met', 'changed', 'kept', 'dropped']

function itemEntries({
  person,
  kind: noteKind,
  items,
}: SharedCopy): (item: SharedItem) => readonly CalendarEntry[] {
  const goal = noteKind === 'goal' ? items.find(({ kind }) => kind === 'goal')?.state : undefined
  return ({ id, kind: named, by, state = '', words }) => {
    const kind = KINDS[named]
    if (kind === undefined || by === undefined || CLOSED.includes(state)) return []
    // What was planned for a goal ends with the goal, and its steps are nobody's word before it is agreed.
    if (goal !== undefined && (CLOSED.includes(goal) || (goal === 'proposed' && kind === 'agreement')))
      return []
    return [{ uid: uidOf(kind, id), kind, person, of: id, day: by, words }]
  }
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
