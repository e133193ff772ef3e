import type { Context } from '../ports.ts'
import type { OpenDoor } from './carry.ts'

/** What is open with somebody in the notebook at `root`. Nothing is loaded or read before it is asked for. */
export function openDoor(context: Context, root: string): OpenDoor {
  return { of: async (person) => (await import('./open-things.ts')).openFor(context, root, person) }
}
