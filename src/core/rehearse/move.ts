import { clean } from '../text/clean.ts'
import type { Category, Finding } from '../wording/finding.ts'
import { type MoveKind, type Moves, PLAIN_KINDS } from './moves.ts'
import { compilePhrase, type Phrase, plainSentence, type Span } from './phrase.ts'

/** One move of a line: its kind, the sentence it stands in as it was typed, and the finding that told of it. */
export interface Move {
  readonly kind: MoveKind
  readonly words: string
  readonly finding?: Finding
}

/** What somebody says in one turn, and the moves in it: the heaviest first, one that does not hurt once, never none. */
export interface Heard {
  readonly said: string
  readonly moves: readonly Move[]
}

/** Longest line that is looked at, in UTF-16 units; nobody says more in one turn. */
const LONGEST = 2000

/** Reads the moves of a line; `check` finds what the wording rules and the model have to say of it. */
export type Recogniser = (line: string) => Heard

interface Sentence {
  readonly text: string
  readonly isQuestion: boolean
}

interface Known {
  readonly kind: MoveKind
  readonly phrases: readonly Phrase[]
  readonly asked: readonly Phrase[]
  readonly told: readonly Phrase[]
}

/** Makes a recogniser from the moves that ship. Throws for a phrase that is none, which the build does not let through. */
export function createRecogniser(moves: Moves, check: (text: string) => readonly Finding[]): Recogniser {
  const known = moves.kinds.map((kind): Known => {
    const compiled = (all: readonly string[] = []) => all.map((one) => compilePhrase(one, moves.lists))
    return {
      kind,
      phrases: compiled(kind.phrases),
      asked: compiled(kind.asked),
      told: compiled(kind.told),
    }
  })
  const byCategory = new Map<Category, MoveKind>(
    moves.kinds.flatMap((kind) => (kind.categories ?? []).map((category) => [category, kind] as const)),
  )
  const [silence, closed, other] = PLAIN_KINDS.map((id) => moves.kinds.find((kind) => kind.id === id))

  const ofSentence = (sentence: Sentence, findings: readonly Finding[]): readonly Move[] => {
    const spans = spansIn(known, sentence)
    const found = new Map<MoveKind, Finding | undefined>()
    for (const { kind } of known) {
      if (spans.has(kind) && !(kind.notWith ?? []).some((id) => hasId(spans, id))) found.set(kind, undefined)
    }
    for (const finding of findings) {
      const kind = byCategory.get(finding.category)
      if (kind === undefined || isOverruled(finding, spans)) continue
      if (found.get(kind) === undefined) found.set(kind, finding)
    }
    if (closed !== undefined && sentence.isQuestion && ![...found.keys()].some(isSaying)) {
      found.set(closed, undefined)
    }
    const words = sentence.text.trim()
    return [...found].map(([kind, finding]) => ({
      kind,
      words,
      ...(finding === undefined ? {} : { finding }),
    }))
  }

  return (line) => {
    const said = clean(line).slice(0, LONGEST).trim()
    const plain = (kind: MoveKind | undefined): Heard => ({
      said,
      moves: kind === undefined ? [] : [{ kind, words: said }],
    })
    if (!/[\p{L}\p{N}]/u.test(said)) return plain(silence)
    const moves = sentencesOf(said).flatMap((sentence) =>
      ofSentence(
        sentence,
        check(sentence.text).filter((one) => one.severity === 'warning'),
      ),
    )
    const order = known.map(({ kind }) => kind)
    const heaviest = [...moves].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
    const once = heaviest.filter((move, at) => heaviest.findIndex((other) => isSame(move, other)) === at)
    return once.length === 0 ? plain(other) : { said, moves: once }
  }
}

/** Each sentence that hurts counts, so that none is passed over in the end; of any other kind, the first. */
function isSame(one: Move, other: Move): boolean {
  return one.kind === other.kind && (one.kind.mood >= 0 || one.words === other.words)
}

function spansIn(known: readonly Known[], sentence: Sentence): ReadonlyMap<MoveKind, readonly Span[]> {
  const plain = plainSentence(sentence.text)
  const spans = new Map<MoveKind, readonly Span[]>()
  for (const { kind, phrases, asked, told } of known) {
    const found = [...phrases, ...(sentence.isQuestion ? asked : told)].flatMap(
      (phrase) => phrase(plain) ?? [],
    )
    if (found.length > 0) spans.set(kind, found)
  }
  return spans
}

/** What a judgment is about where it is said to somebody: them, or what they did. */
const ABOUT = /\b(?:you|your|you're|yourself)\b|^(?:that|this|it)\b/i

/** What is only presumed about somebody is no verdict in a sentence that turns towards them: "I hear how upset you are". */
const SOFT: ReadonlySet<Category> = new Set(['hearsay', 'motive', 'belittling'])

/**
 * A phrase of a kind known for certain is stronger than a finding in the same words ("take your time" is no sarcasm here),
 * and than the model's impression of its sentence, which was made for what is written about people, not said to them.
 */
function isOverruled(finding: Finding, spans: ReadonlyMap<MoveKind, readonly Span[]>): boolean {
  if (finding.rule.startsWith('reads-as')) return spans.size > 0 || !ABOUT.test(finding.words)
  if (SOFT.has(finding.category) && [...spans.keys()].some(({ mood }) => mood > 0)) return true
  const from = finding.offset
  const to = from + finding.length
  return [...spans].some(
    ([kind, all]) => kind.categories === undefined && all.some((span) => span.from < to && from < span.to),
  )
}

/** Kinds that only come beside the real content of a sentence leave a question a question. */
function isSaying(kind: MoveKind): boolean {
  return kind.id !== 'praise' && kind.id !== 'fact'
}

function hasId(spans: ReadonlyMap<MoveKind, unknown>, id: string): boolean {
  return [...spans.keys()].some((kind) => kind.id === id)
}

/** What is put first in a question that has no mark. */
const ASKS =
  /^(?:(?:so|well|ok|okay|and|but|right|now|then) )*(?:(?:what|how|where|why|who|which)(?:'s|'re)? (?!if |i )|(?:is|are|was|were|do|does|did|has|have|can|could|would|will|should|shall) (?:i|you|we|they|he|she|it|that|this|there|the) )/

/** The sentences of a line. A clause that begins with "but" is a sentence of its own: what stands before it was meant too. */
function sentencesOf(line: string): readonly Sentence[] {
  // What somebody else asked, in quotation marks, neither ends a sentence nor makes it a question.
  const outside = line.replace(/["“][^"“”]{1,200}["”]/g, (quoted) => quoted.replace(/[.!?;]/g, ','))
  const pieces = outside.matchAll(/(?:(?!,? but )[^.!?;\n]|\.(?=\d|\p{L}))+[.!?;]*|,? but |[.!?;]+/gu)
  return [...pieces].flatMap(({ 0: piece, index }) => {
    if (!/[\p{L}\p{N}]/u.test(piece) || /^,? but $/.test(piece)) return []
    const isQuestion = piece.includes('?') || (!piece.includes('!') && ASKS.test(plainSentence(piece).trim()))
    return [{ text: line.slice(index, index + piece.length), isQuestion }]
  })
}
