import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const ULID = /\b[0-9A-HJKMNP-TV-Z]{26}\b/g

/** Every file below a folder, by its path; none where the folder is missing. */
export function filesIn(folder: string): ReadonlyMap<string, string> {
  let names: readonly string[]
  try {
    names = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
  } catch {
    return new Map()
  }
  return new Map([...names].sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}

/** The same files with ids replaced by what they are of, so that two notebooks can be compared. */
export function withoutIds(files: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  const masked = [...files].map(([path, text]) => [path.replace(/-[0-9a-z]{6}(?=\.md$)/, ''), text] as const)
  const inOrder = masked.sort(([a], [b]) => (a < b ? -1 : 1))
  const seen = new Map<string, string>()
  const named = (id: string) => {
    const name = seen.get(id) ?? `id ${seen.size + 1}`
    seen.set(id, name)
    return name
  }
  return Object.fromEntries(inOrder.map(([path, text]) => [path, text.replace(ULID, named)]))
}

/** The short ids that people see, by what they are of: `session`, `goal`, `evidence`. */
export function shortIds(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map(
    [...files.keys()].flatMap((path) => {
      const [, kind, id] = /-([a-z]+)-([0-9a-z]{6})\.md$/.exec(path) ?? []
      return kind === undefined || id === undefined ? [] : [[id, kind] as const]
    }),
  )
}
