import { statSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import * as trends from '../../src/commands/trends.ts'
import { opened } from '../support/browser.ts'
import { desk, problemOf } from '../support/context.ts'
import { CHROMIUM } from '../support/programs.ts'
import { putTeam, TEAM } from '../support/team.ts'

/** No name, alias, part of a name, or address of the team. */
const NAMED = new RegExp(
  [...TEAM.flatMap((name) => [name, ...name.split(/[ -]/)]), 'anna@example', 'sam-rivera']
    .filter((part) => part.length > 2)
    .map((part) => `(?<!\\p{L})${part}(?!\\p{L})`)
    .join('|'),
  'u',
)

async function team(options: Parameters<typeof desk>[0] = {}) {
  const own = desk(options)
  await putTeam(own)
  return own
}

describe('tactful trends', () => {
  test.each([80, 40])('shows the mentor everything on a screen of %i columns', async (columns) => {
    const { run } = await team({ onScreen: true, columns })
    const { out } = await run(trends)
    expect(out).toMatchSnapshot()
    expect(Math.max(...out.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(columns)
  })

  test('names nobody and hides small groups in a pipe', async () => {
    const { run } = await team()
    const { out, err } = await run(trends)
    expect(out).toMatchSnapshot()
    expect(out).not.toMatch(NAMED)
    expect(out).not.toContain('Escalation')
    expect(out).toContain('hidden: fewer than five people')
    expect(err).toContain('Please read those lines before you hand this on')
  })

  test.each(['text', 'json', 'csv', 'html'])('leaves no name in %s', async (format) => {
    const { run, tree } = await team()
    const before = tree()
    const { out } = await run(trends, [], { format })
    expect(out.length).toBeGreaterThan(200)
    expect(out).not.toMatch(NAMED)
    expect(out).toContain('is out of date')
    expect(tree()).toEqual(before)
  })

  test('gives the mentor names in JSON where they are asked for', async () => {
    const { run } = await team()
    const all = JSON.parse((await run(trends, [], { own: true }, { json: true })).out)
    expect(all).toMatchObject({ view: 'own', people: 7 - 1, areas: { total: 14, hidden: false } })
    expect(all.quiet.onlyCriticism).toEqual(['wei-ling-tan'])
    expect(all.quiet.unheard).toEqual([{ person: 'yuki-sato' }])
    const shared = JSON.parse((await run(trends, [], {}, { json: true })).out)
    expect(Object.keys(shared)).toEqual([
      ...['view', 'today', 'query', 'people', 'areas', 'sources', 'months', 'causes', 'barriers', 'ideas'],
      ...['goals', 'checkins'],
    ])
    expect(shared.goals).toEqual({ rows: [], others: { groups: 2, count: 6 }, total: 6, hidden: true })
  })

  test.each(['csv', 'html'])('makes no %s for the eyes of one alone', async (format) => {
    const { run } = await team()
    expect(await problemOf(run(trends, [], { own: true, format }))).toMatchObject({ kind: 'usage' })
  })

  test('writes a file that only its owner reads, in the format that its name tells', async () => {
    const { run, folder } = await team()
    const { out } = await run(trends, [], { to: 'trends.csv' })
    expect(out).toBe('Saved.  trends.csv\n')
    const file = join(folder, 'trends.csv')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    await expect(run(trends, [], { to: 'trends.csv' })).rejects.toThrow()
  })

  test('writes cells that no spreadsheet takes for a formula', async () => {
    const own = await team()
    await own.put(
      'library/areas.yaml',
      'id: areas\nversion: 1\ntitle: Areas\nentries:\n  - { id: handover, label: "=1+1" }\n',
    )
    const { out } = await own.run(trends, [], { format: 'csv' })
    const rows: readonly Record<string, string>[] = parse(out, { bom: true, columns: true })
    const cell = rows.find(({ key }) => key === 'handover')
    expect(cell).toMatchObject({ section: 'areas', name: "'=1+1", count: '6', to_grow: '', went_well: '' })
  })

  test('says what to do about an area that is not there, and about nothing at all', async () => {
    const { run } = await team()
    expect(await problemOf(run(trends, [], { area: 'nowhere' }))).toMatchObject({ kind: 'usage' })
    const { out } = await run(trends, [], { until: '2020-01-01', own: true })
    expect(out).toContain('Nothing matches.')
  })

  test('narrows everything to one area', async () => {
    const { run } = await team()
    const { out } = await run(trends, [], { area: 'handover' }, { json: true })
    const found = JSON.parse(out)
    expect(found.areas).toMatchObject({ rows: [{ key: 'handover', count: 6 }], total: 6 })
    expect(found).not.toHaveProperty('checkins')
    expect(found.barriers).toHaveLength(1)
  })
})

describe.skipIf(CHROMIUM === undefined)(
  'the page of trends in a browser (left out where no Chromium is installed)',
  () => {
    test('draws labelled charts with a table each, loads nothing and runs nothing', async () => {
      const own = await team()
      await own.put(
        'library/areas.yaml',
        'id: areas\nversion: 1\ntitle: Areas\nentries:\n  - { id: handover, label: "<script>document.title=1</script><img src=http://127.0.0.1:9/x onerror=alert(1)>" }\n',
      )
      const { out } = await own.run(trends, [], { format: 'html', area: 'handover' })
      const { dom, names } = await opened(out)
      expect(dom).toContain('<title>Trends, up to 21 November 2026</title>')
      expect(dom).not.toMatch(/<script|<img/)
      expect(names.filter((name) => name.includes('127.0.0.1'))).toEqual([])
      const charts = dom.match(/<svg [^>]*role="img"/g) ?? []
      expect(charts).toHaveLength(3)
      expect(dom.match(/<table>/g)).toHaveLength(charts.length)
      expect(dom).toContain('url(#areas-stripes)')
    })
  },
)
