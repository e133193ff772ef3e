import type { SharedCopy } from '../sharing/copy.ts'
import type { CalendarEntry, TalkTime } from './calendar.ts'
import type { TitledEntry } from './calendar-file.ts'

/** The formats in which copies leave, in the order in which help names them. */
export const FORMAT_IDS = ['md', 'html', 'docx', 'csv', 'json', 'ics'] as const

/** One of the formats. */
export type FormatId = (typeof FORMAT_IDS)[number]

/** What a format needs besides the copies. */
export interface FormatGround {
  /** When it is written: ISO, UTC. */
  readonly now: string
  /** The title of a file with several copies; one that stands alone has its own. */
  readonly title: string
  /** The language of the copies, as HTML and Word name it: `en-GB`. */
  readonly language: string
  /** The talks of the notes, by the id of the copy. */
  readonly talks: ReadonlyMap<string, TalkTime>
  /** Says what is read in a calendar about something with a day; `person` of the entry is as the copy names them. */
  readonly titled: (entry: CalendarEntry) => TitledEntry
}

/** Writes copies as one file: a text, or bytes where the format is `binary`. Any text may stand in a copy. */
export interface Format {
  readonly id: FormatId
  /** Without a dot. */
  readonly extension: string
  readonly binary: boolean
  readonly write: (copies: readonly SharedCopy[], ground: FormatGround) => Promise<string | Uint8Array>
}

/** Every format, loaded when it is used. */
export const FORMATS: Readonly<Record<FormatId, () => Promise<Format>>> = {
  md: async () => (await import('./md.ts')).md,
  html: async () => (await import('./html-copies.ts')).html,
  docx: async () => (await import('./docx.ts')).docx,
  csv: async () => (await import('./csv.ts')).csv,
  json: async () => (await import('./json.ts')).json,
  ics: async () => (await import('./ics.ts')).ics,
}
