import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadCore, readNames, readSentences } from './data.mjs'
import { fitModel } from './fit.mjs'
import { settings } from './settings.mjs'
import { readVectors } from './vectors.mjs'

// Leaves out one group of voices at a time (the letter before the hyphen), trains on the others, and reports what the model says
// of the sentences left out: what `settings.mjs` is chosen by. With a path as argument every judged sentence is written there.

const root = join(import.meta.dirname, '../..')
const core = await loadCore(root)
const names = readNames(root)
const vectors = readVectors()
const rows = readSentences(join(root, 'scripts/model/sentences'))
const groupOf = (row) => row.voice.split('-')[0]

const judged = [...new Set(rows.map(groupOf))].sort().flatMap((group) => {
  const bytes = fitModel(
    rows.filter((row) => groupOf(row) !== group),
    vectors,
    core,
    names,
    settings,
    'validation',
  )
  const tables = core.readModel(bytes)
  const score = scorer(tables)
  const { mix } = tables.head
  return rows
    .filter((row) => groupOf(row) === group)
    .map((row) => {
      const { linear, net } = score(row.text)
      return { ...row, linear, net, odds: mix.bias + mix.linear * linear + mix.net * net }
    })
})

/** Log-odds of each part of the model for a text. */
function scorer(tables) {
  const linear = core.createLinear(tables)
  const net = core.createNet(tables)
  const isName = (word) => core.findHash(tables.names, core.hash32(word)) !== -1
  return (text) => {
    const forms = core.modelTokens(text, isName).map((token) => token.form)
    return { linear: linear(forms, /^[a-z]/.test(text)), net: net(forms).odds }
  }
}

for (const part of ['linear', 'net', 'odds']) {
  const fine = judged.filter((row) => row.label === 'fine').map((row) => row[part])
  const wrong = judged.filter((row) => row.label === 'judgmental').map((row) => row[part])
  fine.sort((a, b) => b - a)
  const found = [0.01, 0.02, 0.03, 0.05].map((rate) => {
    const least = fine[Math.floor(rate * fine.length)]
    const recall = wrong.filter((odds) => odds > least).length / wrong.length
    return `${recall.toFixed(3)} at ${rate} (${least.toFixed(2)})`
  })
  console.log(`${part.padEnd(7)} recall ${found.join('  ')}`)
}
if (process.argv[2] !== undefined) writeFileSync(process.argv[2], JSON.stringify(judged))
