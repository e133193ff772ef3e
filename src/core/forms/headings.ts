import type { FormAsked } from './form.ts'
import { alike, beginsWith, firstToken, tokensOf } from './tokens.ts'

/** A question found in a line: which one, how surely, what of its answer stands on the same line, and how many lines it takes. */
export interface Heading {
  readonly question: number
  /** By its mark or its whole words; else by a short form, which an answer could hold by chance. */
  readonly isSure: boolean
  readonly inline: string
  readonly lines: number
}

/** Finds the question that a line asks, if any; `next` are the lines below, into which a mail program may have broken it. */
export type FindHeading = (line: string, next: readonly string[]) => Heading | undefined

/** Bullets, numbers and emphasis that may stand in front of a question. */
const FRONT =
  /^(?:\s|#{1,6}|[*_]{1,3}|[-+•·–—▪●○◦‣⁃»]|\(?\d{1,2}[.):\]]|\(?[a-z][.)]\s|q\d{1,2}[.:)]?\s|(?:question|frage)\s\d{1,2}[.:)]?)+/i
const MARK = /[[({<]\s*q\s*0*(\d{1,2})\s*[\])}>]/i
/** What may stand between a question and an answer on the same line. */
const BETWEEN = /^[\s?:.*_)\]–—-]+/
/** A question that is longer is none of ours, in UTF-16 units. */
const LONGEST = 400
/** Lines into which a mail program breaks one question, at most. */
const BROKEN = 4

/** Makes a finder for these questions. A line is looked at in time that does not depend on how long the text is. */
export function headingFinder(questions: readonly FormAsked[]): FindHeading {
  const asks = questions.map(({ ask }) => tokensOf(ask))
  const names = questions.flatMap(({ also, label }, question) =>
    [label, ...also]
      .map((name) => ({ question, words: tokensOf(name) }))
      .filter(({ words }) => words.length > 0),
  )
  names.sort((a, b) => b.words.length - a.words.length)

  const sure = (line: string): Heading | undefined => {
    const mark = MARK.exec(line)
    const bare = line.replace(FRONT, '')
    const first = firstToken(bare)
    const whole = asks.findIndex(
      (words) => words[0] === first && beginsWith(bare, words).count === words.length,
    )
    if (whole >= 0) {
      const { rest } = beginsWith(bare, asks[whole] ?? [])
      return { question: whole, isSure: true, inline: trimmed(rest.replace(MARK, '')), lines: 1 }
    }
    const question = Number(mark?.[1] ?? 0) - 1
    if (mark === null || asks[question] === undefined) return undefined
    const before = line.slice(0, mark.index).replace(FRONT, '').trim()
    const after = trimmed(line.slice(mark.index + mark[0].length))
    const isAsked =
      before === '' || /[?:]\W*$/.test(before) || alike(tokensOf(before), asks[question] ?? []) >= 0.5
    return { question, isSure: true, inline: isAsked ? after : `${before} ${after}`.trim(), lines: 1 }
  }

  const broken = (line: string, next: readonly string[]): Heading | undefined => {
    if (line.length > LONGEST) return undefined
    const bare = line.replace(FRONT, '')
    const first = firstToken(bare)
    if (!asks.some((ask) => ask[0] === first)) return undefined
    const words = tokensOf(bare)
    if (
      words.length < 2 ||
      !asks.some((ask) => ask.length > words.length && words.every((word, at) => word === ask[at]))
    )
      return undefined
    let joined = line
    for (const [at, more] of next.slice(0, BROKEN - 1).entries()) {
      if (more === '') return undefined
      joined += ` ${more}`
      const found = sure(joined)
      if (found !== undefined) return { ...found, lines: at + 2 }
    }
    return undefined
  }

  const byNumber = (line: string): Heading | undefined => {
    const [, digits, sign = '', words = ''] = /^q\s?0*(\d{1,2})\s*([.:)–—-]?)\s*(\S.*)$/i.exec(line) ?? []
    const question = Number(digits) - 1
    // Q1 to Q4 may be quarters of a year.
    if (asks[question] === undefined || (sign === '' && question < 4)) return undefined
    return { question, isSure: false, inline: words, lines: 1 }
  }

  const short = (line: string): Heading | undefined => {
    const numbered = byNumber(line)
    if (numbered !== undefined) return numbered
    const bare = line.replace(FRONT, '')
    const isMarked = /^\s*(?:#|\*\*|__|\(?\d{1,2}[.)]\s)/.test(line)
    const first = firstToken(bare)
    for (const { question, words } of names) {
      if (words[0] !== first) continue
      const { count, rest } = beginsWith(bare, words)
      if (count < words.length) continue
      const isAlone = rest.replace(/[\s*_.]/g, '') === '' && (words.length > 1 || isMarked)
      if (isAlone || /^[*_\s]*(?:[:?]|\s[–—-]\s)/.test(rest))
        return { question, isSure: false, inline: trimmed(rest), lines: 1 }
    }
    return shortened(bare, isMarked)
  }

  const shortened = (bare: string, isMarked: boolean): Heading | undefined => {
    const end = bare.slice(0, LONGEST).search(/[?:]/)
    if (end < 0 && bare.length > LONGEST) return undefined
    const head = tokensOf(end < 0 ? bare : bare.slice(0, end))
    if (head.length < 3 || (end < 0 && bare.length > 160)) return undefined
    const inline = end < 0 ? '' : trimmed(bare.slice(end))
    const starts = asks.flatMap((ask, question) =>
      head.length <= ask.length && head.every((word, at) => word === ask[at]) ? [question] : [],
    )
    if (starts.length === 1 && starts[0] !== undefined)
      return { question: starts[0], isSure: false, inline, lines: 1 }
    if (end < 0 && !isMarked) return undefined
    const rated = asks.map((ask, question) => ({ question, score: alike(head, ask) }))
    const [best, second] = rated.sort((a, b) => b.score - a.score)
    if (best === undefined || best.score < 0.7 || best.score - (second?.score ?? 0) < 0.15) return undefined
    return { question: best.question, isSure: false, inline, lines: 1 }
  }

  return (line, next) => sure(line) ?? broken(line, next) ?? short(line)
}

function trimmed(rest: string): string {
  return rest.replace(BETWEEN, '').trim()
}
