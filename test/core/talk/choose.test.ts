import { describe, expect, it } from 'vitest'
import { plainIndex } from '../../../src/core/notebook/index/plain.ts'
import { thingsDue } from '../../../src/core/notebook/today.ts'
import { stillToTalk } from '../../../src/core/talk/choose.ts'
import { putNote, samsNotebook } from '../../support/checkins.ts'
import type { Desk } from '../../support/context.ts'

const TALK = (day: string, time = '14:00') => `talk:\n  date: "${day}"\n  time: "${time}"\n`

async function standings(at: Desk) {
  return (await (await plainIndex(at.files())).standing()).values()
}

async function open(at: Desk, today = '2026-11-24') {
  return stillToTalk(await standings(at), today).map(({ person, on }) => `${person} ${on ?? '-'}`)
}

describe('sessions that wait for their talk', () => {
  it('come with those of today first, then what was planned, what comes, and what has no day', async () => {
    const at = await samsNotebook('2026-11-24')
    await putNote(at, 'session', '2026-11-20', '', '', 'no-day')
    await putNote(at, 'session', '2026-11-20', TALK('2026-12-01'), '', 'later')
    await putNote(at, 'session', '2026-11-20', TALK('2026-11-23'), '', 'yesterday')
    await putNote(at, 'session', '2026-11-20', TALK('2026-11-10'), '', 'long-ago')
    await putNote(at, 'session', '2026-11-20', TALK('2026-11-24', '16:00'), '', 'afternoon')
    await putNote(at, 'session', '2026-11-20', TALK('2026-11-24', '09:00'), '', 'morning')
    expect(await open(at)).toEqual([
      'morning 2026-11-24',
      'afternoon 2026-11-24',
      'yesterday 2026-11-23',
      'long-ago 2026-11-10',
      'later 2026-12-01',
      'no-day -',
    ])
  })

  it('are over once held, once a check-in came after, and once there is a newer session', async () => {
    const at = await samsNotebook('2026-11-24')
    await putNote(at, 'session', '2026-11-20', `${TALK('2026-11-23')}held: "2026-11-23"\n`, '', 'held')
    await putNote(at, 'session', '2026-11-10', TALK('2026-11-12'), '', 'checked-in')
    await putNote(at, 'checkin', '2026-11-20', '', '', 'checked-in')
    await putNote(at, 'session', '2026-11-10', TALK('2026-11-12'), '', 'newer')
    await putNote(at, 'session', '2026-11-20', TALK('2026-11-30'), '', 'newer')
    const id = await putNote(at, 'session', '2026-11-10', TALK('2026-11-12'), '', 'noted')
    await putNote(
      at,
      'update',
      '2026-11-13',
      `events:\n  - of: "${id}"\n    what: held\n    "on": "2026-11-12"\n`,
      '',
      'noted',
    )
    expect(await open(at)).toEqual(['newer 2026-11-30'])
  })

  it('are due from their day on for two weeks, and then no longer asked about', async () => {
    const at = await samsNotebook('2026-11-24')
    await putNote(at, 'session', '2026-11-20', TALK('2026-11-24'))
    const due = async (today: string) =>
      thingsDue(await standings(at), today).map(({ kind, at: time }) => `${kind} ${time}`)
    expect(await due('2026-11-23')).toEqual([])
    expect(await due('2026-11-24')).toEqual(['talk 14:00'])
    expect(await due('2026-12-08')).toEqual(['talk 14:00'])
    expect(await due('2026-12-09')).toEqual([])
  })
})
