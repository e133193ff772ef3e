import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexFiles } from '../../src/adapters/index-files.ts'
import { formatNote } from '../../src/core/notebook/codec.ts'
import { plainIndex } from '../../src/core/notebook/index/plain.ts'
import type { Query } from '../../src/core/notebook/query.ts'
import type { NoteIndex } from '../../src/core/ports/index-files.ts'
import type { NoteFiles } from '../../src/core/ports/note-files.ts'
import { type Desk, desk } from '../support/context.ts'
import { someFacts } from '../support/notebook.ts'
import { fill } from '../support/sample.ts'

const SEARCHES = [
  'handover',
  'feedback update',
  '"came late"',
  'handovr',
  'checklist',
  'zebra',
  'word7 words',
]

const ASKED: readonly Query[] = [
  {},
  { limit: 1 },
  { limit: 3 },
  { limit: 2, person: 'sam-rivera' },
  { since: '2026-11-01', until: '2026-11-21', limit: 2 },
  { kind: 'update', limit: 2 },
  { person: 'nobody' },
  { template: 'constructive-feedback', limit: 1 },
]

/** Everything an index says, for comparing. */
async function told(index: NoteIndex) {
  const { heads, bad, people } = index
  const standing = await index.standing()
  return {
    heads,
    bad,
    people,
    about: people.map(({ person }) => index.about(person)),
    newest: ASKED.map((query) => index.newest(query)),
    facts: await index.facts(heads),
    notes: await index.notes(heads),
    digests: await index.digests(heads),
    evidence: await index.evidence(heads),
    standing: [...standing],
    states: await Promise.all([...standing.keys()].map(async (slug) => [...(await index.states(slug))])),
    found: await Promise.all(SEARCHES.map((words) => index.search({ words }))),
    best: await Promise.all(SEARCHES.map((words) => index.search({ words, most: 2 }))),
    among: await index.search({ words: 'handover', among: ({ kind }) => kind === 'session', most: 1 }),
    shared: await index.search({ words: 'checklist', shared: true }),
  }
}

const cacheOf = (at: Desk): string => join(at.folder, 'cache')

function open(at: Desk, files: NoteFiles = at.files()): Promise<NoteIndex> {
  return indexFiles(files, { cache: cacheOf(at), program: '1.0.0' })
}

/** The index says what a fresh reading of all files says, and is kept. */
async function expectAgrees(at: Desk): Promise<void> {
  const plain = await told(await plainIndex(at.files()))
  expect(await told(await open(at))).toEqual(plain)
  expect(readdirSync(cacheOf(at), { recursive: true }).map(String)).toContainEqual(
    expect.stringMatching(/notes\.heads$/),
  )
}

function indexFolder(at: Desk): string {
  const [name = ''] = readdirSync(join(cacheOf(at), 'index'))
  return join(cacheOf(at), 'index', name)
}

/** Makes the files look as if they had been left alone for a while, and the index as if it had been made just now. */
function age(at: Desk): void {
  const hour = Date.now() / 1000 - 3600
  for (const name of readdirSync(at.root, { recursive: true, encoding: 'utf8' })) {
    if (statSync(join(at.root, name)).isFile()) utimesSync(join(at.root, name), hour, hour)
  }
}

describe('the index', () => {
  it('says what a reading of all files says: cold, warm, and after changes', async () => {
    const at = desk()
    await fill(at)
    await expectAgrees(at)
    await expectAgrees(at)
    await at.put('notes/sam-rivera/2026-11-22-update-aaaaaa.md', 'not a note')
    await at.put('private/sam-rivera/2026-11-22-update-aaaaaa.md', 'a handover of its own')
    await expectAgrees(at)
    rmSync(join(at.root, 'notes/sam-rivera'), { recursive: true })
    await expectAgrees(at)
    rmSync(join(at.root, 'notes'), { recursive: true })
    await expectAgrees(at)
  })

  it('leaves the notebook alone, and keeps what it holds for its owner alone', async () => {
    const at = desk()
    await fill(at)
    const before = at.tree()
    const mask = process.umask(0)
    try {
      await told(await open(at))
    } finally {
      process.umask(mask)
    }
    expect(at.tree()).toEqual(before)
    for (const name of readdirSync(cacheOf(at), { recursive: true, encoding: 'utf8' })) {
      const stat = statSync(join(cacheOf(at), name))
      expect([name, stat.mode & 0o777]).toEqual([name, stat.isFile() ? 0o600 : 0o700])
    }
  })

  it('opens no note that is as it was, and only those that are not', async () => {
    const at = desk()
    await fill(at)
    age(at)
    await new Promise((resolve) => setTimeout(resolve, 2100))
    await told(await open(at))
    const heads = join(indexFolder(at), 'notes.heads')
    const kept = readFileSync(heads)
    await told(await open(at))
    expect(readFileSync(heads).equals(kept)).toBe(true)
    await at.put(
      'notes/sam-rivera/2026-11-22-update-aaaaaa.md',
      formatNote({ facts: someFacts(), lead: '', sections: [] }),
    )
    await expectAgrees(at)
    expect(readFileSync(heads).equals(kept)).toBe(false)
  })

  it('notices a change of the same length within the same moment', async () => {
    const at = desk()
    await fill(at)
    const path = 'notes/sam-rivera/2026-11-21-session-q47k3v.md'
    const text = at.read(path) ?? ''
    const stat = statSync(join(at.root, path))
    await told(await open(at))
    writeFileSync(join(at.root, path), text.replace('handover', 'HANDOVER').replace('Feedback', 'Feedbask'))
    utimesSync(join(at.root, path), stat.atime, stat.mtime)
    await expectAgrees(at)
  })

  it('names links and devices as a list of files does, and reads nothing behind them', async () => {
    const at = desk()
    await fill(at)
    mkdirSync(join(at.folder, 'outside'))
    writeFileSync(join(at.folder, 'outside/secret.md'), 'handover secret')
    symlinkSync(join(at.folder, 'outside'), join(at.root, 'notes/anna'))
    symlinkSync(
      join(at.folder, 'outside/secret.md'),
      join(at.root, 'notes/sam-rivera/2026-01-01-session-aaaaaa.md'),
    )
    await expectAgrees(at)
    rmSync(join(at.root, 'notes'), { recursive: true })
    symlinkSync(join(at.folder, 'outside'), join(at.root, 'notes'))
    await expect(open(at)).rejects.toMatchObject({ problem: { kind: 'data', file: 'notes' } })
  })

  it.each([
    ['a cut table', (folder: string) => truncateSync(join(folder, 'notes.heads'), 300)],
    ['an empty table', (folder: string) => truncateSync(join(folder, 'notes.heads'), 0)],
    ['another byte in the table', (folder: string) => flip(join(folder, 'notes.heads'))],
    ['another byte in the private table', (folder: string) => flip(join(folder, 'private.heads'))],
    ['lost facts', (folder: string) => each(folder, '.facts', rmSync)],
    ['cut facts', (folder: string) => each(folder, '.facts', (path) => truncateSync(path, 10))],
    ['lost words', (folder: string) => each(folder, '.texts', rmSync)],
    ['a lost vocabulary', (folder: string) => each(folder, '.words', rmSync)],
    ['a lost standing', (folder: string) => each(folder, '.standing', rmSync)],
    ['a cut standing', (folder: string) => each(folder, '.standing', (path) => truncateSync(path, 50))],
    [
      'a standing with one wrong byte',
      (folder: string) =>
        each(folder, '.standing', (path) => {
          const bytes = readFileSync(path)
          bytes[bytes.length - 20] = 0x7d
          writeFileSync(path, bytes)
        }),
    ],
    ['a lost folder', (folder: string) => rmSync(folder, { recursive: true })],
  ])('is made anew after %s', async (_what, harm) => {
    const at = desk()
    await fill(at)
    await told(await open(at))
    harm(indexFolder(at))
    const plain = await told(await plainIndex(at.files()))
    expect(await told(await open(at))).toEqual(plain)
    await expectAgrees(at)
  })

  it('gives the right answer when what it keeps is taken away while it is open', async () => {
    const at = desk()
    await fill(at)
    const index = await open(at)
    rmSync(cacheOf(at), { recursive: true })
    expect(await told(index)).toEqual(await told(await plainIndex(at.files())))
    await expectAgrees(at)
  })

  it('is not taken over from another version of the program', async () => {
    const at = desk()
    await fill(at)
    await indexFiles(at.files(), { cache: cacheOf(at), program: '0.9.0' })
    const before = readFileSync(join(indexFolder(at), 'notes.heads'), 'latin1')
    await expectAgrees(at)
    expect(readFileSync(join(indexFolder(at), 'notes.heads'), 'latin1')).not.toBe(before)
  })

  it('works without a place to keep it', async () => {
    const at = desk()
    await fill(at)
    writeFileSync(cacheOf(at), 'a file where the cache would be')
    expect(await told(await open(at))).toEqual(await told(await plainIndex(at.files())))
  })

  it('reads facts that JSON cannot hold from the note', async () => {
    const at = desk()
    await fill(at)
    const text = formatNote({
      facts: { ...someFacts(), id: '01KATQ5C3R8V2M6E9WQ47K3V0B', odd: [Number.NaN, -0, Infinity] },
      lead: '',
      sections: [],
    })
    await at.put('notes/sam-rivera/2026-11-21-session-7k3v0b.md', text)
    await expectAgrees(at)
  })

  it('is one with a fresh one after any edits, also by several commands at once', async () => {
    const names = [
      'sam/2026-01-01-session-aaaaaa.md',
      'sam/2026-01-02-evidence-bbbbbb.md',
      'sam-b/2026-01-01-goal-cccccc.md',
      'sam/deep/2026-01-05-update-dddddd.md',
      'Zoë.md',
      'sam/other.txt',
      'sam/.hidden.md',
    ]
    const path = fc
      .tuple(fc.constantFrom('notes', 'private'), fc.constantFrom(...names))
      .map((parts) => parts.join('/'))
    const step = fc.oneof(
      fc.record({
        do: fc.constant('write' as const),
        path,
        words: fc.array(
          fc.constantFrom('handover', 'update', 'word7', 'words', 'cäme', 'late', 'checklist'),
          { maxLength: 6 },
        ),
        seed: fc.nat(9),
      }),
      fc.record({ do: fc.constant('cut' as const), path, length: fc.nat(300) }),
      fc.record({ do: fc.constant('remove' as const), path }),
      fc.record({ do: fc.constant('move' as const), path, to: path }),
      fc.record({ do: fc.constant('open' as const), times: fc.integer({ min: 1, max: 3 }) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
        const at = desk()
        await at.put('tactful.yaml', 'format: 1\n')
        for (const one of steps) {
          if (one.do === 'open')
            await Promise.all(Array.from({ length: one.times }, async () => told(await open(at))))
          else if (one.do === 'write') await at.put(one.path, noteText(one.words, one.seed))
          else if (existsSync(join(at.root, one.path))) {
            if (one.do === 'cut') truncateSync(join(at.root, one.path), one.length)
            else if (one.do === 'remove') rmSync(join(at.root, one.path))
            else {
              mkdirSync(dirname(join(at.root, one.to)), { recursive: true })
              renameSync(join(at.root, one.path), join(at.root, one.to))
            }
          }
        }
        await expectAgrees(at)
        await expectAgrees(at)
      }),
      { numRuns: 25 },
    )
  })
})

function noteText(words: readonly string[], seed: number): string {
  const item = `01KATQ5C3R8V2M6E9WQ47K3V${seed}A`
  return formatNote({
    facts: someFacts({
      id: `01KATQ5C3R8V2M6E9WQ47K3V${seed}B`,
      kind: (['session', 'evidence', 'goal', 'update', 'checkin'] as const)[seed % 5] ?? 'session',
      person: seed % 2 === 0 ? 'sam' : 'o\tdd\\n',
      title: words.slice(0, 2).join(' \t'),
      items: [{ id: item, kind: seed % 3 === 0 ? 'evidence' : 'promise', label: 'E1' }],
      events: [{ of: `01KATQ5C3R8V2M6E9WQ47K3V${9 - seed}A`, what: 'kept', on: '2026-02-02' }],
      ...(seed % 2 === 0 ? { checkin: '2026-12-01', evidence: [{ id: item, as: 'E1' }] } : {}),
    }),
    lead: words.join(' '),
    sections: [{ id: 'goal', heading: 'Goal', text: `- E1 · ${words.join(', ')}` }],
  })
}

function flip(path: string): void {
  const bytes = readFileSync(path)
  const at = Math.floor(bytes.length * 0.8)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(path, bytes)
}

function each(folder: string, ending: string, harm: (path: string) => void): void {
  for (const name of readdirSync(folder).filter((one) => one.endsWith(ending))) harm(join(folder, name))
}
