import type { Ground } from '../interview/ground.ts'
import { itemLine } from '../notebook/items.ts'
import type { Item } from '../notebook/note.ts'
import { defined } from './facts.ts'
import { type GroupEntry, textIn, wordsOfItem } from './reading.ts'
import { NOTE_WORDS } from './words.ts'

/** Something that went well and was said. */
export interface RecognitionItem {
  readonly id: string
  /** `R1`. */
  readonly label: string
  readonly group: GroupEntry
  readonly words: string
  /** How it was said: `private`, `team` or `formal`. */
  readonly how?: string
}

/** Every recognition that has words, in order. */
export function recognitionItems(
  ground: Ground,
  groups: readonly GroupEntry[],
  ids: () => string,
): readonly RecognitionItem[] {
  const all = groups.flatMap((group) =>
    group.items.map((item) => ({ group, item, words: wordsOfItem(ground, group, item) })),
  )
  return all
    .filter(({ words }) => words !== '')
    .map(({ group, item, words }, index) => ({
      ...{ id: ids(), label: `R${index + 1}`, group, words },
      ...defined({ how: textIn(ground, item, 'how') }),
    }))
}

/** A recognition as a fact; `date` is the plain day on which it was said. */
export function recognitionFacts({ id, label, how }: RecognitionItem, date: string): Item {
  return { id, kind: 'recognition', label, date, ...defined({ how }) }
}

/** A recognition as a line of the note. */
export function recognitionLine({ label, words, how }: RecognitionItem): string {
  const said = how === 'team' || how === 'formal' ? ` (${NOTE_WORDS.said[how]})` : ''
  return itemLine(label, [], `${words}${said}`)
}
