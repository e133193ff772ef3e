import { existsSync } from 'node:fs'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import type { FoundNotebook } from '../core/ports/find-notebook.ts'
import { Trouble } from '../core/problem.ts'

/** Where a notebook may be named, in the order in which it is looked for. */
interface NotebookHints {
  readonly flag: string | undefined
  readonly env: string | undefined
  readonly folder: string
  readonly setting: () => Promise<string | undefined>
  readonly fallback: string
}

/**
 * The notebook's folder, and what named it: flag, environment, the nearest parent with `tactful.yaml`, the user's setting,
 * the default place. Throws `usage` for an empty flag.
 */
export async function findNotebook(hints: NotebookHints): Promise<FoundNotebook> {
  if (hints.flag === '') {
    const mend = 'Name a folder, such as --notebook ~/feedback.'
    throw new Trouble({ kind: 'usage', message: '--notebook is empty.', mend })
  }
  if (hints.flag !== undefined) return { folder: absolute(hints.folder, hints.flag), from: 'flag' }
  if (hints.env !== undefined && hints.env !== '')
    return { folder: absolute(hints.folder, hints.env), from: 'environment' }
  const near = nearest(hints.folder)
  if (near !== undefined) return { folder: near, from: 'folder' }
  const setting = await hints.setting()
  return setting !== undefined && isAbsolute(setting)
    ? { folder: setting, from: 'settings' }
    : { folder: hints.fallback, from: 'default' }
}

/** A folder is a notebook once it holds `tactful.yaml`. */
export function isNotebook(folder: string): boolean {
  return existsSync(join(folder, 'tactful.yaml'))
}

function nearest(folder: string): string | undefined {
  if (isNotebook(folder)) return folder
  const parent = dirname(folder)
  return parent === folder ? undefined : nearest(parent)
}

function absolute(folder: string, given: string): string {
  return resolve(folder, given)
}
