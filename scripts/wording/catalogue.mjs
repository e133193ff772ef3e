import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { compileShipped, loadEngine } from './engine.mjs'

const file = fileURLToPath(new URL('../../docs/wording-catalogue.md', import.meta.url))

/** The catalogue of rules as Markdown, made from the compiled packs. */
export function catalogue({ pack, examples }) {
  const byId = new Map(examples.map((one) => [one.id, one]))
  const categories = [...new Set(pack.rules.map((rule) => rule.category))].sort()
  const lines = [
    '# The rules that ship',
    '',
    'Made from `templates/wording` by `npm run wording:catalogue`; do not edit by hand.',
    '',
  ]
  for (const category of categories) {
    lines.push(`## ${category}`, '')
    for (const rule of pack.rules.filter((one) => one.category === category)) {
      const { finds = [], leaves = [] } = byId.get(rule.id) ?? {}
      lines.push(`### ${rule.id}`, '', `${rule.severity}. ${rule.why}`, '')
      if (finds.length > 0) lines.push(`Finds: ${finds.map(quoted).join(' ')}`, '')
      if (leaves.length > 0) lines.push(`Leaves alone: ${leaves.map(quoted).join(' ')}`, '')
      lines.push('Say instead:', '', ...rule.try.map((line) => `- ${line}`), '')
    }
  }
  return `${lines.join('\n').trimEnd()}\n`
}

function quoted(text) {
  return `"${text}"`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = catalogue(compileShipped(await loadEngine()))
  let before = ''
  try {
    before = readFileSync(file, 'utf8')
  } catch {}
  if (before !== text) writeFileSync(file, text)
  console.log(
    before === text ? 'docs/wording-catalogue.md is as it was' : 'docs/wording-catalogue.md written',
  )
}
