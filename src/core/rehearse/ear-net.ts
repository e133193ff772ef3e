import { hash32 } from '../wording/model-features.ts'
import type { ModelTables } from '../wording/model-file.ts'
import { findHash } from '../wording/model-index.ts'
import { createLinear } from '../wording/model-parts.ts'
import { modelTokens } from '../wording/model-text.ts'

const MOST_TOKENS = 64

/** Log-odds beyond this say no more. */
const CERTAIN = 4

/**
 * Forms of a sentence's words; what the filters of the wording model's net answer to them (numbers from 0 upwards); and what the
 * model makes of it: a share for each of its kinds, then how far its net and its linear part take it for a judgment, from -1 to 1.
 */
export type Listen = (text: string) => {
  readonly forms: readonly string[]
  readonly filters: Float64Array
  readonly impression: readonly number[]
}

/**
 * Reads a sentence with the eyes of the wording model. Its filters were made to tell twenty-five kinds of sentence apart, and know
 * words that our own lines lack; what they see is worth much to the ear, whatever the model itself makes of it.
 */
export function createListen(tables: ModelTables): Listen {
  const { head, names, words, table, filters, bias, out, outBias } = tables
  const linear = createLinear(tables)
  const isName = (word: string) => findHash(names, hash32(word)) !== -1
  const rowOf = (form: string) => (findHash(words, hash32(form)) + 1) * head.dim

  /** The largest sum of one filter over all places it can stand at. */
  function strongest(weights: Int8Array, from: number, span: number, rows: readonly number[]): number {
    let best = Number.NEGATIVE_INFINITY
    for (let at = 0; at + span <= rows.length; at++) {
      let sum = 0
      for (let word = 0; word < span; word++) {
        const row = rows[at + word] ?? 0
        for (let d = 0; d < head.dim; d++) {
          sum += (weights[from + word * head.dim + d] ?? 0) * (table[row + d] ?? 0)
        }
      }
      if (sum > best) best = sum
    }
    return best
  }

  return (text) => {
    const tokens = modelTokens(text, isName).slice(0, MOST_TOKENS)
    const forms = tokens.map(({ form }) => form)
    const rows = ['<s>', ...forms, '</s>'].map(rowOf)
    const answers = new Float64Array(bias.length)
    let filter = 0
    head.filters.forEach((count, k) => {
      const span = k + 1
      const weights = filters[k] ?? new Int8Array()
      for (let f = 0; f < count; f++, filter++) {
        const best = strongest(weights, f * span * head.dim, span, rows)
        answers[filter] = Math.max(0, best * (head.steps[k] ?? 0) + (bias[filter] ?? 0))
      }
    })
    const shares = sharesOf(answers)
    const judged = shares.slice(0, head.judgments.length).reduce((sum, share) => sum + share, 0)
    const odds = Math.log(Math.max(1e-6, judged)) - Math.log(Math.max(1e-6, 1 - judged))
    const impression = [...shares, within(odds), within(linear(forms, /^[a-z]/.test(text)))]
    return { forms, filters: answers, impression }
  }

  function sharesOf(answers: Float64Array): readonly number[] {
    const sums = Array.from(outBias, (start, kind) =>
      answers.reduce((sum, answer, at) => sum + answer * (out[kind * answers.length + at] ?? 0), start),
    )
    const top = Math.max(...sums)
    const parts = sums.map((sum) => Math.exp(sum - top))
    const whole = parts.reduce((sum, part) => sum + part, 0)
    return parts.map((part) => part / whole)
  }
}

function within(odds: number): number {
  return Math.max(-1, Math.min(1, odds / CERTAIN))
}
