import { describe, expect, test } from 'vitest'
import { dataFiles } from '../../src/adapters/data-files.ts'
import type { Options } from '../../src/commands/card.ts'
import { add, list, search, show } from '../../src/commands/library.ts'
import { loadLibrary } from '../../src/core/template/load.ts'
import { checkTeamFiles } from '../../src/core/template/team-check.ts'
import { type Desk, desk, problemOf } from '../support/context.ts'

const OURS = 'library/behaviours.yaml'

/** Written by hand: comments, an entry on one line, Windows line ends, no last line break. */
const BY_HAND = [
  '# ours',
  'id: behaviours   # keep',
  'version: 3',
  'title: What we look at',
  'entries:',
  '  - { id: greets, label: a greeting by name, area: Communication } # first',
  '  # until here',
].join('\r\n')

interface Row {
  readonly id: string
  readonly entries: number
  readonly whose: string
  readonly own: number
}

async function rows(at: Desk): Promise<readonly Row[]> {
  const { out } = await at.run(list, [], {}, { json: true })
  return JSON.parse(out) as readonly Row[]
}

async function rowOf(at: Desk, id: string): Promise<Row | undefined> {
  return (await rows(at)).find((row) => row.id === id)
}

describe('library list', () => {
  test('names every library with how much is in it and whose it is, also without a notebook', async () => {
    const at = desk()
    const { out, outcome } = await at.run(list)
    expect(outcome).toBe('done')
    expect(out).toMatch(/^behaviours +\d{2,3} +What one can see in support work +ships with tactful$/m)
    expect(out).toMatch(/^questions +\d{2,3} +Open and clarifying questions/m)
    expect(at.tree()).toEqual({})
  })

  test('tells what is the team’s: added, in place of ours, or all its own', async () => {
    const at = desk()
    await at.put(OURS, BY_HAND)
    await at.put(
      'library/phrases.yaml',
      'id: phrases\nversion: 1\ntitle: P\ngrows: false\nentries:\n  - { id: a, label: A. }\n',
    )
    await at.put(
      'library/ours.yaml',
      'id: ours\nversion: 1\ntitle: Ours\nentries:\n  - { id: a, label: A. }\n',
    )
    await at.put('tactful.yaml', 'format: 1\n')
    const { out } = await at.run(list)
    expect(out).toMatch(/^behaviours .*ships with tactful, 1 of yours$/m)
    expect(out).toMatch(/^phrases +1 +P +yours, in place of the one that ships$/m)
    expect(out).toMatch(/^ours +1 +Ours +yours$/m)
  })

  test('a broken one is told with its place and hides no other', async () => {
    const at = desk()
    await at.put('tactful.yaml', 'format: 1\n')
    await at.put(OURS, 'id: behaviours\nversion: 1\ntitle: T\nentries: []\n')
    const { out, err } = await at.run(list)
    expect(err).toContain(`${OURS}:4:10`)
    expect(out).toMatch(/^behaviours +cannot be read/m)
    expect(out).toMatch(/^questions /m)
  })
})

describe('library show', () => {
  test('puts entries under their headings, with what good looks like and the id to name them by', async () => {
    const { out } = await desk({ columns: 60 }).run(show, ['behaviours'])
    expect(out).toContain(
      '\nResponsiveness\n  updates to waiting customers\n    A waiting customer hears from us',
    )
    expect(out).toContain('\n    callback · phone\n')
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(60)
  })

  test('narrows to a heading by its beginning, whatever its case', async () => {
    const { out } = await desk().run(show, ['questions'], { area: 'ASKING' })
    expect(out).toContain('After how long would you ask somebody?')
    expect(out.split('\n').filter((line) => /^\S/.test(line))).toHaveLength(3)
  })

  test('narrows to a role, and says how many entries are for every role', async () => {
    const { out, err } = await desk().run(show, ['behaviours'], { role: 'Tier-2' })
    expect(out).toContain('reading the logs before asking for more')
    expect(out).not.toContain('updates to waiting customers')
    expect(err).toMatch(/^\d+ more are for every role: leave --role out to see all\.\n$/)
  })

  test('shows how a goal is measured', async () => {
    const { out } = await desk().run(show, ['goal-examples'], { area: 'handover' })
    expect(out).toContain('Measured by handovers without a question back · now 5 of 10 · then 9 of 10')
  })

  test.each([
    [['nope'], {}, { kind: 'unknown', what: 'library', given: 'nope' }],
    [['behavoirs'], {}, { kind: 'unknown', near: ['behaviours'] }],
    [
      ['questions'],
      { area: 'weather' },
      { kind: 'usage', message: '--area "weather" is nothing that stands here.' },
    ],
    [
      ['behaviours'],
      { area: 'le' },
      {
        kind: 'usage',
        message: '--area "le" could be several.',
        mend: 'There is: Learning, Leading and mentoring.',
      },
    ],
    [['questions'], { role: 'phone' }, { kind: 'usage', mend: 'Leave --role out.' }],
  ])('%j %j is refused in one sentence with what to do', async (args, options, problem) => {
    expect(await problemOf(desk().run(show, args, options))).toMatchObject(problem)
  })
})

describe('library search', () => {
  test('finds entries in all libraries, accents and case aside, the label before what is said of it', async () => {
    const at = desk()
    const found = await at.run(search, ['Ëmpathy'], {}, { json: true })
    const hits = JSON.parse(found.out) as readonly { readonly library: string; readonly id: string }[]
    expect(hits[0]).toMatchObject({ library: 'areas', id: 'empathy' })
    expect(new Set(hits.map((one) => one.library)).size).toBeGreaterThan(2)
    expect(await at.run(search, ['EMPATHY'], {}, { json: true })).toEqual(found)
  })

  test('wants all the words, and says so where only most are there', async () => {
    const { out, err } = await desk().run(search, ['waiting', 'customers', 'xylophone'])
    expect(out).toContain('updates to waiting customers')
    expect(err).toContain('Nothing has all of these words; these have most of them.')
  })

  test('shows ten on a screen, and how to see the others', async () => {
    const { out, err } = await desk({ columns: 80 }).run(search, ['customer'])
    expect(out.split('\n\n')).toHaveLength(10)
    expect(err).toMatch(/^10 of \d+\. For the others: --limit \d+\n$/)
  })

  test('says that nothing was found', async () => {
    const { out, err, outcome } = await desk().run(search, ['xylophone'])
    expect([out, outcome]).toEqual(['', 'done'])
    expect(err).toContain('Nothing was found.')
  })

  test.each([
    [['?!'], {}],
    [['handover'], { limit: 'some' }],
  ])('%j %j is refused', async (args, options) => {
    expect(await problemOf(desk().run(search, args, options))).toMatchObject({ kind: 'usage' })
  })
})

describe('library add', () => {
  test('makes the team’s own file, which adds to the list that ships', async () => {
    const at = desk()
    const before = (await rowOf(at, 'questions'))?.entries ?? 0
    const { out, err } = await at.run(add, ['questions'], {
      label: 'What would the customer tell a friend?',
      good: 'Looks at it from outside.',
      area: 'coaching',
    })
    expect(out).toBe(
      'Added to library/questions.yaml: What would the customer tell a friend? (what-would-the-customer-tell-a-friend)\n',
    )
    expect(err).toBe(`Started a notebook in ${at.root}\n`)
    expect(at.read('library/questions.yaml')).toContain('    area: Coaching\n')
    expect(await rowOf(at, 'questions')).toMatchObject({ entries: before + 1, whose: 'both', own: 1 })
    expect((await at.run(show, ['questions'], { area: 'coaching' })).out).toContain('tell-a-friend · yours')
  })

  test('leaves every byte of what was written by hand', async () => {
    const at = desk()
    await at.put('tactful.yaml', 'format: 1\n')
    await at.put(OURS, BY_HAND)
    await at.run(add, ['behaviours'], {
      label: 'a goodbye: "by name"',
      role: ['phone', 'tier 2'],
      also: ['bye'],
    })
    const after = at.read(OURS) ?? ''
    const head = BY_HAND.split('\r\n').slice(0, 6).join('\r\n')
    expect(after.startsWith(head)).toBe(true)
    expect(after.endsWith('\r\n  # until here')).toBe(true)
    const data = dataFiles(`${at.folder}/cache`)
    const { entries } = await loadLibrary('behaviours', at.files(), data)
    expect(entries.slice(-2)).toEqual([
      { id: 'greets', label: 'a greeting by name', area: 'Communication' },
      { id: 'a-goodbye-by-name', label: 'a goodbye: "by name"', roles: ['phone', 'tier 2'], also: ['bye'] },
    ])
    expect(entries.map(({ id }) => id)).toContain('updates-waiting')
    expect(await checkTeamFiles(at.files(), data)).toEqual([])
  })

  test('hides nothing of a list that does not grow: what ships goes into the new file', async () => {
    const at = desk()
    await at.run(add, ['checkin-prompt'], { label: 'How are the mornings?' })
    const { out } = await at.run(show, ['checkin-prompt'])
    expect(out).toContain('What has moved since we last talked?')
    expect(out).toContain('How are the mornings?')
  })

  test('begins a library of its own where it has a title', async () => {
    const at = desk()
    await at.run(add, ['our-words'], { label: 'Say moin.', title: 'How we say it here' })
    expect((await at.run(list)).out).toMatch(/^our-words +1 +How we say it here +yours$/m)
    await at.run(add, ['our-words'], { label: 'Say tschüss.' })
    expect(at.read('library/our-words.yaml')).toContain('- id: say-tschuess')
  })

  test('tells what a coach would ask about the words, and of a heading that is new, and adds it all the same', async () => {
    const at = desk()
    const { out, err } = await at.run(add, ['phrases'], {
      label: 'You never listen.',
      area: 'Openings',
    })
    expect(out).toContain('Added to')
    expect(err).toContain('“never”')
    expect(err).toContain('"Openings" is a new heading. Did you mean "Opening"?')
    const quiet = await at.run(add, ['phrases'], { label: 'You always interrupt.' }, { quiet: true })
    expect(quiet.err).toBe('')
  })

  test.each<[readonly string[], Options, string]>([
    [['questions'], {}, 'An entry needs a label.'],
    [['questions'], { label: ' ' }, 'An entry needs a label.'],
    [
      ['behaviours'],
      { label: 'Asking  open QUESTIONS' },
      '"asking open questions" is there already, as open-questions.',
    ],
    [
      ['behaviours'],
      { label: 'new', id: 'restate' },
      'The id restate is taken, by "saying back what the customer needs".',
    ],
    [['behaviours'], { label: 'new', id: 'Two Words' }, '"Two Words" cannot be an id.'],
    [['behaviours'], { label: 'x'.repeat(3000) }, 'longer than fits'],
    [['Our Words'], { label: 'new', title: 'T' }, '"Our Words" cannot be the name of a library.'],
    [['../people/sam'], { label: 'new', title: 'T' }, '"../people/sam" cannot be the name of a library.'],
  ])('%j is refused, and nothing is written (%#)', async (args, options, message) => {
    const at = desk()
    const problem = await problemOf(at.run(add, args, options))
    expect(problem).toMatchObject({ kind: 'usage', message: expect.stringContaining(message) })
    expect(at.tree()).toEqual({})
  })

  test('a slip in the name of a library makes no new one', async () => {
    const at = desk()
    expect(await problemOf(at.run(add, ['behavoirs'], { label: 'new' }))).toMatchObject({
      kind: 'unknown',
      near: ['behaviours'],
    })
    expect(at.tree()).toEqual({})
  })

  test('a file of the team’s that is broken is told with its place, and left as it is', async () => {
    const at = desk()
    await at.put('tactful.yaml', 'format: 1\n')
    await at.put(OURS, 'id: behaviours\nversion: 1\n\ttitle: T\n')
    expect(await problemOf(at.run(add, ['behaviours'], { label: 'new' }))).toMatchObject({ kind: 'config' })
    expect(at.read(OURS)).toBe('id: behaviours\nversion: 1\n\ttitle: T\n')
  })
})
