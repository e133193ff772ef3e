import type { FindHeading, Heading } from './headings.ts'
import type { Mail, MailLine } from './mails.ts'
import type { FindPrinted } from './printed.ts'

/** One line that somebody wrote. `question` is the one it stands under, `round` which of several places where that is asked. */
export interface SaidLine {
  readonly text: string
  readonly question?: number
  readonly round: number
}

/** What one mail says; `isFilled` where there are words under a question. */
export interface Written {
  readonly said: SaidLine[]
  isFilled: boolean
}

/** The question that lines of one depth stand under. `isDeeper`: it is quoted, and they answer it from outside. */
interface Under {
  readonly question: number
  readonly round: number
  readonly isDeeper: boolean
}

/** What each mail says, line by line, with the question it stands under. */
export function saidIn(
  lines: readonly MailLine[],
  mails: readonly Mail[],
  find: FindHeading,
  printed: FindPrinted,
): readonly Written[] {
  const headings = headingsIn(lines, find)
  const sure = sureIn(lines, mails, headings)
  const written = mails.map((): Written => ({ said: [], isFilled: false }))
  const under: (Under | undefined)[] = []
  const speaking: number[] = []
  let last: Written | undefined
  let round = 0
  const say = (text: string, depth: number, mail: number) => {
    const at = under[depth] === undefined && mails[mail]?.head === '' ? outside(under, depth) : depth
    const here = under[at]
    const own = written[at === depth ? mail : (speaking[at] ?? mail)]
    if (own === undefined) return
    own.said.push({
      text,
      round: here?.round ?? 0,
      ...(here === undefined ? {} : { question: here.question }),
    })
    if (here !== undefined && /[\p{L}\p{N}]/u.test(text)) own.isFilled = true
    last = own
  }
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]
    if (line === undefined) continue
    const { text, depth, mail } = line
    if (line.isBreak) under.length = Math.min(under.length, depth)
    if (line.isNoise) continue
    if (text === '') {
      const before = last?.said.at(-1)
      if (before !== undefined && before.text !== '') last?.said.push({ ...before, text: '' })
      continue
    }
    speaking[depth] = mail
    const heading = headings.get(at)
    if (heading !== undefined && counts(heading, under[depth], sure[mail])) {
      round += 1
      under.length = Math.min(under.length, depth + 1)
      for (let level = 0; level <= depth; level += 1) {
        under[level] = { question: heading.question, round, isDeeper: level < depth }
      }
      if (heading.inline !== '') say(heading.inline, depth, mail)
      at += heading.lines - 1
      continue
    }
    const kind = printed(text, under[depth] !== undefined)
    if (kind === 'letter') under.fill(undefined, 0, depth + 1)
    if (kind === undefined) say(text, depth, mail)
  }
  return written
}

function headingsIn(lines: readonly MailLine[], find: FindHeading): ReadonlyMap<number, Heading> {
  const found = new Map<number, Heading>()
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]
    if (line === undefined || line.isNoise || line.text === '') continue
    const next = lines.slice(at + 1, at + 4).map(({ text, depth }) => (depth === line.depth ? text : ''))
    const heading = find(line.text, next)
    if (heading === undefined) continue
    found.set(at, heading)
    at += heading.lines - 1
  }
  return found
}

/** The questions that each mail asks beyond doubt. */
function sureIn(
  lines: readonly MailLine[],
  mails: readonly Mail[],
  headings: ReadonlyMap<number, Heading>,
): readonly ReadonlySet<number>[] {
  const sure = mails.map(() => new Set<number>())
  for (const [at, { question, isSure }] of headings) {
    if (isSure) sure[lines[at]?.mail ?? -1]?.add(question)
  }
  return sure
}

/** A short form of a question is one only where nothing surer says otherwise: else it is part of an answer. */
function counts(heading: Heading, under: Under | undefined, sure: ReadonlySet<number> | undefined): boolean {
  if (heading.isSure) return true
  if (under?.isDeeper === true) return under.question === heading.question
  return sure?.has(heading.question) !== true
}

/** The depth whose answer holds a quotation of its own, such as a customer's words; the same depth where there is none. */
function outside(under: readonly (Under | undefined)[], depth: number): number {
  for (let level = depth - 1; level >= 0; level -= 1) {
    if (under[level] !== undefined) return level
  }
  return depth
}
