import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as trends from '../../src/commands/trends.ts'
import { formatNote } from '../../src/core/notebook/codec.ts'
import { notePath } from '../../src/core/notebook/names.ts'
import type { Facts } from '../../src/core/notebook/note.ts'
import { type Desk, desk } from '../support/context.ts'
import { facts, items } from '../support/team.ts'

const NAMES = ['Ava Lind', 'Bo Marsh', 'Cem Kaya', 'Dot Quill', 'Eli Stone', 'Fen Wolfe']

async function put(own: Desk, note: Facts): Promise<void> {
  await own.put(notePath(note), formatNote({ facts: note, lead: '', sections: [] }))
}

/** So many people, each with one thing to grow in on one day, and one check-in; the first one brought a barrier. */
async function people(count: number, options: Parameters<typeof desk>[0] = {}): Promise<Desk> {
  const own = desk(options)
  await own.put('tactful.yaml', 'format: 1\n')
  for (const name of NAMES.slice(0, count)) {
    const slug = name.toLowerCase().replace(' ', '-')
    await own.put(`people/${slug}.yaml`, `name: ${name}\nrelationship: mentor\n`)
    const seen = items({ date: '2026-10-14', side: 'growth', area: 'handover', source: 'ticket' })
    await put(own, facts('evidence', slug, '2026-10-15', { items: seen }))
    await put(own, facts('checkin', slug, '2026-11-02'))
  }
  if (count > 0) {
    await put(
      own,
      facts('barrier', 'ava-lind', '2026-10-20', {
        title: 'The roster that Ava Lind keeps with Priya Walsh was old on 14 October',
        barrier: { owner: 'Noor Haddad' },
      }),
    )
  }
  return own
}

const SHARED = [
  { count: 0, behind: 'Fewer than five people.', shows: ['Nothing is noted yet'], handover: undefined },
  { count: 1, behind: 'Fewer than five people.', shows: ['hidden: fewer than five'], handover: undefined },
  { count: 4, behind: 'Fewer than five people.', shows: ['hidden: fewer than five'], handover: undefined },
  { count: 5, behind: '5 people.', shows: ['5: 5 to grow', 'held without a plan'], handover: 5 },
  { count: 6, behind: '6 people.', shows: ['6: 6 to grow', 'held without a plan'], handover: 6 },
] as const

describe.each(SHARED)('trends about $count people', ({ count, behind, shows, handover }) => {
  test('in a pipe tell of five and more, in every form', async () => {
    const own = await people(count)
    const { out } = await own.run(trends)
    expect(out).toContain(behind)
    for (const words of shows) expect(out).toContain(words)
    if (handover === undefined) expect(out).not.toMatch(/Handover {2}|Ticket {2}|October 2026 {2}█/)
    const json = JSON.parse((await own.run(trends, [], {}, { json: true })).out)
    expect([json.people, json.areas.rows[0]?.count, json.months.rows[0]?.count]).toEqual(
      handover === undefined ? [undefined, undefined, undefined] : [handover, handover, handover],
    )
    const csv = (await own.run(trends, [], { format: 'csv' })).out
    expect(/^areas,handover,Handover,(\d+),/m.exec(csv)?.[1]).toBe(handover?.toString())
    expect(csv).not.toMatch(/,[1-4],/)
    const page = (await own.run(trends, [], { format: 'html' })).out
    expect(/<th scope="row">Handover<\/th><td class="number">(\d+)/.exec(page)?.[1]).toBe(
      handover?.toString(),
    )
    for (const text of [out, JSON.stringify(json), csv, page])
      expect(text).not.toMatch(/Ava|Lind|Bo |Marsh|ava-lind|Colleague|14 October|2026-10-\d/)
  })

  test('on the screen, and with --own in a pipe or a file, tell the mentor everything', async () => {
    const screen = (await (await people(count, { columns: 80 })).run(trends)).out
    const own = await people(count)
    const piped = (await own.run(trends, [], { own: true })).out
    await own.run(trends, [], { own: true, to: 'own.txt' })
    const json = JSON.parse((await own.run(trends, [], { own: true }, { json: true })).out)
    const all = count === 1 ? '1 person.' : `${count} people.`
    for (const text of [screen, piped, readFileSync(join(own.folder, 'own.txt'), 'utf8')]) {
      expect(text).toContain(all)
      expect(text).not.toContain('hidden')
      if (count > 0) expect(text).toMatch(new RegExp(`Handover +█+ +${count}: ${count} to grow`))
      if (count > 0) expect(text).toContain('open for 32 days, found with Ava Lind')
    }
    expect(json.people).toBe(count)
    expect(json.barriers).toHaveLength(Math.min(count, 1))
  })
})

describe('what leaves with trends', () => {
  test('is told before it is written: whose names were taken out, and what could be a name still', async () => {
    const own = await people(6)
    const { out, err } = await own.run(trends)
    expect(out.replace(/\s+/g, ' ')).toContain(
      'The roster that a colleague keeps with Priya Walsh was old in October (Noor Haddad, open since October 2026)',
    )
    expect(err.replace(/\s+/g, ' ')).toContain('These could be names: "Noor Haddad", "Priya Walsh".')
    expect(err).toContain('Names of people in your notebook')
    expect(err).toContain('Please read those lines before you hand this on.')
    expect((await own.run(trends, [], {}, { quiet: true })).err).toBe('')
  })

  test('has months for days in a table and in JSON', async () => {
    const own = await people(6)
    const { barriers } = JSON.parse((await own.run(trends, [], {}, { json: true })).out)
    expect(barriers).toMatchObject([{ from: '2026-10', owner: 'Noor Haddad', state: 'open' }])
    expect(barriers[0]).not.toHaveProperty('days')
    const { out } = await own.run(trends, [], { format: 'csv' })
    expect(out).toMatch(/^barriers,.*,2026-10,,open,Noor Haddad,\r$/m)
  })

  test('keeps one thing of one person after the last day from being reckoned', async () => {
    const own = await people(6)
    const late = items({ date: '2026-11-20', side: 'strength', area: 'handover', source: 'survey' })
    await put(own, facts('evidence', 'ava-lind', '2026-11-20', { items: late }))
    const until = JSON.parse((await own.run(trends, [], { until: '2026-11-19' }, { json: true })).out)
    const whole = JSON.parse((await own.run(trends, [], {}, { json: true })).out)
    expect(whole.areas.total).toBe(7)
    for (const table of ['areas', 'sources', 'months'])
      expect(until[table]).toEqual({ rows: [], hidden: true })
    expect(until.people).toBe(6)
    expect(until.checkins).toEqual(whole.checkins)
  })

  test('tells striped, solid and dotted bars apart, and says what each means', async () => {
    const own = await people(6)
    for (const [at, name] of NAMES.entries()) {
      const slug = name.toLowerCase().replace(' ', '-')
      const side = at < 2 ? 'strength' : 'growth'
      const seen = items(
        { date: '2026-10-14', side, area: 'communication', source: 'survey' },
        { date: '2026-10-14', side: 'strength', area: 'handover', source: 'survey' },
        { date: '2026-10-14', side: 'growth', area: 'escalation', source: 'survey' },
        { date: '2026-10-14', side: 'strength', area: 'escalation', source: 'survey' },
      )
      await put(own, facts('evidence', slug, '2026-10-15', { items: seen }))
    }
    const { out } = await own.run(trends, [], { format: 'html' })
    const areas = /<h2 id="areas">[\s\S]*?<\/figure>/.exec(out)?.[0] ?? ''
    expect(areas.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')).toContain(
      'striped: to grow solid: went well dotted: sides not told, fewer than five people',
    )
    const picture = /<svg viewBox="0 0 480[\s\S]*?<\/svg>/.exec(areas)?.[0] ?? ''
    const bars = [...picture.matchAll(/<rect x[^>]*(?:#areas-(\w+)|class="(\w+)")/g)].map(
      ([, a, b]) => a ?? b,
    )
    // Two people alone heard of strengths in communication: another row goes with it.
    expect(bars).toEqual(['dots', 'outline', 'dots', 'outline', 'stripes', 'fill', 'outline'])
  })
})
