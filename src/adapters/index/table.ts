import { createHash, randomBytes } from 'node:crypto'
import { closeSync, fchmodSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isWhole, type Segment } from './segments.ts'

/** Changes whenever what is kept, or how, changes: an index of another number is made anew. */
const FORMAT = 4

/**
 * Numbers of one row, in this order. Times are ms since 1970; `seen` is when the file was looked at. `lineAt` is where its
 * line begins, in characters; `person` a place in the table's people and `day` the note's day as yyyymmdd: both are -1 for
 * what is no note.
 */
export const COLUMN = {
  size: 0,
  modified: 1,
  changed: 2,
  seen: 3,
  segment: 4,
  factsAt: 5,
  factsLength: 6,
  textAt: 7,
  textLength: 8,
  lineAt: 9,
  person: 10,
  day: 11,
} as const

/** Numbers in a row. */
export const WIDTH = 12

/**
 * What the index knows of all files below one folder, in the order of their paths: a line of text and a row of numbers
 * each. Where facts and words lie, the numbers say.
 */
export interface Table {
  /** Another one for every change; empty for a table that was never kept. */
  readonly generation: string
  readonly segments: readonly Segment[]
  /** Slugs of everybody a note is about, in the order of the rows. */
  readonly people: readonly string[]
  readonly rows: number
  /** Every line ends in a line break. */
  readonly lines: string
  readonly numbers: Float64Array
}

/** A table of nothing. */
export const NOTHING: Table = {
  generation: '',
  segments: [],
  people: [],
  rows: 0,
  lines: '',
  numbers: new Float64Array(),
}

interface Head {
  readonly format: number
  readonly program: string
  readonly generation: string
  readonly rows: number
  readonly segments: readonly Segment[]
  readonly people: readonly string[]
  /** Of all that follows the first line. */
  readonly hash: string
}

/** Reads a table. Undefined where there is none that this program wrote and that is whole. */
export function readTable(folder: string, name: string, program: string): Table | undefined {
  try {
    const bytes = readFileSync(join(folder, `${name}.heads`))
    const begin = bytes.indexOf(10) + 1
    const { format, generation, rows, segments, people, hash, ...head } = JSON.parse(
      bytes.toString('utf8', 0, begin),
    ) as Head
    const rest = bytes.subarray(begin)
    if (format !== FORMAT || head.program !== program || hashOf(rest) !== hash) return undefined
    if (!segments.every((segment) => isWhole(folder, segment))) return undefined
    const numbers = new Float64Array(rows * WIDTH)
    new Uint8Array(numbers.buffer).set(rest.subarray(0, numbers.byteLength))
    return { generation, segments, people, rows, numbers, lines: rest.toString('utf8', numbers.byteLength) }
  } catch {
    // Whatever is wrong with it, it can be made anew.
    return undefined
  }
}

/** The names of the files that the table kept last needs; none where there is no table. */
export function readKept(folder: string, name: string): readonly string[] {
  try {
    const bytes = readFileSync(join(folder, `${name}.heads`))
    const { generation, segments } = JSON.parse(bytes.toString('utf8', 0, bytes.indexOf(10))) as Head
    return [
      ...segments.flatMap((segment) => [`${segment.name}.facts`, `${segment.name}.texts`]),
      ...['words', 'standing', 'trends'].map((ending) => `${name}-${generation}.${ending}`),
    ]
  } catch {
    return []
  }
}

/** Keeps a table in place of the one before. Throws what the disk does. */
export function keepTable(folder: string, name: string, program: string, table: Table): void {
  const { generation, rows, segments, people, numbers } = table
  const rest = [
    new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength),
    Buffer.from(table.lines, 'utf8'),
  ]
  const hash = hashOf(...rest)
  const head: Head = { format: FORMAT, program, generation, rows, segments, people, hash }
  keepFile(join(folder, `${name}.heads`), [Buffer.from(`${JSON.stringify(head)}\n`), ...rest])
}

/** Writes a file whole or not at all, for its owner alone. */
export function keepFile(path: string, parts: readonly Uint8Array[]): void {
  const temp = `${path}.${randomBytes(6).toString('hex')}.tmp`
  const fd = openSync(temp, 'wx', 0o600)
  try {
    fchmodSync(fd, 0o600)
    for (const part of parts) writeFileSync(fd, part)
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
  renameSync(temp, path)
}

/** A name nothing else has. */
export function freshName(): string {
  return randomBytes(8).toString('hex')
}

/** The hash by which a kept file is known to be whole. */
export function hashOf(...parts: readonly Uint8Array[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}
