import { existsSync, lstatSync, type Stats } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { Trouble } from '../core/problem.ts'
import {
  onDisk,
  publishNew,
  removeQuietly,
  replaceWhole,
  syncFolder,
  tempName,
  writeTemp,
} from './store/durable.ts'

/**
 * Writes a file the user named, whole or not at all: owner only, over a plain file only with `force`, and never through or
 * over anything else (a link, a device). Throws `usage` when the place will not do, and `disk`.
 */
export async function writeUserFile(
  folder: string,
  path: string,
  content: string | Uint8Array,
  force: boolean,
): Promise<void> {
  const file = resolve(folder, path)
  onDisk(path, 'writing', () => {
    const there = placeFor(file, path, force)
    const temp = join(dirname(file), tempName())
    if (there !== undefined) {
      replaceWhole(temp, file, content)
      return
    }
    writeTemp(temp, content)
    try {
      if (!publishNew(temp, file)) throw taken(path, true)
    } finally {
      removeQuietly(temp)
    }
    syncFolder(dirname(file))
  })
}

/** Says whether a file could be written there, before somebody is asked anything; throws what writing it would. */
export function checkUserFile(folder: string, path: string, force: boolean): void {
  onDisk(path, 'writing', () => placeFor(resolve(folder, path), path, force))
}

/** What lies at the place of a file and may be replaced. */
function placeFor(file: string, path: string, force: boolean): Stats | undefined {
  const there = lstatSync(file, { throwIfNoEntry: false })
  if (there !== undefined && !(there.isFile() && force)) throw taken(path, there.isFile())
  if (!existsSync(dirname(file))) throw noFolder(path)
  return there
}

function taken(path: string, plain: boolean): Trouble {
  return new Trouble({
    kind: 'usage',
    message: plain ? `${path} is already there.` : `${path} is there, and it is not a plain file.`,
    mend: plain ? 'Name another file, or add --force.' : 'Name another file.',
  })
}

function noFolder(path: string): Trouble {
  const message = `There is no folder ${dirname(path)}.`
  return new Trouble({ kind: 'usage', message, mend: 'Make it first, or name another file.' })
}
