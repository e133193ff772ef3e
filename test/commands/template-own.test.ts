import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { dataFiles } from '../../src/adapters/data-files.ts'
import * as template from '../../src/commands/template.ts'
import * as begin from '../../src/commands/template-new.ts'
import { type Desk, desk, problemOf } from '../support/context.ts'

const BUILT = `id: constructive-feedback
version: 4
extends: constructive-feedback
replace:
  person: { ask: For whom is it? }
add:
  - after: person
    question: { id: shift, type: text, ask: Which shift was it?, section: next }
reorder:
  - { move: section/evidence, before: section/well }
`

const PACK = `pack: ours
rules:
  - id: our-nicknames
    category: belittling
    match: ["{rookie}"]
    why: A nickname for somebody's first weeks stays longer than the weeks.
    try: ["Since ___ you have taken ___ calls on your own."]
    examples:
      finds: ["Tom is a rookie.", "Rookies again."]
      leaves: ["The course starts on Monday."]
`

async function teamDesk(files: Readonly<Record<string, string>> = {}): Promise<Desk> {
  const made = desk()
  await made.put('tactful.yaml', 'format: 1\n')
  for (const [path, text] of Object.entries(files)) await made.put(path, text)
  return made
}

describe('a template that is built on the one that ships', () => {
  test('says so in the list, and what it changes when it is shown', async () => {
    const made = await teamDesk({ 'templates/constructive-feedback.yaml': BUILT })
    const { out: list } = await made.run(template.list)
    expect(list).toMatch(
      /^constructive-feedback +session +Constructive feedback +yours, in place of the one that ships and built on it$/m,
    )
    const { out } = await made.run(template.show, ['constructive-feedback'])
    expect(out.slice(out.indexOf('\nBuilt on'))).toBe(
      '\nBuilt on constructive-feedback, as it ships\n  added    shift\n  changed  person (ask)\n  moved    section/evidence\n',
    )
  })

  test('is shown, asked and filled in as it came out; --shipped gives the one behind it', async () => {
    const made = await teamDesk({ 'templates/constructive-feedback.yaml': BUILT })
    const id = ['constructive-feedback']
    const { out: own } = await made.run(template.questions, id)
    expect(own).toContain('person: For whom is it?\n')
    expect(own).toContain('shift: Which shift was it?\n')
    expect((await made.run(template.answers, id)).out).toMatch(/^shift:/m)
    expect((await made.run(template.questions, id, { shipped: true })).out).not.toContain('shift:')
    const { out: json } = await made.run(template.show, id, {}, { json: true })
    expect(JSON.parse(json)).toMatchObject({
      origin: 'shadows',
      extends: 'constructive-feedback',
      version: 4,
      changes: { added: ['shift'], removed: [], moved: ['section/evidence'] },
    })
  })

  test('a vanished id is told by check, and stops whoever uses it', async () => {
    const made = await teamDesk({
      'templates/ours.yaml': 'id: ours\nversion: 1\nextends: checkin\nremove: [gone_since]\n',
    })
    const { out, outcome } = await made.run(template.check)
    expect(out).toBe(
      'templates/ours.yaml:4:10: "checkin" has no question "gone_since". See every id with: tactful template questions.\n',
    )
    expect(outcome).toBe('attention')
    expect(await problemOf(made.run(template.show, ['ours']))).toMatchObject({
      kind: 'config',
      mistakes: [{ file: 'templates/ours.yaml', line: 4, column: 10 }],
    })
  })
})

test('a rehearsal stands in the list, and whoever wants to see its questions learns how it is played', async () => {
  const made = desk()
  expect((await made.run(template.list)).out).toMatch(
    /^defensive +rehearsal +They defend themselves +ships with tactful$/m,
  )
  expect(await problemOf(made.run(template.show, ['defensive']))).toMatchObject({
    kind: 'usage',
    mend: 'Play it with: tactful rehearse defensive',
  })
})

describe('template new', () => {
  test('copies one that ships, comments and all, under the new id', async () => {
    const made = desk()
    const { out, err } = await made.run(begin, ['our-feedback'], { from: 'constructive-feedback' })
    expect(err).toBe(`Started a notebook in ${made.root}\n`)
    expect(out.split('\n').map((line) => line.trimEnd())).toEqual([
      'Saved.  templates/our-feedback.yaml',
      `Change it:  ${made.root}/templates/our-feedback.yaml`,
      'Check it:   tactful template check',
      'Try it:     tactful prep --template our-feedback --dry-run',
      '',
    ])
    const text = made.read('templates/our-feedback.yaml') ?? ''
    expect(text).toMatch(/^# Begun as a copy of "constructive-feedback"\.\nid: our-feedback\nversion: 1\n/)
    expect(text).not.toContain('yaml-language-server')
    expect((await made.run(template.check)).err).toBe('2 files checked, nothing to mend.\n')
  })

  test('with --extends it is a small file; each of its examples can be switched on', async () => {
    const data = dataFiles(desk().folder)
    for (const from of await data.shippedIds('templates')) {
      const made = await teamDesk()
      await made.run(begin, ['ours'], { from, extends: true })
      const text = made.read('templates/ours.yaml') ?? ''
      expect(text.match(/^# [a-z]+:/gm)).toEqual([
        '# title:',
        '# remove:',
        '# replace:',
        '# add:',
        '# reorder:',
      ])
      for (const block of text.split('\n\n').slice(2)) {
        await made.put('templates/ours.yaml', text.replace(block, block.replace(/^# /gm, '')))
        const { out } = await made.run(template.check)
        expect(`${from} ${out}`).toBe(`${from} `)
      }
    }
  })

  test('without --from it begins from the one of that id, or of that kind', async () => {
    const made = await teamDesk()
    const { out } = await made.run(begin, ['checkin'], { extends: true })
    expect(out).toContain('It takes the place of the "checkin" that ships.\n')
    expect(out).toContain('tactful checkin run NAME --template checkin\n')
    await made.run(begin, ['exit-interview'], { kind: 'form' })
    expect(made.read('templates/exit-interview.yaml')).toMatch(/^kind: form$/m)
    const { out: json } = await made.run(begin, ['hard-talk'], { kind: 'rehearsal' }, { json: true })
    expect(JSON.parse(json)).toMatchObject({
      path: 'rehearsals/hard-talk.yaml',
      kind: 'rehearsal',
      shadows: false,
    })
    expect((await made.run(template.check)).out).toBe('')
  })

  test.each<[string, readonly string[], Readonly<Record<string, string | boolean>>, string]>([
    ['a name that cannot be', ['My Template'], {}, '"My Template" cannot be an id.'],
    ['a path', ['../x'], {}, '"../x" cannot be an id.'],
    ['one that is there', ['there'], {}, 'templates/there.yaml is there already.'],
    [
      'a kind that does not fit',
      ['x'],
      { from: 'checkin', kind: 'form' },
      '"checkin" is a checkin, not a form.',
    ],
    ['a copy of what is built on its namesake', ['x'], { from: 'checkin2' }, ''],
  ])('%s is refused, and nothing is written', async (_, args, options, message) => {
    const made = await teamDesk({ 'templates/there.yaml': 'id: there\n' })
    const before = made.tree()
    const problem = await problemOf(made.run(begin, args, options))
    if (message === '')
      expect(problem).toMatchObject({ kind: 'unknown', what: 'template', near: ['checkin'] })
    else expect(problem).toMatchObject({ kind: 'usage', message })
    expect(made.tree()).toEqual(before)
  })

  test('what a team built on a shipped one of the same id is not copied, for its changes would count twice', async () => {
    const made = await teamDesk({ 'templates/constructive-feedback.yaml': BUILT })
    const problem = await problemOf(made.run(begin, ['x'], { from: 'constructive-feedback' }))
    expect(problem).toMatchObject({
      kind: 'usage',
      mend: 'Add --extends to build on yours, or name another one: --from ID. tactful template list names them.',
    })
    await made.run(begin, ['x'], { from: 'constructive-feedback', extends: true })
    expect((await made.run(template.questions, ['x'])).out).toContain('shift: Which shift was it?\n')
  })
})

describe('template check reads everything a team wrote', () => {
  test('each kind of file, in one go, with its place', async () => {
    const made = await teamDesk({
      'tactful.yaml': 'format: 1\nfocuslimit: 3\nbusyHours: [early]\n',
      'templates/a.yaml': 'id: a\nversion: 1\nextends: nothing-like-it\n',
      'templates/b.answers.yaml': 'person: [Ines\n',
      'library/areas.yaml': 'id: area\nversion: 1\ntitle: Areas\nentries: [{ id: x, label: X }]\n',
      'wording/ours.yaml': PACK.replace('belittling', 'belitling'),
      'rehearsals/talk.yaml': 'id: talk\nversion: one\n',
    })
    const { out, err, outcome } = await made.run(template.check)
    const lines = out.split('\n')
    expect(lines).toEqual(
      expect.arrayContaining([
        'library/areas.yaml:1:5: The file is called "areas", the library "area". Rename one of the two.',
        expect.stringMatching(
          /^templates\/a\.yaml:3:10: There is no template "nothing-like-it" to build on\./,
        ),
        expect.stringMatching(/^templates\/b\.answers\.yaml:\d+:\d+: /),
        expect.stringMatching(/^wording\/ours\.yaml:4:15: this category is not known\./),
        expect.stringMatching(/^rehearsals\/talk\.yaml:2:10: /),
        'tactful.yaml:2:13: "focuslimit" is not known here. Did you mean "focusLimit"?',
        'tactful.yaml:3:12: This is not read as busyHours. Write times in quotes, such as ["09:00-10:30"].',
      ]),
    )
    expect(err).toMatch(/^6 files checked, \d+ things to mend\.\n$/)
    expect(outcome).toBe('attention')
  })

  test('one mistake that several files lean on is told once', async () => {
    const made = await teamDesk({
      'templates/a.yaml': 'id: a\nversion: 1\nextends: b\n',
      'templates/b.yaml': 'id: b\nversion: 1\nextends: checkin\nremove: [gone]\n',
    })
    const { out } = await made.run(template.check)
    expect(out.match(/has no question "gone"/g)).toHaveLength(1)
    expect(out).toContain(
      'templates/a.yaml:3:10: "b" (templates/b.yaml), which this builds on, has mistakes of its own.',
    )
  })

  test('a file that nothing would read is not passed over in silence', async () => {
    const made = await teamDesk({
      'templates/one.yml': 'id: one\n',
      'templates/forms/two.yaml': 'id: two\n',
      'wording/ours/three.yaml': PACK,
    })
    const { out, err } = await made.run(template.check)
    expect(out).toBe(
      'templates/forms/two.yaml: Nothing reads this file. Put it right into templates/.\ntemplates/one.yml: Nothing reads this file. Let its name end in .yaml.\n',
    )
    expect(err).toBe('4 files checked, 2 things to mend.\n')
  })

  test('files named by their path are known by what is in them', async () => {
    const made = desk()
    const files: Readonly<Record<string, string>> = {
      'list.yaml': 'id: x\nversion: 1\ntitle: X\nentries: []\n',
      'pack.yaml': PACK.replace('category', 'catgory'),
      'built.yaml': 'id: built\nversion: 1\nextends: checkin\nremove: [nope]\n',
    }
    for (const [name, text] of Object.entries(files)) writeFileSync(join(made.folder, name), text)
    const { out } = await made.run(template.check, Object.keys(files))
    expect(
      out
        .split('\n')
        .slice(0, -1)
        .map((line) => line.split(':')[0]),
    ).toEqual(['list.yaml', 'built.yaml', 'pack.yaml', 'pack.yaml'])
  })

  test('without a notebook there is nothing to check, and nothing wrong', async () => {
    const { out, err, outcome } = await desk().run(template.check)
    expect([out, err, outcome]).toEqual([
      '',
      'There is nothing of your own to check. Name a file to check that one.\n',
      'done',
    ])
  })
})

describe('template test', () => {
  const ANSWERS = 'person: Ines\nevidence: ["- 4 Nov 61377: The update came on the next day."]\n'
  const SMALL = `id: small
version: 1
kind: session
title: Small
purpose: To try things out.
note: { title: "For {person}", sections: [{ id: seen, heading: Seen }] }
parts:
  - id: who
    title: Who
    questions:
      - { id: person, type: person, ask: Who?, required: true }
      - { id: seen, type: text, ask: What did you see?, required: true, section: seen }
      - { id: day, type: date, direction: past, ask: When?, section: seen }
`

  test('all as they should be', async () => {
    const made = await teamDesk({
      'wording/ours.yaml': PACK,
      'templates/small.yaml': SMALL,
      'templates/small.answers.yaml': 'person: Ines\nseen: The update came late.\n',
      'templates/samples/small.with-a-day.yaml': 'person: Ines\nseen: The update.\nday: 2026-11-03\n',
    })
    const { out, err, outcome } = await made.run(template.test)
    expect([out, err, outcome]).toEqual([
      '',
      '3 sentences and 2 sets of answers tried, all as they should be.\n',
      'done',
    ])
    expect((await made.run(template.check)).out).toBe('')
  })

  test('each that fails is told with its place', async () => {
    const made = await teamDesk({
      'wording/ours.yaml': PACK.replace('"Rookies again."', '"The new one."').replace(
        'The course',
        'The rookie course',
      ),
      'templates/small.yaml': SMALL,
      'templates/small.answers.yaml': 'person: Ines\nday: 2026-12-24\nmood: fine\n',
      'templates/other.answers.yaml': ANSWERS,
    })
    const { out, err, outcome } = await made.run(template.test)
    expect(out.split('\n')).toEqual([
      'wording/ours.yaml:9:35: our-nicknames does not find: The new one. Widen "match", or change the example.',
      'wording/ours.yaml:10:16: our-nicknames should leave this alone: The rookie course starts on Monday. Narrow "match", or add an "except".',
      expect.stringMatching(/^templates\/other\.answers\.yaml:1:1: There is no template "other"\./),
      expect.stringMatching(/^templates\/small\.answers\.yaml:2:6: day: /),
      'templates/small.answers.yaml:3:7: mood: No question is called "mood". See what there is: tactful template questions small',
      'templates/small.answers.yaml: seen: No answer to: What did you see?',
      '',
    ])
    expect(err).toBe('3 sentences and 2 sets of answers tried, 6 things to mend.\n')
    expect(outcome).toBe('attention')
  })

  test('as JSON, and for one file by its path', async () => {
    const made = await teamDesk({ 'wording/ours.yaml': PACK })
    mkdirSync(join(made.folder, 'packs'))
    writeFileSync(
      join(made.folder, 'packs/more.yaml'),
      PACK.replace('our-nicknames', 'mine').replace('Tom is a rookie.', 'Tom.'),
    )
    const { out, outcome } = await made.run(template.test, ['packs/more.yaml'], {}, { json: true })
    expect(JSON.parse(out)).toMatchObject({
      sentences: 3,
      answers: 0,
      failed: [{ file: 'packs/more.yaml', line: 9, column: 15 }],
    })
    expect(outcome).toBe('attention')
  })

  test('a pack that cannot be read fails with its mistakes', async () => {
    const made = await teamDesk({ 'wording/ours.yaml': PACK.replace('belittling', 'nothing') })
    const { out, outcome } = await made.run(template.test)
    expect(out).toMatch(/^wording\/ours\.yaml:4:15: this category is not known\./)
    expect(outcome).toBe('attention')
  })

  test('where there is nothing to try, it says where examples would stand', async () => {
    const { err, outcome } = await (await teamDesk()).run(template.test)
    expect(err).toContain('There are no examples to try.')
    expect(outcome).toBe('done')
  })
})
