import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Desk, newDesk } from './desk.ts'

let at: Desk
beforeEach(() => {
  at = newDesk()
})
afterEach(() => at.remove())

async function notebook(args: readonly string[], env: Readonly<Record<string, string>>): Promise<unknown> {
  const { out } = await at.run([...args, 'config', 'get', 'notebook', '--json'], { env })
  return JSON.parse(out)
}

it('names what chose the notebook: flag, environment, folder, setting, default', async () => {
  const other = join(at.folder, 'other')
  expect(await notebook(['--notebook', 'other'], {})).toEqual({
    notebook: other,
    from: 'flag',
    place: '--notebook',
  })
  expect(await notebook([], {})).toEqual({
    notebook: at.notebook,
    from: 'environment',
    place: 'TACTFUL_NOTEBOOK',
  })
  const none = { TACTFUL_NOTEBOOK: '' }
  expect(await notebook([], none)).toMatchObject({ from: 'default' })
  await at.run(['config', 'set', 'notebook', other], { env: none })
  expect(await notebook([], none)).toMatchObject({
    notebook: other,
    from: 'settings',
    place: expect.stringContaining('settings.json'),
  })
  mkdirSync(other)
  writeFileSync(join(at.folder, 'tactful.yaml'), 'format: 1\n')
  expect(await notebook([], none)).toEqual({
    notebook: at.folder,
    from: 'folder',
    place: join(at.folder, 'tactful.yaml'),
  })
})

it('says when a set notebook is not the one that is used, and when it is not there', async () => {
  const other = join(at.folder, 'other')
  const held = await at.run(['config', 'set', 'notebook', other])
  expect(held.out).toContain(`notebook is now ${other}`)
  expect(held.err).toContain(`For now ${at.notebook} is used, as it is named in TACTFUL_NOTEBOOK.`)
  expect(held.err).toContain(`There is no notebook in ${other} yet. Start it with: tactful init "${other}"`)
  await at.run(['init', other])
  const free = await at.run(['config', 'set', 'notebook', other], { env: { TACTFUL_NOTEBOOK: '' } })
  expect(free.err).toBe('')
})
