// A softmax over all kinds of move on sparse features, trained by AdaGrad one sentence at a time, then cut down to the features that
// say most and to small whole numbers. Everything goes in a fixed order, so that the same lines give the same bytes.

/** Compared by leaving out two voices at a time (`moves-validate.mjs`). */
export const settings = {
  epochs: 18,
  rate: 0.15,
  decay: 5e-4,
  /** This part of every answer is spread over all kinds. */
  smooth: 0.05,
  /** So often phrases and rules are left out of a sentence, so that its words are learned from too. */
  deaf: 0.3,
  leastSeen: 3,
  mostFeatures: 4000,
  /** Letters say little beside words, and are many. */
  letters: false,
  /** Weights of words are whole numbers up to this; from `round` on a weight counts as the next larger one. */
  levels: 3,
  round: 0.85,
  /** The few largest weights are cut off so that the rest keep their detail. */
  within: 0.999,
}

const LETTERS = 6

/** Trains on rows {shown, kind (index)}, of whose clues the last `always` are never left out: {features (hashes upwards), words, clues, step}, all rows one kind after the other. */
export function fitEar(rows, { count, always, weights }, options = settings) {
  const lists = rows.map(({ shown }) =>
    shown.words.filter((_, group) => options.letters || group !== LETTERS),
  )
  const seen = new Map()
  for (const list of lists) for (const hash of new Set(list.flat())) seen.set(hash, (seen.get(hash) ?? 0) + 1)
  const common = [...seen.keys()].filter((hash) => seen.get(hash) >= options.leastSeen).sort((a, b) => a - b)
  const all = { rows, lists, count, always, weights, options }
  const first = train(all, common)
  const features = common
    .map((hash, at) => ({ hash, says: spread(first.words, at, count) * Math.sqrt(seen.get(hash)) }))
    .sort((a, b) => b.says - a.says || a.hash - b.hash)
    .slice(0, options.mostFeatures)
    .map(({ hash }) => hash)
    .sort((a, b) => a - b)
  const kept = oneOfEach(features)
  const words = small(train(all, kept).words, kept.length, count, options)
  // What was lost in the small numbers is made up for by what stands beside them.
  const { clues } = train(
    all,
    kept,
    Float64Array.from(words.values, (value) => value * words.step),
  )
  const most = clues.reduce((sum, value) => Math.max(sum, Math.abs(value)), 0)
  return {
    features: kept,
    words: words.values,
    clues: Int8Array.from(clues, (value) => Math.round((value / most) * 127)),
    step: { words: words.step, clues: most / 127 },
  }
}

/** Of two features that look the same to the program the first stays. */
function oneOfEach(sorted) {
  return sorted.filter((hash, at) => at === 0 || hash >>> 12 !== sorted[at - 1] >>> 12)
}

function spread(words, at, count) {
  const row = words.subarray(at * count, (at + 1) * count)
  const mean = row.reduce((sum, value) => sum + value, 0) / count
  return Math.sqrt(row.reduce((sum, value) => sum + (value - mean) ** 2, 0))
}

/** With `words` given these stay as they are, and only the rest is learned. */
function train({ rows, lists, count, always, weights, options }, features, words) {
  const places = new Map(features.map((hash, at) => [hash, at]))
  const clueCount = rows[0].shown.clues.length
  const inputs = rows.map(({ shown }, at) => inputOf(shown, lists[at], places, weights))
  const values = new Float64Array((clueCount + features.length) * count)
  const sums = new Float64Array(values.length)
  if (words !== undefined) values.set(words, clueCount * count)
  const random = randomFrom(1)
  const order = rows.map((_, at) => at)
  const odds = new Float64Array(count)
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random)
    for (const at of order) {
      const isDeaf = random() < options.deaf
      learn(inputs[at], rows[at].kind, isDeaf)
    }
  }
  return { clues: values.slice(0, clueCount * count), words: values.slice(clueCount * count) }

  function learn({ ids, worth }, kind, isDeaf) {
    odds.fill(0)
    const skips = (id) => isDeaf && id < clueCount - always
    for (let i = 0; i < ids.length; i++) {
      if (skips(ids[i])) continue
      for (let c = 0; c < count; c++) odds[c] += values[ids[i] * count + c] * worth[i]
    }
    const top = Math.max(...odds)
    let whole = 0
    for (let c = 0; c < count; c++) {
      odds[c] = Math.exp(odds[c] - top)
      whole += odds[c]
    }
    for (let c = 0; c < count; c++) {
      odds[c] = odds[c] / whole - options.smooth / count - (c === kind ? 1 - options.smooth : 0)
    }
    for (let i = 0; i < ids.length; i++) {
      if (skips(ids[i]) || (words !== undefined && ids[i] >= clueCount)) continue
      for (let c = 0; c < count; c++) {
        const place = ids[i] * count + c
        const slope = odds[c] * worth[i] + options.decay * values[place]
        sums[place] += slope * slope
        values[place] -= (options.rate * slope) / (Math.sqrt(sums[place]) + 1e-3)
      }
    }
  }
}

/** What a sentence shows as places and numbers: phrases, rules and filters first, then words. */
function inputOf(shown, lists, places, weights) {
  const found = new Map()
  shown.clues.forEach((value, at) => {
    if (value !== 0) found.set(at, value)
  })
  lists.forEach((hashes, group) => {
    const worth = weights[group] / Math.sqrt(Math.max(1, hashes.length))
    for (const hash of hashes) {
      if (!places.has(hash)) continue
      const at = shown.clues.length + places.get(hash)
      found.set(at, (found.get(at) ?? 0) + worth)
    }
  })
  return { ids: Int32Array.from(found.keys()), worth: Float64Array.from(found.values()) }
}

/** Small whole numbers; what all kinds have in common says nothing and is taken out first. */
function small(words, features, count, { levels, round, within }) {
  for (let at = 0; at < features; at++) {
    const row = words.subarray(at * count, (at + 1) * count)
    const mean = row.reduce((sum, value) => sum + value, 0) / count
    for (let c = 0; c < count; c++) row[c] -= mean
  }
  const sizes = Float64Array.from(words, Math.abs).sort()
  const unit = (sizes[Math.floor(sizes.length * within)] || 1) / levels
  const whole = (value) => Math.sign(value) * Math.min(levels, Math.floor(Math.abs(value) / unit + 1 - round))
  const values = Int8Array.from(words, whole)
  let both = 0
  let own = 0
  values.forEach((value, at) => {
    both += value * words[at]
    own += value * value
  })
  return { values, step: own > 0 ? both / own : unit }
}

/** The ear's file: mark, length of the head, head as JSON, then how many features begin alike, weights, and what tells features apart. */
export function writeEar(
  { features, words, clues, step },
  kinds,
  made,
  { EAR_FORMAT, EAR_MARK, EAR_PREFIXES },
) {
  const head = {
    format: EAR_FORMAT,
    made,
    kinds,
    features: features.length,
    clues: clues.length / kinds.length,
    step,
  }
  const text = JSON.stringify(head)
  const json = new TextEncoder().encode(text.padEnd(text.length + ((4 - (text.length % 4)) % 4)))
  const counts = new Uint8Array(EAR_PREFIXES)
  for (const hash of features) counts[hash >>> 20]++
  const parts = [
    json,
    counts,
    new Uint8Array(words.buffer),
    new Uint8Array(clues.buffer),
    Uint8Array.from(features, (hash) => (hash >>> 12) & 0xff),
  ]
  const front = new DataView(new ArrayBuffer(8))
  front.setUint32(0, EAR_MARK, true)
  front.setUint32(4, json.length, true)
  return Buffer.concat([new Uint8Array(front.buffer), ...parts])
}

function randomFrom(seed) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 4294967296
  }
}

function shuffle(order, random) {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const kept = order[i]
    order[i] = order[j]
    order[j] = kept
  }
}
