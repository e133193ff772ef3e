import { lstatSync, readFileSync, renameSync, unlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Trouble } from '../../core/problem.ts'
import {
  ensureFolder,
  errnoOf,
  namesIn,
  onDisk,
  publishNew,
  removeQuietly,
  sweepTemps,
  tempName,
  writeTemp,
} from './durable.ts'
import { isAlive, type Owner, readOwner, self } from './owner.ts'

const WAIT_MS = 4000
const PAUSE_MS = 20
// A taker-over that dies leaves a lock on the taking over, which is taken over in turn.
const LEVELS = 4

/**
 * Runs `work` while holding the lock file at `path`. For short stretches only: never across a prompt, an editor or the
 * network. A holder that has ended is taken over. Throws `busy` after four seconds, naming `file` as what is in use.
 */
export async function withLock<T>(path: string, file: string, work: () => T | Promise<T>): Promise<T> {
  const me = self()
  const until = performance.now() + WAIT_MS
  onDisk(dirname(path), 'making a folder', () => ensureFolder(dirname(path)))
  while (!onDisk(path, 'taking a lock', () => tryLock(path, me, 0))) {
    if (performance.now() > until) throw busy(path, file)
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
  try {
    sweepTemps(dirname(path))
    return await work()
  } finally {
    removeQuietly(path)
  }
}

/**
 * Takes the lock file at `path` at once, for as long as this process needs it; what comes back gives it up. A holder that
 * has ended is taken over. Throws `busy` with the holder's number when it runs.
 */
export function holdLock(path: string): () => void {
  onDisk(dirname(path), 'making a folder', () => ensureFolder(dirname(path)))
  if (!onDisk(path, 'taking a lock', () => tryLock(path, self(), 0))) throw busy(path, path)
  return () => removeQuietly(path)
}

/** The same for a draft below the state folder, for as long as it is being worked on. Throws `busy` for the draft, not for its lock. */
export function holdDraft(state: string, draft: string): () => void {
  try {
    return holdLock(join(state, 'locks', `draft-${draft}.lock`))
  } catch (error) {
    if (!(error instanceof Trouble) || error.problem.kind !== 'busy') throw error
    throw new Trouble({ ...error.problem, file: join(state, 'drafts', `${draft}.jsonl`), draft: true })
  }
}

/** Takes away what a holder that has ended left of the lock file at `path`, unpublished files beside it included. */
export function sweepLock(path: string): void {
  if (namesIn(dirname(path)).length === 0) return
  sweepTemps(dirname(path))
  // Taken over first, since somebody else may be taking it over at this moment.
  if (holderOf(path) === 'ended' && tryLock(path, self(), 0)) removeQuietly(path)
}

function tryLock(path: string, me: Owner, level: number): boolean {
  const holder = holderOf(path)
  if (holder === 'alive' || (holder === 'ended' && level >= LEVELS)) return false
  const temp = join(dirname(path), tempName())
  writeTemp(temp, JSON.stringify(me))
  try {
    return holder === 'gone' ? publishNew(temp, path) : takeOver(path, temp, me, level)
  } finally {
    removeQuietly(temp)
  }
}

// Only who holds the lock on taking over may replace a lock, and only one whose holder has ended.
function takeOver(path: string, temp: string, me: Owner, level: number): boolean {
  const guard = `${path}.next`
  if (!tryLock(guard, me, level + 1)) return false
  try {
    if (holderOf(path) !== 'ended') return false
    renameSync(temp, path)
    return true
  } finally {
    unlinkSync(guard)
  }
}

function holderOf(path: string): 'gone' | 'alive' | 'ended' {
  try {
    if (!lstatSync(path).isFile()) return 'ended'
    const owner = readOwner(readFileSync(path, 'utf8'))
    return owner !== undefined && isAlive(owner) ? 'alive' : 'ended'
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return 'gone'
    throw error
  }
}

function busy(path: string, file: string): Trouble {
  const owner = readOwner(readQuietly(path))
  return new Trouble({ kind: 'busy', file, ...(owner ? { pid: owner.pid } : {}) })
}

function readQuietly(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
