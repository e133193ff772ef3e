import { slugFor } from '../notebook/new-person.ts'
import { setKey } from '../notebook/splice.ts'
import { writeYaml } from '../notebook/yaml-out.ts'
import { Trouble } from '../problem.ts'
import type { Library, LibraryEntry } from '../template/library.ts'
import { checkLibrary } from '../template/library-check.ts'
import { fold } from '../text/fold.ts'

/** An entry as somebody gives it: without an id it gets one from its label. */
export type GivenEntry = Omit<LibraryEntry, 'id'> & { readonly id?: string }

/**
 * The entry with its id, ready to be added to the library (undefined where there is none yet). Throws `usage` for an id or
 * a label that is there already.
 */
export function newEntry(given: GivenEntry, library: Library | undefined): LibraryEntry {
  const entries = library?.entries ?? []
  const twin = entries.find(({ label }) => fold(label) === fold(given.label))
  if (twin !== undefined) throw there(`"${twin.label}" is there already, as ${twin.id}.`)
  const { id = idFrom(given.label), label, ...rest } = given
  const same = entries.find((entry) => entry.id === id)
  if (same !== undefined) throw there(`The id ${id} is taken, by "${same.label}".`)
  return { id, label, ...rest }
}

function there(message: string): Trouble {
  return new Trouble({
    kind: 'usage',
    message,
    mend: 'Nothing was added. Give yours another label, or name another id with --id.',
  })
}

function idFrom(label: string): string {
  const slug = slugFor(label)
  return /^[a-z]/.test(slug) ? slug : `our-${slug}`
}

/**
 * The team's own file with the entry at its end; every byte before and after it stays. Without a file it is a new one,
 * which begins with `begin`, the entries that would be hidden by it. Throws `config` with every mistake of a file that is
 * broken or would become so, and `data` where it is written in a way that nothing can be added to.
 */
export function withEntry(
  own: string | undefined,
  entry: LibraryEntry,
  about: { readonly path: string; readonly id: string; readonly title: string },
  begin: readonly LibraryEntry[],
): string {
  const text = own ?? written({ id: about.id, version: 1, title: about.title, entries: [...begin, entry] })
  if (own === undefined) return sound(text, about.path)
  const before = checkLibrary(own, about.path)
  if ('mistakes' in before) throw new Trouble({ kind: 'config', mistakes: before.mistakes })
  return sound(setKey(own, ['entries', before.library.entries.length], entry, about.path), about.path)
}

function written(library: Library): string {
  return `# Our own entries. One with an id that ships takes the place of it.\n${writeYaml({ ...library })}`
}

function sound(text: string, path: string): string {
  const after = checkLibrary(text, path)
  if ('mistakes' in after) throw new Trouble({ kind: 'config', mistakes: after.mistakes })
  return text
}
