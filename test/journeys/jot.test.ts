import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cells } from '../../src/core/text/width.ts'
import { type OpenTerminal, open } from '../support/terminal.ts'
import { BIN, type Desk, newDesk } from './desk.ts'
import { filesIn, withoutIds } from './notebook.ts'

const LINE = '- 14 Oct 48213: Sam never sends the update that was promised ? perhaps a full queue'

let desk: Desk
const terminals: OpenTerminal[] = []
beforeEach(() => {
  desk = newDesk()
})
afterEach(() => {
  for (const one of terminals.splice(0)) one.close()
  desk.remove()
})

const jot = (args: readonly string[], input = '') => desk.run(['jot', ...args], { input })
const notes = (): Readonly<Record<string, string>> => withoutIds(filesIn(desk.notebook))

/** A terminal whose editor runs this script on the file it is given. */
function withEditor(args: readonly string[], script: string): OpenTerminal {
  const editor = join(desk.folder, 'editor.sh')
  writeFileSync(editor, `#!/bin/sh\n${script}\n`)
  chmodSync(editor, 0o700)
  const env = { ...desk.env, EDITOR: editor, VISUAL: '' }
  const terminal = open({ args: [BIN, 'jot', ...args], cwd: desk.folder, env })
  terminals.push(terminal)
  return terminal
}

describe('one line as an argument', () => {
  test('is a note of its own, its guess apart, and is found in the list', async () => {
    const { code, out, err } = await jot([
      ...[LINE, '--about', 'Sam Rivera', '--yes', '--area', 'resp', '--source', 'peer', '--unnamed'],
    ])
    expect(code).toBe(0)
    expect(out).toMatch(
      /^Noted [0-9a-z]{6} for Sam Rivera \(added\)\.\n {2}notes\/sam-rivera\/2026-10-14-evidence-[0-9a-z]{6}\.md\n {2}[0-9a-z]{6} {2}Wed 14 Oct · to grow · ticket 48213 · Responsiveness · a colleague, unnamed · a guess, kept apart\n$/,
    )
    expect(err).toMatch(/^Started a notebook in .*\n {2}“never”: .+\n$/)
    const files = notes()
    expect(files['notes/sam-rivera/2026-10-14-evidence.md']).toBe(`---
tactful: 1
id: "id 1"
kind: evidence
person: sam-rivera
date: "2026-10-14"
created: "2026-11-21T10:00:00.000Z"
title: Evidence for Sam Rivera
items:
  - id: "id 2"
    kind: evidence
    label: E1
    date: "2026-10-14"
    side: growth
    ticket: "48213"
    source: peer
    area: responsiveness
    unnamed: true
sections:
  evidence: Evidence
---

# Evidence for Sam Rivera

## Evidence

- E1 · 14 October · ticket 48213 · Sam never sends the update that was promised
`)
    expect(files['private/sam-rivera/2026-10-14-evidence.md']).toContain('- E1 · perhaps a full queue\n')
    expect(files['people/sam-rivera.yaml']).toBe('tactful: 1\nname: Sam Rivera\n')
    const list = await desk.run(['list', '--kind', 'evidence'])
    expect(list.out).toContain('evidence -  Sam Rivera  Sam never sends the update that was promised')
  })

  test('takes a day in words, and the JSON says what was understood', async () => {
    await jot(['well explained', '--about', 'Sam', '--yes'])
    const { code, out, err } = await jot([
      ...['explained the invoice in three steps', '--about', 'sam', '--date', 'last Tuesday', '--strength'],
      ...['--link', 'https://desk.example/t/1', '--assumption', '- had slept well', '--json'],
    ])
    expect([code, err]).toEqual([0, ''])
    expect(JSON.parse(out)).toMatchObject({
      person: 'sam',
      kind: 'evidence',
      path: expect.stringMatching(/^notes\/sam\/2026-11-17-evidence-[0-9a-z]{6}\.md$/),
      findings: 0,
      items: [
        {
          date: '2026-11-17',
          side: 'strength',
          link: 'https://desk.example/t/1',
          title: 'explained the invoice in three steps',
        },
      ],
    })
    expect(notes()['private/sam/2026-11-17-evidence.md']).toContain('had slept well')
  })

  test('says only the path with --quiet, and nothing of the wording', async () => {
    const { out, err } = await jot(['Sam is lazy', '--about', 'Sam', '--yes', '--quiet'])
    expect(out).toMatch(/^notes\/sam\/2026-11-21-evidence-[0-9a-z]{6}\.md\n$/)
    expect(err).toBe('')
  })

  test('mentions a name where the source is to stay unnamed', async () => {
    await desk.run(['people', 'add', 'Wei-Ling Tan'])
    const { err } = await jot(['wei-ling tan saw the late update', '--about', 'Sam', '--yes', '--unnamed'])
    expect(err).toContain('The source is to stay unnamed, and the words name Wei-Ling Tan.')
  })
})

describe('standard input', () => {
  test('several lines are several items of one note, nothing is asked', async () => {
    await desk.run(['people', 'add', 'Sam Rivera'])
    const text = '\uFEFF- 14 Oct: came late\r\n+ 2 Nov 48402: the handover had the goal and the logs\r\n\r\n'
    for (const args of [
      ['-', '--about', 'sam'],
      ['--about', 'sam'],
    ]) {
      const { code, out } = await jot(args, text)
      expect(code).toBe(0)
      expect(out).toContain('Wed 14 Oct · to grow\n')
      expect(out).toContain('Mon 2 Nov · went well · ticket 48402\n')
    }
    const files = Object.keys(notes()).filter((path) => path.startsWith('notes/'))
    expect(new Set(files)).toEqual(new Set(['notes/sam-rivera/2026-11-21-evidence.md']))
    const { out } = await desk.run(['list', '--kind', 'evidence', '--json'])
    expect(JSON.parse(out)).toHaveLength(4)
  })

  test('is printed again where it could not be kept', async () => {
    await desk.run(['people', 'add', 'Sam Rivera'])
    const { code, err } = await jot(['-', '--about', 'sam'], '+ 2 Nov: well\n- 31 Feb: late\n')
    expect(code).toBe(2)
    expect(err).toBe(
      'Your text:\n+ 2 Nov: well\n- 31 Feb: late\n2: There is no 31 February. Write it as YYYY-MM-DD, or leave it out.\nNothing was saved.\n',
    )
    expect(existsSync(join(desk.notebook, 'notes'))).toBe(false)
  })
})

describe('the editor', () => {
  test('opens where nothing is given on a terminal; our own lines are left out', async () => {
    await desk.run(['people', 'add', 'Sam Rivera'])
    const terminal = withEditor(
      ['--about', 'sam'],
      'cp "$1" seen.txt; { echo "#48213: the update came the next day"; cat "$1"; } > new && cat new > "$1"; sleep 0.1',
    )
    expect((await terminal.exit).code).toBe(0)
    expect(readFileSync(join(desk.folder, 'seen.txt'), 'utf8')).toContain(
      '# What did you see or hear of Sam Rivera?',
    )
    const note = notes()['notes/sam-rivera/2026-11-21-evidence.md']
    expect(note).toMatch(/\n- E1 · ticket 48213 · the update came the next day\n$/)
    expect(terminal.scrollback()).toContain('no day · ticket 48213')
    expect(filesIn(join(desk.state, 'edits')).size).toBe(0)
  })

  test('an empty text notes nothing, and a text that is refused is shown again', async () => {
    await desk.run(['people', 'add', 'Sam Rivera'])
    const empty = withEditor(['--about', 'sam'], ':')
    expect((await empty.exit).code).toBe(0)
    expect(empty.scrollback()).toContain('Nothing was noted.')
    const wrong = withEditor(['--about', 'sam'], 'echo "- 03/04/2026: came late" > "$1"')
    expect((await wrong.exit).code).toBe(2)
    expect(wrong.scrollback()).toContain('- 03/04/2026: came late')
    expect(wrong.scrollback()).toContain('can mean 3 April 2026 or 4 March 2026')
    expect(Object.keys(notes()).filter((path) => path.startsWith('notes/'))).toEqual([])
  })
})

describe('somebody unknown', () => {
  test('is asked about on a terminal: somebody close, or somebody new', async () => {
    await desk.run(['people', 'add', 'Sam Rivera'])
    const close = desk.open(['jot', 'came late', '--about', 'Sam Riviera'])
    await close.waitFor('somebody new: Sam Riviera')
    close.key('enter')
    expect((await close.exit).code).toBe(0)
    expect(close.scrollback()).toContain('for Sam Rivera.')
    const fresh = desk.open(['jot', 'came late', '--about', 'Wei-Ling Tan'])
    await fresh.waitFor('somebody new: Wei-Ling Tan')
    fresh.key('enter')
    expect((await fresh.exit).code).toBe(0)
    expect(Object.keys(notes()).filter((path) => path.startsWith('people/'))).toEqual([
      'people/sam-rivera.yaml',
      'people/wei-ling-tan.yaml',
    ])
  })

  test('is not added by somebody who leaves, nor by Ctrl-C', async () => {
    await desk.run(['people', 'add', 'Sam Rivera'])
    const before = filesIn(desk.notebook)
    for (const [keys, code] of [
      [['down', 'down', 'enter'], 0],
      [['ctrl-c'], 130],
    ] as const) {
      const terminal = desk.open(['jot', 'came late', '--about', 'Sam Riviera'])
      await terminal.waitFor('leave, and note nothing')
      terminal.key(...keys)
      expect((await terminal.exit).code).toBe(code)
      expect(terminal.scrollback()).toContain('Nothing was noted.')
    }
    expect(filesIn(desk.notebook)).toEqual(before)
  })

  test('is added with --yes, and the names close to it are told', async () => {
    await desk.run(['people', 'add', 'Sam Rivera'])
    const { code, err } = await jot(['came late on 14 Oct', '--about', 'Sam Riviera', '--yes'])
    expect([code, err]).toEqual([0, 'Close to somebody who is there: Sam Rivera\n'])
  })

  test('is refused in a pipe, with the names close to it', async () => {
    await desk.run(['people', 'add', 'Sam Rivera'])
    const { code, err } = await jot(['came late', '--about', 'Sam Riviera'])
    expect([code, err]).toEqual([
      2,
      'There is nobody called "Sam Riviera" in this notebook.\nDid you mean "Sam Rivera"? To add somebody new, repeat it with --yes.\n',
    ])
  })
})

describe('what is refused leaves everything as it was', () => {
  let shared: Desk
  beforeAll(async () => {
    shared = newDesk()
    await shared.run(['people', 'add', 'Sam Rivera'])
  })
  afterAll(() => shared.remove())

  test.each<[readonly string[], string]>([
    [['came late'], 'Whom is it about?'],
    [['  ', '--about', 'sam'], 'There is nothing to note yet.'],
    [['--about', 'sam'], 'There is nothing to note yet.'],
    [['+', '--about', 'sam'], 'There is nothing to note yet.'],
    [['--about', 'sam', '--no-input'], 'There is nothing to note yet.'],
    [['late', '--about', 'sam', '--strength', '--growth'], '--strength and --growth are two sides.'],
    [[LINE, '--about', 'sam', '--strength'], 'something to grow in'],
    [['late', '--about', 'sam', '--date', '03/04/2026'], '3 April 2026 or 4 March 2026'],
    [['late', '--about', 'sam', '--date', 'tomorrow'], 'still to come'],
    [['late', '--about', 'sam', '--date', 'soon'], 'is not a date'],
    [['late', '--about', 'sam', '--area', 'weather'], 'There is no area "weather".'],
    [['late', '--about', 'sam', '--source', 'weather'], 'There is no source "weather".'],
    [['late', '--about', 'sam', '--link', 'see the ticket'], 'is not a link'],
    [['? perhaps tired', '--about', 'sam'], 'nothing that was seen'],
    [['late', '--about', 'sam', '--stregth'], 'Did you mean --strength?'],
  ])('%j', async (args, message) => {
    const before = filesIn(shared.notebook)
    const { code, out, err } = await shared.run(['jot', ...args])
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(message)
    expect(filesIn(shared.notebook)).toEqual(before)
  })
})

test('at 40 columns nothing is wider, and without Unicode every sign has its twin', async () => {
  await desk.run(['people', 'add', 'Sam Rivera'])
  const env = { ...desk.env, LC_ALL: 'C', LANG: 'C' }
  const terminal = open({
    args: [BIN, 'jot', LINE, '--about', 'sam', '--area', 'escalation'],
    cols: 40,
    cwd: desk.folder,
    env,
  })
  terminals.push(terminal)
  expect((await terminal.exit).code).toBe(0)
  const shown = terminal.scrollback()
  expect(shown).toContain('"never":')
  expect(shown).not.toMatch(/[·“”…]/)
  for (const line of shown.split('\n')) expect(cells(line)).toBeLessThanOrEqual(40)
})

test('a team’s own areas stand beside ours', async () => {
  await desk.run(['people', 'add', 'Sam Rivera'])
  const own = 'id: areas\nversion: 1\ntitle: Ours\nentries:\n  - { id: billing, label: Invoices }\n'
  await desk.run(['init', desk.notebook])
  mkdirSync(join(desk.notebook, 'library'))
  writeFileSync(join(desk.notebook, 'library/areas.yaml'), own)
  for (const area of ['Invoices', 'escalation']) {
    expect(await jot(['late', '--about', 'sam', '--area', area])).toMatchObject({ code: 0 })
  }
  writeFileSync(join(desk.notebook, 'library/areas.yaml'), 'id: areas\n')
  const broken = await jot(['late', '--about', 'sam', '--area', 'billing'])
  expect(broken.code).toBe(78)
  expect(broken.err).toContain('library/areas.yaml')
})
