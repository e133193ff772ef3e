import type { CalendarEntry } from '../core/exports/calendar.ts'
import type { TitledEntry } from '../core/exports/calendar-file.ts'
import { shortId } from '../core/notebook/ids.ts'
import { cleanLine } from '../core/text/clean.ts'
import { jsonText } from './json.ts'

/** `plain` says with whom and no more; `full` also what a goal or a promise says. */
type Titles = 'plain' | 'full'

/** What is read in the calendar about one entry; `name` is the person's. */
export function titled(entry: CalendarEntry, name: string, titles: Titles): TitledEntry {
  const words = titles === 'full' && entry.words !== undefined ? `: ${entry.words}` : ''
  return { entry, title: `${headOf(entry, name)}${words}`, note: commandFor(entry) }
}

/** What an entry is called, with whom. */
export function headOf({ kind }: CalendarEntry, name: string): string {
  switch (kind) {
    case 'checkin':
      return `Check-in with ${name}`
    case 'talk':
      return `Talk with ${name}`
    case 'goal':
      return `Goal with ${name}`
    case 'promise':
      return `Promised to ${name}`
    case 'agreement':
      return `Agreed with ${name}`
  }
}

function commandFor({ kind, person, of = '' }: CalendarEntry): string {
  switch (kind) {
    case 'checkin':
      return `tactful checkin run ${quotedWord(person)}`
    case 'talk':
      return `tactful show ${shortId(of)}`
    case 'goal':
      return `tactful goal show ${shortId(of)}`
    case 'promise':
    case 'agreement':
      return `tactful promise list --person ${quotedWord(person)}`
  }
}

/** A name as one word of a command line, so that the command works when it is pasted. */
function quotedWord(name: string): string {
  return /^[\w.-]+$/.test(name) ? name : `"${cleanLine(name).replace(/["\\$`]/g, '')}"`
}

/** What an entry is called in a calendar of the person's own: from their side; `mentor` is the mentor's name, where they set one. */
export function theirHeadOf({ kind }: CalendarEntry, mentor: string | undefined): string {
  switch (kind) {
    case 'checkin':
      return mentor === undefined ? 'Check-in' : `Check-in with ${mentor}`
    case 'talk':
      return mentor === undefined ? 'Talk about feedback' : `Talk with ${mentor}`
    case 'goal':
      return 'My goal'
    case 'promise':
      return 'Promised to me'
    case 'agreement':
      return 'What I agreed to'
  }
}

/** The entries for programs, with what is absent as `null`. */
export function calendarJson(entries: readonly TitledEntry[]): string {
  return jsonText(
    entries.map(({ entry: { uid, kind, person, of, day, at, instant, minutes }, title }) => ({
      ...{ uid, kind, person, title, of: of ?? null, date: day },
      ...{ at: at ?? null, instant: instant ?? null, minutes: minutes ?? null },
    })),
  )
}

/** Said when the calendar was written to a file. */
export function calendarSaved(file: string, count: number): string {
  return cleanLine(`Saved.  ${file}  ${count === 1 ? '1 entry' : `${count} entries`}`)
}

/** Said where nothing has a day. */
export const EMPTY_CALENDAR = 'Nothing has a day yet, so the calendar is empty.\n'
