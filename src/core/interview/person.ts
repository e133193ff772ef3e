import { NAME_LENGTH } from '../notebook/names.ts'
import type { Person } from '../notebook/note.ts'
import type { Parsed } from './parse.ts'

/** A person by slug, alias or unique beginning of a name; anybody else is new, and the names close to it come as a hint. */
export async function readPerson(raw: string, people: readonly Person[]): Promise<Parsed> {
  const name = raw.replace(/\s+/g, ' ').trim().normalize('NFC')
  if (name.length > NAME_LENGTH) {
    return {
      mistake: `A name may have ${NAME_LENGTH} characters; this has ${name.length}.`,
      mend: 'Write it shorter.',
    }
  }
  if (people.length === 0) return { value: name }
  // Loaded here, because it brings the YAML library, which the first question has to do without.
  const { matchPerson } = await import('../notebook/people.ts')
  const found = matchPerson(name, people)
  if (found.match === 'one') return { value: found.person.slug }
  if (found.match === 'none') return { value: name, ...(found.near.length === 0 ? {} : { hint: found.near }) }
  return {
    mistake: `"${name}" could be ${found.people.map((person) => person.name).join(' or ')}.`,
    mend: 'Write a little more of the name.',
  }
}
