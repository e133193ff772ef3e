import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as ask from '../../src/commands/ask.ts'
import * as home from '../../src/commands/home.ts'
import * as list from '../../src/commands/list.ts'
import * as peopleShow from '../../src/commands/people-show.ts'
import * as prep from '../../src/commands/prep.ts'
import * as receive from '../../src/commands/receive.ts'
import * as show from '../../src/commands/show.ts'
import type { Asker, MenuScreen } from '../../src/core/ports/asker.ts'
import { type Desk, desk, problemOf } from '../support/context.ts'

const REPLY = readFileSync(join(import.meta.dirname, '../data/cases/self-assessment-reply.txt'), 'utf8')

/** A notebook with Sam in it, and a form that was asked of Sam. */
async function asked(at: Desk, options: Record<string, string | boolean> = {}): Promise<string> {
  at.settings.set('name', 'Priya Raman')
  await at.put('tactful.yaml', 'format: 1\n')
  await at.put('people/sam-rivera.yaml', 'name: Sam Rivera\n')
  await at.put('people/anna-berg.yaml', 'name: Anna Berg\n')
  const { out } = await at.run(ask, ['sam'], { form: 'self-assessment', by: '2026-11-28', ...options })
  return out
}

function file(at: Desk, name: string, text: string): string {
  writeFileSync(join(at.folder, name), text)
  return name
}

/** The text of every note of one sort, the newest last; `private` for the private parts. */
function notes(at: Desk, folder: 'notes' | 'private'): readonly string[] {
  return Object.entries(at.tree())
    .filter(([path]) => path.startsWith(`${folder}/`) && path.endsWith('.md'))
    .map(([, text]) => text)
}

describe('ask', () => {
  test('writes a form that reads well, with nothing private in it, and notes what was asked', async () => {
    const at = desk()
    await asked(at, { to: 'sam.md' })
    const form = readFileSync(join(at.folder, 'sam.md'), 'utf8')
    expect(statSync(join(at.folder, 'sam.md')).mode & 0o777).toBe(0o600)
    expect(form).toMatch(/^# Sam Rivera's own view\n\nHello Sam,\n/)
    expect(form).toContain('If you can, send it by 28 November 2026.')
    expect(form).toContain('### 1. What went well, and in which cases? [q1]')
    expect(form).toContain('- A waiting customer hears from us, also when there is no news.')
    expect(form).toMatch(/Priya Raman\n\n\[form self-assessment [0-9a-z]{6}\]\n$/)
    const [note = ''] = notes(at, 'notes')
    expect(note).toContain('state: asked')
    expect(note).toContain('## What went well, and in which cases?')
    expect(notes(at, 'private')).toEqual([])
  })

  test('never overwrites a file unasked, and then saves nothing', async () => {
    const at = desk()
    await asked(at, { to: 'sam.md' })
    const before = at.tree()
    const again = at.run(ask, ['sam'], { form: 'self-assessment', to: 'sam.md' })
    expect(await problemOf(again)).toMatchObject({ kind: 'usage' })
    expect(at.tree()).toEqual(before)
  })

  test('prints the form where no file is named, and leaves a sentence out whose day is not known', async () => {
    const at = desk()
    await asked(at)
    const { out } = await at.run(ask, ['sam'], { form: 'customer-input' })
    expect(out).toMatch(/^# What a customer says about working with Sam Rivera\n\nHello,\n/)
    expect(out).not.toContain('If you can')
    expect(out).not.toContain('{')
  })

  test('names a peer in the form, and in the notes only when told to', async () => {
    const at = desk()
    const out = (await asked(at, { form: 'peer-feedback', for: 'Anna Berg' })) ?? ''
    expect(out).toContain('Hello Anna,')
    expect(notes(at, 'notes').join()).not.toContain('Anna')
    await at.run(ask, ['sam'], { form: 'peer-feedback', for: 'Anna Berg', named: true })
    expect(notes(at, 'notes').join()).toContain('reader: Anna Berg')
    const nobody = at.run(ask, ['sam'], { form: 'peer-feedback', named: true })
    expect(await problemOf(nobody)).toMatchObject({
      kind: 'usage',
      message: expect.stringContaining('--named'),
    })
  })

  test.each([
    [{}, ['sam'], 'Which form? --form is missing.'],
    [{ form: 'constructive-feedback' }, ['sam'], '"constructive-feedback" is no form.'],
    [{ form: 'self-assessment' }, ['Nobody'], 'There is nobody called "Nobody" in this notebook.'],
  ])('refuses %j of %j in one sentence', async (options, args, message) => {
    const at = desk()
    await asked(at)
    expect(await problemOf(at.run(ask, args, options))).toMatchObject({ kind: 'usage', message })
  })
})

describe('receive', () => {
  test('shows what it understood and what not, and saves answers and the text as it came', async () => {
    const at = desk()
    await asked(at)
    const path = file(at, 'reply.txt', `Hi Priya, here it is.\n\n${REPLY}`)
    const { err, out } = await at.run(receive, [path], {}, { yes: true })
    expect(err).toContain('About Sam Rivera, asked for on Sat 21 Nov, which is the only one that fits.')
    expect(err).toMatch(/My goal\n {2}update every waiting customer/)
    expect(err).toContain('No answer to: Compared with our standards')
    expect(err).toMatch(/Belongs to no question.*\n {2}Hi Priya, here it is\./)
    expect(out).toContain('4 answers')
    const note = notes(at, 'notes').find((text) => text.includes('state: received')) ?? ''
    expect(note).toContain('what: received')
    expect(note).toContain('## What I would do differently\n\n48213. I was waiting')
    expect(note).not.toContain('Hi Priya')
    expect(notes(at, 'private').join()).toContain('Hi Priya, here it is.')
    const { out: shown } = await at.run(list, [], { kind: 'form' })
    expect(shown.split('\n').filter((line) => line !== '')).toHaveLength(2)
  })

  test('asks before saving, and saves nothing when told to leave it', async () => {
    const menus: MenuScreen[] = []
    const asker: Asker = {
      ask: async () => ({ reply: 'quit' }),
      choose: async (menu) => {
        menus.push(menu)
        return { reply: 'chosen', value: '@leave' }
      },
      say: () => {},
      close: () => {},
    }
    const at = desk({ asker })
    await asked(at)
    const before = at.tree()
    const { err } = await at.run(receive, [file(at, 'reply.txt', REPLY)])
    expect(menus).toHaveLength(1)
    expect(err).toContain('Nothing was saved.')
    expect(at.tree()).toEqual(before)
  })

  test('saves nothing in a trial, or where nobody can be asked', async () => {
    const at = desk()
    await asked(at)
    const before = at.tree()
    const path = file(at, 'reply.txt', REPLY)
    const { out } = await at.run(receive, [path], { dryRun: true }, { json: true })
    expect(JSON.parse(out)).toMatchObject({
      person: 'sam-rivera',
      form: 'self-assessment',
      answers: { goal: expect.stringContaining('waiting customer') },
      saved: false,
    })
    expect(await problemOf(at.run(receive, [path]))).toMatchObject({ kind: 'usage' })
    expect(at.tree()).toEqual(before)
  })

  test('says so when the same text comes a second time, and saves it once', async () => {
    const at = desk()
    await asked(at)
    await at.run(receive, [file(at, 'reply.txt', REPLY)], {}, { yes: true })
    const before = at.tree()
    const again = file(at, 'again.txt', REPLY.replaceAll('\n', '\r\n'))
    const { err } = await at.run(receive, [again], { person: 'sam' }, { yes: true })
    expect(err).toContain('This text is in the notebook already. Nothing was saved.')
    expect(at.tree()).toEqual(before)
  })

  test('keeps free words whole, as their words', async () => {
    const at = desk()
    await asked(at)
    await at.run(receive, [file(at, 'free.txt', 'Sam here. All went fine, I think.')], {}, { yes: true })
    const note = notes(at, 'notes').find((text) => text.includes('state: received')) ?? ''
    expect(note).toContain('## In their own words\n\nSam here. All went fine, I think.')
  })

  test('refuses what is still blank, and what nobody can tell the person of', async () => {
    const at = desk()
    await asked(at, { to: 'sam.md' })
    expect(await problemOf(at.run(receive, ['sam.md'], {}, { yes: true }))).toMatchObject({ kind: 'data' })
    const other = desk()
    await asked(other, { form: 'customer-input' })
    await other.run(ask, ['anna'], { form: 'peer-feedback' })
    const free = file(other, 'free.txt', 'It was fine.')
    expect(await problemOf(other.run(receive, [free], {}, { yes: true }))).toMatchObject({
      kind: 'usage',
      message: expect.stringContaining('It cannot be told whom this is about.'),
    })
  })

  test('refuses a person who is not the one the form is about', async () => {
    const at = desk()
    await asked(at, { to: 'sam.md' })
    const form = readFileSync(join(at.folder, 'sam.md'), 'utf8').replace(
      '[q1]\n',
      '[q1]\nThe payment case.\n',
    )
    const path = file(at, 'filled.md', form)
    expect(await problemOf(at.run(receive, [path], { person: 'anna' }, { yes: true }))).toMatchObject({
      message: 'This form is about Sam Rivera; --person says Anna Berg.',
    })
  })

  test('leaves no name of a peer who stays unnamed, in the private part neither', async () => {
    const at = desk()
    await asked(at, { form: 'peer-feedback', to: 'peer.md', for: 'Anna Berg' })
    const form = readFileSync(join(at.folder, 'peer.md'), 'utf8').replace(
      '[q1]\n',
      '[q1]\nSam writes good handovers. I, Anna, could start at once.\n',
    )
    const mail = `From: Anna Berg <anna.berg@example.com>\nTo: Priya Raman <priya@example.com>\nSubject: Sam\n\n${form}\nBest,\nAnna\n`
    const { err } = await at.run(receive, [file(at, 'mail.eml', mail)], {}, { yes: true })
    expect(err).toContain('The name of whoever wrote it was taken out')
    const kept = [...notes(at, 'notes'), ...notes(at, 'private')].join()
    expect(kept).toContain('Sam writes good handovers. I, [name], could start at once.')
    expect(kept).not.toMatch(/Anna|anna\.berg/)
  })

  test('finds the name where a mail program encoded it, and in small letters under the text', async () => {
    const at = desk()
    await asked(at, { form: 'peer-feedback', to: 'peer.md' })
    const form = readFileSync(join(at.folder, 'peer.md'), 'utf8').replace('[q1]\n', '[q1]\nGood handovers.\n')
    const body = Buffer.from(`${form}\nBest,\nrené ott\n`).toString('base64').replace(/.{76}/g, '$&\n')
    const mail = `From: =?utf-8?Q?Ren=C3=A9_Ott?= <ro@example.com>\nTo: Priya Raman <p@example.com>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${body}\n`
    const { err } = await at.run(receive, [file(at, 'mail.eml', mail)], {}, { yes: true })
    expect(err).toContain('The name of whoever wrote it was taken out')
    const kept = [...notes(at, 'notes'), ...notes(at, 'private')].join()
    expect(kept).toContain('Good handovers.')
    expect(kept).not.toMatch(/ren(?:é|=C3=A9)|\bott\b/i)
    expect(kept).not.toContain(body.slice(0, 60))
  })

  test('finds the name of the greeting with which the form was sent, however short, and in any script', async () => {
    const at = desk()
    await asked(at, { form: 'peer-feedback', to: 'peer.md', for: 'Jo Li' })
    const form = readFileSync(join(at.folder, 'peer.md'), 'utf8').replace(
      '[q1]\n',
      '[q1]\nGood handovers. 我叫李伟。\n',
    )
    const mail = `From: 李伟 <li@example.com>\nTo: Priya Raman <p@example.com>\n\n> ${form.replaceAll('\n', '\n> ')}\n\nJo\n`
    const { err } = await at.run(receive, [file(at, 'mail.eml', mail)], {}, { yes: true })
    expect(err).toContain('The name of whoever wrote it was taken out')
    const kept = [...notes(at, 'notes'), ...notes(at, 'private')].join()
    expect(kept).toContain('Good handovers. 我叫[name]。')
    expect(kept).toContain('Hello [name],')
    expect(kept).not.toMatch(/\bJo\b|李伟/)
  })

  test('keeps no name of a letter that names its reader in the text', async () => {
    const at = desk()
    const shipped = join(import.meta.dirname, '../../templates/forms/peer-feedback.yaml')
    const own = readFileSync(shipped, 'utf8').replace('closing: What', 'closing: Thank you, {reader}. What')
    await at.put('templates/peer-feedback.yaml', own)
    expect(await asked(at, { form: 'peer-feedback', for: 'Bert Ott' })).toContain('Thank you, Bert.')
    expect(notes(at, 'notes').join()).not.toContain('Bert')
  })

  test('says where nobody can be sure that no name stands in it', async () => {
    const at = desk()
    await asked(at, { form: 'peer-feedback' })
    const path = file(at, 'peer.txt', 'What works well: the handovers. Anna Berg says so too.')
    const { err } = await at.run(receive, [path], {}, { yes: true })
    expect(err).toContain('No name was found in it, so look it over')
    expect(err).toContain('It names Anna Berg.')
  })
})

describe('several forms at once', () => {
  /** Two forms of one mail: Sam's own view, and what somebody else wrote about Sam. */
  async function both(at: Desk): Promise<string> {
    await asked(at, { to: 'sam.md' })
    await at.run(ask, ['sam'], { form: 'peer-feedback', to: 'peer.md' })
    const read = (name: string) => readFileSync(join(at.folder, name), 'utf8')
    const own = read('sam.md').replace('[q1]\n', '[q1]\nThe payment case.\n')
    return `${own}\n\n${read('peer.md').replace('[q1]\n', '[q1]\nSam listens.\n')}`
  }

  test('are not read as one, so that nobody is given the words of somebody else', async () => {
    const at = desk()
    const path = file(at, 'both.txt', await both(at))
    const before = at.tree()
    expect(await problemOf(at.run(receive, [path], {}, { yes: true }))).toMatchObject({
      kind: 'usage',
      message:
        'There are 2 forms in this text: self-assessment about Sam Rivera, peer-feedback about Sam Rivera.',
    })
    expect(at.tree()).toEqual(before)
  })

  test('an older copy of the same person’s own form is no second one', async () => {
    const at = desk()
    const first = await asked(at, { to: 'old.md' })
    await at.run(ask, ['sam'], { form: 'self-assessment', to: 'new.md' })
    const read = (name: string) => readFileSync(join(at.folder, name), 'utf8')
    const text = `${read('new.md').replace('[q1]\n', '[q1]\nThe payment case.\n')}\n> ${read('old.md').replaceAll('\n', '\n> ')}`
    const { out } = await at.run(receive, [file(at, 'thread.txt', text)], {}, { yes: true, json: true })
    expect(first).not.toBe('')
    expect(JSON.parse(out)).toMatchObject({ answers: { well: 'The payment case.' } })
  })

  test('where two wait, the one that its words fit is answered', async () => {
    const at = desk()
    await both(at)
    await at.run(receive, [file(at, 'reply.txt', REPLY)], {}, { yes: true })
    const { out } = await at.run(list, [], { kind: 'form' }, { json: true })
    expect(out).toContain("Sam Rivera's own view")
    expect((await at.run(home)).out).not.toContain("Asked for: Sam Rivera's own view")
    expect((await at.run(home)).out).toContain('Asked for: What a colleague')
  })

  test('where nothing tells which of two is answered, both stay open and it is said', async () => {
    const at = desk()
    await asked(at, { form: 'peer-feedback' })
    await at.run(ask, ['sam'], { form: 'peer-feedback' })
    const path = file(at, 'peer.txt', 'What works well: the handovers.')
    const { err } = await at.run(receive, [path], { form: 'peer-feedback' }, { yes: true })
    expect(err).toContain('It could answer 2 forms that were asked for')
  })

  test('a form of somebody else, or a blank one, is not taken for their own view in prep', async () => {
    const at = desk()
    await both(at)
    const peer = readFileSync(join(at.folder, 'peer.md'), 'utf8').replace('[q1]\n', '[q1]\nSam listens.\n')
    file(at, 'filled.md', peer)
    const answers = file(at, 'answers.yaml', 'view: read\nview_text: "@filled.md"\n')
    const trouble = await problemOf(at.run(prep, ['sam'], { answers }))
    expect(JSON.stringify(trouble)).toContain('The form in it was asked of somebody else.')
    const blank = file(at, 'blank.yaml', 'view: read\nview_text: "@sam.md"\n')
    const before = at.tree()
    const empty = await problemOf(at.run(prep, ['sam'], { answers: blank }))
    expect(JSON.stringify(empty)).toContain('There are no answers in it yet.')
    expect(at.tree()).toEqual(before)
  })
})

describe('a form that nobody will answer', () => {
  test('is waited for no longer, in a note of its own, and is welcome all the same', async () => {
    const at = desk()
    await asked(at, { to: 'sam.md' })
    const before = at.tree()
    const { out } = await at.run(ask, ['sam'], { drop: true, why: 'on leave until May' })
    expect(out).toContain("No longer waited for: Sam Rivera's own view")
    expect(at.tree()).toMatchObject(
      Object.fromEntries(Object.entries(before).filter(([path]) => path.endsWith('.md'))),
    )
    expect(notes(at, 'notes').join()).toMatch(
      /what: dropped\n.*on"?: "2026-11-21"\n.*why: on leave until May/,
    )
    expect((await at.run(home)).out).not.toContain('Asked for')
    const form = readFileSync(join(at.folder, 'sam.md'), 'utf8').replace(
      '[q1]\n',
      '[q1]\nThe payment case.\n',
    )
    const { err } = await at.run(receive, [file(at, 'late.md', form)], {}, { yes: true })
    expect(err).toContain('waited for no longer. It is kept all the same.')
  })

  test('is named where several wait, and refused where none does', async () => {
    const at = desk()
    expect(await problemOf(asked(at).then(() => at.run(ask, ['anna'], { drop: true })))).toMatchObject({
      message: 'No form about Anna Berg waits for an answer.',
    })
    await at.run(ask, ['sam'], { form: 'peer-feedback' })
    expect(await problemOf(at.run(ask, ['sam'], { drop: true }))).toMatchObject({
      message: expect.stringContaining('2 forms about Sam Rivera wait for an answer'),
    })
    const { out } = await at.run(ask, ['sam'], { drop: true, form: 'peer-feedback' }, { json: true })
    expect(JSON.parse(out)).toMatchObject({ person: 'sam-rivera', events: [{ what: 'dropped' }] })
    expect(await problemOf(at.run(ask, ['sam'], { drop: 'zzzzzz' }))).toMatchObject({ kind: 'unknown' })
  })
})

describe('what waits', () => {
  test('is told at home and of the person, until it is in and used', async () => {
    const at = desk()
    await asked(at)
    expect((await at.run(home)).out).toContain(
      "Asked for: Sam Rivera's own view, since today, hoped for by Sat 28 Nov",
    )
    expect((await at.run(peopleShow, ['sam'])).out).toContain('not in yet')
    await at.run(receive, [file(at, 'reply.txt', REPLY)], {}, { yes: true })
    const { out } = await at.run(home)
    expect(out).not.toContain('Asked for')
    expect(out).toContain("Sam Rivera's own view came in")
  })
})

describe('prep', () => {
  const ANSWERS = `
evidence:
  - "- 14 Oct 48213: The update promised for 16:00 went out at 11:20 the next day"
  - "- 5 Nov: On a call Sam spoke over the customer"
causes: [skill]
points:
  - evidence: [1]
    behaviour: updates-waiting
    impact: The customer wrote twice.
    ask: How did that afternoon look from your side?
goals:
  - text: Each waiting customer hears from me once a working day
    by: 2026-12-18
`

  async function prepared(at: Desk, view: string): Promise<string> {
    const path = file(at, 'answers.yaml', `${view}${ANSWERS}`)
    const { out } = await at.run(prep, ['sam'], { answers: path }, { json: true })
    return at.read((JSON.parse(out) as { path: string }).path) ?? ''
  }

  test('takes what came in, cites it, and sets it beside the evidence that is used', async () => {
    const at = desk()
    await asked(at)
    await at.run(receive, [file(at, 'reply.txt', REPLY)], {}, { yes: true })
    const note = await prepared(
      at,
      'view: received\ngaps:\n  - gap: The call is not in it.\n    standard: calm-kept\nfocus: 1\n',
    )
    expect(note).toMatch(/^forms:\n {2}- "[0-9A-Z]{26}"$/m)
    expect(note).toContain('> My goal: update every waiting customer')
    expect(note).toMatch(
      /- Sam: What I would do differently: 48213.*\n {2}- Seen from outside: The update promised/,
    )
    expect(note).toContain('The call is not in it.')
    expect(note.slice(note.indexOf('## Side by side'))).not.toContain('spoke over')
    expect((await at.run(home)).out).not.toContain('own view')
  })

  test('can be used again for the next talk, until a newer one is asked for', async () => {
    const at = desk()
    await asked(at)
    await at.run(receive, [file(at, 'reply.txt', REPLY)], {}, { yes: true })
    await prepared(at, 'view: received\n')
    const files = Object.keys(at.tree()).length
    await prepared(at, 'view: received\n')
    expect(Object.keys(at.tree()).length).toBeGreaterThan(files)
    await at.run(ask, ['sam'], { form: 'self-assessment' })
    const wrong = await problemOf(prepared(at, 'view: received\n'))
    expect(JSON.stringify(wrong)).toContain('No form of theirs waits')
  })

  test('reads a file as the form it answers, keeps the rest of it apart, and the form is in', async () => {
    const at = desk()
    await asked(at)
    file(at, 'mail.txt', `Hello Priya,\n\n${REPLY}\n\nBest,\nSam\n`)
    const note = await prepared(at, 'view: read\nview_text: "@mail.txt"\n')
    expect(note).toContain('> What went well: the payment ticket')
    expect(note).not.toContain('Hello Priya')
    expect(note).toContain('what: received')
    expect(notes(at, 'private').join()).toContain('Hello Priya,')
    expect((await at.run(home)).out).not.toContain('Asked for')
  })

  test('asks nobody the questions of a form', async () => {
    const at = desk()
    await asked(at)
    const trouble = await problemOf(at.run(prep, ['sam'], { template: 'self-assessment' }))
    expect(trouble).toMatchObject({ message: '"self-assessment" is a form, for somebody else to fill in.' })
  })

  test('offers what came in only where something did, and does not wait for anybody unasked', async () => {
    const at = desk()
    await asked(at)
    const wrong = await problemOf(prepared(at, 'view: received\n'))
    expect(JSON.stringify(wrong)).toContain('No form of theirs waits')
    const waits = await problemOf(prepared(at, 'view: wait\n'))
    expect(JSON.stringify(waits)).toContain('Waiting is for when somebody is asked.')
  })
})

test('a form that has other words by now is read with those it had', async () => {
  const at = desk()
  await asked(at, { to: 'sam.md' })
  const shipped = join(import.meta.dirname, '../../templates/forms/self-assessment.yaml')
  const changed = readFileSync(shipped, 'utf8')
    .replace('ask: What went well, and in which cases?', 'ask: Which moment are you content with?')
    .replace(/intro: Some of it.*/, 'intro: Now to everything else.')
    .replace(/how: >-\n.*\n.*\n/, 'how: Write anywhere.\n')
  await at.put('templates/self-assessment.yaml', changed)
  const form = readFileSync(join(at.folder, 'sam.md'), 'utf8')
    .replace(' [q1]\n', '\nThe payment case.\n')
    .replace(/ \[q\d\]$/gm, '')
  const { out } = await at.run(receive, [file(at, 'back.md', form)], {}, { yes: true, json: true })
  expect(JSON.parse(out)).toMatchObject({ answers: { well: 'The payment case.' }, left: [] })
})

test('the text as it came can be read again', async () => {
  const at = desk()
  await asked(at)
  const { out } = await at.run(receive, [file(at, 'reply.txt', REPLY)], {}, { yes: true, json: true })
  const { id } = JSON.parse(out) as { id: string }
  const shown = await at.run(show, [id], { private: true })
  expect(shown.out).toContain('As it came')
  expect(shown.out).toContain("What I'd do differently: 48213.")
})
