import type { BesideRow } from '../forms/beside.ts'
import { NOTE_WORDS } from './words.ts'

/**
 * Two views of the same case as a list: what they wrote, below it what was seen; then what was seen besides, which says nothing about what they left out. `cited` are the marks
 * of the evidence that the note lists: whatever else was gathered stays out of it.
 */
export function besideBlock(rows: readonly BesideRow[], cited: ReadonlySet<string>, name: string): string {
  const isCited = (line: string) => cited.has(/\[E\d+\]$/.exec(line)?.[0] ?? '')
  return rows
    .map(({ theirs, ours }) => ({ theirs, ours: ours.filter(isCited) }))
    .filter(({ ours }) => ours.length > 0)
    .flatMap(({ theirs, ours }) =>
      theirs === undefined
        ? ours.map((line) => `- ${NOTE_WORDS.alsoSeen}: ${line}`)
        : [`- ${name}: ${theirs}`, ...ours.map((line) => `  - ${NOTE_WORDS.seen}: ${line}`)],
    )
    .join('\n')
}
