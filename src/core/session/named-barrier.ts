import type { Ground } from '../interview/ground.ts'
import { namedIn, peopleFor } from '../sharing/named.ts'
import type { BarrierItem } from './barrier-note.ts'
import { textIn } from './reading.ts'

/** A barrier that names somebody whom the notebook knows, and the names as they stand there. */
interface NamedBarrier {
  readonly barrier: string
  readonly names: readonly string[]
}

/** The barriers that name the person or somebody else of the notebook, though their notes go to somebody else; their owners may be named. */
export function barriersNaming(ground: Ground, barriers: readonly BarrierItem[]): readonly NamedBarrier[] {
  const people = peopleFor(ground)
  return barriers.flatMap(({ words, item, owner }) => {
    const told = (['since', 'effect', 'ask'] as const).map((id) => textIn(ground, item, id) ?? '')
    const names = namedIn(people, [words, ...told].join('\n'), owner)
    return names.length === 0 ? [] : [{ barrier: words, names }]
  })
}
