import { constants } from 'node:fs'
import { open, stat, unlink } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Trouble } from '../core/problem.ts'

/** Largest text file read in one piece: 100 MB. */
const LARGEST = 100 * 1024 * 1024

/** Text of a file the user named, as UTF-8 or UTF-16 with a mark. Throws `usage` when it is not there, `data` when it is no text. */
export async function readUserFile(folder: string, path: string): Promise<string> {
  const file = resolve(folder, path)
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
  const handle = await open(file, constants.O_RDONLY)
  try {
    return decodeText(await handle.readFile(), path)
  } finally {
    await handle.close()
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

/** Writes a file the user named: owner only, through no link, and over an existing file only with `force`. */
export async function writeUserFile(
  folder: string,
  path: string,
  text: string,
  force: boolean,
): Promise<void> {
  const file = resolve(folder, path)
  try {
    if (force) await unlink(file).catch(ignoreMissing)
    const handle = await open(
      file,
      constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW,
      0o600,
    )
    try {
      await handle.chmod(0o600)
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw writeTrouble(error, path)
  }
}

function ignoreMissing(error: unknown): void {
  if (codeOf(error) !== 'ENOENT') throw error
}

function writeTrouble(error: unknown, path: string): unknown {
  const code = codeOf(error)
  if (code === undefined) return error
  if (code === 'EEXIST') {
    return new Trouble({
      kind: 'usage',
      message: `${path} is already there.`,
      mend: 'Name another file, or add --force.',
    })
  }
  return new Trouble({ kind: 'disk', code, file: path, doing: 'could not write' })
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

function refuse(file: string, message: string): Trouble {
  return new Trouble({ kind: 'data', file, message })
}
