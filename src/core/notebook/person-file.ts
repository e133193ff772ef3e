import { FORMAT, type Person } from './note.ts'
import { checkPerson } from './person-facts.ts'
import { readYaml } from './yaml-in.ts'
import { writeRecord } from './yaml-out.ts'

/**
 * Reads a person's file; `path` gives the slug. Keys we do not know stay in the file and are not looked at. Throws
 * `data` with the place, or `newer`.
 */
export function parsePerson(source: string, path: string): Person {
  return checkPerson(source, path, readYaml)
}

/** Writes the file of a new person; a file that is there already is changed with `setKey`. Throws `usage` for entries too long to be read again. */
export function formatPerson(given: Person): string {
  const { slug: _slug, aliases, ...rest } = given
  return writeRecord({ tactful: FORMAT, ...rest, ...(aliases.length > 0 ? { aliases } : {}) })
}
