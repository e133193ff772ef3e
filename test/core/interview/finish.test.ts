import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { noteFiles } from '../../../src/adapters/note-files.ts'
import { composeNotes, type FinishDoors, publish } from '../../../src/core/interview/finish.ts'
import { begin } from '../../../src/core/interview/fold.ts'
import { planOf } from '../../../src/core/interview/plan.ts'
import { remarksOn } from '../../../src/core/interview/remarks.ts'
import type { SaveFacts, Step } from '../../../src/core/interview/state.ts'
import { answerAll } from '../../../src/core/interview/unattended.ts'
import { readLines } from '../../../src/core/session/lines.ts'
import type { Finding } from '../../../src/core/wording/finding.ts'
import { CASE_FILE } from '../../support/case.ts'
import { givenFrom, testWorld } from '../../support/interview.ts'
import { constructiveFeedback } from '../../support/templates.ts'

const template = constructiveFeedback()
const head = { note: '01JD0000000000000000000NTE' }

async function caseInterview() {
  const helpers = { world: testWorld(), read: readLines, readFile: async () => '' }
  return (await answerAll(begin(template, 'core'), givenFrom(CASE_FILE), helpers, true)).interview
}

function doors(now: string, kept: Step[]): FinishDoors {
  let count = 0
  return {
    ids: async () => ({ next: () => `01JD00000000000000000${String(count++).padStart(5, '0')}` }),
    clock: { now: () => now, today: () => '2026-11-21', time: () => '10:15', zone: () => 'UTC' },
    author: 'Priya Raman',
    keep: async (step) => void kept.push(step),
    files: async () => notebook(),
  }
}

function notebook() {
  const root = mkdtempSync(join(tmpdir(), 'tactful-finish-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  return noteFiles(join(root, 'notebook'), join(root, 'state'))
}

function savedIn(steps: readonly Step[]): SaveFacts | undefined {
  const [step] = steps
  return step?.step === 'save' ? step.facts : undefined
}

test('finishing twice, the second time with the person on file, makes no second note', async () => {
  const interview = await caseInterview()
  const files = notebook()
  const kept: Step[] = []
  const first = await composeNotes(
    planOf(interview, testWorld()),
    head,
    undefined,
    doors('2026-11-21T10:15:00.000Z', kept),
  )
  await publish(first, files)
  const before = await everything(files)
  expect(Object.keys(before)).toContain('people/sam-rivera.yaml')
  expect(first.isNew).toBe(true)

  const people = [{ slug: 'sam-rivera', name: 'Sam Rivera', aliases: [] }]
  const later = doors('2026-11-22T08:00:00.000Z', kept)
  const second = await composeNotes(planOf(interview, testWorld({ people })), head, savedIn(kept), later)
  await publish(second, files)
  expect(second.set.path).toBe(first.set.path)
  expect(await everything(files)).toEqual(before)
  expect(kept).toHaveLength(1)
})

test('the same kept facts give the same bytes', async () => {
  const plan = planOf(await caseInterview(), testWorld())
  const kept: Step[] = []
  const first = await composeNotes(plan, head, undefined, doors('2026-11-21T10:15:00.000Z', kept))
  const second = await composeNotes(plan, head, savedIn(kept), doors('2026-11-29T10:15:00.000Z', kept))
  expect(second.files).toEqual(first.files)
})

test('findings that were not kept on purpose are told, with the place of the answer', async () => {
  const interview = await caseInterview()
  const finding: Finding = {
    rule: 'absolute',
    category: 'absolute',
    severity: 'warning',
    offset: 0,
    length: 4,
    words: 'Five',
    why: 'How many?',
    try: [],
  }
  const reviewer = async (_question: unknown, text: string) => (text.startsWith('Five') ? [finding] : [])
  expect(await remarksOn(planOf(interview, testWorld()), reviewer)).toEqual([
    { path: 'points.3.impact', finding },
  ])
})

async function everything(
  files: ReturnType<typeof notebook>,
): Promise<Readonly<Record<string, string | undefined>>> {
  const { paths } = await files.list('')
  const texts = await Promise.all(paths.map(async (path) => [path, await files.read(path)] as const))
  return Object.fromEntries(texts)
}
