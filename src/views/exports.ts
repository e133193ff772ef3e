import type { CalendarEntry, TalkTime } from '../core/exports/calendar.ts'
import type { TitledEntry } from '../core/exports/calendar-file.ts'
import type { FormatGround } from '../core/exports/formats.ts'
import type { Reader, SharedCopy } from '../core/sharing/copy.ts'
import { headOf, theirHeadOf, titled } from './calendar.ts'

/** The language of what ships, and so of a copy's own words. */
const LANGUAGE = 'en-GB'

/**
 * What a format needs for these copies. `now` is ISO, UTC; `talks` are the talks of the notes by the id of the copy, which
 * a calendar alone asks for, as for `mentor`, the name that the mentor set.
 */
export function formatGround(
  copies: readonly SharedCopy[],
  now: string,
  talks: ReadonlyMap<string, TalkTime> = new Map(),
  mentor?: string,
): FormatGround {
  return {
    now,
    language: LANGUAGE,
    talks,
    title: titleOf(copies),
    titled: (entry) => entryFor(entry, copies[0]?.reader, mentor),
  }
}

/** What stands above several copies in one file. */
function titleOf(copies: readonly SharedCopy[]): string {
  const people = new Set(copies.map(({ person }) => person))
  const [only, ...others] = people
  const about = only === undefined || others.length > 0 ? '' : ` about ${only}`
  return `${copies.length === 1 ? '1 note' : `${copies.length} notes`}${about}`
}

/** Only the mentor has our commands at hand. A calendar of their own tells what is due, and so does any other copy. */
function entryFor(entry: CalendarEntry, reader: Reader | undefined, mentor: string | undefined): TitledEntry {
  if (reader === undefined || reader === 'mentor') return titled(entry, entry.person, 'full')
  const title = reader === 'person' ? theirHeadOf(entry, mentor) : headOf(entry, entry.person)
  return { entry, title, note: entry.words ?? '' }
}
