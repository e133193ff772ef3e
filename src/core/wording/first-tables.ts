import { numberLists } from './number-lists.ts'
import { type CompiledPack, type FirstTables, KIND, OP } from './pack.ts'

/** What a piece of code can begin with; `any` where it may match nothing at all or anything. */
interface First {
  any: boolean
  kinds: number
  readonly ids: Set<number>
  readonly classes: Set<number>
}

/** Works out what the code of a pack can begin with, at the start of each pattern and wherever it can go more than one way. */
export function firstTables({ code, patterns, words, classes }: CompiledPack): FirstTables {
  const arg = (at: number): number => code[at] ?? 0

  const collect = (start: number, first: First): void => {
    let pc = start
    while (!first.any) {
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
        case OP.either:
          for (let i = 0; i < arg(pc + 1); i++) collect(arg(pc + 2 + i), first)
          return
        default:
          first.any = true
      }
    }
  }

  const groups = new Uint16Array(code.length)
  const kinds = [0]
  const byWord: [number, number][] = []
  const byClass: [number, number][] = []
  const known = new Map<string, number>()
  const groupOf = (first: First): number => {
    const { any, ids, classes } = first
    const key = any ? 'any' : `${first.kinds} ${sorted(ids)} ${sorted(classes)}`
    const before = known.get(key)
    if (before !== undefined) return before
    const group = known.size + 1
    if (group > 0xffff) throw new RangeError('too many ways for one pack')
    known.set(key, group)
    kinds.push(any ? -1 : first.kinds)
    if (any) return group
    for (const id of ids) byWord.push([id, group])
    for (const cls of classes) byClass.push([cls, group])
    return group
  }
  for (const pc of choices(
    code,
    patterns.map(({ code: start }) => start),
  )) {
    const first: First = { any: false, kinds: 0, ids: new Set(), classes: new Set() }
    collect(pc, first)
    groups[pc] = groupOf(first)
  }
  return {
    groups,
    kinds: Int32Array.from(kinds),
    byWord: numberLists(words.length, byWord),
    byClass: numberLists(classes.length, byClass),
  }
}

/** Every place from which a matcher asks whether it is worth going on. */
function choices(code: ArrayLike<number>, starts: readonly number[]): ReadonlySet<number> {
  const places = new Set(starts)
  for (let pc = 0; pc < code.length; ) {
    const next = code[pc + 1] ?? 0
    switch (code[pc]) {
      case OP.split:
        places.add(next)
        pc += 3
        break
      case OP.gap:
        places.add(pc + 2)
        pc += 2
        break
      case OP.either:
        for (let i = 0; i < next; i++) places.add(code[pc + 2 + i] ?? 0)
        pc += 2 + next
        break
      case OP.done:
      case OP.start:
      case OP.end:
      case OP.open:
      case OP.close:
        pc++
        break
      default:
        pc += 2
    }
  }
  return places
}

function sorted(numbers: ReadonlySet<number>): string {
  return [...numbers].sort((a, b) => a - b).join(',')
}
