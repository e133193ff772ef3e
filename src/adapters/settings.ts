import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Settings } from '../core/ports.ts'

type Stored = { notebook?: string; name?: string }

/** The user's own preferences, one small JSON file in the config folder. The library loads only when there are some, or one is set. */
export function settings(folder: string): Settings {
  const store = async () => {
    const { default: Conf } = await import('conf')
    return new Conf<Stored>({ cwd: folder, configName: 'settings', configFileMode: 0o600 })
  }
  return {
    get: async (key) => (existsSync(join(folder, 'settings.json')) ? (await store()).get(key) : undefined),
    async set(key, value) {
      const kept = await store()
      if (value === undefined) kept.delete(key)
      else kept.set(key, value)
    },
  }
}
