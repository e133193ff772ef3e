import type { Category } from './finding.ts'
import { hash32 } from './model-features.ts'
import type { ModelTables } from './model-file.ts'
import { findHash } from './model-index.ts'
import { createLinear, createNet } from './model-parts.ts'
import { createStance } from './model-stance.ts'
import { modelTokens, plainQuotes } from './model-text.ts'
import { remembered } from './remember.ts'

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
/** How many sentences and paragraphs are remembered: much of a long text says the same again. */
const MOST_SENTENCES = 4000
const HIDDEN = '<unk>'

/**
 * Judges one sentence. `around` is the short paragraph it stands in (two or three sentences): where that as a whole reads well,
 * the model is not sure about the sentence, since "Nobody rang." is a fact beside a date and a judgment without one.
 */
type JudgeSentence = (sentence: string, around?: string) => ModelVerdict

/**
 * A judge over a model's tables: pure, deterministic, and quick, since of a very long sentence it reads the beginning only. The
 * probability and the words are worked out where they are asked for; a check asks for neither, and the words took half of its time.
 */
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
  function heaviest(sentence: string): string[] {
    const { tokens, lowerStart } = formsOf(sentence)
    const forms = tokens.map((token) => token.form)
    const whole = linear(forms, lowerStart)
    return tokens
      .map((token, i) => ({ token, weight: whole - linear(forms.with(i, HIDDEN), lowerStart) }))
      .filter(({ token, weight }) => weight > 0 && /^[a-z\u00e0-\u024f]/.test(token.form))
      .sort((a, b) => b.weight - a.weight)
      .slice(0, MOST_WORDS)
      .map(({ token }) => sentence.slice(token.start, token.end))
  }

  function formsOf(written: string) {
    const text = written.slice(0, MOST_UNITS)
    const tokens = modelTokens(text, isName).slice(0, MOST_TOKENS)
    return { text, tokens, lowerStart: isSmall(text.charCodeAt(0)) }
  }

  function readOf(written: string, least: number): { readonly odds: number; readonly judgment: number } {
    const { text, tokens, lowerStart } = formsOf(written)
    const { odds, judgment } = oddsOf(
      tokens.map((token) => token.form),
      lowerStart,
    )
    return { odds: odds < least ? odds : odds - stance(tokens, plainQuotes(text)), judgment }
  }

  // A stance only takes away, so what is not sure without one needs none.
  const known = remembered(MOST_SENTENCES, (written) => readOf(written, Math.min(head.sure, head.around)))

  return (sentence, around) => {
    const { odds, judgment } = known(sentence)
    const alone = around === undefined || around.length <= sentence.length
    const sure = odds >= head.sure && (alone || known(around).odds >= head.around)
    return {
      sure,
      category: (head.judgments[judgment] ?? 'vague') as Category,
      get probability() {
        return 1 / (1 + Math.exp(-readOf(sentence, -Infinity).odds))
      },
      get words() {
        return sure ? heaviest(sentence) : []
      },
    }
  }
}

function isSmall(code: number): boolean {
  return code >= 97 && code <= 122
}
