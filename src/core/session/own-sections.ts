import type { Facts } from '../notebook/note.ts'

/** What was the mentor's own in notes that do not say so themselves: how to hold the talk, and what could be behind it. */
const OWN_BEFORE = ['talk', 'causes']

/** Ids of the sections of a note that are the mentor's own preparation. */
export function ownSections({ own }: Facts): readonly string[] {
  return Array.isArray(own) ? own.map(String) : OWN_BEFORE
}
