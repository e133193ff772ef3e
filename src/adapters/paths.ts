import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import envPaths from 'env-paths'

const NAME = 'tactful'

/** Where this user's things lie; absolute, not necessarily there yet. */
interface Folders {
  /** Notebooks, unless the user keeps them elsewhere. */
  readonly data: string
  /** Drafts, unfinished saves, locks. */
  readonly state: string
  /** What can be made again. */
  readonly cache: string
  /** Settings. */
  readonly config: string
}

/** The platform's folders; `XDG_*_HOME` counts on every system when it is an absolute path, as its standard asks. */
export function folders(env: Readonly<Record<string, string | undefined>>): Folders {
  const platform = envPaths(NAME, { suffix: '' })
  const given = (name: string) => {
    const folder = env[name]
    return folder !== undefined && isAbsolute(folder) ? join(folder, NAME) : undefined
  }
  const home = (...parts: string[]) => join(homedir(), ...parts, NAME)
  const linux = process.platform === 'linux'
  return {
    data: given('XDG_DATA_HOME') ?? (linux ? home('.local', 'share') : platform.data),
    state: given('XDG_STATE_HOME') ?? (linux ? home('.local', 'state') : join(platform.data, 'state')),
    cache: given('XDG_CACHE_HOME') ?? (linux ? home('.cache') : platform.cache),
    config: given('XDG_CONFIG_HOME') ?? (linux ? home('.config') : platform.config),
  }
}
