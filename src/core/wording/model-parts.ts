import { eachSequenceFeature, GROUP_WEIGHT, GROUPS, hash32, letterFeatures } from './model-features.ts'
import type { ModelTables } from './model-file.ts'
import { findHash } from './model-index.ts'
import { remembered } from './remember.ts'

const MOST_FORMS = 6000
const LETTERS = GROUPS.indexOf('letters')

/** Log-odds of the linear part for a sentence's forms. */
type Linear = (forms: readonly string[], lowerStart: boolean) => number

/** Log-odds of the net that the sentence is any judgment, and the place of the likeliest judgment. */
type Net = (forms: readonly string[]) => { readonly odds: number; readonly judgment: number }

/** The linear part of the model: hashed words, pairs, letter groups and shape, each with a small weight. */
export function createLinear({ head, features, weights }: ModelTables): Linear {
  const known = remembered(MOST_FORMS, (form) => {
    const hashes = letterFeatures(form)
    const sum = hashes.reduce((total, hash) => total + weightOf(hash), 0)
    return { hash: hash32(form), sum, count: hashes.length }
  })
  const weightOf = (hash: number) => {
    const at = findHash(features, hash)
    return at === -1 ? 0 : (weights[at] ?? 0)
  }
  const parts = new Int32Array(GROUPS.length)
  const counts = new Int32Array(GROUPS.length)
  const add = (group: number, hash: number): void => {
    parts[group] = (parts[group] ?? 0) + weightOf(hash)
    counts[group] = (counts[group] ?? 0) + 1
  }
  return (forms, lowerStart) => {
    parts.fill(0)
    counts.fill(0)
    const hashes: number[] = []
    for (const form of forms) {
      const { hash, sum, count } = known(form)
      hashes.push(hash)
      parts[LETTERS] = (parts[LETTERS] ?? 0) + sum
      counts[LETTERS] = (counts[LETTERS] ?? 0) + count
    }
    eachSequenceFeature(hashes, lowerStart, add)
    let sum = 0
    for (let group = 0; group < GROUPS.length; group++) {
      const part = parts[group] ?? 0
      if (part !== 0) sum += (part * (GROUP_WEIGHT[group] ?? 0)) / Math.sqrt(counts[group] ?? 0)
    }
    return sum * head.linear.scale + head.linear.bias
  }
}

/** The net: filters over one, two and three words, the largest answer of each, and a softmax over all kinds of sentence. */
export function createNet({ head, words, table, filters, bias, out, outBias }: ModelTables): Net {
  const hiddenSize = bias.length
  const kinds = outBias.length
  const judgments = head.judgments.length
  const rowOf = remembered(MOST_FORMS, (form) => (findHash(words, hash32(form)) + 1) * head.dim)
  const shares = new Map<number, Int32Array>()

  /** What one word adds to every filter, at each of the places in which the filter can see it. Words without a row share one. */
  function sharesOf(form: string): Int32Array {
    const row = rowOf(form)
    const known = shares.get(row)
    if (known !== undefined) return known
    const share = new Int32Array(head.filters.reduce((sum, count, k) => sum + count * (k + 1), 0))
    let to = 0
    for (const filter of filters) {
      for (let from = 0; from < filter.length; from += head.dim) {
        let sum = 0
        for (let d = 0; d < head.dim; d++) sum += (filter[from + d] ?? 0) * (table[row + d] ?? 0)
        share[to++] = sum
      }
    }
    if (shares.size >= MOST_FORMS) shares.clear()
    shares.set(row, share)
    return share
  }

  function hiddenOf(seen: readonly Int32Array[]): Float64Array {
    const hidden = new Float64Array(hiddenSize)
    let h = 0
    let at = 0
    head.filters.forEach((count, k) => {
      const step = head.steps[k] ?? 0
      for (let f = 0; f < count; f++, h++, at += k + 1) {
        let best = -0x7fffffff
        for (let t = 0; t + k < seen.length; t++) {
          let sum = 0
          for (let j = 0; j <= k; j++) sum += seen[t + j]?.[at + j] ?? 0
          if (sum > best) best = sum
        }
        hidden[h] = Math.max(0, best * step + (bias[h] ?? 0))
      }
    })
    return hidden
  }

  return (forms) => {
    const hidden = hiddenOf(['<s>', ...forms, '</s>'].map(sharesOf))
    const scores = new Float64Array(kinds)
    let top = -Infinity
    let judgment = 0
    for (let c = 0; c < kinds; c++) {
      let sum = outBias[c] ?? 0
      const row = c * hiddenSize
      for (let h = 0; h < hiddenSize; h++) sum += (out[row + h] ?? 0) * (hidden[h] ?? 0)
      scores[c] = sum
      if (sum > top) top = sum
      if (c < judgments && sum > (scores[judgment] ?? 0)) judgment = c
    }
    let judged = 0
    let fine = 0
    for (let c = 0; c < kinds; c++) {
      const e = Math.exp((scores[c] ?? 0) - top)
      if (c < judgments) judged += e
      else fine += e
    }
    return { odds: Math.log(Math.max(1e-6, judged)) - Math.log(Math.max(1e-6, fine)), judgment }
  }
}
