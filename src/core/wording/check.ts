import { createDescribe, stands } from './features.ts'
import type { Category, Finding, Severity } from './finding.ts'
import { type Keeper, keeper } from './keep.ts'
import { createLexicon } from './lexicon.ts'
import { createMatcher, type Hit } from './match.ts'
import { type CompiledPack, type CompiledPattern, type CompiledRule, KIND } from './pack.ts'
import { createParagraph, placeOf } from './paragraph.ts'
import { createRepeats } from './repeats.ts'
import { type Sentence, scan, type Token } from './scan.ts'
import { suggest } from './suggest.ts'

/** What the statistical model says of one sentence: how likely a coach would ask to reword it, as what, and which words weighed most. */
export interface Verdict {
  readonly probability: number
  /** Sure enough to warn. */
  readonly sure: boolean
  readonly category: Category
  readonly words: readonly string[]
}

/** Judges one sentence; pure and deterministic. `around` is the short paragraph it stands in, where there is more to it than the sentence. */
export type Judge = (sentence: string, around?: string) => Verdict

/** What a check may know beyond the text. */
interface CheckOptions {
  /** Names of people, never flagged and always read as a person. */
  readonly names?: readonly string[]
  /** Words kept on purpose or listed as the team's own terms. */
  readonly keep?: readonly string[]
  /** Rule ids and categories to run; all when absent. */
  readonly rules?: readonly string[]
  /** The least severity reported: `warning` alone, or `hint` too (the default). */
  readonly severity?: Severity
  readonly judge?: Judge
}

/** Most findings reported for one text; a longer list helps nobody and would cost memory. */
const MOST_FINDINGS = 10_000
/** Some of them clash with others and are left out. */
const MOST_LOOKED_AT = 2 * MOST_FINDINGS

/** Checks a text against compiled packs. Findings come in the order of the text; the same words are reported once. */
export function check(
  text: string,
  packs: readonly CompiledPack[],
  options: CheckOptions = {},
): readonly Finding[] {
  return createChecker(packs, options)(text)
}

/** A checker to be used for many texts: everything that depends on packs and options alone is built once. */
export function createChecker(
  packs: readonly CompiledPack[],
  options: CheckOptions = {},
): (text: string) => readonly Finding[] {
  const off = new Set(packs.flatMap((pack) => pack.off))
  const keep = [...(options.keep ?? []), ...packs.flatMap((pack) => pack.keep)]
  const engines = packs.map((pack) => createEngine(pack, options, off))
  return (text) => {
    const kept = keeper(text, keep)
    const found = engines.flatMap((engine, i) => engine(text, kept, i === 0 ? options.judge : undefined))
    return settle(found).slice(0, MOST_FINDINGS)
  }
}

type Engine = (text: string, kept: Keeper, judge: Judge | undefined) => Finding[]

function createEngine(pack: CompiledPack, options: CheckOptions, off: ReadonlySet<string>): Engine {
  const lexicon = createLexicon(pack, options.names ?? [])
  const matcher = createMatcher(pack, lexicon.firsts, {
    opener: lexicon.named('opener'),
    closer: lexicon.named('closer'),
  })
  const describe = createDescribe(lexicon)
  const praise = lexicon.named('praise-word')
  const wanted = pack.rules.map((rule) => {
    if (off.has(rule.id)) return false
    if (options.severity === 'warning' && rule.severity === 'hint') return false
    return (
      options.rules === undefined || options.rules.includes(rule.id) || options.rules.includes(rule.category)
    )
  })
  const there: number[] = []
  const fill = (tokens: readonly Token[]): void => {
    there.fill(0)
    for (const { entry } of tokens) {
      for (let i = 0; i < entry.needs.length; i++) there[i] = (there[i] ?? 0) | (entry.needs[i] ?? 0)
    }
  }
  const lacks = ({ need }: CompiledPattern): boolean =>
    need !== -1 && (((there[need >>> 5] ?? 0) >>> (need & 31)) & 1) === 0
  const exceptions: number[][] = []
  pack.patterns.forEach((pattern, i) => {
    if (pattern.role !== 'match') exceptions[pattern.rule] = [...(exceptions[pattern.rule] ?? []), i]
  })
  const words = new Map<Category, CompiledRule>()
  pack.rules.forEach((rule, i) => {
    if (rule.model === true && wanted[i] === true) words.set(rule.category, rule)
  })

  return (text, kept, judge) => {
    const found: Finding[] = []
    const tried = new Int32Array(pack.patterns.length).fill(-1)
    let base = 0
    let praised = false

    const matches = (sentence: Sentence): void => {
      const { tokens } = sentence
      let bits = -1
      fill(tokens)
      matcher.read(tokens)
      for (let k = 0; k < tokens.length; k++) {
        for (const key of tokens[k]?.entry.keys ?? NONE) {
          const pattern = pack.patterns[key]
          if (pattern === undefined || wanted[pattern.rule] !== true || lacks(pattern)) continue
          const last = Math.min(k - pattern.from, tokens.length - 1)
          for (let at = Math.max(0, k - pattern.to, (tried[key] ?? -1) - base + 1); at <= last; at++) {
            tried[key] = base + at
            const hit = matcher.attempt(pattern.code, at)
            if (hit === undefined) continue
            if (bits === -1) bits = describe(sentence, praised)
            if (!excused(pattern.rule, bits, tokens, hit)) report(pattern.rule, sentence, hit)
            break
          }
        }
      }
    }

    const excused = (rule: number, bits: number, tokens: readonly Token[], hit: Hit): boolean => {
      const { only, unless } = pack.rules[rule] ?? { only: 0, unless: 0 }
      if (only !== 0 && (bits & only) === 0) return true
      if ((bits & unless) !== 0) return true
      for (const index of exceptions[rule] ?? NONE) {
        const pattern = pack.patterns[index]
        if (pattern === undefined || lacks(pattern)) continue
        const near = pattern.role === 'except'
        const from = near ? Math.max(0, hit.from - 8) : 0
        const to = near ? hit.to : tokens.length
        for (let at = from; at < to; at++) {
          const other = matcher.attempt(pattern.code, at)
          if (other !== undefined && (!near || other.to > hit.from)) return true
        }
      }
      return false
    }

    const report = (index: number, sentence: Sentence, hit: Hit): void => {
      const rule = pack.rules[index]
      const first = sentence.tokens[hit.markFrom]
      const last = sentence.tokens[hit.markTo - 1]
      if (rule === undefined || first === undefined || last === undefined || found.length >= MOST_LOOKED_AT)
        return
      const words = text.slice(first.start, last.end)
      if (kept.keeps(words, rule.id)) return
      found.push({
        rule: rule.id,
        category: rule.category,
        severity: rule.severity,
        offset: first.start,
        length: last.end - first.start,
        words,
        why: rule.why,
        try: suggest(rule.try, text, sentence),
        sentence: placeOf(text, sentence),
      })
    }

    const paragraph = createParagraph(text, (sentence, around) => {
      if (judge === undefined || words.size === 0 || found.length >= MOST_LOOKED_AT) return
      const verdict = verdictOf(text, sentence, around, judge, words, kept)
      if (verdict !== undefined) found.push(verdict)
    })
    const repeats = createRepeats()
    scan(text, lexicon, (sentence) => {
      const before = found.length
      const { offset, length } = placeOf(text, sentence)
      const words = text.slice(offset, offset + length)
      const again = repeats.find(words, sentence, praised)
      if (again === undefined) {
        matches(sentence)
        const praises = holds(sentence.tokens, praise)
        repeats.keep(words, sentence, praised, { findings: found.slice(before), praises })
        praised = praises
      } else {
        for (const finding of again.findings) if (found.length < MOST_LOOKED_AT) found.push(finding)
        praised = again.praises
      }
      paragraph.add(sentence, warned(found, before))
      base += sentence.tokens.length + 1
      return found.length < MOST_LOOKED_AT
    })
    paragraph.close()
    return found
  }
}

const NONE: readonly number[] = []
const FEWEST = 2
/** Nobody says more than this in one breath; it is no sentence but a list or a wall of words. */
const MOST_JUDGED = 80
/** A sentence with a place still to be filled in says nothing yet that could be judged. */
const BLANK = '___'

function warned(found: readonly Finding[], from: number): boolean {
  for (let i = from; i < found.length; i++) if (found[i]?.severity === 'warning') return true
  return false
}

function holds(tokens: readonly Token[], number: number): boolean {
  for (let i = 0; i < tokens.length; i++) if (stands(tokens, i, number)) return true
  return false
}

function hasWords(tokens: readonly Token[]): boolean {
  let words = 0
  for (const { entry } of tokens) if ((entry.kind & KIND.word) !== 0 && ++words === FEWEST) return true
  return false
}

function verdictOf(
  text: string,
  sentence: Sentence,
  around: string | undefined,
  judge: Judge,
  rules: ReadonlyMap<Category, CompiledRule>,
  kept: Keeper,
): Finding | undefined {
  if (sentence.tokens.length > MOST_JUDGED || !hasWords(sentence.tokens)) return undefined
  const place = placeOf(text, sentence)
  const written = text.slice(place.offset, place.offset + place.length)
  if (text.slice(place.offset, place.offset + place.length + BLANK.length + 1).includes(BLANK))
    return undefined
  const verdict = judge(written, around)
  const rule = verdict.sure ? rules.get(verdict.category) : undefined
  if (rule === undefined || kept.keeps(written, rule.id)) return undefined
  const { id, category, severity, why } = rule
  return {
    rule: id,
    category,
    severity,
    ...place,
    words: written,
    why,
    try: suggest(rule.try, text, sentence),
    sentence: place,
  }
}

/** Keeps the heaviest and longest of findings that overlap, and one of a category in each sentence, in the order of the text. */
function settle(found: readonly Finding[]): readonly Finding[] {
  const sorted = [...found].sort((a, b) => a.offset - b.offset || weigh(b) - weigh(a))
  const settled: Finding[] = []
  for (const finding of sorted) {
    let rival = settled.length - 1
    while (rival >= 0 && !clashes(settled[rival], finding))
      rival = rivals(settled[rival], finding) ? rival - 1 : -1
    const other = settled[rival]
    if (other === undefined) settled.push(finding)
    else if (weigh(finding) > weigh(other)) settled[rival] = finding
  }
  return settled
}

/** Of the same sentence. */
function rivals(one: Finding | undefined, other: Finding): boolean {
  return one !== undefined && (one.sentence?.offset === other.sentence?.offset || overlaps(one, other))
}

function clashes(one: Finding | undefined, other: Finding): boolean {
  return one !== undefined && rivals(one, other) && (overlaps(one, other) || one.category === other.category)
}

function overlaps(one: Finding, other: Finding): boolean {
  return one.offset < other.offset + other.length && other.offset < one.offset + one.length
}

function weigh(finding: Finding): number {
  return (finding.severity === 'warning' ? 100_000 : 0) + finding.length
}
