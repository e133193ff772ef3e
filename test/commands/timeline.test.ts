import { describe, expect, it } from 'vitest'
import * as jot from '../../src/commands/jot.ts'
import * as list from '../../src/commands/list.ts'
import * as peopleShow from '../../src/commands/people-show.ts'
import * as timeline from '../../src/commands/timeline.ts'
import { cells } from '../../src/core/text/width.ts'
import { desk, problemOf } from '../support/context.ts'
import { fill } from '../support/sample.ts'

describe('timeline', () => {
  it('tells everything about one person in order of day, under months, evidence on the day it happened', async () => {
    const at = desk()
    await fill(at)
    const { out, err, outcome } = await at.run(timeline, ['sam'])
    expect([err, outcome]).toEqual(['', 'done'])
    expect(out).toBe(
      [
        'Sam Rivera',
        '',
        'October 2026',
        'g0a222  Thu 1 Oct   goal        Greet every caller by name',
        'z9z9z9  Thu 1 Oct   session     First feedback',
        'e2e2e2  Wed 14 Oct  evidence -  The update came the next day',
        'chck1n  Fri 30 Oct  check-in    Check-in',
        '',
        'November 2026',
        'e1e1e1  Mon 2 Nov   evidence +  The handover had the goal and the logs',
        'g0a111  Sat 21 Nov  goal        Every waiting customer hears from me once a day',
        'q47k3v  Sat 21 Nov  session     Feedback for Sam Rivera',
        '0vpd8a  Sat 21 Nov  update      Promise kept',
        '',
      ].join('\n'),
    )
  })

  it('shows no day for evidence that has none, here and wherever evidence is shown', async () => {
    const at = desk()
    await fill(at)
    await at.run(jot, ['- Nobody was told'], { about: 'Sam' })
    const { out } = await at.run(timeline, ['sam'])
    expect(out).toMatch(/\n\nWithout a day\n\S{6} {2}no day +evidence - {2}Nobody was told\n$/)
    expect(out.match(/Nobody was told/g)).toHaveLength(1)
    const listed = await at.run(list, [], { kind: 'evidence' })
    expect(listed.out).toMatch(/\S{6} {2}no day +evidence - {2}Sam Rivera {2}Nobody was told/)
    const rows = JSON.parse((await at.run(list, [], { kind: 'evidence' }, { json: true })).out)
    expect(rows.filter((row: { undated?: true }) => row.undated === true)).toHaveLength(1)
    const shown = await at.run(peopleShow, ['sam'])
    expect(shown.out).toMatch(/November 2026 +\S+ +1\n/)
    expect(shown.out).toMatch(/no day +\S+ +1\n/)
  })

  it('names an area behind the words, unless they begin with it as those of an export do', async () => {
    const at = desk()
    await at.run(jot, ['Explained every line of it'], { about: 'Sam', area: 'escalation' }, { yes: true })
    await at.run(jot, ['Escalation: asked first'], { about: 'Sam', area: 'escalation' })
    const { out } = await at.run(timeline, ['sam'])
    expect(out).toMatch(/Explained every line of it \(Escalation\)\n/)
    expect(out).toMatch(/Escalation: asked first\n/)
  })

  it.each([
    [{ kind: 'evidence' }, ['e2e2e2', 'e1e1e1']],
    [{ since: '2026-11-01', kind: 'session' }, ['q47k3v']],
    [{ until: '2026-10-14' }, ['g0a222', 'z9z9z9', 'e2e2e2']],
    [{ since: '2026-10-02', until: '2026-10-31' }, ['e2e2e2', 'chck1n']],
    [{ limit: '2' }, ['q47k3v', '0vpd8a']],
    [{ area: 'nothing' }, []],
  ])('is narrowed by %j', async (options, ids) => {
    const at = desk()
    await fill(at)
    const { out } = await at.run(timeline, ['sam'], options, { json: true })
    const rows = JSON.parse(out) as readonly Readonly<Record<string, unknown>>[]
    expect(rows.map(({ id }) => String(id).slice(-6).toLowerCase())).toEqual(ids)
    for (const row of rows) {
      expect(row).toMatchObject({ person: 'sam-rivera', path: expect.stringMatching(/^notes\/sam-rivera\//) })
      for (const key of ['id', 'kind', 'date', 'title', 'template']) expect(row).toHaveProperty(key)
    }
  })

  it('fits forty columns, and says so where there is nothing', async () => {
    const at = desk({ columns: 40 })
    await fill(at)
    for (const line of (await at.run(timeline, ['sam'])).out.split('\n')) {
      expect(cells(line)).toBeLessThanOrEqual(40)
    }
    expect(await at.run(timeline, ['wei'], { kind: 'goal' })).toMatchObject({
      out: '',
      err: 'Nothing matches.\n',
    })
    expect(await problemOf(at.run(timeline, ['Sam Rivero']))).toMatchObject({
      kind: 'unknown',
      near: ['Sam Rivera'],
    })
    expect(
      await problemOf(at.run(timeline, ['sam'], { since: '2026-11-01', until: '2026-10-01' })),
    ).toMatchObject({
      kind: 'usage',
    })
  })

  it('names areas as the team words them, and goes on where their list is broken', async () => {
    const at = desk()
    await fill(at)
    const path = 'notes/sam-rivera/2026-11-02-evidence-ev1daa.md'
    const text = at.read(path) ?? ''
    await at.put(path, text.replace('side: growth', 'side: growth\n    area: billing'))
    await at.put(
      'library/areas.yaml',
      'id: areas\nversion: 1\ntitle: Ours\nentries:\n  - { id: billing, label: Invoices }\n',
    )
    expect((await at.run(timeline, ['sam'], { area: 'billing' })).out).toContain('next day (Invoices)')
    await at.put('library/areas.yaml', 'id: areas\n')
    const { out, err, outcome } = await at.run(timeline, ['sam'], { area: 'billing' })
    expect(out).toContain('next day (billing)')
    expect(err).toContain('library/areas.yaml')
    expect(outcome).toBe('done')
  })
})

describe('people show', () => {
  it('tells how evidence leans, what comes back, and what is open', async () => {
    const at = desk()
    await fill(at)
    const { out } = await at.run(peopleShow, ['sam'])
    expect(out).toMatch(/Last session +21 November 2026\nLast check-in +30 October 2026\n/)
    expect(out).toContain('Evidence: 2 items, 1 in no session yet')
    expect(out).toMatch(/went well +█+ +1\n +to grow +█+ +1\n/)
    expect(out).toContain('October 2026')
    expect(out).not.toContain('What it is about')
    expect(out).toMatch(/Open\n +Promise: Priya: looks at the open list on Fridays, by Fri 20 Nov\n/)
    expect(out).toContain('Goal (proposed): Every waiting customer hears from me once a day, by Fri 18 Dec')
    expect(out).not.toContain('late-shift contact')
  })

  it('says plainly what was seen once and what is a pattern', async () => {
    const at = desk({ columns: 110 })
    await fill(at)
    const items = [
      ['2026-09-01', 'responsiveness', 'growth'],
      ['2026-09-20', 'responsiveness', 'growth'],
      ['2026-10-14', 'responsiveness', 'strength'],
      ['2026-10-14', 'escalation', 'strength'],
    ].map(
      ([date, area, side], index) =>
        `  - { id: "01KA9V3Q8M0000000000AAAAA${index}", kind: evidence, label: E${index + 1}, date: "${date}", area: ${area}, side: ${side}, source: survey }`,
    )
    await at.put(
      'notes/wei-ling-tan/2026-11-02-evidence-bbbbbb.md',
      `---\ntactful: 1\nid: "01KA9V3Q8M0000000000BBBBBB"\nkind: evidence\nperson: wei-ling-tan\ndate: "2026-11-02"\ncreated: "2026-11-02T10:00:00.000Z"\ntitle: Evidence\nitems:\n${items.join('\n')}\n---\n\n# Evidence\n\n- E1 · one\n- E2 · two\n- E3 · three\n- E4 · four\n`,
    )
    const { out } = await at.run(peopleShow, ['wei'])
    expect(out).toMatch(
      /Responsiveness +█{20} +seen 3 times over 7 weeks, both ways \(2 to grow, 1 went well\)\n/,
    )
    expect(out).toMatch(/Escalation +█{7} +seen once, on 14 October 2026 \(went well\)\n/)
    expect(out).toMatch(/Where it comes from\n +a survey or a rating +█+ +4\n/)
    const { out: json } = await at.run(peopleShow, ['wei'], {}, { json: true })
    expect(JSON.parse(json)).toMatchObject({
      slug: 'wei-ling-tan',
      notes: 2,
      evidence: { count: 4, unused: 4, strengths: 2, growths: 2, neither: 0 },
    })
  })

  it('fits forty columns, and is short where nothing is noted', async () => {
    const at = desk({ columns: 40 })
    await fill(at)
    for (const line of (await at.run(peopleShow, ['sam'])).out.split('\n')) {
      expect(cells(line)).toBeLessThanOrEqual(40)
    }
    expect((await at.run(peopleShow, ['wei'])).out).not.toContain('Evidence')
  })
})
