// npm run bench:wording-speed   tactful check of one sentence, 70 KB and 7 MB, as multiples of `node -e 0`, medians; and how the time grows.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const bin = fileURLToPath(new URL('../../bin/tactful.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'tactful-speed-'))
const env = {
  ...process.env,
  HOME: folder,
  XDG_CONFIG_HOME: folder,
  XDG_DATA_HOME: folder,
  XDG_STATE_HOME: folder,
  XDG_CACHE_HOME: folder,
}
const rounds = Number(process.env.ROUNDS ?? 10)

const PROSE = [
  'On Tuesday the customer wrote at 14:05 and asked whether anybody was on it.',
  'The reply went out the next day, with the log and a summary of what had been tried.',
  'You asked two questions before you suggested a fix, and she named the real problem.',
  'We agreed that every waiting customer hears from us once a day, also when there is no news.',
  'Three tickets were opened again within a week because the second step was left out.',
  'What would make it easier to write the handover before the shift ends?',
  'You are always late with the notes, and nobody knows where to find them.',
  'The checklist moved to the new wiki in September, so the old link leads nowhere.',
]

function prose(bytes) {
  let text = ''
  for (let i = 0; text.length < bytes; i++) text += `${PROSE[i % PROSE.length]}${i % 5 === 4 ? '\n\n' : ' '}`
  return text.slice(0, bytes)
}

/** Sentences of our own that do not repeat, so that nothing remembered about one helps with the next. */
function fresh(bytes) {
  const from = new URL('../data/wording/', import.meta.url)
  const lines = readdirSync(from).flatMap((name) => readFileSync(new URL(name, from), 'utf8').split('\n'))
  const all = lines.filter((line) => line.trim() !== '').flatMap((line) => JSON.parse(line).text ?? [])
  return all
    .map((one, i) => `${one}${i % 5 === 4 ? '\n\n' : ' '}`)
    .join('')
    .slice(0, bytes)
}

/** Beginnings and ends of those sentences put together, so that hardly one comes again in megabytes. */
function mixed(bytes) {
  const lines = fresh(1e9).split(/\s*\n+|(?<=[.!?]) /)
  let text = ''
  for (let i = 0; text.length < bytes; i++) {
    const [from, to] = [lines[(i * 7919) % lines.length], lines[(i * 104729 + (i >> 9)) % lines.length]]
    const begin = from.split(' ').slice(0, 1 + (i % 7))
    text += `${[...begin, ...to.split(' ').slice(i % 5)].join(' ')}${i % 5 === 4 ? '\n\n' : ' '}`
  }
  return text.slice(0, bytes)
}

const texts = {
  'one sentence': 'You never follow up with customers.',
  '70 KB of prose': prose(70_000),
  '70 KB that never repeats': fresh(70_000),
  '700 KB of prose': prose(700_000),
  '7 MB of prose': prose(7_000_000),
  '7 MB that hardly repeats': mixed(7_000_000),
  '7 MB in one line': prose(7_000_000).replaceAll('\n', ' '),
  '7 MB without a full stop': prose(7_000_000).replace(/[.?\n]/g, ' '),
  'a million quotes': '"'.repeat(1_000_000),
  'a million lone quotes': ' \'a "b “c'.repeat(250_000),
  '7 MB of openers': '[<`('.repeat(1_750_000),
  '7 MB of "you are so"': 'you are so '.repeat(640_000),
  '7 MB of different words': Array.from({ length: 900_000 }, (_, i) => `w${i.toString(36)}x`).join(' '),
}

function once(args) {
  const begin = process.hrtime.bigint()
  const result = spawnSync(process.execPath, args, { env, cwd: folder, maxBuffer: 1 << 30 })
  const took = Number(process.hrtime.bigint() - begin) / 1e6
  if (result.status !== 0 && result.status !== 1) throw new Error(`${args.join(' ')}: ${result.stderr}`)
  return took
}

function memory(args) {
  const result = spawnSync('/usr/bin/time', ['-f', '%M', process.execPath, ...args], {
    env,
    cwd: folder,
    maxBuffer: 1 << 30,
  })
  return result.error ? undefined : Number(result.stderr.toString().trim().split('\n').at(-1)) / 1024
}

function median(values) {
  return values.sort((a, b) => a - b)[values.length >> 1]
}

const only = process.argv[2]
const zero = []
const times = Object.fromEntries(Object.keys(texts).map((name) => [name, []]))
for (const [name, text] of Object.entries(texts))
  writeFileSync(join(folder, `${name.replace(/\W+/g, '-')}.md`), text)
for (let i = 0; i < rounds; i++) {
  zero.push(once(['-e', '0']))
  for (const name of Object.keys(texts)) {
    if (only !== undefined && !name.includes(only)) continue
    if (i >= 3 && texts[name].length > 1_000_000) continue
    times[name].push(once([bin, 'check', '--format', 'json', `${name.replace(/\W+/g, '-')}.md`]))
  }
}
const base = median(zero)
console.log(`node -e 0: ${base.toFixed(0)} ms`)
for (const [name, values] of Object.entries(times)) {
  if (values.length === 0) continue
  const took = median(values)
  const rss = memory([bin, 'check', '--format', 'json', `${name.replace(/\W+/g, '-')}.md`])
  console.log(
    `${name.padEnd(28)} ${took.toFixed(0).padStart(6)} ms  ${(took / base).toFixed(2).padStart(6)} x  ${rss === undefined ? '' : `${rss.toFixed(0)} MB`}`,
  )
}
rmSync(folder, { recursive: true, force: true })
