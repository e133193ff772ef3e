import { createHash, randomBytes } from 'node:crypto'
import { chmod, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ensureFolder } from './durable.ts'

/** What `make` gives, kept in the cache folder under the hash of everything it was made from. */
export async function remembered<T>(cacheFolder: string, from: string, make: () => Promise<T>): Promise<T> {
  const key = createHash('sha256').update(from).digest('hex').slice(0, 32)
  const file = join(cacheFolder, 'checked', `${key}.json`)
  const kept = await readFile(file, 'utf8').then(parsed<T>, () => undefined)
  if (kept !== undefined) return kept.value
  const value = await make()
  await keep(file, JSON.stringify({ value }))
  return value
}

function parsed<T>(text: string): { readonly value: T } | undefined {
  try {
    return JSON.parse(text) as { value: T }
  } catch {
    return undefined
  }
}

/** A cache that cannot be written only costs time. */
async function keep(file: string, text: string): Promise<void> {
  const temporary = `${file}.${randomBytes(6).toString('hex')}`
  try {
    ensureFolder(dirname(file))
    await writeFile(temporary, text, { mode: 0o600, flag: 'wx' })
    await chmod(temporary, 0o600)
    await rename(temporary, file)
  } catch {
    await rm(temporary, { force: true }).catch(() => {})
  }
}
