import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as exporting from '../../src/commands/export.ts'
import type { DraftHead } from '../../src/core/ports/drafts.ts'
import { type Desk, desk, problemOf } from '../support/context.ts'
import { fill } from '../support/sample.ts'

const HEAD: DraftHead = {
  ...{
    draft: 'DRAFTSAM',
    note: '01KB00000000000000000NOTE1',
    notebook: '',
    template: 'constructive-feedback',
  },
  ...{ hash: 'h', created: '2026-11-20T10:00:00.000Z', depth: 'core' },
}

const SESSION = `---
tactful: 1
id: 01KB00000000000000000AAAAA
kind: session
person: wei-ling-tan
date: "2026-11-11"
created: "2026-11-11T10:00:00Z"
title: Feedback for Wei-Ling Tan
---

# Feedback for Wei-Ling Tan

Wei-Ling took over from **Sam** and answered sooner.

Something about Wei-Ling alone.
`

async function held(): Promise<Desk> {
  const at = desk({
    drafts: (root) => [
      {
        head: { ...HEAD, notebook: root },
        steps: [
          { step: 'answer', path: 'person', value: 'sam-rivera' },
          { step: 'answer', path: 'no/such', value: 'Sam and Wei-Ling swapped shifts' },
          { step: 'typed', path: 'other', text: 'half a line' },
        ],
      },
    ],
  })
  await fill(at)
  await at.put('notes/wei-ling-tan/2026-11-11-session-aaaaaa.md', SESSION)
  await at.put(
    'notes/sam-rivera/2026-11-12-update-bbbbbb.md',
    `---\ntactful: 1\nid: 01KB00000000000000000BBBBB\nkind: update\nperson: sam-rivera\ndate: "2026-11-12"\ncreated: "2026-11-12T10:00:00Z"\ntitle: A word from Wei-Ling\nevents:\n  - of: 01KA9V3Q8M0000000000E1E1E1\n    what: used\n    on: "2026-11-12"\n    why: Wei-Ling Tan asked for it\n---\n\n# A word from Wei-Ling\n\nMail of the customer: kim@example.com, ticket 48402. Tan’s thanks.\n`,
  )
  await at.put('notes/sam-rivera/torn.md', '---\ntorn: by Wei-Ling')
  await at.put('private/sam-rivera/2026-01-01-session-cccccc.md', 'no facts, a guess about Sam')
  const state = join(at.folder, 'state/edits/edit-aaaaaa')
  mkdirSync(state, { recursive: true })
  writeFileSync(join(state, 'note.md'), '---\nperson: sam-rivera\n---\nleft in an editor\n')
  return at
}

const ALL = { everythingAbout: 'sam' }

describe('export --everything-about', () => {
  it('takes out who is named by the facts of a note, such as a reviewer', async () => {
    const at = await held()
    await at.put(
      'notes/sam-rivera/2026-11-13-evidence-dddddd.md',
      `---\ntactful: 1\nid: 01KB00000000000000000DDDDD\nkind: evidence\nperson: sam-rivera\ndate: "2026-11-13"\ncreated: "2026-11-13T10:00:00Z"\ntitle: Evidence for Sam\nitems:\n  - { id: 01KB00000000000000000DDDD1, kind: evidence, label: E1, reviewer: Tom Becker }\n---\n\n# Evidence for Sam\n\n- E1 · Becker wrote that the greeting was warm\n`,
    )
    const { out } = await at.run(exporting, [], { everythingAbout: 'sam' }, { yes: true })
    expect(out).toContain('wrote that the greeting was warm')
    expect(out).not.toMatch(/Tom|Becker/)
  })

  it('holds every word about them, private ones too, each with where it lies', async () => {
    const at = await held()
    const before = at.tree()
    const { out, outcome } = await at.run(exporting, [], ALL, { yes: true })
    expect(outcome).toBe('done')
    for (const words of [
      ...['- Name: Sam Rivera', '- Other names: Sammy', '- Role: tier 1'],
      ...['That it was not their ticket.', 'Perhaps the new checklist helped', 'Greeting callers by name.'],
      ...['## Kept private: What they may answer', '- baseline: 5 of 12', '; by 2026-11-20'],
      ...['half a line', 'left in an editor', 'a guess about Sam', 'torn: by'],
      ...['(kept private)', '- `people/sam-rivera.yaml`', '- in a note about a talk', 'ticket 48402'],
    ])
      expect(out).toContain(words)
    for (const path of Object.keys(before).filter((one) => /sam-rivera\/./.test(one)))
      expect(out).toContain(`\`${path}\``)
    expect(at.tree()).toEqual(before)
  })

  it('leaves out everybody else, and what notes about them say of them', async () => {
    const at = await held()
    const { out, err } = await at.run(exporting, [], ALL, { yes: true })
    expect(out).not.toMatch(/wei|ling|\btan\b|kim@/i)
    expect(out).toContain('## Where notes about others name you\n\n- in a note about a talk, November 2026\n')
    expect(out).not.toMatch(/alone|answered sooner|took over/)
    expect(out).toContain('; why Colleague A asked for it')
    expect(err).toMatch(/What was taken out\n(?:.*\n)*?.*names, for which aliases stand: Colleague A/)
  })

  it('tells what somebody can read, and keeps for programs what only they can', async () => {
    const at = await held()
    const id = '01KB00000000000000000DDDDD'
    await at.put(
      'notes/sam-rivera/2026-11-13-evidence-dddddd.md',
      `---\ntactful: 1\nid: ${id}\nkind: evidence\nperson: sam-rivera\ndate: "2026-11-13"\ncreated: "2026-11-13T10:00:00Z"\ntitle: Evidence for Sam\nitems:\n  - { id: 01KB00000000000000000DDDD1, kind: evidence, label: E1, origin: "system:record", row: b0d4318600d78272, side: strength }\n---\n\n# Evidence for Sam\n\n- E1 · the greeting was warm\n`,
    )
    const { out } = await at.run(exporting, [], ALL, { yes: true })
    expect(out).toContain('- items 1: kind evidence; label E1; side strength\n')
    expect(out).not.toMatch(/system:record|b0d4318600d78272|\b[0-9A-HJKMNP-TV-Z]{26}\b/)
    const { out: json } = await at.run(exporting, [], { ...ALL, format: 'json' }, { yes: true })
    for (const words of ['system:record', 'b0d4318600d78272']) expect(json).toContain(words)
  })

  it('leaves out what tells who wrote about them: headers of a mail and what stands below a farewell', async () => {
    const at = await held()
    const note = (extra: string, body: string) =>
      `---\ntactful: 1\nid: 01KB00000000000000000EEEEE\nkind: form\nperson: sam-rivera\ndate: "2026-11-14"\ncreated: "2026-11-14T10:00:00Z"\ntitle: What a colleague says\n${extra}---\n\n# What a colleague says\n\n${body}\n`
    const form = 'form: { id: peer-feedback, version: 1, state: received, from: peer }\n'
    const mail = [
      ...['From: [name] <[e-mail]>', 'To: Priya <[e-mail]>', '', 'Sam took my shift.', ''],
      ...['> Which case comes to your mind?', '', 'The late one.', '', 'Best wishes,', '[name]'],
      ...['Senior engineer, team Lisbon', '', '> An older mail.', '> Thanks, [name]', '> Rua Augusta 12'],
      ...['', '--', 'one more line of a sender'],
    ].join('\n')
    await at.put('notes/sam-rivera/2026-11-14-form-0eeeee.md', note(form, '## A case\n\nThe late one.'))
    await at.put(
      'private/sam-rivera/2026-11-14-form-0eeeee.md',
      note('private: true\nsections: { original: As it came }\n', `## As it came\n\n${mail}`),
    )
    const { out } = await at.run(exporting, [], ALL, { yes: true })
    for (const words of ['Sam took my shift.', 'The late one.', 'An older mail.'])
      expect(out).toContain(words)
    expect(out).not.toMatch(/Lisbon|Augusta|Best wishes|From:|of a sender/)
    expect(out.match(/\[signature\]/g)).toHaveLength(3)
  })

  it('asks before anything leaves, and looks only with --dry-run', async () => {
    const at = await held()
    const to = 'for-sam.html'
    expect(await problemOf(at.run(exporting, [], { ...ALL, to }))).toMatchObject({ kind: 'usage' })
    await at.run(exporting, [], { ...ALL, to, dryRun: true })
    expect(existsSync(join(at.folder, to))).toBe(false)
    const { out, err } = await at.run(exporting, [], { ...ALL, to }, { yes: true })
    expect(out).toBe(`Saved.  ${to}\n`)
    expect(err).toContain('What is held about Sam Rivera')
    expect(statSync(join(at.folder, to)).mode & 0o777).toBe(0o600)
    const html = readFileSync(join(at.folder, to), 'utf8')
    expect(html).toContain('Content-Security-Policy')
    expect(html).toContain('That it was not their ticket.')
    expect(html).not.toMatch(/Wei-Ling/)
  })

  it('writes a file for each note with --split, and JSON and Word whole', async () => {
    const at = await held()
    mkdirSync(join(at.folder, 'out'))
    const { out } = await at.run(exporting, [], { ...ALL, split: 'out' }, { yes: true })
    const files = [...out.matchAll(/^Saved\. {2}(.+)$/gm)].map(([, file = '']) => file)
    expect(files.length).toBeGreaterThan(10)
    expect(files.join()).not.toMatch(/sam|wei/i)
    await at.run(exporting, [], { ...ALL, to: 'sam.docx' }, { yes: true })
    expect(readFileSync(join(at.folder, 'sam.docx')).subarray(0, 2).toString()).toBe('PK')
    await at.run(exporting, [], { ...ALL, to: 'sam.json' }, { yes: true })
    const { notes } = JSON.parse(readFileSync(join(at.folder, 'sam.json'), 'utf8'))
    expect(notes[0].title).toBe('What is held about Sam Rivera')
  })

  it.each([
    [['q47k3v'], {}],
    [[], { for: 'lead' }],
    [[], { since: '2026-01-01' }],
    [[], { format: 'csv' }],
  ])('is refused with %j %j', async (args, options) => {
    const at = await held()
    const problem = await problemOf(at.run(exporting, args, { ...ALL, ...options }, { yes: true }))
    expect(problem).toMatchObject({ kind: 'usage' })
  })

  it('says whom it does not know', async () => {
    const at = await held()
    expect(await problemOf(at.run(exporting, [], { everythingAbout: 'nobody' }))).toMatchObject({
      kind: 'unknown',
    })
  })
})
