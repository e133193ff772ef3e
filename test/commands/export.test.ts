import { lstatSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as copy from '../../src/commands/export.ts'
import { desk, problemOf } from '../support/context.ts'
import { fill } from '../support/sample.ts'

const YES = { yes: true }
const SECRET = 'That it was not their ticket.'

describe('export', () => {
  it('leaves the private part out of the copy for the person, and leaves room for their answer', async () => {
    const at = desk()
    await fill(at)
    const before = at.tree()
    const { out } = await at.run(copy, ['q47k3v'], { for: 'person' }, YES)
    expect(out).toMatch(/^# Feedback for Sam Rivera\n/)
    expect(out).toContain('The handover had the goal and the logs.\n')
    expect(out).toContain('## Your answer')
    expect(out).not.toContain(SECRET)
    expect(out).not.toContain('Perhaps')
    expect(out).not.toContain('tactful:')
    expect(at.tree()).toEqual(before)
  })

  it('leaves out how the mentor means to hold the talk, and marks that lead nowhere', async () => {
    const at = desk()
    await fill(at)
    const path = 'notes/sam-rivera/2026-11-21-session-q47k3v.md'
    const note = at.read(path) ?? ''
    const listed = `${note.trimEnd()}\n\n## Evidence\n\n- E1 · 2 November · the handover\n`
    const staged = listed
      .replace(/^sections:\n/m, 'sections:\n  talk: The talk\n')
      .replace('## Evidence', '## The talk\n\nFirst sentence: Thank you. [E9]\n\n## Evidence')
    await at.put(path, staged.replace('the logs. [E1]', 'the logs. [E1] [E7]'))
    const { out } = await at.run(copy, ['q47k3v'], { for: 'person' }, YES)
    expect(out).not.toContain('First sentence')
    expect(out).not.toContain('The talk')
    expect(out).toContain('the logs. [E1]\n')
    const { out: own } = await at.run(copy, ['q47k3v'], { for: 'mentor' })
    expect(own).toContain('First sentence: Thank you. [E9]')
    expect(own).toContain('[E1] [E7]')
  })

  it('holds everything in the copy for the mentor', async () => {
    const at = desk()
    await fill(at)
    const { out } = await at.run(copy, ['q47k3v'], { for: 'mentor' })
    expect(out).toContain(SECRET)
    expect(out).toContain('Perhaps the new checklist helped')
    const { out: other } = await at.run(copy, ['z9z9z9'], { for: 'mentor' })
    expect(other).toContain('Greeting callers by name.')
  })

  it('writes a file only its owner can read, and over another only when told', async () => {
    const at = desk()
    await fill(at)
    const file = join(at.folder, 'for-sam.md')
    const { out } = await at.run(copy, ['q47k3v'], { for: 'person', to: 'for-sam.md' }, YES)
    expect(out).toBe('Saved.  for-sam.md\n')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    writeFileSync(file, 'mine')
    expect(await problemOf(at.run(copy, ['q47k3v'], { for: 'person', to: 'for-sam.md' }, YES))).toMatchObject(
      {
        kind: 'usage',
      },
    )
    expect(readFileSync(file, 'utf8')).toBe('mine')
    await at.run(copy, ['q47k3v'], { for: 'person', to: 'for-sam.md', force: true }, YES)
    expect(readFileSync(file, 'utf8')).toContain('Feedback for Sam Rivera')
  })

  it('follows no link at the place it writes to', async () => {
    const at = desk()
    await fill(at)
    const outside = join(at.folder, 'outside.txt')
    writeFileSync(outside, 'theirs')
    symlinkSync(outside, join(at.folder, 'link.md'))
    for (const force of [false, true]) {
      const saved = at.run(copy, ['q47k3v'], { for: 'person', to: 'link.md', force }, YES)
      expect(await problemOf(saved)).toMatchObject({
        kind: 'usage',
        mend: expect.stringContaining('another'),
      })
      expect(readFileSync(outside, 'utf8')).toBe('theirs')
    }
    expect(lstatSync(join(at.folder, 'link.md')).isSymbolicLink()).toBe(true)
  })

  it('asks who it is for, and says when the private part cannot be read', async () => {
    const at = desk()
    await fill(at)
    expect(await problemOf(at.run(copy, ['q47k3v']))).toMatchObject({ kind: 'usage' })
    await at.put('private/sam-rivera/2026-11-21-session-q47k3v.md', 'cut')
    expect(await problemOf(at.run(copy, ['q47k3v'], { for: 'mentor' }))).toMatchObject({
      kind: 'data',
      file: 'private/sam-rivera/2026-11-21-session-q47k3v.md',
    })
    const { out } = await at.run(copy, ['q47k3v'], { for: 'person' }, YES)
    expect(out).toContain('Feedback for Sam Rivera')
  })
})

describe('the words around the copy for the person', () => {
  it('say how to read it, and ask for an answer', async () => {
    const at = desk()
    await fill(at)
    const { out } = await at.run(copy, ['q47k3v'], { for: 'person' }, YES)
    expect(out).toContain('## Before you read on\n\nThis is how somebody who works with you')
    expect(out).toContain('- Read it once and let it rest.')
    expect(out).toMatch(/What do you want to try first, and what would help you\?\n\n_{20}\n\n_{20}\n$/)
  })

  it("are a team's own where it keeps them", async () => {
    const at = desk()
    await fill(at)
    const entries = 'entries: [{ id: one, label: Take your time. }]\n'
    await at.put('library/guide.yaml', `id: guide\nversion: 1\ntitle: From us\n${entries}`)
    const { out } = await at.run(copy, ['q47k3v'], { for: 'person' }, YES)
    expect(out).toContain('## From us\n\nTake your time.\n')
    expect(out).not.toContain('Before you read on')
    expect(out).toContain('## Your answer')
  })
})
