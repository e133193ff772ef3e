// node test/bench/import.mjs [MB]: reads a made-up export of that size (100), as CSV and as JSON, and prints time and peak memory.
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const size = Number(process.argv[2] ?? 100) * 1_000_000
const folder = mkdtempSync(join(tmpdir(), 'tactful-bench-import-'))
const bin = resolve(import.meta.dirname, '../../bin/tactful.js')
const env = {
  PATH: process.env.PATH,
  HOME: folder,
  TACTFUL_NOTEBOOK: join(folder, 'notebook'),
  XDG_STATE_HOME: join(folder, 'state'),
  XDG_CACHE_HOME: join(folder, 'cache'),
}

function tactful(args) {
  const watch = 'process.on("exit", () => console.error("peak", process.resourceUsage().maxRSS))'
  const preload = `data:text/javascript,${encodeURIComponent(watch)}`
  const begun = process.hrtime.bigint()
  const ended = spawnSync(process.execPath, ['--import', preload, bin, ...args], { env, encoding: 'utf8' })
  const seconds = Number(process.hrtime.bigint() - begun) / 1e9
  if (ended.status !== 0) throw new Error(ended.stderr)
  return { seconds, peak: Number(/^peak (\d+)/m.exec(ended.stderr)?.[1]) / 1024 }
}

/** One row in 200 is about each of the two people in the notebook. */
function rowAt(at) {
  const name = at % 200 === 0 ? 'Sam Rivera' : at % 200 === 1 ? 'Wei-Ling Tan' : `Agent ${at % 150}`
  const comment =
    at % 3 === 0
      ? ''
      : `Waited ${at % 50} hours, then called +44 20 7946 ${String(at % 10_000).padStart(4, '0')}, not j${at}@example.test`
  const date = `2026-${String(1 + (at % 9)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}`
  return [String(40_000 + at), date, name, `c${at}@example.test`, at % 4 === 0 ? 'Bad' : 'Good', comment]
}

const HEADINGS = [
  'Ticket ID',
  'Created at',
  'Assignee',
  'Requester',
  'Satisfaction Score',
  'Satisfaction Comment',
]

async function made(name, head, line, foot) {
  const file = join(folder, name)
  const out = createWriteStream(file)
  out.write(head)
  for (let at = 0, written = 0; written < size; ) {
    let block = ''
    while (block.length < 65_536) block += line(rowAt(at), at++)
    written += block.length
    if (!out.write(block)) await once(out, 'drain')
  }
  out.end(foot)
  await once(out, 'finish')
  return file
}

try {
  for (const name of ['Sam Rivera', 'Wei-Ling Tan']) tactful(['people', 'add', name])
  const csv = await made(
    'export.csv',
    `${HEADINGS.join(',')}\n`,
    (row) => `${row.map((cell) => `"${cell}"`).join(',')}\n`,
    '',
  )
  const object = (row) =>
    JSON.stringify(Object.fromEntries(HEADINGS.map((heading, at) => [heading, row[at]])))
  const json = await made('export.json', '[', (row, at) => `${at === 0 ? '' : ',\n'}${object(row)}`, ']')
  for (const [name, args] of [
    ['CSV, preview', ['import', csv, '--dry-run']],
    ['JSON, preview', ['import', json, '--dry-run']],
    ['CSV, saved', ['import', csv, '--yes']],
    ['CSV, second run', ['import', csv, '--yes']],
  ]) {
    const { seconds, peak } = tactful(args)
    console.log(`${name.padEnd(16)} ${size / 1e6} MB  ${seconds.toFixed(1)} s  peak ${peak.toFixed(0)} MB`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
