import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { judgeEdit, judgeSave } from './store-judge.ts'
import { bundleScript, canBreak, everyCall, quoted, type Swept, sweepJudged } from './sweeping.ts'

const run = promisify(execFile)
const canSweep = canBreak('saves')

let base: string
let writer: string
/** A folder with the note that is edited. */
let old: string

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'tactful-crash-'))
  writer = join(base, 'writer.mjs')
  await bundleScript('writer.ts', writer)
  old = join(base, 'old')
  await run('sh', ['-c', `umask 077 && ${quoted([process.execPath, writer, old, 'old'])}`])
})
afterAll(() => rmSync(base, { recursive: true, force: true }))

/** Breaks one task of the writer: a kill at every call, any other fault at every third where not all are asked for. */
async function sweep(task: 'save' | 'edit', fault: string, more: readonly string[] = []): Promise<Swept> {
  const dir = join(base, `${task}-${fault}`)
  const before =
    task === 'edit' ? `cp -R '${old}' '${dir}'` : fault === 'kill' ? `mkdir '${dir}'` : madeFolders(dir)
  const step = everyCall || fault === 'kill' ? [] : ['--step', '3']
  const options = {
    '--under': dir,
    '--setup': `umask 077; rm -rf '${dir}' && ${before}`,
    '--cmd': `${quoted([process.execPath, writer, dir])} ${task}`,
    '--fault': fault,
  }
  const judge = task === 'edit' ? judgeEdit : judgeSave
  return sweepJudged(options, (after) => judge(dir, after), [...step, ...more])
}

/** Folders that are there already: only the sweep with `kill` breaks the making of each. */
function madeFolders(dir: string): string {
  const folders = ['notebook/notes/sam', 'notebook/private/sam', 'state/saves', 'state/drafts']
  return `mkdir -p ${folders.map((folder) => `'${join(dir, folder)}'`).join(' ')}`
}

describe('several processes at once', () => {
  const start = (dir: string, ...args: string[]) => run(process.execPath, [writer, dir, ...args])

  it('save twenty times four files, and all are there', async () => {
    const dir = join(base, 'many')
    await Promise.all(Array.from({ length: 20 }, (_, n) => start(dir, 'save', `p${n}`)))
    const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    expect(
      files.map(({ name }) => name).filter((name) => /^1-(evidence|goal|session)\.md$/.test(name)),
    ).toHaveLength(80)
    expect(files).toHaveLength(80)
  }, 60_000)

  it('edit one note ten times, and no edit is lost, though a lock was left by a process that has ended', async () => {
    const dir = join(base, 'count')
    await start(dir, 'zero')
    const key = createHash('sha256').update(join(dir, 'notebook')).digest('hex').slice(0, 16)
    mkdirSync(join(dir, 'state/locks'), { recursive: true })
    writeFileSync(
      join(dir, 'state/locks', `${key}.lock`),
      JSON.stringify({ pid: 4_194_303, start: 'x', host: hostname(), at: 0, token: 't' }),
    )
    await Promise.all(Array.from({ length: 10 }, () => start(dir, 'count')))
    const lines = readFileSync(join(dir, 'notebook/notes/count.md'), 'utf8').trim().split('\n')
    expect(new Set(lines).size).toBe(10)
    expect(readdirSync(join(dir, 'state/locks'))).toEqual([])
  }, 60_000)
})

describe.skipIf(!canSweep)('a save of four files, broken at every call', () => {
  it.each(['kill', 'torn', 'full', 'ENOSPC', 'EIO', 'short'])(
    '%s loses nothing and leaves nothing half done',
    async (fault) => {
      expect(await sweep('save', fault)).toMatchObject({
        failed: 0,
        points: expect.toSatisfy((n: number) => n > 15),
      })
    },
    180_000,
  )

  it('pause, while another save runs from beginning to end, keeps both', async () => {
    const other = quoted([process.execPath, writer, join(base, 'save-pause'), 'save', 'wei'])
    expect(await sweep('save', 'pause', ['--meanwhile', other])).toMatchObject({ failed: 0 })
  }, 180_000)

  it('is durable when it says so, power cuts included', async () => {
    expect(await sweep('save', 'trace', ['--durable'])).toMatchObject({ not_durable: 0, failed: 0 })
  }, 60_000)
})

describe.skipIf(!canSweep)('an edit of one note, broken at every call', () => {
  it.each(['kill', 'torn', 'full', 'EIO', 'short'])(
    '%s leaves the old text or the new one',
    async (fault) => {
      expect(await sweep('edit', fault)).toMatchObject({
        failed: 0,
        points: expect.toSatisfy((n: number) => n > 5),
      })
    },
    180_000,
  )

  it('is durable when it says so', async () => {
    expect(await sweep('edit', 'trace', ['--durable'])).toMatchObject({ not_durable: 0, failed: 0 })
  }, 60_000)
})
