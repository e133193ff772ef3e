import type { Clues } from './clues.ts'
import { shownBy, WORD_WEIGHT } from './ear-features.ts'
import type { Listen } from './ear-net.ts'

/** How likely a sentence is each kind of move, from 0 to 1, in the order of the kinds. Pure and deterministic. */
export type Ear = (clues: Clues) => readonly number[]

/** The numbers of the ear that are few, written as JSON at the head of its file. */
interface EarHead {
  readonly format: number
  /** SHA-256 of everything the ear was made from. */
  readonly made: string
  /** The kinds of move, in the order of the weights. */
  readonly kinds: readonly string[]
  /** How many features of words have weights, and how many numbers phrases, rules and filters give. */
  readonly features: number
  readonly clues: number
  /** What one step of a weight is worth. */
  readonly step: { readonly words: number; readonly clues: number }
}

/** The file format this code reads; the training script writes it. @public */
export const EAR_FORMAT = 1

/** The first four bytes of every file of an ear. @public */
export const EAR_MARK = 0x5241_4554

/** A feature is known by the first 20 bits of its hash: 12 that say where to look, and 8 to compare. @public */
export const EAR_PREFIXES = 4096

const HEAD_AT = 8

/** The ear's tables, as views of the file's bytes. */
interface EarTables {
  readonly head: EarHead
  readonly starts: Uint16Array
  readonly rests: Uint8Array
  /** One row a feature, one number a kind. */
  readonly words: Int8Array
  readonly clues: Int8Array
}

/** Reads an ear's file without copying its tables. Throws a RangeError when the bytes are not an ear of this format. */
export function readEar(bytes: Uint8Array): EarTables {
  const file = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes)
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  if (file.byteLength < HEAD_AT || view.getUint32(0, true) !== EAR_MARK) throw new RangeError('not an ear')
  const size = view.getUint32(4, true)
  if (HEAD_AT + size > file.byteLength) throw new RangeError('an ear cut short')
  const head: EarHead = JSON.parse(new TextDecoder().decode(file.subarray(HEAD_AT, HEAD_AT + size)))
  if (head.format !== EAR_FORMAT) throw new RangeError(`ear of format ${head.format}`)
  const { features, clues, kinds } = head
  const counts = file.byteOffset + HEAD_AT + size
  const words = counts + EAR_PREFIXES
  const clueRows = words + features * kinds.length
  const rests = clueRows + clues * kinds.length
  if (rests + features > file.byteOffset + file.byteLength) throw new RangeError('an ear cut short')
  return {
    head,
    starts: startsOf(new Uint8Array(file.buffer, counts, EAR_PREFIXES)),
    words: new Int8Array(file.buffer, words, features * kinds.length),
    clues: new Int8Array(file.buffer, clueRows, clues * kinds.length),
    rests: new Uint8Array(file.buffer, rests, features),
  }
}

/** Where the features of each prefix begin, from how many there are. */
function startsOf(counts: Uint8Array): Uint16Array {
  const starts = new Uint16Array(counts.length + 1)
  counts.forEach((count, prefix) => {
    starts[prefix + 1] = (starts[prefix] ?? 0) + count
  })
  return starts
}

/** An ear over its tables: sums of weights for what a sentence shows, as shares of one. */
export function createEar(tables: EarTables, listen: Listen): Ear {
  const { kinds, step } = tables.head
  const count = kinds.length
  return (clues) => {
    const shown = shownBy(clues, kinds, listen)
    const sums = new Float64Array(count)
    shown.words.forEach((hashes, group) => {
      const part = partOf(tables, hashes)
      const worth = ((WORD_WEIGHT[group] ?? 0) * step.words) / Math.sqrt(Math.max(1, hashes.length))
      for (let kind = 0; kind < count; kind++) sums[kind] = (sums[kind] ?? 0) + (part[kind] ?? 0) * worth
    })
    shown.clues.forEach((value, clue) => {
      if (value === 0) return
      const worth = value * step.clues
      for (let kind = 0; kind < count; kind++) {
        sums[kind] = (sums[kind] ?? 0) + (tables.clues[clue * count + kind] ?? 0) * worth
      }
    })
    return sharesOf(sums)
  }
}

/** Whole numbers, so that their order does not matter. */
function partOf({ head, starts, rests, words }: EarTables, hashes: readonly number[]): Int32Array {
  const count = head.kinds.length
  const part = new Int32Array(count)
  for (const hash of hashes) {
    const prefix = hash >>> 20
    const rest = (hash >>> 12) & 0xff
    const end = starts[prefix + 1] ?? 0
    for (let at = starts[prefix] ?? 0; at < end; at++) {
      if (rests[at] !== rest) continue
      for (let kind = 0; kind < count; kind++)
        part[kind] = (part[kind] ?? 0) + (words[at * count + kind] ?? 0)
      break
    }
  }
  return part
}

function sharesOf(sums: Float64Array): readonly number[] {
  const top = Math.max(...sums)
  const parts = [...sums].map((sum) => Math.exp(sum - top))
  const whole = parts.reduce((total, part) => total + part, 0)
  return parts.map((part) => part / whole)
}
