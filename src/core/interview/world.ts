import type { Person } from '../notebook/note.ts'
import type { DatePhrases } from '../ports/date-phrases.ts'
import type { Mistake } from '../problem.ts'
import type { Option } from '../template/option.ts'
import type { LineReader } from '../template/template.ts'
import type { Value } from './state.ts'
import type { TheirForms } from './their-view.ts'

/** What an interview may know of the world while it runs: the day, the people, the libraries its choices come from. */
export interface World {
  /** The user's plain day, `YYYY-MM-DD`. */
  readonly today: string
  /** The user's local time of day, `HH:MM`. */
  readonly time: string
  readonly people: readonly Person[]
  readonly dates: DatePhrases
  /** Library id -> its entries as options; the tiers of the team under `settings.tiers`. */
  readonly libraries: Readonly<Record<string, readonly Option[]>>
  /** What the notebook holds about the person, once it was looked up. */
  readonly inbox?: Inbox
  /** The person's own view, as far as the notebook knows of it, once it was looked up. */
  readonly forms?: TheirForms
}

/** Evidence about one person (slug, or the name of somebody new) that a session can cite: unused first, newest first. */
export interface Inbox {
  readonly person: string
  readonly items: readonly NotedItem[]
  /** It could not be read; nothing is known of what was picked before. */
  readonly isUnread?: boolean
  /** Forms whose writer asked that they go no further: the mentor may read them, and none of it can be picked. */
  readonly alone?: readonly AloneForm[]
}

/** A form that came in for the mentor alone: the short id of its note, and the plain day on which it came in. */
export interface AloneForm {
  readonly id: string
  readonly date: string
}

/** One item of evidence as the notebook holds it. */
export interface NotedItem {
  readonly id: string
  /** The note it stands in, relative to the notebook. */
  readonly path: string
  readonly words: string
  /** Plain day. */
  readonly date?: string
  readonly side?: string
  readonly ticket?: string
  readonly link?: string
  readonly source?: string
  readonly area?: string
  /** `unsaid`: it comes from a form that holds no yes to passing it on. */
  readonly consent?: string
  /** A session cites it already. */
  readonly used: boolean
}

/** The way to what the notebook holds about a person. Both may throw `Trouble`. */
export interface InboxDoor {
  /** Everything that can be picked, in the order in which it is offered. */
  of(person: string): Promise<readonly NotedItem[]>
  /** The same item as its file holds it now; undefined when it is not there any more. */
  now(item: NotedItem): Promise<NotedItem | undefined>
  /** Forms about somebody (slug) that are for the mentor alone, the newest first. */
  alone?(person: string): Promise<readonly AloneForm[]>
}

/** One item as read from the lines that were typed: the words as typed, and the fields recognised in them. */
export interface ReadItem {
  readonly line: string
  readonly fields: Readonly<Record<string, Value>>
}

/** What a line reader made of a text: its items in order, and what it could not take (`line` of a mistake counts from 1). */
export interface ReadResult {
  readonly items: readonly ReadItem[]
  readonly mistakes: readonly Mistake[]
}

/** Reads typed or pasted lines into items, by the reader a template names. */
export type ReadLines = (reader: LineReader, text: string, world: World) => Promise<ReadResult>
