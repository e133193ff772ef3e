/** What kind of thing is wrong in a notebook. */
export type ComplaintKind =
  | 'unreadable'
  | 'twice'
  | 'open'
  | 'strange'
  | 'leftover'
  | 'kept'
  | 'alike'
  | 'dangling'
  | 'future'
  | 'differing'
  | 'draft'
  | 'old'
  | 'index'
  | 'shared'
  | 'broken'

/** One thing that is wrong in a notebook: where, what, and how to put it right. */
export interface Complaint {
  readonly kind: ComplaintKind
  /** Relative to the notebook; empty where it is about no one file. */
  readonly path: string
  readonly message: string
  readonly mend?: string
  /** What `doctor --fix` does about it; absent where a person has to decide. */
  readonly fix?: Fix
}

/** A change that can lose nothing. `mode` is the permission bits a file or folder is to have. */
export type Fix =
  | { readonly fix: 'mode'; readonly mode: number }
  | { readonly fix: 'remove' }
  | { readonly fix: 'index' }
