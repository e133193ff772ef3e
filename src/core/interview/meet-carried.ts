import { carriedFor, carriedGroups, carryStep, type OpenDoor } from './carry.ts'
import { personIn } from './meet-inbox.ts'
import type { Interview, Step } from './state.ts'

/**
 * The step that carries over what is open, as soon as it is known whom an interview is about, and again for somebody else;
 * undefined where there is nothing to do. Throws what the door throws.
 */
export async function carriedNow(
  interview: Interview,
  door: OpenDoor | undefined,
): Promise<Step | undefined> {
  if (door === undefined || carriedGroups(interview.template).length === 0) return undefined
  const person = personIn(interview)
  if (person === undefined || carriedFor(interview) === person) return undefined
  return carryStep(interview, person, await door.of(person))
}
