import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Desk, newDesk } from './desk.ts'

let at: Desk

beforeEach(() => {
  at = newDesk()
  mkdirSync(join(at.notebook, 'notes/sam'), { recursive: true, mode: 0o700 })
  writeFileSync(join(at.notebook, 'tactful.yaml'), 'format: 1\n', { mode: 0o600 })
  const note = join(at.notebook, 'notes/sam/2026-11-02-barrier-q47k3v.md')
  writeFileSync(
    note,
    '---\ntactful: 1\nid: 01KAH2Y6Z40000000000Q47K3V\nkind: barrier\nperson: sam\ndate: "2026-11-02"\ncreated: "2026-11-02T10:00:00Z"\ntitle: First\n---\n\n# First\n',
    { mode: 0o600 },
  )
})

afterEach(() => at.remove())

it('ends with 1 while there is something to do, and says how to do it', async () => {
  writeFileSync(join(at.notebook, 'notes/sam/2026-11-03-barrier-aaaaaa.md'), '', { mode: 0o644 })
  const first = await at.run(['doctor'])
  expect(first.code).toBe(1)
  expect(first.out).toContain('2026-11-03-barrier-aaaaaa.md')
  expect(first.err).toBe(
    '1 note, 0 people. 2 things to look at. 1 can be mended with: tactful doctor --fix\n',
  )
  const fixed = await at.run(['doctor', '--fix'])
  expect(fixed.code).toBe(1)
  expect(fixed.err).toBe('1 note, 0 people. 1 thing to look at.\n')
})
