import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as copy from '../../src/commands/export.ts'
import * as list from '../../src/commands/list.ts'
import * as forget from '../../src/commands/people-forget.ts'
import * as search from '../../src/commands/search.ts'
import type { Step } from '../../src/core/interview/state.ts'
import type { Asker } from '../../src/core/ports/asker.ts'
import type { DraftHead } from '../../src/core/ports/drafts.ts'
import { type Desk, desk, problemOf } from '../support/context.ts'
import { fill } from '../support/sample.ts'

/** Words that stand in what is held about Sam and nowhere else, and Sam's own names. */
const THEIRS = ['hears from me', 'not their ticket', 'new checklist helped', 'Greet every caller', 'Sammy']

const head = (draft: string, more: Partial<DraftHead>): DraftHead => ({
  ...{ draft, note: '01KB00000000000000000NOTE1', notebook: '', template: 'constructive-feedback@1' },
  ...{ hash: 'h', created: '2026-11-20T10:00:00.000Z', depth: 'core' },
  ...more,
})

const answer = (path: string, value: string): Step => ({ step: 'answer', path, value })

/** A filled notebook with an index, drafts of Sam and of Wei, and a copy of a note that an editor left. */
async function held(asker?: Asker): Promise<Desk> {
  const kept = (root: string) => [
    {
      head: head('DRAFTSAM', { notebook: root }),
      steps: [answer('person', 'sam-rivera'), answer('view', 'Sam hid it')],
    },
    {
      head: head('DRAFTWEI', { notebook: root }),
      steps: [answer('person', 'wei-ling-tan'), answer('view', 'It went well beside Sam Rivera')],
    },
  ]
  const at = desk({ drafts: kept, ...(asker === undefined ? {} : { asker }) })
  await fill(at)
  const state = join(at.folder, 'state')
  mkdirSync(join(state, 'drafts'), { recursive: true })
  for (const { head: one, steps } of kept(at.root)) {
    const lines = [one, ...steps].map((line) => `${JSON.stringify(line)}\n`).join('')
    writeFileSync(join(state, 'drafts', `${one.draft}.jsonl`), lines)
  }
  mkdirSync(join(state, 'edits/edit-aaaaaa'), { recursive: true })
  writeFileSync(
    join(state, 'edits/edit-aaaaaa/note.md'),
    '---\nperson: sam-rivera\n---\nEvery customer hears from me\n',
  )
  mkdirSync(join(state, 'edits/edit-bbbbbb'), { recursive: true })
  writeFileSync(join(state, 'edits/edit-bbbbbb/note.md'), '---\nperson: wei-ling-tan\n---\nsharing\n')
  await at.put(
    'notes/sam-rivera/2026-11-21-goal-000000.md.kept-abcdef',
    'Every customer hears from me, twice\n',
  )
  await at.put('notes/sam-rivera/photo.png', '\u0000\u0001')
  await at.put('notes/sam-rivera/.tactful-4194303-0123456789ab.tmp', 'hears from me, half')
  await at.run(search, ['hears'])
  return at
}

/** Every file below the desk's folder in which the words stand. */
function standsIn(at: Desk, words: string): readonly string[] {
  return readdirSync(at.folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(at.folder, path)).isFile())
    .filter((path) =>
      readFileSync(join(at.folder, path), 'latin1').toLowerCase().includes(words.toLowerCase()),
    )
}

const YES = [{ name: 'Sam Rivera' }, { yes: true }] as const

describe('people forget', () => {
  it('leaves no word of theirs in the notebook, the cache and the state', async () => {
    const at = await held()
    for (const words of THEIRS) expect(standsIn(at, words), words).not.toEqual([])
    expect(standsIn(at, 'hears from me').some((path) => path.startsWith('cache/'))).toBe(true)
    const { out, err, outcome } = await at.run(forget, ['sam'], ...YES)
    expect(outcome).toBe('done')
    expect(err).toContain('7 notes: ')
    expect(err).toContain('2 private parts')
    expect(err).toContain('1 draft: ')
    expect(out).toMatch(/^Removed what was held about Sam Rivera: 13 files and 1 draft\.\n$/)
    for (const words of [...THEIRS, 'sam-rivera', 'Sam hid it'])
      expect(standsIn(at, words), words).toEqual([])
    expect(existsSync(join(at.root, 'notes/sam-rivera'))).toBe(false)
    expect(existsSync(join(at.root, 'private'))).toBe(true)
    expect(readdirSync(join(at.folder, 'state/removals'))).toEqual([])
  })

  it('takes drafts and the index that a moved notebook left under its old name, and none of a notebook that is there', async () => {
    const folders = new Map<string, string>()
    const kept = (root: string) => [
      {
        head: head('DRAFTOLD', { notebook: join(root, '../before-it-moved') }),
        steps: [answer('person', 'sam-rivera'), answer('view', 'kept under the old name')],
      },
      {
        head: head('DRAFTOTHER', { notebook: folders.get('other') ?? '' }),
        steps: [answer('person', 'sam-rivera'), answer('view', 'of another notebook')],
      },
    ]
    const other = desk()
    await fill(other)
    folders.set('other', other.root)
    const at = desk({ drafts: kept })
    await fill(at)
    mkdirSync(join(at.folder, 'state/drafts'), { recursive: true })
    for (const { head: one, steps } of kept(at.root)) {
      const lines = [one, ...steps].map((line) => `${JSON.stringify(line)}\n`).join('')
      writeFileSync(join(at.folder, 'state/drafts', `${one.draft}.jsonl`), lines)
    }
    mkdirSync(join(at.folder, 'cache/index/0123456789abcdef'), { recursive: true })
    writeFileSync(join(at.folder, 'cache/index/0123456789abcdef/notes.heads'), 'Sam hid it')
    writeFileSync(join(at.folder, 'cache/index/my own file'), 'not of tactful')
    const { err } = await at.run(forget, ['sam'], ...YES)
    expect(readFileSync(join(at.folder, 'cache/index/my own file'), 'utf8')).toBe('not of tactful')
    expect(err).toContain('begun in ')
    expect(err).toContain('before-it-moved')
    expect(err).toContain('Other notebooks stay as they are')
    for (const words of ['kept under the old name', 'Sam hid it']) expect(standsIn(at, words)).toEqual([])
    expect(standsIn(at, 'of another notebook')).toEqual(['state/drafts/DRAFTOTHER.jsonl'])
  })

  it('leaves what is about others as it was, and lists where they are named', async () => {
    const at = await held()
    const wei = 'notes/wei-ling-tan/2026-11-11-session-aaaaaa.md'
    await at.put(
      wei,
      '---\ntactful: 1\nid: 01KB00000000000000000AAAAA\nkind: session\nperson: wei-ling-tan\ndate: "2026-11-11"\ncreated: "2026-11-11T10:00:00Z"\ntitle: A talk\n---\n\n# A talk\n\nYou took over from S**am** and told Sam\u2019s customer.\n',
    )
    const before = Object.entries(at.tree()).filter(([path]) => path.includes('wei'))
    const [name, yes] = YES
    const { err } = await at.run(forget, ['Sam Rivera'], { ...name, keepMentions: true }, yes)
    expect(err).toContain(`${wei} (note)`)
    expect(err).toContain('took over from S**am**')
    expect(err).toMatch(/\(draft\)\n {2}.*beside Sam Rivera/)
    expect(Object.entries(at.tree()).filter(([path]) => path.includes('wei'))).toEqual(before)
    expect(standsIn(at, 'beside Sam Rivera')).toEqual(['state/drafts/DRAFTWEI.jsonl'])
    expect(existsSync(join(at.folder, 'state/edits/edit-bbbbbb/note.md'))).toBe(true)
    expect((await at.run(list, [], {}, { json: true })).out).toContain('wei-ling-tan')
  })

  it('puts "a colleague" where others\u2019 notes name them, shows each line first, and no copy for a lead shows the name', async () => {
    const at = await held()
    const wei = 'notes/wei-ling-tan/2026-11-11-session-aaaaaa.md'
    const lines = Array.from({ length: 12 }, (_, n) => `- Point ${n}: Sam Rivera saw it`)
    await at.put(
      wei,
      [
        ...['---', 'tactful: 1', 'id: 01KB00000000000000000AAAAA', 'kind: session', 'person: wei-ling-tan'],
        ...['date: "2026-11-11"', 'created: "2026-11-11T10:00:00Z"', 'title: A talk beside Sam'],
        ...['template: constructive-feedback@1', 'items:', '  - id: 01KB0000000000000000PR0M1S'],
        ...[
          '    kind: promise',
          '    label: P1',
          '    who: sammy',
          'sections:',
          '  points: What Sam\u2019s case showed',
        ],
        ...[
          '  next: What comes next',
          '---',
          '',
          '# A talk beside Sam',
          '',
          '## What Sam\u2019s case showed',
          '',
        ],
        ...['You took over from S**am** and told Sam\u2019s customer. SAM RIVERA agreed.', '', ...lines, ''],
        ...['## What comes next', '', '- P1 · Sammy: shows the list', ''],
      ].join('\n'),
    )
    const { out, err } = await at.run(forget, ['sam'], ...YES)
    for (const line of lines) expect(err).toContain(line)
    expect(out).toContain('"a colleague" stands for the name now in')
    const left = at.read(wei) ?? ''
    expect(left).not.toMatch(/sam\b|sammy|rivera/i)
    expect(left).toContain('who: a colleague')
    expect(left).toMatch(/You took over from a colleague\S* and told a colleague\u2019s customer\./)
    expect(left).toContain('## What a colleague\u2019s case showed')
    const copied = await at.run(copy, [], { for: 'lead', person: 'wei' }, { yes: true })
    expect(copied.out).toContain('What a colleague\u2019s case showed')
    expect(copied.out).not.toMatch(/\bsam|rivera/i)
  })

  it('leaves those notes alone where the answer is no', async () => {
    const asked: string[] = []
    const asker: Asker = {
      ask: async () => ({ reply: 'answer', raw: 'Sam Rivera' }),
      choose: async ({ title }) => {
        asked.push(title)
        return { reply: 'chosen', value: '@leave' }
      },
      say: () => undefined,
      close: () => undefined,
    }
    const at = await held(asker)
    const wei = 'private/wei-ling-tan/2026-11-11-session-aaaaaa.md'
    const text =
      '---\ntactful: 1\nid: 01KB00000000000000000AAAAA\nkind: session\nperson: wei-ling-tan\ndate: "2026-11-11"\ncreated: "2026-11-11T10:00:00Z"\ntitle: A talk\nprivate: true\n---\n\n# A talk\n\nSam Rivera was asked.\n'
    await at.put(wei, text)
    const { outcome } = await at.run(forget, ['sam'])
    expect(outcome).toBe('done')
    expect(asked).toEqual(['Take Sam Rivera out of what is about others?'])
    expect(at.read(wei)).toBe(text)
  })

  it('removes nothing where Ctrl-C is pressed at that question', async () => {
    const asker: Asker = {
      ask: async () => ({ reply: 'answer', raw: 'Sam Rivera' }),
      choose: async () => ({ reply: 'quit', ended: 'SIGINT' }),
      say: () => undefined,
      close: () => undefined,
    }
    const at = await held(asker)
    await at.put(
      'notes/wei-ling-tan/2026-11-11-session-aaaaaa.md',
      '---\ntactful: 1\nid: 01KB00000000000000000AAAAA\nkind: session\nperson: wei-ling-tan\ndate: "2026-11-11"\ncreated: "2026-11-11T10:00:00Z"\ntitle: A talk\n---\n\n# A talk\n\nSam Rivera was asked.\n',
    )
    const before = at.tree()
    const { err, outcome } = await at.run(forget, ['sam'])
    expect(outcome).toBe('SIGINT')
    expect(err).toContain('Nothing was removed.')
    expect(at.tree()).toEqual(before)
  })

  it.each([
    [{}, {}, 'only after asking'],
    [{}, { yes: true }, 'the name has to be given'],
    [{ name: 'Sam' }, { yes: true }, '--name is not "Sam Rivera"'],
    [{ name: 'Wei-Ling Tan' }, { yes: true }, '--name is not "Sam Rivera"'],
  ])('removes nothing with %j %j', async (options, common, message) => {
    const at = await held()
    const before = at.tree()
    const problem = await problemOf(at.run(forget, ['sam'], options, common))
    expect(problem).toMatchObject({ kind: 'usage', message: expect.stringContaining(message) })
    expect(at.tree()).toEqual(before)
    expect(existsSync(join(at.folder, 'state/drafts/DRAFTSAM.jsonl'))).toBe(true)
  })

  it('only looks with --dry-run, as text and as JSON', async () => {
    const at = await held()
    const before = at.tree()
    expect((await at.run(forget, ['sam'], { dryRun: true })).out).toContain('would be removed')
    const { out } = await at.run(forget, ['sam'], { dryRun: true }, { json: true })
    expect(JSON.parse(out)).toMatchObject({
      ...{ person: 'sam-rivera', removed: false, git: 'none', stays: [] },
      notes: { session: 2, goal: 2, evidence: 1, checkin: 1, update: 1 },
      drafts: [{ id: 'DRAFTSAM' }],
      copies: ['edit-aaaaaa'],
    })
    expect(at.tree()).toEqual(before)
  })

  it('follows no link, leaves what is about somebody else, and takes what a hand has moved', async () => {
    const at = await held()
    const outside = join(at.folder, 'outside.md')
    writeFileSync(outside, 'not ours')
    symlinkSync(outside, join(at.root, 'notes/sam-rivera/link.md'))
    const facts = (person: string, id: string) =>
      `---\ntactful: 1\nid: ${id}\nkind: update\nperson: ${person}\ndate: "2026-11-11"\ncreated: "2026-11-11T10:00:00Z"\ntitle: T\n---\n\n# T\n`
    await at.put('notes/sam-rivera/strange.md', facts('wei-ling-tan', '01KB00000000000000000BBBBB'))
    await at.put('notes/elsewhere/moved.md', facts('sam-rivera', '01KB00000000000000000CCCCC'))
    const { err } = await at.run(forget, ['sam'], ...YES)
    expect(err).toMatch(/Stays.*\n {2}notes\/sam-rivera\/link\.md\n {2}notes\/sam-rivera\/strange\.md\n/)
    expect(readFileSync(outside, 'utf8')).toBe('not ours')
    expect(readdirSync(join(at.root, 'notes/sam-rivera')).sort()).toEqual(['link.md', 'strange.md'])
    expect(existsSync(join(at.root, 'notes/elsewhere'))).toBe(false)
  })

  it('touches nothing behind a folder that is a link', async () => {
    const at = desk()
    await fill(at)
    const outside = join(at.folder, 'outside')
    mkdirSync(join(outside, 'wei'), { recursive: true })
    writeFileSync(join(outside, 'a.md'), 'not ours')
    await at.put('people/tom.yaml', 'tactful: 1\nname: Tom\n')
    symlinkSync(outside, join(at.root, 'notes/tom'))
    const { err } = await at.run(forget, ['tom'], { name: 'Tom' }, { yes: true })
    expect(err).toContain('notes/tom\n')
    expect(readFileSync(join(outside, 'a.md'), 'utf8')).toBe('not ours')
    expect(at.read('people/tom.yaml')).toBeUndefined()
  })

  it('leaves a file that was changed after it was shown, and says so', async () => {
    const asker: Asker = {
      ask: async (_screen, check) => {
        expect(await check('Sam')).toContain('other words')
        await at.put('people/sam-rivera.yaml', 'tactful: 1\nname: Sam Rivera\nrole: tier 2\n')
        return { reply: 'answer', raw: 'sam  RIVERA' }
      },
      choose: async () => ({ reply: 'back' }),
      say: () => undefined,
      close: () => undefined,
    }
    const at = await held(asker)
    const { out, outcome } = await at.run(forget, ['sam'])
    expect(outcome).toBe('attention')
    expect(out).toContain('12 files')
    expect(out).toContain('  people/sam-rivera.yaml\n')
    expect(at.read('people/sam-rivera.yaml')).toContain('tier 2')
  })

  it('removes nothing when Enter alone is pressed', async () => {
    const asker: Asker = {
      ask: async () => ({ reply: 'skip' }),
      choose: async () => ({ reply: 'back' }),
      say: () => undefined,
      close: () => undefined,
    }
    const at = await held(asker)
    const before = at.tree()
    const { err, outcome } = await at.run(forget, ['sam'])
    expect(err).toContain('Nothing was removed.')
    expect(outcome).toBe('done')
    expect(at.tree()).toEqual(before)
  })

  it('refuses while a draft of theirs is open elsewhere, before anything is gone', async () => {
    const at = await held()
    const { holdLock } = await import('../../src/adapters/store/lock.ts')
    const release = holdLock(join(at.folder, 'state/locks/draft-DRAFTSAM.lock'))
    const before = at.tree()
    expect(await problemOf(at.run(forget, ['sam'], ...YES))).toMatchObject({ kind: 'busy', draft: true })
    expect(at.tree()).toEqual(before)
    release()
    expect((await at.run(forget, ['sam'], ...YES)).outcome).toBe('done')
  })

  it('names an open barrier, and what git keeps', async () => {
    const at = await held()
    await at.put(
      'notes/sam-rivera/2026-11-12-barrier-dddddd.md',
      '---\ntactful: 1\nid: 01KB00000000000000000DDDDD\nkind: barrier\nperson: sam-rivera\ndate: "2026-11-12"\ncreated: "2026-11-12T10:00:00Z"\ntitle: No test system\nbarrier:\n  owner: Dana\n---\n\n# No test system\n',
    )
    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-C', at.root, '-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args])
    git('init', '-q')
    git('add', 'notes', 'people')
    git('commit', '-qm', 'notes')
    const { err, outcome } = await at.run(forget, ['sam'], ...YES)
    expect(err).toContain('No test system (Dana)')
    expect(err).toContain("--path 'notes/sam-rivera' --path 'private/sam-rivera'")
    expect(outcome).toBe('done')
    expect(git('show', 'HEAD:people/sam-rivera.yaml').toString()).toContain('Sam Rivera')
  })
})
