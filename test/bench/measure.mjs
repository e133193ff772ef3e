import { spawnSync } from 'node:child_process'
import { performance } from 'node:perf_hooks'

/** Wall milliseconds of one run of `node ...args`. */
function once(args, options) {
  const start = performance.now()
  const { status, error } = spawnSync(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
  })
  const took = performance.now() - start
  if (error !== undefined) throw error
  return { took, status }
}

const middle = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]

/**
 * Medians over `runs` rounds in which every command runs once after the other, so that a drift of the machine's speed hits
 * all alike; as multiples of `node -e 0`.
 */
export function compare(commands, runs = 15) {
  const all = { 'node -e 0': { args: ['-e', '0'] }, ...commands }
  const times = Object.fromEntries(Object.keys(all).map((name) => [name, []]))
  for (let round = -1; round < runs; round += 1) {
    for (const [name, { args, options, before, expect = [0] }] of Object.entries(all)) {
      before?.()
      const { took, status } = once(args, options)
      if (!expect.includes(status)) throw new Error(`${name} ended with ${status}`)
      if (round >= 0) times[name].push(took)
    }
  }
  const base = middle(times['node -e 0'])
  return Object.entries(times).map(([name, list]) => ({ name, ms: middle(list), ratio: middle(list) / base }))
}

/** Prints rows as `name  ms  ratio  bound`. */
export function print(rows, bounds = {}) {
  for (const { name, ms, ratio } of rows) {
    const bound = bounds[name]
    const verdict =
      bound === undefined ? '' : `  (at most ${bound.toFixed(2)}${ratio <= bound ? '' : ', MISSED'})`
    console.log(
      `${name.padEnd(44)} ${ms.toFixed(1).padStart(8)} ms  ${ratio.toFixed(2).padStart(6)} x${verdict}`,
    )
  }
}
