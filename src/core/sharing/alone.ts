import { consentKept } from '../forms/consent.ts'
import type { StoredNote } from '../notebook/note.ts'
import { Trouble } from '../problem.ts'
import type { Chosen } from './choose.ts'
import type { Known } from './items.ts'

/** What of these notes may go to somebody else: no form whose writer said no to that. Throws `usage` where nothing is left. */
export function withoutAlone(chosen: Chosen): Chosen {
  const notes = chosen.notes.filter(({ note }) => consentKept(note.facts) !== 'no')
  if (notes.length > 0 || chosen.notes.length === 0) return { ...chosen, notes }
  throw new Trouble({
    kind: 'usage',
    message: 'Whoever wrote this asked that it is not passed on. It stays with you.',
    mend: 'To read it yourself: tactful show ID --private',
  })
}

/** How many things in these notes come from a form that holds no yes to passing them on; each is counted once. */
export function unsaidIn(notes: readonly StoredNote[], { items }: Pick<Known, 'items'>): number {
  const found = notes.flatMap(({ note: { facts } }) => {
    const held = [...(facts.evidence ?? []), ...(facts.items ?? [])].map(({ id }) => id)
    const unsaid = held.filter((id) => items.get(id)?.item.consent === 'unsaid')
    return consentKept(facts) === 'unsaid' ? [facts.id, ...unsaid] : unsaid
  })
  return new Set(found).size
}
