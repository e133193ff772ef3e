import { Composer, type Document, isAlias, isMap, isScalar, isSeq, Lexer, type Node, Parser } from 'yaml'
import { Trouble } from '../problem.ts'
import { YAML_LIMIT } from './yaml-own.ts'

/** A value as facts and settings hold it: what JSON can say; maps have no prototype. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain }

// A parser that recurses runs out of stack a little further down; no record of ours goes past six.
const DEPTH_LIMIT = 60

/** YAML that has been read: the document for edits at its place, its value, and the line each key stands on. */
export interface ReadYaml {
  readonly doc: Document
  readonly value: Plain
  /** Line of a key, addressed by its path joined with `/` (`events/0/on`); counted from 1 in the file. */
  readonly lines: ReadonlyMap<string, number>
  /** Scalars of the top level as they were written, without quotes. */
  readonly sources: ReadonlyMap<string, string>
}

/**
 * Reads YAML as plain data. `firstLine` is the line of the file on which `text` begins. Throws `data` with the line for
 * broken YAML, duplicate keys (both lines), aliases, unknown tags, too deep or too long; nothing is executed or expanded.
 */
export function readYaml(text: string, file: string, firstLine = 1): ReadYaml {
  const lineAt = lineFinder(text, firstLine)
  const refuse = (offset: number, message: string): never => {
    throw new Trouble({ kind: 'data', file, message, line: lineAt(offset) })
  }
  if (text.length > YAML_LIMIT) refuse(0, 'this part is far longer than any record needs')
  const doc = compose(text, refuse)
  const problem = doc.errors[0] ?? doc.warnings[0]
  if (problem) refuse(problem.pos[0], plainMessage(problem.message))
  const lines = new Map<string, number>()
  const sources = new Map<string, string>()
  const visit = (node: unknown, path: string): Plain => {
    if (isMap(node)) return readMap(node, path)
    if (isSeq(node)) return node.items.map((item, index) => visit(item, join(path, String(index))))
    if (isAlias(node))
      return refuse(node.range?.[0] ?? 0, 'a reference to another place (*name) is not read here')
    return isScalar(node) ? scalarValue(node.value, node.source) : null
  }
  const readMap = (node: { items: { key: unknown; value: unknown }[] }, path: string): Plain => {
    const map: Record<string, Plain> = Object.create(null)
    for (const { key, value } of node.items) {
      if (!isScalar(key)) return refuse(startOf(key), 'a key has to be plain text')
      const name = key.source ?? String(key.value)
      const here = join(path, name)
      const line = lineAt(startOf(key))
      const earlier = lines.get(here)
      if (Object.hasOwn(map, name)) {
        refuse(startOf(key), `"${name}" stands here twice, on lines ${earlier} and ${line}`)
      }
      lines.set(here, line)
      if (path === '' && isScalar(value)) sources.set(name, value.source ?? '')
      map[name] = visit(value, here)
    }
    return map
  }
  return { doc, value: visit(doc.contents, ''), lines, sources }
}

function compose(text: string, refuse: (offset: number, message: string) => never): Document {
  const parser = new Parser()
  const tokens = []
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token)
    if (parser.stack.length > DEPTH_LIMIT)
      refuse(parser.offset, 'lists and maps stand inside each other too deeply')
  }
  tokens.push(...parser.end())
  const composer = new Composer({ version: '1.2', schema: 'core', uniqueKeys: false, prettyErrors: false })
  const [doc, second] = composer.compose(tokens, true, text.length)
  if (second) refuse(second.range[0], 'a second document begins here')
  return doc ?? refuse(0, 'there is nothing to read here')
}

// A number that would come back written otherwise (012, 0x1F, more digits than fit) is kept as it was written.
function scalarValue(value: unknown, source: string | undefined): Plain {
  if (typeof value === 'number' && source !== undefined && source !== String(value)) {
    return /^[-+]?0[\dxo]/.test(source) || isTooLong(value) ? source : value
  }
  if (typeof value === 'number') return value
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value
  return source ?? null
}

function isTooLong(value: number): boolean {
  return Number.isInteger(value) && !Number.isSafeInteger(value)
}

function startOf(node: unknown): number {
  return (node as Node | null)?.range?.[0] ?? 0
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}/${name}`
}

// Keys come in the order of the text, so the search goes on from the last one.
function lineFinder(text: string, firstLine: number): (offset: number) => number {
  let at = 0
  let line = firstLine
  return (offset) => {
    if (offset < at) {
      at = 0
      line = firstLine
    }
    for (let end = text.indexOf('\n', at); end !== -1 && end < offset; end = text.indexOf('\n', at)) {
      at = end + 1
      line++
    }
    return line
  }
}

function plainMessage(message: string): string {
  return message.split('\n')[0] ?? message
}
