import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { drafts } from '../../src/adapters/drafts.ts'
import type { Step } from '../../src/core/interview/state.ts'
import type { DraftHead } from '../../src/core/ports/drafts.ts'
import { Trouble } from '../../src/core/problem.ts'
import { anyText } from '../support/notebook.ts'

let state: string
beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), 'tactful-'))
})
afterEach(() => rmSync(state, { recursive: true }))

const HEAD: DraftHead = {
  draft: '01KATQ5C3R8V2M6E9WQ47K3V0A',
  note: '01KATQ5C3R8V2M6E9WQ47K3V1B',
  notebook: '/home/priya/notebook',
  template: 'constructive-feedback@1',
  hash: 'abc',
  created: '2026-11-21T14:30:00.000Z',
  depth: 'core',
}
const answer = (n: number): Step => ({ step: 'answer', path: `q${n}`, value: `answer ${n}` })
const fileOf = (draft: string) => join(state, 'drafts', `${draft}.jsonl`)

describe('a draft', () => {
  it('gives back every step, in order, to another process', async () => {
    await drafts(state).begin(HEAD)
    for (const n of [1, 2, 3]) await drafts(state).append(HEAD.draft, answer(n))
    expect(await drafts(state).read(HEAD.draft)).toEqual({ head: HEAD, steps: [1, 2, 3].map(answer) })
  })

  it('keeps any text', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const draft = 'any'
        await drafts(state).begin({ ...HEAD, draft })
        await drafts(state).append(draft, { step: 'typed', path: 'q', text })
        expect((await drafts(state).read(draft))?.steps).toEqual([{ step: 'typed', path: 'q', text }])
        await drafts(state).remove(draft)
      }),
      { numRuns: 40 },
    )
  })

  it('is for its owner alone', async () => {
    const before = process.umask(0)
    try {
      await drafts(state).begin(HEAD)
      await drafts(state).append(HEAD.draft, answer(1))
    } finally {
      process.umask(before)
    }
    expect(statSync(fileOf(HEAD.draft)).mode & 0o777).toBe(0o600)
    expect(statSync(join(state, 'drafts')).mode & 0o777).toBe(0o700)
  })

  it.each([
    '{"step":"answer","path":"q2","va',
    '{"step"',
    '\0\0\0',
    '{"step":"answer","path":"q2","value":"whole, without its end"}',
  ])('loses only a last line that was torn: %j', async (torn) => {
    await drafts(state).begin(HEAD)
    await drafts(state).append(HEAD.draft, answer(1))
    appendFileSync(fileOf(HEAD.draft), torn)
    expect((await drafts(state).read(HEAD.draft))?.steps).toEqual([answer(1)])
    await drafts(state).append(HEAD.draft, answer(2))
    expect((await drafts(state).read(HEAD.draft))?.steps).toEqual([answer(1), answer(2)])
    expect(readFileSync(fileOf(HEAD.draft), 'utf8').trim().split('\n')).toHaveLength(3)
  })

  it('is not begun over', async () => {
    await drafts(state).begin(HEAD)
    await drafts(state).append(HEAD.draft, answer(1))
    await drafts(state).begin(HEAD)
    expect((await drafts(state).read(HEAD.draft))?.steps).toEqual([answer(1)])
  })

  it('goes only when it is removed, and twice does no harm', async () => {
    await drafts(state).begin(HEAD)
    await drafts(state).remove(HEAD.draft)
    await drafts(state).remove(HEAD.draft)
    expect(await drafts(state).read(HEAD.draft)).toBeUndefined()
    expect(readdirSync(join(state, 'drafts'))).toEqual([])
  })

  it('that is not there takes no step', async () => {
    await expect(drafts(state).append('none', answer(1))).rejects.toThrow(Trouble)
    await expect(drafts(state).read('../../etc/passwd')).rejects.toThrow(Trouble)
    expect(existsSync(join(state, 'drafts'))).toBe(false)
  })
})

describe('all drafts', () => {
  it('come newest first, and a broken one hides no other', async () => {
    expect(await drafts(state).list()).toEqual([])
    for (const [draft, created] of [
      ['a', '2026-11-20T10:00:00Z'],
      ['c', '2026-11-22T10:00:00Z'],
      ['b', '2026-11-21T10:00:00Z'],
    ] as const) {
      await drafts(state).begin({ ...HEAD, draft, created })
    }
    writeFileSync(fileOf('torn'), '{"draft": "to')
    writeFileSync(fileOf('empty'), '')
    expect((await drafts(state).list()).map(({ draft }) => draft)).toEqual(['c', 'b', 'a'])
  })
})

describe('holding a draft', () => {
  it('keeps everybody else out until it is given up', async () => {
    const { draft } = HEAD
    const release = await drafts(state).hold(draft)
    await expect(drafts(state).hold(draft)).rejects.toMatchObject({
      problem: { kind: 'busy', draft: true, pid: process.pid },
    })
    const other = await drafts(state).hold('01KATQ5C3R8V2M6E9WQ47K3V9Z')
    release()
    const again = await drafts(state).hold(draft)
    again()
    other()
    expect(readdirSync(join(state, 'locks'))).toEqual([])
  })

  it('takes over from a holder that has ended', async () => {
    const { draft } = HEAD
    await drafts(state).hold(draft)
    const lock = join(state, 'locks', `draft-${draft}.lock`)
    const owner = JSON.parse(readFileSync(lock, 'utf8'))
    writeFileSync(lock, JSON.stringify({ ...owner, start: 'another boot/1' }))
    if (process.platform === 'linux') await expect(drafts(state).hold(draft)).resolves.toBeTypeOf('function')
  })
})
