import { readCadence } from '../checkins/cadence-phrase.ts'
import { isZone, nearZones } from '../checkins/zone.ts'
import { Trouble } from '../problem.ts'
import { nearNames } from '../template/near.ts'
import { oneLine } from './body.ts'
import { NAME_LENGTH } from './names.ts'
import type { Person } from './note.ts'
import { fold, matchPerson } from './people.ts'
import { parsePerson } from './person-file.ts'
import { setKey } from './splice.ts'

/** What is given for a person with flags; an empty text takes the entry away, aliases are added to those there are. */
export interface PersonChange {
  readonly name?: string
  readonly aliases?: readonly string[]
  readonly role?: string
  readonly relationship?: string
  readonly cadence?: string
  readonly zone?: string
}

/**
 * The person with what was given. Throws `usage` for a zone that does not exist, a cadence that cannot be read, or a
 * relationship that is none. A cadence that is new counts from `today`, a plain day.
 */
export function withChange(person: Person, change: PersonChange, today: string): Person {
  const aliases = [...person.aliases]
  for (const alias of change.aliases ?? []) {
    const name = oneLine(alias)
    const known = [person.name, ...aliases].some((one) => fold(one) === fold(name))
    if (name !== '' && !known) aliases.push(name)
  }
  const role = entry(change.role, person.role)
  const relationship = relationshipOf(change.relationship, person.relationship)
  const cadence =
    change.cadence === undefined ? person.cadence : checkedCadence(entry(change.cadence, undefined))
  const since = cadence === undefined ? undefined : cadence === person.cadence ? person.since : today
  const zone = change.zone === undefined ? person.zone : checkedZone(entry(change.zone, undefined))
  return {
    slug: person.slug,
    name: change.name === undefined ? person.name : oneLine(change.name),
    aliases,
    ...(role === undefined ? {} : { role }),
    ...(relationship === undefined ? {} : { relationship }),
    ...(cadence === undefined ? {} : { cadence }),
    ...(since === undefined ? {} : { since }),
    ...(zone === undefined ? {} : { zone }),
  }
}

/** Throws `usage` where a person's file, as somebody changed it by hand, holds a cadence or a zone that `withChange` refuses. */
export function checkEntries(person: Person): void {
  checkedCadence(person.cadence)
  checkedZone(person.zone)
}

/** The person under another name; the old one stays as an alias, and the slug where it is. */
export function renamed(person: Person, name: string): Person {
  const shown = oneLine(name)
  const aliases = [...person.aliases, person.name].filter((alias) => alias !== shown)
  return { ...person, name: shown, aliases: [...new Set(aliases)] }
}

/** A person's file with the entries that differ changed at their place; every other byte stays. */
export function spliced(source: string, path: string, after: Person): string {
  const before = parsePerson(source, path)
  let text = source
  for (const key of ['name', 'aliases', 'role', 'relationship', 'cadence', 'since', 'zone'] as const) {
    if (JSON.stringify(before[key]) === JSON.stringify(after[key])) continue
    text = key === 'aliases' ? withAliases(text, path, before, after) : setKey(text, [key], after[key], path)
  }
  return text
}

/** New ones are put behind those there are, so that a comment beside one stays. */
function withAliases(source: string, path: string, before: Person, after: Person): string {
  const count = before.aliases.length
  const grown = count > 0 && before.aliases.every((alias, at) => after.aliases[at] === alias)
  if (!grown) return setKey(source, ['aliases'], after.aliases.length === 0 ? undefined : after.aliases, path)
  return after.aliases
    .slice(count)
    .reduce((text, alias, at) => setKey(text, ['aliases', count + at], alias, path), source)
}

/** Throws `usage` when the name is empty or far too long, or when it or an alias of it belongs to somebody else. */
export function checkName(name: string, others: readonly Person[]): void {
  if (fold(name) === '') {
    throw new Trouble({ kind: 'usage', message: 'A name is needed.', mend: 'For example: "Sam Rivera".' })
  }
  if (name.length > NAME_LENGTH) {
    const message = `A name may have ${NAME_LENGTH} characters; this has ${name.length}.`
    throw new Trouble({ kind: 'usage', message, mend: 'Write it shorter.' })
  }
  const taken = others.find((person) =>
    [person.name, ...person.aliases].some((one) => fold(one) === fold(name)),
  )
  if (taken === undefined) return
  const known = fold(taken.name) === fold(name) ? '' : ` (as an alias of ${taken.name})`
  throw new Trouble({
    kind: 'usage',
    message: `${oneLine(name)} is there already${known}.`,
    mend: `See: tactful people show ${taken.slug}. For somebody else of that name, add what tells them apart.`,
  })
}

/** Names that are close to a new one, for a gentle hint. */
export function closeNames(name: string, people: readonly Person[]): readonly string[] {
  const found = matchPerson(name, people)
  if (found.match === 'none') return found.near
  return found.match === 'one' ? [found.person.name] : found.people.map((person) => person.name)
}

function entry(given: string | undefined, before: string | undefined): string | undefined {
  if (given === undefined) return before
  const text = oneLine(given)
  return text === '' ? undefined : text
}

function relationshipOf(given: string | undefined, before: Person['relationship']): Person['relationship'] {
  if (given === undefined) return before
  if (given === '') return undefined
  if (given === 'mentor' || given === 'lead' || given === 'peer') return given
  throw new Trouble({
    kind: 'usage',
    message: `"${given}" is none of mentor, lead and peer.`,
    mend: 'Choose what you are to them.',
  })
}

function checkedCadence(phrase: string | undefined): string | undefined {
  if (phrase === undefined) return undefined
  const read = readCadence(phrase)
  if ('cadence' in read) return phrase
  throw new Trouble({ kind: 'usage', message: read.mistake, mend: read.mend })
}

function checkedZone(zone: string | undefined): string | undefined {
  if (zone === undefined || isZone(zone)) return zone
  const near = nearZones(zone, nearNames)
  throw new Trouble({
    kind: 'usage',
    message: `There is no time zone "${zone}".`,
    mend:
      near.length === 0
        ? 'Write it as a region and a city, such as Europe/Lisbon.'
        : `Did you mean ${near.join(' or ')}?`,
  })
}
