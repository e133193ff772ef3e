import { describe, expect, it } from 'vitest'
import * as list from '../../src/commands/list.ts'
import * as search from '../../src/commands/search.ts'
import { formatNote } from '../../src/core/notebook/codec.ts'
import { notePath } from '../../src/core/notebook/names.ts'
import type { Facts } from '../../src/core/notebook/note.ts'
import { type Desk, type DeskOptions, desk, problemOf } from '../support/context.ts'
import { fill, IDS } from '../support/sample.ts'

async function filled(given: DeskOptions = {}): Promise<Desk> {
  const at = desk(given)
  await fill(at)
  return at
}

async function found(at: Desk, words: string, options = {}): Promise<Record<string, unknown>[]> {
  const { out } = await at.run(search, words.split(' '), options, { json: true })
  return JSON.parse(out)
}

async function barrier(at: Desk, n: number, facts: Partial<Facts>, text: string): Promise<string> {
  const id = `01KAM2Y6Z4000000000000BB${n}`
  const whole: Facts = {
    tactful: 1,
    id,
    kind: 'barrier',
    person: 'sam-rivera',
    date: '2026-09-01',
    created: '2026-09-01T10:00:00Z',
    title: `Barrier ${n}`,
    ...facts,
  }
  await at.put(notePath(whole), formatNote({ facts: whole, lead: text, sections: [] }))
  return id
}

describe('search', () => {
  it('prints the shape others rely on, with a snippet', async () => {
    const at = await filled()
    const before = at.tree()
    const [first] = await found(at, 'greeting callers', { kind: 'session' })
    expect(first).toEqual({
      id: IDS.earlier,
      kind: 'session',
      person: 'sam-rivera',
      date: '2026-10-01',
      title: 'First feedback',
      template: null,
      path: 'notes/sam-rivera/2026-10-01-session-z9z9z9.md',
      snippet: expect.stringContaining('Greeting callers by name.'),
      private: false,
    })
    expect(at.tree()).toEqual(before)
  })

  it('takes other forms of a word, and needs all of the words', async () => {
    const at = await filled()
    expect((await found(at, 'handovers')).map(({ id }) => id)).toContain(IDS.session)
    expect(await found(at, 'handover caller')).toEqual([])
    expect((await found(at, '"goal and the logs"')).length).toBeGreaterThan(0)
    expect(await found(at, '"logs and the goal"')).toEqual([])
  })

  it('puts the note that speaks of little else first', async () => {
    const at = await filled()
    const long = await barrier(at, 10, {}, `The rota moved. ${'Many other words stand here. '.repeat(40)}`)
    const short = await barrier(at, 11, { title: 'The rota' }, 'The rota moved, nobody was told.')
    expect((await found(at, 'rota')).map(({ id }) => id).slice(0, 2)).toEqual([short, long])
  })

  it('forgives a slip and says what it took instead', async () => {
    const at = await filled()
    const { out, err } = await at.run(search, ['handovre'])
    expect(out).toContain('handover')
    expect(err).toContain('No note says "handovre". Did you mean "handover"?')
    const nowhere = await at.run(search, ['zebra'])
    expect(nowhere).toMatchObject({ out: '', outcome: 'done' })
    expect(nowhere.err).toContain('No note says "zebra"')
  })

  it('forgives two letters that changed places, also in a short word', async () => {
    const at = await filled()
    expect((await at.run(search, ['lgos'])).err).toContain('Did you mean "logs"?')
    expect((await at.run(search, ['olgs', 'goal'])).out).toContain('logs')
  })

  it.each(['*', '""', '👩‍👩‍👧', ' '])('refuses %j, in which there is no word', async (words) => {
    const at = await filled()
    expect(await problemOf(at.run(search, [words]))).toMatchObject({
      kind: 'usage',
      message: 'There is nothing to look for.',
    })
  })

  it('finds what is private, and leaves it out with --shared', async () => {
    const at = await filled()
    expect(await found(at, 'their ticket')).toMatchObject([{ id: IDS.session, private: true }])
    expect(await found(at, 'their ticket', { shared: true })).toEqual([])
    expect((await at.run(search, ['their', 'ticket'])).out).toContain('in your private part:')
  })

  it('filters by person, kind, days in words, template, area and behaviour', async () => {
    const at = await filled()
    const filed = await barrier(
      at,
      12,
      { choices: { 'points.1.behaviour': 'updates-waiting', area: 'Problem solving' }, template: 'mine@2' },
      'Sharing what was seen in the late shift.',
    )
    const ids = async (options: object): Promise<unknown[]> =>
      (await found(at, 'sharing', options)).map(({ id }) => id)
    expect(await ids({})).toEqual(expect.arrayContaining([IDS.other, filed]))
    expect(await ids({ person: 'wei' })).toEqual([IDS.other])
    expect(await ids({ kind: 'barrier' })).toEqual([filed])
    expect(await ids({ since: 'last quarter', until: 'last month' })).toEqual([filed])
    expect(await ids({ since: 'this month' })).toEqual([IDS.other])
    expect(await ids({ template: 'mine' })).toEqual([filed])
    expect(await ids({ area: 'problem-solving' })).toEqual([filed])
    expect(await ids({ behaviour: 'updates-waiting' })).toEqual([filed])
    expect(await ids({ behaviour: 'callback' })).toEqual([])
    expect(await ids({ limit: '1' })).toHaveLength(1)
  })

  it.each([
    ['last October', '1 October 2025'],
    ['last Q2', '1 April 2025'],
  ])('asks which one is meant by "%s"', async (since, other) => {
    const at = await filled()
    expect(await problemOf(found(at, 'handover', { since }))).toMatchObject({
      kind: 'usage',
      message: expect.stringContaining(other),
    })
  })

  it('refuses to look for nothing', async () => {
    expect(await problemOf((await filled()).run(search, [' ']))).toMatchObject({ kind: 'usage' })
  })

  it.each([20, 40, 80])('keeps within %i columns', async (columns) => {
    const at = await filled({ columns })
    const { out } = await at.run(search, ['waiting'])
    expect(out).not.toBe('')
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(columns)
  })

  it('lets nothing that was found steer the terminal', async () => {
    const at = await filled()
    await barrier(at, 13, { title: 'x\u001b[2Jy' }, 'The zebra\u001b]52;c;AAAA\u0007 was \u202eseen.')
    const { out } = await at.run(search, ['zebra'])
    expect(out).not.toMatch(/[\u001b\u0007\u202e]/)
    expect(out).toContain('zebra')
  })
})

describe('list, filtered', () => {
  it('takes words, areas and templates', async () => {
    const at = await filled()
    const rows = async (options: Readonly<Record<string, string>>): Promise<Record<string, unknown>[]> =>
      JSON.parse((await at.run(list, [], options, { json: true })).out)
    expect((await rows({ text: 'greeting' })).map(({ id }) => id)).toContain(IDS.earlier)
    expect((await rows({ template: 'constructive-feedback' })).map(({ id }) => id)).toEqual([IDS.session])
    expect((await rows({ kind: 'evidence', text: 'handover' })).map(({ id }) => id)).toEqual([IDS.item1])
    expect(await rows({ area: 'nowhere' })).toEqual([])
  })

  it('takes an id from either end', async () => {
    const at = await filled()
    const show = await import('../../src/commands/show.ts')
    for (const typed of ['q47', 'K3V', '47k3v', IDS.session]) {
      expect((await at.run(show, [typed])).out).toContain('Feedback for Sam Rivera')
    }
    expect(await problemOf(at.run(show, ['g0a']))).toMatchObject({ kind: 'ambiguous' })
  })
})
