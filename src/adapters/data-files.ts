import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { DataFiles } from '../core/ports/data-files.ts'
import { Trouble } from '../core/problem.ts'

/** What the build says about the data it made. */
interface DataIndex {
  /** Changes with the data and with whatever checks a team's files, so that older cached results are left behind. */
  readonly fingerprint: string
  readonly kinds: Readonly<Record<string, readonly string[]>>
}

/** The data that ships beside the program, and a cache for a team's own. `folder` is found by itself. */
export function dataFiles(cacheFolder: string, folder = shippedFolder()): DataFiles {
  let index: Promise<DataIndex> | undefined
  const readIndex = () => {
    index ??= readJson<DataIndex>(join(folder, 'index.json'))
    return index
  }
  return {
    async shipped(kind, id) {
      const { kinds } = await readIndex()
      if (kinds[kind]?.includes(id) !== true) return undefined
      return readJson<unknown>(join(folder, kind, `${id}.json`))
    },
    async shippedLater(kind, id) {
      const { kinds } = await readIndex()
      if (kinds[kind]?.includes(id) !== true) return undefined
      return () => parsedJson(join(folder, kind, `${id}.json`))
    },
    async shippedBytes(kind, name) {
      const { kinds } = await readIndex()
      return kinds[kind]?.includes(name) === true ? readFileSync(join(folder, kind, name)) : undefined
    },
    async shippedSource(path) {
      const file = join(folder, '../../templates', path)
      return existsSync(file) ? readFileSync(file, 'utf8') : undefined
    },
    shippedIds: async (kind) => (await readIndex()).kinds[kind] ?? [],
    async cached<T>(name: string, text: string, make: () => Promise<T>): Promise<T> {
      const { fingerprint } = await readIndex()
      const { remembered } = await import('./store/checked.ts')
      return remembered(cacheFolder, `${fingerprint}\0${name}\0${text}`, make)
    },
  }
}

/** Beside the bundle, or where the build puts it when the sources run by themselves. */
function shippedFolder(): string {
  const candidates = ['./data/', '../data/', '../../dist/data/']
  const folders = candidates.map((path) => fileURLToPath(new URL(path, import.meta.url)))
  const found = folders.find((path) => existsSync(join(path, 'index.json')))
  if (found !== undefined) return found
  throw incomplete(folders[0] ?? 'data')
}

/** Read at once: nothing else waits at start, and Node's threads for files take longer to begin than the reading. */
async function readJson<T>(file: string): Promise<T> {
  return parsedJson(file) as T
}

function parsedJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    throw incomplete(file)
  }
}

function incomplete(file: string): Trouble {
  return new Trouble({ kind: 'data', file, message: 'Part of the program is missing. Install it again.' })
}
