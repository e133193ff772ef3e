import type { Context } from '../ports.ts'
import type { FormsDoor } from './their-view.ts'

/** Somebody's own view in the notebook at `root`. Nothing is loaded or read before it is asked for. */
export function formsDoor(context: Context, root: string): FormsDoor {
  return {
    of: async (person) => (await import('../forms/theirs.ts')).theirForms(context, root, person),
    read: async (text, person, form) =>
      (await import('../forms/theirs.ts')).readTheirs(context, root, { text, person, form }),
  }
}
