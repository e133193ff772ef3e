import { type Entry, MAYBE } from './lexicon.ts'
import { type CompiledPack, KIND, OP } from './pack.ts'

/** Knows which tokens a piece of code can begin with, so that hopeless ways are not tried. */
interface Firsts {
  /** Whether the code at `pc` can match where this token stands (no token: the end of the sentence). */
  fits(pc: number, entry: Entry | undefined): boolean
  /** The ways of the `either` at `pc` that can match where this token stands. */
  ways(pc: number, entry: Entry | undefined): readonly number[]
}

/** What a piece of code can begin with; `any` where it may match nothing at all or anything. */
interface First {
  any: boolean
  kinds: number
  readonly ids: Set<number>
  readonly classes: Set<number>
}

const NO = 1
const YES = 2

/** So often a place is worked out anew before what it can begin with is remembered: for a short text that would cost more than it saves. */
const PATIENCE = 8

/** Works out and remembers, for each place in the code that is reached, what it can begin with. */
export function createFirsts(pack: CompiledPack): Firsts {
  const { code } = pack
  const arg = (at: number): number => code[at] ?? 0
  const asked = new Uint8Array(code.length)
  const known = new Map<number, First>()
  const fitting = new Map<number, Uint8Array>()
  const open = new Map<number, Map<number, readonly number[]>>()

  const collect = (start: number, first: First): void => {
    let pc = start
    for (;;) {
      switch (code[pc]) {
        case OP.word:
          first.ids.add(arg(pc + 1))
          return
        case OP.class:
          first.classes.add(arg(pc + 1))
          return
        case OP.kind:
          first.kinds |= arg(pc + 1)
          return
        case OP.punct:
          first.kinds |= KIND.punct
          return
        case OP.open:
        case OP.close:
        case OP.start:
          pc++
          break
        case OP.not:
        case OP.jump:
          pc = arg(pc + 1)
          break
        case OP.split:
          collect(arg(pc + 1), first)
          pc = arg(pc + 2)
          break
        case OP.either: {
          const count = arg(pc + 1)
          for (let i = 0; i < count; i++) collect(arg(pc + 2 + i), first)
          return
        }
        default:
          first.any = true
          return
      }
      if (first.any) return
    }
  }

  const firstOf = (pc: number): First => {
    const before = known.get(pc)
    if (before !== undefined) return before
    const first: First = { any: false, kinds: 0, ids: new Set(), classes: new Set() }
    collect(pc, first)
    known.set(pc, first)
    return first
  }

  /** What `test` says of `firstOf`, by walking the code. */
  const walk = (start: number, entry: Entry | undefined): boolean => {
    let pc = start
    for (;;) {
      switch (code[pc]) {
        case OP.word:
          return entry?.ids.includes(arg(pc + 1)) === true
        case OP.class: {
          const cls = arg(pc + 1)
          return entry !== undefined && (entry.classes.includes(cls) || entry.phrases?.has(cls) === true)
        }
        case OP.kind:
          return ofKind(arg(pc + 1), entry)
        case OP.punct:
          return ofKind(KIND.punct, entry)
        case OP.open:
        case OP.close:
        case OP.start:
          pc++
          break
        case OP.not:
        case OP.jump:
          pc = arg(pc + 1)
          break
        case OP.split:
          if (walk(arg(pc + 1), entry)) return true
          pc = arg(pc + 2)
          break
        case OP.either: {
          const count = arg(pc + 1)
          for (let i = 0; i < count; i++) if (walk(arg(pc + 2 + i), entry)) return true
          return false
        }
        default:
          return true
      }
    }
  }

  const test = (first: First, entry: Entry | undefined): boolean => {
    if (first.any) return true
    if (entry === undefined) return false
    if (ofKind(first.kinds, entry)) return true
    for (const id of entry.ids) if (first.ids.has(id)) return true
    for (const cls of entry.classes) if (first.classes.has(cls)) return true
    if (entry.phrases !== undefined)
      for (const cls of entry.phrases.keys()) if (first.classes.has(cls)) return true
    return false
  }

  const patient = (pc: number): boolean => {
    const times = asked[pc] ?? 0
    if (times >= PATIENCE) return false
    asked[pc] = times + 1
    return true
  }

  const fits = (pc: number, entry: Entry | undefined): boolean => {
    if (patient(pc)) return walk(pc, entry)
    if (entry === undefined || entry.number === 0) return test(firstOf(pc), entry)
    let seen = fitting.get(pc)
    if (seen === undefined || entry.number >= seen.length) {
      const grown = new Uint8Array(Math.max(512, 2 * entry.number))
      if (seen !== undefined) grown.set(seen)
      seen = grown
      fitting.set(pc, seen)
    }
    const before = seen[entry.number]
    if (before !== 0) return before === YES
    const result = test(firstOf(pc), entry)
    seen[entry.number] = result ? YES : NO
    return result
  }

  const choose = (pc: number, entry: Entry | undefined): readonly number[] => {
    const ways: number[] = []
    const count = arg(pc + 1)
    for (let i = 0; i < count; i++) {
      const way = arg(pc + 2 + i)
      if (patient(way) ? walk(way, entry) : test(firstOf(way), entry)) ways.push(way)
    }
    return ways
  }

  const ways = (pc: number, entry: Entry | undefined): readonly number[] => {
    // Unknown words are many and differ in nothing but their kind: not worth remembering.
    if (entry === undefined || entry.number === 0) return choose(pc, entry)
    let seen = open.get(pc)
    if (seen === undefined) {
      seen = new Map()
      open.set(pc, seen)
    }
    const before = seen.get(entry.number)
    if (before !== undefined) return before
    const result = choose(pc, entry)
    seen.set(entry.number, result)
    return result
  }
  return { fits, ways }
}

function ofKind(kinds: number, entry: Entry | undefined): boolean {
  if (entry === undefined) return false
  return (kinds & entry.kind) !== 0 || ((kinds & KIND.name) !== 0 && (entry.kind & MAYBE) !== 0)
}
