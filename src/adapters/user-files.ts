import { readFileSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { Trouble } from '../core/problem.ts'

/** Largest text file read in one piece: 100 MB. */
const LARGEST = 100 * 1024 * 1024

/** Text of a file the user named, as UTF-8 or UTF-16 with a mark; with `any` also as older programs write it. Throws `usage` when it is not there, `data` when it is no text, and `disk`. */
export async function readUserFile(folder: string, path: string, encoding?: 'any'): Promise<string> {
  const file = resolve(folder, path.replace(/^~(?=\/|$)/, homedir()))
  const info = statOf(file)
  if (info === undefined) {
    throw new Trouble({
      kind: 'usage',
      message: `There is no file ${path}.`,
      mend: 'Check the path, then try again.',
    })
  }
  if (!info.isFile()) throw refuse(path, 'this is not a plain file.')
  if (info.size > LARGEST) throw refuse(path, 'this file is larger than 100 MB.')
  return decodeText(await bytesOf(file, path), path, encoding)
}

function statOf(file: string) {
  try {
    return statSync(file, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

/** Read at once: nothing else waits, and Node's threads for files take longer to begin than the reading. */
async function bytesOf(file: string, path: string): Promise<Uint8Array> {
  try {
    return readFileSync(file)
  } catch (error) {
    const { errnoOf } = await import('./store/durable.ts')
    const code = errnoOf(error)
    throw code === undefined ? error : new Trouble({ kind: 'disk', code, file: path, doing: 'reading' })
  }
}

/** All of standard input as text, refused like a file. */
export async function readStandardInput(
  input: AsyncIterable<Uint8Array | string>,
  encoding?: 'any',
): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of input) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk)
  return decodeText(Buffer.concat(chunks), 'standard input', encoding)
}

/** Decodes UTF-8, and UTF-16 that begins with a byte order mark; anything else is refused with `data`, or with `any` taken as Windows-1252. */
export function decodeText(bytes: Uint8Array, path: string, encoding?: 'any'): string {
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
    if (encoding !== 'any') throw refuse(path, 'this is not text in UTF-8 or UTF-16.')
    text = new TextDecoder('windows-1252').decode(bytes)
  }
  if (text.includes('\0')) throw refuse(path, 'this looks like a binary file.')
  return text
}

function refuse(file: string, message: string): Trouble {
  return new Trouble({ kind: 'data', file, message })
}
