import type { Person } from '../notebook/note.ts'
import { nearNames } from '../template/near.ts'
import { fold } from '../text/fold.ts'
import type { Parsed } from './parse.ts'

/** A person by slug, alias or unique beginning of a name; anybody else is new, and the names close to it come as a hint. */
export function readPerson(raw: string, people: readonly Person[]): Parsed {
  const name = raw.replace(/\s+/g, ' ').trim().normalize('NFC')
  const wanted = fold(name)
  const exact = people.filter((person) =>
    [person.slug, person.name, ...person.aliases].some((one) => fold(one) === wanted),
  )
  const found = exact.length > 0 ? exact : people.filter((person) => fold(person.name).startsWith(wanted))
  const [only] = found
  if (only !== undefined && found.length === 1) return { value: only.slug }
  if (found.length > 1) {
    return {
      mistake: `"${name}" could be ${found.map((person) => person.name).join(' or ')}.`,
      mend: 'Write a little more of the name.',
    }
  }
  const hint = nearNames(
    name,
    people.map((person) => person.name),
  )
  return hint.length === 0 ? { value: name } : { value: name, hint }
}
