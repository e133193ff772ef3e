import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as ask from '../../src/commands/ask.ts'
import * as exporting from '../../src/commands/export.ts'
import * as list from '../../src/commands/list.ts'
import * as prep from '../../src/commands/prep.ts'
import * as receive from '../../src/commands/receive.ts'
import * as trends from '../../src/commands/trends.ts'
import { consentIn } from '../../src/core/forms/consent.ts'
import type { Form } from '../../src/core/forms/form.ts'
import { type Desk, desk } from '../support/context.ts'

// What a peer does not want passed on stays with the mentor: in no evidence, in no copy, in no table.

const SAW = 'The checklist was missing on 48377.'

/** A peer form about Sam with one thing seen and these answers, received. */
async function received(at: Desk, answers: Readonly<Record<string, string>>, form = 'peer-feedback') {
  await at.put('tactful.yaml', 'format: 1\n')
  await at.put('people/sam-rivera.yaml', 'name: Sam Rivera\n')
  await at.run(ask, ['sam'], { form, to: 'out.md', force: true })
  const blank = readFileSync(join(at.folder, 'out.md'), 'utf8')
  const text = Object.entries(answers).reduce(
    (all, [mark, said]) => all.replace(`[${mark}]\n`, `[${mark}]\n\n${said}\n`),
    blank,
  )
  writeFileSync(join(at.folder, 'back.md'), text)
  return at.run(receive, ['back.md'], {}, { yes: true })
}

/** Prepares with all that is offered; gives what was said on the way, and the id of the session. */
async function prepared(at: Desk): Promise<{ readonly told: string; readonly id: string }> {
  writeFileSync(join(at.folder, 'sam.yaml'), 'person: sam\ninbox: all\nopening: How was the week?\n')
  const given = { template: 'helping-a-colleague', answers: 'sam.yaml', quick: true }
  const ran = await at.run(prep, [], given, { input: false, json: true })
  const rows = JSON.parse((await at.run(list, [], { kind: 'session' }, { json: true })).out) as {
    id: string
  }[]
  return { told: ran.out + ran.err, id: rows[0]?.id ?? '' }
}

const copy = (at: Desk, id: string, reader: string, format: string) =>
  at.run(exporting, [id], { for: reader, format }, { yes: true })

test('after a no the words stand in the private part alone, and no copy or table has them', async () => {
  const at = desk()
  const got = await received(at, { q4: SAW, q8: 'No.' })
  expect(got.err).toContain('asked that it is not passed on')
  expect(got.out).toContain('For you alone')
  const holding = Object.entries(at.tree()).flatMap(([path, text]) => (text.includes(SAW) ? [path] : []))
  expect(holding).not.toEqual([])
  expect(holding.filter((path) => path.endsWith('.md') && !path.startsWith('private/'))).toEqual([])
  expect((await at.run(list, [], { kind: 'evidence' }, { json: true })).out).not.toContain('48377')
  const { id } = await prepared(at)
  for (const reader of ['person', 'lead'])
    for (const format of ['md', 'json'])
      expect((await copy(at, id, reader, format)).out).not.toContain('48377')
  const forms = JSON.parse((await at.run(list, [], { kind: 'form' }, { json: true })).out) as { id: string }[]
  const [form] = forms
  for (const reader of ['person', 'lead']) {
    await expect(copy(at, form?.id ?? '', reader, 'md')).rejects.toMatchObject({
      problem: { message: expect.stringContaining('asked that it is not passed on') },
    })
  }
  expect((await at.run(trends, [], {}, { json: true })).out).not.toContain('48377')
  const all = await at.run(exporting, [], { everythingAbout: 'sam', format: 'md' }, { yes: true })
  expect(all.out).toContain('asked that they are not passed on')
  expect(all.out).not.toContain('48377')
})

describe.each([
  ['unclear', { q8: 'Hm, it depends on who asks.' }],
  ['in another language', { q8: 'Nein' }],
  ['empty', {}],
])('an answer that is %s', (_, answer) => {
  test('keeps it as evidence, and the review and each preview say that no yes is there', async () => {
    const at = desk()
    const got = await received(at, { q4: SAW, ...answer })
    expect(got.err).toContain('No yes is written down')
    const { told, id } = await prepared(at)
    expect(told).toContain('No yes is written down for passing on E1')
    for (const reader of ['person', 'lead']) {
      const ran = await copy(at, id, reader, 'md')
      expect(ran.err).toContain('No yes is written down for passing on one thing')
      const json = await at.run(exporting, [id], { for: reader, format: 'json' }, { yes: true, json: true })
      expect(JSON.parse(json.out)).toMatchObject({ preview: { unsaid: 1 } })
    }
    expect((await copy(at, id, 'person', 'md')).out).toContain('48377')
  })
})

test.each([
  ['its own question', { q8: 'Yes, gladly.' }],
  ['the older question, which asked both', { q7: 'In the chat, and yes.' }],
])('a yes under %s is as before, without a remark', async (_, answer) => {
  const at = desk()
  await received(at, { q4: SAW, ...answer })
  const { told, id } = await prepared(at)
  expect(told).not.toContain('No yes is written down')
  for (const format of ['md', 'json']) {
    const ran = await copy(at, id, 'person', format)
    expect(ran.err).not.toContain('No yes is written down')
    expect(ran.out).toContain('48377')
  }
  expect((await copy(at, id, 'lead', 'md')).err).not.toContain('No yes is written down')
})

test('a customer is not asked, and a wish that it stays here counts all the same', async () => {
  const asked = await received(desk(), { q6: 'A line while I waited.' }, 'customer-input')
  expect(asked.err).not.toContain('No yes is written down')
  const kept = await received(
    desk(),
    { q6: 'A line while I waited. Please keep this to yourself.' },
    'customer-input',
  )
  expect(kept.out).not.toContain('As evidence')
})

const FORM: Form = {
  ...{ id: 'peer-feedback', version: 1, title: 'What a colleague says' },
  letter: { from: 'peer', hello: '', opening: '', how: '', closing: '' },
  parts: [
    {
      title: 'All',
      questions: [
        { id: 'saw', ask: 'What?', label: 'What', also: [] },
        { id: 'channel', ask: 'Where?', label: 'Where', also: [], consent: 'beside' },
        { id: 'mention', ask: 'May it?', label: 'May it', also: [], consent: 'quote' },
      ],
    },
  ],
}
const said = (id: string, text: string) =>
  consentIn(FORM, { answers: [{ id, text }], left: [], signature: [] })

test.each([
  'Yes',
  'yes please',
  'Sure.',
  'Of course, go ahead.',
  'Yes, without my name.',
  'No problem',
  'That’s fine, yes',
])('"%s" is a yes', (text) => expect(said('mention', text)).toBe('yes'))

test.each([
  'No',
  'no, thanks',
  'Rather not.',
  'I’d rather not.',
  'Please don’t.',
  'Please do not pass this on',
  'between us',
  'Yes, but between us',
  'It may not be said.',
  'Please keep this to yourself.',
])('"%s" is a no', (text) => expect(said('mention', text)).toBe('no'))

test.each(['nein', 'Perhaps', 'Yes, but ask me first', 'Not sure', '?', 'Please do not mention my name'])(
  '"%s" is neither',
  (text) => expect(said('mention', text)).toBe('unsaid'),
)

test.each([
  'Please do not pass this on.',
  'The log was missing. Don’t tell him, please.',
  'This should stay between us.\nThis is between us.',
  'Keep it to yourself, please.',
  'I would rather you did not share this.',
  'This must not be passed on.',
])('"%s" in any answer is a no', (text) => expect(said('saw', text)).toBe('no'))

test.each([
  'The handover between us works well.',
  'He did not pass on the log.',
  'They do not share the logs with us.',
  'Sam keeps customer data confidential.',
  'In a chat between us, at noon.',
  'In no meeting that I remember.',
])('"%s" tells of work, and asks for nothing', (text) => {
  expect(said('saw', text)).toBe('unsaid')
  expect(said('channel', text)).toBe('unsaid')
})
