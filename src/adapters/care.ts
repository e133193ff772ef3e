import { chmodSync, type Dirent, lstatSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Care, Entry } from '../core/ports/care.ts'
import { errnoOf, isTempName, onDisk, removeQuietly } from './store/durable.ts'
import { askGit } from './store/git.ts'
import { isRunning } from './store/owner.ts'
import { rootKey } from './store/saves.ts'

/** What in a notebook's folder is the notebook; anything else there is somebody else's. */
const FOLDERS = ['people', 'notes', 'private', 'templates', 'wording', 'library', 'rehearsals']
const SETTINGS = 'tactful.yaml'

/** Looks after the notebook at `root`; what can be made again lies below `cache`. */
export function care(root: string, cache: string): Care {
  const index = join(cache, 'index', rootKey(root))
  return {
    entries: async () => onDisk(root, 'reading', () => entriesIn(root)),
    async setMode(path, mode) {
      onDisk(path, 'changing who may open', () => {
        const stat = lstatSync(join(root, path))
        if (stat.isFile() || stat.isDirectory()) chmodSync(join(root, path), mode)
      })
    },
    async removeLeftover(path) {
      if (isLeftover(path)) removeQuietly(join(root, path))
    },
    async dropIndex() {
      onDisk(index, 'removing', () => rmSync(index, { recursive: true, force: true }))
    },
    privateInGit: () => privateInGit(root),
  }
}

function entriesIn(root: string): readonly Entry[] {
  const found: Entry[] = []
  const visit = (folder: string, wanted: (name: string) => boolean): void => {
    for (const dirent of listed(join(root, folder))) {
      if (!wanted(dirent.name)) continue
      const path = folder === '' ? dirent.name : `${folder}/${dirent.name}`
      const entry = entryOf(root, path, dirent)
      if (entry === undefined) continue
      found.push(entry)
      if (entry.type === 'folder') visit(path, () => true)
    }
  }
  visit('', (name) => FOLDERS.includes(name) || name === SETTINGS || isTempName(name) || isKept(name))
  return found.sort((a, b) => (a.path < b.path ? -1 : 1))
}

function listed(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    if (errnoOf(error) === 'EACCES') return []
    throw error
  }
}

/** Undefined for what went away meanwhile. */
function entryOf(root: string, path: string, dirent: Dirent): Entry | undefined {
  if (dirent.isSymbolicLink()) return { path, type: 'link' }
  const stat = lstatSync(join(root, path), { throwIfNoEntry: false })
  if (stat === undefined) return undefined
  if (stat.isDirectory()) return { path, type: 'folder', ...modeOf(stat.mode) }
  if (!stat.isFile()) return { path, type: 'other' }
  return { path, type: 'file', ...modeOf(stat.mode), ...(isLeftover(path) ? { leftover: true } : {}) }
}

/** Windows tells nothing that would help. */
function modeOf(mode: number): { readonly mode?: number } {
  return process.platform === 'win32' ? {} : { mode: mode & 0o777 }
}

function isKept(name: string): boolean {
  return /\.kept-[0-9a-f]{6}$/.test(name)
}

function isLeftover(path: string): boolean {
  const name = path.split('/').at(-1) ?? ''
  const pid = /^\.tactful-(\d+)-/.exec(name)?.[1]
  return isTempName(name) && pid !== undefined && !isRunning(Number(pid))
}

async function privateInGit(root: string): Promise<'safe' | 'open' | 'tracked'> {
  const inside = await askGit(root, ['rev-parse', '--is-inside-work-tree'])
  if (inside.code !== 0 || inside.out.trim() !== 'true') return 'safe'
  const tracked = await askGit(root, ['ls-files', '-z', '--', 'private'])
  if (tracked.code === 0 && tracked.out !== '') return 'tracked'
  const ignored = await askGit(root, ['check-ignore', '-q', '--', 'private/anybody/note.md'])
  return ignored.code === 1 ? 'open' : 'safe'
}
