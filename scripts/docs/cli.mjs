import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { cliMarkdown, manPage } from './pages.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

const { shelf, everywhere } = await loadShelf()
renew('docs/cli.md', cliMarkdown(shelf, everywhere))
renew('docs/tactful.1', manPage(shelf, everywhere))

/** The shelf as it stands in src. No command is loaded. */
async function loadShelf() {
  const folder = mkdtempSync(join(tmpdir(), 'tactful-docs-'))
  try {
    await build({
      entryPoints: [join(root, 'src/commands/index.ts')],
      bundle: true,
      splitting: true,
      packages: 'external',
      format: 'esm',
      platform: 'node',
      target: 'node20',
      outdir: folder,
      outExtension: { '.js': '.mjs' },
      logLevel: 'warning',
    })
    const { wholeShelf, everywhere } = await import(pathToFileURL(join(folder, 'index.mjs')).href)
    return { shelf: await wholeShelf(), everywhere }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function renew(path, text) {
  const file = join(root, path)
  let before = ''
  try {
    before = readFileSync(file, 'utf8')
  } catch {}
  if (before !== text) writeFileSync(file, text)
  console.log(before === text ? `${path} is as it was` : `${path} written`)
}
