import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Desk } from './desk.ts'
import { filesIn, shortIds } from './notebook.ts'
import { SIX, SIX_ANSWERS, STEPS, sixDesk, typedFrom } from './six.ts'

let desk: Desk
beforeEach(() => {
  desk = sixDesk()
})
afterEach(() => desk.remove())

const drafts = () => filesIn(join(desk.state, 'drafts')).size
const notes = () => [...filesIn(join(desk.notebook, 'notes')).keys()]
const given = (name: string, text: string) => writeFileSync(join(desk.folder, name), text)
const NO_STACK = /^(?!.*\n\s+at )/s

describe('without a terminal', () => {
  test('what is missing is told with its question, and nothing is kept or saved', async () => {
    const ran = await desk.run(['prep', 'Sam Rivera'])
    expect(ran).toEqual({
      code: 2,
      signal: null,
      out: '',
      err: 'Missing:\n  view   How does Sam see it?\nNothing was saved.\n',
    })
    expect([drafts(), notes().length]).toEqual([0, 0])
  })

  test('a short preparation without a single answer saves no note', async () => {
    const ran = await desk.run(['prep', 'Sam Rivera', '--quick', '--no-input'])
    expect(ran.code).toBe(2)
    expect(ran.out).toBe('')
    expect(ran.err).toContain('There is no answer yet, so nothing was saved.')
    expect([drafts(), notes().length]).toEqual([0, 0])
  })

  test('--no-input asks nothing, also where plain lines could be read', async () => {
    const ran = await desk.run(['prep', '--plain', '--no-input'], { input: 'Sam Rivera\n' })
    expect(ran).toMatchObject({ code: 2, out: '', err: expect.stringContaining('person   Who is it for?') })
    expect(drafts()).toBe(0)
  })

  test('piped lines that end too early are kept, and how to go on is said', async () => {
    const ran = await desk.run(['prep', '--plain', ...SIX], { input: typedFrom(0, 2) })
    expect(ran).toMatchObject({ code: 2, out: '' })
    expect(ran.err).toMatch(
      /Nothing was saved; what you gave is kept\. Go on with: tactful resume [0-9a-z]{6}\n$/,
    )
    expect(await desk.run(['resume', '--plain'], { input: typedFrom(2) })).toMatchObject({ code: 0 })
  })

  test('every mistake in an answers file is told at once, with its place and how to mend it', async () => {
    given(
      'sam.yaml',
      [
        'person: Sam Rivera',
        'relationshp: mentor',
        'view: maybe',
        'evidence:',
        '  - "- 31 Feb 48213: sent late"',
        '  - "- 03/04/2026 48377: sent on"',
        'goals:',
        '  - text: More updates',
        '    by: 2026-02-30',
        'points:',
        '  - behaviour: updates-waiting',
        '    side: growth',
      ].join('\n'),
    )
    const ran = await desk.run(['prep', '--answers', 'sam.yaml'])
    expect(ran).toMatchObject({ code: 2, out: '' })
    for (const told of [
      /^sam\.yaml:2:\d+: relationshp: .*Did you mean "relationship"\?$/m,
      /^sam\.yaml:3:\d+: view: "maybe" is not one of the choices\./m,
      /^sam\.yaml:5:\d+: evidence\.1: There is no 31 February\..*YYYY-MM-DD/m,
      /^sam\.yaml:6:\d+: evidence\.2: .*3 April 2026.*4 March 2026/m,
      /^sam\.yaml:9:\d+: goals\.1\.by: There is no 30 February\./m,
      /^Missing:$/m,
      /^ {2}points\.1\.impact {3}What did it lead to\?$/m,
    ]) {
      expect(ran.err).toMatch(told)
    }
    expect(ran.err.trimEnd().split('\n').at(-1)).toBe('Nothing was saved.')
    expect([drafts(), notes().length, existsSync(join(desk.notebook, 'tactful.yaml'))]).toEqual([0, 0, false])
  })

  test('answers from standard input are nowhere else, so they are kept in a draft', async () => {
    const ran = await desk.run(['prep', ...SIX, '--answers', '-'], {
      input: SIX_ANSWERS.replace(/points:[\s\S]*?goals/, 'points:\n  - evidence: [1]\ngoals'),
    })
    expect(ran).toMatchObject({ code: 2, out: '' })
    expect(ran.err).toMatch(/^Missing:\n {2}points\.1\.ask {3}What do you want to ask or suggest\?\n/)
    expect(ran.err).toContain('what you gave is kept. Go on with: tactful resume')
    const resumed = await desk.run(['resume', '--plain'], { input: `${STEPS[3]?.typed}\n\n` })
    expect(resumed).toMatchObject({ code: 0, out: expect.stringMatching(/^Saved\. /) })
    expect(notes().filter((path) => path.includes('-session-'))).toHaveLength(1)
  })

  test('--set stands above the file; --dry-run shows the note and saves nothing', async () => {
    given('six.yaml', SIX_ANSWERS.replace(', by 18 December', ''))
    const prep = [
      'prep',
      ...SIX,
      '--answers',
      'six.yaml',
      '--set',
      'goals.1.by=2026-12-11',
      '--set',
      'points.1.ask=How was it?',
    ]
    const trial = await desk.run([...prep, '--dry-run'])
    expect(trial).toMatchObject({ code: 0, err: expect.stringContaining('Nothing was saved.') })
    expect(trial.out).toContain('How was it?')
    expect([drafts(), notes().length, existsSync(join(desk.notebook, 'tactful.yaml'))]).toEqual([0, 0, false])

    const shown = JSON.parse((await desk.run([...prep, '--dry-run', '--json'])).out)
    expect(shown).toMatchObject({ person: 'sam-rivera', kind: 'session', findings: 0, saved: false })
    expect(shown.text).toContain('How was it?')
    expect(shown.files).toContain(shown.path)
    expect(notes()).toHaveLength(0)

    const saved = await desk.run([...prep, '--json'])
    expect(saved.code).toBe(0)
    const { id, path, ...rest } = JSON.parse(saved.out)
    expect(rest).toEqual({
      person: 'sam-rivera',
      kind: 'session',
      findings: 0,
      remarks: [],
      notices: [
        'Not used: E2 (The handover had the goal, the steps tr…). It is kept for later.',
        'What went well is not in the talk yet (E2). A point about it can come first.',
      ],
    })
    const text = filesIn(desk.notebook).get(path) ?? ''
    expect(text).toContain(`id: "${id}"`)
    expect(text).toContain('How was it?')
    expect(text).toContain('by 11 December')

    const quiet = await desk.run([...prep, '--quiet'])
    expect(quiet.out).toMatch(/^notes\/sam-rivera\/\S+\.md\n$/)
  })

  test('unknown names are met with near ones', async () => {
    expect(await desk.run(['prep', '--template', 'six-question'])).toEqual({
      code: 2,
      signal: null,
      out: '',
      err: 'There is no template "six-question".\nDid you mean "six-questions"?\n',
    })
    given('six.yaml', SIX_ANSWERS)
    await desk.run(['prep', ...SIX, '--answers', 'six.yaml'])
    expect(await desk.run(['last', 'Sam Rivero'])).toMatchObject({
      code: 2,
      err: 'There is nobody called "Sam Rivero" in this notebook.\nDid you mean "Sam Rivera"?\n',
    })
    const before = filesIn(desk.notebook)
    const slip = await desk.run(['prep', 'Sam Rivero', ...SIX, '--answers', 'six.yaml'])
    expect(slip).toMatchObject({
      code: 2,
      err: 'There is nobody called "Sam Rivero" in this notebook.\nDid you mean "Sam Rivera"? To add somebody new, repeat it with --yes.\n',
    })
    expect(filesIn(desk.notebook)).toEqual(before)
    const goal = ['Sam Rivero', 'Each customer hears from me (now 5 of 12, goal 12 of 12), by 18 December']
    expect((await desk.run(['goal', 'add', ...goal, '--no-input'])).code).toBe(2)
    const other = await desk.run(['prep', 'Sam Rivero', ...SIX, '--answers', 'six.yaml', '--yes'])
    expect(other.err).toContain('Sam Rivero is new in this notebook. Close to it: Sam Rivera.')
  })
})

test.each([
  ['cut in half', (text: string) => text.slice(0, 200)],
  ['emptied', () => ''],
  ['with conflict markers', (text: string) => text.replace('kind:', '<<<<<<< ours\nkind: x\n=======\nkind:')],
])('a note that was %s is named, and the others are listed', async (_what, damage) => {
  given('six.yaml', SIX_ANSWERS)
  await desk.run(['prep', ...SIX, '--answers', 'six.yaml'])
  const files = filesIn(desk.notebook)
  const [bad = ''] = [...files.keys()].filter((path) => path.startsWith('notes/') && path.includes('-goal-'))
  const damaged = damage(files.get(bad) ?? '')
  writeFileSync(join(desk.notebook, bad), damaged)
  const listed = await desk.run(['list'])
  expect(listed.code).toBe(0)
  expect(listed.err).toContain(bad)
  expect(listed.err).toMatch(NO_STACK)
  const shown = [...shortIds(files)].filter(([id]) => listed.out.includes(id)).map(([, kind]) => kind)
  expect(shown.sort()).toEqual(['evidence', 'session'])
  expect(filesIn(desk.notebook).get(bad)).toBe(damaged)
})

test.each([
  ['../../x', 'x'],
  ['CON', 'con-person'],
  ['.git/hooks', 'git-hooks'],
  ['-rf', 'rf'],
  ['$(touch PWN)', 'touch-pwn'],
  ['x'.repeat(300), 'x'.repeat(40)],
  ['🙂 Zoë', 'zoe'],
  ['Sam \u202eRivera\u2066', 'sam-rivera', 'Sam \ufffdRivera\ufffd'],
  ['\u001b[2JSam\u001b]52;c;aGk=\u0007', '2jsam-52-c-agk', '[2JSam ]52;c;aGk='],
  ['日本語', 'person'],
])('the odd name %j is kept as it reads, and safe as a file', async (name, slug, readable = name) => {
  const before = [...filesIn(dirname(desk.notebook)).keys()]
  const ran = await desk.run(['prep', ...SIX, '--set', `person=${name}`])
  expect(ran).toMatchObject({ code: 0 })
  const [made = ''] = [...filesIn(join(desk.notebook, 'people')).keys()]
  expect(made).toBe(`${slug}.yaml`)
  const listed = await desk.run(['people', 'list'])
  expect(listed.out).toContain(readable)
  expect(ran.out + ran.err + listed.out).not.toMatch(
    /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/,
  )
  const outside = [...filesIn(dirname(desk.notebook)).keys()].filter(
    (path) =>
      !before.includes(path) &&
      !/^(notebook\/(notes|people|private|tactful\.yaml|\.gitignore)|home\/|tmp\/)/.test(path),
  )
  expect(outside).toEqual([])
  expect(existsSync(join(desk.folder, 'PWN'))).toBe(false)
})

test('two saves at once are both kept, with everything that belongs to them', async () => {
  given('six.yaml', SIX_ANSWERS)
  const both = await Promise.all([1, 2].map(() => desk.run(['prep', ...SIX, '--answers', 'six.yaml'])))
  expect(both.map(({ code }) => code)).toEqual([0, 0])
  const kinds = notes().map((path) => /-(session|goal|evidence)-/.exec(path)?.[1])
  expect(kinds.sort()).toEqual(['evidence', 'evidence', 'goal', 'goal', 'session', 'session'])
  expect((await desk.run(['list', '--json'])).code).toBe(0)
})

const canMount = process.platform === 'linux' && process.getuid?.() === 0 && mounts()
if (!canMount) process.stderr.write('Full and read-only disks are left out: they need the right to mount.\n')

function mounts(): boolean {
  const folder = `/tmp/tactful-mount-${process.pid}`
  try {
    mkdirSync(folder)
    execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', folder], { stdio: 'ignore' })
    execFileSync('umount', [folder])
    return true
  } catch {
    return false
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

describe.skipIf(!canMount)('a disk that takes nothing more', () => {
  let mounted = false
  const mount = (...options: readonly string[]) => {
    const text = filesIn(desk.notebook).get('templates/six-questions.yaml') ?? ''
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k,mode=700', 'tmpfs', desk.notebook])
    mounted = true
    mkdirSync(join(desk.notebook, 'templates'))
    writeFileSync(join(desk.notebook, 'templates/six-questions.yaml'), text)
    for (const option of options) execFileSync('mount', ['-o', option, desk.notebook])
  }
  afterEach(() => {
    if (mounted) execFileSync('umount', [desk.notebook])
    mounted = false
  })

  test('full: exit 74, one line why, the draft stays, and after making room it goes on', async () => {
    mount()
    writeFileSync(join(desk.notebook, 'filler'), Buffer.alloc(56 * 1024))
    const ran = await desk.run(['prep', '--plain', ...SIX], { input: typedFrom(0) })
    expect(ran).toMatchObject({ code: 74, out: '' })
    expect(ran.err).toMatch(/^The disk is full: .*\.$/m)
    expect(ran.err).toMatch(/Your answers are kept\. {2}tactful resume [0-9a-z]{6}/)
    expect(ran.err).toMatch(NO_STACK)
    expect(drafts()).toBe(1)
    rmSync(join(desk.notebook, 'filler'))
    expect(await desk.run(['resume'])).toMatchObject({ code: 0, out: expect.stringMatching(/^Saved\. /) })
    expect([notes().length, drafts()]).toEqual([3, 0])
  })

  test('read-only: exit 74, one line why, and answers from standard input are kept', async () => {
    mount('remount,ro')
    const ran = await desk.run(['prep', ...SIX, '--answers', '-'], { input: SIX_ANSWERS })
    expect(ran).toMatchObject({ code: 74, out: '' })
    expect(ran.err).toMatch(/^The disk is read-only: .*\.$/m)
    expect(ran.err).toMatch(/Your answers are kept\. {2}tactful resume [0-9a-z]{6}/)
    execFileSync('mount', ['-o', 'remount,rw', desk.notebook])
    expect(await desk.run(['resume'])).toMatchObject({ code: 0, out: expect.stringMatching(/^Saved\. /) })
    expect(notes()).toHaveLength(3)
  })
})
