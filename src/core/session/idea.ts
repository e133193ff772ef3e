import type { Ground } from '../interview/ground.ts'
import { itemLine } from '../notebook/items.ts'
import type { Item } from '../notebook/note.ts'
import { defined } from './facts.ts'
import { type GroupEntry, textIn, wordsOfItem } from './reading.ts'
import { NOTE_WORDS } from './words.ts'

/** An idea how the work itself could go better, from somebody who does it. */
export interface IdeaItem {
  readonly id: string
  /** `I1`. */
  readonly label: string
  readonly group: GroupEntry
  readonly words: string
  /** Who takes it further, as it was typed. */
  readonly owner?: string
  /** What happens first. */
  readonly next?: string
}

/** Every idea that has words, in order; `owner` and `next` are read from nested questions of these names. */
export function ideaItems(
  ground: Ground,
  groups: readonly GroupEntry[],
  ids: () => string,
): readonly IdeaItem[] {
  const all = groups.flatMap((group) =>
    group.items.map((item) => ({ group, item, words: wordsOfItem(ground, group, item) })),
  )
  return all
    .filter(({ words }) => words !== '')
    .map(({ group, item, words }, index) => ({
      ...{ id: ids(), label: `I${index + 1}`, group, words },
      ...defined({ owner: textIn(ground, item, 'owner'), next: textIn(ground, item, 'next') }),
    }))
}

/** An idea as a fact of its note. */
export function ideaFacts({ id, label, owner, next }: IdeaItem): Item {
  return { id, kind: 'idea', label, ...defined({ owner, next }) }
}

/** An idea as a line of the note; who takes it further and what comes first stand below its words. */
export function ideaLine({ label, words, owner, next }: IdeaItem): string {
  const further = [
    ...(owner === undefined ? [] : [NOTE_WORDS.owner(owner)]),
    ...(next === undefined ? [] : [NOTE_WORDS.next(next)]),
  ]
  return itemLine(label, [], [words, ...(further.length === 0 ? [] : [further.join(' ')])].join('\n'))
}
