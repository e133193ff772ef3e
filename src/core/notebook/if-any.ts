import type { NoteFiles } from '../ports/note-files.ts'
import type { Context } from '../ports.ts'
import { Trouble } from '../problem.ts'

/** The notebook for reading, or undefined where there is none yet. */
export async function notebookIfAny(context: Pick<Context, 'notebook'>): Promise<NoteFiles | undefined> {
  try {
    return await context.notebook()
  } catch (error) {
    if (error instanceof Trouble && error.problem.kind === 'no-notebook') return undefined
    throw error
  }
}
