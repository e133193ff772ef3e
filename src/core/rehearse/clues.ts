import type { Category, Finding } from '../wording/finding.ts'
import { type MoveKind, type Moves, PLAIN_KINDS } from './moves.ts'
import { compilePhrase, type Phrase, plainSentence, type Span } from './phrase.ts'
import type { Sentence } from './sentence.ts'

/** What phrases and wording rules know of one sentence. */
export interface Clues {
  readonly sentence: Sentence
  /** The kinds whose phrases stand in it. */
  readonly phrased: ReadonlySet<MoveKind>
  /** What the wording rules and the model warn of. */
  readonly findings: readonly Finding[]
  /** The kinds that follow from both, each with the finding that told of it. */
  readonly kinds: ReadonlyMap<MoveKind, Finding | undefined>
}

interface Known {
  readonly kind: MoveKind
  readonly phrases: readonly Phrase[]
  readonly asked: readonly Phrase[]
  readonly told: readonly Phrase[]
}

/**
 * Reads what phrases and rules know of a sentence; `check` finds what the wording rules and the model have to say of it. Throws a
 * SyntaxError for a phrase that is none, which the build does not let through.
 */
export function createClues(
  moves: Moves,
  check: (text: string) => readonly Finding[],
): (sentence: Sentence) => Clues {
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
  const [, closed] = PLAIN_KINDS.map((id) => moves.kinds.find((kind) => kind.id === id))

  return (sentence) => {
    const findings = check(sentence.text).filter((one) => one.severity === 'warning')
    const spans = spansIn(known, sentence)
    const kinds = new Map<MoveKind, Finding | undefined>()
    for (const { kind } of known) {
      if (spans.has(kind) && !(kind.notWith ?? []).some((id) => hasId(spans, id))) kinds.set(kind, undefined)
    }
    for (const finding of findings) {
      const kind = byCategory.get(finding.category)
      if (kind === undefined || isOverruled(finding, spans)) continue
      if (kinds.get(kind) === undefined) kinds.set(kind, finding)
    }
    if (closed !== undefined && sentence.isQuestion && ![...kinds.keys()].some(isSaying)) {
      kinds.set(closed, undefined)
    }
    return { sentence, phrased: new Set(spans.keys()), findings, kinds }
  }
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
