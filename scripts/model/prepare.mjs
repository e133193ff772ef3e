import { MARKS } from './data.mjs'
import { WIDE } from './vectors.mjs'

/** Given names: the shipped list, and words that sentences write with a capital inside and never small. */
export function collectNames(texts, given, plainQuotes) {
  const names = new Set(given)
  const small = new Set()
  const large = new Set()
  for (const text of texts) {
    const plain = plainQuotes(text).replace(/"[^"]*"/g, '"')
    for (const [word] of plain.matchAll(/(?<![\w'])[a-z\u00e0-\u024f]{2,}/g)) small.add(word)
    for (const [, word] of plain.matchAll(/[a-z,] ([A-Z\u00c0-\u00dd][a-z\u00e0-\u024f]+)/g))
      large.add(word.toLowerCase())
  }
  for (const word of large) if (!small.has(word)) names.add(word)
  return names
}

/** Centred word vectors of equal length for the marks, all words of the sentences, and the commonest others. */
export function chooseWords(tokenLists, { words, vectorOf }, commonest, spread, random) {
  const index = new Map(words.map((word, i) => [word, i]))
  const wanted = new Set()
  for (const forms of tokenLists)
    for (const form of forms) if (index.has(form) && !form.startsWith('<')) wanted.add(form)
  for (const word of words.slice(0, commonest)) if (/^[a-z]+$/.test(word)) wanted.add(word)
  const list = [...MARKS, ...[...wanted].sort()]
  const ids = new Map(list.map((word, i) => [word, i]))
  const mean = new Float64Array(WIDE)
  for (let w = 0; w < 20000; w++) for (let d = 0; d < WIDE; d++) mean[d] += vectorOf(w)[d] / 20000
  const table = new Float64Array(list.length * WIDE)
  list.forEach((word, row) => {
    const at = index.get(word)
    let size = 0
    for (let d = 0; d < WIDE; d++) {
      const value = row < MARKS.length ? (row === 0 ? 0 : random() - 0.5) : vectorOf(at)[d] - mean[d]
      table[row * WIDE + d] = value
      size += value * value
    }
    const scale = size > 0 ? spread / Math.sqrt(size) : 0
    for (let d = 0; d < WIDE; d++) table[row * WIDE + d] *= scale
  })
  return { list, ids, table }
}

/** Sparse rows for the linear part from hashes by group; features seen in fewer than `least` sentences are left out. */
export function linearRows(featureLists, weights, least, known) {
  let ids = known
  if (ids === undefined) {
    const counts = new Map()
    for (const groups of featureLists)
      for (const group of groups) for (const h of new Set(group)) counts.set(h, (counts.get(h) ?? 0) + 1)
    ids = new Map(
      [...counts]
        .filter(([, n]) => n >= least)
        .map(([h]) => h)
        .sort((a, b) => a - b)
        .map((h, i) => [h, i]),
    )
  }
  const rows = featureLists.map((groups) => {
    const found = new Map()
    groups.forEach((group, g) => {
      const value = weights[g] / Math.sqrt(Math.max(1, group.length))
      for (const h of group) if (ids.has(h)) found.set(ids.get(h), (found.get(ids.get(h)) ?? 0) + value)
    })
    return { ids: Int32Array.from(found.keys()), values: Float64Array.from(found.values()) }
  })
  return { ids, rows }
}
