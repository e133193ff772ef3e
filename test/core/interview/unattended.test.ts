import { expect, test } from 'vitest'
import { readAnswers } from '../../../src/core/interview/answers-file.ts'
import { begin } from '../../../src/core/interview/fold.ts'
import { nothingGiven, setGiven } from '../../../src/core/interview/given.ts'
import { planOf, visibleAnswers } from '../../../src/core/interview/plan.ts'
import { answerAll } from '../../../src/core/interview/unattended.ts'
import { readLines } from '../../../src/core/session/lines.ts'
import { CASE_FILE } from '../../support/case.ts'
import { givenFrom, testWorld } from '../../support/interview.ts'
import { constructiveFeedback } from '../../support/templates.ts'

const template = constructiveFeedback()
const world = testWorld()
const helpers = { world, read: readLines, readFile: async () => '' }

async function answered(yaml: string, ...sets: readonly string[]) {
  const given = givenFrom(yaml)
  const wrong = sets.flatMap((set) => setGiven(given, set) ?? [])
  const done = await answerAll(begin(template, 'core'), given, helpers, true)
  return {
    ...done,
    mistakes: [...wrong, ...done.mistakes],
    values: visibleAnswers(planOf(done.interview, world)),
  }
}

test('everything that is wrong is told at once, each with its place', async () => {
  const { mistakes, missing } = await answered(`person: Sam Rivera
relationship: boss
vieww: typed
view: typed
evidence:
  - "- 31 Feb 48213: sent late"
  - text: the call
    date: 03/04/2026
points:
  - behaviour: handover-complete
    impct: none
goals: []
talk:
  - minutes: soon
`)
  expect(mistakes.map(({ file, line, column, path }) => `${file}:${line}:${column} ${path}`)).toEqual([
    'answers.yaml:2:15 relationship',
    'answers.yaml:3:8 vieww',
    'answers.yaml:6:5 evidence.1',
    'answers.yaml:8:11 evidence.2.date',
    'answers.yaml:11:12 points.1.impct',
    'answers.yaml:14:14 talk.1.minutes',
  ])
  expect(mistakes[1]?.mend).toContain('"view"')
  expect(mistakes[4]?.mend).toContain('"impact"')
  expect(mistakes[3]?.message).toMatch(/April|March/)
  expect(missing.map((one) => one.path)).toEqual(['points.1.impact', 'points.1.ask'])
})

test('what is missing is named as one would write it, with the question as it would be asked', async () => {
  const { missing, mistakes } = await answered(
    'view: without\nevidence: "- 14 Oct late"\npoints:\n  - evidence: 1\n',
  )
  expect(mistakes).toEqual([])
  expect(missing.map((one) => one.path)).toEqual([
    'person',
    'view_reason',
    'points.1.behaviour',
    'points.1.impact',
    'points.1.ask',
  ])
  expect(missing.at(-1)?.ask).toBe('What do you want to ask or suggest?')
})

test('--set changes one answer, items counted from 1', async () => {
  const { values, mistakes } = await answered(
    CASE_FILE,
    'goals.1.by=2027-01-15',
    'points.2.ask=What happened there?',
    'causes=late,tools',
  )
  expect(mistakes).toEqual([])
  expect(values.get('goals/k1/by')).toBe('2027-01-15')
  expect(values.get('points/k2/ask')).toBe('What happened there?')
  expect(values.get('points/k2/said')).toContain('What happened there?')
  expect(values.get('causes')).toEqual(['late', 'tools'])
})

test('--set alone can give everything that is needed', async () => {
  const given = nothingGiven()
  const sets = [
    'person=Sam',
    'view=without',
    'view_reason=no time',
    'evidence.1=+ 2 Nov 48402 good handover',
    'evidence.1.date=2026-11-03',
    'evidence.2=- late',
  ]
  expect(sets.flatMap((set) => setGiven(given, set) ?? [])).toEqual([])
  const done = await answerAll(begin(template, 'core'), given, helpers, true)
  expect([done.mistakes, done.missing]).toEqual([[], []])
  const values = visibleAnswers(planOf(done.interview, world))
  expect(values.get('evidence/k1/ticket')).toBe('48402')
  expect(values.get('evidence/k1/date')).toBe('2026-11-03')
  expect(values.get('evidence/k2/text')).toBe('late')
})

test.each([
  ['person', /equals sign/],
  ['evidence.3=late', /no place for "3"/],
  ['person.name.first=x', /no place|takes an answer/],
  ['evidence.0=late', /no place for "0"/],
])('--set %s is refused', async (set, sentence) => {
  const { mistakes } = await answered('view: typed', set)
  expect(mistakes.map((one) => one.message).join()).toMatch(sentence)
})

test('an answer to a question that does not apply is named, and counts for nothing', async () => {
  const { unused, values, mistakes } = await answered(`${CASE_FILE}view_reason: none\n`)
  expect(mistakes).toEqual([])
  expect(unused).toEqual(['view_reason'])
  expect(values.has('view_reason')).toBe(false)
})

test('what is not given takes what is proposed; what is given empty is left out', async () => {
  const { values } = await answered(CASE_FILE)
  expect(values.get('opening')).toContain('Sam')
  expect(values.get('checkin/k1/date')).toBe('2026-12-07')
  const without = await answered(`${CASE_FILE}opening: ""\ncheckin: ""\n`)
  expect(without.mistakes).toEqual([])
  expect(without.values.has('opening')).toBe(false)
  expect([...without.values.keys()].filter((path) => path.startsWith('checkin'))).toEqual([])
})

test('no check-in asks for a reason, however it is written', async () => {
  for (const none of ['checkin: ""', 'checkin: []', 'checkin: [{ date: "" }]']) {
    const without = await answered(`${CASE_FILE}${none}\n`)
    expect(without.missing.map(({ path }) => path)).toEqual(['checkin.1.reason'])
  }
  const why = await answered(`${CASE_FILE}checkin: [{ date: "", reason: Sam changes teams on Monday }]\n`)
  expect([why.missing, why.mistakes, why.unused]).toEqual([[], [], []])
})

test('deeper questions can be answered without opening anything', async () => {
  const { values, mistakes } = await answered(
    `${CASE_FILE}story: I once waited too long myself.\nsupport: |\n  Anna looks at the list by 2026-12-01\n`,
  )
  expect(mistakes).toEqual([])
  expect(values.get('story')).toBe('I once waited too long myself.')
  expect(values.get('support/k1/text')).toContain('looks at the list')
})

test('numbers and dates keep the letters they were written with', async () => {
  const { values } = await answered('evidence:\n  - text: late\n    ticket: 0048213\n    date: 2026-10-14\n')
  expect(values.get('evidence/k1/ticket')).toBe('0048213')
  expect(values.get('evidence/k1/date')).toBe('2026-10-14')
})

test('JSON is read too', async () => {
  const { values, missing } = await answered(
    '{"person": "Sam", "view": "typed", "view_text": "fine", "evidence": ["+ good"]}',
  )
  expect(missing).toEqual([])
  expect(values.get('evidence/k1/side')).toBe('strength')
})

test.each([
  ['person: [a, b', 1],
  ['person: Sam\nperson: Tom\n', 2],
  ['- person', 1],
  ['&a [*a]', 1],
  [`a: ${'['.repeat(10_000)}`, 1],
])('%#: a file that is none is refused with its line', (yaml, line) => {
  const read = readAnswers(yaml, 'sam.yaml')
  expect('mistakes' in read && read.mistakes[0]).toMatchObject({ file: 'sam.yaml', line })
})

test('answers where a group wants items, and items where a question wants an answer, are refused', async () => {
  const { mistakes } = await answered('person: { name: Sam }\npoints: three\nwords: [{ impact: x }]\n')
  expect(mistakes.map((one) => one.path)).toEqual(['person', 'points', 'words'])
  expect(mistakes[2]?.message).toContain('"points"')
})
