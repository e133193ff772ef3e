import type { BesideRow } from '../forms/beside.ts'
import { NOTE_WORDS } from './words.ts'

/** Two views of the same work as a list: what they wrote, below it what was seen of the same case; then what only one of the two has. */
export function besideBlock(rows: readonly BesideRow[], name: string): string {
  return rows
    .flatMap(({ theirs, ours }) =>
      theirs === undefined
        ? ours.map((line) => `- ${NOTE_WORDS.onlySeen}: ${line}`)
        : [`- ${name}: ${theirs}`, ...ours.map((line) => `  - ${NOTE_WORDS.seen}: ${line}`)],
    )
    .join('\n')
}
