import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

/** Forms that have no word vector of their own; the first stands for every unknown word. */
export const MARKS = [
  '<unk>',
  '<s>',
  '</s>',
  '<name>',
  '<num>',
  '<time>',
  '<date>',
  '<id>',
  '<day>',
  '<month>',
  '<qlong>',
  '<qshort>',
  '<code>',
  '<pct>',
  '<money>',
  '<url>',
]

/** Sentences of a folder, in the order of file names: {text, label, category, voice}. */
export function readSentences(folder, want = () => true) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl') && want(name))
    .sort()
    .flatMap((name) =>
      readFileSync(join(folder, name), 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => JSON.parse(line)),
    )
}

/** Given names that are read as names at the start of a sentence too. */
export function readNames(root) {
  return readFileSync(join(root, 'scripts/model/names.txt'), 'utf8').split('\n').filter(Boolean)
}

/** The program's own model code, so that training and running read a text alike. */
export async function loadCore(root) {
  const files = ['model', 'model-features', 'model-file', 'model-index', 'model-parts', 'model-text']
  const made = await build({
    stdin: {
      contents: files.map((name) => `export * from './src/core/wording/${name}.ts'`).join('\n'),
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    write: false,
    logLevel: 'error',
  })
  const code = Buffer.from(made.outputFiles[0].contents).toString('base64')
  return import(`data:text/javascript;base64,${code}`)
}
