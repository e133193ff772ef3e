import type { Category } from './finding.ts'
import { hash32 } from './model-features.ts'
import type { ModelTables } from './model-file.ts'
import { findHash } from './model-index.ts'
import { createLinear, createNet } from './model-parts.ts'
import { createStance } from './model-stance.ts'
import { type ModelToken, modelTokens, plainQuotes } from './model-text.ts'

/** What the model says of one sentence. */
interface ModelVerdict {
  /** From 0 to 1, calibrated on writers the model had not seen. */
  readonly probability: number
  /** The probability is high enough to warn about. */
  readonly sure: boolean
  /** The likeliest kind of judgment. */
  readonly category: Category
  /** The words that weighed most, heaviest first, as written; empty unless the model is sure. */
  readonly words: readonly string[]
}

const MOST_TOKENS = 64
const MOST_UNITS = 1000
const MOST_WORDS = 3
const HIDDEN = '<unk>'

/**
 * Judges one sentence. `around` is the short paragraph it stands in (two or three sentences): where that as a whole reads well,
 * the model is not sure about the sentence, since "Nobody rang." is a fact beside a date and a judgment without one.
 */
type JudgeSentence = (sentence: string, around?: string) => ModelVerdict

/** A judge over a model's tables: pure, deterministic, and quick, since of a very long sentence it reads the beginning only. */
export function createModel(tables: ModelTables): JudgeSentence {
  const { head } = tables
  const linear = createLinear(tables)
  const net = createNet(tables)
  const stance = createStance(head)
  const isName = (word: string) => findHash(tables.names, hash32(word)) !== -1

  function oddsOf(forms: readonly string[], lowerStart: boolean): { odds: number; judgment: number } {
    const first = linear(forms, lowerStart)
    if (first < head.skip)
      return { odds: head.mix.bias + head.mix.linear * first - head.mix.net, judgment: 0 }
    const { odds, judgment } = net(forms)
    return { odds: head.mix.bias + head.mix.linear * first + head.mix.net * odds, judgment }
  }

  /** The words without which the linear part would see least of a judgment; the net would say much the same, at many times the cost. */
  function heaviest(sentence: string, tokens: readonly ModelToken[], lowerStart: boolean): string[] {
    const forms = tokens.map((token) => token.form)
    const whole = linear(forms, lowerStart)
    return tokens
      .map((token, i) => ({ token, weight: whole - linear(forms.with(i, HIDDEN), lowerStart) }))
      .filter(({ token, weight }) => weight > 0 && /^[a-z\u00e0-\u024f]/.test(token.form))
      .sort((a, b) => b.weight - a.weight)
      .slice(0, MOST_WORDS)
      .map(({ token }) => sentence.slice(token.start, token.end))
  }

  function readOf(written: string) {
    const text = written.slice(0, MOST_UNITS)
    const tokens = modelTokens(text, isName).slice(0, MOST_TOKENS)
    const lowerStart = /^[a-z]/.test(text)
    const forms = tokens.map((token) => token.form)
    const { odds: seen, judgment } = oddsOf(forms, lowerStart)
    const odds = seen - stance(tokens, plainQuotes(text))
    return { text, tokens, lowerStart, odds, judgment }
  }

  return (sentence, around) => {
    const { text, tokens, lowerStart, odds, judgment } = readOf(sentence)
    const alone = around === undefined || around.length <= sentence.length
    const sure = odds >= head.sure && (alone || readOf(around).odds >= head.around)
    return {
      probability: 1 / (1 + Math.exp(-odds)),
      sure,
      category: (head.judgments[judgment] ?? 'vague') as Category,
      words: sure ? heaviest(text, tokens, lowerStart) : [],
    }
  }
}
