import slugify from '@sindresorhus/slugify'
import { oneLine } from './body.ts'
import { DEVICE, SLUG_LENGTH } from './names.ts'
import type { Person } from './note.ts'

const NO_NAME = 'person'

/**
 * A slug for any name, different from those taken; a name with nothing to write in ASCII becomes `person`. At most 40
 * characters, never a device name, never empty.
 */
export function slugFor(name: string, taken: Iterable<string> = []): string {
  const plain = slugify(name.slice(0, 400).replace(/\p{Cf}/gu, ''), { decamelize: false })
  const ascii = cut(plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+/, ''), SLUG_LENGTH) || NO_NAME
  const base = DEVICE.test(ascii) ? `${ascii}-${NO_NAME}` : ascii
  const known = new Set(taken)
  let slug = base
  for (let n = 2; known.has(slug); n++) slug = `${cut(base, SLUG_LENGTH - `-${n}`.length)}-${n}`
  return slug
}

function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/-+$/, '')
}

/** A person nobody wrote down before: the name as typed on one line, and a slug different from those of `people`. */
export function newPerson(name: string, people: readonly Person[]): Person {
  const shown = oneLine(name)
  return {
    slug: slugFor(
      shown,
      people.map(({ slug }) => slug),
    ),
    name: shown,
    aliases: [],
  }
}
