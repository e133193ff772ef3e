import { formatDay } from '../dates.ts'
import { oneLine } from '../notebook/body.ts'
import { checkEventDay } from '../notebook/event-day.ts'
import { findById } from '../notebook/ids.ts'
import type { NoteEvent } from '../notebook/note.ts'
import type { NoteIndex } from '../ports/index-files.ts'
import { Trouble } from '../problem.ts'
import { type IdeaRow, type IdeaStatus, ideasIn } from './list.ts'

/** What becomes of an idea; `on` is a plain day. */
export interface IdeaChange {
  readonly what: IdeaStatus
  readonly on: string
  readonly why?: string
}

/** The one idea whose id ends in what was typed. Throws `unknown` and `ambiguous`. */
export async function findIdea(index: NoteIndex, typed: string): Promise<IdeaRow> {
  return findById(typed, await ideasIn(index, index.heads), 'note')
}

/** The event that records it. Throws `usage` where it is so already, and for a day that is to come, or lies before the idea or what became of it last. */
export function ideaEvent(idea: IdeaRow, { what, on, why }: IdeaChange, today: string): NoteEvent {
  if (idea.state === what) {
    const since = idea.since === undefined ? '' : `, since ${formatDay(idea.since)}`
    throw new Trouble({
      kind: 'usage',
      message: `That is recorded already${since}.`,
      mend: 'See what became of every idea: tactful idea list --all',
    })
  }
  checkEventDay(on, today, { from: idea.date, since: idea.since })
  return { of: idea.id, what, on, ...(why === undefined ? {} : { why: oneLine(why) }) }
}
