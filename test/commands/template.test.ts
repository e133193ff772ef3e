import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import * as template from '../../src/commands/template.ts'
import { readAnswers } from '../../src/core/interview/answers-file.ts'
import { begin } from '../../src/core/interview/fold.ts'
import { answerAll } from '../../src/core/interview/unattended.ts'
import type { World } from '../../src/core/interview/world.ts'
import { readLines } from '../../src/core/session/lines.ts'
import type { Question, Template } from '../../src/core/template/template.ts'
import { type Desk, desk, problemOf } from '../support/context.ts'
import { constructiveFeedback, templateFrom } from '../support/templates.ts'

const SIX = readFileSync(new URL('../data/six-questions.yaml', import.meta.url), 'utf8')

const WORLD: World = {
  today: '2026-11-21',
  time: '14:30',
  people: [],
  dates: { read: async () => [{ day: '2026-12-01', start: 0, end: 12 }] },
  libraries: { behaviours: [{ value: 'updates-waiting', label: 'updates to waiting customers' }] },
}

async function teamDesk(files: Readonly<Record<string, string>> = {}): Promise<Desk> {
  const made = desk()
  await made.put('tactful.yaml', 'format: 1\n')
  for (const [path, text] of Object.entries(files)) await made.put(path, text)
  return made
}

describe('template list', () => {
  test('without a notebook it shows what ships', async () => {
    const { out, err, outcome } = await desk().run(template.list)
    expect(out).toMatch(/^constructive-feedback +session +Constructive feedback +ships with tactful$/m)
    expect([err, outcome]).toEqual(['', 'done'])
  })

  test('shows the team’s own, and says when one stands in for a shipped one', async () => {
    const own = SIX.replace('id: six-questions', 'id: constructive-feedback').replace('Six questions', 'Ours')
    const made = await teamDesk({
      'templates/six-questions.yaml': SIX,
      'templates/constructive-feedback.yaml': own,
    })
    const { out } = await made.run(template.list)
    expect(out).toMatch(/^constructive-feedback +session +Ours +yours, in place of the one that ships$/m)
    expect(out).toMatch(/^six-questions +session +Six questions +yours$/m)
  })

  test('a broken one is named with its place and hides no other', async () => {
    const made = await teamDesk({ 'templates/broken.yaml': 'id: broken\nversion: 1\n' })
    const { out, err, outcome } = await made.run(template.list)
    expect(out).toContain('constructive-feedback')
    expect(out).toMatch(/^broken +cannot be read +yours$/m)
    expect(err).toContain('templates/broken.yaml:1:1: "kind" is missing.')
    expect(outcome).toBe('done')
  })

  test('as JSON', async () => {
    const { out } = await desk().run(template.list, [], {}, { json: true })
    const first = JSON.parse(out).find(({ id }: { id: string }) => id === 'constructive-feedback')
    expect(first).toMatchObject({
      id: 'constructive-feedback',
      origin: 'shipped',
      kind: 'session',
      version: expect.any(Number),
    })
    expect(first.questions).toBeGreaterThan(40)
  })

  test('reading makes and changes nothing in the notebook', async () => {
    const made = await teamDesk({ 'templates/six-questions.yaml': SIX })
    const before = made.tree()
    for (const body of [template.list, template.check]) await made.run(body)
    await made.run(template.answers, ['six-questions'])
    expect(made.tree()).toEqual(before)
  })
})

describe('template show and questions', () => {
  test('show gives the parts and how the note is laid out', async () => {
    const { out } = await desk().run(template.show, ['constructive-feedback'])
    expect(out).toMatch(/^ {2}3 +Evidence +4 questions, 7 more when you go deeper$/m)
    expect(out).toContain('    What went well\n    To talk about\n')
  })

  test('show says of a rehearsal how it is played, and of an unknown id what is near', async () => {
    expect(await problemOf(desk().run(template.show, ['defensive']))).toMatchObject({
      kind: 'usage',
      mend: 'Play it with: tactful rehearse defensive',
    })
    expect(await problemOf(desk().run(template.show, ['coaching']))).toMatchObject({
      kind: 'unknown',
      given: 'coaching',
    })
  })

  test('questions says what each takes, when it is asked and why', async () => {
    const { out } = await desk().run(template.questions, ['constructive-feedback'])
    expect(out).toContain('  view_text: What did {person} say?\n    text, or @path of a file that holds it\n')
    expect(out).toContain('asked by default, only when view is received or read or typed\n')
    expect(out).toContain(
      'one of: the ids that tactful library show behaviours prints, such as updates-waiting',
    )
  })

  test('nothing is wider than a narrow screen', async () => {
    const made = desk({ onScreen: true, columns: 40 })
    for (const body of [template.list, template.show, template.questions]) {
      const { out } = await made.run(body, ['constructive-feedback'])
      expect(out.split('\n').filter((line) => line.length > 40)).toEqual([])
    }
  })

  test('an unknown id offers near ones', async () => {
    const problem = await problemOf(desk().run(template.show, ['constructive-fedback']))
    expect(problem).toEqual({
      kind: 'unknown',
      what: 'template',
      given: 'constructive-fedback',
      near: ['constructive-feedback'],
    })
  })

  test('a path instead of an id leads nowhere', async () => {
    const made = await teamDesk({ 'templates/six-questions.yaml': SIX })
    const problem = await problemOf(made.run(template.show, ['../templates/six-questions']))
    expect(problem).toMatchObject({ kind: 'unknown', what: 'template' })
  })

  test('a broken template of the team stops with every mistake, also from the cache', async () => {
    const broken = SIX.replace('version: 1', 'version: one').replace('into: text', 'into: txt')
    const made = await teamDesk({ 'templates/six-questions.yaml': broken })
    for (const _ of [1, 2]) {
      const problem = await problemOf(made.run(template.show, ['six-questions']))
      expect(problem.kind === 'config' && problem.mistakes.map((one) => `${one.file}:${one.line}`)).toEqual([
        'templates/six-questions.yaml:3',
        'templates/six-questions.yaml:28',
      ])
    }
  })
})

describe('template answers', () => {
  test.each([
    ['constructive-feedback', constructiveFeedback()],
    ['six-questions', templateFrom('test/data/six-questions.yaml')],
  ])('%s: every question is there once, and filled in it is accepted', async (id, wanted) => {
    const made = await teamDesk({ 'templates/six-questions.yaml': SIX })
    const { out } = await made.run(template.answers, [id])
    // Switch every question on: a name behind "# " is one that lies deeper.
    const on = out.replace(/^# ((?: {2}- | {4})?[a-z][a-z0-9_]*:)$/gm, '$1')
    const skeleton: unknown = parse(on)
    expect(namesIn(skeleton)).toEqual(questionNames(wanted))
    const filled = stringify(
      fill(
        skeleton,
        wanted.parts.flatMap((part) => part.questions),
        wanted,
      ),
    )
    const read = readAnswers(filled, 'answers.yaml')
    if ('mistakes' in read) throw new Error(JSON.stringify(read.mistakes))
    const helpers = { world: WORLD, read: readLines, readFile: async () => '' }
    const result = await answerAll(begin(wanted, 'core'), read.given, helpers, true)
    expect(result.mistakes).toEqual([])
    expect(result.missing).toEqual([])
  })

  test('an item that was open before is named by its id, and no line speaks of nothing', async () => {
    const { out } = await desk().run(template.answers, ['checkin'])
    expect(out).toContain('promises:\n    # Which one? The end of its id')
    expect(out.match(/^ {2}- of:$/gm)).toHaveLength(2)
    expect(out).not.toContain('These stand inside')
    const read = readAnswers(out.replace('- of:', '- of: q47k3v'), 'answers.yaml')
    expect('given' in read).toBe(true)
  })

  test('as it is printed it holds nothing but empty names', async () => {
    const { out } = await desk().run(template.answers, ['constructive-feedback'])
    expect(out).not.toContain('\t')
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100)
    const read = readAnswers(out, 'answers.yaml')
    expect('given' in read && [...read.given.entries.keys()].slice(0, 3)).toEqual([
      'person',
      'promises',
      'kept',
    ])
  })
})

describe('template check', () => {
  test('prints each mistake with its place and how to mend it', async () => {
    const made = desk()
    writeFileSync(join(made.folder, 'mine.yaml'), SIX.replace('type: choices', 'type: choises'))
    const { out, err, outcome } = await made.run(template.check, ['mine.yaml'])
    expect(out).toBe(
      'mine.yaml:62:19: "choises" is not a type of question. Did you mean "choices" or "choice"?\n',
    )
    expect(err).toBe('1 file checked, 1 thing to mend.\n')
    expect(outcome).toBe('attention')
  })

  test('without a name it checks the notebook’s own, libraries too', async () => {
    const made = await teamDesk({
      'templates/six-questions.yaml': SIX,
      'library/ours.yaml':
        'id: ours\nversion: 1\ntitle: Ours\nentries:\n  - { id: a, label: A }\n  - { id: a, lable: B }\n',
    })
    const { out, outcome } = await made.run(template.check)
    expect(out.split('\n').slice(0, -1)).toEqual([
      'library/ours.yaml:6:5: "label" is missing. Add a line "label: ...".',
      'library/ours.yaml:6:14: "lable" is not known here. Did you mean "label"?',
    ])
    expect(outcome).toBe('attention')
  })

  test('a good file is fine', async () => {
    const made = await teamDesk({ 'templates/six-questions.yaml': SIX })
    const { out, err, outcome } = await made.run(template.check)
    expect([out, err, outcome]).toEqual(['', '2 files checked, nothing to mend.\n', 'done'])
  })

  test('as JSON', async () => {
    const made = desk()
    writeFileSync(join(made.folder, 'mine.yaml'), 'id: mine\n')
    const { out, outcome } = await made.run(template.check, ['mine.yaml'], {}, { json: true })
    const { mistakes, checked } = JSON.parse(out)
    expect(checked).toBe(1)
    expect(mistakes[0]).toMatchObject({ file: 'mine.yaml', line: 1, column: 1 })
    expect(outcome).toBe('attention')
  })
})

/** Names of an answers file in order, items written as `group.name`. */
function namesIn(value: unknown, prefix = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one) => namesIn(one, prefix))
  if (!(value instanceof Object)) return []
  return Object.entries(value)
    .flatMap(([name, inner]) => [`${prefix}${name}`, ...namesIn(inner, `${prefix}${name}.`)])
    .sort()
}

function questionNames(template: Template): readonly string[] {
  const top = template.parts.flatMap((part) => part.questions)
  return top
    .flatMap((one) => {
      if (one.type !== 'group') return [one.id]
      const nested = one.questions.map((inner) => `${one.each ?? one.id}.${inner.id}`)
      const which = one.carries === undefined ? [] : [`${one.id}.of`]
      return one.each === undefined ? [one.id, ...which, ...nested] : nested
    })
    .sort()
}

function fill(value: unknown, questions: readonly Question[], template: Template): unknown {
  if (Array.isArray(value)) return value.map((one) => fill(one, questions, template))
  if (!(value instanceof Object)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      const question = questions.find((one) => one.id === name)
      if (question?.type !== 'group') return [name, answerFor(question)]
      const later = template.parts
        .flatMap((part) => part.questions)
        .flatMap((one) => (one.type === 'group' && one.each === name ? one.questions : []))
      return [name, fill(inner, [...question.questions, ...later], template)]
    }),
  )
}

function answerFor(question: Question | undefined): unknown {
  switch (question?.type) {
    case 'choice':
    case 'choices': {
      if (!('length' in question.options))
        return question.options.items === undefined ? 'updates-waiting' : [1]
      const value = question.options.at(-1)?.value
      return question.type === 'choice' ? value : [value]
    }
    case 'confirm':
      return true
    case 'number':
    case 'scale':
      return question.max ?? 5
    case 'date':
      return question.direction === 'past' ? '2026-11-03' : '2026-12-18'
    case 'person':
      return 'Ines Carvalho'
    default:
      return 'Words that fit.'
  }
}
