import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import * as due from '../../src/commands/checkin.ts'
import * as calendar from '../../src/commands/checkin-calendar.ts'
import { move, skip } from '../../src/commands/checkin-replan.ts'
import { personFile, putNote, samsNotebook } from '../support/checkins.ts'
import { type Desk, problemOf } from '../support/context.ts'

function read(text: string): readonly ICAL.Event[] {
  const component = new ICAL.Component(ICAL.parse(text))
  return component.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
}

async function exported(at: Desk, options = {}): Promise<readonly ICAL.Event[]> {
  return read((await at.run(calendar, [], options)).out)
}

const PROMISE = '01KAHS6F8M0000000000PRMSE0'

/** A goal and a promise of Sam's with days, and a talk to come. */
async function filled(today = '2026-11-21'): Promise<Desk> {
  const at = await samsNotebook(today)
  await putNote(at, 'checkin', '2026-11-10')
  await putNote(
    at,
    'session',
    '2026-11-12',
    `talk: { date: "2026-11-26", time: "14:00", minutes: 45 }\nitems:\n  - { id: "${PROMISE}", kind: promise, label: P1, by: "2026-11-30", text: "Find a contact for the late shift" }\n`,
  )
  await putNote(at, 'goal', '2026-11-12', 'by: "2026-12-18"\n', '\nEvery waiting customer hears from me.\n')
  return at
}

describe('checkin calendar', () => {
  it.each([
    ['Europe/Berlin', '2027-03-01'],
    ['Europe/Berlin', '2027-10-04'],
    ['Australia/Lord_Howe', '2027-03-08'],
    ['Australia/Lord_Howe', '2027-09-20'],
    ['America/St_Johns', '2027-02-22'],
    ['America/St_Johns', '2027-10-18'],
  ])('gives the instants of checkin due in %s, from %s over a change of the clock', async (zone, first) => {
    const at = await samsNotebook(first, { cadence: 'weekly on Monday 09:00', zone })
    await at.put('people/ana.yaml', personFile('Ana', { cadence: 'every day 02:30', zone }))
    let last = first
    for (let week = 0; week < 6; week++) {
      await putNote(at, 'checkin', last)
      await putNote(at, 'checkin', last, '', '', 'ana')
      const rows = JSON.parse((await at.run(due, [], { within: '366d' }, { json: true })).out) as readonly {
        readonly person: string
        readonly due: string
        readonly instant: string
      }[]
      const instants = (await exported(at)).map(({ startDate }) => startDate.toJSDate().toISOString())
      expect(rows).toHaveLength(2)
      expect(instants).toEqual(rows.map(({ instant }) => instant.replace('Z', '.000Z')))
      last = rows.find(({ person }) => person === 'sam-rivera')?.due ?? ''
    }
  })

  it.each([
    ['Europe/Berlin', '2027-03-28', '02:30', '2027-03-28T01:30:00Z'],
    ['Europe/Berlin', '2027-10-31', '02:30', '2027-10-31T00:30:00Z'],
    ['Australia/Lord_Howe', '2027-10-03', '02:15', '2027-10-02T15:45:00Z'],
    ['Australia/Lord_Howe', '2027-04-04', '01:45', '2027-04-03T14:45:00Z'],
    ['America/St_Johns', '2027-03-14', '02:30', '2027-03-14T06:00:00Z'],
    ['America/St_Johns', '2027-11-07', '01:30', '2027-11-07T04:00:00Z'],
  ])(
    'gives one instant for a time that is skipped or comes twice: %s, %s %s',
    async (zone, day, time, instant) => {
      const at = await samsNotebook(day, { zone })
      await putNote(at, 'session', '2027-01-12', `checkin: { date: "${day}", time: "${time}" }\n`)
      const { out } = await at.run(due, [], {}, { json: true })
      expect(JSON.parse(out)).toMatchObject([{ due: day, at: time, instant }])
      const [event] = await exported(at)
      expect(event?.startDate.toString()).toBe(instant)
    },
  )

  it.each(['after lunch', '25:00', '9', '14:00:61'])(
    'takes "%s", written by hand for a time, for none',
    async (time) => {
      const at = await samsNotebook('2026-11-21', { cadence: 'every 2 weeks on Tue' })
      await putNote(at, 'session', '2026-11-12', `checkin: { date: "2026-11-24", time: "${time}" }\n`)
      const events = `events: [{ of: ana, what: moved, on: "2026-11-12", to: "2026-11-25", at: "${time}" }]\n`
      await at.put('people/ana.yaml', personFile('Ana'))
      await putNote(at, 'update', '2026-11-12', events, '', 'ana')
      const { out } = await at.run(due, [], { within: '2w' }, { json: true })
      expect(JSON.parse(out)).toMatchObject([
        { due: '2026-11-24', at: null, instant: null },
        { due: '2026-11-25', at: null, instant: null },
      ])
      expect((await exported(at)).map(({ startDate }) => startDate.isDate)).toEqual([true, true])
    },
  )

  it('has check-ins, talks, goals and promises, with nothing but the name', async () => {
    const at = await filled()
    const { out, outcome } = await at.run(calendar)
    expect(outcome).toBe('done')
    expect(read(out).map(({ summary, startDate }) => [summary, startDate.toString()])).toEqual([
      ['Check-in with Sam Rivera', '2026-11-24T13:00:00Z'],
      ['Talk with Sam Rivera', '2026-11-26T13:00:00Z'],
      ['Promised to Sam Rivera', '2026-11-30'],
      ['Goal with Sam Rivera', '2026-12-18'],
    ])
    expect(out).not.toContain('late shift')
    expect(out).not.toContain('A note')
  })

  it('says what a goal and a promise are where that is asked for', async () => {
    const at = await filled()
    const titles = (await exported(at, { titles: 'full' })).map(({ summary }) => summary)
    expect(titles).toContain('Promised to Sam Rivera: Find a contact for the late shift')
    expect(titles).toContain('Goal with Sam Rivera: A note')
  })

  it('keeps the id of a check-in that is moved or left out, and gives the one after it another', async () => {
    const at = await filled()
    const uidOf = async () => {
      const [event] = (await exported(at)).filter(({ uid }) => uid.startsWith('checkin-'))
      return event === undefined ? [] : [event.uid, event.startDate.toString()]
    }
    const [uid] = await uidOf()
    expect(await uidOf()).toEqual([uid, '2026-11-24T13:00:00Z'])
    await at.run(move, ['sam'], { to: '2026-11-27' })
    expect((await uidOf())[0]).toBe(uid)
    await at.run(skip, ['sam'], { why: 'on leave' })
    expect((await uidOf())[0]).toBe(uid)
    await putNote(at, 'checkin', '2026-12-08')
    expect((await uidOf())[0]).not.toBe(uid)
  })

  it('has the same ids in two exports, each of them once', async () => {
    const at = await filled()
    const ids = async () => (await exported(at)).map(({ uid }) => uid)
    const first = await ids()
    expect(new Set(first).size).toBe(first.length)
    expect(await ids()).toEqual(first)
  })

  it('is about one person with --person, and is JSON with --json', async () => {
    const at = await filled()
    await at.put('people/ana.yaml', personFile('Ana', { cadence: 'weekly on Friday' }))
    expect((await exported(at)).map(({ summary }) => summary)).toContain('Check-in with Ana')
    const { out } = await at.run(calendar, [], { person: 'ana' }, { json: true })
    expect(JSON.parse(out)).toEqual([
      {
        ...{ uid: 'checkin-ana@tactful', kind: 'checkin', person: 'ana', title: 'Check-in with Ana' },
        ...{ of: null, date: '2026-11-27', at: null, instant: null, minutes: null },
      },
    ])
  })

  it('goes into a file, and over one only with --force', async () => {
    const at = await filled()
    expect((await at.run(calendar, [], { out: 'due.ics' })).out).toBe('Saved.  due.ics  4 entries\n')
    expect(read(readFileSync(join(at.folder, 'due.ics'), 'utf8'))).toHaveLength(4)
    expect(await problemOf(at.run(calendar, [], { out: 'due.ics' }))).toMatchObject({ kind: 'usage' })
    expect((await at.run(calendar, [], { out: 'due.ics', force: true })).outcome).toBe('done')
  })

  it('is an empty calendar where nothing has a day, and says so', async () => {
    const at = await samsNotebook('2026-11-21', { cadence: 'now and then' })
    const { out, err } = await at.run(calendar)
    expect(out).toMatch(/^BEGIN:VCALENDAR\r\n/)
    expect(read(out)).toEqual([])
    expect(err).toContain('Nothing has a day yet')
    expect(err).toContain('people/sam-rivera.yaml')
  })
})
