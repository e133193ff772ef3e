import type { NoteKind, Section } from '../notebook/note.ts'

/** Whom a copy is for: the mentor, the person it is about, or somebody who leads the team. */
export type Reader = 'mentor' | 'person' | 'lead'

/** One note as it leaves. All its words are Markdown and have been cleaned of what this reader must not see. */
export interface SharedCopy {
  readonly reader: Reader
  /** Id of the note; a lead's copy holds none of the notebook's ids: there it is `N1`, `N2`. */
  readonly id: string
  readonly kind: NoteKind
  /** Plain day. */
  readonly date: string
  /** Display name, or what stands for it. */
  readonly person: string
  readonly title: string
  /** What stands between the title and the first heading. */
  readonly lead: string
  readonly sections: readonly Section[]
  /** Each section but the first begins on a page of its own, where there are pages. */
  readonly onPages?: true
  /** The words of whoever reads it, as they filled in a form: nothing has to be explained to them. */
  readonly isTheirs?: true
  /** Evidence, goals, promises and agreements, with what became of them. */
  readonly items: readonly SharedItem[]
  /** What was taken out, counted. */
  readonly removed: readonly Removal[]
}

/** One thing of a note in one row. */
export interface SharedItem {
  readonly id: string
  readonly kind: string
  /** As the note cites it: `E1`. */
  readonly label?: string
  /** Plain day on which it happened. */
  readonly date?: string
  /** Plain day by which it is to be done. */
  readonly by?: string
  readonly state?: string
  readonly side?: string
  readonly source?: string
  readonly area?: string
  readonly ticket?: string
  readonly link?: string
  readonly words: string
}

/** What was taken out of a copy, how often, and the key of the reason, which the view words. */
export interface Removal {
  readonly what:
    | 'private'
    | 'own'
    | 'name'
    | 'email'
    | 'phone'
    | 'card'
    | 'account'
    | 'number'
    | 'link'
    | 'free-text'
  readonly count: number
  readonly why: string
}
