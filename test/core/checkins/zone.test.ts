import { describe, expect, it } from 'vitest'
import { dayAfter } from '../../../src/core/checkins/cadence.ts'
import { readCadence } from '../../../src/core/checkins/cadence-phrase.ts'
import { instantIn, isZone, nearZones } from '../../../src/core/checkins/zone.ts'
import { dayInZone } from '../../../src/core/dates.ts'
import { nearNames } from '../../../src/core/template/near.ts'

describe('local times in a zone', () => {
  it.each([
    [
      'Europe/Berlin',
      ['2027-03-22T08:00:00Z', '2027-03-29T07:00:00Z'],
      ['2027-10-25T07:00:00Z', '2027-11-01T08:00:00Z'],
    ],
    [
      'America/St_Johns',
      ['2027-03-08T12:30:00Z', '2027-03-15T11:30:00Z'],
      ['2027-11-01T11:30:00Z', '2027-11-08T12:30:00Z'],
    ],
    [
      'Australia/Lord_Howe',
      ['2027-03-28T22:00:00Z', '2027-04-04T22:30:00Z'],
      ['2027-09-26T22:30:00Z', '2027-10-03T22:00:00Z'],
    ],
  ])('keeps Monday 09:00 in %s across both changes of the clock', async (zone, spring, autumn) => {
    const read = readCadence('weekly on Monday 09:00')
    if ('mistake' in read) throw new Error(read.mistake)
    const instants = new Map<string, string>()
    for (let day = '2027-01-04'; day < '2028-01-01'; day = dayAfter(read.cadence, day)) {
      instants.set(await instantIn(zone, day, read.cadence.time ?? ''), day)
    }
    expect(instants.size).toBe(52)
    for (const instant of [...spring, ...autumn]) expect([...instants.keys()]).toContain(instant)
    const clock = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
    })
    for (const instant of instants.keys()) expect(clock.format(new Date(instant))).toBe('Mon 09:00')
  })

  it('takes a time that the clock skips as much later as it jumps', async () => {
    expect(await instantIn('Europe/Berlin', '2027-03-28', '02:30')).toBe('2027-03-28T01:30:00Z')
    expect(await instantIn('America/St_Johns', '2027-03-14', '02:30')).toBe('2027-03-14T06:00:00Z')
    expect(await instantIn('Australia/Lord_Howe', '2027-10-03', '02:15')).toBe('2027-10-02T15:45:00Z')
  })

  it('takes the first of an hour that comes twice', async () => {
    expect(await instantIn('Europe/Berlin', '2027-10-31', '02:30')).toBe('2027-10-31T00:30:00Z')
    expect(await instantIn('Australia/Lord_Howe', '2027-04-04', '01:45')).toBe('2027-04-03T14:45:00Z')
  })

  it('knows which day it is there', () => {
    expect(dayInZone('Australia/Lord_Howe', '2026-11-21T14:30:00Z')).toBe('2026-11-22')
    expect(dayInZone('America/St_Johns', '2026-11-21T02:30:00Z')).toBe('2026-11-20')
  })

  it('knows zones, and names near ones', () => {
    expect(isZone('Europe/Berlin')).toBe(true)
    expect(isZone('Europe/Berlim')).toBe(false)
    expect(isZone('')).toBe(false)
    expect(nearZones('Europe/Berlim', nearNames)).toContain('Europe/Berlin')
    expect(nearZones('berlin', nearNames)).toContain('Europe/Berlin')
    expect(nearZones('New York', nearNames)).toContain('America/New_York')
  })
})
