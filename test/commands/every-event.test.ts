import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { drop as dropBarrier, raise, solve } from '../../src/commands/barrier.ts'
import * as calendar from '../../src/commands/checkin-calendar.ts'
import { move, skip } from '../../src/commands/checkin-replan.ts'
import * as exporting from '../../src/commands/export.ts'
import { close, update } from '../../src/commands/goal-change.ts'
import * as home from '../../src/commands/home.ts'
import { drop as dropIdea, reopen, takenUp, tried } from '../../src/commands/idea.ts'
import { edit } from '../../src/commands/people.ts'
import { done, drop as dropPromise, move as movePromise } from '../../src/commands/promise.ts'
import * as talk from '../../src/commands/talk.ts'
import * as timeline from '../../src/commands/timeline.ts'
import * as trends from '../../src/commands/trends.ts'
import { personFile, putNote } from '../support/checkins.ts'
import { type Desk, desk } from '../support/context.ts'

const LAST = '2026-11-21'
const given = { today: LAST, drafts: () => [] }
const ids = new Map<string, string>()
const idOf = (name: string): string => ids.get(name) ?? name

/** The notebook of the first test, file by file. */
let made: ReturnType<Desk['tree']> | undefined

/** Notes as they were saved, then everything that can become of what is in them, each through the program on its own day. */
async function everyEvent(): Promise<Desk> {
  const own = desk(given)
  if (made === undefined) {
    await happen(own)
    made = own.tree()
    return own
  }
  for (const [path, text] of Object.entries(made)) {
    if (text.startsWith('600 ')) await own.put(path, text.slice('600 '.length))
  }
  return own
}

async function happen(own: Desk): Promise<void> {
  await own.put('tactful.yaml', 'format: 1\n')
  const item = (name: string, kind: string, by = ''): string => {
    const id = `01KAHS6F8M00000TH${String(ids.size).padStart(9, '0')}`
    ids.set(name, id)
    return `  - { id: "${id}", kind: ${kind}, label: ${name.toUpperCase()}, text: "What ${name} is", ${by === '' ? '' : `by: "${by}"`} }\n`
  }
  const note = async (name: string, ...args: readonly string[]): Promise<void> => {
    const [person = '', kind = '', date = '', more = '', body = ''] = args
    ids.set(name, await putNote(own, kind, date, more, body, person))
  }
  const since = '2026-10-01'
  await own.put('people/sam.yaml', personFile('Sam', { cadence: 'weekly on Monday', since }))
  await own.put('people/ana.yaml', personFile('Ana', { cadence: 'weekly on Tuesday', since }))
  for (const name of ['Ben', 'Cleo', 'Dan', 'Eve', 'Fay']) {
    await own.put(`people/${name.toLowerCase()}.yaml`, personFile(name))
  }
  const things = [
    ...[item('pa', 'promise', '2026-11-18'), item('pb', 'promise', '2026-11-18'), item('pc', 'promise')],
    ...[item('aa', 'agreement', '2026-11-16'), item('ab', 'agreement', '2027-01-08')],
    ...['ia', 'ib', 'ic', 'id', 'ie'].map((name) => item(name, 'idea')),
  ].join('')
  await note('talked', 'sam', 'session', '2026-10-12', `held: "2026-10-12"\nitems:\n${things}`)
  await note('met', 'sam', 'checkin', '2026-11-02')
  for (const day of ['2026-11-03', '2026-11-17']) await note(`ana${day}`, 'ana', 'checkin', day)
  await note('named', 'cleo', 'session', '2026-11-01', 'held: "2026-11-01"\ncheckin: "2026-11-10"\n')
  await note('missed', 'dan', 'session', '2026-11-01', 'held: "2026-11-01"\ncheckin: "2026-11-10"\n')
  await note('off', 'eve', 'session', '2026-11-10', 'talk: { date: "2026-11-26", time: "14:00" }\n')
  await note('early', 'eve', 'session', '2026-11-18', 'talk: { date: "2026-11-27" }\nheld: "2026-11-20"\n')
  await note('ahead', 'eve', 'session', '2026-11-19', 'talk: { date: "2026-11-28" }\n')
  for (const goal of ['ga', 'gb', 'gc', 'gd', 'ge', 'gf']) {
    const step = `items:\n${item(`s${goal}`, 'agreement', '2026-12-01')}`
    await note(goal, 'fay', 'goal', '2026-10-20', `by: "2026-12-18"\n${step}`, `\nWhat ${goal} is.\n`)
  }
  for (const [place, barrier] of ['ba', 'bb', 'bc', 'bd'].entries()) {
    await note(barrier, 'dan', 'barrier', `2026-11-0${place + 1}`, 'barrier: { owner: "the web team" }\n')
  }
  const on = async (today: string, command: Parameters<Desk['run']>[0], name: string, options = {}) => {
    given.today = today
    await own.run(command, [idOf(name)], options)
    given.today = LAST
  }
  // Two in a row are left out, and the one after them is moved.
  await on('2026-11-09', skip, 'sam', { why: 'away' })
  await on('2026-11-16', skip, 'sam', { why: 'still away' })
  await on('2026-11-20', move, 'sam', { to: '2026-11-24' })
  await on('2026-11-20', edit, 'ana', { cadence: 'every 4 weeks on Tuesday' })
  await on('2026-11-20', edit, 'ben', { cadence: 'every 2 weeks on Wednesday' })
  await on('2026-11-09', move, 'cleo', { to: '2026-11-12' })
  await note('cleo1', 'cleo', 'checkin', '2026-11-12')
  await note('cleo2', 'cleo', 'checkin', '2026-11-18')
  await on('2026-11-13', talk, 'off', { drop: true, why: 'spoke at lunch' })
  await on('2026-11-17', movePromise, 'pa', { to: '2026-11-30' })
  await on('2026-11-18', movePromise, 'pa', { to: '2026-11-24' })
  await on('2026-11-18', done, 'pb')
  await on('2026-11-18', dropPromise, 'pc', { why: 'no longer needed' })
  await on('2026-11-10', tried, 'ib')
  await on('2026-11-11', takenUp, 'ic')
  await on('2026-11-12', dropIdea, 'id', { why: 'there already' })
  await on('2026-11-12', takenUp, 'ie')
  await on('2026-11-14', reopen, 'ie')
  for (const goal of ['gb', 'gc']) await on('2026-10-22', update, goal, { agreed: true })
  await on('2026-11-10', update, 'gb', { by: '2026-12-11', why: 'leave' })
  await on('2026-11-10', update, 'gb', { progress: '4 of 12' })
  await on('2026-11-18', close, 'gc', { met: true })
  await on('2026-11-18', close, 'gd', { dropped: true, why: 'moved' })
  await on('2026-11-19', close, 'ge', { changed: true, to: idOf('gf'), why: 'calls first' })
  await on('2026-11-05', raise, 'bb')
  await on('2026-11-06', solve, 'bc')
  await on('2026-11-06', dropBarrier, 'bd', { why: 'no longer sold' })
}

const rowsOf = ({ rows }: { readonly rows: readonly { key: string; count: number }[] }) =>
  Object.fromEntries(rows.map(({ key, count }) => [key, count]))

describe('a notebook in which everything happened', () => {
  it('counts each thing once in trends, as it stands now', async () => {
    const at = await everyEvent()
    const all = JSON.parse((await at.run(trends, [], { own: true }, { json: true })).out)
    // Sam 1, Ana 2, Cleo 1 as planned; Cleo 1 of her own accord; Sam left out 2; Dan waits; Sam, Ana and Ben come.
    expect(rowsOf(all.checkins)).toEqual({ held: 4, unplanned: 1, skipped: 2, overdue: 1, 'to-come': 3 })
    expect(rowsOf(all.goals)).toEqual({ proposed: 2, agreed: 1, met: 1, changed: 1, dropped: 1 })
    expect(all.barriers).toMatchObject([
      { state: 'open', from: '2026-11-01', days: 20, person: 'dan' },
      { state: 'raised', from: '2026-11-02', days: 19 },
    ])
    const ideas = all.ideas.map(({ words, state, since }: Record<string, string>) => [words, state, since])
    expect(ideas.sort()).toEqual([
      ['IA', 'open', undefined],
      ['IB', 'tried', '2026-11-10'],
      ['IC', 'taken-up', '2026-11-11'],
      ['ID', 'dropped', '2026-11-12'],
      ['IE', 'open', '2026-11-14'],
    ])
  })

  it('counts by the day that something was held, left out or said on', async () => {
    const at = await everyEvent()
    const asked = { own: true, since: '2026-11-10', until: '2026-11-18' }
    const all = JSON.parse((await at.run(trends, [], asked, { json: true })).out)
    expect(rowsOf(all.checkins)).toEqual({ held: 2, unplanned: 1, skipped: 1, overdue: 1 })
    expect(rowsOf(all.goals)).toEqual({ met: 1, dropped: 1 })
  })

  const DAYS = [
    ['2026-11-10', 'checkin dan'],
    ['2026-11-16', 'agreement aa'],
    ['2026-11-24', 'checkin sam'],
    ['2026-11-24', 'promise pa'],
    ['2026-11-25', 'checkin ben'],
    ['2026-11-28', 'talk ahead'],
    ['2026-12-01', 'agreement sgb'],
    ['2026-12-11', 'goal gb'],
    ['2026-12-15', 'checkin ana'],
    ['2026-12-18', 'goal ga'],
    ['2026-12-18', 'goal gf'],
    ['2027-01-08', 'agreement ab'],
  ]
  const nameOf = (id: string): string =>
    [...ids].find(([, one]) => one.toLowerCase() === id.toLowerCase())?.[0] ?? id
  const read = (text: string): readonly (readonly string[])[] =>
    new ICAL.Component(ICAL.parse(text))
      .getAllSubcomponents('vevent')
      .map((one) => new ICAL.Event(one))
      .map(({ uid, startDate, summary }) => {
        const [, kind = '', of = ''] = /^([a-z]+)-(.*)@tactful$/.exec(uid) ?? []
        const who = kind === 'checkin' ? summary.replace(/.* /, '').toLowerCase() : nameOf(of)
        return [startDate.toString().slice(0, 10), `${kind} ${who}`]
      })
      .toSorted()

  it('has in the calendar what is still to be done, on the day it was moved to', async () => {
    const at = await everyEvent()
    expect(read((await at.run(calendar)).out)).toEqual(DAYS.toSorted())
  })

  it('has the same days in an export, with talks on the day they were held', async () => {
    const at = await everyEvent()
    const { out } = await at.run(
      exporting,
      [],
      { for: 'mentor', format: 'ics', since: '2026-10-01' },
      { yes: true },
    )
    const open = DAYS.filter(([, what]) => what?.startsWith('checkin') === false)
    expect(read(out)).toEqual([...open, ['2026-11-20', 'talk early']].toSorted())
  })

  it('names at home what is due today and nothing that is over', async () => {
    const at = await everyEvent()
    const { today } = JSON.parse((await at.run(home, [], {}, { json: true })).out)
    const told = today.map(({ kind, person, due }: Record<string, string>) => `${due} ${kind} ${person}`)
    expect(told).toEqual(['2026-11-10 checkin dan', '2026-11-16 agreement sam'])
  })

  it('has each note once in a timeline, in the order of their days', async () => {
    const at = await everyEvent()
    const rows = JSON.parse((await at.run(timeline, ['sam'], {}, { json: true })).out)
    const days = rows.map(({ date }: { date: string }) => date)
    expect(days).toEqual(days.toSorted())
    // A session, a check-in, two left out, two moved twice, one kept, one dropped, and five of ideas.
    expect(rows).toHaveLength(1 + 1 + 3 + 2 + 1 + 1 + 5)
  })
})
