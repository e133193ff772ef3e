import type { Digest } from '../notebook/index/digest.ts'
import type { Found, Search } from '../notebook/index/search.ts'
import type { Listed } from '../notebook/listing.ts'
import type { Facts, NoteKind, StoredNote } from '../notebook/note.ts'
import type { Query } from '../notebook/query.ts'
import type { ItemState, Standing } from '../notebook/standing.ts'
import type { Problem } from '../problem.ts'
import type { TrendFacts } from '../trends/fold.ts'

/** What the index knows of a note without opening it. */
export interface NoteHead {
  readonly path: string
  readonly id: string
  readonly kind: NoteKind
  readonly person: string
  /** Plain day. */
  readonly date: string
  /** ISO instant, UTC. */
  readonly created: string
  readonly title: string
  /** `id@version`. */
  readonly template?: string
}

/**
 * Everything the notebook's notes say, brought up to date with the files when it was opened; derived, never written to
 * the notebook. Notes come in the order of their paths.
 */
export interface NoteIndex {
  readonly heads: readonly NoteHead[]
  /** Everybody a note is about, each once, by slug. Cheaper than asking all heads. */
  readonly people: readonly { readonly person: string }[]
  /** One problem for each file that is no whole note. */
  readonly bad: readonly Problem[]
  /** The notes about one person; no other is looked at. */
  about(person: string): readonly NoteHead[]
  /** The notes that fit by what every row tells, newest first, as many as the query's limit; and how many fit in all. */
  newest(query: Query): { readonly heads: readonly NoteHead[]; readonly all: number }
  /** The front matter of some notes, in the order given. */
  facts(heads: readonly NoteHead[]): Promise<readonly Facts[]>
  /** Some notes as their files hold them, in the order given: `source` and parsed `note`, read from the notebook itself. */
  notes(heads: readonly NoteHead[]): Promise<readonly StoredNote[]>
  /** Front matter, the words of the items and the text of a goal, of some notes in the order given; no note is opened. */
  digests(heads: readonly NoteHead[]): Promise<readonly Digest[]>
  /** The items of evidence of some notes, each with its words, as lists show them. */
  evidence(heads: readonly NoteHead[]): Promise<readonly Listed[]>
  /** What is open and what happened last, person by person, folded from all events; by slug. */
  standing(): Promise<ReadonlyMap<string, Standing>>
  /** What became of every goal, promise and agreement of one person, by id; closed ones too. */
  states(person: string): Promise<ReadonlyMap<string, ItemState>>
  /** What trends need of all notes, folded. */
  trends(): Promise<TrendFacts>
  /** Notes whose words match, best first. For the words around a match, see `snippetFor`. */
  search(search: Search): Promise<Found>
}
