import type { Ground } from '../interview/ground.ts'
import type { EvidenceItem } from './evidence-note.ts'
import type { Point } from './point.ts'
import { textIn } from './reading.ts'

/** Ids of tickets as people write them: five digits or more, or letters with a number. */
const TICKET = /(?<![\w/.-])(?:\d{5,8}|[A-Z][A-Z0-9]{1,9}-\d{1,7})(?![\w-]|[.,]\d)/g

/** A ticket that the words of a point name and its evidence does not show; `shown` is the evidence that does, if any. */
interface Unshown {
  readonly ticket: string
  readonly shown?: string
}

/** Tickets named in what is to be said that nothing the point stands on shows. A point that stands on nothing has none. */
export function unshownIn(
  ground: Ground,
  point: Point,
  evidence: readonly EvidenceItem[],
): readonly Unshown[] {
  if (point.cited.length === 0) return []
  const named = new Set([...point.prose.matchAll(TICKET)].map(([ticket]) => ticket))
  return [...named]
    .filter((ticket) => !point.cited.some((one) => shows(ground, one, ticket)))
    .map((ticket) => {
      const other = evidence.find((one) => shows(ground, one, ticket))
      return other === undefined ? { ticket } : { ticket, shown: other.label }
    })
}

function shows(ground: Ground, { words, item }: EvidenceItem, wanted: string): boolean {
  const facts = ['ticket', 'link'].map((id) => textIn(ground, item, id) ?? '')
  return [words, ...facts].some((text) => text.includes(wanted))
}
