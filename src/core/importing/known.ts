import type { Facts, Person } from '../notebook/note.ts'
import { fold, matchPerson } from '../notebook/people.ts'
import { fingerprint } from '../template/hash.ts'
import { headingKey } from './fields.ts'
import type { Row } from './rows.ts'

/** Finds a colleague by slug, name or alias, accents and case aside. Part of a name is never enough: two people may share it. */
export function personFinder(people: readonly Person[]): (name: string) => Person | undefined {
  const found = new Map<string, Person | undefined>()
  for (const person of people) {
    for (const name of new Set([person.slug, ...[person.name, ...person.aliases].map(fold)])) {
      // Whoever shares a name with somebody else cannot be told by it.
      found.set(name, found.has(name) ? undefined : person)
    }
  }
  return (name) => found.get(fold(name))
}

/** Names in the notebook that are close to one that is not. */
export function namesNear(name: string, people: readonly Person[]): readonly string[] {
  const match = matchPerson(name, people)
  if (match.match === 'none') return match.near
  return (match.match === 'one' ? [match.person] : match.people).slice(0, 3).map((person) => person.name)
}

/**
 * What all rows that were saved before are known by: their fingerprints, and the ids of the items, by which our own exports
 * name them. `notes` is the front matter of the evidence notes.
 */
export function savedRows(notes: readonly Pick<Partial<Facts>, 'items'>[]): ReadonlySet<string> {
  const rows = notes.flatMap(({ items = [] }) => items.flatMap((item) => [item.row, item.id]))
  return new Set(rows.filter((row) => typeof row === 'string'))
}

/**
 * Makes a giver of fingerprints for the rows of one file, in their order: the same for the same row in a later export,
 * whatever stands before it. Rows that have neither an id nor a ticket and are alike are told apart by counting.
 */
export function rowMarker(idHeading: string | undefined): (row: Row) => string {
  const alike = new Map<string, number>()
  return ({ name, date = '', ticket, text, id }) => {
    const who = fold(name)
    // Ids of different exports may be the same small numbers, so they do not count alone.
    if (id !== undefined) return marked(['id', headingKey(idHeading ?? ''), id, who, date])
    const row = marked(['row', who, date, ticket ?? '', text])
    if (ticket !== undefined) return row
    const count = alike.get(row) ?? 0
    alike.set(row, count + 1)
    return count === 0 ? row : marked(['row', row, String(count)])
  }
}

function marked(parts: readonly string[]): string {
  return fingerprint(parts.join('\u001f'))
}
