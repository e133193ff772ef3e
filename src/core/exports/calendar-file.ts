import ical, { ICalCalendarMethod, ICalEventClass, ICalEventTransparency } from 'ical-generator'
import { addMinutes } from '../dates.ts'
import { cleanLine } from '../text/clean.ts'
import type { CalendarEntry } from './calendar.ts'

/** An entry with what is read in the calendar: its title, and a line below it. */
export interface TitledEntry {
  readonly entry: CalendarEntry
  readonly title: string
  readonly note: string
}

/**
 * An iCalendar file (RFC 5545): times as UTC instants, so that no zone has to be sent along; days as whole days that do not
 * block the calendar. `now` (ISO, UTC) is when it was made. Titles may hold anything: they stay one line of one property.
 */
export function calendarFile(entries: readonly TitledEntry[], now: string): string {
  const calendar = ical({
    prodId: { company: 'tactful', product: 'tactful', language: 'EN' },
    name: 'tactful',
    method: ICalCalendarMethod.PUBLISH,
  })
  for (const { entry, title, note } of entries) {
    calendar.createEvent({
      ...{ id: entry.uid, stamp: now, summary: cleanLine(title), description: cleanLine(note) },
      class: ICalEventClass.PRIVATE,
      ...whenOf(entry),
    })
  }
  // The library leaves the end of the last line to us.
  return `${calendar.toString()}\r\n`
}

function whenOf({ day, instant, minutes = 0 }: CalendarEntry) {
  if (instant === undefined) {
    return { start: day, allDay: true, transparency: ICalEventTransparency.TRANSPARENT }
  }
  return { start: instant, end: addMinutes(instant, minutes) }
}
