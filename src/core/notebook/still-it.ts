import { Trouble } from '../problem.ts'
import { parseNote } from './codec.ts'
import type { Facts } from './note.ts'

/** What other notes rely on. */
const RELIED_ON = ['id', 'kind', 'person'] as const

/** Throws `data` where the text of a note cannot be read, or where what other notes rely on is no longer as it was. `path` names it in messages. */
export function checkStillIt(text: string, path: string, was: Pick<Facts, 'id' | 'kind' | 'person'>): void {
  const { facts } = parseNote(text, path).note
  for (const key of RELIED_ON) {
    if (facts[key] === was[key]) continue
    const message = `"${key}" has to stay ${was[key]}, because other notes rely on it`
    throw new Trouble({ kind: 'data', file: path, message })
  }
}
