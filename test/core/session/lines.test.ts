import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPromise } from '../../../src/core/session/promise-line.ts'
import { readTalk, readTalks } from '../../../src/core/session/talk-line.ts'

const TODAY = '2026-11-21'

describe('the talk in one line', () => {
  const full = { date: '2026-11-24', time: '14:00', minutes: 30, place: 'room 2', mistakes: [] }
  it.each([
    ['Tue 24 Nov 14:00, room 2, 30 min', full],
    ['room 2, half an hour, Tue 24 Nov at 2 pm', full],
    ['next Tuesday at 2pm in room 2 for 30 minutes', full],
    ['24/11/2026 14.00-14:30 room 2', full],
    ['2026-11-24, from 14:00 to 14:30, room 2', full],
    ['tomorrow at noon, online', { date: '2026-11-22', time: '12:00', place: 'online', mistakes: [] }],
    ['an hour and a half on Thursday', { date: '2026-11-26', minutes: 90, mistakes: [] }],
    ['1h 30m, Wednesday 9:30', { date: '2026-11-25', time: '09:30', minutes: 90, mistakes: [] }],
    ['at her desk', { place: 'her desk', mistakes: [] }],
    [
      '8 Dec 08:00, https://meet.example.test/r2',
      { date: '2026-12-08', time: '08:00', place: 'https://meet.example.test/r2', mistakes: [] },
    ],
  ])('reads %s', (line, wanted) => {
    expect(readTalk(line, TODAY)).toEqual(wanted)
  })

  it('says both when day and weekday do not fit', () => {
    const read = readTalks('Tue 25 Nov 14:00, room 2', TODAY)
    expect(read.mistakes).toEqual([
      {
        line: 1,
        message: '"Tue 25 Nov": 25 November 2026 is a Wednesday, not a Tuesday.',
        mend: 'Write Wed 25 Nov or Tue 24 Nov.',
      },
    ])
  })

  it('asks which Friday is meant when it is said on a Monday', () => {
    expect(readTalk('next Friday', '2026-11-23').mistakes[0]?.message).toBe(
      '"next Friday" can mean 27 November 2026 or 4 December 2026.',
    )
  })

  it('keeps every other word as the place', () => {
    const words = fc.array(fc.constantFrom('room', 'blue', 'house', 'Meeting', 'upstairs', 'with', 'tea'), {
      minLength: 1,
    })
    fc.assert(
      fc.property(words, fc.boolean(), (place, first) => {
        const said = place.join(' ')
        const line = first ? `${said}, Tue 24 Nov 14:00, 30 min` : `30 min, Tue 24 Nov 14:00, ${said}`
        expect(readTalk(line, TODAY)).toEqual({ ...full, place: said })
      }),
    )
  })
})

describe('a promise in one line', () => {
  const people = [{ slug: 'anna', name: "Anna O'Neill", aliases: [] }]
  it.each([
    [
      'Anna: looks at the list on Fridays, by 18 December',
      { who: 'Anna', text: 'looks at the list on Fridays', by: '2026-12-18' },
    ],
    [
      'Anna looks at the list with you on Fridays',
      { who: 'Anna', text: 'Anna looks at the list with you on Fridays' },
    ],
    [
      "I'll ask for a late-shift contact by Tuesday",
      { who: 'I', text: "I'll ask for a late-shift contact", by: '2026-11-24' },
    ],
    ['a place for the checklists', { text: 'a place for the checklists' }],
    ['by 1 Dec the list is up, see wiki', { text: 'by 1 Dec the list is up, see wiki', by: '2026-12-01' }],
  ])('reads %s', (line, wanted) => {
    expect(readPromise(line, TODAY, people)).toEqual({ ...wanted, mistakes: [] })
  })
})
