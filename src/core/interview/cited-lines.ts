import type { GroupQuestion } from '../template/template.ts'
import { type Ground, itemSource, optionsOf } from './ground.ts'
import type { ReadItem } from './world.ts'

/** Lines whose labels of evidence (`E2`) are now the keys of its items; a label that nothing has is told, with the line it stands in. */
export function withCited(
  ground: Ground,
  group: GroupQuestion,
  items: readonly ReadItem[],
): { readonly items: readonly ReadItem[] } | { readonly mistake: string; readonly mend: string } {
  const chooser = group.questions.find((one) => one.type === 'choices' && itemSource(one) !== undefined)
  if (chooser === undefined) return { items }
  const offered = optionsOf(ground, [], chooser)
  const found: ReadItem[] = []
  for (const item of items) {
    const labels = item.fields[chooser.id]
    if (typeof labels !== 'object') {
      found.push(item)
      continue
    }
    const unknown = labels.find((label) => !offered.some(({ note }) => note === label))
    if (unknown !== undefined) {
      const known = offered.map(({ note }) => note).join(', ')
      const mend = known === '' ? 'Leave the mark out.' : `There is ${known}.`
      return { mistake: `No evidence is called ${unknown}.`, mend }
    }
    const keys = offered
      .filter(({ note }) => labels.some((label) => label === note))
      .map(({ value }) => value)
    found.push({ ...item, fields: { ...item.fields, [chooser.id]: keys } })
  }
  return { items: found }
}
