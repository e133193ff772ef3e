import { isScalar, isSeq, type Node, type Pair, type Scalar, type YAMLMap } from 'yaml'

/** Reports a mistake at a node of the file, `shift` characters into it. */
export type Say = (node: unknown, message: string, mend: string, shift?: number) => void

/** Whether a node knows where it stands. */
export function hasRange(node: unknown): node is { readonly range: readonly [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
}

/** Reports every key of a map that is not known. */
export function checkKeys(map: YAMLMap, known: readonly string[], say: Say): void {
  for (const pair of map.items as readonly Pair[]) {
    const key = isScalar(pair.key) ? String(pair.key.value) : ''
    if (!known.includes(key)) say(pair.key, `"${key}" is not a key here`, `Known keys: ${known.join(', ')}.`)
  }
}

/** A text and where it stands. */
export interface Text {
  readonly text: string
  readonly node: Scalar
}

/** One text or a list of texts, as a list. */
export function texts(node: unknown, say: Say, key: string): readonly Text[] {
  if (node === undefined || node === null) return []
  const items: readonly unknown[] = isSeq(node) ? node.items : [node]
  const found: Text[] = []
  for (const item of items) {
    if (isScalar(item) && item.value !== null && item.value !== undefined)
      found.push({ text: String(item.value), node: item })
    else
      say(
        item as Node,
        `"${key}" holds words`,
        'Write a list of words or lines, each in quotes where it has signs in it.',
      )
  }
  return found
}

/** The same place counted from the start of the node, its opening quote included. */
export function shiftOf(node: Scalar, at: number): number {
  const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE'
  return at + (quoted ? 1 : 0)
}
