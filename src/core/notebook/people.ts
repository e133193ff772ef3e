import { distance } from 'fastest-levenshtein'
import { Trouble } from '../problem.ts'
import { isSlug } from './names.ts'
import { FORMAT, type Person } from './note.ts'
import { type Plain, readYaml } from './yaml-in.ts'
import { writeRecord } from './yaml-out.ts'

const RELATIONSHIPS = ['mentor', 'lead', 'peer'] as const

/**
 * Reads a person's file; `path` gives the slug. Keys we do not know stay in the file and are not looked at. Throws
 * `data` with the place, or `newer`.
 */
export function parsePerson(source: string, path: string): Person {
  const refuse = (message: string, line = 1): never => {
    throw new Trouble({ kind: 'data', file: path, message, line })
  }
  const slug =
    path
      .split('/')
      .at(-1)
      ?.replace(/\.yaml$/, '') ?? ''
  if (!isSlug(slug)) refuse('the file name is no short name of a person')
  if (source.includes('\0')) refuse('the file holds bytes that are not text')
  if (/^(?:<{7}|>{7})(?: |\r?$)/m.test(source))
    refuse('two versions stand in one file, between conflict markers')
  const read = readYaml(source.replace(/^\ufeff/, ''), path)
  const value = read.value
  if (!isMap(value)) return refuse('this is no person: the name is missing')
  const format = value.tactful ?? FORMAT
  if (typeof format === 'number' && format > FORMAT) throw new Trouble({ kind: 'newer', file: path, format })
  const text = (key: string): string | undefined => {
    const found = value[key] ?? null
    if (found === null && !read.sources.get(key)) return undefined
    if (typeof found === 'object' && found !== null)
      return refuse(`"${key}" should be text`, read.lines.get(key))
    return typeof found === 'string' ? found : read.sources.get(key)
  }
  const name = text('name')
  if (name === undefined || name.trim() === '') return refuse('the name is missing', read.lines.get('name'))
  const aliases = value.aliases ?? []
  if (!Array.isArray(aliases) || !aliases.every((alias) => typeof alias === 'string')) {
    return refuse('"aliases" should be a list of names', read.lines.get('aliases'))
  }
  const relationship = RELATIONSHIPS.find((known) => known === text('relationship'))
  if (text('relationship') !== undefined && relationship === undefined) {
    refuse(`"relationship" should be one of ${RELATIONSHIPS.join(', ')}`, read.lines.get('relationship'))
  }
  return person({
    slug,
    name,
    aliases,
    relationship,
    role: text('role'),
    cadence: text('cadence'),
    zone: text('zone'),
  })
}

/** Writes the file of a new person; a file that is there already is changed with `setKey`. Throws `usage` for entries too long to be read again. */
export function formatPerson(given: Person): string {
  const { slug: _slug, aliases, ...rest } = given
  return writeRecord({ tactful: FORMAT, ...rest, ...(aliases.length > 0 ? { aliases } : {}) })
}

/** What a typed name may mean: one person, several (typed too short), or none, with the nearest names. */
type PersonMatch =
  | { readonly match: 'one'; readonly person: Person }
  | { readonly match: 'several'; readonly people: readonly Person[] }
  | { readonly match: 'none'; readonly near: readonly string[] }

/** Finds a person by slug, by name or alias, or by a beginning of one that only they have; accents and case do not matter. */
export function matchPerson(given: string, people: readonly Person[]): PersonMatch {
  const wanted = fold(given)
  if (wanted === '') return { match: 'none', near: [] }
  const steps: readonly ((person: Person) => boolean)[] = [
    ({ slug }) => slug === given.trim().toLowerCase(),
    (person) => namesOf(person).some((name) => fold(name) === wanted),
    (person) => [...namesOf(person), person.slug].some((name) => fold(name).startsWith(wanted)),
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
      far: Math.min(...parts(person).map((part) => distance(wanted, part))),
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

function person(
  given: { [Key in keyof Person]: Person[Key] | undefined } & Pick<Person, 'slug' | 'name' | 'aliases'>,
): Person {
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  ) as unknown as Person
}

function isMap(value: Plain): value is { readonly [key: string]: Plain } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
