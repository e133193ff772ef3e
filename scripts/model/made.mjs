import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { VECTORS } from './vectors.mjs'

const STEPS = ['data', 'fit', 'linear', 'net', 'prepare', 'settings', 'stance', 'vectors', 'write']
const FILES = [
  ...STEPS.map((name) => `scripts/model/${name}.mjs`),
  'scripts/model/names.txt',
  'src/core/wording/model-features.ts',
  'src/core/wording/model-index.ts',
  'src/core/wording/model-text.ts',
]
const SENTENCES = 'scripts/model/sentences'

/** SHA-256 of everything that the model is made from, in hex. */
export function madeFrom(root) {
  const sentences = readdirSync(join(root, SENTENCES)).filter((name) => name.endsWith('.jsonl'))
  const sum = createHash('sha256').update(VECTORS)
  const paths = [...FILES, ...sentences.map((name) => `${SENTENCES}/${name}`)].sort()
  for (const path of paths) sum.update(`\0${path}\0`).update(readFileSync(join(root, path)))
  return sum.digest('hex')
}
