import { COLUMN, type Table, WIDTH } from './table.ts'
import { walkNotes } from './walk.ts'

/** What is there now beside what a table knows. Kept in columns: there may be a hundred thousand files. */
export interface Plan {
  /** In the order of paths: a row of the table that still holds, or -1 for the next of the files to be read. */
  readonly steps: readonly number[]
  /** Files to be read, and their size, mtime and ctime one after the other. */
  readonly paths: readonly string[]
  readonly stats: readonly number[]
  /** When the files were looked at, in ms since 1970. */
  readonly seen: number
  /** What is no plain file. */
  readonly refused: readonly string[]
}

/** Numbers in `stats` for each file. */
export const STATS = 3

/**
 * File systems tell times only so exactly: a file that was changed this shortly before it was looked at may have been
 * changed once more at the same time.
 */
const UNSURE_MS = 2000

/** Looks at all files below `top` and compares their sizes and times with a table. Throws what the disk does. */
export function compareFiles(root: string, top: string, table: Table): Plan {
  const { lines, numbers, rows } = table
  const steps: number[] = []
  const paths: string[] = []
  const stats: number[] = []
  let row = 0
  const seen = Date.now()
  const refused = walkNotes(root, top, (folder, name, { size, mtimeMs, ctimeMs }) => {
    for (; row < rows; row++) {
      const first = row * WIDTH
      const at = numbers[first + COLUMN.lineAt] ?? 0
      if (isPath(lines, at, folder, name)) {
        const holds =
          numbers[first + COLUMN.size] === size &&
          numbers[first + COLUMN.modified] === mtimeMs &&
          numbers[first + COLUMN.changed] === ctimeMs &&
          Math.abs((numbers[first + COLUMN.seen] ?? 0) - ctimeMs) > UNSURE_MS
        if (holds) {
          steps.push(row++)
          return
        }
        row++
        break
      }
      if (lines.slice(at, lines.indexOf('\t', at)) > folder + name) break
    }
    steps.push(-1)
    paths.push(folder + name)
    stats.push(size, mtimeMs, ctimeMs)
  })
  return { steps, paths, stats, seen, refused }
}

/** Whether nothing changed. */
export function isSame({ steps, paths }: Plan, table: Table): boolean {
  return paths.length === 0 && steps.length === table.rows
}

function isPath(lines: string, at: number, folder: string, name: string): boolean {
  const end = at + folder.length
  return (
    lines.startsWith(name, end) && lines.charCodeAt(end + name.length) === 9 && lines.startsWith(folder, at)
  )
}
