import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml'
import { Trouble } from '../problem.ts'
import { type KeyPath, same, withValue } from './changed-value.ts'
import { splitFront } from './front.ts'
import { type Plain, type ReadYaml, readYaml } from './yaml-in.ts'
import { writeAfterColon, writeFlow, writeYaml } from './yaml-out.ts'

/**
 * Changes one fact in a note's front matter at its place, adds it when it is not there, or takes it away when the value
 * is undefined. Every other byte stays. Throws `data` when the note cannot be read or the place cannot be changed.
 */
export function setFact(source: string, path: KeyPath, value: unknown, file = ''): string {
  const { head, yaml, tail, rest } = splitFront(source, file)
  return head + setIn(yaml, path, value, file, 2) + tail + rest
}

/** The same for a file that is YAML from end to end, such as a person's. */
export function setKey(source: string, path: KeyPath, value: unknown, file = ''): string {
  const mark = source.startsWith('\ufeff') ? '\ufeff' : ''
  return mark + setIn(source.slice(mark.length), path, value, file, 1)
}

function setIn(yaml: string, path: KeyPath, value: unknown, file: string, firstLine: number): string {
  const read = readYaml(yaml, file, firstLine)
  const changed = splice(yaml, read, path, value)
  // The proof: what is read now is what was read before, with this one value changed.
  if (changed !== undefined) {
    const after = tryRead(changed, file, firstLine)
    if (after !== undefined && same(after, withValue(read.value, path, value))) return changed
  }
  const line = read.lines.get(path.join('/')) ?? firstLine
  throw new Trouble({
    kind: 'data',
    file,
    message: `"${path.join('.')}" cannot be changed where it stands`,
    line,
  })
}

function tryRead(yaml: string, file: string, firstLine: number): Plain | undefined {
  try {
    return readYaml(yaml, file, firstLine).value
  } catch (error) {
    if (error instanceof Trouble) return undefined
    throw error
  }
}

function splice(yaml: string, read: ReadYaml, path: KeyPath, value: unknown): string | undefined {
  const eol = /\r\n/.test(yaml) ? '\r\n' : '\n'
  let node: unknown = read.doc.contents
  for (const [depth, key] of path.entries()) {
    const last = depth === path.length - 1
    if (isSeq(node)) {
      const item = node.items[Number(key)] as Node | undefined
      if (last && key === node.items.length) return append(yaml, node, value, eol)
      if (!last || !item?.range) {
        node = item
        continue
      }
      return value === undefined ? undefined : replaceRange(yaml, item.range, inFlow(value))
    }
    const pair = isMap(node) ? pairOf(node, String(key)) : undefined
    if (!pair) return value === undefined ? yaml : insert(yaml, node, nest(path.slice(depth), value), eol)
    if (last)
      return value === undefined ? removePair(yaml, node, pair) : replacePair(yaml, node, pair, value, eol)
    node = pair.value
  }
  return undefined
}

function replacePair(
  yaml: string,
  map: unknown,
  pair: Pair,
  value: unknown,
  eol: string,
): string | undefined {
  const key = pair.key as Node
  const old = pair.value as Node | null
  const keyEnd = key.range?.[1] ?? 0
  const colon = yaml.indexOf(':', keyEnd)
  if (colon === -1) return undefined
  const range = old?.range ?? [colon + 1, colon + 1, colon + 1]
  const flow = isFlow(map) || (isCollection(old) && old.flow === true)
  const block = flow ? ` ${inFlow(value)}\n` : writeAfterColon(value, indentOf(yaml, key))
  const lineEnd = endOfLine(yaml, colon)
  if (isScalar(old) && range[0] === range[1]) {
    return yaml.slice(0, colon + 1) + inline(block, eol) + yaml.slice(Math.max(colon + 1, range[1]))
  }
  if (range[0] <= lineEnd && !isBlockScalar(old)) {
    const text = block.startsWith('\n') ? inline(block, eol) : inline(block, eol).trimStart()
    const start = block.startsWith('\n') ? colon + 1 : range[0]
    return yaml.slice(0, start) + text + yaml.slice(range[1])
  }
  // The old value stands on the lines below (or begins with | or >): what follows it on the key's line is a comment.
  const comment = isBlockScalar(old) ? '' : yaml.slice(colon + 1, lineEnd).trimEnd()
  const below = block.startsWith('\n') ? comment + inline(block, eol) : inline(block, eol) + comment
  const end = range[1] > 0 && yaml[range[1] - 1] === '\n' ? range[1] : endOfLine(yaml, range[1])
  const tail = yaml.slice(end)
  return yaml.slice(0, colon + 1) + below + (yaml[end - 1] === '\n' ? eol : '') + tail
}

function insert(
  yaml: string,
  node: unknown,
  value: Record<string, unknown>,
  eol: string,
): string | undefined {
  if (isFlow(node)) {
    const open = node.range?.[0] ?? 0
    const inner = writeFlow(value).slice(1, -1)
    return `${yaml.slice(0, open + 1)}${inner}${node.items.length > 0 ? ', ' : ''}${yaml.slice(open + 1)}`
  }
  const last = isMap(node) ? node.items.at(-1) : undefined
  if (!last && !isBlank(node)) return undefined
  const indent = last ? indentOf(yaml, last.key as Node) : ''
  const top = !last || indent === ''
  const at = top ? yaml.length : lineAfter(yaml, (node as YAMLMap).range?.[1] ?? 0)
  const text = writeYaml(value, indent).replaceAll('\n', eol)
  const before = yaml.slice(0, at)
  // A file without a last line break keeps having none.
  if (before !== '' && !before.endsWith('\n'))
    return before + eol + text.slice(0, -eol.length) + yaml.slice(at)
  return before + text + yaml.slice(at)
}

// One more item behind the last one of a list that has some.
function append(yaml: string, list: YAMLSeq, value: unknown, eol: string): string | undefined {
  const last = list.items.at(-1) as Node | undefined
  if (!last?.range || value === undefined) return undefined
  if (list.flow === true)
    return `${yaml.slice(0, last.range[1])}, ${inFlow(value)}${yaml.slice(last.range[1])}`
  const dash = yaml.lastIndexOf('-', last.range[0] - 1)
  const indent = yaml.slice(yaml.lastIndexOf('\n', dash) + 1, dash)
  const end = endOfLine(yaml, Math.max(last.range[0], last.range[1] - 1))
  const lead = last.range[0] - dash - 1
  const item = isBlockMap(last) && lead === 1 ? inBlock(value, indent, eol) : undefined
  return `${yaml.slice(0, end)}${eol}${indent}-${' '.repeat(lead)}${item ?? inFlow(value)}${yaml.slice(end)}`
}

// A map under maps that have a line for each key gets them too.
function inBlock(value: unknown, indent: string, eol: string): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const text = writeYaml(value, `${indent}  `)
  return text === '' ? undefined : inline(text.trimStart(), eol)
}

function isBlockMap(node: Node): boolean {
  return isMap(node) && node.flow !== true
}

function removePair(yaml: string, map: unknown, pair: Pair): string | undefined {
  if (isFlow(map)) return undefined
  const start = yaml.lastIndexOf('\n', (pair.key as Node).range?.[0] ?? 0) + 1
  const value = pair.value as Node | null
  const end = lineAfter(yaml, Math.max(value?.range?.[1] ?? 0, (pair.key as Node).range?.[1] ?? 0))
  return yaml.slice(0, start) + yaml.slice(end)
}

// Quoted, so that a comma or bracket in it ends nothing.
function inFlow(value: unknown): string {
  return writeFlow([value]).slice(1, -1)
}

function replaceRange(yaml: string, range: readonly [number, number, number], text: string): string {
  return yaml.slice(0, range[0]) + text + yaml.slice(range[1])
}

function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && (pair.key.source ?? String(pair.key.value)) === key)
}

function nest(path: KeyPath, value: unknown): Record<string, unknown> {
  const [key = '', ...rest] = path
  return { [String(key)]: rest.length === 0 ? value : nest(rest, value) }
}

function inline(block: string, eol: string): string {
  return block.replace(/\n$/, '').replaceAll('\n', eol)
}

function indentOf(yaml: string, key: Node): string {
  const start = key.range?.[0] ?? 0
  const line = yaml.slice(yaml.lastIndexOf('\n', start - 1) + 1, start)
  // Keys of a map in a list stand behind a dash.
  return ' '.repeat(line.length)
}

function endOfLine(yaml: string, from: number): number {
  const end = yaml.indexOf('\n', from)
  if (end === -1) return yaml.length
  return yaml[end - 1] === '\r' ? end - 1 : end
}

function lineAfter(yaml: string, from: number): number {
  if (from > 0 && yaml[from - 1] === '\n') return from
  const end = yaml.indexOf('\n', from)
  return end === -1 ? yaml.length : end + 1
}

function isCollection(node: unknown): node is YAMLMap {
  return isMap(node) || isSeq(node)
}

function isFlow(node: unknown): node is YAMLMap {
  return isMap(node) && node.flow === true
}

function isBlockScalar(node: unknown): boolean {
  return isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED')
}

function isBlank(node: unknown): boolean {
  return node === null || (isScalar(node) && (node.source ?? '') === '')
}
