import { type Dirent, lstatSync, readdirSync, type Stats } from 'node:fs'
import { join } from 'node:path'
import { isSafePath } from '../../core/notebook/names.ts'
import { errnoOf, onDisk } from '../store/durable.ts'
import { entriesOf, MOST_BYTES, refuseLinks } from '../store/reading.ts'

const QUIETLY = { throwIfNoEntry: false } as const

// Names as we make them need no longer look.
const OWN_NAME = /^\d{4}-\d\d-\d\d-[a-z]+-[0-9a-z]{6}\.md$/

/**
 * Calls `visit` for every note file below `top` in the order of their paths, and gives back the paths of what is no
 * plain file, too large or closed to us. Throws `data` when `top` is a link, and `disk`.
 */
export function walkNotes(
  root: string,
  top: string,
  visit: (path: string, stat: Stats) => void,
): readonly string[] {
  const refused: string[] = []
  const visitFile = (path: string, name: string, stat: Stats | undefined): void => {
    if (stat === undefined || stat.size > MOST_BYTES) refused.push(path)
    else if (name.endsWith('.md')) visit(path, stat)
  }
  const visitFolder = (folder: string): void => {
    const notes = notesOnly(root, folder)
    if (notes !== undefined) {
      for (const { name, stat } of notes) visitFile(`${folder}/${name}`, name, stat)
      return
    }
    const entries = entriesOf(join(root, folder))
    if (!entries) refused.push(folder)
    for (const [name, entry] of inOrder(entries ?? [])) {
      if (name.startsWith('.')) continue
      const path = `${folder}/${entry.name}`
      if (!isSafePath(path)) refused.push(path)
      else if (entry.isDirectory()) visitFolder(path)
      else if (!entry.isFile()) refused.push(path)
      else visitFile(path, name, lstatSync(`${root}/${path}`, QUIETLY))
    }
  }
  refuseLinks(root, `${top}/x`)
  onDisk(top, 'reading', () => visitFolder(top))
  return refused.sort()
}

/**
 * The files of a folder that holds nothing but notes named as we name them, which most do: they need no look at their
 * kinds and names one by one. Undefined for any other folder.
 */
function notesOnly(
  root: string,
  folder: string,
): readonly { readonly name: string; readonly stat: Stats }[] | undefined {
  try {
    const names = readdirSync(`${root}/${folder}`)
    if (!names.every((name, at) => OWN_NAME.test(name) && (at === 0 || (names[at - 1] ?? '') < name)))
      return undefined
    const found: { readonly name: string; readonly stat: Stats }[] = []
    for (const name of names) {
      const stat = lstatSync(`${root}/${folder}/${name}`, QUIETLY)
      if (stat === undefined || !stat.isFile()) return undefined
      found.push({ name, stat })
    }
    return found
  } catch (error) {
    if (errnoOf(error) === undefined) throw error
    return undefined
  }
}

/** Folder entries by name; a folder stands where its name and a slash stand, as in a list of whole paths. */
function inOrder(entries: readonly Dirent[]): readonly (readonly [string, Dirent])[] {
  const named = entries.map((entry) => [entry.isDirectory() ? `${entry.name}/` : entry.name, entry] as const)
  return named.sort(([a], [b]) => (a < b ? -1 : 1))
}
