import { type MaskData, maskerFor } from '../importing/masks.ts'
import type { Facts, Person } from '../notebook/note.ts'
import { aliases, SOMEBODY } from './aliases.ts'
import { calledBy, tally, tallyLooks } from './anonymous.ts'
import type { Removal } from './copy.ts'
import { findNames, type Look } from './find-names.ts'
import { strangersIn } from './helpers.ts'
import { nameIndex } from './name-index.ts'
import { replaceSpans } from './replace-names.ts'

/** Takes everybody but one person out of texts, and remembers what it took. */
interface ThirdParties {
  /** The text with aliases for other people and marks for what leads to a customer; links and numbers of tickets stay. */
  clean(text: string): string
  removed(): readonly Removal[]
  /** The aliases that were given, in order. */
  given(): readonly string[]
  looks(): readonly Look[]
}

const MASKS = ['email', 'phone', 'card', 'account'] as const

/** Makes one for what is held about the person of this slug; a name that they share with others is taken for theirs. */
export function thirdParties(people: readonly Person[], slug: string, masks: MaskData): ThirdParties {
  const index = nameIndex(people.map(calledBy))
  const mask = maskerFor(masks)
  const aliasOf = aliases()
  const removals: Removal[] = []
  const looked: Look[] = []
  const given = new Set<string>()
  return {
    clean(text) {
      const { text: masked, masked: counts } = mask(text)
      const { spans, looks } = findNames(index, masked, slug)
      const others = spans.filter(({ keys }) => !keys.includes(slug))
      for (const what of MASKS) removals.push({ what, count: counts[what] ?? 0, why: 'customers' })
      removals.push({ what: 'name', count: others.length, why: 'names' })
      looked.push(...looks)
      return replaceSpans(masked, others, ({ keys, hasS }) => {
        const [only, other] = keys
        const alias = only === undefined || other !== undefined ? SOMEBODY : aliasOf(only)
        given.add(alias)
        return hasS === true ? `${alias}'s` : alias
      })
    },
    removed: () => tally(removals),
    given: () => [...given],
    looks: () => tallyLooks(looked),
  }
}

/** Who has no file and is named by the facts of some notes: who promised something, reviewed a case, or filled in a form about somebody. */
export function namedIn(
  notes: readonly { readonly note: { readonly facts: Facts } }[],
  everyone: readonly Person[],
): readonly Person[] {
  const facts = notes.map(({ note }) => note.facts)
  return strangersIn(facts, everyone.map(calledBy)).map(({ key, names: [name = ''] }) => ({
    ...{ slug: key, name, aliases: [] },
  }))
}
