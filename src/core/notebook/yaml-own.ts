import { Trouble } from '../problem.ts'
import type { Plain, ReadYaml } from './yaml-in.ts'
import { isPlainWord } from './yaml-word.ts'

/** Longest YAML we parse, in characters: reading this much takes well under a second, whatever it holds. */
export const YAML_LIMIT = 64 * 1024

/** YAML as facts are checked from it. */
export type OwnYaml = Pick<ReadYaml, 'value' | 'lines' | 'sources'>

type Key = { readonly key: string; readonly rest: string; readonly source: string }

const QUOTED =
  /^"(?:[^"\\\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]|\\["\\/bfnrt]|\\u[0-9a-f]{4})*"/u
const NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?$/
const DEEPEST = 12

/**
 * Reads YAML in exactly the shape that `writeYaml` gives it, some fifty times as fast as a whole YAML reader and without
 * loading one. Undefined for anything else, right or wrong: then `readYaml` has to look. Where this gives a value,
 * `readYaml` gives the same; `lines` stays empty.
 */
export function readOwnYaml(text: string): OwnYaml | undefined {
  if (text.length > YAML_LIMIT || !text.endsWith('\n')) return undefined
  const lines = text.slice(0, -1).split('\n')
  const sources = new Map<string, string>()
  let at = 0

  const block = (indent: number): Plain | undefined => {
    const line = lines[at]
    if (line === undefined || indent > DEEPEST * 2 || indentOf(line) !== indent) return undefined
    return line.startsWith('- ', indent) ? list(indent) : map(indent)
  }
  const map = (indent: number): Plain | undefined => {
    const found: Record<string, Plain> = Object.create(null)
    for (let line = lines[at]; line !== undefined && indentOf(line) === indent; line = lines[at]) {
      const read = keyOf(line.slice(indent))
      if (read === undefined || Object.hasOwn(found, read.key)) return undefined
      at++
      const value = read.rest === '' ? block(indent + 2) : scalar(read.rest)
      if (value === undefined) return undefined
      if (indent === 0 && !isCollection(value)) sources.set(read.source, sourceOf(value, read.rest))
      found[read.key] = value
    }
    return found
  }
  const list = (indent: number): Plain | undefined => {
    const items: Plain[] = []
    for (let line = lines[at]; line !== undefined && indentOf(line) === indent; line = lines[at]) {
      if (!line.startsWith('- ', indent)) return undefined
      const rest = line.slice(indent + 2)
      const nested = rest.startsWith('- ') || keyOf(rest) !== undefined
      // What stands beside a dash stands where the lines below it stand.
      if (nested) lines[at] = `${' '.repeat(indent + 2)}${rest}`
      else at++
      const value = nested ? block(indent + 2) : scalar(rest)
      if (value === undefined) return undefined
      items.push(value)
    }
    return items
  }

  const value = block(0)
  return value === undefined || Array.isArray(value) || at < lines.length
    ? undefined
    : { value, lines: new Map(), sources }
}

function indentOf(line: string): number {
  let count = 0
  while (line.charCodeAt(count) === 32) count++
  return count
}

function keyOf(text: string): Key | undefined {
  const quoted = text.startsWith('"') ? QUOTED.exec(text)?.[0] : undefined
  const end = quoted?.length ?? text.indexOf(':')
  if (end <= 0 || text[end] !== ':') return undefined
  const source = text.slice(0, end)
  const key = quoted === undefined ? wordOf(source) : unquoted(quoted)
  // A longer key may not stand on one line.
  if (key === undefined || key === '' || end > 1000) return undefined
  if (end + 1 === text.length) return { key, rest: '', source: key }
  return text[end + 1] === ' ' && end + 2 < text.length
    ? { key, rest: text.slice(end + 2), source: key }
    : undefined
}

function scalar(text: string): Plain | undefined {
  if (text.startsWith('"')) return QUOTED.exec(text)?.[0] === text ? unquoted(text) : undefined
  if (text === 'true') return true
  if (text === 'false') return false
  if (text === 'null') return null
  if (text === '[]') return []
  if (text === '{}') return Object.create(null)
  if (NUMBER.test(text)) return String(Number(text)) === text ? Number(text) : undefined
  return wordOf(text)
}

function wordOf(text: string): string | undefined {
  return isPlainWord(text) ? text : undefined
}

function unquoted(text: string): string {
  return text.includes('\\') ? JSON.parse(text) : text.slice(1, -1)
}

function isCollection(value: Plain): boolean {
  return typeof value === 'object' && value !== null
}

function sourceOf(value: Plain, written: string): string {
  return typeof value === 'string' ? value : written
}

/**
 * What `make` reads from a file whose YAML is as we write it, without loading a YAML reader. Undefined for every other
 * file, also for one that `make` refuses: what is wrong with it, the slower way says.
 */
export function readAsOwn<T>(path: string, make: (read: (yaml: string) => OwnYaml) => T): T | undefined {
  try {
    return make((yaml) => {
      const read = readOwnYaml(yaml)
      if (read === undefined) throw new Trouble({ kind: 'data', file: path, message: 'not as we write it' })
      return read
    })
  } catch (error) {
    if (error instanceof Trouble) return undefined
    throw error
  }
}
