import type { StoredEvent } from './events.ts'
import type { Standing } from './standing.ts'
import type { Gathered } from './standing-gather.ts'

/** The newest session, while nothing says that it was talked about, neither its own note nor a check-in after it, or that it will not be. */
export function openTalkOf(
  { talks }: Gathered,
  events: ReadonlyMap<string, readonly StoredEvent[]>,
): Pick<Standing, 'openTalk'> {
  const at = talks.findLastIndex(({ kind }) => kind === 'session')
  const session = talks[at]
  if (session === undefined || session.held !== undefined) return {}
  if (events.get(session.id)?.some(({ what }) => what === 'held' || what === 'dropped') === true) return {}
  const due = session.planned?.on ?? session.date
  if (talks.slice(at).some(({ kind, date }) => kind === 'checkin' && date >= due)) return {}
  const { id, path, date } = session
  return { openTalk: { id, path, from: date, ...session.planned } }
}
