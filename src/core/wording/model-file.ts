import { type HashIndex, PREFIXES } from './model-index.ts'

/** The numbers of the model that are few, written as JSON at the head of the file. */
export interface ModelHead {
  readonly format: number
  /** SHA-256 of everything the model was made from. */
  readonly made: string
  readonly dim: number
  /** How many filters look at one word, at two, at three. */
  readonly filters: readonly number[]
  /** Kinds of sentence in the order of the output rows: the judgments first. */
  readonly judgments: readonly string[]
  readonly fine: readonly string[]
  readonly linear: { readonly scale: number; readonly bias: number }
  /** What one step of a filter's answer is worth, for one word, two words, three words. */
  readonly steps: readonly number[]
  /** log-odds = bias + net x (log-odds of the net) + linear x (log-odds of the linear part). */
  readonly mix: { readonly bias: number; readonly net: number; readonly linear: number }
  /** Log-odds from which the model is sure; where the linear part is below `skip` the net is not asked. */
  readonly sure: number
  /** Log-odds that the paragraph around the sentence must reach too. */
  readonly around: number
  /** Taken off the log-odds of sentences that are seldom judgments, for what each speaks of. */
  readonly stance: {
    readonly ownView: number
    readonly ownThought: number
    readonly nobody: number
    readonly thing: number
    readonly thanks: number
  }
  /** Forms of tokens by which such sentences are known. */
  readonly lists: {
    readonly persons: readonly string[]
    readonly things: readonly string[]
    readonly thanks: readonly string[]
    readonly ownThoughts: readonly string[]
  }
  readonly skip: number
  /** Where each table lies behind the head, in bytes. */
  readonly sections: Readonly<Record<string, readonly [offset: number, length: number]>>
}

/** The whole model, as views of the file's bytes. */
export interface ModelTables {
  readonly head: ModelHead
  readonly names: HashIndex
  readonly features: HashIndex
  readonly weights: Int8Array
  readonly words: HashIndex
  /** One row of `dim` numbers a word; row 0 is the unknown word, the word found at position n has row n + 1. */
  readonly table: Int8Array
  /** Filters for one, two and three words, each `filter x word x dim`. */
  readonly filters: readonly Int8Array[]
  readonly bias: Float32Array
  /** One row a kind of sentence, one number a filter. */
  readonly out: Float32Array
  readonly outBias: Float32Array
}

/** The file format this code reads; the training script writes it. @public */
export const MODEL_FORMAT = 2

/** The first four bytes of every model file. @public */
export const MODEL_MARK = 0x4c444d54

const HEAD_AT = 8

/** Reads the model's tables from its file without copying them. Throws a RangeError when the bytes are not a model of this format. */
export function readModel(bytes: Uint8Array): ModelTables {
  const file = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes)
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  if (file.byteLength < HEAD_AT || view.getUint32(0, true) !== MODEL_MARK) throw new RangeError('not a model')
  const size = view.getUint32(4, true)
  if (HEAD_AT + size > file.byteLength) throw new RangeError('a model cut short')
  const head: ModelHead = JSON.parse(new TextDecoder().decode(file.subarray(HEAD_AT, HEAD_AT + size)))
  if (head.format !== MODEL_FORMAT) throw new RangeError(`model of format ${head.format}`)
  const base = file.byteOffset + HEAD_AT + size
  const ends = Object.values(head.sections).map(([offset, length]) => base + offset + length)
  if (Math.max(...ends) > file.byteOffset + file.byteLength) throw new RangeError('a model cut short')
  const place = (name: string) => {
    const [offset, length] = head.sections[name] ?? [0, 0]
    return { offset: base + offset, length }
  }
  const small = (name: string) => new Int8Array(file.buffer, place(name).offset, place(name).length)
  const floats = (name: string) => new Float32Array(file.buffer, place(name).offset, place(name).length / 4)
  const index = (name: string): HashIndex => {
    const { offset, length } = place(name)
    return {
      starts: new Uint16Array(file.buffer, offset, PREFIXES + 1),
      rests: new Uint16Array(file.buffer, offset + 2 * (PREFIXES + 1), length / 2 - PREFIXES - 1),
    }
  }
  return {
    head,
    names: index('names'),
    features: index('features'),
    weights: small('weights'),
    words: index('words'),
    table: small('table'),
    filters: head.filters.map((_, k) => small(`filters${k}`)),
    bias: floats('bias'),
    out: floats('out'),
    outBias: floats('outBias'),
  }
}
