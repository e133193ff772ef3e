import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadCore, readNames, readSentences } from './data.mjs'
import { fitModel } from './fit.mjs'
import { madeFrom } from './made.mjs'
import { settings } from './settings.mjs'
import { readVectors } from './vectors.mjs'

const root = join(import.meta.dirname, '../..')
const file = join(root, 'templates/wording/model.bin')
const names = readNames(root)
const rows = readSentences(join(root, 'scripts/model/sentences'))
const made = madeFrom(root)

console.log(`Training on ${rows.length} sentences. This takes a few minutes.`)
const bytes = fitModel(rows, readVectors(), await loadCore(root), names, settings, made)
const same = (() => {
  try {
    return readFileSync(file).equals(bytes)
  } catch {
    return false
  }
})()
if (!same) writeFileSync(file, bytes)
console.log(`templates/wording/model.bin: ${bytes.length} bytes, ${same ? 'as it was' : 'written'}`)
