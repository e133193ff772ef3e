import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const bin = resolve(import.meta.dirname, '../bin/tactful.js')
const tactful = (args, options) =>
  spawnSync(process.execPath, [bin, ...args], { stdio: 'inherit', ...options })

if (process.stdin.isTTY && process.stdout.isTTY) {
  process.exitCode = tactful(['prep']).status ?? 1
} else {
  const notebook = join(mkdtempSync(join(tmpdir(), 'tactful-sample-')), 'notebook')
  const sample = resolve(import.meta.dirname, '../templates/samples/constructive-feedback.yaml')
  const saved = tactful(['prep', '--notebook', notebook, '--answers', sample, '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  })
  if (saved.status === 0) {
    const { id, path } = JSON.parse(saved.stdout)
    process.exitCode =
      tactful(['show', id, '--notebook', notebook], { stdio: ['ignore', 'inherit', 'inherit'] }).status ?? 1
    console.log(`\nThis sample note is in ${join(notebook, path)}`)
  } else {
    process.exitCode = saved.status ?? 1
  }
}
