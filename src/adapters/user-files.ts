import { existsSync, lstatSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { Trouble } from '../core/problem.ts'
import {
  errnoOf,
  onDisk,
  publishNew,
  removeQuietly,
  replaceWhole,
  syncFolder,
  tempName,
  writeTemp,
} from './store/durable.ts'

/** Largest text file read in one piece: 100 MB. */
const LARGEST = 100 * 1024 * 1024

/** Text of a file the user named, as UTF-8 or UTF-16 with a mark. Throws `usage` when it is not there, `data` when it is no text, and `disk`. */
export async function readUserFile(folder: string, path: string): Promise<string> {
  const file = resolve(folder, path.replace(/^~(?=\/|$)/, homedir()))
  const info = await stat(file).catch(() => undefined)
  if (info === undefined) {
    throw new Trouble({
      kind: 'usage',
      message: `There is no file ${path}.`,
      mend: 'Check the path, then try again.',
    })
  }
  if (!info.isFile()) throw refuse(path, 'this is not a plain file.')
  if (info.size > LARGEST) throw refuse(path, 'this file is larger than 100 MB.')
  return decodeText(await readFile(file).catch(unreadable(path)), path)
}

function unreadable(path: string): (error: unknown) => never {
  return (error) => {
    const code = errnoOf(error)
    throw code === undefined ? error : new Trouble({ kind: 'disk', code, file: path, doing: 'reading' })
  }
}

/** All of standard input as text, refused like a file. */
export async function readStandardInput(input: AsyncIterable<Uint8Array | string>): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of input) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk)
  return decodeText(Buffer.concat(chunks), 'standard input')
}

/** Decodes UTF-8, and UTF-16 that begins with a byte order mark; anything else is refused with `data`. */
export function decodeText(bytes: Uint8Array, path: string): string {
  const name =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8'
  let text: string
  try {
    text = new TextDecoder(name, { fatal: true }).decode(bytes)
  } catch {
    throw refuse(path, 'this is not text in UTF-8 or UTF-16.')
  }
  if (text.includes('\0')) throw refuse(path, 'this looks like a binary file.')
  return text
}

/**
 * Writes a file the user named, whole or not at all: owner only, over a plain file only with `force`, and never through or
 * over anything else (a link, a device). Throws `usage` when the place will not do, and `disk`.
 */
export async function writeUserFile(
  folder: string,
  path: string,
  text: string,
  force: boolean,
): Promise<void> {
  const file = resolve(folder, path)
  onDisk(path, 'writing', () => {
    const there = lstatSync(file, { throwIfNoEntry: false })
    if (there !== undefined && !(there.isFile() && force)) throw taken(path, there.isFile())
    if (!existsSync(dirname(file))) throw noFolder(path)
    const temp = join(dirname(file), tempName())
    if (there !== undefined) {
      replaceWhole(temp, file, text)
      return
    }
    writeTemp(temp, text)
    try {
      if (!publishNew(temp, file)) throw taken(path, true)
    } finally {
      removeQuietly(temp)
    }
    syncFolder(dirname(file))
  })
}

function taken(path: string, plain: boolean): Trouble {
  return new Trouble({
    kind: 'usage',
    message: plain ? `${path} is already there.` : `${path} is there, and it is not a plain file.`,
    mend: plain ? 'Name another file, or add --force.' : 'Name another file.',
  })
}

function noFolder(path: string): Trouble {
  const message = `There is no folder ${dirname(path)}.`
  return new Trouble({ kind: 'usage', message, mend: 'Make it first, or name another file.' })
}

function refuse(file: string, message: string): Trouble {
  return new Trouble({ kind: 'data', file, message })
}
