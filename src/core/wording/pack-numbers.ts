import type { CompiledClass, CompiledPack, WordIndex } from './pack.ts'

/** For each word number the classes that list it, in the order of the classes. */
export function indexWords(
  { classes, words }: CompiledPack,
  listOf: (cls: CompiledClass) => readonly number[],
): WordIndex {
  const starts = new Int32Array(words.length + 2)
  for (const cls of classes) for (const word of listOf(cls)) starts[word + 2] = (starts[word + 2] ?? 0) + 1
  for (let i = 2; i < starts.length; i++) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0)
  const lists = new Int32Array(starts[starts.length - 1] ?? 0)
  classes.forEach((cls, number) => {
    for (const word of listOf(cls)) {
      const place = starts[word + 1] ?? 0
      lists[place] = number
      starts[word + 1] = place + 1
    }
  })
  return { starts, lists }
}

/** A pack in two: data to be written as JSON, and its many numbers as bytes, which cost nothing to read. */
export function splitPack(pack: CompiledPack): { readonly data: unknown; readonly bytes: Uint8Array } {
  const members = indexWords(pack, (cls) => cls.words)
  const rare = indexWords(pack, (cls) => cls.rare)
  const tables = [pack.code, members.starts, members.lists, rare.starts, rare.lists]
  const numbers = [...tables.map((table) => table.length), ...tables.flatMap((table) => Array.from(table))]
  const { code, ...rest } = pack
  const classes = pack.classes.map((cls) => ({ ...cls, words: [], rare: [] }))
  return { data: { ...rest, classes }, bytes: new Uint8Array(Int32Array.from(numbers).buffer) }
}

const TABLES = 5

/** The pack that `splitPack` split; the words of its classes are found through `members` and `rare` alone. */
export function joinPack(data: unknown, bytes: Uint8Array): CompiledPack {
  const whole = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes)
  const numbers = new Int32Array(whole.buffer, whole.byteOffset, whole.byteLength >> 2)
  let at = TABLES
  const table = (which: number): Int32Array => {
    const from = at
    at += numbers[which] ?? 0
    return numbers.subarray(from, at)
  }
  return {
    ...(data as Omit<CompiledPack, 'code'>),
    code: table(0),
    members: { starts: table(1), lists: table(2) },
    rare: { starts: table(3), lists: table(4) },
  }
}
