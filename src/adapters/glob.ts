import { readdir } from 'node:fs/promises'
import { join, sep } from 'node:path'

/** Folders nobody writes feedback in. */
const SKIPPED = new Set(['node_modules', '.git'])
const DEEPEST = 20

/** Files below `folder` that a pattern with `*`, `**` and `?` names, sorted; a path without these signs is given back as it is. Links to folders are not followed. */
export async function expandPattern(folder: string, pattern: string): Promise<readonly string[]> {
  if (!/[*?]/.test(pattern)) return [pattern]
  const parts = pattern.replaceAll('\\', '/').split('/')
  const fixed = parts.findIndex((part) => /[*?]/.test(part))
  const start = parts.slice(0, fixed).join('/')
  const wanted = new RegExp(`^${parts.slice(fixed).map(sourceOf).join('')}$`, 'u')
  const absolute = pattern.startsWith('/') ? start || '/' : join(folder, start)
  const found: string[] = []
  await walk(absolute, '', 0, (path) => {
    if (wanted.test(`/${path}`)) found.push(start === '' ? path : `${start}/${path}`)
  })
  return found.sort()
}

function sourceOf(part: string): string {
  if (part === '**') return '(?:/[^/]+)*'
  const literal = part.replace(/[.+^${}()|[\]\\]/g, '\\$&')
  return `/${literal.replaceAll('*', '[^/]*').replaceAll('?', '[^/]')}`
}

async function walk(
  folder: string,
  below: string,
  depth: number,
  take: (path: string) => void,
): Promise<void> {
  if (depth > DEEPEST) return
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  for (const entry of entries) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    if (entry.isDirectory()) {
      if (!SKIPPED.has(entry.name)) await walk(`${folder}${sep}${entry.name}`, path, depth + 1, take)
    } else if (entry.isFile()) take(path)
  }
}
