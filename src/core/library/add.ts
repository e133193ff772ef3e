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

/** Longer files are not changed at a place; nobody has written one by adding to it. */
const LONGEST = 60_000

/**
 * The team's own file with the entry at its end; every byte before and after it stays. Without a file it is a new one,
 * which begins with `begin`, the entries that would be hidden by it. Throws `config` with every mistake of a file that is
 * broken, `usage` for an entry that no library can hold, and `data` where the file is written in a way that nothing can be
 * added to.
 */
export function withEntry(
  own: string | undefined,
  entry: LibraryEntry,
  about: { readonly path: string; readonly id: string; readonly title: string },
  begin: readonly LibraryEntry[],
): string {
  if (own === undefined) {
    const { id, title, path } = about
    const head =
      begin.length === 0 ? 'Our own entries, beside those that ship.' : 'Ours, in place of what ships.'
    const text = writeYaml({ id, version: 1, title, entries: [...begin, entry] })
    return sound(`# ${head}\n${text}`, path)
  }
  const before = checkLibrary(own, about.path)
  if ('mistakes' in before) throw new Trouble({ kind: 'config', mistakes: before.mistakes })
  if (own.length > LONGEST) throw tooLong(about.path)
  return sound(setKey(own, ['entries', before.library.entries.length], entry, about.path), about.path)
}

function tooLong(path: string): Trouble {
  const mend = 'Add it there with any editor, or begin a library of another name.'
  return new Trouble({ kind: 'usage', message: `${path} is too long to be added to from here.`, mend })
}

function sound(text: string, path: string): string {
  const after = checkLibrary(text, path)
  if ('library' in after) return text
  const [first] = after.mistakes
  const { message = '', mend = '' } = first ?? {}
  throw new Trouble({ kind: 'usage', message: `Nothing was added. ${message}`, mend })
}
