// Logistic regression on sparse rows, L2-regularised, by L-BFGS: exact, so the order of the data does not matter.

/** rows: [{ids: Int32Array, values: Float64Array}], labels 0/1, weight of the data against the penalty. */
export function trainLinear(rows, labels, size, strength) {
  const x = new Float64Array(size + 1)
  const loss = (point, gradient) => {
    gradient.set(point)
    gradient[size] = 0
    let sum = 0
    for (let i = 0; i < size; i++) sum += point[i] * point[i]
    sum /= 2
    for (let r = 0; r < rows.length; r++) {
      const { ids, values } = rows[r]
      const sign = labels[r] ? 1 : -1
      let z = point[size]
      for (let k = 0; k < ids.length; k++) z += point[ids[k]] * values[k]
      const margin = sign * z
      const e = Math.exp(-Math.abs(margin))
      sum += strength * (Math.log(1 + e) + (margin < 0 ? -margin : 0))
      const g = (-sign * strength * (margin > 0 ? e : 1)) / (1 + e)
      for (let k = 0; k < ids.length; k++) gradient[ids[k]] += g * values[k]
      gradient[size] += g
    }
    return sum
  }
  return minimise(x, loss, 120)
}

function minimise(x, loss, steps) {
  const n = x.length
  let gradient = new Float64Array(n)
  let value = loss(x, gradient)
  const history = []
  for (let step = 0; step < steps; step++) {
    const direction = descent(gradient, history)
    const slope = dot(direction, gradient)
    if (slope > -1e-9) break
    let rate = history.length === 0 ? 1 / Math.sqrt(dot(gradient, gradient)) : 1
    const next = new Float64Array(n)
    const nextGradient = new Float64Array(n)
    let nextValue
    for (let tries = 0; tries < 30; tries++) {
      for (let i = 0; i < n; i++) next[i] = x[i] + rate * direction[i]
      nextValue = loss(next, nextGradient)
      if (nextValue <= value + 1e-4 * rate * slope) break
      rate /= 2
    }
    const s = next.map((v, i) => v - x[i])
    const y = nextGradient.map((v, i) => v - gradient[i])
    const sy = dot(s, y)
    if (sy > 1e-12) history.push({ s, y, sy })
    if (history.length > 10) history.shift()
    const done = value - nextValue < 1e-6 * Math.abs(value)
    x = next
    gradient = nextGradient
    value = nextValue
    if (done) break
  }
  return x
}

function descent(gradient, history) {
  const q = gradient.map((v) => -v)
  const alphas = []
  for (const { s, y, sy } of [...history].reverse()) {
    const a = dot(s, q) / sy
    alphas.push(a)
    for (let i = 0; i < q.length; i++) q[i] -= a * y[i]
  }
  const last = history.at(-1)
  if (last) {
    const scale = last.sy / dot(last.y, last.y)
    for (let i = 0; i < q.length; i++) q[i] *= scale
  }
  history.forEach(({ s, y, sy }, k) => {
    const b = dot(y, q) / sy
    const a = alphas[history.length - 1 - k]
    for (let i = 0; i < q.length; i++) q[i] += (a - b) * s[i]
  })
  return q
}

function dot(a, b) {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i]
  return sum
}
