import { lstatSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { isSafePath } from '../core/notebook/names.ts'
import type { NoteFiles, SaveFile } from '../core/ports/note-files.ts'
import { Trouble } from '../core/problem.ts'
import {
  ensureFolder,
  isTempName,
  onDisk,
  replaceWhole,
  syncFolder,
  tempName,
  writeTemp,
} from './store/durable.ts'
import { sweepLock, withLock } from './store/lock.ts'
import { entriesOf, MOST_BYTES, readNote, refuseLinks } from './store/reading.ts'
import {
  beginSave,
  endSave,
  keptName,
  type Pending,
  promiseSave,
  publishSave,
  recoverSaves,
  rootKey,
  textKey,
} from './store/saves.ts'

/** The notebook's files, and the finishing of saves that were interrupted. */
export interface NotebookFiles extends NoteFiles {
  /** Finishes saves that were promised and sweeps the rest. Called before anything is read; quick when there is nothing. */
  rollForward(): Promise<void>
}

/** The notebook in the folder `root`, with manifests and locks below `state`; both absolute. Nothing is created until a save. */
export function noteFiles(root: string, state: string): NotebookFiles {
  const full = (path: string) => {
    if (!isSafePath(path))
      throw new Trouble({ kind: 'data', file: path, message: 'this path leaves the notebook' })
    refuseLinks(root, path)
    return join(root, path)
  }
  const lock = join(state, 'locks', `${rootKey(root)}.lock`)
  return {
    root,
    list: async (dir) => listBelow(root, dir),
    read: async (path) => readNote(full(path), path),
    async saveAll(files, check) {
      const save = (): void => {
        const missing = files.filter((file) => isMissing(root, file, full(file.path)))
        saveNew(root, state, missing, files)
      }
      // New names cannot be taken twice. What takes the place of something is compared, as `replace` compares.
      if (check === undefined && files.every(({ before }) => before === undefined)) return save()
      await withLock(lock, root, async () => {
        await check?.()
        save()
      })
    },
    async replace(path, before, after) {
      const target = full(path)
      await withLock(lock, path, () => replaceNote(root, state, path, target, before, after))
    },
    async rollForward() {
      onDisk(root, 'finishing a save', () => {
        recoverSaves(state, root)
        sweepLock(lock)
      })
    },
  }
}

function saveNew(root: string, state: string, missing: readonly SaveFile[], all: readonly SaveFile[]): void {
  const folders = new Set(all.map(({ path }) => dirname(join(root, path))))
  onDisk(root, 'making a folder', () => folders.forEach(ensureFolder))
  if (missing.length === 0) {
    onDisk(root, 'saving', () => folders.forEach(syncFolder))
    return
  }
  const pending = missing.map(
    ({ path, before }): Pending => ({
      ...{ path, temp: tempBeside(path) },
      ...(before === undefined ? {} : { instead: textKey(before) }),
    }),
  )
  const save = onDisk(state, 'saving', () => beginSave(state, root, pending))
  try {
    pending.forEach(({ path, temp }, index) => {
      onDisk(path, 'saving', () => writeTemp(join(root, temp), missing[index]?.text ?? ''))
    })
    onDisk(root, 'saving', () => folders.forEach(syncFolder))
    onDisk(state, 'saving', () => promiseSave(save))
  } catch (error) {
    endSave(save, root)
    throw error
  }
  const last = missing.at(-1)?.path ?? root
  const taken = onDisk(last, 'saving', () => publishSave(save, root))
  endSave(save, root)
  refuseTaken(root, all, taken)
}

// Another save took a name between our look and our link: ours is kept beside it, under a name no list takes for a note.
function refuseTaken(root: string, files: readonly SaveFile[], taken: readonly string[]): void {
  for (const path of taken) {
    const file = files.find((one) => one.path === path)
    if (file) isMissing(root, file, join(root, path))
  }
}

/** True when the file is still as it was before this save, false when it is there with this text. Throws `conflict` when it holds another. */
function isMissing(root: string, file: SaveFile, target: string): boolean {
  const there = readNote(target, file.path)
  if (there === file.text) return false
  if (there === file.before) return true
  throw conflict(root, file.path, file.text)
}

function replaceNote(
  root: string,
  state: string,
  path: string,
  target: string,
  before: string,
  after: string,
): void {
  const now = readNote(target, path)
  if (now === after) return
  if (now !== before) throw conflict(root, path, after)
  onDisk(path, 'saving', () => {
    const temp = tempBeside(path)
    const save = beginSave(state, root, [{ path, temp }])
    try {
      replaceWhole(join(root, temp), target, after)
    } finally {
      endSave(save, root)
    }
  })
}

function conflict(root: string, path: string, text: string): Trouble {
  const kept = keptName(path)
  onDisk(kept, 'saving', () => {
    ensureFolder(dirname(join(root, kept)))
    writeTemp(join(root, kept), text)
    syncFolder(dirname(join(root, kept)))
  })
  return new Trouble({ kind: 'conflict', file: path, kept })
}

function tempBeside(path: string): string {
  const folder = dirname(path)
  return folder === '.' ? tempName() : `${folder}/${tempName()}`
}

function listBelow(root: string, dir: string): { paths: readonly string[]; refused: readonly string[] } {
  const paths: string[] = []
  const refused: string[] = []
  const visit = (folder: string): void => {
    const entries = entriesOf(join(root, folder))
    if (!entries) refused.push(folder)
    for (const entry of entries ?? []) {
      if (entry.name.startsWith('.') || isTempName(basename(entry.name))) continue
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (!isSafePath(path)) refused.push(path)
      else if (entry.isDirectory()) visit(path)
      else if (entry.isFile() && isSmall(join(root, path))) paths.push(path)
      else refused.push(path)
    }
  }
  const start = dir === '.' ? '' : dir
  if (start !== '' && !isSafePath(start)) {
    throw new Trouble({ kind: 'data', file: dir, message: 'this path leaves the notebook' })
  }
  refuseLinks(root, `${start}/x`.replace(/^\//, ''))
  onDisk(start || root, 'reading', () => visit(start))
  return { paths: paths.sort(), refused: refused.sort() }
}

function isSmall(path: string): boolean {
  const stat = lstatSync(path, { throwIfNoEntry: false })
  return stat !== undefined && stat.size <= MOST_BYTES
}
