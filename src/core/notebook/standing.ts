/** Something promised or agreed that is still open. `by` is its day after every move. */
export interface OpenItem {
  readonly id: string
  readonly kind: string
  readonly words: string
  readonly by?: string
  /** Day and path of the note it stands in. */
  readonly from: string
  readonly path: string
}

/** A goal that is proposed or agreed and not yet met, changed or dropped. */
export interface OpenGoal {
  readonly id: string
  readonly title: string
  readonly status: 'proposed' | 'agreed'
  readonly by?: string
  readonly path: string
}

/** An item of evidence that no session cites yet. */
export interface UnusedEvidence {
  readonly id: string
  readonly date: string
  readonly side?: string
  readonly path: string
}

/**
 * What is open with one person and what happened last: the fold of all events about their notes. It does not depend on
 * the day it is asked; days are plain, `YYYY-MM-DD`, and absent where nothing of the kind happened yet.
 */
export interface Standing {
  readonly person: string
  readonly promises: readonly OpenItem[]
  readonly agreements: readonly OpenItem[]
  readonly goals: readonly OpenGoal[]
  readonly unused: readonly UnusedEvidence[]
  readonly notes: number
  readonly lastSession?: string
  readonly lastCheckin?: string
  /** The next check-in where a note or a later event names one, with its time of day if any. */
  readonly nextCheckin?: { readonly on: string; readonly at?: string; readonly path: string }
  /** When something that went well was last said: a recognition, or a strength in a session that was held. */
  readonly lastPraise?: string
}
