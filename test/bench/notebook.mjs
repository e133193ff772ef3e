// npm run bench:notebook [-- COUNT...]   what reading costs in notebooks of 1,000, 10,000 and 100,000 notes: cold (the index
// is made), warm (nothing changed), memory, all beside `node -e 0` and `grep -ril` in the same run. Takes some minutes.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { makeNotebook } from './make-notebook.mjs'
import { compare, print } from './measure.mjs'

const bin = fileURLToPath(new URL('../../bin/tactful.js', import.meta.url))
const counts = process.argv.slice(2).map(Number)
const COMMANDS = {
  home: [],
  'list --limit 20': ['list', '--limit', '20'],
  'last PERSON': ['last', 'sam-rivera'],
  'goal list': ['goal', 'list', '--limit', '20'],
  'promise list': ['promise', 'list'],
  'checkin due': ['checkin', 'due', '--within', '2w'],
  trends: ['trends'],
  'search, a common word': ['search', 'certificates', '--limit', '20'],
  'search, a rare word': ['search', 'quokka', '--limit', '20'],
  'search, a slip': ['search', 'certficate', '--limit', '20'],
  'search, a phrase': ['search', '"late shift waited"', '--limit', '20'],
}
const BOUNDS = {
  10000: { home: 3, list: 3, last: 3, goal: 3, promise: 3, checkin: 3, trends: 6, search: 5 },
  100000: { home: 12, list: 12, last: 12, goal: 12, promise: 12, checkin: 12, trends: 24, search: 20 },
}

for (const count of counts.length > 0 ? counts : [1000, 10_000, 100_000]) {
  const folder = mkdtempSync(join(tmpdir(), 'tactful-notebook-'))
  try {
    measure(count, folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function measure(count, folder) {
  const notebook = join(folder, 'notebook')
  const { bytes } = makeNotebook(notebook, count)
  // Files that were just written are looked at once more; the figures are for a notebook at rest.
  spawnSync('sleep', ['2.1'])
  console.log(`\n${count.toLocaleString('en')} notes, ${(bytes / 1e6).toFixed(0)} MB`)
  const options = {
    cwd: notebook,
    env: {
      ...process.env,
      HOME: folder,
      XDG_CACHE_HOME: join(folder, 'cache'),
      XDG_STATE_HOME: join(folder, 'state'),
      XDG_CONFIG_HOME: join(folder, 'config'),
      XDG_DATA_HOME: join(folder, 'data'),
    },
  }
  for (const [name, args] of [
    ['list, cold', COMMANDS['list --limit 20']],
    ['then last', COMMANDS['last PERSON']],
    ['then search', COMMANDS['search, a rare word']],
  ]) {
    const { seconds, peak } = peakOf(args, options)
    const bound = name === 'list, cold' ? `  (at most ${((3 * count) / 10_000).toFixed(1)} s, 250 MB)` : ''
    console.log(
      `${name.padEnd(44)} ${seconds.toFixed(2).padStart(8)} s   ${peak.toFixed(0).padStart(5)} MB${bound}`,
    )
  }
  for (const args of Object.values(COMMANDS)) spawnSync(process.execPath, [bin, ...args], options)
  const commands = Object.fromEntries(
    // Check-ins that are due end with 1.
    Object.entries(COMMANDS).map(([name, args]) => [name, { args: [bin, ...args], options, expect: [0, 1] }]),
  )
  const grep = ['-e', `require('child_process').spawnSync('grep', ['-ril', 'quokka', 'notes'])`]
  const rows = compare(
    { ...commands, 'grep -ril (in a node)': { args: grep, options } },
    count > 50_000 ? 5 : 11,
  )
  const bounds = BOUNDS[count] ?? {}
  print(
    rows,
    Object.fromEntries(
      Object.keys(COMMANDS).flatMap((name) => {
        const bound = bounds[name.split(/[ ,]/)[0]]
        return bound === undefined ? [] : [[name, bound]]
      }),
    ),
  )
  for (const [name, args] of Object.entries(COMMANDS))
    console.log(`  memory of ${name.padEnd(32)} ${peakOf(args, options).peak.toFixed(0).padStart(5)} MB`)
}

function peakOf(args, options) {
  const start = performance.now()
  const { stderr, status } = spawnSync('/usr/bin/time', ['-f', 'peak %M', process.execPath, bin, ...args], {
    ...options,
    encoding: 'utf8',
  })
  if (status !== 0 && status !== 1)
    throw new Error(`tactful ${args.join(' ')} ended with ${status}: ${stderr}`)
  return { seconds: (performance.now() - start) / 1000, peak: Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024 }
}
