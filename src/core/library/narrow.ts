import { Trouble } from '../problem.ts'
import type { Library, LibraryEntry } from '../template/library.ts'
import { fold } from '../text/fold.ts'

/** What is left of a library: the entries asked for, and how many more are not for one role but for every one. */
interface Narrowed {
  readonly entries: readonly LibraryEntry[]
  readonly forAll: number
}

/**
 * The entries under one heading, or of one role, as typed: case, accents and hyphens do not matter, and the beginning of
 * a name will do. Throws `usage` with the headings or roles there are.
 */
export function narrow(
  library: Library,
  wanted: { readonly area?: string; readonly role?: string },
): Narrowed {
  const area = wanted.area === undefined ? undefined : oneOf('--area', wanted.area, areasOf(library))
  const under = library.entries.filter((entry) => area === undefined || entry.area === area)
  if (wanted.role === undefined) return { entries: under, forAll: 0 }
  const role = oneOf('--role', wanted.role, rolesOf(library))
  return {
    entries: under.filter(({ roles = [] }) => roles.includes(role)),
    forAll: under.filter(({ roles = [] }) => roles.length === 0).length,
  }
}

/** The headings of a library, in the order in which they first come. */
export function areasOf(library: Pick<Library, 'entries'>): readonly string[] {
  return [...new Set(library.entries.flatMap(({ area }) => area ?? []))]
}

function rolesOf(library: Library): readonly string[] {
  return [...new Set(library.entries.flatMap(({ roles = [] }) => roles))].sort()
}

function oneOf(flag: string, typed: string, known: readonly string[]): string {
  const given = plain(typed)
  const whole = known.find((one) => plain(one) === given)
  const begun = known.filter((one) => given !== '' && plain(one).startsWith(given))
  const [only, ...others] = whole === undefined ? begun : [whole]
  if (only !== undefined && others.length === 0) return only
  const what =
    only === undefined
      ? `${flag} "${typed}" is nothing that stands here.`
      : `${flag} "${typed}" could be several.`
  const names = (only === undefined ? known : begun).join(', ')
  const mend = names === '' ? `Leave ${flag} out.` : `There is: ${names}.`
  throw new Trouble({ kind: 'usage', message: what, mend })
}

function plain(text: string): string {
  return fold(text.replace(/[-_]+/g, ' '))
}
