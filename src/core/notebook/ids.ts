import { dayOfInstant } from '../dates.ts'
import { Trouble } from '../problem.ts'

const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/
const SHORT = 6
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** True for a ULID as we write them: 26 characters, upper case. */
export function isUlid(text: string): boolean {
  return ULID.test(text)
}

/** The UTC day on which a ULID was made, which its first ten characters tell; undefined for anything else. */
export function dayOfId(id: string): string | undefined {
  if (!isUlid(id)) return undefined
  const ms = [...id.slice(0, 10)].reduce((sum, sign) => sum * 32 + ALPHABET.indexOf(sign), 0)
  return dayOfInstant(ms)
}

/** The ending of an id that people see and type: its last six characters in lower case. */
export function shortId(id: string): string {
  return id.slice(-SHORT).toLowerCase()
}

/**
 * What somebody typed for an id, as ids are written: case does not matter, `i` and `l` are `1`, `o` is `0`, and hyphens
 * and outer spaces are dropped. Undefined when no id can hold it.
 */
export function readId(typed: string): string | undefined {
  const id = typed.trim().replaceAll('-', '').toUpperCase().replace(/[IL]/g, '1').replaceAll('O', '0')
  return /^[0-9A-HJKMNP-TV-Z]{1,26}$/.test(id) ? id : undefined
}

/**
 * Every id that ends in what was typed, or whose short form begins with it: people copy the end, and type the beginning
 * of what they see. A whole id matches only itself.
 */
export function matchIds(typed: string, ids: readonly string[]): readonly string[] {
  const given = readId(typed)
  if (given === undefined) return []
  return ids.filter((id) => id.endsWith(given) || id.slice(-SHORT).startsWith(given))
}

/**
 * The one id that `matchIds` finds. Throws `unknown` with the ids whose short form is nearest, or `ambiguous` with
 * the shortest endings that tell the matches apart.
 */
export function findId(typed: string, ids: readonly string[], what: 'note' | 'draft'): string {
  const matches = [...new Set(matchIds(typed, ids))]
  const [only] = matches
  if (only !== undefined && matches.length === 1) return only
  if (matches.length > 1) {
    throw new Trouble({ kind: 'ambiguous', what, given: typed, matches: shortestEndings(matches) })
  }
  throw new Trouble({ kind: 'unknown', what, given: typed, near: nearIds(typed, ids) })
}

/** The one of these whose id `findId` finds. Throws as that does. */
export function findById<T extends { readonly id: string }>(
  typed: string,
  all: readonly T[],
  what: 'note' | 'draft',
): T {
  const id = findId(
    typed,
    all.map((one) => one.id),
    what,
  )
  const found = all.find((one) => one.id === id)
  if (found === undefined) throw new Trouble({ kind: 'unknown', what, given: typed, near: [] })
  return found
}

function shortestEndings(ids: readonly string[]): readonly string[] {
  for (let length = SHORT; length < 26; length++) {
    const endings = new Set(ids.map((id) => id.slice(-length)))
    if (endings.size === ids.length) return [...endings].map((ending) => ending.toLowerCase())
  }
  return ids.map((id) => id.toLowerCase())
}

// One character wrong, missing or changed about is what happens when an id is copied by eye.
function nearIds(typed: string, ids: readonly string[]): readonly string[] {
  const given = readId(typed)
  if (given === undefined || given.length < 4) return []
  const wanted = given.slice(-SHORT)
  return ids
    .filter((id) => differences(wanted, id.slice(-wanted.length)) <= 1)
    .slice(0, 3)
    .map(shortId)
}

function differences(a: string, b: string): number {
  return [...a].filter((character, index) => character !== b[index]).length
}
