// npm run bench:wording -- PATH...   recall on judgmental and false alarms on fine sentences, per category (JSON lines of text and label).
// --no-model runs the rules alone.
// --missed and --false list the sentences; --examples runs every rule's own examples; --rules shows what each rule finds and misflags.
import { existsSync, readFileSync } from 'node:fs'
import { compileShipped, loadEngine } from '../../scripts/wording/engine.mjs'

const flags = process.argv.slice(2).filter((one) => one.startsWith('--'))
const paths = process.argv.slice(2).filter((one) => !one.startsWith('--'))
const engine = await loadEngine()
const { pack, examples } = compileShipped(engine)
const model = new URL('../../templates/wording/model.bin', import.meta.url)
const judge =
  flags.includes('--no-model') || !existsSync(model)
    ? undefined
    : engine.createModel(engine.readModel(new Uint8Array(readFileSync(model))))
const rulesOnly = engine.createChecker([pack])
const check = engine.createChecker([pack], judge === undefined ? {} : { judge })

if (flags.includes('--examples')) {
  let wrong = 0
  for (const rule of examples) {
    const find = (text) => engine.check(text, [pack], { rules: [rule.id] })
    for (const text of rule.finds)
      if (find(text).length === 0 && ++wrong) console.log(`${rule.id} should find: ${text}`)
    for (const text of rule.leaves) {
      for (const one of rulesOnly(text))
        if (one.severity === 'warning' && ++wrong)
          console.log(`${one.rule} should leave (${rule.id}): ${text}  [${one.words}]`)
    }
  }
  console.log(`${examples.length} rules, ${wrong} wrong examples`)
}

const tally = new Map()
const rules = new Map()
const count = (map, key, good) => {
  const row = map.get(key) ?? [0, 0]
  row[0] += good ? 1 : 0
  row[1] += 1
  map.set(key, row)
}
for (const path of paths) {
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line.trim() === '') continue
    const { text, label, category, kind } = JSON.parse(line)
    const found = check(text).filter((one) => one.severity === 'warning')
    const group = `${label}/${category ?? kind}`
    count(tally, group, found.length > 0)
    count(tally, label, found.length > 0)
    for (const one of found) count(rules, one.rule, label === 'judgmental')
    if (flags.includes('--missed') && label === 'judgmental' && found.length === 0)
      console.log(`MISSED ${category ?? kind} | ${text}`)
    if (flags.includes('--false') && label === 'fine' && found.length > 0)
      console.log(`FALSE ${found.map((one) => `${one.rule}[${one.words}]`).join(' ')} | ${text}`)
  }
}
for (const [group, [flagged, all]] of [...tally].sort())
  console.log(`${group.padEnd(28)} ${(flagged / all).toFixed(3)}  ${flagged}/${all}`)
if (flags.includes('--rules'))
  for (const [rule, [right, all]] of [...rules].sort((a, b) => a[1][0] / a[1][1] - b[1][0] / b[1][1]))
    console.log(`${rule.padEnd(32)} ${right} right, ${all - right} wrong`)
