import { END_ROW, type Firsts } from './first.ts'
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
  /** The match of a pattern that starts exactly at `at`, the longest of the first way that fits; undefined when there is none. */
  attempt(code: number, tokens: readonly Token[], at: number): Hit | undefined
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
  let tokens: readonly Token[] = []
  let left = 0
  let markFrom = -1
  let markTo = -1

  const arg = (at: number): number => code[at] ?? 0
  const rowAt = (at: number): number => tokens[at]?.entry.row ?? END_ROW

  const run = (start: number, from: number): number => {
    let pc = start
    let at = from
    for (;;) {
      if (--left < 0) return -1
      switch (code[pc]) {
        case OP.done:
          return at
        case OP.word:
          if (!tokens[at]?.entry.ids.includes(arg(pc + 1))) return -1
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
          const entry = tokens[at]?.entry
          if (entry === undefined) return -1
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
          if (firsts.fits(arg(pc + 1), rowAt(at))) {
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
          const ways = firsts.ways(pc, rowAt(at))
          const last = ways.length - 1
          if (last < 0) return -1
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
          const entry = tokens[at]?.entry
          if (entry === undefined || entry.kind !== KIND.punct || entry.form.charCodeAt(0) !== arg(pc + 1))
            return -1
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
    for (let at = from; at <= tokens.length; at++) {
      if (firsts.fits(pc, rowAt(at))) {
        const end = run(pc, at)
        if (end !== -1) return end
      }
      const kind = tokens[at]?.entry.kind ?? 0
      if (kind === KIND.punct) {
        const mark = tokens[at]?.entry.form
        if (mark === ';' || mark === ':' || at - from > 2 * most) return -1
      } else if (++words > most) return -1
    }
    return -1
  }

  const follows = (rest: readonly number[], from: number): boolean => {
    for (let i = 0; i < rest.length; i++) {
      if (!tokens[from + i]?.entry.ids.includes(rest[i] ?? -1)) return false
    }
    return true
  }

  const isKind = (kind: number, at: number): boolean => {
    const found = tokens[at]?.entry.kind ?? 0
    if ((found & kind) !== 0) return true
    return (
      kind === KIND.name && (found & MAYBE) !== 0 && at > 0 && tokens[at - 1]?.entry.kind !== KIND.quotation
    )
  }

  const atStart = (at: number): boolean => {
    if (at === 0) return true
    const before = tokens[at - 1]?.entry
    if (before === undefined || at > tokens.length) return false
    if (before.kind === KIND.punct) return before.form !== ',' ? before.form !== '/' : onlyOpeners(at - 2)
    return onlyOpeners(at - 1)
  }

  const onlyOpeners = (last: number): boolean => {
    for (let i = last; i >= 0; i--) {
      const entry = tokens[i]?.entry
      if (entry === undefined || !(entry.classes.includes(edges.opener) || entry.kind === KIND.punct))
        return false
    }
    return true
  }

  const atEnd = (at: number): boolean => {
    for (let i = at; i < tokens.length; i++) {
      const entry = tokens[i]?.entry
      if (entry === undefined) return true
      if (entry.kind === KIND.punct) {
        if (entry.form !== ',' && entry.form !== '/') return true
        continue
      }
      if (!entry.classes.includes(edges.closer) && (entry.kind & (KIND.name | MAYBE)) === 0) return false
    }
    return true
  }

  const attempt = (start: number, sentence: readonly Token[], at: number): Hit | undefined => {
    if (!firsts.fits(start, sentence[at]?.entry.row ?? END_ROW)) return undefined
    tokens = sentence
    left = BUDGET
    markFrom = -1
    markTo = -1
    const to = run(start, at)
    if (to === -1) return undefined
    const marked = markFrom !== -1 && markTo > markFrom
    return { from: at, to, markFrom: marked ? markFrom : at, markTo: marked ? markTo : to }
  }
  return { attempt }
}
