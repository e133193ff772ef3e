// A small convolutional net over word vectors, trained by hand-written Adam: words are projected to a few dimensions, filters
// over one, two and three words take their largest answer in the sentence, and a softmax over all kinds of sentence reads them.

export function randomFrom(seed) {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

function normalFrom(random) {
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

const shuffle = (order, random) => {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const kept = order[i]
    order[i] = order[j]
    order[j] = kept
  }
}

/** vectors: Float32Array(words x wide). sentences: Int32Array of word ids (begin and end marks included). classes: class of each. */
export function trainNet(vectors, wide, sentences, classes, classCount, options) {
  const { dim, filters, epochs, rate, seed, drop, wordDrop, decay, batch, own, unknown, smooth } = options
  const random = randomFrom(seed)
  const normal = normalFrom(random)
  const words = vectors.length / wide
  const fill = (size, spread) => Float64Array.from({ length: size }, () => normal() * spread)
  const total = filters.reduce((a, b) => a + b, 0)
  const params = {
    project: fill(dim * wide, 1 / Math.sqrt(wide)),
    ...Object.fromEntries(
      filters.map((f, i) => [`w${i}`, fill(f * (i + 1) * dim, 1.0 / Math.sqrt((i + 1) * dim))]),
    ),
    bias: new Float64Array(total),
    out: fill(classCount * total, 0.05),
    outBias: new Float64Array(classCount),
  }
  const names = Object.keys(params)
  const grads = Object.fromEntries(names.map((k) => [k, new Float64Array(params[k].length)]))
  const m = Object.fromEntries(names.map((k) => [k, new Float64Array(params[k].length)]))
  const v = Object.fromEntries(names.map((k) => [k, new Float64Array(params[k].length)]))
  const residual = new Float64Array(words * dim)
  const residualSize = new Float64Array(words)
  const touched = new Map()
  /** Projected words of this batch, in which the projection stays as it is. */
  const projected = new Map()

  const longest = 66
  const x = new Float64Array(longest * dim)
  const gx = new Float64Array(longest * dim)
  const hidden = new Float64Array(total)
  const gh = new Float64Array(total)
  const keep = new Float64Array(total)
  const place = new Int32Array(total)
  const z = new Float64Array(classCount)

  const steps = epochs * Math.ceil(sentences.length / batch)
  let step = 0
  const order = sentences.map((_, i) => i)
  const ids = new Int32Array(longest)
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    for (let from = 0; from < order.length; from += batch) {
      const to = Math.min(order.length, from + batch)
      for (let at = from; at < to; at++) one(order[at], 1 / (to - from))
      update()
    }
  }
  return { params, residual, dim, filters, classCount }

  function one(which, weight) {
    const sentence = sentences[which]
    const length = Math.min(sentence.length, longest)
    for (let t = 0; t < length; t++) {
      ids[t] = wordDrop > 0 && t > 0 && t < length - 1 && random() < wordDrop ? unknown : sentence[t]
    }
    embed(length)
    forward(length)
    for (let h = 0; h < total; h++) keep[h] = random() < drop ? 0 : 1 / (1 - drop)
    let top = -Infinity
    for (let c = 0; c < classCount; c++) {
      let sum = params.outBias[c]
      const row = c * total
      for (let h = 0; h < total; h++) sum += params.out[row + h] * hidden[h] * keep[h]
      z[c] = sum
      if (sum > top) top = sum
    }
    let norm = 0
    for (let c = 0; c < classCount; c++) {
      z[c] = Math.exp(z[c] - top)
      norm += z[c]
    }
    gh.fill(0)
    for (let c = 0; c < classCount; c++) {
      const wanted = smooth / classCount + (c === classes[which] ? 1 - smooth : 0)
      const d = (z[c] / norm - wanted) * weight
      grads.outBias[c] += d
      const row = c * total
      for (let h = 0; h < total; h++) {
        const k = keep[h]
        if (k === 0 || hidden[h] === 0) continue
        grads.out[row + h] += d * hidden[h] * k
        gh[h] += d * params.out[row + h] * k
      }
    }
    backward(length)
  }

  function embed(length) {
    for (let t = 0; t < length; t++) {
      const word = ids[t]
      let values = projected.get(word)
      if (values === undefined) {
        values = projectedOf(word)
        projected.set(word, values)
      }
      x.set(values, t * dim)
    }
  }

  function projectedOf(word) {
    const { project } = params
    const values = new Float64Array(dim)
    for (let d = 0; d < dim; d++) {
      let sum = residual[word * dim + d]
      const row = d * wide
      for (let i = 0; i < wide; i++) sum += project[row + i] * vectors[word * wide + i]
      values[d] = sum
    }
    return values
  }

  function forward(length) {
    let h = 0
    for (let k = 0; k < filters.length; k++) {
      const w = params[`w${k}`]
      const span = (k + 1) * dim
      for (let f = 0; f < filters[k]; f++, h++) {
        let best = -Infinity
        let where = 0
        const row = f * span
        for (let t = 0; t + k < length; t++) {
          let sum = 0
          const start = t * dim
          for (let i = 0; i < span; i++) sum += w[row + i] * x[start + i]
          if (sum > best) {
            best = sum
            where = t
          }
        }
        best += params.bias[h]
        hidden[h] = Math.max(best, 0)
        place[h] = where
      }
    }
  }

  function backward(length) {
    gx.fill(0, 0, length * dim)
    let h = 0
    for (let k = 0; k < filters.length; k++) {
      const w = params[`w${k}`]
      const gw = grads[`w${k}`]
      const span = (k + 1) * dim
      for (let f = 0; f < filters[k]; f++, h++) {
        const g = gh[h]
        if (g === 0) continue
        grads.bias[h] += g
        const row = f * span
        const start = place[h] * dim
        for (let i = 0; i < span; i++) {
          gw[row + i] += g * x[start + i]
          gx[start + i] += g * w[row + i]
        }
      }
    }
    for (let t = 0; t < length; t++) {
      const word = ids[t]
      const sum = touched.get(word) ?? new Float64Array(dim)
      touched.set(word, sum)
      for (let d = 0; d < dim; d++) sum[d] += gx[t * dim + d]
    }
  }

  /** What the words of a batch ask of the projection. */
  function pullProjection() {
    for (const [word, sum] of touched) {
      const from = word * wide
      for (let d = 0; d < dim; d++) {
        const row = d * wide
        for (let i = 0; i < wide; i++) grads.project[row + i] += sum[d] * vectors[from + i]
      }
    }
  }

  function update() {
    pullProjection()
    const part = 1 - step / steps
    step++
    const now = rate * part
    const c1 = 1 - 0.9 ** step
    const c2 = 1 - 0.999 ** step
    for (const name of names) {
      const p = params[name]
      const g = grads[name]
      const mm = m[name]
      const vv = v[name]
      const shrink = name.startsWith('b') || name === 'outBias' ? 0 : decay * now
      for (let i = 0; i < p.length; i++) {
        mm[i] = 0.9 * mm[i] + 0.1 * g[i]
        vv[i] = 0.999 * vv[i] + 0.001 * g[i] * g[i]
        p[i] -= (now * (mm[i] / c1)) / (Math.sqrt(vv[i] / c2) + 1e-8) + shrink * p[i]
        g[i] = 0
      }
    }
    if (own > 0) {
      for (const [word, g] of touched) {
        let size = 0
        for (let d = 0; d < dim; d++) size += g[d] * g[d]
        residualSize[word] += size / dim
        const scale = (own * part) / (Math.sqrt(residualSize[word]) + 1e-6)
        for (let d = 0; d < dim; d++) residual[word * dim + d] -= scale * g[d]
      }
    }
    touched.clear()
    projected.clear()
  }
}

/** The table of projected words, one row a word: what the running model reads. */
export function projectAll(net, vectors, wide) {
  const { params, residual, dim } = net
  const words = vectors.length / wide
  const table = new Float64Array(words * dim)
  for (let w = 0; w < words; w++) {
    for (let d = 0; d < dim; d++) {
      let sum = residual[w * dim + d]
      for (let i = 0; i < wide; i++) sum += params.project[d * wide + i] * vectors[w * wide + i]
      table[w * dim + d] = sum
    }
  }
  return table
}
