import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { judge } from './judge.ts'

// node import-judge.js DIR BIN: judges an `import --yes` that was broken off, in an environment like its own.
const [dir = '', bin = ''] = process.argv.slice(2)
const root = join(dir, 'notebook')

/** What an undisturbed import leaves, written beside by the test: patterns for paths and for whole texts. */
const wanted = (JSON.parse(readFileSync(join(dir, '..', 'wanted.json'), 'utf8')) as [string, string][]).map(
  ([path, text]) => ({ path: new RegExp(path), text: new RegExp(text) }),
)

const tactful = (...args: readonly string[]) =>
  execFileSync(process.execPath, [bin, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

const again = ['import', join(dir, '..', 'few.csv'), '--yes', '--create-people']

const found = await judge({
  root,
  state: join(dir, 'state', 'tactful'),
  wanted,
  allowed: /^(tactful\.yaml|\.gitignore)$/,
  saved: /^Saved\. {2}3 comments for 2 people\./m,
  kept: /(?!)/g,
  async next() {
    if (existsSync(join(root, 'tactful.yaml'))) tactful('list')
    else tactful(...again, '--dry-run')
  },
  answers: async () => 0,
  // A whole import is added to by nothing, one that left nothing is made anew.
  async resume() {
    tactful(...again)
  },
})
process.stdout.write(found.map((complaint) => `${complaint}\n`).join(''))
if (found.length > 0) process.exitCode = 1
