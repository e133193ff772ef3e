import type { CompiledPack, CompiledPattern, NumberLists, PackTables } from './pack.ts'
import { tablesOf } from './pack-tables.ts'

const ROLES: readonly CompiledPattern['role'][] = ['match', 'except', 'unless']

/** Numbers of one pattern, in the order in which they are written. */
const PATTERN = 6

/** A pack in two: data to be written as JSON, and its many numbers as bytes, which cost nothing to read. */
export function splitPack(pack: CompiledPack): { readonly data: unknown; readonly bytes: Uint8Array } {
  const { names, needCount, ...tables } = tablesOf(pack)
  const { words, firsts } = tables
  const patterns = pack.patterns.flatMap(({ code, from, to, rule, role, need }) => [
    code,
    from,
    to,
    rule,
    ROLES.indexOf(role),
    need,
  ])
  const both = ({ starts, lists }: NumberLists) => [starts, lists]
  const whole = [
    Int32Array.from(pack.code),
    Int32Array.from(patterns),
    words.starts,
    ...[tables.members, tables.rare, tables.phrases, tables.wordKeys, tables.classKeys].flatMap(both),
    firsts.kinds,
    ...both(firsts.byWord),
    ...both(firsts.byClass),
    ...both(tables.wordNeeds),
    ...both(tables.classNeeds),
  ]
  const halves = [words.slots, words.units, firsts.groups]
  const lengths = [...whole, ...halves].map((table) => table.length)
  const bytes = joinBytes([Int32Array.from(lengths), ...whole, ...halves])
  const { id, format, rules, off, keep } = pack
  return { data: { id, format, rules, off, keep, names, needCount }, bytes }
}

/** How many tables `splitPack` writes. */
const TABLES = 25

/** The pack that `splitPack` split. Its words and classes are found through `tables` alone. */
export function joinPack(data: unknown, bytes: Uint8Array): CompiledPack {
  const { buffer, byteOffset } = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes)
  const lengths = new Int32Array(buffer, byteOffset, TABLES)
  let at = byteOffset + 4 * TABLES
  let next = 0
  const whole = (): Int32Array => {
    const length = lengths[next++] ?? 0
    at += 4 * length
    return new Int32Array(buffer, at - 4 * length, length)
  }
  const half = (): Uint16Array => {
    const length = lengths[next++] ?? 0
    const from = at
    at += 4 * Math.ceil(length / 2)
    return new Uint16Array(buffer, from, length)
  }
  const both = (): NumberLists => ({ starts: whole(), lists: whole() })
  const code = whole()
  const patterns = patternsOf(whole())
  const starts = whole()
  const [members, rare, phrases, wordKeys, classKeys] = [both(), both(), both(), both(), both()]
  const firsts = { kinds: whole(), byWord: both(), byClass: both() }
  const [wordNeeds, classNeeds] = [both(), both()]
  const words = { slots: half(), units: half(), starts }
  const { names, needCount, ...rest } = data as Omit<CompiledPack, 'code'> &
    Pick<PackTables, 'names' | 'needCount'>
  return {
    ...rest,
    words: [],
    classes: [],
    needs: [],
    wordKeys: [],
    classKeys: [],
    code,
    patterns,
    tables: {
      words,
      names,
      members,
      rare,
      phrases,
      wordKeys,
      classKeys,
      needCount,
      wordNeeds,
      classNeeds,
      firsts: { ...firsts, groups: half() },
    },
  }
}

function patternsOf(numbers: Int32Array): readonly CompiledPattern[] {
  const patterns: CompiledPattern[] = []
  for (let i = 0; i < numbers.length; i += PATTERN) {
    const [code, from, to, rule] = [numbers[i], numbers[i + 1], numbers[i + 2], numbers[i + 3]]
    if (code === undefined || from === undefined || to === undefined || rule === undefined) break
    patterns.push({
      code,
      from,
      to,
      rule,
      role: ROLES[numbers[i + 4] ?? 0] ?? 'match',
      need: numbers[i + 5] ?? -1,
    })
  }
  return patterns
}

/** One after the other, each from a multiple of four bytes. */
function joinBytes(tables: readonly (Int32Array | Uint16Array)[]): Uint8Array {
  const sizes = tables.map(({ byteLength }) => 4 * Math.ceil(byteLength / 4))
  const bytes = new Uint8Array(sizes.reduce((sum, size) => sum + size, 0))
  let at = 0
  tables.forEach(({ buffer, byteOffset, byteLength }, i) => {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at)
    at += sizes[i] ?? 0
  })
  return bytes
}
