import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { parse } from 'yaml'

const LINES = 'scripts/model/moves'
const FILES = [
  'scripts/model/moves.mjs',
  'scripts/model/ear.mjs',
  'src/core/rehearse/ear-features.ts',
  'src/core/rehearse/ear-net.ts',
  'templates/rehearsals/moves.yaml',
]

/** The lines that the ear learns from, in the order of the files: {voice, kind, text}. "# kind" heads those of a kind. */
export function readLines(root) {
  return readdirSync(join(root, LINES))
    .sort()
    .flatMap((name) => {
      let kind = ''
      return readFileSync(join(root, LINES, name), 'utf8')
        .split('\n')
        .flatMap((line) => {
          if (line.startsWith('# ')) kind = line.slice(2).trim()
          return line === '' || line.startsWith('# ') ? [] : [{ voice: name[0], kind, text: line }]
        })
    })
}

/** The program's own code for reading a line, bundled for this process, and what it reads with. */
export async function openReader(root) {
  const outfile = join(root, 'node_modules/.cache/tactful-reader.mjs')
  const core = [
    'rehearse/clues',
    'rehearse/move',
    'rehearse/sentence',
    'rehearse/ear',
    'rehearse/ear-net',
    'rehearse/ear-features',
  ]
  const wording = ['wording/check', 'wording/compile', 'wording/model', 'wording/model-file']
  await build({
    stdin: {
      contents: [...core, ...wording].map((name) => `export * from './src/core/${name}.ts'`).join('\n'),
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    outfile,
    logLevel: 'error',
  })
  const reader = await import(pathToFileURL(outfile).href)
  const tables = reader.readModel(new Uint8Array(readFileSync(join(root, 'templates/wording/model.bin'))))
  const moves = parse(readFileSync(join(root, 'templates/rehearsals/moves.yaml'), 'utf8'))
  const kinds = moves.kinds.map(({ id }) => id)
  const listen = reader.createListen(tables)
  const check = reader.createChecker([packOf(root, reader)], { judge: reader.createModel(tables) })
  const cluesOf = reader.createClues(moves, check)
  const shown = (sentence) => reader.shownBy(cluesOf(sentence), kinds, listen)
  const fit = {
    count: kinds.length,
    always: tables.bias.length + tables.outBias.length + 3,
    weights: reader.WORD_WEIGHT,
  }
  const recogniser = (ear) => reader.createRecogniser(moves, check, reader.createEar(ear, listen))
  return { reader, moves, kinds, shown, listen, cluesOf, fit, recogniser, made: madeFrom(root, tables) }
}

function packOf(root, reader) {
  const folder = join(root, 'templates/wording')
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ file: name, source: readFileSync(join(folder, name), 'utf8') }))
  const result = reader.compilePacks('shipped', files)
  if ('mistakes' in result) throw new Error(JSON.stringify(result.mistakes))
  return result.pack
}

/** Rows to learn from. Of a line of several sentences nobody says which one is of its kind, so it is left out. */
export function rowsOf(lines, { reader, kinds, shown }) {
  return lines.flatMap(({ kind, text, voice }) => {
    const [sentence, ...more] = reader.sentencesOf(text)
    if (!kinds.includes(kind)) throw new Error(`There is no kind "${kind}".`)
    if (sentence === undefined || more.length > 0) return []
    return [{ voice, shown: shown(sentence), kind: kinds.indexOf(kind) }]
  })
}

/** SHA-256 of everything that the ear is made from but the wording rules, in hex; of the wording model it is what the ear listens with. */
export function madeFrom(root, { words, table, filters, bias }) {
  const sum = createHash('sha256')
  const lines = readdirSync(join(root, LINES)).map((name) => `${LINES}/${name}`)
  for (const path of [...FILES, ...lines].sort())
    sum.update(`\0${path}\0`).update(readFileSync(join(root, path)))
  for (const part of [words.starts, words.rests, table, ...filters, bias]) {
    sum.update(new Uint8Array(part.buffer, part.byteOffset, part.byteLength))
  }
  return sum.digest('hex')
}
