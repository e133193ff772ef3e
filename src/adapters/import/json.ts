import type { Readable } from 'node:stream'
import { Tokenizer, TokenParser, TokenType } from '@streamparser/json'
import { oneLine } from '../../core/notebook/body.ts'
import { Trouble } from '../../core/problem.ts'
import { MOST_IN_ROW } from './csv.ts'
import { newlines } from './encoding.ts'

/** One entry of a list of objects, flat: keys of objects inside it joined by dots. `line` is where it begins. */
interface Entry {
  readonly line: number
  readonly cells: ReadonlyMap<string, string>
}

/** Objects inside an entry are looked into so far; what lies deeper is left out. */
const DEEPEST_READ = 4
/** Lists and objects inside each other beyond this are refused. */
const DEEPEST = 100

/**
 * Entries of a JSON array of objects, or of JSON Lines, in batches of what one chunk of the file held. Numbers stay as they are
 * written, since long ones lose digits. `refuse` makes the failure for the line on which reading had to stop.
 */
export async function* jsonEntries(
  input: Readable,
  format: 'json' | 'jsonl',
  refuse: (line: number, message: string) => Error,
): AsyncGenerator<readonly Entry[]> {
  const inList = format === 'json' ? 1 : 0
  const tokenizer = new Tokenizer(format === 'json' ? {} : { separator: '' })
  Object.assign(tokenizer, { parseNumber: (text: string) => text })
  const parser = new TokenParser({
    paths: [format === 'json' ? '$.*' : '$'],
    keepStack: false,
    ...(format === 'json' ? {} : { separator: '' }),
  })
  const place = { base: 0, counted: 0, line: 1, chunk: new Uint8Array() as Uint8Array }
  const lineAt = (offset: number): number => {
    const to = Math.max(place.counted, Math.min(offset - place.base, place.chunk.length))
    place.line += newlines(place.chunk.subarray(place.counted, to), to - place.counted)
    place.counted = to
    return place.line
  }
  let depth = 0
  let begun = { line: 1, offset: 0 }
  let last = 0
  let entries: Entry[] = []
  tokenizer.onToken = (found) => {
    last = found.offset
    if (depth === inList && STARTS.has(found.token))
      begun = { line: lineAt(found.offset), offset: found.offset }
    if (OPENS.has(found.token)) depth += 1
    else if (CLOSES.has(found.token)) depth -= 1
    if (depth > DEEPEST)
      throw refuse(lineAt(found.offset), 'lists and objects stand inside each other too deeply here.')
    parser.write(found)
  }
  parser.onValue = ({ value }) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw refuse(begun.line, 'this entry of the list is no object with names and values.')
    }
    entries.push({ line: begun.line, cells: flat(value) })
  }
  const attempt = (work: () => void): void => {
    try {
      work()
    } catch (error) {
      if (error instanceof Trouble) throw error
      const offset = /absolute position "(\d+)"/.exec(error instanceof Error ? error.message : '')?.[1]
      throw refuse(lineAt(offset === undefined ? last : Number(offset)), 'this is no JSON from here on.')
    }
  }
  try {
    for await (const chunk of input as AsyncIterable<Uint8Array>) {
      place.chunk = chunk
      place.counted = 0
      attempt(() => tokenizer.write(chunk))
      lineAt(place.base + chunk.length)
      place.base += chunk.length
      // A text is a token only when it ends, so what has begun since the last one counts as well.
      const isInside = depth > inList
      if (place.base - (isInside ? begun.offset : last) > MOST_IN_ROW) {
        const line = isInside ? begun.line : place.line
        throw refuse(line, 'the entry that begins here is longer than a million characters.')
      }
      if (entries.length > 0) yield entries
      entries = []
    }
    if (depth > 0) throw refuse(place.line, 'the file ends in the middle of the list; it may have been cut.')
    if (!tokenizer.isEnded) attempt(() => tokenizer.end())
  } finally {
    input.destroy()
  }
  if (entries.length > 0) yield entries
}

const OPENS: ReadonlySet<TokenType> = new Set([TokenType.LEFT_BRACE, TokenType.LEFT_BRACKET])
const CLOSES: ReadonlySet<TokenType> = new Set([TokenType.RIGHT_BRACE, TokenType.RIGHT_BRACKET])
const STARTS: ReadonlySet<TokenType> = new Set([
  ...OPENS,
  TokenType.STRING,
  TokenType.NUMBER,
  TokenType.TRUE,
  TokenType.FALSE,
  TokenType.NULL,
])

function flat(entry: object): ReadonlyMap<string, string> {
  const cells = new Map<string, string>()
  const visit = (value: object, before: string, depth: number): void => {
    for (const [key, inner] of Object.entries(value)) {
      const name = oneLine(`${before}${key}`).slice(0, 200)
      if (Array.isArray(inner)) cells.set(name, inner.filter(isPlain).map(String).join(', '))
      else if (isPlain(inner)) cells.set(name, String(inner))
      else if (inner === null) cells.set(name, '')
      else if (typeof inner === 'object' && depth < DEEPEST_READ) visit(inner, `${name}.`, depth + 1)
    }
  }
  visit(entry, '', 1)
  return cells
}

function isPlain(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value)
}
