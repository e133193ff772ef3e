import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

// Types, lint and dead code count as one test each, so that one line at the end tells everything. They stand on the build, and
// not on each other: side by side they take the time of the longest.
const build = [['build', ['node', 'scripts/build.mjs']]]
const checks = [
  ['types', ['npx', '--no-install', 'tsc', '--noEmit']],
  ['format and lint', ['npx', '--no-install', 'biome', 'check', '.']],
  ['dead code', ['npx', '--no-install', 'knip']],
]

let passed = 0
let failed = 0
let skipped = 0

for (const steps of [build, checks]) {
  const ended = await Promise.all(steps.map(([, words]) => runStep(words)))
  for (const [at, { said, isGood }] of ended.entries()) {
    process.stdout.write(`${said}${isGood ? 'ok    ' : 'FAILED'} ${steps[at][0]}\n`)
    if (isGood) passed += 1
    else failed += 1
  }
}

/** Runs a step to its end; what it said is told in one piece. */
function runStep([command, ...args]) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        said += text
      })
    }
    child.once('error', (error) => resolve({ said: `${error.message}\n`, isGood: false }))
    child.once('close', (code) => resolve({ said, isGood: code === 0 }))
  })
}

const folder = mkdtempSync(join(tmpdir(), 'tactful-test-'))
const report = join(folder, 'report.json')
const run = spawnSync(
  'npx',
  [
    '--no-install',
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit' },
)
try {
  const result = JSON.parse(readFileSync(report, 'utf8'))
  passed += result.numPassedTests
  failed += result.numFailedTests
  skipped += result.numPendingTests + result.numTodoTests
  // A file that cannot even be loaded fails as a suite without a failed test.
  const broken = result.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  failed += broken.length
} catch {
  failed += 1
}
if (run.status !== 0 && failed === 0) failed = 1
rmSync(folder, { recursive: true, force: true })

// What other programs make of what we write is tried where they are installed (apt-get install chromium libreoffice-writer zsh fish).
const OUTSIDE = [
  ['pages in a browser', ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']],
  ['Word documents in LibreOffice', ['soffice', 'libreoffice']],
  ['the tab key in zsh', ['zsh']],
  ['the tab key in fish', ['fish']],
  ['units of systemd', ['systemd-analyze']],
]
for (const [what, names] of OUTSIDE) {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const isHere = names.some((name) => folders.some((folder) => existsSync(join(folder, name))))
  if (!isHere) console.log(`LEFT OUT ${what}: none of ${names.join(', ')} is installed`)
}

console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exitCode = failed === 0 ? 0 : 1
