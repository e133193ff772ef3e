import { formatDay } from '../dates.ts'
import { oneLine } from '../notebook/body.ts'
import { findId } from '../notebook/ids.ts'
import type { NoteEvent } from '../notebook/note.ts'
import type { NoteIndex } from '../ports.ts'
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
  const rows = await ideasIn(index, index.heads)
  const id = findId(
    typed,
    rows.map((row) => row.id),
    'note',
  )
  const found = rows.find((row) => row.id === id)
  if (found === undefined) throw new Trouble({ kind: 'unknown', what: 'note', given: typed, near: [] })
  return found
}

/** The event that records it. Throws `usage` where it is so already, and for a day that is to come or lies before the idea. */
export function ideaEvent(idea: IdeaRow, { what, on, why }: IdeaChange, today: string): NoteEvent {
  if (idea.state === what) {
    const since = idea.since === undefined ? '' : `, since ${formatDay(idea.since)}`
    throw new Trouble({
      kind: 'usage',
      message: `That is recorded already${since}.`,
      mend: 'See what became of every idea: tactful idea list --all',
    })
  }
  const mend = 'Record it on the day it happens, or name the day it was.'
  if (on > today)
    throw new Trouble({ kind: 'usage', message: `--on: ${formatDay(on)} is still to come.`, mend })
  if (on < idea.date) {
    const message = `--on: ${formatDay(on)} lies before ${formatDay(idea.date)}, when it was written down.`
    throw new Trouble({ kind: 'usage', message, mend: 'Name that day or a later one.' })
  }
  return { of: idea.id, what, on, ...(why === undefined ? {} : { why: oneLine(why) }) }
}
