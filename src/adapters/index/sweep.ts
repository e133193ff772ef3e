import { lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { removeQuietly } from '../store/durable.ts'
import { readKept } from './table.ts'

// Another command may still read what it opened, or be writing what it has not published yet.
const SPARED_MS = 10 * 60_000

/** Takes away what no table of the index needs any more: parts of earlier ones, and of writers that came to grief. */
export function sweep(folder: string): void {
  const needed = new Set(['notes.heads', 'private.heads'])
  for (const top of ['notes', 'private'] as const) for (const name of readKept(folder, top)) needed.add(name)
  const now = performance.timeOrigin + performance.now()
  for (const name of readdirSync(folder)) {
    if (needed.has(name)) continue
    const path = join(folder, name)
    const stat = lstatSync(path, { throwIfNoEntry: false })
    if (stat?.isFile() && now - stat.ctimeMs > SPARED_MS) removeQuietly(path)
  }
}
