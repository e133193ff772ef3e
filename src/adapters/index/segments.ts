import { randomBytes } from 'node:crypto'
import { closeSync, fchmodSync, fsyncSync, openSync, readSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Two files of the index that are written once and then only read: facts as JSON, and words to search in. */
export interface Segment {
  readonly name: string
  /** Length of each in bytes. */
  readonly facts: number
  readonly texts: number
}

const FLUSH = 1 << 20
const WINDOW = 1 << 18

/** A segment that is being written. */
interface SegmentWriter {
  /** Puts the facts and words of one file at the end; gives back where they begin and how long they are. */
  add(
    facts: string,
    text: string,
  ): readonly [factsAt: number, factsLength: number, textAt: number, textLength: number]
  /** Makes it durable. */
  end(): Segment
  abort(): void
}

/** Begins a segment in `folder`. */
export function writeSegment(folder: string): SegmentWriter {
  const name = randomBytes(8).toString('hex')
  const facts = appender(join(folder, `${name}.facts`))
  const texts = appender(join(folder, `${name}.texts`))
  return {
    add: (record, text) => [
      ...facts.add(Buffer.from(record, 'utf8')),
      ...texts.add(Buffer.from(text, 'latin1')),
    ],
    end: () => ({ name, facts: facts.end(), texts: texts.end() }),
    abort() {
      facts.close()
      texts.close()
    },
  }
}

function appender(path: string) {
  const fd = openSync(path, 'wx', 0o600)
  fchmodSync(fd, 0o600)
  let waiting: Buffer[] = []
  let held = 0
  let length = 0
  const flush = (): void => {
    writeFileSync(fd, Buffer.concat(waiting))
    waiting = []
    held = 0
  }
  return {
    add(bytes: Buffer): readonly [number, number] {
      const at = length
      waiting.push(bytes)
      held += bytes.length
      length += bytes.length
      if (held > FLUSH) flush()
      return [at, bytes.length]
    },
    end(): number {
      flush()
      fsyncSync(fd)
      closeSync(fd)
      return length
    },
    close: () => closeSync(fd),
  }
}

/** True when both files of a segment are there, as long as they were. */
export function isWhole(folder: string, { name, facts, texts }: Segment): boolean {
  const sizeOf = (ending: string) =>
    statSync(join(folder, `${name}.${ending}`), { throwIfNoEntry: false })?.size
  return sizeOf('facts') === facts && sizeOf('texts') === texts
}

/** Reads stretches of one file, mostly one after the other. Throws when the file is gone or ends too early. */
interface StretchReader {
  read(at: number, length: number): Buffer
  close(): void
}

/** Opens a file of a segment for reading. */
export function openStretches(folder: string, name: string, ending: 'facts' | 'texts'): StretchReader {
  const fd = openSync(join(folder, `${name}.${ending}`), 'r')
  let window: Buffer = Buffer.alloc(0)
  let from = 0
  return {
    read(at, length) {
      if (at < from || at + length > from + window.length) {
        window = readFully(fd, at, Math.max(length, WINDOW))
        from = at
        if (window.length < length) throw new Error(`${name}.${ending} ends too early`)
      }
      return window.subarray(at - from, at - from + length)
    },
    close: () => closeSync(fd),
  }
}

function readFully(fd: number, at: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length)
  let got = 0
  for (let n = -1; n !== 0 && got < length; got += n) n = readSync(fd, bytes, got, length - got, at + got)
  return bytes.subarray(0, got)
}
