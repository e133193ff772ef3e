import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as completion from '../../src/commands/completion.ts'
import * as config from '../../src/commands/config.ts'
import * as doctor from '../../src/commands/doctor.ts'
import * as edit from '../../src/commands/edit.ts'
import { everywhere } from '../../src/commands/index.ts'
import * as jot from '../../src/commands/jot.ts'
import * as last from '../../src/commands/last.ts'
import * as list from '../../src/commands/list.ts'
import * as people from '../../src/commands/people.ts'
import * as peopleShow from '../../src/commands/people-show.ts'
import * as search from '../../src/commands/search.ts'
import * as show from '../../src/commands/show.ts'
import * as timeline from '../../src/commands/timeline.ts'
import { desk, problemOf } from '../support/context.ts'
import { fill, IDS } from '../support/sample.ts'
import { shelf } from '../support/shelf.ts'

const SESSION = 'notes/sam-rivera/2026-11-21-session-q47k3v.md'
const PRIVATE = 'private/sam-rivera/2026-11-21-session-q47k3v.md'

describe('show', () => {
  it('prints the words, and the private part only when asked', async () => {
    const at = desk()
    await fill(at)
    const { out } = await at.run(show, ['q47k3v'])
    expect(out).toBe(
      [
        'Feedback for Sam Rivera',
        'session · Sam Rivera · 21 November 2026 · q47k3v',
        '',
        'What went well',
        'The handover had the goal and the logs. [E1]',
        '',
        'To talk about',
        'Updates',
        'On 48213 the update came late.',
        '',
        'What comes next',
        '- P1 · by 20 November 2026 · Priya: looks at the open list on Fridays',
        '- P2 · A late-shift contact',
        '',
      ].join('\n'),
    )
    const both = await at.run(show, ['q47k3v'], { private: true })
    expect(both.out).toContain('Your private part')
    expect(both.out).toContain('That it was not their ticket.')
    expect(both.out).toContain('Perhaps the new checklist helped')
  })

  it('shows a private part that cannot be read any more as it is, and names its file', async () => {
    const at = desk()
    await fill(at)
    await at.put(PRIVATE, 'only this is left')
    const { out, err } = await at.run(show, ['q47k3v'], { private: true })
    expect(out).toContain('only this is left')
    expect(out).toContain('Perhaps the new checklist helped')
    expect(err).toMatch(new RegExp(`^${PRIVATE}`))
  })

  it('prints the file with --raw, and facts and words with --json', async () => {
    const at = desk()
    await fill(at)
    expect((await at.run(show, ['q47k3v'], { raw: true })).out).toBe(at.read(SESSION))
    const { out } = await at.run(show, ['q47k3v'], { private: true }, { json: true })
    expect(JSON.parse(out)).toMatchObject({
      id: IDS.session,
      path: SESSION,
      sections: [{ id: 'well' }, { id: 'points' }, { id: 'next' }],
      private: { sections: [{ text: 'That it was not their ticket.' }, { heading: 'Guesses' }] },
    })
    const open = await at.run(show, ['q47k3v'], {}, { json: true })
    expect(open.out).not.toContain('their ticket')
  })

  it.each(['Q47K3V', '47k3v', 'q-47k3v', IDS.session, IDS.promise])('finds the note by %s', async (typed) => {
    const at = desk()
    await fill(at)
    expect((await at.run(show, [typed])).out).toContain('Feedback for Sam Rivera')
  })

  it('says when a note is unknown or several fit', async () => {
    const at = desk()
    await fill(at)
    expect(await problemOf(at.run(show, ['q47k3w']))).toMatchObject({ kind: 'unknown', near: ['q47k3v'] })
    expect(await problemOf(at.run(show, ['']))).toMatchObject({ kind: 'unknown' })
    expect(await problemOf(at.run(show, ['1']))).toMatchObject({ kind: 'ambiguous' })
    await at.put('notes/wei-ling-tan/2026-11-21-session-q47k3v.md', at.read(SESSION) ?? '')
    expect(await problemOf(at.run(show, ['q47k3v']))).toMatchObject({ kind: 'ambiguous' })
  })

  it('says what is wrong with a note that was cut', async () => {
    const at = desk()
    await fill(at)
    await at.put('notes/sam-rivera/2026-01-02-session-bbbbbb.md', '---\ntactful: 1\nid: 01K')
    expect(await problemOf(at.run(show, ['bbbbbb']))).toMatchObject({ kind: 'data', line: 1 })
  })

  it('breaks lines at forty columns and cuts nothing', async () => {
    const at = desk({ columns: 40 })
    await fill(at)
    const text = at.read(SESSION) ?? ''
    const long = `- ${'one two three four five '.repeat(12)}end`
    writeFileSync(join(at.root, SESSION), `${text}\n${long}\n`)
    const { out } = await at.run(show, ['q47k3v'])
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(40)
    expect(out.replace(/\s+/g, ' ')).toContain('one two three four five end')
  })

  it('lets nothing in a note steer the terminal', async () => {
    const at = desk()
    await fill(at)
    const text = at.read(SESSION) ?? ''
    writeFileSync(
      join(at.root, SESSION),
      `${text}\nRed \u001b[31m\u001b]52;c;eA==\u0007 and \u009b2J and \u202e back\r\n`,
    )
    const outs = [
      await at.run(show, ['q47k3v']),
      await at.run(show, ['q47k3v'], { raw: true }),
      await at.run(show, ['q47k3v'], {}, { json: true }),
    ]
    for (const { out } of outs) {
      expect(out).toContain('Red')
      expect(out).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/)
    }
  })
})

describe('edit', () => {
  it('keeps the text from the editor, byte for byte', async () => {
    const at = desk({ edit: (text) => `${text}\r\nA line more, without an end` })
    await fill(at)
    const before = at.read(SESSION) ?? ''
    const { out } = await at.run(edit, ['q47k3v'])
    expect(out).toBe(`Saved.  ${SESSION}\n`)
    expect(at.read(SESSION)).toBe(`${before}\r\nA line more, without an end`)
  })

  it('changes the private part with --private, and says when there is none', async () => {
    const at = desk({ edit: (text) => text.replace('their ticket', 'their shift') })
    await fill(at)
    const before = at.read(SESSION)
    await at.run(edit, ['q47k3v'], { private: true })
    expect(at.read(PRIVATE)).toContain('their shift')
    expect(at.read(SESSION)).toBe(before)
    expect(await problemOf(at.run(edit, ['z9z9z9'], { private: true }))).toMatchObject({ kind: 'usage' })
  })

  it('says so when nothing changed', async () => {
    const at = desk()
    await fill(at)
    const before = at.tree()
    expect((await at.run(edit, ['q47k3v'])).out).toBe(`Nothing changed in ${SESSION}\n`)
    expect(at.tree()).toEqual(before)
  })

  it.each([
    ['cut', (text: string) => text.slice(0, 40)],
    ['emptied', () => ''],
    ['given another id', (text: string) => text.replace(IDS.session, IDS.earlier)],
    ['of a later format', (text: string) => text.replace('tactful: 1', 'tactful: 9')],
  ])('keeps a text that was %s beside, and the note as it was', async (_what, change) => {
    const at = desk({ edit: change })
    await fill(at)
    const before = at.read(SESSION) ?? ''
    const problem = await problemOf(at.run(edit, ['q47k3v']))
    expect(problem).toMatchObject({ kind: 'data', file: `${SESSION}.unsaved` })
    expect(at.read(SESSION)).toBe(before)
    expect(at.read(`${SESSION}.unsaved`)).toBe(change(before))
    const listed = await at.run(list, [], { kind: 'session', person: 'sam' }, { json: true })
    expect(JSON.parse(listed.out)).toHaveLength(2)
  })

  it('names a text that was refused when the note is opened again', async () => {
    const texts = ['no note at all', undefined]
    const at = desk({ edit: (text) => texts.shift() ?? text })
    await fill(at)
    await problemOf(at.run(edit, ['q47k3v']))
    const { out, err } = await at.run(edit, ['q47k3v'])
    expect(err).toContain('could not be saved before still stands beside this note')
    expect(err).toContain(`  ${SESSION}.unsaved\n`)
    expect(out).toBe(`Nothing changed in ${SESSION}\n`)
    expect((await at.run(doctor, [])).out).toContain(`${SESSION}.unsaved`)
  })

  const jotted = async (line: string, change: (text: string) => string) => {
    const at = desk({ edit: change })
    await at.run(jot, [line], { about: 'Sam' }, { yes: true, quiet: true })
    const rows = await at.run(list, [], { kind: 'evidence' }, { json: true })
    const { note } = JSON.parse(rows.out)[0]
    const edited = await at.run(edit, [note])
    const after = await at.run(list, [], { kind: 'evidence' }, { json: true })
    return { at, note, edited, row: JSON.parse(after.out)[0] }
  }

  it('lets the day and the ticket follow the line of the evidence, and says so', async () => {
    const { at, edited, row } = await jotted('Update promised', (text) =>
      text.replace('E1 · Update', 'E1 · 14 October · ticket 48213 · Update'),
    )
    expect(edited.err).toBe('E1: the day is now 14 October 2026.\nE1: the ticket is now 48213.\n')
    expect(row).toMatchObject({ date: '2026-10-14', ticket: '48213', title: 'Update promised' })
    expect(row).not.toHaveProperty('undated')
    const [head] = JSON.parse((await at.run(list, [], {}, { json: true })).out)
    expect(head).toMatchObject({ kind: 'evidence', date: '2026-10-14' })
    expect((await at.run(doctor, [])).err).toContain('Nothing to do.')
  })

  it('takes a day away with the words that said it, and another for another', async () => {
    const gone = await jotted('14 Oct 48213: Update promised', (text) => text.replace('· 14 October ·', '·'))
    expect(gone.edited.err).toBe('E1 has no day any more.\n')
    expect(gone.row).toMatchObject({ undated: true, ticket: '48213' })
    const moved = await jotted('14 Oct: Update promised', (text) => text.replace('14 October', '3 April'))
    expect(moved.row).toMatchObject({ date: '2026-04-03' })
  })

  it('says what does not agree where nothing can be guessed, and so does doctor', async () => {
    const { at, edited, row } = await jotted('14 Oct: Update promised', (text) =>
      text.replace('14 October', '03/04'),
    )
    const words = 'E1: its line says 03/04, and its facts above say 14 October 2026.'
    expect(edited.err.replace(/\s+/g, ' ')).toBe(`${words} Lists and counts go by the facts. `)
    expect(row).toMatchObject({ date: '2026-10-14' })
    const found = await at.run(doctor, [])
    expect(found.outcome).toBe('attention')
    expect(found.out).toContain('Lines that say something else than their facts')
    expect(found.out.replace(/\s+/g, ' ')).toContain(words)
  })

  it('keeps both texts when the note changed meanwhile', async () => {
    const at = desk({
      edit: (text) => {
        writeFileSync(join(at.root, SESSION), `${text}\nTheirs.\n`)
        return `${text}\nOurs.\n`
      },
    })
    await fill(at)
    const problem = await problemOf(at.run(edit, ['q47k3v']))
    expect(problem).toMatchObject({ kind: 'conflict', file: SESSION })
    expect(at.read(SESSION)).toContain('Theirs.')
    const kept = problem.kind === 'conflict' ? problem.kept : ''
    expect(at.read(kept)).toContain('Ours.')
  })

  it('touches no notebook of a later format', async () => {
    const at = desk({ edit: (text) => `${text}x` })
    await fill(at)
    writeFileSync(join(at.root, 'tactful.yaml'), 'format: 2\n')
    const before = at.tree()
    expect(await problemOf(at.run(edit, ['q47k3v']))).toMatchObject({ kind: 'newer', format: 2 })
    expect(await problemOf(at.run(people.rename, ['sam', 'Alex']))).toMatchObject({ kind: 'newer' })
    expect(at.tree()).toEqual(before)
  })
})

describe('last', () => {
  it('says what was agreed, by whom, by when, and what is still open', async () => {
    const at = desk({ today: '2026-11-24' })
    await fill(at)
    const { out } = await at.run(last, ['sam'])
    expect(out).toBe(
      [
        'Sam Rivera, last time: 21 November 2026',
        'Feedback for Sam Rivera, talk Tue 24 Nov, today · q47k3v',
        '',
        'Goals',
        '- Every waiting customer hears from me once a day (proposed, not agreed yet; by Fri 18 Dec)',
        '',
        'You promised',
        '- A late-shift contact (kept, by 28 November 2026)',
        '',
        'Others promised',
        '- Priya: looks at the open list on Fridays (open, by Fri 20 Nov, 4 days ago)',
        '',
        'Next check-in',
        '  Tue 8 Dec',
        '',
      ].join('\n'),
    )
  })

  it('folds the events of all notes into the state of each goal', async () => {
    const at = desk()
    await fill(at)
    const goals = async (): Promise<unknown> =>
      JSON.parse((await at.run(last, ['sam'], {}, { json: true })).out)
    expect(await goals()).toMatchObject({
      person: 'sam-rivera',
      note: { id: IDS.session, path: SESSION },
      goals: [
        { id: IDS.goalOpen, state: 'proposed', by: '2026-12-18', baseline: '5 of 12', target: '12 of 12' },
      ],
      promises: [
        { id: IDS.promise, state: 'open', who: 'Priya', by: '2026-11-20' },
        { id: IDS.kept, state: 'kept' },
      ],
      checkin: '2026-12-08',
    })
    await at.put(
      'notes/sam-rivera/2026-11-24-update-aaaaaa.md',
      `---\ntactful: 1\nid: 01KAN2Y6Z40000000000AAAAAA\nkind: update\nperson: sam-rivera\ndate: 2026-11-24\ncreated: 2026-11-24T10:00:00Z\nevents:\n  - {of: ${IDS.goalOpen}, what: agreed, on: 2026-11-24}\n---\n`,
    )
    expect(await goals()).toMatchObject({ goals: [{ state: 'agreed', since: '2026-11-24' }] })
  })

  it.each(['met', 'changed', 'dropped'])(
    'names a goal that was %s until the next talk, and as closed',
    async (what) => {
      const at = desk({ today: '2026-12-20' })
      await fill(at)
      const told = async (): Promise<unknown> =>
        JSON.parse((await at.run(last, ['sam'], {}, { json: true })).out).goals
      const note = (id: string, kind: string, day: string, more: string): Promise<unknown> =>
        at.put(
          `notes/sam-rivera/${day}-${kind}-${id.slice(-6).toLowerCase()}.md`,
          `---\ntactful: 1\nid: ${id}\nkind: ${kind}\nperson: sam-rivera\ndate: ${day}\ncreated: ${day}T10:00:00Z\n${more}---\n`,
        )
      const event = `events:\n  - {of: ${IDS.goalOpen}, what: ${what}, on: 2026-11-24}\n`
      await note('01KAN2Y6Z40000000000AAAAAA', 'update', '2026-11-24', event)
      expect(await told()).toMatchObject([
        { id: IDS.goalOpen, state: what, open: false, since: '2026-11-24' },
      ])
      await note('01KAN2Y6Z40000000000BBBBBB', 'checkin', '2026-12-08', 'title: A check-in\n')
      expect(await told()).toEqual([])
    },
  )

  it('says so when there is nothing yet', async () => {
    const at = desk()
    await at.run(people.add, ['Anna Berg'])
    expect((await at.run(last, ['anna'])).out).toBe('Nothing is agreed with Anna Berg yet.\n')
  })
})

describe('reading commands', () => {
  it('leave the notebook byte for byte as it was, and read through no link', async () => {
    const at = desk()
    await fill(at)
    writeFileSync(join(at.folder, 'outside.md'), 'SECRET')
    mkdirSync(join(at.root, 'notes/anna'), { recursive: true })
    symlinkSync(join(at.folder, 'outside.md'), join(at.root, 'notes/anna/2026-01-01-session-aaaaaa.md'))
    const before = at.tree()
    const all = [
      [list, []],
      [list, [], { kind: 'evidence' }],
      [show, ['q47k3v'], { private: true }],
      [last, ['sam']],
      [people.list, []],
      [peopleShow, ['sam']],
      [timeline, ['sam']],
      [search, ['handover']],
      [search, ['SECRET'], { shared: true }],
      [list, [], { text: 'handover', since: 'last quarter' }],
      [doctor, []],
      [config, []],
      [completion.words(shelf, everywhere), ['show', '']],
    ] as const
    for (const [body, args, options = {}] of all) {
      for (const json of [false, true]) {
        const { out, err } = await at.run(body, args, options, { json })
        expect(out + err).not.toContain('SECRET')
        expect(at.tree()).toEqual(before)
      }
    }
    expect((await at.run(list)).err).toContain('notes/anna/2026-01-01-session-aaaaaa.md')
    rmSync(join(at.root, 'notes/anna'), { recursive: true })
  })

  it.each([list, show, last, people.list, search, doctor])('need a notebook, and make none', async (body) => {
    const at = desk()
    expect(await problemOf(at.run(body, ['sam']))).toMatchObject({ kind: 'no-notebook', looked: [at.root] })
    expect(at.tree()).toEqual({})
  })
})
