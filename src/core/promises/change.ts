import { formatDay } from '../dates.ts'
import { oneLine } from '../notebook/body.ts'
import { checkEventDay } from '../notebook/event-day.ts'
import { findById } from '../notebook/ids.ts'
import type { NoteEvent } from '../notebook/note.ts'
import type { NoteIndex } from '../ports/index-files.ts'
import { Trouble } from '../problem.ts'
import { everyPromise, type PromiseRow } from './list.ts'

/** What became of a promise or an agreement; days are plain. */
export type PromiseChange =
  | { readonly what: 'kept'; readonly on: string; readonly why?: string }
  | { readonly what: 'moved'; readonly on: string; readonly to: string; readonly why?: string }
  | { readonly what: 'dropped'; readonly on: string; readonly why: string }

/** The one promise or agreement whose id ends in what was typed. Throws `unknown` and `ambiguous`. */
export async function findPromise(index: NoteIndex, typed: string): Promise<PromiseRow> {
  return findById(typed, await everyPromise(index), 'note')
}

/** The event that records it. Throws `usage` where it is over already, and for a day that does not fit. */
export function promiseEvent(promise: PromiseRow, change: PromiseChange, today: string): NoteEvent {
  if (promise.state !== 'open') {
    const since = promise.since === undefined ? '' : ` on ${formatDay(promise.since)}`
    throw new Trouble({
      kind: 'usage',
      message: `That was ${promise.state}${since} already.`,
      mend: 'See what is open: tactful promise list',
    })
  }
  checkEventDay(change.on, today, promise)
  if (change.what === 'moved') checkMove(promise, change.to, today)
  const { what, on } = change
  return {
    of: promise.id,
    what,
    on,
    ...(change.what === 'moved' ? { to: change.to } : {}),
    ...(change.why === undefined ? {} : { why: oneLine(change.why) }),
  }
}

function checkMove({ by }: PromiseRow, to: string, today: string): void {
  if (to < today) {
    throw new Trouble({
      kind: 'usage',
      message: `--to: ${formatDay(to)} has passed.`,
      mend: 'Name today or a day to come, such as "in a week" or 2026-12-08.',
    })
  }
  if (to === by) {
    throw new Trouble({
      kind: 'usage',
      message: `It is due on ${formatDay(to)} already.`,
      mend: 'Name another day with --to.',
    })
  }
}
