import { shortId } from '../notebook/ids.ts'
import { findNote } from '../notebook/load.ts'
import type { Person, StoredNote } from '../notebook/note.ts'
import { findPerson, matchPerson } from '../notebook/people.ts'
import type { Standing } from '../notebook/standing.ts'
import type { NoteFiles } from '../ports/note-files.ts'
import { Trouble } from '../problem.ts'
import { byText } from '../text/order.ts'

/** A session whose talk is still to be held: its id, who it is with (slug), the day it is planned for and the day it was prepared. */
export interface ToTalk {
  readonly id: string
  readonly person: string
  readonly on?: string
  readonly at?: string
  readonly from: string
}

/** Sessions that still wait for their talk: those of today first, then what was planned before, what comes, and what has no day. */
export function stillToTalk(standings: Iterable<Standing>, today: string): readonly ToTalk[] {
  const found = [...standings].flatMap(({ person, openTalk }) => {
    if (openTalk === undefined) return []
    const { id, on, at, from } = openTalk
    return [{ id, person, from, ...(on === undefined ? {} : { on }), ...(at === undefined ? {} : { at }) }]
  })
  return found.sort((a, b) => rank(a, today) - rank(b, today) || byText(near(a, today), near(b, today)))
}

function rank({ on }: ToTalk, today: string): number {
  if (on === undefined) return 3
  return on === today ? 0 : on < today ? 1 : 2
}

/** Of today by the hour, of before the newest first, of the days to come the nearest first. */
function near({ on, at = '', from }: ToTalk, today: string): string {
  if (on === undefined || on < today) return reversed(on ?? from)
  return `${on} ${at}`
}

function reversed(day: string): string {
  return day.replace(/\d/g, (digit) => String(9 - Number(digit)))
}

/** What was named on the command line: somebody, or a session by the end of its id. Throws what `findPerson` and `findNote` do. */
export async function namedTalk(
  files: NoteFiles,
  typed: string,
  people: readonly Person[],
): Promise<{ readonly person: Person } | { readonly session: StoredNote }> {
  const match = matchPerson(typed, people)
  if (match.match === 'one') return { person: match.person }
  if (match.match === 'several') findPerson(typed, people)
  const session = await findNote(files, typed).catch((error: unknown) => {
    // One id in ten ends in letters alone, and reads like a name.
    if (error instanceof Trouble && error.problem.kind === 'unknown' && !/\d/.test(typed))
      findPerson(typed, people)
    throw error
  })
  // A few letters of a name that nobody has may be the end of somebody else's id.
  if (!/\d/.test(typed) && typed.trim().length < shortId(session.note.facts.id).length)
    findPerson(typed, people)
  if (session.note.facts.kind === 'session') return { session }
  throw new Trouble({
    kind: 'usage',
    message: `"${typed}" is no session, and a talk is about one.`,
    mend: 'Name a session: tactful list --kind session',
  })
}
