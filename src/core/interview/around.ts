import type { QuestionScreen } from '../ports/asker.ts'
import type { Plan, Spot } from './plan.ts'

/** What an item that was carried over says of itself: its words, and what is known of it. */
interface Around {
  readonly words: string
  readonly about?: string
  /** It is on the agenda of a talk. */
  readonly isTopic: boolean
}

/** The item that was carried over and that holds the group a question belongs to; undefined where there is none. */
export function aroundOf(plan: Plan, { scope }: Spot): Around | undefined {
  for (const prefix of scope.slice(1)) {
    const group = plan.questions.get(prefix.split('/').slice(0, -1).join('/'))
    if (group?.type !== 'group' || group.carries === undefined) continue
    const [words, about] = ['text', 'about'].map((name) => plan.values.get(`${prefix}/${name}`))
    if (words === undefined) continue
    const isTopic = group.carries === 'agenda'
    return {
      words: String(words),
      isTopic,
      ...(about === undefined || about === '' ? {} : { about: String(about) }),
    }
  }
  return undefined
}

/**
 * A question inside such an item stands under the item's words. What is known of it, the help and the examples are there for the first
 * note; somebody who goes on noting while they listen has no eye for them.
 */
export function withAround(plan: Plan, spot: Spot, screen: QuestionScreen): QuestionScreen {
  const around = aroundOf(plan, spot)
  if (around === undefined) return screen
  const prepared = around.isTopic && around.about !== undefined ? { prepared: around.about } : {}
  if ((spot.item?.index ?? 1) === 1) {
    return {
      ...screen,
      ...prepared,
      item: around.words,
      context: around.about === undefined ? [] : [around.about],
    }
  }
  const { help: _read, ...rest } = screen
  return { ...rest, ...prepared, item: around.words, context: [], examples: [] }
}
