import { createChecker, type Judge } from './check.ts'
import type { Finding } from './finding.ts'
import type { Wording } from './load.ts'

/** What is being answered: whom it is about, and evidence of theirs that a suggestion may quote. */
interface ReviewAbout {
  readonly names: readonly string[]
  /** Lines of cited evidence, as the mentor wrote them. */
  readonly evidence: readonly string[]
  /** It is said of something that went well. */
  readonly isPraise?: boolean
}

/** Most suggestions from the evidence put before a rule's own. */
const FROM_EVIDENCE = 1

/** Checks answers as they are given: findings heaviest first, with a line of the mentor's own evidence to say instead. */
export function createReview(
  wording: Wording,
  judge?: Judge,
): (text: string, about: ReviewAbout) => readonly Finding[] {
  const praise =
    wording.packs.flatMap(({ rules }) => rules).find(({ category }) => category === 'vague-praise')?.try ?? []
  const checkers = new Map<string, (text: string) => readonly Finding[]>()
  return (text, about) => {
    const names = [...wording.names, ...about.names]
    const key = names.join('\0')
    const known = checkers.get(key)
    const check =
      known ??
      createChecker(wording.packs, { names, keep: wording.keep, ...(judge === undefined ? {} : { judge }) })
    if (known === undefined) checkers.set(key, check)
    const clean = about.evidence.filter((line) => !stands(line, text) && check(line).length === 0)
    return [...check(text)]
      .sort((a, b) => weight(b) - weight(a) || a.offset - b.offset)
      .map((finding) => (about.isPraise === true ? withPraise(finding, praise) : finding))
      .map((finding) => withEvidence(finding, clean))
      .map((finding) => ({ ...finding, try: finding.try.filter((one) => !stands(one, text)) }))
  }
}

/** Whether a text says this already: capitals, spaces and the stop at the end do not count. */
function stands(line: string, text: string): boolean {
  const plain = (one: string): string => one.replace(/\s+/g, ' ').trim().toLowerCase()
  return plain(text).includes(plain(line).replace(/[.!?…]+$/, ''))
}

function weight(finding: Finding): number {
  return finding.severity === 'warning' ? (HEAVY[finding.category] ?? 1) : 0
}

const HEAVY: Readonly<Partial<Record<Finding['category'], number>>> = {
  insult: 9,
  bias: 8,
  private: 8,
  belittling: 7,
  motive: 6,
  label: 6,
  blame: 5,
  'fixed-trait': 5,
  absolute: 4,
  comparison: 4,
  hearsay: 4,
  order: 3,
  'but-praise': 2,
}

const SEEN: readonly Finding['category'][] = ['absolute', 'label', 'motive', 'blame', 'vague', 'insult']

const OF_BLAME: readonly Finding['category'][] = ['absolute', 'vague', 'fixed-trait']

/** What went well too often or too vaguely said is said better as praise; nothing is in its way. */
function withPraise(finding: Finding, praise: readonly string[]): Finding {
  const whole = praise.filter((line) => !line.includes('{'))
  return OF_BLAME.includes(finding.category) && whole.length > 0 ? { ...finding, try: whole } : finding
}

function withEvidence(finding: Finding, evidence: readonly string[]): Finding {
  if (!SEEN.includes(finding.category)) return finding
  const lines = evidence.slice(0, FROM_EVIDENCE).map(sentence)
  return lines.length === 0 ? finding : { ...finding, try: [...lines, ...finding.try] }
}

function sentence(line: string): string {
  const text = line.trim()
  const first = text.charAt(0).toUpperCase() + text.slice(1)
  return /[.!?]$/.test(first) ? first : `${first}.`
}
