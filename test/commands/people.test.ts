import { describe, expect, it } from 'vitest'
import * as init from '../../src/commands/init.ts'
import { add, edit, list, rename } from '../../src/commands/people.ts'
import * as show from '../../src/commands/people-show.ts'
import { desk, problemOf } from '../support/context.ts'

describe('people add', () => {
  it('starts the notebook where there is none, and says where', async () => {
    const at = desk()
    const { out, err } = await at.run(add, ['Sam Rivera'], { role: 'tier 1', relationship: 'mentor' })
    expect(err).toContain(`Started a notebook in ${at.root}`)
    expect(out).toBe('Added Sam Rivera.  people/sam-rivera.yaml\n')
    expect(at.read('people/sam-rivera.yaml')).toBe(
      'tactful: 1\nname: Sam Rivera\nrole: tier 1\nrelationship: mentor\n',
    )
    expect(at.tree()['people/sam-rivera.yaml']).toMatch(/^600 /)
  })

  it('says so when they are there already, whatever the accents and the case', async () => {
    const at = desk()
    await at.run(add, ['José Núñez'], { alias: ['Pepe'] })
    for (const name of ['José Núñez', 'jose nunez', 'Jose\u0301 Nu\u0301n\u0303ez', 'pepe']) {
      const before = at.tree()
      expect(await problemOf(at.run(add, [name]))).toMatchObject({
        kind: 'usage',
        mend: expect.stringContaining('tactful people show jose-nunez'),
      })
      expect(at.tree()).toEqual(before)
    }
  })

  it('names those who are close, and adds them all the same with --yes', async () => {
    const at = desk()
    await at.run(add, ['Sam Rivera'])
    const { err } = await at.run(add, ['Sam Riviera'], {}, { yes: true })
    expect(err).toContain('Sam Rivera')
    expect(at.read('people/sam-riviera.yaml')).toContain('Sam Riviera')
  })

  it.each([
    ['../../x', 'x'],
    ['CON', 'con-person'],
    ['/etc/passwd', 'etc-passwd'],
    ['🙂', 'person'],
    ['$(touch PWN)', 'touch-pwn'],
    ['إبراهيم', undefined],
    ['A'.repeat(300), 'a'.repeat(40)],
  ])('keeps %s as the name, with a file name that is safe everywhere', async (name, slug) => {
    const at = desk()
    await at.run(add, [name])
    const files = Object.keys(at.tree()).filter((path) => path.startsWith('people/'))
    expect(files).toHaveLength(1)
    expect(files[0]).toMatch(/^people\/[a-z0-9-]{1,40}\.yaml$/)
    if (slug !== undefined) expect(files[0]).toBe(`people/${slug}.yaml`)
    const { out } = await at.run(list, [], {}, { json: true })
    expect(JSON.parse(out)[0].name).toBe(name)
  })

  it('refuses a name that is no name any more', async () => {
    const at = desk()
    expect(await problemOf(at.run(add, ['A'.repeat(501)]))).toMatchObject({ kind: 'usage' })
    expect(await problemOf(at.run(add, ['Sam'], { role: 'x'.repeat(70_000) }))).toMatchObject({
      kind: 'usage',
    })
    expect(Object.keys(at.tree()).filter((path) => path.endsWith('.yaml'))).toEqual(['tactful.yaml'])
  })

  it('never lets a name steer the terminal', async () => {
    const at = desk()
    await at.run(add, ['Sam\u202e Rivera\u001b[2J\u009b'])
    const outs = [await at.run(list), await at.run(show, ['sam']), await at.run(list, [], {}, { json: true })]
    for (const { out, err } of outs) {
      expect(out + err).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/)
      expect(out).toContain('Rivera')
    }
  })

  it.each([
    ['', {}],
    ['\u200e \t', {}],
    ['Sam', { zone: 'Europe/Nowhere' }],
  ])('refuses the name %j with %j, and makes nothing', async (name, options) => {
    const at = desk()
    expect(await problemOf(at.run(add, [name], options))).toMatchObject({ kind: 'usage' })
    expect(Object.keys(at.tree()).filter((path) => path.startsWith('people/'))).toEqual([])
  })
})

describe('people edit and rename', () => {
  it('notes since when a cadence counts, anew for each', async () => {
    const at = desk({ today: '2026-09-01' })
    await at.run(add, ['Sam Rivera'], { cadence: 'weekly on Tue' })
    expect(at.read('people/sam-rivera.yaml')).toMatch(/^since: "?2026-09-01"?$/m)
    const later = desk({ today: '2026-10-01' })
    await later.put('tactful.yaml', at.read('tactful.yaml') ?? '')
    await later.put('people/sam-rivera.yaml', at.read('people/sam-rivera.yaml') ?? '')
    await later.run(edit, ['sam'], { role: 'Tier 2', cadence: 'weekly on Tue' })
    expect(later.read('people/sam-rivera.yaml')).toMatch(/^since: "?2026-09-01"?$/m)
    await later.run(edit, ['sam'], { cadence: 'weekly on Wed' })
    expect(later.read('people/sam-rivera.yaml')).toMatch(/^since: "?2026-10-01"?$/m)
    await later.run(edit, ['sam'], { cadence: '' })
    expect(later.read('people/sam-rivera.yaml')).not.toContain('since')
  })

  const FILE = '# ours\ntactful: 1\r\nname: "Sam Rivera"   # as in the chart\r\nextra: [1, 2]\r\nrole: tier 1'

  it('changes one value at its place and leaves every other byte', async () => {
    const at = desk()
    await at.run(add, ['Wei-Ling Tan'])
    await at.put('people/sam-rivera.yaml', FILE)
    await at.run(edit, ['sam'], { role: 'tier 2' })
    expect(at.read('people/sam-rivera.yaml')).toBe(FILE.replace('role: tier 1', 'role: tier 2'))
    await at.run(edit, ['sam'], { role: '' })
    expect(at.read('people/sam-rivera.yaml')).not.toContain('role')
    expect(at.read('people/sam-rivera.yaml')).toContain('# as in the chart')
  })

  it('renames without moving the file; the old name still finds them', async () => {
    const at = desk()
    await at.run(add, ['Sam Rivera'])
    await at.run(rename, ['sam', 'Alex Costa'])
    expect(Object.keys(at.tree()).filter((path) => path.endsWith('.yaml'))).toEqual([
      'people/sam-rivera.yaml',
      'tactful.yaml',
    ])
    const { out } = await at.run(show, ['Sam Rivera'], {}, { json: true })
    expect(JSON.parse(out)).toMatchObject({ slug: 'sam-rivera', name: 'Alex Costa', aliases: ['Sam Rivera'] })
    await at.run(rename, ['alex', 'Sam Rivera'])
    const back = await at.run(show, ['alex'], {}, { json: true })
    expect(JSON.parse(back.out)).toMatchObject({ name: 'Sam Rivera', aliases: ['Alex Costa'] })
  })

  it('does not give two people one name', async () => {
    const at = desk()
    await at.run(add, ['Sam Rivera'])
    await at.run(add, ['Anna Berg'])
    const before = at.tree()
    expect(await problemOf(at.run(rename, ['anna', 'sam rivera']))).toMatchObject({ kind: 'usage' })
    expect(await problemOf(at.run(edit, ['anna'], { alias: ['Sam Rivera'] }))).toMatchObject({
      kind: 'usage',
    })
    expect(at.tree()).toEqual(before)
  })

  it('keeps what came from the editor only when it can be read, and keeps the rest beside', async () => {
    const good = desk({ edit: (text) => `${text}cadence: every 2 weeks\n` })
    await good.run(add, ['Sam Rivera'])
    await good.run(edit, ['sam'])
    expect(good.read('people/sam-rivera.yaml')).toContain('cadence: every 2 weeks')

    const broken = desk({ edit: () => 'name: [cut' })
    await broken.run(add, ['Sam Rivera'])
    const before = broken.read('people/sam-rivera.yaml')
    expect(await problemOf(broken.run(edit, ['sam']))).toMatchObject({
      kind: 'data',
      file: 'people/sam-rivera.yaml.unsaved',
    })
    expect(broken.read('people/sam-rivera.yaml')).toBe(before)
    expect(broken.read('people/sam-rivera.yaml.unsaved')).toBe('name: [cut')
    const { out } = await broken.run(list, [], {}, { json: true })
    expect(JSON.parse(out)).toHaveLength(1)
  })

  it('puts a new alias behind those there are, whatever stands beside them', async () => {
    const at = desk()
    await at.run(init)
    const before =
      '# ours\r\nname: Sam Rivera\r\naliases:   # all\r\n  - Sammy  # from school\r\n  - "S R"\r\nmood: {a: 1}\r\n'
    await at.put('people/sam-rivera.yaml', before)
    await at.run(rename, ['sam', 'Sam Rivera-Costa'])
    await at.run(edit, ['sam'], { alias: ['S. C.'] })
    expect(at.read('people/sam-rivera.yaml')).toBe(
      before
        .replace('name: Sam Rivera', 'name: Sam Rivera-Costa')
        .replace('"S R"\r\n', '"S R"\r\n  - "Sam Rivera"\r\n  - "S. C."\r\n'),
    )
  })

  it('takes an entry away with an empty value, and refuses what is none', async () => {
    const at = desk()
    await at.run(add, ['Sam Rivera'], { relationship: 'lead', zone: 'Europe/Lisbon' })
    await at.run(edit, ['sam'], { relationship: '', zone: '' })
    expect(at.read('people/sam-rivera.yaml')).toBe('tactful: 1\nname: Sam Rivera\n')
    for (const wrong of [{ relationship: 'boss' }, { zone: 'Nowhere/X' }]) {
      expect(await problemOf(at.run(edit, ['sam'], wrong))).toMatchObject({ kind: 'usage' })
    }
  })

  it.each([
    ['peer', 'a colleague'],
    ['lead', 'their lead'],
  ])('says of a %s that you are %s', async (relationship, words) => {
    const at = desk()
    await at.run(add, ['Sam Rivera'], { relationship })
    expect((await at.run(show, ['sam'])).out).toMatch(new RegExp(`You are +${words}$`, 'm'))
  })

  it('says in JSON what came of the editor, and how to make one wait that did not', async () => {
    const at = desk({ edit: (text) => text })
    await at.run(add, ['Sam Rivera'])
    const { out, err } = await at.run(edit, ['sam'], {}, { json: true })
    expect(JSON.parse(out)).toEqual({ path: 'people/sam-rivera.yaml', changed: false })
    expect(err).toContain('EDITOR="code --wait"')
  })

  it('offers near names for somebody it does not know', async () => {
    const at = desk()
    await at.run(add, ['Sam Rivera'])
    await at.run(add, ['Samira Haddad'])
    expect(await problemOf(at.run(show, ['Sma Rivera']))).toMatchObject({
      kind: 'unknown',
      near: ['Sam Rivera'],
    })
    expect(await problemOf(at.run(show, ['sa']))).toMatchObject({
      kind: 'ambiguous',
      matches: ['sam-rivera', 'samira-haddad'],
    })
  })
})

describe('people list', () => {
  it('fits forty columns', async () => {
    const at = desk({ columns: 40 })
    await at.run(add, ['Ifeoma Adeyemi-Oluwaseun of the Northern Desk'], { role: 'tier 2, escalations' })
    await at.run(add, ['山田太郎'])
    const { out } = await at.run(list)
    expect(out).toContain('Ifeoma')
    expect(out).toContain('escalations')
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(40)
  })

  it('names the one file that cannot be read, and shows the others', async () => {
    const at = desk()
    await at.run(add, ['Sam Rivera'])
    await at.put('people/broken.yaml', 'name: [')
    const { out, err, outcome } = await at.run(list)
    expect(out).toContain('Sam Rivera')
    expect(err).toMatch(/^people\/broken\.yaml/)
    expect(outcome).toBe('done')
  })
})
