import { type Firsts, NO_WAY } from './first.ts'
import { END, type Entry } from './lexicon.ts'
import { type CompiledPack, KIND, MAYBE, OP } from './pack.ts'
import type { Token } from './scan.ts'

/** Tries one pattern at one place: the tokens it covers and the tokens it marks (all of them when it marks none). */
export interface Hit {
  readonly from: number
  /** One past the last token. */
  readonly to: number
  readonly markFrom: number
  readonly markTo: number
}

/** Runs the patterns of a pack. */
interface Matcher {
  /** Takes up the sentence in which `attempt` looks. */
  read(tokens: readonly Token[]): void
  /** The match of a pattern that starts exactly at `at`, the longest of the first way that fits; undefined when there is none. */
  attempt(code: number, at: number): Hit | undefined
}

/** More steps than any pattern we ship needs; a pattern that needs more does not match. */
const BUDGET = 4000

/** The classes of leading and closing words that do not count for `^` and `$`. */
interface Edges {
  readonly opener: number
  readonly closer: number
}

/** Builds the runner for a pack's code. Costs are bounded by the pattern, never by the text. */
export function createMatcher({ code }: CompiledPack, firsts: Firsts, edges: Edges): Matcher {
  // The sentence, and the end behind it. No look goes beyond: a look past the end of an array makes the engine throw away
  // what it compiled of this file, which cost more than the matching.
  const entries: Entry[] = []
  let count = 0
  let left = 0
  let markFrom = -1
  let markTo = -1

  const arg = (at: number): number => code[at] ?? 0
  const entryAt = (at: number): Entry => entries[at] ?? END

  const run = (start: number, from: number): number => {
    let pc = start
    let at = from
    for (;;) {
      if (--left < 0) return -1
      switch (code[pc]) {
        case OP.done:
          return at
        case OP.word:
          if (!entryAt(at).ids.includes(arg(pc + 1))) return -1
          at++
          pc += 2
          break
        case OP.kind:
          if (!isKind(arg(pc + 1), at)) return -1
          at++
          pc += 2
          break
        case OP.class: {
          const number = arg(pc + 1)
          const entry = entryAt(at)
          const single = entry.classes.includes(number)
          const phrases = entry.phrases?.get(number)
          if (phrases !== undefined) {
            for (const rest of phrases) {
              if (!follows(rest, at + 1)) continue
              const end = run(pc + 2, at + 1 + rest.length)
              if (end !== -1) return end
            }
          }
          if (!single) return -1
          at++
          pc += 2
          break
        }
        case OP.split: {
          if (firsts.fits(arg(pc + 1), entryAt(at).row)) {
            const opened = markFrom
            const closed = markTo
            const end = run(arg(pc + 1), at)
            if (end !== -1) return end
            markFrom = opened
            markTo = closed
          }
          pc = arg(pc + 2)
          break
        }
        case OP.jump:
          pc = arg(pc + 1)
          break
        case OP.either: {
          const way = firsts.way(pc, entryAt(at).row)
          if (way === NO_WAY) return -1
          if (way > NO_WAY) {
            pc = way
            break
          }
          const ways = firsts.several(way)
          const last = ways.length - 1
          const opened = markFrom
          const closed = markTo
          for (let i = 0; i < last; i++) {
            const end = run(ways[i] ?? 0, at)
            if (end !== -1) return end
            markFrom = opened
            markTo = closed
          }
          pc = ways[last] ?? 0
          break
        }
        case OP.gap:
          return gap(pc + 2, at, arg(pc + 1))
        case OP.start:
          if (!atStart(at)) return -1
          pc++
          break
        case OP.end:
          if (!atEnd(at)) return -1
          pc++
          break
        case OP.not:
          if (run(pc + 2, at) !== -1) return -1
          pc = arg(pc + 1)
          break
        case OP.open:
          markFrom = at
          pc++
          break
        case OP.close:
          markTo = at
          pc++
          break
        case OP.punct: {
          const entry = entryAt(at)
          if (entry.kind !== KIND.punct || entry.form.charCodeAt(0) !== arg(pc + 1)) return -1
          at++
          pc += 2
          break
        }
        default:
          return -1
      }
    }
  }

  const gap = (pc: number, from: number, most: number): number => {
    let words = 0
    for (let at = from; at <= count; at++) {
      if (firsts.fits(pc, entryAt(at).row)) {
        const end = run(pc, at)
        if (end !== -1) return end
      }
      const { kind, form: mark } = entryAt(at)
      if (kind === KIND.punct) {
        if (mark === ';' || mark === ':' || at - from > 2 * most) return -1
      } else if (++words > most) return -1
    }
    return -1
  }

  const follows = (rest: readonly number[], from: number): boolean => {
    for (let i = 0; i < rest.length; i++) {
      if (!entryAt(from + i).ids.includes(rest[i] ?? -1)) return false
    }
    return true
  }

  const isKind = (kind: number, at: number): boolean => {
    const found = entryAt(at).kind
    if ((found & kind) !== 0) return true
    return kind === KIND.name && (found & MAYBE) !== 0 && at > 0 && entryAt(at - 1).kind !== KIND.quotation
  }

  const atStart = (at: number): boolean => {
    if (at === 0) return true
    const before = entryAt(at - 1)
    if (before.kind === KIND.punct) return before.form !== ',' ? before.form !== '/' : onlyOpeners(at - 2)
    return onlyOpeners(at - 1)
  }

  const onlyOpeners = (last: number): boolean => {
    for (let i = last; i >= 0; i--) {
      const entry = entryAt(i)
      if (!(entry.classes.includes(edges.opener) || entry.kind === KIND.punct)) return false
    }
    return true
  }

  const atEnd = (at: number): boolean => {
    for (let i = at; i < count; i++) {
      const entry = entryAt(i)
      if (entry.kind === KIND.punct) {
        if (entry.form !== ',' && entry.form !== '/') return true
        continue
      }
      if (!entry.classes.includes(edges.closer) && (entry.kind & (KIND.name | MAYBE)) === 0) return false
    }
    return true
  }

  const read = (tokens: readonly Token[]): void => {
    count = tokens.length
    let i = 0
    for (const { entry } of tokens) entries[i++] = entry
    entries[i] = END
  }

  const attempt = (start: number, at: number): Hit | undefined => {
    if (!firsts.fits(start, entryAt(at).row)) return undefined
    left = BUDGET
    markFrom = -1
    markTo = -1
    const to = run(start, at)
    if (to === -1) return undefined
    const marked = markFrom !== -1 && markTo > markFrom
    return { from: at, to, markFrom: marked ? markFrom : at, markTo: marked ? markTo : to }
  }
  return { read, attempt }
}
