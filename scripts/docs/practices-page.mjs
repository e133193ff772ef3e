const KINDS = {
  sessions: 'question',
  checkins: 'check-in',
  forms: 'form',
  rehearsals: 'rehearsal',
  library: 'library',
  wording: 'wording rule',
}

/**
 * docs/practices.md: every practice with what carries it. `list` is scripts/docs/practices.yaml; `data` is what ships under
 * templates/, each with its path.
 */
export function practicesMarkdown({ besides, ...groups }, data) {
  const carried = carriers(data)
  const lines = [
    '# What carries each practice',
    '',
    'Good feedback work consists of many small practices. This page says where each of them lives: in a question of a template',
    '(`template · question`), a question of a form, an entry of a library, a wording rule, a notice before saving, a command, or a worked example.',
    'It is written by `npm run docs:practices` from the `practices` keys of what ships, and a test fails when a practice has',
    'nothing that carries it.',
    '',
  ]
  for (const { title, practices } of Object.values(groups)) {
    lines.push(`## ${title}`, '', '| # | practice | carried by |', '|---|---|---|')
    for (const [number, words] of Object.entries(practices)) {
      const cell = [...(carried.get(Number(number)) ?? []), ...(besides[number] ?? []).map(besideWords)]
      lines.push(`| ${number} | ${words} | ${cell.join('<br>')} |`)
    }
    lines.push('')
  }
  return lines.join('\n')
}

/** What carries each practice: number -> names, in the order of the files. */
export function carriers(data) {
  const found = new Map()
  const add = (numbers, name) => {
    for (const number of numbers ?? []) {
      const names = found.get(number) ?? []
      if (!names.includes(name)) names.push(name)
      found.set(number, names)
    }
  }
  for (const { path, value } of data) {
    const kind = KINDS[path.split('/')[0]]
    if (kind === undefined || value === null || typeof value !== 'object') continue
    walk(value, [], (node, ids) => add(node.practices, nameOf(kind, value.id ?? path, ids)))
  }
  return found
}

function nameOf(kind, id, ids) {
  const inside = ids.length === 0 ? '' : ` · ${ids.join('.')}`
  return `${kind} \`${id}${inside}\``
}

/** Visits every map that has practices, with the ids on the way to it (parts left out: they only group). */
function walk(node, ids, visit) {
  if (node === null || typeof node !== 'object') return
  if (Array.isArray(node)) {
    for (const one of node) walk(one, idsOf(one, ids), visit)
    return
  }
  if (Array.isArray(node.practices) && node.practices.every(Number.isInteger)) visit(node, ids)
  for (const [key, value] of Object.entries(node)) {
    if (key === 'parts') for (const part of value) walk(part.questions, ids, visit)
    else if (key !== 'practices') walk(value, Array.isArray(value) ? ids : idsOf(value, ids), visit)
  }
}

function idsOf(node, ids) {
  return node !== null && typeof node === 'object' && typeof node.id === 'string' ? [...ids, node.id] : ids
}

function besideWords(text) {
  const [kind, ...name] = text.split(' ')
  if (kind === 'command') return `command \`tactful ${name.join(' ')}\``
  if (kind === 'sample') return `worked example \`templates/samples/${name}.yaml\``
  return kind === 'notice' ? `notice \`${name}\`` : `wording category \`${name}\``
}
