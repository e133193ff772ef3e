import { Trouble } from '../problem.ts'
import { apart } from '../text/apart.ts'
import type { Person } from './note.ts'

/** What a typed name may mean: one person, several (typed too short), or none, with the nearest names. */
type PersonMatch =
  | { readonly match: 'one'; readonly person: Person }
  | { readonly match: 'several'; readonly people: readonly Person[] }
  | { readonly match: 'none'; readonly near: readonly string[] }

/** Finds a person by slug, by name or alias, or by a beginning of one that only they have, else of a slug; accents and case do not matter. */
export function matchPerson(given: string, people: readonly Person[]): PersonMatch {
  const wanted = fold(given)
  if (wanted === '') return { match: 'none', near: [] }
  const steps: readonly ((person: Person) => boolean)[] = [
    ({ slug }) => slug === given.trim().toLowerCase(),
    (person) => namesOf(person).some((name) => fold(name) === wanted),
    (person) => namesOf(person).some((name) => fold(name).startsWith(wanted)),
    // Last, since a slug is seldom seen: of a name in another script it is written in ours.
    ({ slug }) => slug.startsWith(wanted),
  ]
  for (const step of steps) {
    const found = people.filter(step)
    const [only] = found
    if (only && found.length === 1) return { match: 'one', person: only }
    if (only) return { match: 'several', people: found }
  }
  return { match: 'none', near: nearNames(wanted, people) }
}

/** The person somebody means. Throws `unknown` with near names, or `ambiguous` with the slugs of those it could be. */
export function findPerson(given: string, people: readonly Person[]): Person {
  const found = matchPerson(given, people)
  if (found.match === 'one') return found.person
  if (found.match === 'none') throw new Trouble({ kind: 'unknown', what: 'person', given, near: found.near })
  const matches = found.people.map(({ slug }) => slug)
  throw new Trouble({ kind: 'ambiguous', what: 'person', given, matches })
}

/** What is said where somebody is named who is not there and nobody can be asked; `near` are the names closest to it. */
export function nobodyCalled(name: string, near: readonly string[]): Trouble {
  const meant = near.length === 0 ? '' : `Did you mean ${near.map((one) => `"${one}"`).join(' or ')}? `
  return new Trouble({
    kind: 'usage',
    message: `There is nobody called "${name}" in this notebook.`,
    mend: `${meant}To add somebody new, repeat it with --yes.`,
  })
}

/** A name for comparing: no accents, no case, no invisible marks, single spaces, one kind of apostrophe and hyphen. */
export function fold(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[’ʼ`´]/g, "'")
    .replace(/[\s\p{Pd}\p{Cc}]+/gu, ' ')
    .trim()
    .toLowerCase()
}

function nearNames(wanted: string, people: readonly Person[]): readonly string[] {
  const most = Math.max(1, Math.floor(wanted.length / 3))
  return people
    .map((person) => ({
      name: person.name,
      far: Math.min(...parts(person).map((part) => apart(wanted, part))),
    }))
    .filter(({ far }) => far <= most)
    .sort((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1))
    .slice(0, 3)
    .map(({ name }) => name)
}

// "Sma" is near "Sam" although the person is called Sam Rivera.
function parts(person: Person): readonly string[] {
  return namesOf(person).flatMap((name) => [fold(name), ...fold(name).split(' ')])
}

function namesOf(person: Person): readonly string[] {
  return [person.name, ...person.aliases]
}
