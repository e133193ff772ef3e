import type { Context } from '../ports.ts'
import type { OpenDoor } from './carry.ts'

/**
 * What is open with somebody in the notebook at `root`; for a talk what was prepared in the session with the id `session`. Nothing is
 * loaded or read before it is asked for.
 */
export function openDoor(context: Context, root: string, session?: string): OpenDoor {
  if (session !== undefined) {
    return { of: async () => (await import('../talk/things.ts')).talkThings(context, root, session) }
  }
  return { of: async (person) => (await import('./open-things.ts')).openFor(context, root, person) }
}
