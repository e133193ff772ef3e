import type { NoteFiles, NoteHead, NoteIndex } from '../../ports.ts'
import { loadNotes } from '../load.ts'
import type { StoredNote } from '../note.ts'
import { foldStanding } from '../standing.ts'
import { digestEvidence, digestOf } from './digest.ts'

/**
 * An index that reads every note anew and keeps nothing: what the real one has to agree with, and what is used where
 * nothing can be kept. Failures are those of the files.
 */
export async function plainIndex(files: NoteFiles): Promise<NoteIndex> {
  const { found, bad } = await loadNotes(files)
  const byPath = new Map(found.map((stored) => [stored.path, stored]))
  const some = (heads: readonly NoteHead[]): readonly StoredNote[] =>
    heads.flatMap(({ path }) => byPath.get(path) ?? [])
  const folded = foldStanding(found.map(digestOf))
  return {
    heads: found.map(headOf),
    bad,
    facts: async (heads) => some(heads).map(({ note }) => note.facts),
    notes: async (heads) => some(heads),
    digests: async (heads) => some(heads).map(digestOf),
    evidence: async (heads) => some(heads).map(digestOf).flatMap(digestEvidence),
    standing: async () => new Map([...folded].map(([slug, { standing }]) => [slug, standing])),
    states: async (person) => folded.get(person)?.states ?? new Map(),
  }
}

/** What the index knows of a note without opening it again. */
export function headOf({ path, note }: Pick<StoredNote, 'path' | 'note'>): NoteHead {
  const { id, kind, person, date, created, title, template } = note.facts
  const head = { path, id, kind, person, date, created, title }
  return template === undefined ? head : { ...head, template }
}
