/** One point as it is to be said, and what it rests on. */
export interface PointText {
  readonly side: 'strength' | 'growth'
  /** What is to be said, in prose; citations such as `[E1]` may stand in it. */
  readonly said: string
  /** The words of the evidence it cites. */
  readonly cited: readonly string[]
  /** What it led to, where that was answered by itself. */
  readonly impact?: string
}

/** What a point or a whole conversation lacks. `point` counts from 1; absent where it is about the whole. */
interface StructureFinding {
  readonly code: /** No day, number, ticket, quotation or citation: nothing that could be looked at together. */
    | 'example-missing'
    /** Something to grow in, and neither a question nor a suggestion. */
    | 'action-missing'
    /** Not said what it led to. */
    | 'impact-missing'
    /** An example stands in the words, and no evidence is cited. */
    | 'evidence-not-cited'
    /** Praise without an example beside criticism that has one. */
    | 'praise-less-specific'
    /** Something to grow in comes before any strength. */
    | 'criticism-first'
    /** Praise that goes on with "but". */
    | 'praise-undone'
    /** A suggestion stands before the first question. */
    | 'suggestion-first'
  readonly point?: number
}

const CITATION = /\[E\d+\]/
const EXAMPLE =
  /\[E\d+\]|\d|["“«„]|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:january|february|march|april|june|july|august|september|october|november|december|yesterday|this morning|last (?:week|month|night))\b|\b(?:once|twice|two|three|four|five|six|seven|eight|nine|ten|half|both)\b/i
const IMPACT =
  /\b(?:so(?: that)?|because|since|therefore|as a result|which|led to|leads to|meant|means|made it|makes it|let (?:us|me|her|him|them)|helped|saved|cost|costs|had to|could (?:not )?|couldn't|without|until|again|waited|waiting|asked|wrote|called|rang|thanked|lost|gained|fewer|faster|sooner|later|longer|shorter|reopened|churned|relieved|worried|concerned|frustrated|glad|grateful|felt|confused|unsure|trust)\b/i
const SUGGESTION =
  /\b(?:what if|could you|would you|can you|how about|next time|from now on|i suggest|i'd suggest|i would suggest|you could|you might|try|please|maybe we|let's|let us|consider|i'd like you to|i would like you to)\b/i
// "Whom could you ask?" is open, although "could you" stands in it.
const OPEN = /^\W*(?:where|who|whom|which|when|why|how(?! about)|what(?! if))\b/i
const UNDONE =
  /(?:[,;.–-]\s*|\s)(?:but|however|although|though|only that|unfortunately)\b(?!\s+(?:also|even|no\b|not only))/i

/** What one point lacks. Words only are looked at; they may be wrong, so these are mentioned and never demanded. */
export function checkPoint(point: PointText): readonly StructureFinding['code'][] {
  const { side, said, cited, impact = '' } = point
  const codes: StructureFinding['code'][] = []
  if (said.trim() === '') return codes
  const example = EXAMPLE.test(said)
  if (!example && cited.length === 0) codes.push('example-missing')
  if (example && cited.length === 0 && !CITATION.test(said)) codes.push('evidence-not-cited')
  if (impact.trim() === '' && !IMPACT.test(withoutQuestions(said))) codes.push('impact-missing')
  if (side === 'strength') {
    if (UNDONE.test(said)) codes.push('praise-undone')
    return codes
  }
  const question = said.indexOf('?')
  const suggestion = SUGGESTION.exec(said)
  if (question === -1 && suggestion === null) codes.push('action-missing')
  if (suggestion !== null && isBefore(suggestion.index, said)) codes.push('suggestion-first')
  return codes
}

/** What a conversation of these points, in this order, lacks. */
export function checkStructure(points: readonly PointText[]): readonly StructureFinding[] {
  const each = points.flatMap((point, i) => checkPoint(point).map((code) => ({ code, point: i + 1 })))
  const strengths = points.filter(({ side }) => side === 'strength')
  const growth = points.filter(({ side }) => side === 'growth')
  const whole: StructureFinding[] = []
  if (growth.some(isSpecific))
    points.forEach((point, i) => {
      if (point.side === 'strength' && !isSpecific(point))
        whole.push({ code: 'praise-less-specific', point: i + 1 })
    })
  if (strengths.length > 0 && points[0]?.side === 'growth') whole.push({ code: 'criticism-first' })
  return [...each, ...whole]
}

function isSpecific({ said, cited }: PointText): boolean {
  return cited.length > 0 || EXAMPLE.test(said)
}

function withoutQuestions(said: string): string {
  return said.replace(/[^.?!\n]*\?/g, '')
}

/** Whether a suggestion comes before the first open question; a suggestion in the form of a question is no open one. */
function isBefore(suggestion: number, said: string): boolean {
  for (const { 0: question, index } of said.matchAll(/[^.?!\n]*\?/g)) {
    if (index > suggestion) break
    if (OPEN.test(question) || !SUGGESTION.test(question)) return false
  }
  return true
}
