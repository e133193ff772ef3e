import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkLibrary } from '../../src/core/template/library-check.ts'
import type { Question, Template } from '../../src/core/template/template.ts'
import { constructiveFeedback, shippedPaths, sixQuestions, templateFrom } from '../support/templates.ts'

function everyQuestion(questions: readonly Question[]): readonly Question[] {
  return questions.flatMap((one) => (one.type === 'group' ? [one, ...everyQuestion(one.questions)] : [one]))
}

function questionsOf(template: Template): readonly Question[] {
  return template.parts.flatMap((part) => everyQuestion(part.questions))
}

describe.each(shippedPaths())('%s', (path) => {
  const template = templateFrom(path)

  test('is named like its file', () => {
    expect(path.endsWith(`/${template.id}.yaml`)).toBe(true)
  })

  test('says why it asks each question', () => {
    const silent = questionsOf(template).filter((one) => (one.why ?? '').length < 10)
    expect(silent.map((one) => one.id)).toEqual([])
  })

  test('speaks calmly: no exclamation marks, no words that judge or lecture', () => {
    const words = JSON.stringify(template)
    expect(words.match(/!|\b(?:always|never|must|should not|obviously|simply)\b/gi) ?? []).toEqual([])
  })

  test('gives every question that is kept in the open a section, and no private one', () => {
    const wrong = questionsOf(template).filter((one) => one.private === true && one.section !== undefined)
    expect(wrong.map((one) => one.id)).toEqual([])
  })
})

describe('constructive-feedback', () => {
  const template = constructiveFeedback()

  test('has ten parts', () => {
    expect(template.parts.map((part) => part.title)).toEqual([
      'Who',
      'Their view',
      'Evidence',
      'Causes',
      'Side by side',
      'To talk about',
      'The words',
      'Goal',
      'The talk',
      'What comes next',
    ])
  })

  test('carries the practices 1 to 50, the causes 53 to 62 and 150', () => {
    const carried = new Set(questionsOf(template).flatMap((one) => one.practices ?? []))
    const wanted = [...Array.from({ length: 62 }, (_, index) => index + 1), 150].filter((one) => one !== 51)
    expect(wanted.filter((one) => !carried.has(one))).toEqual([])
  })

  test('keeps person and system apart among the causes, each with several', () => {
    const causes = questionsOf(template).find((one) => one.id === 'causes')
    expect(causes).toMatchObject({ type: 'choices', options: { library: 'causes' } })
    const path = 'templates/library/causes.yaml'
    const checked = checkLibrary(readFileSync(join(import.meta.dirname, '../..', path), 'utf8'), path)
    const entries = 'library' in checked ? checked.library.entries : []
    expect(new Set(entries.map(({ area }) => area))).toEqual(new Set(['The person', 'The system']))
    for (const side of ['person', 'system'])
      expect(entries.filter((one) => one.side === side).length).toBeGreaterThanOrEqual(6)
  })

  test('keeps guesses, own stories and what they may answer in the private part', () => {
    const private_ = questionsOf(template).filter((one) => one.private === true)
    const ids = private_.map((one) => one.id)
    expect(ids).toEqual(expect.arrayContaining(['assumption', 'story', 'reactions', 'view_reason', 'reason']))
  })

  test('asks eight things in a hurry: each part that is left has one; promises and notes are offered where there are any', () => {
    const quick = template.parts.flatMap((part) =>
      everyQuestion(part.questions).filter((one) => one.depth === 'quick' && one.type !== 'group'),
    )
    const ids = quick.map((one) => one.id)
    expect(ids).toEqual(['person', 'kept', 'inbox', 'text', 'evidence', 'behaviour', 'ask', 'text'])
  })
})

test('the template for crash sweeps asks six questions', () => {
  const template = sixQuestions()
  const asked = template.parts.flatMap((part) =>
    part.questions.flatMap((one) => {
      if (one.type !== 'group' || one.entry !== undefined) return [one.id]
      return one.questions.map((nested) => `${one.id}.${nested.id}`)
    }),
  )
  expect(asked).toEqual(['person', 'evidence', 'points.evidence', 'points.ask', 'goals', 'thoughts'])
})
