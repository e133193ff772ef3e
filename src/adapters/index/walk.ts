import { type Dirent, lstatSync, type Stats } from 'node:fs'
import { join } from 'node:path'
import { isSafePath } from '../../core/notebook/names.ts'
import { onDisk } from '../store/durable.ts'
import { entriesOf, MOST_BYTES, refuseLinks } from '../store/reading.ts'

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
  const visitFolder = (folder: string): void => {
    const entries = entriesOf(join(root, folder))
    if (!entries) refused.push(folder)
    for (const [name, entry] of inOrder(entries ?? [])) {
      if (name.startsWith('.')) continue
      const path = `${folder}/${entry.name}`
      if (!OWN_NAME.test(name) && !isSafePath(path)) refused.push(path)
      else if (entry.isDirectory()) visitFolder(path)
      else if (!entry.isFile()) refused.push(path)
      else {
        const stat = lstatSync(`${root}/${path}`, { throwIfNoEntry: false })
        if (stat === undefined || stat.size > MOST_BYTES) refused.push(path)
        else if (name.endsWith('.md')) visit(path, stat)
      }
    }
  }
  refuseLinks(root, `${top}/x`)
  onDisk(top, 'reading', () => visitFolder(top))
  return refused.sort()
}

/** Folder entries by name; a folder stands where its name and a slash stand, as in a list of whole paths. */
function inOrder(entries: readonly Dirent[]): readonly (readonly [string, Dirent])[] {
  const named = entries.map((entry) => [entry.isDirectory() ? `${entry.name}/` : entry.name, entry] as const)
  // The system hands them over by name already; sorting them again would cost more than all else here.
  const isSorted = named.every(([name], at) => at === 0 || (named[at - 1]?.[0] ?? '') < name)
  return isSorted ? named : named.sort(([a], [b]) => (a < b ? -1 : 1))
}
