import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { fitEar, settings, writeEar } from './ear.mjs'
import { openReader, readLines, rowsOf } from './moves.mjs'

// Leaves out two voices at a time, trains on the others, and reports how lines of those left out are read by all that reads a line in
// the program: what `settings` are chosen by. Settings to compare may be given as JSON.

const root = join(import.meta.dirname, '../..')
const options = { ...settings, ...JSON.parse(process.argv[2] ?? '{}') }
const opened = await openReader(root)
const { reader, kinds } = opened
const lines = readLines(root)
const rows = rowsOf(lines, opened)
const voices = [...new Set(lines.map(({ voice }) => voice))]
const half = Math.ceil(voices.length / 2)
const hurting = new Set(opened.moves.kinds.filter(({ mood }) => mood < 0).map(({ id }) => id))

const read = voices.slice(0, half).flatMap((voice, at) => {
  const out = [voice, voices[at + half]]
  const learned = rows.filter((row) => !out.includes(row.voice))
  const bytes = writeEar(fitEar(learned, opened.fit, options), kinds, 'validation', reader)
  const recognise = opened.recogniser(reader.readEar(new Uint8Array(bytes)))
  const packed = gzipSync(bytes, { level: 9 }).length
  const judged = lines
    .filter((line) => out.includes(line.voice))
    .map((line) => ({ ...line, first: recognise(line.text).moves[0].kind.id }))
  console.log(out.join('').padEnd(4), told(judged), `${packed} bytes`)
  return judged
})
console.log('all ', told(read))
for (const kind of kinds) {
  const of = read.filter((line) => line.kind === kind)
  if (of.length > 0) console.log(kind.padEnd(11), told(of))
}
if (process.argv[3] === '--show') {
  for (const { kind, first, text } of read) if (kind !== first) console.log(`${kind} -> ${first}: ${text}`)
}

function told(all) {
  const share = (is) => (all.filter(is).length / all.length).toFixed(3)
  const right = share(({ kind, first }) => kind === first)
  const unread = share(({ kind, first }) => first === 'other' && kind !== 'other')
  const crossed = share(({ kind, first }) => first !== 'other' && hurting.has(kind) !== hurting.has(first))
  return `right ${right}  not read ${unread}  crossed ${crossed}`
}
