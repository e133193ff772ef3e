import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { Trouble } from '../../core/problem.ts'
import { isRunning } from './owner.ts'

const { O_CREAT, O_DIRECTORY, O_EXCL, O_NOFOLLOW, O_RDONLY, O_WRONLY } = constants

/** The errno name of a failed file call, or undefined for anything else. */
export function errnoOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'syscall' in error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : undefined
}

/** Runs file calls; a refusal of the disk becomes `Trouble` naming the file and what we were doing. */
export function onDisk<T>(file: string, doing: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    const code = errnoOf(error)
    if (code === undefined) throw error
    throw new Trouble({ kind: 'disk', code, file, doing })
  }
}

/** A name for a file that is not published yet; no list shows it. */
export function tempName(): string {
  return `.tactful-${process.pid}-${randomBytes(6).toString('hex')}.tmp`
}

/** True for names that `tempName` gives. */
export function isTempName(name: string): boolean {
  return /^\.tactful-\d+-[0-9a-f]{12}\.tmp$/.test(name)
}

/** Takes away unpublished files in a folder whose process has ended. Other files stay. */
export function sweepTemps(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = /^\.tactful-(\d+)-/.exec(name)?.[1]
    if (pid !== undefined && isTempName(name) && !isRunning(Number(pid))) removeQuietly(join(folder, name))
  }
}

/** Makes a folder and every missing one above it, readable by the owner alone, and makes each durable. */
export function ensureFolder(folder: string): void {
  if (existsSync(folder)) return
  const parent = dirname(folder)
  if (parent !== folder) ensureFolder(parent)
  try {
    mkdirSync(folder, { mode: 0o700 })
    // The umask may have taken the owner's own rights away.
    if ((statSync(folder).mode & 0o777) !== 0o700) chmodSync(folder, 0o700)
  } catch (error) {
    if (errnoOf(error) !== 'EEXIST') throw error
  }
  syncFolder(parent)
}

/** Writes a whole file that must not exist yet, and makes its content durable; its name is not, until `syncFolder`. */
export function writeTemp(path: string, content: string | Uint8Array): void {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
  const fd = openSync(path, O_WRONLY | O_CREAT | O_EXCL | (O_NOFOLLOW ?? 0), 0o600)
  try {
    try {
      fchmodSync(fd, 0o600)
      // writeFileSync goes on after a short write; writeSync does not.
      writeFileSync(fd, bytes)
      fsyncSync(fd)
      if (fstatSync(fd).size !== bytes.length) throw cutShort(path)
    } finally {
      closeSync(fd)
    }
  } catch (error) {
    removeQuietly(path)
    throw error
  }
}

// Said with the errno that a full disk gives, since that is when files come out shorter than written.
function cutShort(path: string): Error {
  return Object.assign(new Error(`cut short: ${path}`), { code: 'ENOSPC', syscall: 'fstat' })
}

/** Gives a written file its real name. False when that name is taken; then nothing has changed. */
export function publishNew(temp: string, final: string): boolean {
  try {
    linkSync(temp, final)
    return true
  } catch (error) {
    const code = errnoOf(error) ?? ''
    if (code === 'EEXIST') return false
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(code)) throw error
  }
  // A file system without hard links: the name is looked at first, and a rename keeps the file whole.
  if (existsSync(final)) return false
  renameSync(temp, final)
  return true
}

/** Writes a file whole or not at all, over the one at `final`, by way of `temp` beside it; durable when it returns. */
export function replaceWhole(temp: string, final: string, content: string | Uint8Array): void {
  writeTemp(temp, content)
  try {
    renameSync(temp, final)
  } catch (error) {
    removeQuietly(temp)
    throw error
  }
  syncFolder(dirname(final))
}

/** Makes the names in a folder durable. */
export function syncFolder(folder: string): void {
  // Windows opens no folders; there, names are durable without it.
  if (process.platform === 'win32') return
  const fd = openSync(folder, O_RDONLY | O_DIRECTORY)
  try {
    fsyncSync(fd)
  } catch (error) {
    // Some network file systems do not know the call for folders.
    if (!['EINVAL', 'ENOTSUP'].includes(errnoOf(error) ?? '')) throw error
  } finally {
    closeSync(fd)
  }
}

/** The names in a folder; none where there is no folder. */
export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return []
    throw error
  }
}

/** The text of a file, or undefined where there is none. */
export function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined
    throw error
  }
}

/** Takes a file away, and says whether it is gone; that it cannot be taken away is no failure here. */
export function removeQuietly(path: string): boolean {
  try {
    unlinkSync(path)
    return true
  } catch (error) {
    if (errnoOf(error) === undefined) throw error
    return errnoOf(error) === 'ENOENT'
  }
}
