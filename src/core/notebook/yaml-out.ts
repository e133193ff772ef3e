import { isMap } from '../is-map.ts'
import { Trouble } from '../problem.ts'
import { YAML_LIMIT } from './yaml-own.ts'
import { isPlainWord } from './yaml-word.ts'

// Legal in JSON, not in YAML.
const UNPRINTABLE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g

/**
 * Writes a map as block YAML, one key a line, ending in a newline; an empty map gives no text. Long lines are not folded,
 * and every string that some YAML reader could take for something else is quoted. Keys whose value is undefined are left out.
 */
export function writeYaml(value: object, indent = ''): string {
  return Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .map(([key, inner]) => `${indent}${writeScalar(key)}:${writeAfterColon(inner, indent)}`)
    .join('')
}

/** Like `writeYaml`, for a record that is to be read back. Throws `usage` where it would be too long for that. */
export function writeRecord(value: object): string {
  const text = writeYaml(value)
  if (text.length <= YAML_LIMIT) return text
  throw new Trouble({
    kind: 'usage',
    message: 'Names, links, days and choices are far too long together; nothing was saved.',
    mend: 'Shorten the longest of them.',
  })
}

/** Writes what follows `key:`: a space and the value, or the block on the lines below; ends in a newline. */
export function writeAfterColon(value: unknown, indent: string): string {
  if (isFilled(value)) return `\n${writeBlock(value, `${indent}  `)}`
  return ` ${writeFlow(value)}\n`
}

/** Writes any value on one line, so that it may stand inside `[]` and `{}` too. */
export function writeFlow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(writeInFlow).join(', ')}]`
  if (isMap(value)) {
    const pairs = Object.entries(value).filter(([, inner]) => inner !== undefined)
    return `{${pairs.map(([key, inner]) => `${quote(key)}: ${writeInFlow(inner)}`).join(', ')}}`
  }
  return writeScalar(value)
}

function writeInFlow(value: unknown): string {
  return typeof value === 'string' ? quote(value) : writeFlow(value)
}

function writeBlock(value: readonly unknown[] | Record<string, unknown>, indent: string): string {
  if (!Array.isArray(value)) return writeYaml(value, indent)
  return value.map((item) => writeItem(item, indent)).join('')
}

function writeItem(item: unknown, indent: string): string {
  if (!isFilled(item)) return `${indent}- ${writeFlow(item)}\n`
  // The first line of the block moves up beside its dash.
  return `${indent}- ${writeBlock(item, `${indent}  `).slice(indent.length + 2)}`
}

function writeScalar(value: unknown): string {
  if (typeof value === 'number') return writeNumber(value)
  if (typeof value === 'boolean' || value === null || value === undefined) return String(value ?? null)
  const text = String(value)
  return isPlainWord(text) ? text : quote(text)
}

function writeNumber(value: number): string {
  if (Number.isNaN(value)) return '.nan'
  if (!Number.isFinite(value)) return value > 0 ? '.inf' : '-.inf'
  return JSON.stringify(value)
}

// JSON's quoted strings are YAML's double-quoted ones; JSON.stringify also escapes lone surrogates.
function quote(text: string): string {
  return JSON.stringify(text).replace(
    UNPRINTABLE,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function isFilled(value: unknown): value is readonly unknown[] | Record<string, unknown> {
  if (Array.isArray(value)) return value.length > 0
  return isMap(value) && Object.values(value).some((inner) => inner !== undefined)
}
