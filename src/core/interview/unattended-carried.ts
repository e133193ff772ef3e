import { matchIds } from '../notebook/ids.ts'
import type { Mistake } from '../problem.ts'
import { carriedFrom, carriedGroups } from './carry.ts'
import type { Given, GivenMap } from './given.ts'
import type { AnswerPath, Interview } from './state.ts'

/** Name under which an item in a file says which open thing it is about. */
export const OF = 'of'

/** What was given for the items that were carried over, and what fits none of them. */
interface HeldItems {
  readonly held: readonly { readonly path: AnswerPath; readonly map: GivenMap }[]
  readonly used: readonly Given[]
  readonly mistakes: readonly Mistake[]
}

/** Answers about what is open: each names it by the end of its id (`of: q47k3v`), or they come in its order. */
export function heldForCarried(interview: Interview, root: GivenMap): HeldItems {
  const all = carriedGroups(interview.template).map(({ id }) => {
    const given = root.entries.get(id)
    return given === undefined || given.kind === 'none' ? nothing() : heldIn(interview, id, given)
  })
  return {
    held: all.flatMap(({ held }) => held),
    used: all.flatMap(({ used }) => used),
    mistakes: all.flatMap(({ mistakes }) => mistakes),
  }
}

function nothing(): HeldItems {
  return { held: [], used: [], mistakes: [] }
}

function heldIn(interview: Interview, group: string, given: Given): HeldItems {
  const keys = interview.items.get(group) ?? []
  const each = (given.kind === 'list' ? given.items : [given]).map((one, index): HeldItems => {
    const path = `${group}.${index + 1}`
    const refuse = (message: string, mend: string): HeldItems => ({
      ...nothing(),
      used: [one],
      mistakes: [{ ...one.place, path, message, mend }],
    })
    if (one.kind === 'none') return nothing()
    if (one.kind !== 'map')
      return refuse('Each item needs names.', 'Write of: and the end of its id, then its answers.')
    const of = one.entries.get(OF)
    if (of === undefined || of.kind === 'none') {
      const key = keys[index]
      if (key !== undefined)
        return { ...nothing(), held: [{ path: `${group}/${key}`, map: one }], used: [one] }
      return refuse(`Only ${keys.length} ${keys.length === 1 ? 'is' : 'are'} open.`, 'Leave this one out.')
    }
    const key = of.kind === 'text' ? keyOf(interview, group, keys, of.text) : undefined
    if (key !== undefined)
      return { ...nothing(), held: [{ path: `${group}/${key}`, map: one }], used: [one, of] }
    const typed = of.kind === 'text' ? of.text : ''
    const mend = keys.length === 0 ? 'Nothing is open here.' : `Open here: ${keys.join(', ')}.`
    return { ...refuse(`Nothing that is open has an id that ends in "${typed}".`, mend), used: [one, of] }
  })
  return {
    held: each.flatMap(({ held }) => held),
    used: [given, ...each.flatMap(({ used }) => used)],
    mistakes: each.flatMap(({ mistakes }) => mistakes),
  }
}

function keyOf(
  interview: Interview,
  group: string,
  keys: readonly string[],
  typed: string,
): string | undefined {
  const named = keys.find((key) => key === typed.trim().toLowerCase())
  if (named !== undefined) return named
  const ids = keys.map((key) => carriedFrom(interview, group, key) ?? '')
  const [only, ...others] = matchIds(typed, ids)
  return only === undefined || others.length > 0 ? undefined : keys[ids.indexOf(only)]
}
