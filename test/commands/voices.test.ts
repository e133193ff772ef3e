import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as ask from '../../src/commands/ask.ts'
import * as list from '../../src/commands/list.ts'
import * as prep from '../../src/commands/prep.ts'
import * as receive from '../../src/commands/receive.ts'
import { type Desk, desk } from '../support/context.ts'

// What peers and customers write becomes evidence: offered by the next preparation, with its kind of source and nobody's name.

/** A filled form of that kind about Sam, in a file. */
async function filled(
  at: Desk,
  form: string,
  answers: Readonly<Record<string, string>>,
  name = 'back.md',
): Promise<string> {
  await at.put('tactful.yaml', 'format: 1\n')
  await at.put('people/sam-rivera.yaml', 'name: Sam Rivera\n')
  await at.put('people/anna-berg.yaml', 'name: Anna Berg\n')
  await at.run(ask, ['sam'], { form, to: 'out.md', force: true })
  const blank = readFileSync(join(at.folder, 'out.md'), 'utf8')
  const text = Object.entries(answers).reduce(
    (all, [mark, said]) => all.replace(`[${mark}]\n`, `[${mark}]\n\n${said}\n`),
    blank,
  )
  writeFileSync(join(at.folder, name), text)
  return name
}

async function evidence(at: Desk): Promise<readonly Record<string, unknown>[]> {
  const { out } = await at.run(list, [], { kind: 'evidence' }, { json: true })
  return (JSON.parse(out) as Record<string, unknown>[]).toReversed()
}

test('a colleague’s answers are evidence with a side and a source, and prep can cite them', async () => {
  const at = desk()
  const file = await filled(at, 'peer-feedback', {
    q1: '- The handover of 48402 had everything in it.\n- A new colleague found the log in it at once.',
    q2: 'In October 48377 came without the checklist.',
    q4: 'A line to us before a ticket moves on.',
    q7: 'In the chat, and yes.',
  })
  const got = await at.run(receive, [file], {}, { yes: true })
  expect(got.out).toMatch(/As evidence: {2}notes\/sam-rivera\/.*-evidence-/)
  expect(got.out).toContain('tactful prep sam-rivera')
  const kept = await evidence(at)
  expect(kept.map(({ title, side, source }) => [title, side, source])).toEqual([
    ['The handover of 48402 had everything in it.', 'strength', 'peer'],
    ['A new colleague found the log in it at once.', 'strength', 'peer'],
    ['A case I remember: In October 48377 came without the checklist.', undefined, 'peer'],
    ['A line to us before a ticket moves on.', 'growth', 'peer'],
  ])
  expect(kept.every(({ undated }) => undated === true)).toBe(true)

  writeFileSync(join(at.folder, 'sam.yaml'), 'person: sam\ninbox: all\nopening: How was the week?\n')
  const given = { template: 'helping-a-colleague', answers: 'sam.yaml', quick: true }
  await at.run(prep, [], given, { input: false })
  const [session = ''] = Object.entries(at.tree()).flatMap(([path, text]) =>
    path.includes('-session-') ? [text] : [],
  )
  for (const { id } of kept) expect(session).toContain(String(id))
})

test('a customer’s answers too, and the person’s own view stays a view', async () => {
  const at = desk()
  const wish = { q1: 'a day', q3: '4', q6: 'A line while I waited.' }
  await at.run(receive, [await filled(at, 'customer-input', wish)], {}, { yes: true })
  expect((await evidence(at)).map(({ title, side, source }) => [title, side, source])).toEqual([
    ['How fast we answered: a day', undefined, 'customer'],
    ['A line while I waited.', 'growth', 'customer'],
  ])
  const own = await filled(at, 'self-assessment', { q1: 'The handover went well.' })
  const got = await at.run(receive, [own], {}, { yes: true, json: true })
  expect(JSON.parse(got.out)).toMatchObject({ saved: true, evidence: null })
  expect(await evidence(at)).toHaveLength(2)
})

test('the same file read twice at once is saved once, and the other run says so', async () => {
  const at = desk()
  const file = await filled(at, 'peer-feedback', { q1: 'The handovers help.' })
  const both = await Promise.all(
    [0, 1].map(async () => at.run(receive, [file], {}, { yes: true, json: true })),
  )
  const told = both.map(({ out }) => JSON.parse(out) as { readonly id: string; readonly saved: boolean })
  expect(told.map(({ saved }) => saved).sort()).toEqual([false, true])
  expect(new Set(told.map(({ id }) => id)).size).toBe(1)
  const forms = Object.keys(at.tree()).filter((path) => path.startsWith('notes/') && path.includes('-form-'))
  // One that was asked for, one that came in.
  expect(forms).toHaveLength(2)
  expect(await evidence(at)).toHaveLength(1)
})

test('a text that a mail program had encoded stands in the private part as it came, and as it reads', async () => {
  const at = desk()
  const file = await filled(at, 'self-assessment', { q1: 'Hones=\ntly, the caf=C3=A9 case.' })
  const mail = `Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n${readFileSync(join(at.folder, file), 'utf8')}`
  writeFileSync(join(at.folder, 'mail.eml'), mail)
  await at.run(receive, ['mail.eml'], {}, { yes: true })
  const hidden = Object.entries(at.tree()).flatMap(([path, text]) =>
    /^private\/.*\.md$/.test(path) ? [text] : [],
  )
  expect(hidden).toHaveLength(1)
  const [reads = '', came = ''] = hidden.join().split('## As it came')
  expect(reads).toContain('## As it reads')
  expect(reads).toContain('Honestly, the café case.')
  expect(came).toContain('Hones=\ntly, the caf=C3=A9 case.')
})

test('an answer that says nothing is no evidence, and a list that a mail wrapped keeps its things whole', async () => {
  const at = desk()
  const file = await filled(at, 'peer-feedback', {
    q1: '- On 48402 the handover had the goal, the steps tried\n  and the logs.\n- The log was found\nat once.\n\nThat was in October.',
    q2: 'N/A',
    q3: 'Nothing comes to mind.',
    q4: '- A line to us before a ticket moves on.',
  })
  await at.run(receive, [file], {}, { yes: true })
  expect((await evidence(at)).map(({ title }) => title)).toEqual([
    'On 48402 the handover had the goal, the steps tried and the logs.',
    'The log was found at once.',
    'That was in October.',
    'A line to us before a ticket moves on.',
  ])
})

test('a list longer than anybody writes by hand is saved all the same, as one piece of evidence', async () => {
  const at = desk()
  const lines = Array.from({ length: 5000 }, (_, number) => `- row ${number} of a sheet that was pasted in`)
  const file = await filled(at, 'peer-feedback', { q1: lines.join('\n') })
  const got = await at.run(receive, [file], {}, { yes: true })
  expect(got.out).toContain('As evidence:')
  expect(await evidence(at)).toHaveLength(1)
})
