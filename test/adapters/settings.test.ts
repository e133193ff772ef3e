import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { settings } from '../../src/adapters/settings.ts'
import { problemOf } from '../support/context.ts'

let home: string
let folder: string
let umask: number
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'tactful-settings-'))
  folder = join(home, 'config/tactful')
  umask = process.umask()
})
afterEach(() => {
  process.umask(umask)
  rmSync(home, { recursive: true })
})

describe('settings', () => {
  it('are kept for the owner alone, whatever the umask, and taken away again', async () => {
    process.umask(0)
    await settings(folder).set('name', 'Priya Raman')
    expect(await settings(folder).get('name')).toBe('Priya Raman')
    const modes = ['', 'settings.json'].map((name) => statSync(join(folder, name)).mode & 0o777)
    expect(modes).toEqual([0o700, 0o600])
    await settings(folder).set('name', undefined)
    expect(await settings(folder).get('name')).toBeUndefined()
  })

  it('are not made by reading', async () => {
    expect(await settings(folder).get('notebook')).toBeUndefined()
    expect(existsSync(folder)).toBe(false)
  })

  it.each(['{bad', '{"name": {"a": 1}}', ''])('that read %j are named, not thrown over', async (text) => {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'settings.json'), text)
    expect(await problemOf(settings(folder).get('name'))).toMatchObject({
      kind: 'config',
      mistakes: [{ file: join(folder, 'settings.json') }],
    })
    expect(readFileSync(join(folder, 'settings.json'), 'utf8')).toBe(text)
  })

  it('say what the disk said', async () => {
    writeFileSync(join(home, 'config'), '')
    expect(await problemOf(settings(folder).set('name', 'x'))).toMatchObject({ kind: 'disk' })
    mkdirSync(join(home, 'other/settings.json'), { recursive: true })
    expect(await problemOf(settings(join(home, 'other')).get('name'))).toMatchObject({ kind: 'disk' })
  })
})
