import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import * as command from '../../src/commands/template.ts'
import { readAnswers } from '../../src/core/interview/answers-file.ts'
import { begin } from '../../src/core/interview/fold.ts'
import { answerAll } from '../../src/core/interview/unattended.ts'
import { readLines } from '../../src/core/session/lines.ts'
import { checkTemplate } from '../../src/core/template/check.ts'
import { templateFileSchema } from '../../src/core/template/extend/schema.ts'
import { questionKeys } from '../../src/core/template/question-schema.ts'
import { templateSchema } from '../../src/core/template/schema.ts'
import { desk } from '../support/context.ts'

const page = readFileSync(new URL('../../docs/templates.md', import.meta.url), 'utf8')
const blocks = [...page.matchAll(/```yaml\n# (\S+)\n([\s\S]*?)```/g)].map(
  ([, path = '', text = '']) => [path, text] as const,
)
const texts = new Map(blocks)
const example = texts.get('templates/one-on-one.yaml') ?? ''
const library = texts.get('library/our-behaviours.yaml') ?? ''
const changed = texts.get('templates/constructive-feedback.yaml') ?? ''

test('the example of the page is right as it stands, in a notebook with its library', async () => {
  const made = desk()
  await made.put('tactful.yaml', 'format: 1\n')
  await made.put('templates/one-on-one.yaml', example)
  await made.put('library/our-behaviours.yaml', library)
  const { out, err, outcome } = await made.run(command.check)
  expect([out, err, outcome]).toEqual(['', '3 files checked, nothing to mend.\n', 'done'])
})

describe('the example that changes a template that ships', () => {
  const own = async () => {
    const made = desk()
    await made.put('tactful.yaml', 'format: 1\n')
    await made.put('templates/constructive-feedback.yaml', changed)
    return made
  }

  test('is right as it stands, and changes what the page says', async () => {
    const made = await own()
    const { out } = await made.run(command.check)
    expect(out).toBe('')
    const { out: shown } = await made.run(command.show, ['constructive-feedback'])
    expect(shown.slice(shown.indexOf('\nBuilt on'))).toBe(`
Built on constructive-feedback, as it ships
  added     section/followup, shift, words.late_rule, page
  left out  evidence.link
  changed   part/words (title), section/next (heading), person (ask), relationship (options), words.impact (help), opening (depth)
  moved     section/evidence
`)
  })

  test('is asked, and its answers stand in the note', async () => {
    const made = await own()
    await made.put(
      'templates/constructive-feedback.answers.yaml',
      `person: Ines
relationship: shift-lead
view: typed
view_text: It was a long day.
shift: late
evidence: ["- 2026-11-04 61377: the update went out the next day"]
points: [{ evidence: [1], behaviour: updates-waiting, impact: The customer wrote twice., ask: How was it?, late_rule: yes }]
checkin: [{ date: 2026-12-08 }]
page: the shift log
`,
    )
    const { out, err } = await made.run(command.test)
    expect([out, err]).toEqual(['', '1 set of answers tried, all as they should be.\n'])
  })
})

test('the example of the page runs from an answers file', async () => {
  const checked = checkTemplate(example, 'one-on-one.yaml')
  if ('mistakes' in checked) throw new Error(JSON.stringify(checked.mistakes))
  const answers = `person: Ines
cases: ["+ 2026-11-04 61377: the handover had all the steps"]
mood: hard
helped: Somebody to ask after six.
next: [{ case: [1], step: Try the checklist first, by: 2026-12-01 }]
`
  const read = readAnswers(answers, 'answers.yaml')
  if ('mistakes' in read) throw new Error(JSON.stringify(read.mistakes))
  const world = {
    today: '2026-11-21',
    time: '14:30',
    people: [],
    dates: { read: async () => [] },
    libraries: {},
  }
  const helpers = { world, read: readLines, readFile: async () => '' }
  const result = await answerAll(begin(checked.template, 'core'), read.given, helpers, true)
  expect([result.mistakes, result.missing, result.unused]).toEqual([[], [], []])
  expect([...result.interview.answers.keys()]).toEqual(
    expect.arrayContaining(['person', 'mood', 'helped', 'cases/k1/text', 'next/k1/step']),
  )
})

test('the page names every key of a template, of its questions and groups', () => {
  const keys = [
    ...Object.keys(templateSchema.shape),
    ...['text', 'choice', 'number', 'date', 'group'].flatMap((type) => questionKeys({ type })),
  ]
  const silent = [...new Set(keys)].filter((key) => key !== 'form' && !page.includes(`\`${key}`))
  expect(silent.filter((key) => !['note', 'type'].includes(key))).toEqual([])
})

test.each(['templates/constructive-feedback.yaml', 'templates/one-on-one.yaml'])(
  '%s of the page is fine for an editor that knows the schema, and a slip in it is not',
  (path) => {
    const text = texts.get(path) ?? ''
    expect(templateFileSchema.safeParse(parse(text)).success).toBe(true)
    expect(templateFileSchema.safeParse(parse(text.replace('ask:', 'aks:'))).success).toBe(false)
  },
)
