import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { noteFiles } from '../../src/adapters/note-files.ts'
import * as config from '../../src/commands/config.ts'
import * as init from '../../src/commands/init.ts'
import { TIERS } from '../../src/core/notebook/tiers.ts'
import { readNoticeSettings } from '../../src/core/session/notice-settings.ts'
import { desk, problemOf } from '../support/context.ts'

describe('init', () => {
  it('makes a notebook only its owner can read, and says where', async () => {
    const at = desk()
    const { out, err } = await at.run(init)
    expect(out).toBe(`Your notebook is in ${at.root}\n`)
    expect(err).toContain('tactful prep')
    const tree = at.tree()
    expect(Object.keys(tree)).toEqual(['.gitignore', 'tactful.yaml'])
    expect(tree['tactful.yaml']).toMatch(/^600 [\s\S]*^format: 1$/m)
    expect(tree['.gitignore']).toMatch(/^600 [\s\S]*^private\/$/m)
  })

  it('holds settings that work once their sign is taken away', async () => {
    const at = desk()
    await at.run(init)
    const text = (at.read('tactful.yaml') ?? '').replace(/^# (?=\w+: )/gm, '')
    expect(await readNoticeSettings(text, 'tactful.yaml')).toEqual({
      focusLimit: 3,
      busyHours: ['09:00-10:30', '16:00-17:00'],
    })
  })

  it('is harmless the second time', async () => {
    const at = desk()
    await at.run(init)
    writeFileSync(join(at.root, 'tactful.yaml'), '# ours\nformat: 1 # the first\r\n')
    const before = at.tree()
    const { out } = await at.run(init)
    expect(out).toBe(`There is a notebook already in ${at.root}\n`)
    expect(at.tree()).toEqual(before)
  })

  it('takes a folder with other files, and adds one line to a .gitignore that is there', async () => {
    const at = desk()
    mkdirSync(at.root)
    writeFileSync(join(at.root, 'README.md'), 'ours')
    writeFileSync(join(at.root, '.gitignore'), 'node_modules')
    const { err } = await at.run(init, ['notebook'])
    expect(at.read('README.md')).toBe('ours')
    expect(at.read('.gitignore')).toBe('node_modules\nprivate/\n')
    expect(err).toContain(`tactful config set notebook ${at.root}`)
  })

  it('refuses a later format and a settings file without one', async () => {
    const at = desk()
    mkdirSync(at.root)
    writeFileSync(join(at.root, 'tactful.yaml'), 'format: 2\n')
    expect(await problemOf(at.run(init))).toEqual({ kind: 'newer', file: 'tactful.yaml', format: 2 })
    writeFileSync(join(at.root, 'tactful.yaml'), 'focusLimit: 3\n')
    expect(await problemOf(at.run(init))).toMatchObject({ kind: 'config' })
    expect(Object.keys(at.tree())).toEqual(['tactful.yaml'])
  })

  it('lets no sign in the name of its folder steer the terminal', async () => {
    const at = desk()
    const { out } = await at.run(init, ['a\u009b\u202eb'], {}, { json: true })
    expect(out).not.toMatch(/[\u009b\u202e]/)
    expect(JSON.parse(out).path).toBe(join(at.folder, 'a\u009b\u202eb'))
  })

  it('prints where it is with --json', async () => {
    const at = desk()
    const { out } = await at.run(init, [], {}, { json: true })
    expect(JSON.parse(out)).toEqual({ path: at.root, made: true })
  })
})

describe('config', () => {
  it('answers in JSON whatever is asked of it', async () => {
    const at = desk()
    const json = { json: true }
    const said = [
      await at.run(config.set, ['name', 'Priya'], {}, json),
      await at.run(config.get, ['name'], {}, json),
      await at.run(config.unset, ['name'], {}, json),
    ]
    expect(said.map(({ out }) => JSON.parse(out))).toEqual([
      { name: 'Priya' },
      { name: 'Priya', from: 'settings', place: join(at.folder, 'config/settings.json') },
      { name: null },
    ])
  })

  it('sets, prints and takes away; a notebook is kept with its whole path', async () => {
    const at = desk()
    await at.run(config.set, ['name', 'Priya Raman'])
    await at.run(config.set, ['notebook', 'notebook'])
    expect((await at.run(config.get, ['notebook'])).out).toBe(`${at.root}\n`)
    expect(JSON.parse((await at.run(config, [], {}, { json: true })).out)).toMatchObject({
      notebook: at.root,
      name: 'Priya Raman',
    })
    await at.run(config.unset, ['name'])
    const { out, err } = await at.run(config.get, ['name'])
    expect(out).toBe('')
    expect(err).toBe('name is not set.\n')
    expect((await at.run(config)).out).toContain('(not set)')
  })

  it('refuses a file as the notebook, and so does every command that is pointed at one', async () => {
    const at = desk()
    writeFileSync(join(at.folder, 'a-file'), '')
    const refused = {
      kind: 'data',
      file: join(at.folder, 'a-file'),
      message: expect.stringContaining('file'),
    }
    expect(await problemOf(at.run(config.set, ['notebook', 'a-file']))).toMatchObject(refused)
    const files = noteFiles(join(at.folder, 'a-file'), at.folder)
    expect(await problemOf(files.list('people'))).toMatchObject(refused)
  })

  it('says where each value comes from, the team and the defaults included', async () => {
    const at = desk()
    await at.put(
      'tactful.yaml',
      'format: 1\n# ours\nbusyHours: ["09:00-10:30"]\nwording:\n  keep: [tier 1]\nown: 3\n',
    )
    await at.run(config.set, ['name', 'Priya'])
    const before = at.tree()
    const { settings } = JSON.parse((await at.run(config, [], {}, { json: true })).out)
    const place = join(at.folder, 'config/settings.json')
    expect(settings).toEqual([
      { key: 'notebook', value: at.root, from: 'default' },
      { key: 'name', value: 'Priya', from: 'settings', place },
      { key: 'busyHours', value: ['09:00-10:30'], from: 'tactful.yaml', place: 'tactful.yaml:3' },
      { key: 'wording.keep', value: ['tier 1'], from: 'tactful.yaml', place: 'tactful.yaml:4' },
      { key: 'own', value: 3, from: 'tactful.yaml', place: 'tactful.yaml:6' },
      { key: 'focusLimit', value: 3, from: 'default' },
      { key: 'evidenceDays', value: 30, from: 'default' },
      { key: 'feedbackDays', value: 90, from: 'default' },
      { key: 'barrierDays', value: 30, from: 'default' },
      { key: 'retention', value: null, from: 'default' },
      { key: 'tiers', value: TIERS, from: 'default' },
    ])
    const { out } = await at.run(config)
    expect(out).toMatch(/^focusLimit +3 +the default$/m)
    expect(out).toMatch(/^busyHours +09:00-10:30 +from tactful\.yaml:3$/m)
    expect((await at.run(config.get, ['focusLimit'])).out).toBe('3\n')
    expect(at.tree()).toEqual(before)
  })

  it('leaves to the team what the team agrees on', async () => {
    const at = desk()
    expect(await problemOf(at.run(config.set, ['focusLimit', '4']))).toMatchObject({
      kind: 'usage',
      message: expect.stringContaining('tactful.yaml'),
    })
  })

  it.each([
    [config.get, ['nme']],
    [config.set, ['', 'x']],
    [config.unset, ['notebok']],
  ] as const)('names the keys there are', async (body, args) => {
    const at = desk()
    expect(await problemOf(at.run(body, args))).toMatchObject({
      kind: 'unknown',
      near: expect.arrayContaining(['notebook', 'name']),
    })
  })

  it('sets nothing empty', async () => {
    const at = desk()
    expect(await problemOf(at.run(config.set, ['name', ' ']))).toMatchObject({ kind: 'usage' })
    expect(at.settings.size).toBe(0)
  })
})
