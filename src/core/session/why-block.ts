import { fishboneMermaid, fishboneText } from '../causes/fishbone.ts'
import { treeText, whyTree } from '../causes/tree.ts'
import { find, type Ground, pickedOptions } from '../interview/ground.ts'
import type { GroupQuestion } from '../template/template.ts'
import { type GroupEntry, textIn, wordsOfItem } from './reading.ts'
import { NOTE_WORDS } from './words.ts'

/** The whys of a session: as a tree, then with all causes as a fishbone, in words and as a drawing. Empty where none was asked. */
export function whyBlock(ground: Ground, group: GroupEntry): string {
  const chooser = continuingIn(group.question)
  const causes = chooser === undefined ? undefined : find(ground, [], chooser.continues)
  const roots = causes === undefined ? [] : pickedOptions(ground, causes)
  const whys = group.items.flatMap((item) => {
    const words = wordsOfItem(ground, group, item)
    const of = chooser === undefined ? undefined : textIn(ground, item, chooser.id)
    return words === '' ? [] : [{ key: item.key, words, ...(of === undefined ? {} : { of }) }]
  })
  if (whys.length === 0) return ''
  const open = roots.filter(({ care }) => care === undefined)
  const tree = whyTree(open, whys)
  const words = { head: NOTE_WORDS.fishHead, other: NOTE_WORDS.fishOther }
  return [
    `${NOTE_WORDS.stepByStep}:`,
    treeText(tree),
    `${NOTE_WORDS.fishbone}:`,
    fishboneText(tree, words),
    fishboneMermaid(tree, words),
  ].join('\n\n')
}

function continuingIn({
  questions,
}: GroupQuestion): { readonly id: string; readonly continues: string } | undefined {
  for (const { id, ...question } of questions) {
    if (question.type !== 'choice' || !('continues' in question.options)) continue
    if (question.options.continues !== undefined) return { id, continues: question.options.continues }
  }
  return undefined
}
