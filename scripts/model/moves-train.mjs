import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { fitEar, writeEar } from './ear.mjs'
import { openReader, readLines, rowsOf } from './moves.mjs'

const root = join(import.meta.dirname, '../..')
const file = join(root, 'templates/rehearsals/moves.bin')
const opened = await openReader(root)
const rows = rowsOf(readLines(root), opened)
console.log(`Training on ${rows.length} lines.`)
const bytes = writeEar(fitEar(rows, opened.fit), opened.kinds, opened.made, opened.reader)
const before = (() => {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
})()
const isSame = before?.equals(bytes) === true
if (!isSame) writeFileSync(file, bytes)
const packed = gzipSync(bytes, { level: 9 }).length
const state = isSame ? 'as it was' : 'written'
console.log(`templates/rehearsals/moves.bin: ${bytes.length} bytes, ${packed} packed, ${state}`)
