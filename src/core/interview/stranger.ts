import type { Trouble } from '../problem.ts'
import type { Plan } from './plan.ts'

/**
 * Refuses to save for somebody who may be there only by a slip, where nobody can be asked: a name close to one that is
 * known, and in a check-in, which is with somebody one knows, any name that is not. Undefined with `isSure` (`--yes`),
 * for somebody known, and for a new name in a preparation.
 */
export async function strangerIn(plan: Plan, isSure: boolean): Promise<Trouble | undefined> {
  if (isSure) return undefined
  const { people } = plan.world
  const asked = plan.spots.find(({ question }) => question.type === 'person')
  const name = asked === undefined ? undefined : plan.values.get(asked.path)
  if (typeof name !== 'string' || people.some(({ slug }) => slug === name)) return undefined
  const { matchPerson, nobodyCalled } = await import('../notebook/people.ts')
  const found = matchPerson(name, people)
  if (found.match !== 'none') return undefined
  const isNeeded = found.near.length > 0 || plan.interview.template.kind === 'checkin'
  return isNeeded ? nobodyCalled(name, found.near) : undefined
}
