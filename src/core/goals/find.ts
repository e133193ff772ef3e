import { findById, matchIds, shortId } from '../notebook/ids.ts'
import type { NoteHead, NoteIndex } from '../ports/index-files.ts'
import { Trouble } from '../problem.ts'

/** The note of the one goal whose id ends in what was typed. Throws `unknown` or `ambiguous`, and `usage` where it is another note. */
export function findGoal(index: NoteIndex, typed: string): NoteHead {
  const goals = index.heads.filter(({ kind }) => kind === 'goal')
  const ids = goals.map(({ id }) => id)
  const other = matchIds(typed, ids).length > 0 ? undefined : otherNote(index, typed)
  if (other !== undefined) {
    throw new Trouble({
      kind: 'usage',
      message: `${shortId(other.id)} is no goal; its title is "${other.title}".`,
      mend: 'See your goals: tactful goal list',
    })
  }
  return findById(typed, goals, 'note')
}

function otherNote(index: NoteIndex, typed: string): NoteHead | undefined {
  const [only, ...more] = matchIds(typed, [...new Set(index.heads.map(({ id }) => id))])
  return more.length > 0 ? undefined : index.heads.find(({ id }) => id === only)
}
