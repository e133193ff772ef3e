import { describe, expect, it } from 'vitest'
import { datePhrases } from '../../src/adapters/date-phrases.ts'
import type { CommandBody } from '../../src/commands/card.ts'
import * as checkin from '../../src/commands/checkin.ts'
import { move, skip } from '../../src/commands/checkin-replan.ts'
import * as doctor from '../../src/commands/doctor.ts'
import * as home from '../../src/commands/home.ts'
import { noteComplaints } from '../../src/core/care/notes.ts'
import { plainIndex } from '../../src/core/notebook/index/plain.ts'
import { putNote as note, samsNotebook as notebook, personFile as person } from '../support/checkins.ts'
import { type Desk, problemOf } from '../support/context.ts'

interface Row {
  readonly person: string
  readonly due: string
  readonly overdueDays: number
}

async function dueRows(at: Desk, options = {}): Promise<readonly Row[]> {
  const { out } = await at.run(checkin, [], options, { json: true })
  return JSON.parse(out) as readonly Row[]
}

describe('checkin due', () => {
  it('counts from the last one held, and ends with attention when it is due', async () => {
    const at = await notebook('2026-11-24')
    await note(at, 'checkin', '2026-11-10')
    const { out, outcome } = await at.run(checkin)
    expect(outcome).toBe('attention')
    expect(out).toBe(
      'Sam Rivera  due today at 14:00 Europe/Berlin  last Tue 10 Nov  tactful checkin run sam-rivera\n',
    )
    expect(await dueRows(at)).toEqual([
      {
        ...{ person: 'sam-rivera', name: 'Sam Rivera', due: '2026-11-24', overdueDays: 0 },
        ...{ cadence: 'every 2 weeks on Tue 14:00', last: '2026-11-10', at: '14:00', zone: 'Europe/Berlin' },
        ...{ instant: '2026-11-24T13:00:00Z', from: 'cadence' },
      },
    ])
  })

  it('is quiet before the day, and looks ahead with --within and --on', async () => {
    const at = await notebook('2026-11-21')
    await note(at, 'checkin', '2026-11-10')
    const quiet = await at.run(checkin)
    expect(quiet).toMatchObject({ out: '', outcome: 'done' })
    expect(quiet.err).toBe('No check-in is due. The next is with Sam Rivera, on 24 November 2026.\n')
    expect((await at.run(checkin, [], { within: '3d' })).out).toContain(
      'due Tue 24 Nov at 14:00 Europe/Berlin (in 3 days)',
    )
    expect((await at.run(checkin, [], { within: '2d' })).outcome).toBe('done')
    expect(await dueRows(at, { on: '2026-11-30' })).toMatchObject([{ due: '2026-11-24', overdueDays: 6 }])
    for (const within of ['1w', '2 months', '1m', '7 days', '1 week']) {
      expect((await at.run(checkin, [], { count: true, within })).out).toBe('1\n')
    }
    expect((await at.run(checkin, [], { count: true })).out).toBe('0\n')
  })

  it('shows one that was missed for months as one', async () => {
    const at = await notebook('2027-02-01')
    await note(at, 'checkin', '2026-11-10')
    expect(await dueRows(at, { overdue: true })).toMatchObject([{ due: '2026-11-24', overdueDays: 69 }])
  })

  it('counts from the day on which the cadence was set, until one was held, moved or left out', async () => {
    const at = await notebook('2026-11-24', { since: '2026-11-03' })
    expect((await at.run(checkin)).out).toContain('was due Tue 3 Nov (21 days ago)  none held yet')
    expect(await dueRows(at)).toMatchObject([{ due: '2026-11-03', overdueDays: 21, from: 'cadence' }])
    await at.run(skip, ['sam'], { why: 'on leave' })
    // What was missed does not pile up: the next one lies ahead.
    expect(await dueRows(at, { within: '3w' })).toMatchObject([{ due: '2026-12-08', overdueDays: 0 }])
    await at.run(move, ['sam'], { to: '2026-11-26' })
    expect(await dueRows(at)).toEqual([])
  })

  it.each([
    ['cadence', 'monthly on teh 31st', '"monthly on teh 31st" cannot be read as a cadence.'],
    ['zone', 'Asia/Singapur', 'There is no time zone "Asia/Singapur".'],
  ])('says everywhere that a %s cannot be read, and doctor how to mend it', async (key, value, message) => {
    const at = await notebook('2026-11-24', { [key]: value })
    const line = `people/sam-rivera.yaml: ${message} No check-in is reckoned by it.\n`
    for (const command of [checkin, home]) {
      const { err } = await at.run(command, [], {}, { quiet: true })
      expect(err).toBe(line)
    }
    const { out, outcome } = await at.run(doctor)
    expect(outcome).toBe('attention')
    const said = out.replace(/\s+/g, ' ')
    expect(said).toContain(`people/sam-rivera.yaml ${key === 'cadence' ? 3 : 4}: ${message}`)
    expect(said).toContain(`tactful people edit sam-rivera --${key}`)
  })

  it('says on every screen that a person is in conflict', async () => {
    const at = await notebook('2026-11-24')
    await at.put('people/sam-rivera.yaml', '<<<<<<< HEAD\nname: Sam\n=======\nname: Sam R\n>>>>>>> other\n')
    for (const command of [checkin, home]) {
      const { err, outcome } = await at.run(command, [], {}, { quiet: true })
      expect(err).toMatch(/^people\/sam-rivera\.yaml:.*\n$/)
      expect(outcome).toBe('done')
    }
    expect((await at.run(doctor)).out).toContain('people/sam-rivera.yaml')
  })

  it('speaks of the day it was asked about, not of today', async () => {
    const at = await notebook('2026-11-21')
    await note(at, 'checkin', '2026-11-10')
    expect((await at.run(checkin, [], { on: '2026-11-24' })).out).toContain('due on that day at 14:00')
    const on = await notebook('2026-11-24')
    await note(on, 'checkin', '2026-11-10')
    expect((await on.run(checkin, [], { on: '2026-11-24' })).out).toContain('due today at 14:00')
  })

  it('has no negative ages where the clock was set back', async () => {
    const at = await notebook('2024-11-24')
    await note(at, 'checkin', '2026-11-10')
    expect((await at.run(checkin, [], { overdue: true })).outcome).toBe('done')
    const rows = await dueRows(at, { within: '366d' })
    expect(rows.every((row) => row.overdueDays === 0)).toBe(true)
  })

  it('takes the day that a note names before the cadence, until a check-in was held after it', async () => {
    const at = await notebook('2026-12-03')
    await note(at, 'checkin', '2026-11-10')
    await note(at, 'session', '2026-11-12', 'checkin: 2026-12-03\n')
    expect(await dueRows(at)).toMatchObject([{ due: '2026-12-03', from: 'named' }])
    await note(at, 'checkin', '2026-12-03')
    expect(await dueRows(at)).toEqual([])
    expect(await dueRows(at, { within: '3w' })).toMatchObject([{ due: '2026-12-15', from: 'cadence' }])
  })

  it('says which files cannot be read, and goes on with the others', async () => {
    const at = await notebook('2026-11-24')
    await note(at, 'checkin', '2026-11-10')
    await at.put('people/wei-ling-tan.yaml', person('Wei-Ling Tan', { cadence: 'when the moon is full' }))
    await at.put('people/ana.yaml', person('Ana', { cadence: 'weekly on Tue', zone: 'Europe/Berlim' }))
    const { out, err } = await at.run(checkin)
    expect(out.split('\n').filter((line) => line !== '')).toHaveLength(2)
    expect(err).toContain('people/wei-ling-tan.yaml')
    expect(err).toContain('"when the moon is full" cannot be read as a cadence.')
    expect(err).toContain('There is no time zone "Europe/Berlim".')
  })

  it('knows that it is tomorrow already where somebody is', async () => {
    const at = await notebook('2026-11-23', { zone: 'Pacific/Kiritimati' })
    await note(at, 'checkin', '2026-11-10')
    expect(await dueRows(at)).toMatchObject([
      { due: '2026-11-24', overdueDays: 0, zone: 'Pacific/Kiritimati' },
    ])
  })

  it.each(['3 fortnights', 'x', '-1d', '9999d'])('refuses --within %s with a sentence', async (within) => {
    const at = await notebook('2026-11-24')
    expect(await problemOf(at.run(checkin, [], { within }))).toMatchObject({ kind: 'usage' })
  })

  it('changes nothing in the notebook', async () => {
    const at = await notebook('2026-11-24')
    await note(at, 'checkin', '2026-11-10')
    const before = at.tree()
    for (const options of [{}, { count: true }, { within: '2w' }, { overdue: true }]) {
      await at.run(checkin, [], options)
    }
    expect(at.tree()).toEqual(before)
  })
})

describe('checkin move and skip', () => {
  it('show the year where it is not this one', async () => {
    const at = await notebook('2026-11-20')
    await note(at, 'checkin', '2026-11-10')
    expect((await at.run(move, ['sam'], { to: '2027-11-26' })).out).toContain(
      'Next check-in with Sam Rivera: Fri 26 Nov 2027 14:00 (instead of Tue 24 Nov)',
    )
  })

  it('leave no reference that doctor would take for a lost one, where nothing was noted yet', async () => {
    const at = await notebook('2026-11-20')
    await at.run(move, ['sam'], { to: '2026-11-26' })
    await at.run(skip, ['sam'], { why: 'on leave' })
    const index = await plainIndex(at.files())
    const notes = (await index.digests(index.heads)).map(({ path, facts }) => ({ path, facts }))
    expect(notes).toHaveLength(2)
    expect(noteComplaints(notes, '2026-11-20')).toEqual([])
  })

  it.each([
    ['Friday 3pm', '15:00'],
    ['Friday at 3:30 pm', '15:30'],
    ['2026-11-27T15:00', '15:00'],
    ['2026-11-27 9:05', '09:05'],
  ])('reads the time of day in "%s" however it is written', async (to, time) => {
    const at = await notebook('2026-11-21')
    await note(at, 'checkin', '2026-11-10')
    const read: CommandBody = {
      run: (context, args, options) =>
        move.run({ ...context, dates: async () => datePhrases() }, args, options),
    }
    const { out } = await at.run(read, ['sam'], { to })
    expect(out).toContain(`Next check-in with Sam Rivera: Fri 27 Nov ${time} (instead of`)
  })

  it('moves the next one by a note of its own; the one after it is back on its weekday', async () => {
    const at = await notebook('2026-11-20')
    const last = await note(at, 'checkin', '2026-11-10')
    const moved = await at.run(move, ['sam'], { to: '2026-11-26', why: 'training day' })
    expect(moved.out).toMatch(/^Moved\. {2}notes\/sam-rivera\/2026-11-20-update-[0-9a-z]{6}\.md\n/)
    expect(moved.out).toContain('Next check-in with Sam Rivera: Thu 26 Nov 14:00 (instead of Tue 24 Nov)')
    const path = Object.keys(at.tree()).find((one) => one.includes('-update-')) ?? ''
    const saved = at.read(path) ?? ''
    for (const fact of [
      `of: "${last}"`,
      'what: moved',
      'to: "2026-11-26"',
      'was: "2026-11-24"',
      'training day',
    ]) {
      expect(saved.replaceAll("'", '"')).toContain(fact)
    }
    expect(await dueRows(at, { within: '1w' })).toMatchObject([{ due: '2026-11-26', from: 'moved' }])
    await note(at, 'checkin', '2026-11-26')
    expect(await dueRows(at, { within: '3w' })).toMatchObject([{ due: '2026-12-08', from: 'cadence' }])
  })

  it('moves one again, to another time of day', async () => {
    const at = await notebook('2026-11-20')
    await note(at, 'session', '2026-11-10', 'checkin: { date: 2026-11-24, time: "10:00" }\n')
    await at.run(move, ['sam'], { to: '2026-11-26' })
    expect(await dueRows(at, { within: '1w' })).toMatchObject([{ due: '2026-11-26', at: '10:00' }])
    await at.run(move, ['sam'], { to: '2026-11-25 16:30' })
    expect(await dueRows(at, { within: '1w' })).toMatchObject([{ due: '2026-11-25', at: '16:30' }])
  })

  it('leaves one out, and counts on from it', async () => {
    const at = await notebook('2026-11-20')
    await note(at, 'checkin', '2026-11-10')
    const { out } = await at.run(skip, ['sam'], { why: 'on leave' }, { json: true })
    expect(JSON.parse(out)).toMatchObject({ person: 'sam-rivera', due: '2026-12-08', was: '2026-11-24' })
    expect(await dueRows(at, { within: '3w' })).toMatchObject([{ due: '2026-12-08', from: 'cadence' }])
    await at.run(skip, ['sam'], { why: 'still on leave' })
    expect(await dueRows(at, { within: '5w' })).toMatchObject([{ due: '2026-12-22' }])
  })

  it('never leads to a day that has passed, however long ago the one was that is left out', async () => {
    const at = await notebook('2026-12-17')
    await note(at, 'checkin', '2026-08-25')
    const { out } = await at.run(skip, ['sam'], { why: 'on leave' })
    expect(out).toContain('Next check-in with Sam Rivera: Tue 29 Dec 14:00 (instead of Tue 8 Sep)')
    expect(await dueRows(at)).toEqual([])
  })

  it('works for somebody without any note, and without a cadence', async () => {
    const at = await notebook('2026-11-20')
    await at.put('people/ana.yaml', person('Ana'))
    expect(await problemOf(at.run(skip, ['ana'], { why: 'x' }))).toMatchObject({
      kind: 'usage',
      message: 'No check-in with Ana is planned, so there is none to skip.',
    })
    await at.run(move, ['ana'], { to: '2026-12-01' })
    expect(await dueRows(at, { within: '2w', person: 'ana' })).toMatchObject([{ due: '2026-12-01' }])
    const { out } = await at.run(skip, ['ana'], { why: 'x' })
    expect(out).toContain('No other check-in with Ana is planned.')
  })

  it('refuses a day that has passed, none at all, and a skip without a reason; nothing is saved', async () => {
    const at = await notebook('2026-11-20')
    await note(at, 'checkin', '2026-11-10')
    const before = at.tree()
    for (const options of [{ to: '2026-11-19' }, { to: '31 Feb' }, { to: '' }, {}]) {
      expect(await problemOf(at.run(move, ['sam'], options))).toMatchObject({ kind: 'usage' })
    }
    for (const options of [{}, { why: '  ' }]) {
      expect(await problemOf(at.run(skip, ['sam'], options))).toMatchObject({ kind: 'usage' })
    }
    expect(at.tree()).toEqual(before)
  })
})
