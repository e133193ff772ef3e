import type { Person } from '../notebook/note.ts'
import type { DatePhrases } from '../ports.ts'
import type { Mistake } from '../problem.ts'
import type { LineReader, Option } from '../template/template.ts'
import type { Value } from './state.ts'

/** What an interview may know of the world while it runs: the day, the people, the libraries its choices come from. */
export interface World {
  /** The user's plain day, `YYYY-MM-DD`. */
  readonly today: string
  /** The user's local time of day, `HH:MM`. */
  readonly time: string
  readonly people: readonly Person[]
  readonly dates: DatePhrases
  /** Library id -> its entries as options. */
  readonly libraries: Readonly<Record<string, readonly Option[]>>
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
