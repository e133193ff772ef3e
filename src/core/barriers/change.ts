import { formatDay } from '../dates.ts'
import { oneLine } from '../notebook/body.ts'
import { checkEventDay } from '../notebook/event-day.ts'
import { findById } from '../notebook/ids.ts'
import type { NoteEvent } from '../notebook/note.ts'
import type { NoteIndex } from '../ports/index-files.ts'
import { Trouble } from '../problem.ts'
import { type BarrierRow, everyBarrier, isOpen } from './list.ts'

/** What became of a barrier; `on` is a plain day. */
export type BarrierChange =
  | { readonly what: 'raised'; readonly on: string; readonly why?: string }
  | { readonly what: 'solved'; readonly on: string; readonly why?: string }
  | { readonly what: 'dropped'; readonly on: string; readonly why: string }

/** The one barrier whose id ends in what was typed. Throws `unknown` and `ambiguous`. */
export async function findBarrier(index: NoteIndex, typed: string): Promise<BarrierRow> {
  return findById(typed, await everyBarrier(index), 'note')
}

/**
 * The event that records it. A barrier may be raised again, and also once it was over: then it is back. Throws `usage` where
 * it is over already, and for a day that is to come, or lies before the barrier or what became of it last.
 */
export function barrierEvent(barrier: BarrierRow, change: BarrierChange, today: string): NoteEvent {
  const { what, on, why } = change
  if (what !== 'raised' && !isOpen(barrier)) {
    const since = barrier.since === undefined ? '' : ` on ${formatDay(barrier.since)}`
    throw new Trouble({
      kind: 'usage',
      message: `That was ${barrier.state}${since} already.`,
      mend: 'If it is back: tactful barrier raise ID. What is open: tactful barrier list',
    })
  }
  checkEventDay(on, today, barrier)
  return { of: barrier.id, what, on, ...(why === undefined ? {} : { why: oneLine(why) }) }
}
