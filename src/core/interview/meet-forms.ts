import { Trouble } from '../problem.ts'
import { personIn } from './meet-inbox.ts'
import type { Spot } from './plan.ts'
import type { Interview } from './state.ts'
import { asksForView, type FormsDoor } from './their-view.ts'
import type { World } from './world.ts'

/**
 * The world with the forms of the person's own view in it, looked up where that is about to be asked for, or where `isDue`
 * says so; the same world where there is nothing to look up. A notebook that cannot be looked through holds none.
 */
export async function withForms(
  world: World,
  interview: Interview,
  door: FormsDoor | undefined,
  spot: Spot | undefined,
): Promise<World> {
  const person = personIn(interview)
  if (door === undefined || person === undefined || world.forms?.person === person) return world
  if (spot === undefined || (spot.question.type !== 'form' && !asksForView(spot.question))) return world
  try {
    return { ...world, forms: await door.of(person) }
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    return { ...world, forms: { person, asked: [], received: [] } }
  }
}
