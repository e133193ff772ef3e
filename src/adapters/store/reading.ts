import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  type Stats,
} from 'node:fs'
import { join } from 'node:path'
import { Trouble } from '../../core/problem.ts'
import { errnoOf, onDisk } from './durable.ts'

/** Files larger than this are no notes and are not read, in bytes. */
export const MOST_BYTES = 5 * 1024 * 1024

const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

/** The text of the file at `target`, called `path` in what is thrown; undefined where there is none. Follows no link. */
export function readNote(target: string, path: string): string | undefined {
  const refuse = (message: string) => new Trouble({ kind: 'data', file: path, message })
  let fd: number
  try {
    fd = openSync(target, OPEN_FLAGS)
  } catch (error) {
    const code = errnoOf(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    if (code === 'ELOOP' || code === 'ENXIO') throw refuse('this is a link or a device, not a file')
    return onDisk(path, 'reading', () => {
      throw error
    })
  }
  try {
    return onDisk(path, 'reading', () => {
      const stat = fstatSync(fd)
      if (!stat.isFile()) throw refuse('this is a folder or a device, not a file')
      if (stat.size > MOST_BYTES) throw refuse('this file is far larger than a note')
      return decode(readFileSync(fd)) ?? refused(refuse('this file holds bytes that are not text'))
    })
  } finally {
    closeSync(fd)
  }
}

function refused(trouble: Trouble): never {
  throw trouble
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** A notebook may come from somebody else: a linked folder in it could lead anywhere. */
export function refuseLinks(root: string, path: string): void {
  const names = path.split('/').slice(0, -1)
  names.forEach((_name, index) => {
    const folder = names.slice(0, index + 1).join('/')
    const stat = lookAt(root, folder)
    if (stat && !stat.isDirectory()) {
      throw new Trouble({
        kind: 'data',
        file: folder,
        message: 'this is a link or a file where a folder should be',
      })
    }
  })
}

function lookAt(root: string, folder: string): Stats | undefined {
  try {
    return lstatSync(join(root, folder), { throwIfNoEntry: false })
  } catch (error) {
    if (errnoOf(error) !== 'ENOTDIR') throw error
    const message = 'this is a file where the folder of a notebook should be'
    throw new Trouble({ kind: 'data', file: root, message })
  }
}

/** What is in a folder: nothing where there is none, undefined where we may not look. */
export function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return []
    if (errnoOf(error) === 'EACCES') return undefined
    throw error
  }
}
