import { type Ground, personName } from '../interview/ground.ts'
import type { Person } from '../notebook/note.ts'
import { fold } from '../text/fold.ts'
import { findNames } from './find-names.ts'
import { nameIndex } from './name-index.ts'

/** Everybody the notebook knows, and whom an interview is about where they are not in it yet. */
export function peopleFor(ground: Ground): readonly Person[] {
  const { people } = ground.world
  const [asked] = [...ground.questions].find(([, { type }]) => type === 'person') ?? []
  const value = asked === undefined ? undefined : ground.values.get(asked)
  if (value === undefined || people.some(({ slug }) => slug === value)) return people
  return [...people, { slug: '@new', name: personName(ground.world, String(value)), aliases: [] }]
}

/** Names of these people as they stand in a text, in order and each once. Whoever is called `owner` may be named. */
export function namedIn(people: readonly Person[], text: string, owner = ''): readonly string[] {
  return spansOf(people, text, owner)
    .map(({ start, end }) => text.slice(start, end))
    .filter((name, at, all) => all.indexOf(name) === at)
}

/** Where such names stand, in UTF-16 units. */
export function spansOf(
  people: readonly Person[],
  text: string,
  owner = '',
): readonly { readonly start: number; readonly end: number }[] {
  const isOwner = ({ name, aliases }: Person): boolean =>
    [name, name.split(/\s+/)[0] ?? name, ...aliases].some((one) => hasWords(owner, one))
  const called = people
    .filter((person) => !isOwner(person))
    .map(({ slug, name, aliases }) => ({ key: slug, names: [name, ...aliases] }))
  return called.length === 0
    ? []
    : findNames(nameIndex(called), text).spans.filter((span) => span.isUnsure !== true)
}

function hasWords(text: string, name: string): boolean {
  return spaced(text).includes(spaced(name))
}

function spaced(text: string): string {
  return ` ${fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
}
