import { createHash, randomBytes } from 'node:crypto'
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
  renameSync,
  rmdirSync,
  rmSync,
  unlinkSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { isSafePath } from '../../core/notebook/names.ts'
import type { HeldFile, Removal } from '../../core/ports/removing.ts'
import { Trouble } from '../../core/problem.ts'
import {
  ensureFolder,
  errnoOf,
  namesIn,
  readText,
  sweepTemps,
  syncFolder,
  tempName,
  writeTemp,
} from './durable.ts'
import { isAlive, type Owner, readOwner, self } from './owner.ts'
import { refuseLinks } from './reading.ts'
import { rootKey } from './saves.ts'

/** Where the notebook lies, its state and what is kept of its index; all absolute. */
export interface Places {
  readonly root: string
  readonly state: string
  readonly index: string
}

/** Only what is about people is ever taken away. */
const REMOVABLE = /^(?:notes|private|people)\/./

/** The name of the index of one notebook. */
const INDEX = /^[0-9a-f]{16}$/

const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)
const WINDOW = 1 << 16

/** Writes down what is to be taken away; from here on it will be, by this process or by the next command. Gives back the manifest's path. */
export function promiseRemoval({ root, state }: Places, removal: Removal): string {
  const folder = folderOf(state)
  ensureFolder(folder)
  const manifest = join(folder, `${rootKey(root)}-${randomBytes(8).toString('hex')}.json`)
  const temp = join(folder, tempName())
  const { files, drafts, edits } = removal
  writeTemp(temp, JSON.stringify({ ...self(), files, drafts, edits }))
  renameSync(temp, manifest)
  syncFolder(folder)
  return manifest
}

/**
 * Takes away what a manifest names, the manifest last; harmless when parts of it are gone already. Gives back the files that
 * were left, since they hold something else by now or are no plain files any more.
 */
export function finishRemoval(places: Places, manifest: string, removal: Removal): readonly string[] {
  const { root, state, index } = places
  for (const name of removal.edits) rmSync(join(state, 'edits', name), { recursive: true, force: true })
  unlinkAll(removal.drafts.map((draft) => join(state, 'drafts', `${draft}.jsonl`)))
  const left = removal.files.filter((file) => !isSame(root, file)).map(({ path }) => path)
  const gone = removal.files.filter(({ path }) => !left.includes(path)).map(({ path }) => join(root, path))
  unlinkAll(gone)
  for (const folder of new Set(gone.map((path) => dirname(path)))) removeEmpty(root, folder)
  // Last, since whoever reads meanwhile keeps what was still there.
  removeIndexes(dirname(index))
  syncThere(join(state, 'edits'))
  unlinkAll([manifest])
  return left
}

/**
 * All of them, of whichever notebook: one that was moved has left its own behind under its old name, and nothing tells which that is. Nothing
 * else that lies there, since the folder may be anybody's where `XDG_CACHE_HOME` says so.
 */
function removeIndexes(folder: string): void {
  for (const name of namesIn(folder).filter((one) => INDEX.test(one)))
    rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 3, retryDelay: 20 })
  syncThere(folder)
}

/** Finishes every removal that a process which has ended left for this notebook. Gives back how many files those were about. */
export function recoverRemovals(places: Places): number {
  const folder = folderOf(places.state)
  const names = namesIn(folder)
  let files = 0
  if (names.length > 0) sweepTemps(folder)
  for (const name of names.filter((one) => one.startsWith(`${rootKey(places.root)}-`))) {
    const manifest = join(folder, name)
    const kept = readManifest(manifest)
    if (kept === undefined) unlinkAll([manifest])
    else if (kept.owner.pid === process.pid || !isAlive(kept.owner)) {
      finishRemoval(places, manifest, kept.removal)
      files += kept.removal.files.length
    }
  }
  return files
}

/** A file by its path and what it holds; undefined for what is no plain file or cannot be opened. */
export function heldFile(root: string, path: string): HeldFile | undefined {
  try {
    const fd = openSync(join(root, path), OPEN_FLAGS)
    try {
      return fstatSync(fd).isFile() ? { path, key: keyOf(fd) } : undefined
    } finally {
      closeSync(fd)
    }
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ELOOP', 'ENXIO', 'EACCES'].includes(errnoOf(error) ?? '')) return undefined
    throw error
  }
}

function keyOf(fd: number): string {
  const hash = createHash('sha256')
  const bytes = Buffer.allocUnsafe(WINDOW)
  for (let got = readSync(fd, bytes); got > 0; got = readSync(fd, bytes)) hash.update(bytes.subarray(0, got))
  return hash.digest('hex')
}

/** True for a file that is gone already as well. */
function isSame(root: string, { path, key }: HeldFile): boolean {
  try {
    refuseLinks(root, path)
    if (lstatSync(join(root, path), { throwIfNoEntry: false }) === undefined) return true
    return heldFile(root, path)?.key === key
  } catch (error) {
    // A link in place of a folder: whatever lies behind it is somebody else's.
    if (error instanceof Trouble) return false
    throw error
  }
}

function unlinkAll(paths: readonly string[]): void {
  for (const path of paths) {
    try {
      unlinkSync(path)
    } catch (error) {
      if (!isGone(error)) throw error
    }
  }
  for (const folder of new Set(paths.map((path) => dirname(path)))) syncThere(folder)
}

/** The folder, and those above it that are empty then; the notebook's own stay. */
function removeEmpty(root: string, folder: string): void {
  if (folder === root || dirname(folder) === root) return
  if (!isEmptied(folder)) return
  syncThere(dirname(folder))
  removeEmpty(root, dirname(folder))
}

/** Takes the folder away if nothing is in it; true when it is gone. */
function isEmptied(folder: string): boolean {
  try {
    rmdirSync(folder)
    return true
  } catch (error) {
    if (isGone(error)) return true
    if (['ENOTEMPTY', 'EEXIST'].includes(errnoOf(error) ?? '')) return false
    throw error
  }
}

function syncThere(folder: string): void {
  try {
    syncFolder(folder)
  } catch (error) {
    if (!isGone(error)) throw error
  }
}

function isGone(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(errnoOf(error) ?? '')
}

function folderOf(state: string): string {
  return join(state, 'removals')
}

function readManifest(path: string): { readonly owner: Owner; readonly removal: Removal } | undefined {
  const text = readText(path)
  const owner = text === undefined ? undefined : readOwner(text)
  if (text === undefined || owner === undefined) return undefined
  const { files, drafts, edits } = JSON.parse(text) as Record<string, unknown>
  if (!isListOf(files, isHeld) || !isListOf(drafts, isDraftId) || !isListOf(edits, isEditName))
    return undefined
  return { owner, removal: { files, drafts, edits } }
}

function isListOf<T>(value: unknown, fits: (one: unknown) => one is T): value is readonly T[] {
  return Array.isArray(value) && value.every(fits)
}

/** True for a place in the notebook from which something may be taken away. */
export function isRemovable(path: string): boolean {
  return isSafePath(path) && REMOVABLE.test(path)
}

function isHeld(value: unknown): value is HeldFile {
  if (typeof value !== 'object' || value === null) return false
  const { path, key } = value as Partial<HeldFile>
  return typeof path === 'string' && typeof key === 'string' && isRemovable(path)
}

function isDraftId(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9A-Za-z]{1,64}$/.test(value)
}

/** True for the name of a folder in which an editor was given a copy. */
export function isEditName(value: unknown): value is string {
  return typeof value === 'string' && /^edit-[0-9A-Za-z]{6}$/.test(value)
}
