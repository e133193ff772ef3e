import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as exportCommand from '../../src/commands/export.ts'
import * as home from '../../src/commands/home.ts'
import * as last from '../../src/commands/last.ts'
import * as peopleShow from '../../src/commands/people-show.ts'
import * as prep from '../../src/commands/prep.ts'
import * as talk from '../../src/commands/talk.ts'
import { parseNote } from '../../src/core/notebook/codec.ts'
import { plainIndex } from '../../src/core/notebook/index/plain.ts'
import { problemText } from '../../src/views/problem.ts'
import { type Desk, type DeskOptions, desk, problemOf } from '../support/context.ts'
import { fill, IDS } from '../support/sample.ts'

const SESSION = 'notes/sam-rivera/2026-11-21-session-q47k3v.md'
const APART = SESSION.replace('notes/', 'private/')

const ANSWERS = `agenda:
  - { of: turn, view: [I kept waiting until I had news., "me: asked what would help"] }
  - { of: point-1, reply: [{ note: '"Nobody told me."' }, { note: agreed that a line helps }], behind: the list had moved }
left: [well-1]
differ: The checklist is what is missing.
goals: [{ state: agreed }]
focus: The waiting customers.
agreements: tries the short update on two cases, by 4 December
support: I find out where the list is, by 30 November
ideas: [{ text: A list on the wall, owner: Sam }]
for_me: Come by more often.
checkin: [{ date: 2026-12-09 }]
went_well: I let Sam finish.
owe: An answer about the desk.
self_check: [alone, first]
`

async function prepared(given: DeskOptions = {}): Promise<Desk> {
  const at = desk({ today: '2026-11-24', ...given })
  await fill(at)
  writeFileSync(join(at.folder, 'talk.yaml'), ANSWERS)
  return at
}

const hold = (at: Desk, options = {}, args = ['q47k3v']) =>
  at.run(talk, args, { answers: 'talk.yaml', ...options })

const refused = async (work: Promise<unknown>) => problemText(await problemOf(work))

describe('talk from a file of answers', () => {
  it('completes the note of the session, and leaves every byte of it that was there', async () => {
    const at = await prepared()
    const before = at.read(SESSION) ?? ''
    const { out, err, outcome } = await hold(at)
    expect([err, outcome]).toEqual(['', 'done'])
    expect(out).toContain(`Saved.  ${SESSION}`)
    expect(out).toMatch(/tactful export q47k3v --for person/)
    const after = at.read(SESSION) ?? ''
    // Nothing but the day of the next check-in has gone, and what is new stands between what was there.
    const lines = after.split('\n')
    let from = 0
    for (const line of before.replace('checkin: "2026-12-08"', 'checkin: "2026-12-09"').split('\n')) {
      const found = lines.indexOf(line, from)
      expect(found, line).toBeGreaterThanOrEqual(0)
      from = found + 1
    }
    const { note } = parseNote(after, SESSION)
    const text = (id: string) => note.sections.find((section) => section.id === id)?.text
    expect(note.facts.held).toBe('2026-11-24')
    expect(text('said')).toBe(
      "Held on 24 November 2026.\n\nSam's turn:\n\n> I kept waiting until I had news.\n\nUpdates:\n\n> Nobody told me.\n\nBehind it: the list had moved",
    )
    expect(text('noted')).toBe(
      "Sam's turn:\n\n- asked what would help\n\nUpdates:\n\n- agreed that a line helps\n\nLeft for another time: What went well",
    )
    expect(text('differently')).toBe('In their words: The checklist is what is missing.')
    expect(text('agreed')).toContain('- A1 · by 4 December 2026 · tries the short update on two cases')
    // The note had two promises before.
    expect(text('agreed')).toContain('- P3 · by 30 November 2026 · I find out where the list is')
    expect(text('ideas')).toContain('- I1 · A list on the wall')
    expect(text('forme')).toBe('What they said: Come by more often.')
    expect(note.facts.events).toEqual([{ of: IDS.goalOpen, what: 'agreed', on: '2026-11-24' }])
    expect(note.facts.items?.map(({ kind, label, date }) => [kind, label, date])).toEqual([
      ['promise', 'P1', undefined],
      ['promise', 'P2', undefined],
      ['promise', 'P3', '2026-11-24'],
      ['agreement', 'A1', '2026-11-24'],
      ['idea', 'I1', '2026-11-24'],
    ])
  })

  it('puts what came to mind afterwards into the private part, behind what stood there', async () => {
    const at = await prepared()
    const before = at.read(APART) ?? ''
    await hold(at)
    const after = at.read(APART) ?? ''
    expect(after.startsWith(before.slice(0, before.indexOf('sections:')))).toBe(true)
    expect(after).toContain('## What they may answer\n\nThat it was not their ticket.\n\n## Afterwards\n\n')
    expect(after).toContain('What went well: I let Sam finish.\n\nWhat I owe: An answer about the desk.')
    expect(after).toContain('True of this talk: nobody else could listen; their turn came first')
    expect(at.read(SESSION)).not.toContain('I let Sam finish')
  })

  it('is told by everything that tells of the last time, and is never handed on with the mentor’s notes', async () => {
    const at = await prepared()
    expect((await at.run(home)).out).toContain('Talk with Sam Rivera: today at 14:00')
    expect((await at.run(peopleShow, ['sam'])).out).toContain('Talk: planned for')
    await hold(at)
    expect((await at.run(home)).out).not.toContain('Talk with')
    expect((await at.run(last, ['sam'])).out).toContain('talk held Tue 24 Nov, today')
    expect((await at.run(last, ['sam'])).out).toContain('(agreed on 24 November 2026')
    const person = (await at.run(peopleShow, ['sam'])).out
    expect(person).toContain('Agreement: tries the short update on two cases, by Fri 4 Dec')
    expect(person).not.toContain('not written down yet')
    const { out: copy } = await at.run(exportCommand, ['q47k3v'], { for: 'person' }, { yes: true })
    for (const words of ['Nobody told me.', 'The checklist is what is missing.', 'A1 · by 4 December']) {
      expect(copy).toContain(words)
    }
    for (const words of [
      'asked what would help',
      'agreed that a line helps',
      'I let Sam finish',
      'Left for',
    ]) {
      expect(copy).not.toContain(words)
    }
    const index = await plainIndex(at.files())
    const standing = (await index.standing()).get('sam-rivera')
    expect(standing?.nextCheckin).toEqual({ on: '2026-12-09' })
    expect(standing?.promises.find(({ words }) => words.startsWith('I find'))).toMatchObject({
      from: '2026-11-24',
      by: '2026-11-30',
    })
  })

  it('keeps what was changed by hand since, also with Windows line ends and comments', async () => {
    const at = await prepared()
    const edited = (at.read(SESSION) ?? '')
      .replace('kind: session', 'kind: session   # mine')
      .replace('## To talk about', '## Added by hand\n\nA word.\n\n## To talk about')
      .replaceAll('\n', '\r\n')
    await at.put(SESSION, edited)
    await hold(at)
    const after = at.read(SESSION) ?? ''
    expect(after).toContain('kind: session   # mine\r\n')
    expect(after).toContain('## Added by hand\r\n\r\nA word.\r\n\r\n')
    expect(after.replaceAll('\r\n', '')).not.toContain('\n')
    expect(parseNote(after, SESSION).note.facts.held).toBe('2026-11-24')
  })

  it('writes a goal in other words down as a new one that takes the place of the old', async () => {
    const at = await prepared()
    const goals =
      'goals: [{ state: changed, changed_to: "Every waiting customer hears from me by noon, by 18 December" }]\n'
    writeFileSync(join(at.folder, 'talk.yaml'), goals)
    await hold(at)
    const states = await (await plainIndex(at.files())).states('sam-rivera')
    expect(states.get(IDS.goalOpen)?.status).toBe('changed')
    const added = [...states].filter(([id, { status }]) => status === 'agreed' && id !== IDS.goalOpen)
    expect(added).toHaveLength(1)
    expect(at.read(SESSION)).toContain('Changed. It now reads: Every waiting customer hears from me by noon')
  })

  it('leaves a goal that is not agreed a proposal, with the reason', async () => {
    const at = await prepared()
    writeFileSync(
      join(at.folder, 'talk.yaml'),
      'goals: [{ state: later, why: the list has to be there first }]\n',
    )
    await hold(at)
    const states = await (await plainIndex(at.files())).states('sam-rivera')
    expect(states.get(IDS.goalOpen)?.status).toBe('proposed')
    expect(at.read(SESSION)).toContain('Not agreed yet: the list has to be there first.')
  })

  it('takes the check-in away where none is planned, and leaves it where nothing is said', async () => {
    const at = await prepared()
    writeFileSync(join(at.folder, 'talk.yaml'), 'goals: [{ state: agreed }]\ncheckin: [{ date: "" }]\n')
    await hold(at)
    expect(parseNote(at.read(SESSION) ?? '', SESSION).note.facts.checkin).toBeUndefined()
    const other = await prepared()
    writeFileSync(join(other.folder, 'talk.yaml'), 'goals: [{ state: agreed }]\n')
    await hold(other)
    expect(other.read(SESSION)).toContain('checkin: "2026-12-08"\n')
  })
})

describe('what is said in confidence', () => {
  it('goes into the private part wherever it was typed, and into nothing that is kept in the notes or handed on', async () => {
    const at = await prepared()
    const answers = `agenda:
  - { of: turn, view: [I kept waiting., "private: dad is still in hospital", "p: he is back on Thursday"] }
  - { of: point-1, reply: [{ note: "Private: asked about leave" }] }
differ: |
  The checklist is what is missing.
  private: a doctor's appointment each week
goals: [{ state: later, why: "private: until the treatment is over" }]
focus: "private: home first"
agreements: |
  private: takes the Thursday off, by 4 December
  tries the short update
ideas: [{ text: "private: work from home" }]
for_me: "private: do not tell the team"
`
    writeFileSync(join(at.folder, 'talk.yaml'), answers)
    await hold(at)
    const secrets = [
      ...['hospital', 'he is back', 'about leave', 'appointment', 'treatment', 'home first', 'Thursday off'],
      ...['work from home', 'do not tell'],
    ]
    const own = at.read(APART) ?? ''
    for (const words of secrets) expect(own).toContain(words)
    expect(own).toContain(
      "## Kept out of the note\n\nSam's turn: dad is still in hospital\n\nSam's turn: he is back",
    )
    const notes = Object.entries(at.tree()).filter(([path]) => !path.startsWith('private/'))
    const { out: copy } = await at.run(exportCommand, ['q47k3v'], { for: 'person' }, { yes: true })
    for (const text of [copy, ...notes.map(([, one]) => one)]) {
      for (const words of [...secrets, 'private:', 'p:']) expect(text).not.toContain(words)
    }
    const { note } = parseNote(at.read(SESSION) ?? '', SESSION)
    const text = (id: string) => note.sections.find((section) => section.id === id)?.text
    expect(text('said')).toContain('> I kept waiting.')
    expect(text('differently')).toBe('In their words: The checklist is what is missing.')
    expect(text('agreed')).toContain('- A1 · tries the short update')
    expect(text('outcome')).toContain('Not agreed yet.')
  })
})

describe('which talk it is', () => {
  it('is the only one of today, whoever is named, and none that is written down already', async () => {
    const at = await prepared()
    await hold(at, {}, [])
    expect(at.read(SESSION)).toContain('held: "2026-11-24"')
    expect(await refused(hold(at))).toBe(
      'The talk of 24 November 2026 is written down already.\nRead it with: tactful show q47k3v. To add to it: tactful edit q47k3v\n',
    )
    expect(await refused(hold(at, {}, ['sam']))).toContain('No session with Sam Rivera waits for its talk.')
  })

  it('is no longer to come where it was dropped, stays as it was prepared, and can be held after all', async () => {
    const at = await prepared()
    const before = at.read(SESSION)
    expect((await at.run(home)).out).toContain('q47k3v')
    const { out } = await at.run(talk, ['q47k3v'], { drop: true, why: 'we spoke about it at lunch' })
    expect(out).toContain('Talk with Sam Rivera left out. What you prepared stays: tactful show q47k3v')
    expect(at.read(SESSION)).toBe(before)
    expect((await at.run(home)).out).not.toContain('q47k3v')
    expect(await refused(hold(at, {}, ['sam']))).toContain('No session with Sam Rivera waits for its talk.')
    await hold(at)
    expect(at.read(SESSION)).toContain('held: "2026-11-24"')
    expect(await refused(at.run(talk, ['q47k3v'], { drop: true }))).toContain('is written down already')
  })

  it('is asked for where several wait and none is today', async () => {
    const at = await prepared({ today: '2026-11-25' })
    await at.put(
      'notes/wei-ling-tan/2026-11-20-session-aaaaaa.md',
      (at.read(SESSION) ?? '').replaceAll('sam-rivera', 'wei-ling-tan').replace('Q47K3V', 'AAAAAA'),
    )
    const problem = await refused(hold(at, {}, []))
    expect(problem).toContain('talks are still to be held. Say which one it is.')
    expect(problem).toMatch(/tactful talk q47k3v {3}Sam Rivera, was planned for 24 November 2026/)
  })

  it('finds a session whose id ends in letters alone, and none by a few letters of a name', async () => {
    const at = await prepared()
    const other = (at.read(SESSION) ?? '')
      .replaceAll('sam-rivera', 'wei-ling-tan')
      .replace('Q47K3V', 'EHHANA')
    await at.put('notes/wei-ling-tan/2026-11-20-session-ehhana.md', other)
    const { out } = await at.run(talk, ['ehhana'], { drop: true })
    expect(out).toContain('tactful talk ehhana')
    expect(await refused(hold(at, {}, ['ana']))).toContain('nobody called "ana"')
    expect(await refused(hold(at, {}, ['ehhanz']))).toContain('nobody called "ehhanz"')
  })

  it('is refused for what is no session, and for a template that is none for talks', async () => {
    const at = await prepared()
    const checkin = IDS.checkin.slice(-6).toLowerCase()
    expect(await refused(hold(at, {}, [checkin]))).toContain('is no session, and a talk is about one.')
    expect(await refused(hold(at, {}, ['nobody']))).toContain('nobody')
    expect(await refused(hold(at, { template: 'checkin' }))).toContain('"checkin" is no template for a talk.')
  })

  it('is not what prep is for', async () => {
    const at = await prepared()
    expect(await refused(at.run(prep, ['sam'], { template: 'talk' }))).toContain(
      '"talk" asks about a talk that was prepared, and prepares none.',
    )
  })

  it('says what does not fit, with its place, and saves nothing', async () => {
    const at = await prepared()
    writeFileSync(
      join(at.folder, 'talk.yaml'),
      'agenda:\n  - { of: point-9, reply: [{ note: a }] }\nsaid: 1\n',
    )
    const before = at.tree()
    const problem = await refused(hold(at))
    expect(problem).toContain('talk.yaml:2')
    expect(problem).toContain('opening, turn, well-1, point-1')
    expect(problem).toContain('goals.1.state')
    expect(at.tree()).toEqual(before)
  })

  it('prints the completed note and saves nothing with --dry-run', async () => {
    const at = await prepared()
    const before = at.tree()
    const { out } = await hold(at, { dryRun: true })
    expect(out).toContain('Held on 24 November 2026.')
    expect(at.tree()).toEqual(before)
  })
})
