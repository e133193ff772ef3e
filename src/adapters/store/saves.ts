import { createHash, randomBytes } from 'node:crypto'
import { lstatSync, renameSync, unlinkSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { isSafePath } from '../../core/notebook/names.ts'
import {
  ensureFolder,
  errnoOf,
  isTempName,
  namesIn,
  publishNew,
  readText,
  removeQuietly,
  syncFolder,
  writeTemp,
} from './durable.ts'
import { isAlive, isRunning, type Owner, readOwner, self } from './owner.ts'

/** One file on its way: where it will lie and its unpublished name, both relative to the notebook. */
export interface Pending {
  readonly path: string
  readonly temp: string
  /** What the file is to hold still, by `textKey`; a new file has none. */
  readonly instead?: string
}

/**
 * A save on its way, kept in the state folder as two files. `begun` names the unpublished files, so that they can be
 * swept; `ready` appears when all of them are durable, and is the promise to publish them.
 */
interface Save {
  readonly begun: string
  readonly ready: string
  readonly files: readonly Pending[]
}

/** Writes down what is about to be written for the notebook at `root`. */
export function beginSave(state: string, root: string, files: readonly Pending[]): Save {
  const folder = join(state, 'saves')
  ensureFolder(folder)
  const stem = join(folder, `${rootKey(root)}-${process.pid}-${randomBytes(8).toString('hex')}`)
  const save = { begun: `${stem}.begun`, ready: `${stem}.ready`, files }
  writeTemp(save.begun, JSON.stringify({ ...self(), files }))
  return save
}

/** Promises the save: from here on it will be finished, by this process or by the next command. */
export function promiseSave(save: Save): void {
  const temp = `${save.ready}.tmp`
  writeTemp(temp, JSON.stringify({ ...self(), files: save.files }))
  renameSync(temp, save.ready)
  syncFolder(dirname(save.ready))
}

/** Takes away what was written for a save: unpublished files first, the notes about it last. What stays, the next command sweeps. */
export function endSave(save: Save, root: string): void {
  const left = save.files.filter(({ temp }) => !removeQuietly(join(root, temp)))
  removeQuietly(`${save.ready}.tmp`)
  removeQuietly(save.ready)
  if (left.length === 0) removeQuietly(save.begun)
}

/**
 * Publishes a promised save, the last file only when all others are durable. Gives back the paths that somebody else had
 * taken. When the disk refuses half-way, what was published is taken back and the promise with it: all or none. What has
 * taken the place of another file is not taken back; then the promise stands, and the next command finishes it.
 */
export function publishSave(save: Save, root: string): readonly string[] {
  const done: Pending[] = []
  try {
    return publishAll(save.files, root, done)
  } catch (error) {
    if (done.some(({ instead }) => instead !== undefined)) throw error
    // Should this fail as well, the promise stands, and the next command finishes it.
    for (const { path } of done) unlinkSync(join(root, path))
    endSave(save, root)
    throw error
  }
}

function publishAll(files: readonly Pending[], root: string, done: Pending[]): readonly string[] {
  const last = files.at(-1)
  if (!last) return []
  const publish = (file: Pending) => {
    const published = publishFile(join(root, file.temp), join(root, file.path), file.instead)
    if (published) done.push(file)
    return published
  }
  const taken = files.slice(0, -1).filter((file) => !publish(file))
  syncFolders(files.slice(0, -1), root)
  if (!publish(last)) taken.push(last)
  syncFolders([last], root)
  return taken.map(({ path }) => path)
}

function publishFile(temp: string, final: string, instead: string | undefined): boolean {
  if (instead === undefined) return publishNew(temp, final)
  const there = readText(final)
  if (there === undefined || textKey(there) !== instead) return false
  renameSync(temp, final)
  return true
}

/** Finishes or sweeps every save that a process which has ended left for this notebook. */
export function recoverSaves(state: string, root: string): void {
  const folder = join(state, 'saves')
  const prefix = `${rootKey(root)}-`
  const names = namesIn(folder).filter((name) => name.startsWith(prefix))
  const stems = new Set(names.map((name) => name.split('.')[0] ?? name))
  for (const stem of stems) recover(join(folder, stem), root)
}

function recover(stem: string, root: string): void {
  const begun = `${stem}.begun`
  const ready = `${stem}.ready`
  const promised = readSave(ready)
  const left = promised ?? readSave(begun)
  // Calls are synchronous: a save of this very process that is still here has failed.
  const pid = left?.owner.pid ?? Number(stem.split('-').at(-2))
  if (pid !== process.pid && (left ? isAlive(left.owner) : isRunning(pid))) return
  if (promised) {
    const files = promised.files.filter(({ temp }) => isThere(join(root, temp)))
    publishAll(files, root, [])
    for (const file of files.filter(({ temp }) => isThere(join(root, temp)))) keepIfOther(file, root)
  }
  endSave({ begun, ready, files: left?.files ?? [] }, root)
}

// The name was taken while the save lay here, or what was to be replaced is another text or gone: what was promised is kept
// beside it, under a name no list takes for a note.
function keepIfOther({ path, temp }: Pending, root: string): void {
  if (readText(join(root, path)) === readText(join(root, temp))) return
  renameSync(join(root, temp), join(root, keptName(path)))
}

/** A name beside `path` for a text that could not be saved under it; no list takes it for a note. */
export function keptName(path: string): string {
  return `${path}.kept-${randomBytes(3).toString('hex')}`
}

function syncFolders(files: readonly Pending[], root: string): void {
  for (const folder of new Set(files.map(({ path }) => dirname(join(root, path))))) syncFolder(folder)
}

function readSave(path: string): { readonly owner: Owner; readonly files: readonly Pending[] } | undefined {
  const text = readText(path)
  const owner = text === undefined ? undefined : readOwner(text)
  if (text === undefined || owner === undefined) return undefined
  const { files } = JSON.parse(text) as { files?: unknown }
  return Array.isArray(files) && files.every(isPending) ? { owner, files } : undefined
}

function isPending(value: unknown): value is Pending {
  if (typeof value !== 'object' || value === null) return false
  const { path, temp, instead } = value as Partial<Pending>
  if (typeof path !== 'string' || typeof temp !== 'string') return false
  if (instead !== undefined && typeof instead !== 'string') return false
  return isSafePath(path) && isTempName(basename(temp)) && dirname(temp) === dirname(path)
}

function isThere(path: string): boolean {
  try {
    return lstatSync(path).isFile()
  } catch (error) {
    if (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR') return false
    throw error
  }
}

/** By what a text is known again, without being written down a second time. */
export function textKey(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** A short name for a notebook's folder, the same for every process. */
export function rootKey(root: string): string {
  return createHash('sha256').update(root).digest('hex').slice(0, 16)
}
