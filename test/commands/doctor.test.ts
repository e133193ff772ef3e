import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as doctor from '../../src/commands/doctor.ts'
import type { Desk } from '../support/context.ts'
import { desk, problemOf } from '../support/context.ts'
import { fill, IDS } from '../support/sample.ts'

interface Report {
  readonly findings: readonly {
    readonly kind: string
    readonly path: string
    readonly message: string
    readonly fixable: boolean
  }[]
  readonly fixed: readonly { readonly kind: string; readonly path: string }[]
  readonly notes: number
  readonly people: number
}

async function report(at: Desk, options = {}): Promise<Report & { readonly outcome: string }> {
  const { out, outcome } = await at.run(doctor, [], options, { json: true })
  return { ...(JSON.parse(out) as Report), outcome: String(outcome) }
}

async function filled(given: Parameters<typeof desk>[0] = {}): Promise<Desk> {
  const at = desk(given)
  mkdirSync(at.root, { mode: 0o700 })
  await fill(at)
  return at
}

const note = (id: string, more = ''): string =>
  `---\ntactful: 1\nid: ${id}\nkind: barrier\nperson: sam-rivera\ndate: "2026-09-01"\ncreated: "2026-09-01T10:00:00Z"\n${more}---\n\n# A note\n`

describe('doctor', () => {
  it('has nothing to say about a notebook that is well', async () => {
    const at = await filled()
    const before = at.tree()
    const { out, err, outcome } = await at.run(doctor)
    expect(out).toBe('')
    expect(err).toBe('8 notes, 2 people. Nothing to do.\n')
    expect(outcome).toBe('done')
    expect(at.tree()).toEqual(before)
  })

  it('asks for an update, not for an editor, where a note is of a later format', async () => {
    const at = await filled()
    const path = 'notes/sam-rivera/2026-01-01-barrier-00aaaa.md'
    await at.put(path, note('01KAM2Y6Z400000000000AAAAA').replace('tactful: 1', 'tactful: 9'))
    const { out } = await at.run(doctor)
    expect(out).toContain('It is written in format 9, which is newer than this version of tactful.')
    expect(out).toContain('Update tactful; nothing of it was touched.')
    expect(out).not.toContain('Mend it in an editor')
    expect(out.split(path)).toHaveLength(2)
  })

  it('names every file that is no whole note with the reason, private parts and people too', async () => {
    const at = await filled()
    await at.put('notes/sam-rivera/2026-01-01-session-aaaaaa.md', '')
    await at.put('notes/sam-rivera/2026-01-02-session-bbbbbb.md', '---\ntactful: 1\nid: 01K')
    await at.put('notes/sam-rivera/2026-01-03-session-cccccc.md', 'a\0b')
    await at.put('private/sam-rivera/2026-01-04-session-dddddd.md', '<<<<<<< HEAD\n---\ntactful: 1\n---\n')
    await at.put('people/broken.yaml', 'aliases: []\n')
    const before = at.tree()
    const { findings, outcome } = await report(at)
    const unread = findings.filter(({ kind }) => kind === 'unreadable')
    expect(unread.map(({ path }) => path.replace(/^.*[-/]/, ''))).toEqual([
      'aaaaaa.md',
      'bbbbbb.md',
      'cccccc.md',
      'broken.yaml',
      'dddddd.md',
    ])
    expect(unread.at(-1)?.message).toContain('conflict markers')
    for (const { message, path } of unread) expect(message).not.toContain(path)
    expect(outcome).toBe('attention')
    expect(at.tree()).toEqual(before)
  })

  it('finds ids that stand twice, references that lead nowhere and days to come', async () => {
    const at = await filled()
    await at.put('notes/sam-rivera/2026-09-01-barrier-g0a222.md', note(IDS.goalMet))
    const lost = 'events:\n  - of: 01KAH2Y6Z40000000000NAWHER\n    what: kept\n    on: "2026-09-01"\n'
    await at.put('notes/sam-rivera/2026-09-01-barrier-00aaaa.md', note('01KAM2Y6Z400000000000AAAAA', lost))
    const later = note('01KAM2Y6Z400000000000BBBBB').replace('date: "2026-09-01"', 'date: "2027-09-01"')
    await at.put('notes/sam-rivera/2027-09-01-barrier-00bbbb.md', later)
    const { findings } = await report(at)
    expect(findings.map(({ kind }) => kind)).toEqual(['twice', 'dangling', 'future'])
    expect(findings[0]?.message).toContain('g0a222')
    expect(findings[1]?.message).toContain('nawher')
    expect(findings[2]?.message).toContain('2027-09-01')
  })

  it('allows for a colleague whose day has begun already', async () => {
    const at = await filled()
    const ahead = note('01KAM2Y6Z400000000000BBBBB').replace('date: "2026-09-01"', 'date: "2026-11-22"')
    await at.put('notes/sam-rivera/2026-11-22-barrier-00bbbb.md', ahead)
    expect((await report(at)).findings).toEqual([])
  })

  it('names what others can open, and gives it back its rights with --fix, and only that', async () => {
    const at = await filled()
    chmodSync(join(at.root, 'people/sam-rivera.yaml'), 0o644)
    chmodSync(join(at.root, 'notes'), 0o755)
    const { findings } = await report(at)
    expect(findings).toMatchObject([
      { kind: 'open', path: 'notes', fixable: true },
      { kind: 'open', path: 'people/sam-rivera.yaml', fixable: true },
    ])
    const { out, outcome } = await at.run(doctor, [], { fix: true })
    expect(out).toBe(
      'Mended\n  notes: Now only you can open it.\n  people/sam-rivera.yaml: Now only you can open it.\n\n',
    )
    expect(outcome).toBe('done')
    expect(at.tree()['people/sam-rivera.yaml']).toMatch(/^600 /)
    expect(at.tree().notes).toBe('700')
    expect((await report(at)).findings).toEqual([])
  })

  it('takes away what an ended process left behind, and leaves what a running one is writing', async () => {
    const at = await filled()
    const ended = 'notes/sam-rivera/.tactful-999999999-0123456789ab.tmp'
    const running = `notes/sam-rivera/.tactful-${process.pid}-0123456789ab.tmp`
    await at.put(ended, 'half')
    await at.put(running, 'half')
    expect((await report(at)).findings).toMatchObject([{ kind: 'leftover', path: ended }])
    const { fixed, outcome } = await report(at, { fix: true })
    expect(fixed).toMatchObject([{ kind: 'leftover', path: ended }])
    expect(outcome).toBe('done')
    expect(existsSync(join(at.root, ended))).toBe(false)
    expect(existsSync(join(at.root, running))).toBe(true)
  })

  it('names links, pipes and kept versions, follows none, and never takes them away', async () => {
    const at = await filled()
    const outside = join(at.folder, 'outside')
    mkdirSync(outside)
    writeFileSync(join(outside, '2026-09-01-barrier-00aaaa.md'), note('01KAM2Y6Z400000000000AAAAA'))
    symlinkSync(outside, join(at.root, 'notes/anna'))
    execFileSync('mkfifo', [join(at.root, 'notes/sam-rivera/pipe.md')])
    await at.put('notes/sam-rivera/2026-09-01-barrier-00aaaa.md.kept-0a1b2c', 'my version')
    await at.put('notes/sam-rivera/2026-09-01-barrier-00aaaa.md.unsaved-2', 'a text nobody could read')
    const { findings, notes } = await report(at, { fix: true })
    expect(findings.map(({ kind, path }) => [kind, path])).toEqual([
      ['strange', 'notes/anna'],
      ['kept', 'notes/sam-rivera/2026-09-01-barrier-00aaaa.md.kept-0a1b2c'],
      ['kept', 'notes/sam-rivera/2026-09-01-barrier-00aaaa.md.unsaved-2'],
      ['strange', 'notes/sam-rivera/pipe.md'],
    ])
    expect(notes).toBe(8)
    expect(existsSync(join(at.root, 'notes/anna'))).toBe(true)
  })

  it('finds names that differ only in capitals or in how an accent is written', async () => {
    const at = await filled()
    await at.put('people/Sam-Rivera.yaml', 'tactful: 1\nname: Sam Rivera\n')
    const alike = (await report(at)).findings.filter(({ kind }) => kind === 'alike')
    expect(alike).toMatchObject([{ path: 'people/sam-rivera.yaml' }])
  })

  it('names mistakes in templates, libraries, rules and settings with their places', async () => {
    const at = await filled()
    await at.put('templates/mine.yaml', 'id: mine\nversion: one\n')
    await at.put('library/behaviours.yaml', 'id: behaviours\nentries: 3\n')
    await at.put('wording/ours.yaml', 'rules:\n  - id: 4\n')
    await at.put('tactful.yaml', '# no format\n')
    const broken = (await report(at)).findings.filter(({ kind }) => kind === 'broken')
    expect(new Set(broken.map(({ path }) => path))).toEqual(
      new Set(['templates/mine.yaml', 'library/behaviours.yaml', 'wording/ours.yaml', 'tactful.yaml']),
    )
    const { out } = await at.run(doctor)
    expect(out).toContain('Settings, people, templates and rules with mistakes')
  })

  it('reminds of drafts that wait long, and not of new ones', async () => {
    const head = (draft: string, created: string, notebook: string) => ({
      head: {
        draft,
        note: '01KAH2Y6Z40000000000NXTE00',
        notebook,
        template: 'constructive-feedback',
        hash: '0',
        created,
        depth: 'core' as const,
      },
      steps: [],
    })
    const at = await filled({
      drafts: (root) => [
        head('01K9H2Y6Z40000000000D00000', '2026-10-01T10:00:00Z', root),
        head('01K9H2Y6Z40000000000D00001', '2026-11-20T10:00:00Z', root),
        head('01K9H2Y6Z40000000000D00002', '2026-10-01T10:00:00Z', '/elsewhere'),
      ],
    })
    const { out } = await at.run(doctor)
    expect(out).toContain('A draft has waited since 1 October 2026.')
    expect(out.match(/tactful resume/g)).toHaveLength(1)
  })

  it('warns where git would hand the private parts on', async () => {
    const at = await filled()
    const git = (...args: readonly string[]): void => {
      execFileSync('git', ['-C', at.root, '-c', 'user.name=x', '-c', 'user.email=x@example.org', ...args])
    }
    git('init', '-q')
    chmodSync(join(at.root, '.git'), 0o700)
    expect((await report(at)).findings).toEqual([])
    await at.put('.gitignore', '')
    expect((await report(at)).findings).toMatchObject([{ kind: 'shared', path: 'private' }])
    git('add', '-A')
    const [found] = (await report(at)).findings
    expect(found?.message).toContain('are in git')
  })

  it('lets no name of a file steer the terminal', async () => {
    const at = await filled()
    await at.put('notes/sam-rivera/a\u001b[2J\u202eb.md', 'x')
    const { out } = await at.run(doctor)
    expect(out).not.toMatch(/[\u001b\u202e]/)
    expect(out).toContain('a\ufffd[2J\ufffdb.md')
  })

  it.each([20, 40, 80])('keeps within %i columns', async (columns) => {
    const at = await filled({ columns })
    await at.put('notes/sam-rivera/2026-01-01-session-aaaaaa.md', '')
    chmodSync(join(at.root, 'people'), 0o755)
    const { out } = await at.run(doctor)
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(columns)
  })

  it('needs a notebook', async () => {
    expect(await problemOf(desk().run(doctor))).toMatchObject({ kind: 'no-notebook' })
  })
})
