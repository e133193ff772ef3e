import { describe, expect, it } from 'vitest'
import * as copy from '../../src/commands/export.ts'
import { formatNote } from '../../src/core/notebook/codec.ts'
import { notePath } from '../../src/core/notebook/names.ts'
import type { Facts, Section } from '../../src/core/notebook/note.ts'
import { type Desk, desk, problemOf } from '../support/context.ts'
import { fill } from '../support/sample.ts'

const YES = { yes: true }

async function add(
  at: Desk,
  more: Partial<Facts> & Pick<Facts, 'id' | 'kind'>,
  sections: readonly Section[],
) {
  const facts: Facts = {
    ...{ tactful: 1, person: 'sam-rivera', date: '2026-11-12', created: '2026-11-12T10:00:00.000Z' },
    ...{ title: 'Evidence about Sam Rivera', ...more },
  }
  await at.put(notePath(facts), formatNote({ facts, lead: '', sections }))
}

/** A line with one address, one ticket, and names the notebook does not know. */
async function withMail(): Promise<Desk> {
  const at = desk()
  await fill(at)
  const item = { id: '01KAJ2Y6Z400000000000MA11T', kind: 'evidence', label: 'E1', ticket: '48777' }
  const id = '01KAJ2Y6Z40000000000MA11NT'
  await add(at, { id, kind: 'evidence', items: [{ ...item, date: '2026-11-12' }] }, [
    {
      id: 'evidence',
      heading: 'Evidence',
      text: '- E1 · 12 November · ticket 48777 · wrote to kim@example.com that Mara Lindqvist and Mrs Okafor had called, with Wei-Ling Tan',
    },
  ])
  return at
}

describe('what is told before a copy leaves', () => {
  it.each(['lead', 'person'])('counts each thing once, for the %s', async (reader) => {
    const at = await withMail()
    const { err } = await at.run(copy, ['a11nt'], { for: reader }, YES)
    expect(err).toMatch(/ 1 (?: ?)e-mail address\n/)
    if (reader === 'lead') expect(err).toMatch(/ 1 {2}numbers? of tickets, counted anew/)
  })

  it.each(['lead', 'person'])(
    'lists names that nobody knows, and not the mentor’s own, for the %s',
    async (reader) => {
      const at = await withMail()
      at.settings.set('name', 'Mara Lindqvist')
      const { err } = await at.run(copy, ['a11nt'], { for: reader }, YES)
      expect(err).toContain('"Mrs Okafor", once: looks like a name')
      expect(err).not.toMatch(/"(?:Mara|Lindqvist|Sam|Wei)/)
    },
  )

  it.each([
    { for: 'person', split: 'nowhere' },
    { for: 'lead', to: 'nowhere/copy.md' },
    { everythingAbout: 'sam', split: 'nowhere' },
  ])('comes after a folder that is missing is refused: %j', async (options) => {
    const at = await withMail()
    const args = 'for' in options ? ['a11nt'] : []
    expect(await problemOf(at.run(copy, args, options))).toMatchObject({
      message: 'There is no folder nowhere.',
    })
  })
})

describe('the copy for the person', () => {
  it('begins after a talk with what was agreed, then with what became of the goals', async () => {
    const at = desk()
    await fill(at)
    const section = (id: string, heading: string) => ({ id, heading, text: `Words of ${id}.` })
    const talked = { template: 'talk@1', at: '2026-11-12T12:00:00.000Z' }
    const sections = [
      ...[section('well', 'What went well'), section('outcome', 'What became of the goals')],
      section('agreed', 'What you both agreed'),
    ]
    const note = { id: '01KAJ2Y6Z40000000000TA1KED', kind: 'session', own: [] } as const
    await add(at, { ...note, talked }, sections)
    await add(at, { ...note, id: '01KAJ2Y6Z40000000000P1ANED' }, sections)
    const order = async (id: string) =>
      [...(await at.run(copy, [id], { for: 'person' }, YES)).out.matchAll(/Words of (\w+)/g)].map(
        ([, one]) => one,
      )
    expect(await order('ta1ked')).toEqual(['agreed', 'outcome', 'well'])
    expect(await order('p1aned')).toEqual(['well', 'outcome', 'agreed'])
  })

  it('says of nobody’s own words that somebody else sees it so', async () => {
    const at = desk()
    await fill(at)
    const form = { id: 'self', version: 1, state: 'received', from: 'person' }
    const words = [{ id: 'view', heading: 'Your view', text: 'I asked too late.' }]
    await add(at, { id: '01KAJ2Y6Z40000000000F0RM0W', kind: 'form', form }, words)
    const { out } = await at.run(copy, ['f0rm0w'], { for: 'person' }, YES)
    expect(out).toContain('I asked too late.')
    expect(out).not.toMatch(/somebody who works with you|Your answer/)
    const { out: both } = await at.run(copy, ['f0rm0w', 'q47k3v'], { for: 'person' }, YES)
    expect(both.indexOf('I asked too late.')).toBeLessThan(both.indexOf('somebody who works with you'))
    expect(both.match(/## Your answer/g)).toHaveLength(1)
  })
})
