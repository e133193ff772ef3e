import type { Value } from '../interview/state.ts'

/** The kinds of note; each file in a notebook is one of them. */
export const NOTE_KINDS = ['session', 'checkin', 'evidence', 'goal', 'form', 'barrier', 'update'] as const

/** One of the kinds of note. */
export type NoteKind = (typeof NOTE_KINDS)[number]

/** The newest format this version reads and writes; kept in `tactful` at the top of every note. */
export const FORMAT = 1

/** A later fact about an earlier note or item, kept in the note that brings it. `on` is a plain day. */
export interface NoteEvent {
  readonly of: string
  readonly what: string
  readonly on: string
  /** The new day of what was moved. */
  readonly to?: string
  /** A check-in only: its new local time (`HH:MM`), and the day it was due before it was moved or skipped. */
  readonly at?: string
  readonly was?: string
  /** A goal only: where it stands, as it was said ("9 of 12"), the ids of the evidence for it, and the goal that takes its place. */
  readonly value?: string
  readonly evidence?: readonly string[]
  readonly goal?: string
  /** How the body of the note refers to it (`G1`); what the person said about it stands there as a quotation. */
  readonly as?: string
  readonly why?: string
}

/** One thing inside a note that later notes can refer to. Its words stand in the body, after its label. */
export interface Item {
  readonly id: string
  /** `evidence`, `promise`, `agreement`, `idea`, `recognition`. */
  readonly kind: string
  /** How the body refers to it: `E1`, `P1`. */
  readonly label?: string
  readonly [fact: string]: unknown
}

/** A reference from a session to an item of evidence, and the label under which the session cites it. */
export interface Cite {
  readonly id: string
  readonly as: string
}

/** Front matter: facts only, no words that stand in the body. Unknown keys are kept and travel along. */
export interface Facts {
  readonly tactful: number
  readonly id: string
  readonly kind: NoteKind
  /** Slug of the person. */
  readonly person: string
  /** Plain day, `YYYY-MM-DD`. */
  readonly date: string
  /** Instant in UTC, ISO. */
  readonly created: string
  readonly title: string
  /** `id@version`. */
  readonly template?: string
  /** Question id -> the text as it was asked. */
  readonly asked?: Readonly<Record<string, string>>
  /** Choices, numbers and dates by question id. */
  readonly choices?: Readonly<Record<string, Value>>
  readonly evidence?: readonly Cite[]
  /** Ids of the goal notes proposed here. */
  readonly goals?: readonly string[]
  readonly items?: readonly Item[]
  readonly events?: readonly NoteEvent[]
  /** Section id -> its heading in the body. */
  readonly sections?: Readonly<Record<string, string>>
  readonly [unknown: string]: unknown
}

/** One stretch of the body: from one level-two heading to the next. `id` is there when the front matter names the heading. */
export interface Section {
  readonly id?: string
  readonly heading: string
  /** Markdown, without the heading, without outer blank lines. */
  readonly text: string
}

/** A note as the program sees it. `lead` is what stands between the title and the first section. */
export interface Note {
  readonly facts: Facts
  readonly lead: string
  readonly sections: readonly Section[]
}

/** A note together with where it lies (relative to the notebook) and its source, which edits splice into. */
export interface StoredNote {
  readonly path: string
  readonly source: string
  readonly note: Note
}

/** A person's file. `slug` is the file name and never moves. */
export interface Person {
  readonly slug: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly role?: string
  /** What the user is to them: mentor, lead or peer. */
  readonly relationship?: 'mentor' | 'lead' | 'peer'
  readonly cadence?: string
  /** Plain day on which the cadence was set; until one was held, check-ins count from it. */
  readonly since?: string
  readonly zone?: string
}
