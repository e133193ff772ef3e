import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { newDesk } from './desk.ts'

const START = resolve(import.meta.dirname, '../../scripts/start.mjs')

const desk = newDesk()
afterEach(() => desk.remove())

test('started without a terminal, the sample is saved and shown, and it is said where it is', () => {
  const { TACTFUL_NOTEBOOK: _own, ...env } = desk.env
  const ran = spawnSync(process.execPath, [START], { env, cwd: desk.folder, input: '', encoding: 'utf8' })
  expect(ran).toMatchObject({ status: 0 })
  for (const heading of [
    'Feedback for Ines Carvalho',
    'What went well',
    'To talk about',
    'Goals to agree',
    'The talk',
    "Ines's own view",
    'Evidence',
  ]) {
    expect(ran.stdout).toMatch(new RegExp(`^${heading}$`, 'm'))
  }
  expect(ran.stdout).toMatch(/\[E1\]/)
  expect(ran.stderr).not.toMatch(/warn|\bat \//i)
  const [, file = ''] = /^This sample note is in (.*)$/m.exec(ran.stdout) ?? []
  expect(readFileSync(file, 'utf8')).toContain('# Feedback for Ines Carvalho')
  rmSync(dirname(file), { recursive: true, force: true })
})
