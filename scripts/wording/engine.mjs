import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The wording engine as it stands in src, bundled for this process: the exports of check, compile, scan and lexicon. */
export async function loadEngine() {
  const folder = mkdtempSync(join(tmpdir(), 'tactful-wording-'))
  const outfile = join(folder, 'engine.mjs')
  try {
    await build({
      stdin: {
        contents: ['check', 'compile', 'scan', 'lexicon', 'features', 'pack', 'model', 'model-file']
          .map((name) => `export * from './src/core/wording/${name}.ts'`)
          .join('\n'),
        resolveDir: root,
        loader: 'ts',
      },
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      outfile,
      logLevel: 'warning',
      banner: {
        js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
      },
    })
    return await import(pathToFileURL(outfile).href)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Every shipped pack file. */
export function packFiles() {
  const folder = join(root, 'templates/wording')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ file: `templates/wording/${name}`, source: readFileSync(join(folder, name), 'utf8') }))
}

/** The shipped packs compiled into one, or the process ends with every mistake printed. */
export function compileShipped(engine) {
  const result = engine.compilePacks('shipped', packFiles())
  if ('mistakes' in result) {
    for (const { file, line, column, message, mend } of result.mistakes)
      console.error(`${file}:${line}:${column}: ${message}. ${mend}`)
    process.exit(1)
  }
  return result
}
