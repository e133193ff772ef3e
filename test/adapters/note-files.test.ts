import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type NotebookFiles, noteFiles } from '../../src/adapters/note-files.ts'
import { self } from '../../src/adapters/store/owner.ts'
import { rootKey, textKey } from '../../src/adapters/store/saves.ts'
import { type Problem, Trouble } from '../../src/core/problem.ts'

let base: string
let root: string
let state: string
let files: NotebookFiles

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'tactful-'))
  root = join(base, 'notebook')
  state = join(base, 'state')
  files = noteFiles(root, state)
})
afterEach(() => rmSync(base, { recursive: true }))

const SAVE = [
  { path: 'notes/sam/a.md', text: 'the evidence' },
  { path: 'private/sam/b.md', text: 'the private part' },
  { path: 'people/sam.yaml', text: 'name: Sam\n' },
  { path: 'notes/sam/b.md', text: 'the session, Zoë' },
]

/** Every file below a folder with its text, dot files included. */
function treeOf(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {}
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
  )
}

const SAVED = Object.fromEntries(SAVE.map(({ path, text }) => [path, text]).sort())

async function problemOf(work: Promise<unknown>): Promise<Problem | undefined> {
  try {
    await work
  } catch (error) {
    if (error instanceof Trouble) return error.problem
    throw error
  }
  return undefined
}

/** What an interrupted save leaves: the state folder as a process that has ended would have left it. */
function leave(kind: 'begun' | 'ready', owner: object, temps: readonly string[]): string {
  const paths = SAVE.map(({ path }) => path)
  const saves = join(state, 'saves')
  mkdirSync(saves, { recursive: true })
  const sample = JSON.parse(execFileSync(process.execPath, ['-e', SELF], { encoding: 'utf8' }))
  const pending = paths.map((path, index) => ({ path, temp: temps[index] }))
  const key = execFileSync(process.execPath, ['-e', KEY, root], { encoding: 'utf8' })
  const name = join(saves, `${key}-999999-00ff.${kind}`)
  writeFileSync(name, JSON.stringify({ ...sample, ...owner, files: pending }))
  return name
}
const SELF = `console.log(JSON.stringify({pid: process.pid, start: 'before', host: require('os').hostname(), at: 1, token: 'x'}))`
const KEY = `process.stdout.write(require('crypto').createHash('sha256').update(process.argv[1]).digest('hex').slice(0, 16))`

function writeTemps(): readonly string[] {
  return SAVE.map(({ path, text }, index) => {
    const temp = path.replace(/[^/]+$/, `.tactful-999999-00000000000${index}.tmp`)
    mkdirSync(join(root, temp, '..'), { recursive: true })
    writeFileSync(join(root, temp), text)
    return temp
  })
}

describe('saving several files at once', () => {
  it('puts all of them on disk and nothing else anywhere', async () => {
    await files.saveAll(SAVE)
    expect(treeOf(root)).toEqual(SAVED)
    expect(treeOf(state)).toEqual({})
  })

  it.each(['000', '777', '022'])('is for the owner alone, whatever the umask (%s)', async (umask) => {
    const before = process.umask(Number.parseInt(umask, 8))
    try {
      await files.saveAll(SAVE)
    } finally {
      process.umask(before)
    }
    for (const path of readdirSync(base, { recursive: true, encoding: 'utf8' })) {
      const stat = statSync(join(base, path))
      expect([path, stat.mode & 0o777]).toEqual([path, stat.isDirectory() ? 0o700 : 0o600])
    }
  })

  it('does no harm when it is repeated, whole or after half of it', async () => {
    await files.saveAll(SAVE.slice(0, 2))
    await files.saveAll(SAVE)
    await files.saveAll(SAVE)
    expect(treeOf(root)).toEqual(SAVED)
  })

  it('never overwrites: the other text stays, ours is kept beside it, nothing else is saved', async () => {
    mkdirSync(join(root, 'people'), { recursive: true })
    writeFileSync(join(root, 'people/sam.yaml'), 'name: Samuel\n')
    const problem = await problemOf(files.saveAll(SAVE))
    expect(problem).toMatchObject({ kind: 'conflict', file: 'people/sam.yaml' })
    const kept = problem?.kind === 'conflict' ? problem.kept : ''
    expect(treeOf(root)).toEqual({ 'people/sam.yaml': 'name: Samuel\n', [kept]: 'name: Sam\n' })
    expect(treeOf(state)).toEqual({})
  })

  it.each([
    '../x.md',
    '/etc/x',
    'notes/../../x',
    'notes\\x',
    '.git/hooks/post-commit',
    'notes/.GIT/x',
    '',
    'a//b',
    'notes/con.md',
    'notes/a\0',
    'notes/a\u001b[2J.md',
    'notes/a\u202e.md',
  ])('goes nowhere outside the notebook: %j', async (path) => {
    const problem = await problemOf(files.saveAll([{ path, text: 'x' }]))
    expect(problem).toMatchObject({ kind: 'data' })
    expect(await problemOf(files.read(path))).toMatchObject({ kind: 'data' })
    expect(treeOf(base)).toEqual({})
  })

  it('follows no link, in a folder or at the file', async () => {
    const outside = join(base, 'outside')
    mkdirSync(outside)
    writeFileSync(join(outside, 'secret.md'), 'secret')
    mkdirSync(join(root, 'notes/sam'), { recursive: true })
    mkdirSync(join(root, 'private'))
    symlinkSync(outside, join(root, 'people'))
    symlinkSync(outside, join(root, 'private/sam'))
    symlinkSync(join(outside, 'secret.md'), join(root, 'notes/sam/b.md'))
    expect(await problemOf(files.saveAll(SAVE))).toMatchObject({ kind: 'data' })
    expect(await problemOf(files.saveAll(SAVE.slice(3)))).toMatchObject({
      kind: 'data',
      file: 'notes/sam/b.md',
    })
    expect(await problemOf(files.read('people/secret.md'))).toMatchObject({ kind: 'data', file: 'people' })
    expect(await problemOf(files.replace('notes/sam/b.md', 'secret', 'x'))).toMatchObject({ kind: 'data' })
    expect(treeOf(outside)).toEqual({ 'secret.md': 'secret' })
  })

  it('keeps both of two saves that run at once', async () => {
    const others = SAVE.map(({ path, text }) => ({ path: path.replace('sam', 'wei'), text }))
    await Promise.all([files.saveAll(SAVE), noteFiles(root, state).saveAll(others)])
    expect(Object.keys(treeOf(root))).toHaveLength(8)
  })
})

describe('what an interrupted save left', () => {
  const dead = { pid: 999_999 }

  it('is finished when it had been promised, with nothing linked yet', async () => {
    leave('begun', dead, writeTemps())
    leave('ready', dead, writeTemps().slice())
    await files.rollForward()
    expect(treeOf(root)).toEqual(SAVED)
    expect(treeOf(state)).toEqual({})
  })

  it('is finished when some files were linked already', async () => {
    const temps = writeTemps()
    leave('ready', dead, temps)
    mkdirSync(join(root, 'notes/sam'), { recursive: true })
    writeFileSync(join(root, 'notes/sam/a.md'), 'the evidence')
    rmSync(join(root, temps[0] ?? ''))
    await files.rollForward()
    expect(treeOf(root)).toEqual(SAVED)
  })

  it('is swept when nothing had been promised', async () => {
    leave('begun', dead, writeTemps())
    expect((await files.list('')).paths).toEqual([])
    await files.rollForward()
    expect(treeOf(base)).toEqual({})
  })

  it('is swept when the promise was not fully written', async () => {
    leave('begun', dead, writeTemps())
    writeFileSync(leave('ready', dead, writeTemps()), '{"pid": 99')
    await files.rollForward()
    expect(treeOf(base)).toEqual({})
  })

  it('keeps what was promised beside a file that took its name', async () => {
    leave('ready', dead, writeTemps())
    writeFileSync(join(root, 'people/sam.yaml'), 'name: Samuel\n')
    await files.rollForward()
    const tree = treeOf(root)
    const kept = Object.keys(tree).find((path) => path.startsWith('people/sam.yaml.kept-')) ?? ''
    expect(tree).toEqual({ ...SAVED, 'people/sam.yaml': 'name: Samuel\n', [kept]: 'name: Sam\n' })
  })

  it('is left alone while its process runs', async () => {
    const parent = { pid: process.ppid, start: '' }
    leave('begun', parent, writeTemps())
    const before = treeOf(base)
    await files.rollForward()
    expect(treeOf(base)).toEqual(before)
  })

  it('of another notebook is not touched', async () => {
    leave('ready', dead, writeTemps())
    const before = treeOf(base)
    await noteFiles(join(base, 'another'), state).rollForward()
    expect(treeOf(base)).toEqual(before)
  })

  it('cannot name a path outside the notebook', async () => {
    const name = leave('ready', dead, writeTemps())
    writeFileSync(name, readFileSync(name, 'utf8').replace('notes/sam/a.md', '../stolen.md'))
    await files.rollForward()
    expect(existsSync(join(base, 'stolen.md'))).toBe(false)
  })
})

describe('replacing one file', () => {
  const path = 'notes/sam/a.md'
  beforeEach(() => files.saveAll(SAVE))

  it('writes the new text', async () => {
    await files.replace(path, 'the evidence', 'changed')
    expect(treeOf(root)).toEqual({ ...SAVED, [path]: 'changed' })
    expect(treeOf(state)).toEqual({})
    expect(statSync(join(root, path)).mode & 0o777).toBe(0o600)
  })

  it('keeps both texts when the file has changed in between', async () => {
    const problem = await problemOf(files.replace(path, 'what I read', 'my text'))
    const kept = problem?.kind === 'conflict' ? problem.kept : ''
    expect(treeOf(root)).toEqual({ ...SAVED, [kept]: 'my text' })
  })

  it('keeps our text when the file is gone', async () => {
    rmSync(join(root, path))
    const problem = await problemOf(files.replace(path, 'the evidence', 'my text'))
    expect(problem?.kind === 'conflict' && readFileSync(join(root, problem.kept), 'utf8')).toBe('my text')
  })

  it('lets exactly one of many writers win, and keeps every other text', async () => {
    const problems = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        problemOf(noteFiles(root, state).replace(path, 'the evidence', `text ${n}`)),
      ),
    )
    expect(problems.filter((problem) => problem === undefined)).toHaveLength(1)
    const texts = Object.entries(treeOf(root)).filter(([name]) => name.startsWith(path))
    expect(texts.map(([, text]) => text).sort()).toEqual(Array.from({ length: 10 }, (_, n) => `text ${n}`))
  })
})

describe('listing and reading', () => {
  it('names what it will not read, and reads the rest', async () => {
    await files.saveAll(SAVE)
    execFileSync('mkfifo', [join(root, 'notes/sam/pipe.md')])
    symlinkSync('/etc/hostname', join(root, 'notes/sam/link.md'))
    symlinkSync('/etc', join(root, 'notes/linked'))
    writeFileSync(join(root, 'notes/sam/huge.md'), '')
    truncateSync(join(root, 'notes/sam/huge.md'), 1024 ** 3)
    writeFileSync(join(root, 'notes/sam/latin.md'), Buffer.from([0x5a, 0x6f, 0xeb]))
    writeFileSync(join(root, 'notes/.hidden.md'), 'x')
    expect(await files.list('notes')).toEqual({
      paths: ['notes/sam/a.md', 'notes/sam/b.md', 'notes/sam/latin.md'],
      refused: ['notes/linked', 'notes/sam/huge.md', 'notes/sam/link.md', 'notes/sam/pipe.md'],
    })
    for (const name of ['pipe', 'link', 'huge', 'latin']) {
      expect(await problemOf(files.read(`notes/sam/${name}.md`))).toMatchObject({ kind: 'data' })
    }
    expect(await files.read('notes/sam/b.md')).toBe('the session, Zoë')
    expect(await files.read('notes/sam/none.md')).toBeUndefined()
  })

  it('keeps every byte of a text, a byte order mark too', async () => {
    const text = '\ufeffa\r\nb\u2028c'
    await files.saveAll([{ path: 'notes/x.md', text }])
    expect(await files.read('notes/x.md')).toBe(text)
  })

  it('finds nothing, and makes nothing, where there is no notebook', async () => {
    expect(await files.list('notes')).toEqual({ paths: [], refused: [] })
    await files.rollForward()
    expect(existsSync(root) || existsSync(state)).toBe(false)
  })
})

describe('a save in which one file takes the place of another', () => {
  const MIXED = [
    { path: 'notes/sam/goal.md', text: 'a goal' },
    { path: 'private/sam/b.md', text: 'the private part, and more', before: 'the private part' },
    { path: 'notes/sam/b.md', text: 'the session, and more', before: 'the session, Zoë' },
  ]

  it('publishes all of it, and leaves it alone the second time', async () => {
    await files.saveAll(SAVE)
    await files.saveAll(MIXED)
    const wanted = { ...SAVED, ...Object.fromEntries(MIXED.map(({ path, text }) => [path, text])) }
    expect(treeOf(root)).toEqual(wanted)
    await files.saveAll(MIXED)
    expect(treeOf(root)).toEqual(wanted)
    expect(treeOf(join(state, 'saves'))).toEqual({})
  })

  it('publishes nothing where one of them is another text by now, and keeps ours beside it', async () => {
    await files.saveAll(SAVE)
    writeFileSync(join(root, 'notes/sam/b.md'), 'edited by hand')
    const problem = await problemOf(files.saveAll(MIXED))
    expect(problem).toMatchObject({ kind: 'conflict', file: 'notes/sam/b.md' })
    const { 'notes/sam/b.md': session, ...others } = treeOf(root)
    expect(session).toBe('edited by hand')
    const [kept, ...more] = Object.keys(others).filter((path) => path.includes('.kept-'))
    expect(others[kept ?? '']).toBe('the session, and more')
    expect(more).toEqual([])
    expect(others['private/sam/b.md']).toBe('the private part')
    expect(others['notes/sam/goal.md']).toBeUndefined()
  })

  it('is finished by the next command when it ended half-way, and keeps ours beside what somebody changed since', async () => {
    await files.saveAll(SAVE)
    const dead = { pid: 999_999_999, started: '1' }
    const pending = MIXED.map(({ path, before }, at) => ({
      path,
      temp: `${path.split('/').slice(0, -1).join('/')}/.tactful-999999999-${String(at).repeat(12)}.tmp`,
      ...(before === undefined ? {} : { instead: textKey(before) }),
    }))
    for (const [at, { temp }] of pending.entries()) writeFileSync(join(root, temp), MIXED[at]?.text ?? '')
    mkdirSync(join(state, 'saves'), { recursive: true })
    const stem = join(state, 'saves', `${rootKey(root)}-999999999-0123456789abcdef`)
    const text = JSON.stringify({ ...self(), ...dead, files: pending })
    writeFileSync(`${stem}.begun`, text)
    writeFileSync(`${stem}.ready`, text)
    // It had come as far as the private part.
    renameSync(join(root, pending[1]?.temp ?? ''), join(root, 'private/sam/b.md'))
    writeFileSync(join(root, 'notes/sam/b.md'), 'edited by hand')
    await files.rollForward()
    const after = treeOf(root)
    expect(after['notes/sam/goal.md']).toBe('a goal')
    expect(after['private/sam/b.md']).toBe('the private part, and more')
    expect(after['notes/sam/b.md']).toBe('edited by hand')
    expect(Object.entries(after).filter(([path]) => path.includes('.kept-'))).toEqual([
      [expect.stringContaining('notes/sam/b.md.kept-'), 'the session, and more'],
    ])
    expect(Object.keys(after).filter((path) => path.includes('.tmp'))).toEqual([])
    expect(treeOf(join(state, 'saves'))).toEqual({})
  })
})
