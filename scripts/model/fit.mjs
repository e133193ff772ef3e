import { MARKS } from './data.mjs'
import { trainLinear } from './linear.mjs'
import { projectAll, randomFrom, trainNet } from './net.mjs'
import { chooseWords, collectNames, linearRows } from './prepare.mjs'
import { WIDE } from './vectors.mjs'
import { writeModel } from './write.mjs'

const HIDDEN = '<hidden>'

/** Trains both parts on rows {text, label, category} and writes the model's file. `core` is the program's own reader of text. */
export function fitModel(given, vectors, core, givenNames, settings, made) {
  const often = given.filter((row) => settings.twice.some((group) => row.voice.startsWith(group)))
  const rows = [...given, ...given.flatMap(partsOf), ...often]
  const texts = rows.map((row) => row.text)
  const names = collectNames(texts, givenNames, core.plainQuotes)
  const forms = texts.map((text) =>
    core.modelTokens(text, (word) => names.has(word)).map((token) => token.form),
  )
  const linear = fitLinear(rows, forms, core, settings)
  const { net, words, table, kinds } = fitNet(rows, forms, vectors, settings)
  return writeModel({ made, settings, names: [...names], linear, net, words, table, kinds }, core)
}

function fitLinear(rows, forms, core, settings) {
  const lists = rows.map((row, i) => featuresOf(forms[i], row.text, core))
  const { ids, rows: whole } = linearRows(lists, core.GROUP_WEIGHT, settings.leastSeen)
  const holed = settings.hide > 0 ? holedRows(rows, forms, core, settings, ids) : []
  const labels = [...rows, ...(holed.length > 0 ? rows : [])].map((row) => row.label === 'judgmental')
  const strength = holed.length > 0 ? settings.strength / 2 : settings.strength
  const weights = trainLinear([...whole, ...holed], labels, ids.size, strength)
  const heavy = [...ids]
    .map(([hash, id]) => ({ hash, weight: weights[id] }))
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || a.hash - b.hash)
    .slice(0, settings.mostFeatures)
  return { features: heavy, bias: weights[ids.size] }
}

/** The same sentences with some words hidden, as strangers' sentences hold words that ours lack. */
function holedRows(rows, forms, core, settings, ids) {
  const random = randomFrom(7)
  const lists = rows.map((row, i) => {
    const seen = forms[i].map((form) => (/^[a-z]/.test(form) && random() < settings.hide ? HIDDEN : form))
    return featuresOf(seen, row.text, core)
  })
  return linearRows(lists, core.GROUP_WEIGHT, settings.leastSeen, ids).rows
}

export function featuresOf(forms, text, core) {
  const groups = core.sequenceFeatures(forms.map(core.hash32), /^[a-z]/.test(text))
  groups[core.GROUPS.indexOf('letters')] = forms.flatMap((form) => core.letterFeatures(form))
  return groups
}

function fitNet(rows, forms, vectors, settings) {
  const { list, ids, table } = chooseWords(forms, vectors, settings.commonest, settings.spread, randomFrom(9))
  const begin = MARKS.indexOf('<s>')
  const end = MARKS.indexOf('</s>')
  const sentences = forms.map((each) =>
    Int32Array.from([begin, ...each.map((form) => ids.get(form) ?? 0), end]),
  )
  const judgments = kindsOf(rows, 'judgmental')
  const fine = kindsOf(rows, 'fine')
  const kinds = [...judgments, ...fine]
  const classes = rows.map((row) => kinds.indexOf(row.category))
  const net = trainNet(table, WIDE, sentences, classes, kinds.length, settings.net)
  return { net, words: list, table: projectAll(net, table, WIDE), kinds: { judgments, fine } }
}

function kindsOf(rows, label) {
  return [...new Set(rows.filter((row) => row.label === label).map((row) => row.category))].sort()
}

/** What stands in a fine text of several sentences is fine sentence by sentence too; of a judgment nobody says which part it is. */
function partsOf(row) {
  if (row.label !== 'fine') return []
  const parts = row.text
    .split(/(?<=[^.][a-z"\d)][.!?])\s+(?=["A-Za-z])/)
    .filter((part) => part.split(' ').length > 1)
  return parts.length > 1 ? parts.map((text) => ({ ...row, text })) : []
}
