import {
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml'
import type { Mistake, Place } from '../problem.ts'

/** Where in a value something is: keys and indices from the root. */
export type ValuePath = readonly PropertyKey[]

/** A YAML file as read: its plain value, and where each part of it stands. */
export interface Source {
  readonly value: unknown
  /** Place of the value at a path; of the nearest thing around it when there is none. */
  at(path: ValuePath): Place
  /** Place of the key that a path ends in. */
  atKey(path: ValuePath): Place
  /** A plain value as it was written, before YAML took it for a number or a date. */
  written(path: ValuePath): string | undefined
}

const MOST_CHARACTERS = 300_000
const DEEPEST = 40
const RESERVED = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Reads YAML that somebody wrote by hand. Gives mistakes instead of throwing: what is too large or too deep is refused before it is
 * parsed, aliases are refused (they can blow a small file up), and a key given twice is a mistake.
 */
export function readSource(
  text: string,
  file: string,
): { source: Source } | { mistakes: readonly Mistake[] } {
  const refusal = tooMuch(text)
  if (refusal !== undefined) return { mistakes: [{ file, line: 1, column: 1, ...refusal }] }
  const counter = new LineCounter()
  const doc = parseDocument(text, { lineCounter: counter, prettyErrors: false, logLevel: 'error' })
  const place = (offset: number): Place => {
    const { line, col } = counter.linePos(offset)
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  if (doc.errors.length > 0) return { mistakes: syntaxMistakes(text, doc.errors, place) }
  const mistakes: Mistake[] = []
  visit(doc, {
    Alias: (_, node) => {
      mistakes.push({
        ...place(node.range?.[0] ?? 0),
        message: `An alias (*${node.source}) stands here.`,
        mend: 'Write the words out; aliases are not read.',
      })
    },
    Pair: (_, pair) => {
      if (!isScalar(pair.key)) {
        const offset = isNode(pair.key) ? (pair.key.range?.[0] ?? 0) : 0
        mistakes.push({
          ...place(offset),
          message: 'A key has to be a plain word.',
          mend: 'Put it in quotes.',
        })
      } else if (RESERVED.has(String(pair.key.value))) {
        const message = `"${pair.key.value}" cannot be used as a name.`
        mistakes.push({ ...place(pair.key.range?.[0] ?? 0), message, mend: 'Choose another one.' })
      }
    },
  })
  if (mistakes.length > 0) return { mistakes }
  const root = doc.contents
  return {
    source: {
      value: doc.toJS({ maxAliasCount: 0 }) as unknown,
      at: (path) => place(offsetOf(root, path, 'value')),
      atKey: (path) => place(offsetOf(root, path, 'key')),
      written: (path) => {
        const node = doc.getIn(path, true)
        return isScalar(node) ? (node.source ?? undefined) : undefined
      },
    },
  }
}

/**
 * One mistake breaks the lines after it too, often all of them: the first of each line is told, of those that say only that
 * something cannot be read the first of all, and where tabs are the cause, only the tabs.
 */
function syntaxMistakes(
  text: string,
  errors: readonly { readonly code: string; readonly pos: readonly [number, number] }[],
  place: (offset: number) => Place,
): readonly Mistake[] {
  const tabs = [...text.matchAll(/^ *\t(?=[ \t]*\S)/gm)]
  const first = place(errors[0]?.pos[0] ?? 0).line ?? 0
  if (tabs.some((tab) => Math.abs((place(tab.index).line ?? 0) - first) <= 1)) {
    return tabs.map((tab) => ({ ...place(tab.index + tab[0].length - 1), ...reword('TAB_AS_INDENT') }))
  }
  const told = new Map<number, Mistake>()
  for (const { code, pos } of errors) {
    const where = place(pos[0])
    const line = where.line ?? 0
    const words = reword(code)
    const isEcho =
      words.message === UNREADABLE && [...told.values()].some(({ message }) => message === UNREADABLE)
    if (!told.has(line) && !isEcho) told.set(line, { ...where, ...words })
  }
  return [...told.values()]
}

function tooMuch(text: string): { message: string; mend: string } | undefined {
  if (text.length > MOST_CHARACTERS) {
    const message = `The file has ${text.length} characters; at most ${MOST_CHARACTERS} are read.`
    return { message, mend: 'Several smaller files will do.' }
  }
  if (deepest(text) > DEEPEST) {
    return {
      message: `It is nested more than ${DEEPEST} levels deep.`,
      mend: 'Flatten it; a template needs far fewer levels.',
    }
  }
  return undefined
}

/** An upper bound on the nesting, found without parsing: indentation that grows, dashes in a row, open brackets. */
function deepest(text: string): number {
  let most = 0
  let open = 0
  const indents: number[] = []
  for (const line of text.split('\n')) {
    const lead = /^ */.exec(line)?.[0].length ?? 0
    if (lead === line.trimEnd().length) continue
    while (indents.length > 0 && (indents.at(-1) ?? 0) >= lead) indents.pop()
    indents.push(lead)
    const dashes = /^(?:[-?:]\s+)*/.exec(line.slice(lead))?.[0].split(/\s+/).length ?? 1
    for (const mark of line.match(/[[\]{}]/g) ?? []) {
      open = mark === '[' || mark === '{' ? open + 1 : Math.max(0, open - 1)
      most = Math.max(most, open)
    }
    most = Math.max(most, indents.length + dashes - 1)
  }
  return most
}

function offsetOf(root: Node | null, path: ValuePath, end: 'key' | 'value'): number {
  let node: unknown = root
  let offset = root?.range?.[0] ?? 0
  for (const [index, step] of path.entries()) {
    const last = index === path.length - 1
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step))
      if (!isPair(pair) || !isScalar(pair.key)) return offset
      node = pair.value
      const keyOffset = pair.key.range?.[0] ?? offset
      const empty = !isNode(node) || (isScalar(node) && node.range?.[0] === node.range?.[1])
      offset = (last && end === 'key') || empty ? keyOffset : nodeOffset(node, keyOffset)
    } else if (isSeq(node)) {
      node = node.items[Number(step)]
      offset = nodeOffset(node, offset)
    } else return offset
  }
  return offset
}

function nodeOffset(node: unknown, otherwise: number): number {
  return isNode(node) && !isAlias(node) ? (node.range?.[0] ?? otherwise) : otherwise
}

const UNREADABLE = 'This is not readable as YAML.'

/** The parser's own sentences speak of nodes and tokens; these speak of what one sees. */
function reword(code: string): { message: string; mend: string } {
  switch (code) {
    case 'DUPLICATE_KEY':
      return { message: 'This key is given twice.', mend: 'Keep one of the two.' }
    case 'TAB_AS_INDENT':
      return { message: 'A tab is used to indent.', mend: 'Indent with spaces.' }
    case 'BAD_INDENT':
      return { message: 'The indentation does not fit.', mend: 'Line it up with the lines around it.' }
    case 'MISSING_CHAR':
      return {
        message: 'A closing quote, bracket or comma is missing.',
        mend: 'Close what was opened before this place.',
      }
    case 'MULTILINE_IMPLICIT_KEY':
    case 'BLOCK_AS_IMPLICIT_KEY':
      return {
        message: 'This line cannot be told apart into key and value.',
        mend: 'Put words that contain ": " or begin with a sign in quotes.',
      }
    case 'MULTIPLE_DOCS':
      return { message: 'A second document begins here (---).', mend: 'Keep one document in the file.' }
    default:
      return { message: UNREADABLE, mend: 'Look for a missing quote, colon or space.' }
  }
}
