import type { Ground } from '../interview/ground.ts'
import { shownPath } from '../interview/plan.ts'
import { fill } from '../interview/resolve.ts'
import type { Kept, SaveFacts, Value } from '../interview/state.ts'
import type { Facts, NoteKind, Person } from '../notebook/note.ts'
import { FORMAT } from '../notebook/note.ts'
import { factOf, isFact } from './document.ts'
import type { Entry, GroupEntry } from './reading.ts'

/** What composing needs besides the interview: the session's id, further ids, the time, and who it is about. */
export interface ComposeFacts extends SaveFacts {
  /** Id of the session, fixed when its draft began. */
  readonly id: string
  readonly person: Person
  /** The person has no file yet. */
  readonly isNew: boolean
}

/** The facts every note of one save has in common. `date` is a plain day. */
export function commonFacts(
  ground: Ground,
  facts: ComposeFacts,
  own: { readonly id: string; readonly kind: NoteKind; readonly date: string; readonly title: string },
): Facts {
  const { template } = ground.interview
  return {
    tactful: FORMAT,
    id: own.id,
    kind: own.kind,
    person: facts.person.slug,
    date: own.date,
    created: facts.now,
    title: own.title,
    template: `${template.id}@${template.version}`,
  }
}

/** The answers of a reading one by one, those inside items included. */
export function flatten(read: readonly (Entry | GroupEntry)[]): readonly Entry[] {
  return read.flatMap((one) =>
    one.entry === 'answer' ? [one] : one.items.flatMap((item) => flatten(item.entries)),
  )
}

/** Choices, numbers and days by the path people would write (`points.1.side`). */
export function choicesOf(entries: readonly Entry[], ground: Ground): Facts['choices'] {
  const found = entries.filter(isFact).flatMap((entry): (readonly [string, Value])[] => {
    const value = factOf(entry, ground)
    return value === undefined ? [] : [[shownPath(ground, entry.path), value]]
  })
  return found.length === 0 ? undefined : Object.fromEntries(found)
}

/** The questions as they were asked, by id; those of an item as `points.impact`. Only what was asked, not what was recognised. */
export function askedOf(entries: readonly Entry[], ground: Ground): Facts['asked'] {
  const asked = new Map<string, string>()
  for (const { path, question } of entries) {
    const answer = ground.interview.answers.get(path)
    if (answer === undefined || answer.read === true) continue
    const parts = path.split('/')
    const id = parts.filter((_, index) => index % 2 === 0).join('.')
    const scope = parts.length > 1 ? [parts.slice(0, -1).join('/')] : []
    if (!asked.has(id)) asked.set(id, fill(question.ask, ground, scope))
  }
  return asked.size === 0 ? undefined : Object.fromEntries(asked)
}

/** Wording kept on purpose, with where it stands and why. */
export function keptOf(
  entries: readonly Entry[],
  ground: Ground,
): readonly (Kept & { readonly question: string })[] | undefined {
  const kept = entries.flatMap(({ path }) =>
    (ground.interview.answers.get(path)?.kept ?? []).map(({ rule, words, reason }) => ({
      question: shownPath(ground, path),
      rule,
      words,
      reason,
    })),
  )
  return kept.length === 0 ? undefined : kept
}

/** Leaves out what is undefined. */
export function defined<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}
