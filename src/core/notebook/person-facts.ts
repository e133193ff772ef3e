import { Trouble } from '../problem.ts'
import { isSlug } from './names.ts'
import { FORMAT, type Person } from './note.ts'
import type { Plain } from './yaml-in.ts'
import { type OwnYaml, readAsOwn } from './yaml-own.ts'

const RELATIONSHIPS = ['mentor', 'lead', 'peer'] as const

/**
 * Reads a person's file by means of `readAll`; `path` gives the slug. Keys we do not know stay in the file and are not
 * looked at. Throws `data` with the place, `newer`, and what `readAll` throws.
 */
export function checkPerson(
  source: string,
  path: string,
  readAll: (yaml: string, path: string) => OwnYaml,
): Person {
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
  const read = readAll(source.replace(/^\ufeff/, ''), path)
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
    since: text('since'),
    zone: text('zone'),
  })
}

/** Reads a person's file that is as we write it, without loading a YAML reader. Undefined for every other one. */
export function readOwnPerson(source: string, path: string): Person | undefined {
  return readAsOwn(path, (read) => checkPerson(source, path, read))
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
