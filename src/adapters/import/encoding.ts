import { Buffer, isAscii } from 'node:buffer'
import { Transform } from 'node:stream'

/** What a first look over all bytes finds: how they are to be read, or the line where that fails and why. */
type Look =
  | { readonly encoding: string; readonly mark: number }
  | { readonly line: number; readonly message: string }

// What Windows-1252 has where Latin-1 has control characters; 0 where it has nothing.
const WINDOWS = [
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
  0x017d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a,
  0x0153, 0, 0x017e, 0x0178,
]

const NUL = 'this line holds a NUL byte, which no text has; the file may be damaged or not be an export.'
const CUT =
  'this line holds bytes that are no UTF-8, though the rest of the file is. Save it again as UTF-8, or name the encoding with --encoding.'
const NO_TEXT = 'this line holds bytes of neither UTF-8 nor Windows-1252. Name the encoding with --encoding.'

/**
 * Finds the encoding of a file that comes in chunks: a byte order mark, UTF-16 by its zero bytes, UTF-8 where everything is,
 * else Windows-1252 (which Latin-1 is part of). A file that is UTF-8 but for a few bytes is refused rather than guessed at.
 */
export async function lookOver(chunks: AsyncIterable<Uint8Array>): Promise<Look> {
  const utf8 = utf8Watcher()
  let first = true
  let line = 1
  for await (const chunk of chunks) {
    if (first) {
      const known = markOf(chunk) ?? withoutMark(chunk)
      if (known !== undefined) return known
      first = false
    }
    const nul = chunk.indexOf(0)
    if (nul !== -1) return { line: line + newlines(chunk, nul), message: NUL }
    utf8.take(chunk, line)
    line += newlines(chunk, chunk.length)
  }
  return utf8.verdict()
}

function markOf([a, b]: Uint8Array): Look | undefined {
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', mark: 2 }
  return a === 0xfe && b === 0xff ? { encoding: 'utf-16be', mark: 2 } : undefined
}

/** UTF-16 without a mark: plain letters have a zero byte beside them, always on the same side. */
function withoutMark(bytes: Uint8Array): Look | undefined {
  const head = bytes.subarray(0, 256)
  if (head.length < 4 || !head.includes(0)) return undefined
  const zeros = [0, 1].map((side) => head.filter((byte, at) => byte === 0 && at % 2 === side).length)
  const half = head.length / 2
  if ((zeros[1] ?? 0) > half * 0.7 && zeros[0] === 0) return { encoding: 'utf-16le', mark: 0 }
  return (zeros[0] ?? 0) > half * 0.7 && zeros[1] === 0 ? { encoding: 'utf-16be', mark: 0 } : undefined
}

function utf8Watcher(): { take(chunk: Uint8Array, line: number): void; verdict(): Look } {
  let waiting = 0
  let lowest = 0x80
  let highest = 0xbf
  let whole = 0
  let mark = 0
  let seen = 0
  let broken: number | undefined
  let unknown: number | undefined
  const wrong = (line: number): void => {
    broken ??= line
    waiting = 0
  }
  return {
    take(chunk, firstLine) {
      if (seen === 0 && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) mark = 3
      seen += chunk.length
      if (waiting === 0 && isAscii(chunk)) return
      let line = firstLine
      for (let at = 0; at < chunk.length; at += 1) {
        const byte = chunk[at] ?? 0
        if (waiting > 0) {
          if (byte >= lowest && byte <= highest) {
            waiting -= 1
            ;[lowest, highest] = [0x80, 0xbf]
            if (waiting === 0) whole += 1
            continue
          }
          wrong(line)
        }
        if (byte === 10) line += 1
        if (byte < 0x80) continue
        if (unknown === undefined && byte < 0xa0 && WINDOWS[byte - 0x80] === 0) unknown = line
        ;[waiting, lowest, highest] = startOf(byte)
        if (waiting === 0) wrong(line)
      }
    },
    verdict() {
      if (broken === undefined && waiting === 0) return { encoding: 'utf-8', mark }
      const line = broken ?? 1
      if (mark > 0 || whole > 0) return { line, message: CUT }
      return unknown === undefined
        ? { encoding: 'windows-1252', mark: 0 }
        : { line: unknown, message: NO_TEXT }
    },
  }
}

/** How many bytes follow a first byte of UTF-8, and between what the next one has to lie (RFC 3629). */
function startOf(byte: number): [number, number, number] {
  if (byte >= 0xc2 && byte <= 0xdf) return [1, 0x80, 0xbf]
  if (byte >= 0xe0 && byte <= 0xef) return [2, byte === 0xe0 ? 0xa0 : 0x80, byte === 0xed ? 0x9f : 0xbf]
  if (byte >= 0xf0 && byte <= 0xf4) return [3, byte === 0xf0 ? 0x90 : 0x80, byte === 0xf4 ? 0x8f : 0xbf]
  return [0, 0x80, 0xbf]
}

/** How many lines end before `end`. */
export function newlines(bytes: Uint8Array, end: number): number {
  let count = 0
  for (let at = bytes.indexOf(10); at !== -1 && at < end; at = bytes.indexOf(10, at + 1)) count += 1
  return count
}

/** The name by which an encoding somebody gives is known, or undefined for one that cannot be read. */
export function encodingNamed(given: string): string | undefined {
  const label = given.trim().toLowerCase()
  if (/^(?:latin-?1|iso-?8859-?1|ansi|cp-?1252|windows-?1252)$/.test(label)) return 'windows-1252'
  try {
    return new TextDecoder(label === 'utf-16' ? 'utf-16le' : label).encoding
  } catch {
    return undefined
  }
}

/**
 * Turns bytes of an encoding into UTF-8 as they come. `refuse` is called with the line of bytes that the encoding does not
 * have, and of a NUL.
 */
export function toUtf8(encoding: string, refuse: (line: number, message: string) => Error): Transform {
  const decode = decoderFor(encoding)
  let line = 1
  const passed = (text: string): Buffer => {
    const nul = text.indexOf('\0')
    if (nul !== -1) throw refuse(line + text.slice(0, nul).split('\n').length - 1, NUL)
    const bytes = Buffer.from(text)
    line += newlines(bytes, bytes.length)
    return bytes
  }
  const attempt = (work: () => Buffer, done: (error: Error | null, data?: Buffer) => void): void => {
    try {
      done(null, work())
    } catch (error) {
      done(
        error instanceof TypeError
          ? refuse(line, `some bytes near this line are no ${encoding}.`)
          : (error as Error),
      )
    }
  }
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => attempt(() => passed(decode(chunk, false)), done),
    flush: (done) => attempt(() => passed(decode(Buffer.alloc(0), true)), done),
  })
}

// Not every Node's own decoder knows Windows-1252 from Latin-1.
function decoderFor(encoding: string): (chunk: Buffer, last: boolean) => string {
  if (encoding === 'windows-1252') {
    return (chunk) =>
      chunk
        .toString('latin1')
        .replace(/[\x80-\x9f]/g, (sign) => String.fromCharCode(WINDOWS[sign.charCodeAt(0) - 0x80] || 0xfffd))
  }
  const decoder = new TextDecoder(encoding, { fatal: true })
  return (chunk, last) => decoder.decode(chunk, { stream: !last })
}
