import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { entryOf } from '../../../src/core/evidence/lists.ts'
import { othersNamed } from '../../../src/core/evidence/names-inside.ts'
import { Trouble } from '../../../src/core/problem.ts'
import { everyQuestion } from '../../../src/core/template/find.ts'
import type { Library } from '../../../src/core/template/library.ts'
import { checkLibrary } from '../../../src/core/template/library-check.ts'
import { constructiveFeedback } from '../../support/templates.ts'

function shipped(id: string): Library {
  const file = join(import.meta.dirname, `../../../templates/library/${id}.yaml`)
  const checked = checkLibrary(readFileSync(file, 'utf8'), file)
  if ('mistakes' in checked) throw new Error(JSON.stringify(checked.mistakes))
  return checked.library
}

function refusal(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    if (error instanceof Trouble && error.problem.kind === 'usage')
      return `${error.problem.message} ${error.problem.mend}`
    throw error
  }
  throw new Error('nothing was thrown')
}

describe('the lists of evidence', () => {
  it('have every kind of source that is gathered in support work, each in a group', () => {
    const { entries, grows } = shipped('sources')
    expect(grows).toBe(true)
    expect(entries.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['survey', 'review', 'testimonial', 'customer', 'peer', 'document', 'project']),
    )
    expect(entries.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['interview', 'observation', 'qa', 'self', 'lead', 'meeting', 'suggestion-box']),
    )
    expect(entries.filter(({ area, good }) => area === undefined || good === undefined)).toEqual([])
  })

  it('know every source that a preparation offers, by the same id', () => {
    const question = everyQuestion(constructiveFeedback()).find(({ id }) => id === 'source')
    if (question?.type !== 'choice') throw new Error('the preparation asks for no source')
    const { options } = question
    const offered = Array.isArray(options)
      ? options.map((option: { readonly value: string }) => option.value)
      : ['library' in options ? options.library : ''].flatMap((id) =>
          shipped(id ?? '').entries.map((one) => one.id),
        )
    expect(offered.length).toBeGreaterThan(5)
    expect(shipped('sources').entries.map(({ id }) => id)).toEqual(expect.arrayContaining(offered))
  })

  it('have the areas of support work', () => {
    expect(shipped('areas').entries.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'communication',
        'responsiveness',
        'product-knowledge',
        'problem-solving',
        'escalation',
      ]),
    )
  })

  it.each([
    ['problem-solving', 'problem-solving'],
    ['Problem Solving', 'problem-solving'],
    ['product', 'product-knowledge'],
    ['RESP', 'responsiveness'],
  ])('take %j for %s', (typed, id) => {
    expect(entryOf('area', typed, shipped('areas'))).toBe(id)
  })

  it('guess at nothing', () => {
    expect(refusal(() => entryOf('area', 'pro', shipped('areas')))).toContain(
      'product-knowledge or problem-solving',
    )
    const unknown = refusal(() => entryOf('source', 'rumour', shipped('sources')))
    expect(unknown).toContain('suggestion-box')
    expect(unknown).toContain('library/sources.yaml')
    expect(refusal(() => entryOf('area', ' ', shipped('areas')))).toContain('empty')
  })
})

it('finds other people by name in words, whole names only', () => {
  const people = [
    { slug: 'sam-rivera', name: 'Sam Rivera', aliases: [] },
    { slug: 'jose-nunez', name: 'José Núñez', aliases: ['Pepe'] },
    { slug: 'anna', name: 'Anna', aliases: [] },
  ]
  expect(othersNamed('Pepe saw it, said Sam Rivera', 'sam-rivera', people)).toEqual(['José Núñez'])
  expect(othersNamed('jose nunez told me about Annapolis', 'sam-rivera', people)).toEqual(['José Núñez'])
  expect(othersNamed('nobody', 'sam-rivera', people)).toEqual([])
})
