import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Settings } from '../core/ports/settings.ts'
import { Trouble } from '../core/problem.ts'

type Stored = { notebook?: string; name?: string }

/**
 * The user's own preferences, one small JSON file in the config folder. The library loads only when there are some, or one
 * is set. Throws `config` for a file that cannot be understood, and `disk`.
 */
export function settings(folder: string): Settings {
  const file = join(folder, 'settings.json')
  const store = async () => {
    const { onDisk } = await import('./store/durable.ts')
    const { default: Conf } = await import('conf')
    return reading(file, () =>
      onDisk(
        file,
        'reading',
        () => new Conf<Stored>({ cwd: folder, configName: 'settings', configFileMode: 0o600 }),
      ),
    )
  }
  return {
    async get(key) {
      if (!existsSync(file)) return undefined
      const value: unknown = (await store()).get(key)
      if (value === undefined || typeof value === 'string') return value
      throw broken(file, `"${key}" should be text.`)
    },
    async set(key, value) {
      const { ensureFolder, onDisk } = await import('./store/durable.ts')
      onDisk(folder, 'making a folder', () => ensureFolder(folder))
      const kept = await store()
      onDisk(file, 'saving', () => (value === undefined ? kept.delete(key) : kept.set(key, value)))
    },
  }
}

function reading<T>(file: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw error instanceof SyntaxError ? broken(file, 'this cannot be read as JSON.') : error
  }
}

function broken(file: string, message: string): Trouble {
  const mend = 'Mend it in an editor, or take the file away and set what you need anew.'
  return new Trouble({ kind: 'config', mistakes: [{ file, message, mend }] })
}
