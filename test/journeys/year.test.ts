import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { afterAll, describe, expect, it } from 'vitest'
import { addDays } from '../../src/core/dates.ts'
import { type Desk, newDesk } from './desk.ts'

// One person, a whole year of fortnightly check-ins: two are missed, one is moved; one goal is met, one changed, one dropped.

const desks: Desk[] = []
afterAll(() => {
  for (const desk of desks) desk.remove()
})

const SESSION = `relationship: mentor
view: without
view_reason: we begin today
evidence: "- 2027-01-03 51820: update promised for 15:00, sent at 10:05 the next day"
causes: [procedure]
points:
  - { evidence: [E1], behaviour: updates-waiting, impact: The customer wrote twice., ask: How did it look from your side? }
goals: |
  Each waiting customer hears from me once a working day (now 5 of 12, goal 12 of 12), by 25 May
  Each handover of mine has goal, steps and logs (now 3 of 10, goal 9 of 10), by 31 August
  I answer two questions a week in the team channel (now 0 a week, goal 2 a week), by 30 November
support: |
  I look at the list with you, by 19 January
  I ask for a second line, by 2 February
checkin: [{ date: 2027-01-19 }]
`

const PRAISE = 'recognition: [{ text: You wrote to each of the waiting customers on Friday. }]\n'

/** What is answered at the check-ins at which something happens; the others lie there as notes. */
const HAPPENS: Readonly<Record<string, string>> = {
  '2027-01-19': `promises: [{ state: open }, { state: open }]
goals:
  - { agreed: yes, progress: 6 of 12 }
  - { agreed: yes, progress: 3 of 10 }
  - { agreed: yes, progress: 0 a week }
`,
  '2027-02-02': 'kept: [1]\npromises: [{}, { state: moved, to: 2027-03-30, why: the order is late }]\n',
  '2027-03-16': 'goals: [{ progress: 9 of 12, words: The list on the wall helps. }]\n',
  '2027-03-30': 'kept: [1]\n',
  '2027-05-11': 'support: I sit in on two calls, by 8 June\n',
  '2027-05-25': 'goals: [{ progress: 12 of 12, state: met }]\n',
  '2027-06-22': 'kept: [1]\n',
  '2027-07-06': `goals:
  - progress: 8 of 10
    state: changed
    changed_to: Each handover of mine is taken over without a question back (now 4 of 10, goal 9 of 10), by 30 September
    why: the form has made the old one too easy
`,
  '2027-09-28': `goals:
  - { progress: 9 of 10, state: met }
  - { state: dropped, why: the channel was closed }
`,
}

/** The Tuesdays of the year, without the two that were missed; one was moved to the Thursday after. */
function heldDays(): readonly string[] {
  const tuesdays = Array.from({ length: 25 }, (_, count) => addDays('2027-01-19', 14 * count))
  return tuesdays
    .filter((day) => day !== '2027-02-16' && day !== '2027-03-02')
    .map((day) => (day === '2027-04-13' ? '2027-04-15' : day))
}

/** A check-in at which nothing was noted but the day of the next one. */
function plainCheckin(desk: Desk, day: string): void {
  const id = `01M00000000000000000${day.replaceAll('-', '').slice(2)}`
  const facts = ['tactful: 1', `id: "${id}"`, 'kind: checkin', 'person: sam-rivera', `date: "${day}"`]
  const more = [`created: "${day}T12:00:00.000Z"`, 'title: Check-in with Sam Rivera']
  const text = `---\n${[...facts, ...more].join('\n')}\n---\n\n# Check-in with Sam Rivera\n`
  const path = join(desk.notebook, 'notes', 'sam-rivera', `${day}-checkin-${id.slice(-6)}.md`)
  writeFileSync(path, text, { mode: 0o600 })
}

interface Due {
  readonly due: string
  readonly overdueDays: number
  readonly at: string
  readonly instant: string
}

interface Goal {
  readonly id: string
  readonly title: string
  readonly status: string
  readonly now?: string
}

/** What the commands say on one day. */
async function lookAt(desk: Desk, today: string) {
  const env = { TACTFUL_NOW: `${today}T12:00:00Z` }
  const run = (...args: readonly string[]) => desk.run(args, { env })
  const json = async <T>(...args: readonly string[]) => JSON.parse((await run(...args, '--json')).out) as T
  const [due, next, home, feed] = await Promise.all([
    run('checkin', 'due', '--count'),
    json<readonly Due[]>('checkin', 'due', '--within', '4w'),
    run(),
    run('checkin', 'calendar'),
  ])
  const events = ICAL.Component.fromString(feed.out).getAllSubcomponents('vevent')
  const checkins = events.filter((event) => `${event.getFirstPropertyValue('uid')}`.startsWith('checkin-'))
  const instants = checkins.map((event) => new ICAL.Event(event).startDate.toJSDate().toISOString())
  return { due, next, home: home.out, instants, run, json }
}

describe.concurrent('a year', () => {
  it.each([
    ['Europe/Berlin', { winter: 'T08:00:00Z', spring: 'T07:00:00Z', october: 'T07:00:00Z' }],
    ['Australia/Lord_Howe', { winter: 'T22:00:00Z', spring: 'T22:00:00Z', october: 'T22:00:00Z' }],
    ['America/St_Johns', { winter: 'T12:30:00Z', spring: 'T11:30:00Z', october: 'T11:30:00Z' }],
  ])('in %s', { timeout: 180_000 }, async (zone, hours) => {
    const desk = newDesk()
    desks.push(desk)
    // At Tuesday 09:00 on Lord Howe it is still Monday in UTC.
    const utc = (day: string) => (zone === 'Australia/Lord_Howe' ? addDays(day, -1) : day)
    const on = (day: string) => ({ env: { TACTFUL_NOW: `${day}T12:00:00Z` } })
    const cadence = 'every 2 weeks on Tue 09:00'
    await desk.run(['people', 'add', 'Sam Rivera', '--cadence', cadence, '--zone', zone], on('2027-01-05'))
    writeFileSync(join(desk.folder, 'session.yaml'), SESSION)
    const saved = await desk.run(['prep', 'sam', '--answers', 'session.yaml'], on('2027-01-05'))
    const noticed = [
      'Also noticed',
      '  All of it is from the last 3 days. Is there something from before?',
      '  Nothing yet about what went well. Is there one thing Sam can keep doing?',
    ]
    expect([saved.err, saved.code]).toEqual([`${noticed.join('\n')}\n`, 0])

    const looks: Readonly<Record<string, () => Promise<void>>> = {
      '2027-01-19': async () => {
        const { due, next, instants } = await lookAt(desk, '2027-01-19')
        expect([due.out, due.code]).toEqual(['1\n', 1])
        expect(next).toMatchObject([
          { due: '2027-01-19', overdueDays: 0, at: '09:00', instant: `${utc('2027-01-19')}${hours.winter}` },
        ])
        expect(instants.map((one) => one.replace('.000', ''))).toEqual([next[0]?.instant])
      },
      '2027-03-01': async () => {
        const { due, next, home } = await lookAt(desk, '2027-03-01')
        expect(due.out).toBe('1\n')
        expect(next).toMatchObject([{ due: '2027-02-16', overdueDays: 13 }])
        expect(home).toContain('Check-in with Sam Rivera')
      },
      '2027-03-30': async () => {
        const { next, instants } = await lookAt(desk, '2027-03-30')
        expect(next).toMatchObject([
          { due: '2027-03-30', at: '09:00', instant: `${utc('2027-03-30')}${hours.spring}` },
        ])
        expect(instants.map((one) => one.replace('.000', ''))).toEqual([next[0]?.instant])
      },
      '2027-04-12': async () => {
        const { run } = await lookAt(desk, '2027-04-12')
        expect((await run('last', 'sam')).out.replace(/\s+/g, ' ')).toContain(
          'by 25 May (agreed on 19 January 2027; by Tue 25 May; 9 of 12 on Tue 16 Mar, 57 % of the way)',
        )
        expect(
          (await run('checkin', 'move', 'sam', '--to', '2027-04-15', '--why', 'a training day')).code,
        ).toBe(0)
        const { due, next, instants } = await lookAt(desk, '2027-04-14')
        expect([due.out, due.code]).toEqual(['0\n', 0])
        expect(next).toMatchObject([{ due: '2027-04-15', at: '09:00', overdueDays: 0 }])
        expect(instants.map((one) => one.replace('.000', ''))).toEqual([next[0]?.instant])
      },
      '2027-05-26': async () => {
        const { next, run, json } = await lookAt(desk, '2027-05-26')
        expect(next).toMatchObject([{ due: '2027-06-08', overdueDays: 0 }])
        const goals = await json<readonly Goal[]>('goal', 'list', '--status', 'met')
        expect(goals.map(({ title }) => title.slice(0, 21))).toEqual(['Each waiting customer'])
        const id = goals[0]?.id ?? ''
        expect(await json('goal', 'show', id)).toMatchObject({
          status: 'met',
          since: '2027-05-25',
          now: '12 of 12',
        })
        const shown = await run('goal', 'show', id)
        for (const words of ['6 of 12', '9 of 12', '12 of 12']) expect(shown.out).toContain(words)
        const open = await json<readonly { by?: string }[]>('promise', 'list', '--open')
        expect(open).toMatchObject([{ by: '2027-06-08' }])
      },
      '2027-07-07': async () => {
        const { json } = await lookAt(desk, '2027-07-07')
        const goals = await json<readonly Goal[]>('goal', 'list')
        expect(goals.map(({ title, status }) => `${status}: ${title.slice(0, 43)}`)).toEqual([
          'agreed: Each handover of mine is taken over without',
          'agreed: I answer two questions a week in the team c',
        ])
      },
      '2027-10-05': async () => {
        const { next, instants, json } = await lookAt(desk, '2027-10-05')
        expect(next).toMatchObject([
          { due: '2027-10-12', at: '09:00', instant: `${utc('2027-10-12')}${hours.october}` },
        ])
        expect(instants.map((one) => one.replace('.000', ''))).toEqual([next[0]?.instant])
        expect(await json('goal', 'list')).toEqual([])
        expect(await json('promise', 'list', '--open')).toEqual([])
      },
      '2027-12-22': async () => {
        const { due, next, json, instants, home } = await lookAt(desk, '2027-12-22')
        expect(due.code).toBe(0)
        expect(next).toMatchObject([{ due: '2028-01-04', instant: `${utc('2028-01-04')}${hours.winter}` }])
        expect(instants).toHaveLength(1)
        expect(home).not.toContain('was due')
        const line = await json<readonly { kind: string; date: string }[]>('timeline', 'sam')
        expect(line.filter(({ kind }) => kind === 'checkin').map(({ date }) => date)).toEqual(heldDays())
        expect(line.map(({ date }) => date)).toEqual(line.map(({ date }) => date).toSorted())
        const feeds = await Promise.all([1, 2].map(() => desk.run(['checkin', 'calendar'], on('2027-12-22'))))
        expect(feeds[0]?.out).toBe(feeds[1]?.out)
      },
    }

    const days = [...new Set([...heldDays(), ...Object.keys(looks)])].sort()
    for (const day of days) {
      // On the day itself the look comes first; what is held that day is held after it.
      await looks[day]?.()
      if (!heldDays().includes(day)) continue
      const happens = HAPPENS[day]
      if (happens === undefined) {
        plainCheckin(desk, day)
        continue
      }
      const input = `${happens}${PRAISE}`
      const held = await desk.run(['checkin', 'run', 'sam', '--answers', '-', '--no-input'], {
        ...on(day),
        input,
      })
      expect([day, held.err, held.code]).toEqual([day, '', 0])
    }
  })
})
