import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as checkin from '../../src/commands/checkin.ts'
import * as doctor from '../../src/commands/doctor.ts'
import * as list from '../../src/commands/list.ts'
import * as search from '../../src/commands/search.ts'
import type { Asker } from '../../src/core/ports/asker.ts'
import { putNote as note, samsNotebook as notebook } from '../support/checkins.ts'
import { type Desk, desk, problemOf } from '../support/context.ts'
import { fill, IDS } from '../support/sample.ts'

/** Six months after the day on which the notebook was filled: what stands before 21 November is too old. */
const LATER = '2027-05-21'

async function kept(retention: string, given: Parameters<typeof desk>[0] = {}): Promise<Desk> {
  const at = desk({ today: LATER, ...given })
  await fill(at)
  await at.put('tactful.yaml', `format: 1\nretention: ${retention}\n`)
  return at
}

async function findings(at: Desk): Promise<readonly { readonly kind: string; readonly message: string }[]> {
  return JSON.parse((await at.run(doctor, [], {}, { json: true })).out).findings
}

function standsIn(at: Desk, words: string): readonly string[] {
  return readdirSync(at.folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(at.folder, path)).isFile())
    .filter((path) =>
      readFileSync(join(at.folder, path), 'latin1').toLowerCase().includes(words.toLowerCase()),
    )
}

describe('a limit on how long notes are kept', () => {
  it('lists what is older, person by person, and tells apart what an open goal needs', async () => {
    const at = await kept('6 months')
    const old = (await findings(at)).filter(({ kind }) => kind === 'old')
    // Of 21 November are the open goal and its session: not before the limit.
    expect(old.map(({ message }) => message)).toEqual([
      'Sam Rivera: 4 notes older than 6 months, from 1 October 2026 to 2 November 2026.',
      'Wei-Ling Tan: 1 note older than 6 months, of 10 November 2026.',
    ])
    const sooner = await kept('6 months', { today: '2027-06-30' })
    const [sam] = (await findings(sooner)).filter(({ kind }) => kind === 'old')
    expect(sam?.message).toContain('4 notes older')
    // The goal, its session with a promise that is open, and what says that another promise of it was kept.
    expect(sam?.message).toContain('3 more stay, for what is still open.')
    // A goal that says which session it comes from keeps that session, and the evidence which that cites.
    const goal = 'notes/sam-rivera/2026-11-21-goal-g0a111.md'
    await sooner.put(goal, (sooner.read(goal) ?? '').replace('by:', `session: ${IDS.session}\nby:`))
    const [more] = (await findings(sooner)).filter(({ kind }) => kind === 'old')
    expect(more?.message).toContain('4 more stay')
  })

  it('counts the talk that was held and the day it was written, not only the day it is about', async () => {
    const at = await kept('6 months')
    const path = 'notes/wei-ling-tan/2026-11-10-session-we1we1.md'
    const text = at.read(path) ?? ''
    await at.put(path, text.replace('created:', 'held: "2026-12-01"\ncreated:'))
    expect((await findings(at)).filter(({ message }) => message.startsWith('Wei'))).toEqual([])
  })

  it.each(['6 months', '26 weeks', '181 days'])(
    'has nothing to say without it, and reads %s',
    async (words) => {
      const at = await kept(words)
      expect((await findings(at)).some(({ kind }) => kind === 'old')).toBe(true)
      await at.put('tactful.yaml', 'format: 1\n')
      expect(await findings(at)).toEqual([])
      expect(await problemOf(at.run(doctor, [], { purge: true }))).toMatchObject({ kind: 'usage' })
    },
  )

  it.each(['soon', '24', '0 months', '9999 years', '[1, 2]'])(
    'says that %s is no length of time, and removes nothing',
    async (words) => {
      const at = await kept(words)
      const found = await findings(at)
      expect(found.map(({ kind }) => kind)).toEqual(['broken'])
      expect(found[0]?.message).toContain('retention')
      expect(await problemOf(at.run(doctor, [], { purge: true }, { yes: true }))).toMatchObject({
        kind: 'usage',
      })
    },
  )

  it('removes nothing unasked, nor for another number', async () => {
    const at = await kept('6 months')
    const before = at.tree()
    await at.run(doctor, [], { fix: true })
    for (const [options, common] of [
      [{ purge: true }, {}],
      [{ purge: true }, { yes: true }],
      [{ purge: true, count: '4' }, { yes: true }],
    ] as const) {
      const problem = await problemOf(at.run(doctor, [], options, common))
      expect(problem).toMatchObject({ kind: 'usage', mend: expect.stringContaining('--count 5') })
    }
    const { out } = await at.run(doctor, [], { purge: true, dryRun: true })
    expect(out).toContain('Older than 6 months: last touched before 21 November 2026.')
    expect(out).toContain('First feedback')
    expect(at.tree()).toEqual(before)
  })

  it('removes them with their private parts, and leaves a notebook that is well', async () => {
    const at = await kept('6 months')
    await at.run(search, ['greeting'])
    expect(standsIn(at, 'new checklist helped').length).toBeGreaterThan(0)
    expect(standsIn(at, 'Greeting').length).toBeGreaterThan(1)
    const { out, outcome } = await at.run(doctor, [], { purge: true, count: '5' }, { yes: true })
    expect(out).toBe('Removed 5 files.\nOf 1 note only the days are left.\n')
    expect(outcome).toBe('done')
    for (const words of ['Greeting', 'new checklist helped', 'Sharing what works'])
      expect(standsIn(at, words)).toEqual([])
    // The session cites evidence that is gone: its time was over, nothing is broken.
    expect(await findings(at)).toEqual([])
    const left = JSON.parse((await at.run(list, [], {}, { json: true })).out)
    expect(JSON.stringify(left)).toContain('Every waiting customer')
    expect((await at.run(doctor, [], { purge: true })).out).toBe('Nothing is older than 6 months.\n')
  })

  it('removes them once their number is typed', async () => {
    const typed: string[] = []
    const asker: Asker = {
      ask: async (_screen, check) => {
        for (const raw of ['yes', 'remove 4', 'remove  5'])
          typed.push(`${raw}: ${(await check(raw)) === undefined}`)
        return { reply: 'answer', raw: 'Remove 5' }
      },
      choose: async () => ({ reply: 'back' }),
      say: () => undefined,
      close: () => undefined,
    }
    const at = await kept('6 months', { asker })
    expect((await at.run(doctor, [], { purge: true })).out).toBe(
      'Removed 5 files.\nOf 1 note only the days are left.\n',
    )
    expect(typed).toEqual(['yes: false', 'remove 4: false', 'remove  5: true'])
  })

  it('takes no for an answer', async () => {
    const heard: (string | undefined)[] = []
    const asker: Asker = {
      ask: async (_screen, check) => {
        heard.push(await check('y'), await check('no'))
        return { reply: 'answer', raw: 'no' }
      },
      choose: async () => ({ reply: 'back' }),
      say: () => undefined,
      close: () => undefined,
    }
    const at = await kept('6 months', { asker })
    const before = at.tree()
    expect((await at.run(doctor, [], { purge: true })).err).toContain('Nothing was removed.')
    expect(heard).toEqual([expect.stringContaining('A yes alone'), undefined])
    expect(at.tree()).toEqual(before)
  })

  it('keeps what is open with what was noted about it, names it, and takes what is over with its updates', async () => {
    const at = await notebook('2027-03-20')
    await at.put('tactful.yaml', 'format: 1\nretention: 3 months\n')
    const item = (kind: string, id: string, label: string) =>
      `items: [{ id: "${id}", kind: ${kind}, label: ${label} }]\n`
    const ends = (of: string, what: string, on: string) =>
      `events: [{ of: "${of}", what: ${what}, on: "${on}" }]\n`
    const idea = '01KAHS6F8M00000000000000ZA'
    const promise = '01KAHS6F8M00000000000000ZB'
    const kept = '01KAHS6F8M00000000000000ZC'
    const barrier = await note(at, 'barrier', '2026-10-02')
    await note(at, 'update', '2026-10-09', ends(barrier, 'raised', '2026-10-09'))
    await note(at, 'session', '2026-10-03', item('idea', idea, 'I1'), '\n- I1 · a list on the wall\n')
    await note(
      at,
      'checkin',
      '2026-10-10',
      item('promise', promise, 'P1'),
      '\n- P1 · finds out where the list is\n',
    )
    await note(at, 'checkin', '2026-10-17', item('promise', kept, 'P1'), '\n- P1 · kept long ago\n')
    await note(at, 'update', '2026-10-20', ends(kept, 'kept', '2026-10-20'))
    // Met inside the three months: touched then.
    const goal = await note(at, 'goal', '2026-09-01')
    await note(at, 'update', '2027-01-11', ends(goal, 'met', '2027-01-11'))
    const over = await note(at, 'barrier', '2026-09-02', '', '\nover and done with\n')
    await note(at, 'update', '2026-10-21', ends(over, 'solved', '2026-10-21'))

    const { out } = await at.run(doctor, [], { purge: true, dryRun: true })
    for (const words of [
      'in the way: A note',
      'idea: a list on the wall',
      'promise: finds out where the list is',
    ])
      expect(out).toContain(words)
    const before = (await at.run(checkin, [], {}, { json: true })).out
    expect(before).toContain('"last": "2026-10-17"')
    await at.run(doctor, [], { purge: true, count: '4' }, { yes: true })
    const left = Object.keys(at.tree()).filter((path) => path.endsWith('.md'))
    expect(left.map((path) => path.slice(17, 35)).sort()).toEqual(
      [
        '2026-09-01-goal-00',
        '2026-10-02-barrier',
        '2026-10-03-session',
        '2026-10-09-update-',
        '2026-10-10-checkin',
        '2026-10-17-checkin',
        '2027-01-11-update-',
      ].sort(),
    )
    // The last check-in still counts, and nothing of what was said in it is left.
    expect((await at.run(checkin, [], {}, { json: true })).out).toBe(before)
    expect(standsIn(at, 'kept long ago')).toEqual([])
    expect(standsIn(at, 'over and done with')).toEqual([])
    expect((await findings(at)).filter(({ kind }) => kind !== 'old')).toEqual([])
    expect((await at.run(doctor, [], { purge: true, dryRun: true })).out).not.toContain('removed')
  })
})
