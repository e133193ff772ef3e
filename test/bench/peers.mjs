// npm run bench:peers -- PATH...   alex and write-good beside tactful: recall, false alarms (JSON lines of text and label), and time.
// The peers are installed in a temporary folder that is removed again. Without a path only the times are taken.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const PEERS = ['alex@11.0.1', 'write-good@1.0.8']
const bin = fileURLToPath(new URL('../../bin/tactful.js', import.meta.url))
const paths = process.argv.slice(2).map((path) => resolve(path))
const folder = mkdtempSync(join(tmpdir(), 'tactful-peers-'))
const rounds = Number(process.env.ROUNDS ?? 5)

process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
console.error(`Installing ${PEERS.join(' and ')} in ${folder}`)
writeFileSync(join(folder, 'package.json'), '{"private":true}')
execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent', ...PEERS], {
  cwd: folder,
  stdio: 'inherit',
})

/** One sentence a file, so that every checker is judged by what it says of that sentence alone. */
const judges = {
  async tactful(rows) {
    const { compileShipped, loadEngine } = await import('../../scripts/wording/engine.mjs')
    const engine = await loadEngine()
    const { pack } = compileShipped(engine)
    const model = readFileSync(new URL('../../templates/wording/model.bin', import.meta.url))
    const judge = engine.createModel(engine.readModel(new Uint8Array(model)))
    const check = engine.createChecker([pack], { judge })
    return rows.map(({ text }) => check(text).some((one) => one.severity === 'warning'))
  },
  alex: (rows) =>
    inFolder(
      rows,
      `import { markdown } from 'alex'
       export default (text) => markdown(text).messages.length > 0`,
    ),
  'write-good': (rows) =>
    inFolder(
      rows,
      `import writeGood from 'write-good'
       export default (text) => writeGood(text).length > 0`,
    ),
}

/** Runs a peer as a library inside the temporary folder, over all sentences in one process. */
function inFolder(rows, judge) {
  writeFileSync(join(folder, 'judge.mjs'), judge)
  writeFileSync(join(folder, 'rows.json'), JSON.stringify(rows.map(({ text }) => text)))
  writeFileSync(
    join(folder, 'run.mjs'),
    `import { readFileSync } from 'node:fs'
     import judge from './judge.mjs'
     console.log(JSON.stringify(JSON.parse(readFileSync('rows.json', 'utf8')).map(judge)))`,
  )
  const args = ['run.mjs']
  return JSON.parse(execFileSync(process.execPath, args, { cwd: folder, maxBuffer: 1 << 28 }).toString())
}

function share(rows, flagged, label) {
  const of = rows.flatMap((row, i) => (row.label === label ? [flagged[i]] : []))
  return of.length === 0 ? '-' : (of.filter(Boolean).length / of.length).toFixed(3)
}

const rows = paths
  .flatMap((path) => readFileSync(path, 'utf8').split('\n'))
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line))
  .filter(({ label }) => label === 'judgmental' || label === 'fine')
if (rows.length > 0) {
  console.log(`${rows.length} sentences`.padEnd(24), 'recall  false alarms')
  for (const [name, judge] of Object.entries(judges)) {
    const flagged = await judge(rows)
    console.log(name.padEnd(24), share(rows, flagged, 'judgmental').padEnd(7), share(rows, flagged, 'fine'))
  }
  console.log()
}

const PROSE = `On Tuesday the customer wrote at 14:05 and asked whether anybody was on it. The reply went out the next day, with the log and
a summary of what had been tried. You are always late with the notes, and nobody knows where to find them. What would make it easier?

`
const sizes = { '70 KB': [70_000, rounds], '7 MB': [7_000_000, 1] }
const commands = {
  'node -e 0': () => ['-e', '0'],
  tactful: (file) => [bin, 'check', '--format', 'json', file],
  alex: (file) => [join(folder, 'node_modules/alex/cli.js'), '--quiet', file],
  'write-good': (file) => [join(folder, 'node_modules/write-good/bin/write-good.js'), file],
}
const env = {
  ...process.env,
  HOME: folder,
  XDG_CONFIG_HOME: folder,
  XDG_DATA_HOME: folder,
  XDG_STATE_HOME: folder,
  XDG_CACHE_HOME: folder,
}

function seconds(args) {
  const begin = process.hrtime.bigint()
  const { error } = spawnSync(process.execPath, args, { cwd: folder, env, stdio: 'ignore', timeout: 600_000 })
  if (error !== undefined) return Number.POSITIVE_INFINITY
  return Number(process.hrtime.bigint() - begin) / 1e9
}

const middle = (list) => [...list].sort((a, b) => a - b)[list.length >> 1]

for (const [size, [bytes, most]] of Object.entries(sizes)) {
  const file = `${size.replace(' ', '-')}.md`
  writeFileSync(join(folder, file), PROSE.repeat(Math.ceil(bytes / PROSE.length)).slice(0, bytes))
  const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]))
  for (let round = 0; round < most; round += 1)
    for (const [name, args] of Object.entries(commands)) times[name].push(seconds(args(file)))
  const base = middle(times['node -e 0'])
  console.log(size.padEnd(24), 'seconds  times node -e 0')
  for (const [name, list] of Object.entries(times)) {
    const took = middle(list)
    console.log(name.padEnd(24), took.toFixed(2).padEnd(8), (took / base).toFixed(1))
  }
  console.log()
}
