import { type Dirent, lstatSync, readdirSync, type Stats } from 'node:fs'
import { join } from 'node:path'
import { isSafePath } from '../../core/notebook/names.ts'
import { errnoOf, onDisk } from '../store/durable.ts'
import { entriesOf, MOST_BYTES, refuseLinks } from '../store/reading.ts'

const QUIETLY = { throwIfNoEntry: false } as const

// Names as we make them need no longer look.
const OWN_NAME = /^\d{4}-\d\d-\d\d-[a-z]+-[0-9a-z]{6}\.md$/

/** Is told of a note file: the path of its folder with a slash, its name, and what the disk says of it. */
type Visit = (folder: string, name: string, stat: Stats) => void

/**
 * Tells of every note file below `top` in the order of their paths, and gives back the paths of what is no plain file,
 * too large or closed to us. Throws `data` when `top` is a link, and `disk`.
 */
export function walkNotes(root: string, top: string, visit: Visit): readonly string[] {
  const refused: string[] = []
  const visitFile = (folder: string, name: string): void => {
    const stat = lstatSync(`${root}/${folder}${name}`, QUIETLY)
    // Gone since its folder was read: as if it had not been there.
    if (stat === undefined) return
    if (stat.isDirectory()) visitFolder(folder + name)
    else if (!stat.isFile() || stat.size > MOST_BYTES) refused.push(folder + name)
    else if (name.endsWith('.md')) visit(folder, name, stat)
  }
  const visitFolder = (path: string): void => {
    const folder = `${path}/`
    const names = notesOnly(`${root}/${path}`)
    if (names !== undefined) {
      for (const name of names) visitFile(folder, name)
      return
    }
    const entries = entriesOf(join(root, path))
    if (!entries) refused.push(path)
    for (const [name, entry] of inOrder(entries ?? [])) {
      if (name.startsWith('.')) continue
      const inside = folder + entry.name
      if (!isSafePath(inside)) refused.push(inside)
      else if (entry.isDirectory()) visitFolder(inside)
      else if (!entry.isFile()) refused.push(inside)
      else visitFile(folder, name)
    }
  }
  refuseLinks(root, `${top}/x`)
  onDisk(top, 'reading', () => visitFolder(top))
  return refused.sort()
}

/**
 * What is in a folder that holds nothing but notes named as we name them, which most do: it need not be asked for kinds
 * and put in order one by one. Undefined for any other folder.
 */
function notesOnly(folder: string): readonly string[] | undefined {
  try {
    const names = readdirSync(folder)
    let last = ''
    for (const name of names) {
      if (name <= last || !OWN_NAME.test(name)) return undefined
      last = name
    }
    return names
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
