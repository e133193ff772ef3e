// npm run bench:goals -- PATH...   how often the goal check is right about each aspect (JSON lines of text and missing).
// --wrong lists the goals it misjudges. Without a path: our own set.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { parse } from 'yaml'

const root = fileURLToPath(new URL('../..', import.meta.url))
const flags = process.argv.slice(2).filter((one) => one.startsWith('--'))
const given = process.argv.slice(2).filter((one) => !one.startsWith('--'))
const paths = given.length > 0 ? given : [join(root, 'test/data/goals/own.jsonl')]
const check = (await loadCheck())(parse(readFileSync(join(root, 'templates/goals/words.yaml'), 'utf8')))

for (const path of paths) {
  const rows = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line))
  const parts = [...new Set(rows.map((row) => row.part ?? 'all'))]
  for (const part of parts)
    report(
      `${path} (${part})`,
      rows.filter((row) => (row.part ?? 'all') === part),
    )
}

function report(name, rows) {
  console.log(`${name}: ${rows.length} goals`)
  for (const aspect of ['specific', 'measurable', 'time-bound']) {
    const wrong = rows.filter(
      (row) => check(row.text).missing.includes(aspect) !== row.missing.includes(aspect),
    )
    const right = rows.length - wrong.length
    console.log(`  ${aspect.padEnd(12)} ${(right / rows.length).toFixed(3)}  ${right}/${rows.length}`)
    if (!flags.includes('--wrong')) continue
    for (const row of wrong)
      console.log(`    ${row.missing.includes(aspect) ? 'lacks it:' : 'has it:  '} ${row.text}`)
  }
}

async function loadCheck() {
  const folder = mkdtempSync(join(tmpdir(), 'tactful-goals-'))
  try {
    const outfile = join(folder, 'check.mjs')
    const entryPoints = [join(root, 'src/core/goals/check.ts')]
    await build({ entryPoints, bundle: true, format: 'esm', platform: 'node', target: 'node20', outfile })
    return (await import(pathToFileURL(outfile).href)).goalChecker
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
