import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { practicesMarkdown } from './practices-page.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const file = join(root, 'docs/practices.md')
const text = practicesMarkdown(
  parse(readFileSync(join(root, 'scripts/docs/practices.yaml'), 'utf8')),
  shippedData(join(root, 'templates')),
)
writeFileSync(file, text)
console.log('docs/practices.md written')

/** Everything that ships as YAML, with the folder it lies in. */
function shippedData(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((path) => path.endsWith('.yaml'))
    .sort()
    .map((path) => ({ path, value: parse(readFileSync(join(folder, path), 'utf8')) }))
}
