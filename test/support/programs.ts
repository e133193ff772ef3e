import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The first of these programs that is installed here, as a path. */
export function installed(...names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(canRun)
}

/** A browser that needs no screen. */
export const CHROMIUM = installed('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable')

/** A word processor that needs no screen. */
export const OFFICE = installed('soffice', 'libreoffice')

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
