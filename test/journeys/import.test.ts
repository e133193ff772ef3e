import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { cells } from '../../src/core/text/width.ts'
import { type Desk, newDesk } from './desk.ts'
import { filesIn } from './notebook.ts'

let desk: Desk
beforeEach(() => {
  desk = newDesk()
})
afterEach(() => desk.remove())

const SIX = [
  "Anna O'Neill",
  'Dmitri Volkov',
  'Ifeoma Adeyemi',
  'José Ángel Núñez',
  'Sam Rivera',
  'Wei-Ling Tan',
]
const COMMENTS = [32, 28, 33, 22, 30, 21]
const REVIEWS = [7, 12, 10, 8, 13, 10]

const all = () => filesIn(desk.notebook)
const add = async (...names: readonly string[]) => {
  for (const name of names) await desk.run(['people', 'add', name])
}
const evidence = async (): Promise<readonly Record<string, unknown>[]> =>
  JSON.parse((await desk.run(['list', '--kind', 'evidence', '--json'])).out)
const put = (name: string, text: string | Uint8Array) => writeFileSync(join(desk.folder, name), text)

/** Nothing of this may stand in a notebook. */
const TELLTALE = /@example|jane\.doe|customer48|\+44|7946 0018|4242 4242/

describe('an export of ratings, into an empty notebook', () => {
  test('shows what it would save, changes nothing, and offers everybody it names', async () => {
    const { code, out, err } = await desk.run(['import', 'csat-export.csv', '--dry-run'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('csat-export.csv: 240 rows, read as CSV with commas in utf-8.')
    for (const [at, name] of SIX.entries()) {
      expect(out).toMatch(new RegExp(`  ${name} .* ${COMMENTS[at]} with a comment`))
    }
    expect(out).toContain('74 rows without a comment: in the figures only')
    expect(out).toContain('Masked: 2 [email], 2 [phone], 4 [card].')
    expect(out).not.toMatch(TELLTALE)
    expect(existsSync(desk.notebook)).toBe(false)
  })

  test('saves one note a person, all customers masked, and nothing the second time', async () => {
    const first = await desk.run(['import', 'csat-export.csv', '--yes', '--create-people'])
    expect(first).toMatchObject({
      code: 0,
      out: expect.stringContaining('Saved.  166 comments for 6 people.'),
    })
    const items = await evidence()
    expect(SIX.map((name) => items.filter((item) => item.person === slug(name)).length)).toEqual(COMMENTS)
    for (const [path, text] of all()) expect(text, path).not.toMatch(TELLTALE)
    const people = await desk.run(['people', 'list', '--json'])
    expect(JSON.parse(people.out).map(({ name }: { name: string }) => name)).toEqual(SIX)
    expect(items.find(({ ticket }) => ticket === '48042')).toMatchObject({
      title: 'Please call me on [phone] or mail [email], still not fixed',
      date: '2026-08-07',
      side: 'growth',
      source: 'survey',
      origin: 'system:record',
      link: 'https://desk.example.test/tickets/48042',
      score: 'Bad',
    })
    expect(items.find(({ ticket }) => ticket === '48069')).toMatchObject({
      title: 'Line one of my complaint,\nline two: "no one reads these"',
    })
    expect(items.map(({ title }) => title)).toContain('=HYPERLINK("http://example.test","refund")')
    const before = all()
    const second = await desk.run(['import', 'csat-export.csv', '--yes', '--create-people'])
    expect(second).toMatchObject({ code: 0, out: '', err: expect.stringContaining('Nothing new to save') })
    expect(second.err).not.toContain('had to be masked')
    expect(all()).toEqual(before)
  })

  test('names a note that cannot be read, since its comments would be saved once more', async () => {
    await desk.run(['import', 'csat-export.csv', '--yes', '--create-people'])
    const [path = ''] = [...all().keys()].filter((one) => one.startsWith('notes/sam-rivera/'))
    writeFileSync(join(desk.notebook, path), '<<<<<<< HEAD\n')
    const { err } = await desk.run(['import', 'csat-export.csv', '--dry-run'])
    expect(err).toContain(path)
  })

  test('is saved once, though two import it at the same moment', async () => {
    const once = () => desk.run(['import', 'csat-export.csv', '--yes', '--create-people'])
    const codes = (await Promise.all([once(), once()])).map(({ code }) => code)
    expect(codes).toContain(0)
    expect([0, 75]).toContain(codes.find((code) => code !== 0) ?? 0)
    expect(await evidence()).toHaveLength(166)
  })

  test('gives the figures of all rows, those without a comment too, and keeps files to their owner', async () => {
    await desk.run(['import', 'csat-export.csv', '--yes', '--create-people'])
    const [path, text] = [...all()].find(([one]) => one.startsWith('notes/wei-ling-tan/')) ?? ['', '']
    expect(text).toContain('  rows: 36\n  comments: 21\n')
    expect(text).toContain('  scores:\n    Good: 28\n    Bad: 8\n')
    expect(text).toMatch(/^### August 2026$/m)
    expect(statSync(join(desk.notebook, path)).mode & 0o777).toBe(0o600)
  })

  test('takes reviews in beside them, with reviewer and criterion', async () => {
    await desk.run(['import', 'csat-export.csv', '--yes', '--create-people'])
    const { code, out } = await desk.run(['import', 'qa-reviews.json', '--yes', '--json'])
    expect(code).toBe(0)
    const saved = JSON.parse(out).saved as readonly { person: string; items: number }[]
    expect(saved.map(({ person, items }) => [person, items])).toEqual(
      SIX.map((name, at) => [slug(name), REVIEWS[at]]),
    )
    const review = (await evidence()).find(({ ticket }) => ticket === '48754')
    expect(review).toMatchObject({
      source: 'qa',
      reviewer: 'Tom Becker',
      area: 'handover',
      score: 'met',
      side: 'strength',
    })
    const again = JSON.parse((await desk.run(['import', 'qa-reviews.json', '--yes', '--json'])).out)
    expect(again.saved).toEqual([])
  })
})

describe('people', () => {
  test('who are not in the notebook are named and left out unless that was said', async () => {
    const none = await desk.run(['import', 'csat-export.csv', '--yes'])
    expect(none).toMatchObject({ code: 1, out: '' })
    expect(none.err).toContain('--create-people')
    expect(existsSync(desk.notebook)).toBe(false)
    await add('sam rivera', 'Jose Angel Nunez')
    const { code, out } = await desk.run(['import', 'csat-export.csv', '--yes'])
    expect({ code, saved: out.split('\n')[0] }).toEqual({
      code: 0,
      saved: 'Saved.  52 comments for 2 people.',
    })
    expect(new Set((await evidence()).map(({ person }) => person))).toEqual(
      new Set(['sam-rivera', 'jose-angel-nunez']),
    )
  })

  test('are found by alias, never by a part of a name', async () => {
    await desk.run(['people', 'add', 'Ify', '--alias', 'Ifeoma Adeyemi'])
    await add('Wei-Ling Tan-Lee')
    const { out } = await desk.run(['import', 'csat-export.csv', '--dry-run', '--json'])
    const { people, unknown } = JSON.parse(out)
    expect(people.map(({ person, new: fresh }: Record<string, unknown>) => [person, fresh])).toEqual([
      ['ify', 33],
    ])
    expect(unknown.find(({ name }: { name: string }) => name === 'Wei-Ling Tan').near).toEqual([
      'Wei-Ling Tan-Lee',
    ])
  })

  test('added later get their rows from the same file then', async () => {
    await add('Sam Rivera')
    await desk.run(['import', 'csat-export.csv', '--yes'])
    await add('Dmitri Volkov')
    const { out } = await desk.run(['import', 'csat-export.csv', '--yes'])
    expect(out).toContain('Saved.  28 comments for 1 person.')
  })
})

describe('a later, bigger export', () => {
  test('adds only the rows that are new, in any order and in another form', async () => {
    await add('Sam Rivera')
    put('a.csv', 'Agent,Comment,Date\nSam Rivera,Thanks,2026-08-03\nSam Rivera,Thanks,2026-08-03\n')
    await desk.run(['import', 'a.csv', '--yes'])
    expect(await evidence()).toHaveLength(2)
    put(
      'b.json',
      JSON.stringify([
        { agent: 'Sam Rivera', comment: 'New', date: '2026-08-01' },
        { agent: 'SAM RIVERA', comment: 'Thanks', date: '2026-08-03T10:00:00Z' },
        { agent: 'Sam Rivera', comment: 'Thanks', date: '3 Aug 2026' },
      ]),
    )
    expect((await desk.run(['import', 'b.json', '--yes'])).out).toContain('Saved.  1 comment for 1 person.')
    expect((await evidence()).map(({ title }) => title).sort()).toEqual(['New', 'Thanks', 'Thanks'])
  })
})

describe('columns', () => {
  const FILE = 'Who helped?;Anything else?;When\nSam Rivera;Kind;2026-08-03\n'

  test('that no heading names are asked for, told with flags, and remembered', async () => {
    await add('Sam Rivera')
    put('a.csv', FILE)
    const refused = await desk.run(['import', 'a.csv', '--yes'])
    expect(refused.code).toBe(2)
    expect(refused.err).toContain('The columns are: Who helped?, Anything else?, When.')
    const map = [
      '--map',
      'Who helped?=person',
      '--map',
      'Anything else?=text',
      '--map',
      'When=date',
      '--source',
      'survey',
    ]
    expect((await desk.run(['import', 'a.csv', '--yes', ...map])).code).toBe(0)
    put('b.csv', `${FILE}Sam Rivera;Clear;2026-08-04\n`)
    expect((await desk.run(['import', 'b.csv', '--yes'])).out).toContain('Saved.  1 comment')
    expect((await evidence())[0]).toMatchObject({ title: 'Clear', date: '2026-08-04', source: 'survey' })
  })

  test('with customers’ names mask them in what was said', async () => {
    put('a.csv', 'Agent,Customer,Comment\nSam Rivera,Jane Doe,"Jane here: sam was kind, says Jane Doe"\n')
    await desk.run(['import', 'a.csv', '--yes', '--create-people'])
    expect((await evidence())[0]?.title).toBe('[customer] here: sam was kind, says [customer]')
    put('b.csv', 'Agent,Customer,Comment\nSam Rivera,Jane Doe,Jane again\n')
    const open = await desk.run(['import', 'b.csv', '--yes', '--no-mask'])
    expect(open.err).toContain('Nothing is masked')
    expect((await evidence()).map(({ title }) => title)).toContain('Jane again')
  })
})

describe('what cannot be read', () => {
  const lines = (...all: readonly string[]) => `${all.join('\n')}\n`
  test.each([
    ['NUL', lines('Agent,Comment', 'Sam,a', 'Sam,b\0c'), 'x.csv:3: this line holds a NUL byte'],
    [
      'an open quotation mark',
      lines('Agent,Comment', 'Sam,a', 'Sam,"b', 'Sam,c'),
      'x.csv:3: a quotation mark opens',
    ],
    ['a quotation mark in the middle', lines('Agent,Comment', 'Sam,"a "b" c"'), 'x.csv:2: a quotation mark'],
    [
      'bytes that are no UTF-8 among such that are',
      Buffer.from('Agent,Comment\nSam,\xc3\xa9\nSam,\xe9\n', 'latin1'),
      'x.csv:3: this line holds bytes',
    ],
    ['an empty file', '\n', 'x.csv:1: there is nothing'],
    ['one column', lines('Agent', 'Sam'), 'x.csv:1: there is only one column'],
  ])('%s', async (_name, text, words) => {
    put('x.csv', text)
    const { code, err, out } = await desk.run(['import', 'x.csv', '--yes', '--create-people'])
    expect({ code, out }).toEqual({ code: 65, out: '' })
    expect(err).toContain(words)
    expect(existsSync(desk.notebook)).toBe(false)
  })

  test.each([
    ['one object', '{"tickets": [{"agent": "Sam"}]}', 'x.json:1: this is one JSON object'],
    ['no list', '"agent"', 'x.json:1: this is no list'],
    ['entries that are no objects', '[1, 2]', 'x.json:1: this entry'],
    ['a cut list', '[{"agent":"Sam","comment":"a"},\n{"agent":', 'x.json:2: the file ends in the middle'],
    [
      'a missing comma',
      '[{"agent":"Sam","comment":"a"}\n\n{"agent":"Sam","comment":"b"}]',
      'x.json:3: this is no JSON',
    ],
    ['a thousand levels', `[${'['.repeat(1000)}`, 'x.json:1: lists and objects stand inside each other'],
  ])('JSON with %s', async (_name, text, words) => {
    put('x.json', text)
    const { code, err } = await desk.run(['import', 'x.json', '--dry-run'])
    expect(code).toBe(65)
    expect(err).toContain(words)
    expect(err).not.toMatch(/\n\s+at /)
  })

  test('dates with two readings are told with both, and read as was said', async () => {
    put('x.csv', lines('Agent,Date,Comment', 'Sam,25/12/2025,a', 'Sam,03/04/2026,b'))
    const { code, err } = await desk.run(['import', 'x.csv', '--yes', '--create-people'])
    expect(code).toBe(2)
    expect(err).toContain('x.csv, line 3: "03/04/2026" can mean 3 April 2026 or 4 March 2026.')
    await desk.run(['import', 'x.csv', '--yes', '--create-people', '--date-format', 'DD/MM/YYYY'])
    expect((await evidence()).map(({ date }) => date)).toEqual(['2026-04-03', '2025-12-25'])
  })

  test('rows that are torn or name nobody are left out with their lines', async () => {
    put(
      'x.csv',
      lines(
        'Agent,Date,Comment',
        'Sam,2026-08-03,a',
        'Sam,2026-08-03',
        'Sam,2026-08-03,b,c',
        ',2026-08-03,d',
        'Sam,31/02/2026,"e',
        'e"',
        'Sam,2026-08-04,f,,',
      ),
    )
    const { out } = await desk.run(['import', 'x.csv', '--dry-run', '--json'])
    const { skipped, unknown } = JSON.parse(out)
    expect(skipped.map(({ line, reason }: Record<string, unknown>) => [line, reason])).toEqual([
      [3, 'cells'],
      [4, 'cells'],
      [5, 'nobody'],
      [6, 'date'],
    ])
    expect(unknown).toMatchObject([{ name: 'Sam', new: 2 }])
  })

  test('nobody to ask and no --yes saves nothing and says how', async () => {
    await add('Sam Rivera')
    const before = all()
    const { code, err } = await desk.run(['import', 'csat-export.csv'])
    expect(code).toBe(2)
    expect(err).toContain('Add --yes')
    expect(all()).toEqual(before)
  })
})

describe('on a terminal', () => {
  test('the preview, the people and the last question', async () => {
    const terminal = desk.open(['import', 'csat-export.csv'], { cols: 100, rows: 40 })
    await terminal.waitFor('Whom to add?')
    expect(terminal.scrollback()).toContain('74 rows without a comment')
    expect(terminal.screen()).toMatch(/\[x\] José Ángel Núñez/)
    terminal.key('enter')
    await terminal.waitFor('166 comments for 6 people.')
    expect(existsSync(desk.notebook)).toBe(false)
    terminal.key('enter')
    await terminal.waitFor('Saved.  166 comments for 6 people.')
    expect((await terminal.exit).code).toBe(0)
    expect(await evidence()).toHaveLength(166)
  })

  test('leaving at the last question saves nothing', async () => {
    const terminal = desk.open(['import', 'qa-reviews.json'], { cols: 100, rows: 40 })
    await terminal.waitFor('Whom to add?')
    terminal.key('enter')
    await terminal.waitFor('Save this?')
    terminal.key('ctrl-c')
    await terminal.waitFor('Nothing was saved.')
    expect((await terminal.exit).code).toBe(130)
    expect(existsSync(desk.notebook)).toBe(false)
  })

  test('columns and dates that are not clear are asked for', async () => {
    put('x.csv', 'Who,Date,Said\nSam Rivera,03/04/2026,Kind\n')
    const terminal = desk.open(['import', 'x.csv'], { cols: 80, rows: 30 })
    await terminal.waitFor('Which column names the colleague')
    terminal.key('enter')
    await terminal.waitFor('Which column holds what was said?')
    terminal.key('down', 'down', 'enter')
    await terminal.waitFor('How are the dates written?')
    terminal.key('down', 'enter')
    await terminal.waitFor('Add them?')
    terminal.key('enter')
    await terminal.waitFor('Save this?')
    terminal.key('enter')
    await terminal.waitFor('Saved.')
    await terminal.exit
    expect(await evidence()).toMatchObject([{ title: 'Kind', date: '2026-03-04', person: 'sam-rivera' }])
  })

  test('40 columns hold everything', async () => {
    const terminal = desk.open(['import', 'qa-reviews.json'], { cols: 40, rows: 30 })
    await terminal.waitFor('Whom to add?')
    const lines = terminal.raw().split('\n').slice(0, 30)
    expect(Math.max(...terminal.scrollback().split('\n').map(cells))).toBeLessThanOrEqual(40)
    expect(lines.length).toBeGreaterThan(10)
    expect(terminal.scrollback()).not.toContain('\ufffd')
    terminal.key('ctrl-c')
    await terminal.exit
  })
})

test('plain mode asks the same on piped lines', async () => {
  const { code, out, err } = await desk.run(['import', 'qa-reviews.json', '--plain'], { input: '5\n1\n' })
  expect(err).toContain('Whom to add?')
  expect({ code, saved: out.split('\n')[0] }).toEqual({ code: 0, saved: 'Saved.  13 comments for 1 person.' })
})

function slug(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
}

test('the file itself is only read', async () => {
  const path = join(desk.folder, 'csat-export.csv')
  const before = readFileSync(path)
  await desk.run(['import', path, '--yes', '--create-people'])
  expect(readFileSync(path).equals(before)).toBe(true)
})
