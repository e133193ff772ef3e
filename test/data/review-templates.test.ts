import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { begin } from '../../src/core/interview/fold.ts'
import { planOf } from '../../src/core/interview/plan.ts'
import { answerAll } from '../../src/core/interview/unattended.ts'
import { readLines } from '../../src/core/session/lines.ts'
import { everyQuestion } from '../../src/core/template/find.ts'
import { libraryOptions } from '../../src/core/template/library.ts'
import { checkLibrary } from '../../src/core/template/library-check.ts'
import { offered } from '../../src/core/template/offered.ts'
import type { Option } from '../../src/core/template/option.ts'
import type { Template } from '../../src/core/template/template.ts'
import { givenFrom, testWorld } from '../support/interview.ts'
import { templateFrom } from '../support/templates.ts'

const root = join(import.meta.dirname, '../..')
const review = templateFrom('templates/sessions/case-review.yaml')
const assessment = templateFrom('templates/sessions/self-assessment-first.yaml')

/** Where these stand in the order in which they are asked. */
function inOrder(template: Template, ids: readonly string[]): readonly string[] {
  const asked = everyQuestion(template).map(({ id }) => id)
  // The causes have a question called `ask` of their own, further up.
  return ids.toSorted((a, b) => asked.lastIndexOf(a) - asked.lastIndexOf(b))
}

function listOf(id: string): readonly Option[] {
  const path = `templates/library/${id}.yaml`
  const checked = checkLibrary(readFileSync(join(root, path), 'utf8'), path)
  if ('mistakes' in checked) throw new Error(JSON.stringify(checked.mistakes))
  return libraryOptions(checked.library)
}

describe('looking back at a case', () => {
  test('asks how it was, then for their account, then what happened, then what went well, then for a question before advice', () => {
    const ids = ['first_words', 'view', 'inbox', 'handover', 'points', 'impact', 'ask', 'suggest']
    expect(inOrder(review, ids.toReversed())).toEqual(ids)
    const headings = review.note.sections.map(({ id }) => id)
    expect(['first', 'view', 'well', 'points'].map((id) => headings.indexOf(id))).toEqual(
      ['first', 'view', 'well', 'points'].map((id) => headings.indexOf(id)).toSorted((a, b) => a - b),
    )
  })

  test.each([
    ['disruption', ['standstill']],
    ['policy', ['rule', 'rule_reason']],
    ['emotion', ['strain', 'heard']],
    ['something else', []],
  ])('a case of %s brings its own questions', async (scenario, own) => {
    const world = testWorld()
    const helpers = { world, read: readLines, readFile: async () => '' }
    const given = givenFrom(`person: Sam Rivera\nscenario: ${scenario}`)
    const { interview } = await answerAll(begin(review, 'core'), given, helpers, false)
    const asked = planOf(interview, world).spots.map(({ path }) => path)
    const all = ['standstill', 'rule', 'rule_reason', 'strain', 'heard']
    expect(all.filter((id) => asked.includes(id))).toEqual(own)
  })

  test('offers something under every heading it names, and the tiers of the team', () => {
    const lists = { escalation: listOf('escalation'), 'settings.tiers': [{ value: 'a', label: 'a' }] }
    const from = everyQuestion(review).flatMap((one) =>
      'options' in one &&
      !('length' in one.options) &&
      (one.options.area ?? one.options.settings) !== undefined
        ? [[one.id, offered(one.options, lists).length] as const]
        : [],
    )
    expect(from.map(([id]) => id)).toEqual(['tier', 'moved', 'signs', 'tried', 'handover', 'steps'])
    expect(from.filter(([, count]) => count === 0)).toEqual([])
  })
})

describe('self-assessment first', () => {
  test('asks for their view, their ideas and their choice before anything of the mentor', () => {
    const ids = [
      'view',
      'improvements',
      'focus',
      'evidence',
      'gaps',
      'brainstorm',
      'goals',
      'ideas',
      'mirror',
    ]
    expect(inOrder(assessment, ids.toReversed())).toEqual(ids)
  })

  test('counts nobody: no numbers and no steps of a scale but the length of the talk', () => {
    const counted = everyQuestion(assessment).filter(({ type }) => type === 'number' || type === 'scale')
    expect(counted.map(({ id }) => id)).toEqual(['minutes'])
  })

  test('keeps the look at one’s own words private', () => {
    const mirror = everyQuestion(assessment).find(({ id }) => id === 'mirror')
    expect(mirror).toMatchObject({ private: true, checklist: 'Worth another look' })
  })
})

test.each([review, assessment])(
  '$id names only headings that its libraries have, where it takes examples from them',
  (template) => {
    const missing = everyQuestion(template).flatMap((one) => {
      if (!('examplesFrom' in one) || one.examplesFrom === undefined) return []
      const { library, area } = one.examplesFrom
      const found = offered(
        { library, ...(area === undefined ? {} : { area }) },
        { [library]: listOf(library) },
      )
      return found.length === 0 ? [`${one.id}: ${library}, ${area}`] : []
    })
    expect(missing).toEqual([])
  },
)
