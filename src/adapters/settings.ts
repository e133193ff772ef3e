import { existsSync } from 'node:fs'
import { join } from 'node:path'
import Conf from 'conf'
import type { Settings } from '../core/ports.ts'

type Stored = { notebook?: string; name?: string }

/** The user's own preferences, one small JSON file in the config folder. */
export function settings(folder: string): Settings {
  const store = new Conf<Stored>({ cwd: folder, configName: 'settings', configFileMode: 0o600 })
  return {
    get: async (key) => store.get(key),
    set: async (key, value) => (value === undefined ? store.delete(key) : store.set(key, value)),
  }
}

/** Whether there are preferences at all: spares loading the library where there are none. */
export function hasSettings(folder: string): boolean {
  return existsSync(join(folder, 'settings.json'))
}
