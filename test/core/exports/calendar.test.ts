import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { type CalendarEntry, calendarEntries } from '../../../src/core/exports/calendar.ts'
import { calendarFile } from '../../../src/core/exports/calendar-file.ts'
import type { Digest } from '../../../src/core/notebook/index/digest.ts'
import { someFacts } from '../../support/notebook.ts'

const NOW = '2026-11-21T10:00:00Z'

function events(text: string): readonly ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
}

function dayEntry(more: Partial<CalendarEntry> = {}): CalendarEntry {
  return { uid: 'goal-a@tactful', kind: 'goal', person: 'sam', day: '2026-11-24', ...more }
}

const nasty = fc
  .array(
    fc.constantFrom(
      '\r\n',
      '\n',
      '\r',
      '\u2028',
      'BEGIN:VEVENT',
      'END:VCALENDAR',
      ';',
      ',',
      ':',
      '\\',
      '\\n',
      '"',
      'ü',
      '👩‍👧',
      'word ',
      '\u0000',
      '\ud800',
      '日本語の長い題名',
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''))

describe('a calendar file', () => {
  it('holds a title of any kind in one property, in lines of 75 octets that end with CRLF', () => {
    fc.assert(
      fc.property(fc.array(nasty, { minLength: 1, maxLength: 3 }), (titles) => {
        const entries = titles.map((title, index) => ({
          ...{ entry: dayEntry({ uid: `goal-${index}@tactful` }), title, note: title },
        }))
        const text = calendarFile(entries, NOW)
        expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
        const lines = text.slice(0, -2).split('\r\n')
        for (const line of lines) {
          expect(line).not.toMatch(/[\r\n\u0000]/)
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
          expect(Buffer.from(line).toString()).toBe(line)
        }
        const names = lines.filter((line) => !line.startsWith(' ')).map((line) => line.split(/[:;]/)[0])
        expect(names.filter((name) => name === 'BEGIN')).toHaveLength(1 + titles.length)
        expect(names.filter((name) => name === 'SUMMARY')).toHaveLength(titles.length)
        expect(events(text).map(({ uid }) => uid)).toEqual(entries.map(({ entry }) => entry.uid))
      }),
    )
  })

  it('gives back a title as it was written', () => {
    const title = 'Promised to José: call, then write; "50:50" \\ or so\nBEGIN:VALARM'
    const [event] = events(calendarFile([{ entry: dayEntry(), title, note: '' }], NOW))
    expect(event?.summary).toBe('Promised to José: call, then write; "50:50" \\ or so BEGIN:VALARM')
  })

  it('has days as whole days, in whichever zone it is read', () => {
    const [event] = events(calendarFile([{ entry: dayEntry(), title: 'Goal', note: '' }], NOW))
    expect(event?.startDate.isDate).toBe(true)
    expect(event?.startDate.toString()).toBe('2026-11-24')
  })
})

describe('calendar entries', () => {
  const source = {
    checkins: [],
    standing: new Map(),
    sessions: [],
    events: new Map(),
    today: '2026-10-20',
    zone: 'Europe/Berlin',
  }
  const session = (talk: unknown): Digest => ({
    path: 'notes/sam-rivera/a.md',
    facts: someFacts({ id: '01KATQ5C3R8V2M6E9WQ47K3V0A', talk }),
    words: {},
  })

  it.each([
    ['Europe/Berlin', '2026-10-26T13:00:00Z'],
    ['Australia/Lord_Howe', '2026-10-26T03:00:00Z'],
    ['America/St_Johns', '2026-10-26T16:30:00Z'],
  ])('place a talk by the clock of %s', async (zone, instant) => {
    const talk = { date: '2026-10-26', time: '14:00', minutes: 45 }
    const [entry] = await calendarEntries({ ...source, zone, sessions: [session(talk)] })
    expect(entry).toEqual({
      ...{ uid: 'talk-01katq5c3r8v2m6e9wq47k3v0a@tactful', kind: 'talk', person: 'sam-rivera' },
      ...{ of: '01KATQ5C3R8V2M6E9WQ47K3V0A', day: '2026-10-26', at: '14:00', instant, minutes: 45 },
    })
    const text = calendarFile([{ entry: entry ?? dayEntry(), title: 'Talk', note: '' }], NOW)
    const [event] = events(text)
    expect(event?.startDate.toJSDate().toISOString()).toBe(instant.replace('Z', '.000Z'))
    expect(event?.duration.toSeconds()).toBe(45 * 60)
  })

  it.each([
    ['a day that has passed', { date: '2026-10-19', time: '14:00' }],
    ['a day that does not exist', { date: '2026-02-31' }],
    ['something else', 'on Tuesday'],
  ])('leave out a talk on %s', async (_what, talk) => {
    expect(await calendarEntries({ ...source, sessions: [session(talk)] })).toEqual([])
  })

  it('take a talk without a readable time for a whole day', async () => {
    const sessions = [session({ date: '2026-10-26', time: 'after lunch', minutes: -5 })]
    const [entry] = await calendarEntries({ ...source, sessions })
    expect(entry).toMatchObject({ day: '2026-10-26' })
    expect(entry?.instant).toBeUndefined()
  })
})
