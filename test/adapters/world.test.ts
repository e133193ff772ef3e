import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { clock } from '../../src/adapters/clock.ts'
import { ids } from '../../src/adapters/ids.ts'
import { folders } from '../../src/adapters/paths.ts'
import { withLock } from '../../src/adapters/store/lock.ts'
import { isUlid, shortId } from '../../src/core/notebook/ids.ts'
import { Trouble } from '../../src/core/problem.ts'

describe('ids', () => {
  it('grow while the clock stands still or goes back, and their endings differ', () => {
    const times = [5000, 5000, 4000, 1, 6000]
    const fresh = ids(() => times.shift() ?? 6000)
    const made = Array.from({ length: 200 }, () => fresh.next())
    expect(made.filter((id) => !isUlid(id))).toEqual([])
    expect([...made].sort()).toEqual(made)
    expect(new Set(made.map(shortId)).size).toBe(200)
  })
})

describe('the clock', () => {
  const zone = process.env.TZ
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  })

  it('stands at the instant it is given', () => {
    process.env.TZ = 'Europe/Berlin'
    const fixed = clock({ TACTFUL_NOW: '2026-11-21T23:30:00Z' })
    expect([fixed.now(), fixed.today(), fixed.time()]).toEqual([
      '2026-11-21T23:30:00.000Z',
      '2026-11-22',
      '00:30',
    ])
    process.env.TZ = 'America/St_Johns'
    expect([fixed.today(), fixed.time()]).toEqual(['2026-11-21', '20:00'])
  })

  it('goes when it is given none', async () => {
    const before = Date.now()
    const now = Date.parse(clock({}).now())
    expect(now).toBeGreaterThanOrEqual(before)
    expect(now).toBeLessThanOrEqual(Date.now())
  })

  it.each(['tomorrow', '2026-02-31T10:00:00Z', '2026-11-21', '2026-11-21T10:00:00+02:00'])(
    'refuses %j',
    (given) => {
      const read = () => clock({ TACTFUL_NOW: given })
      expect(read).toThrow(Trouble)
      expect(read).toThrow(expect.objectContaining({ problem: expect.objectContaining({ kind: 'usage' }) }))
    },
  )
})

describe('folders', () => {
  it('are where the environment says, when it names whole paths', () => {
    const given = { XDG_STATE_HOME: '/s', XDG_DATA_HOME: '/d', XDG_CACHE_HOME: '/c', XDG_CONFIG_HOME: '/f' }
    expect(folders(given)).toEqual({
      state: '/s/tactful',
      data: '/d/tactful',
      cache: '/c/tactful',
      config: '/f/tactful',
    })
  })

  it.skipIf(process.platform !== 'linux')('are those of the platform otherwise', () => {
    expect(folders({ XDG_STATE_HOME: 'relative', XDG_DATA_HOME: '' })).toEqual({
      state: join(homedir(), '.local/state/tactful'),
      data: join(homedir(), '.local/share/tactful'),
      cache: join(homedir(), '.cache/tactful'),
      config: join(homedir(), '.config/tactful'),
    })
  })
})

describe('a lock', () => {
  let folder: string
  let path: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tactful-'))
    path = join(folder, 'locks/one.lock')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const hold = (file: string, owner: object) => {
    mkdirSync(join(folder, 'locks'), { recursive: true })
    writeFileSync(
      file,
      JSON.stringify({ pid: 4_194_303, start: 'x', host: hostname(), at: 0, token: 't', ...owner }),
    )
  }

  it('is held during the work and gone after it, also when the work fails', async () => {
    const during = await withLock(path, 'note.md', () => readdirSync(join(folder, 'locks')))
    expect(during).toEqual(['one.lock'])
    const failing = withLock(path, 'note.md', () => {
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(readdirSync(join(folder, 'locks'))).toEqual([])
  })

  it.each<[string, () => void]>([
    ['of a process that has ended', () => hold(path, {})],
    [
      'of a process whose number somebody else has now',
      () => hold(path, { pid: process.ppid, start: 'long ago' }),
    ],
    ['of another machine, long ago', () => hold(path, { host: 'elsewhere' })],
    [
      'that a power cut left empty',
      () => {
        hold(path, {})
        writeFileSync(path, '')
      },
    ],
    [
      'of a process that ended while taking over',
      () => {
        hold(path, {})
        hold(`${path}.next`, {})
      },
    ],
  ])('%s is taken over at once', async (_name, leave) => {
    leave()
    expect(await withLock(path, 'note.md', () => 'done')).toBe('done')
    expect(readdirSync(join(folder, 'locks'))).toEqual([])
  })

  it('of a running process is waited for, then named', async () => {
    hold(path, { pid: process.ppid, start: '' })
    const problem = { problem: { kind: 'busy', file: 'note.md', pid: process.ppid } }
    await expect(withLock(path, 'note.md', () => 'done')).rejects.toThrow(expect.objectContaining(problem))
    hold(path, { pid: process.ppid, start: '' })
    setTimeout(() => rmSync(path), 300)
    expect(await withLock(path, 'note.md', () => 'done')).toBe('done')
  }, 15_000)
})
