import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Library } from '../../src/core/template/library.ts'
import { checkLibrary } from '../../src/core/template/library-check.ts'

const root = join(import.meta.dirname, '../..')

function libraryOf(id: string): Library {
  const path = `templates/library/${id}.yaml`
  const checked = checkLibrary(readFileSync(join(root, path), 'utf8'), path)
  if ('mistakes' in checked) throw new Error(JSON.stringify(checked.mistakes))
  return checked.library
}

const PARTS = ['Issue', 'Tried', 'Background', 'Urgency', 'Next step', 'Told']

describe('examples of handovers', () => {
  const { entries } = libraryOf('handovers')

  test('are at least eight, from each of the three kinds of case', () => {
    expect(entries.length).toBeGreaterThanOrEqual(8)
    const areas = new Set(entries.map(({ area }) => area))
    expect(areas).toEqual(
      new Set(['A technical issue', 'A rule that felt unfair', 'A hard moment for the customer']),
    )
  })

  test.each(entries.map((one) => [one.id, one] as const))(
    '%s has the six parts, in order, each short',
    (_, one) => {
      const lines = (one.good ?? '').split('\n')
      expect(lines.map((line) => line.slice(0, line.indexOf(':')))).toEqual(PARTS)
      expect(Math.max(...lines.map((line) => line.split(' ').length))).toBeLessThanOrEqual(30)
    },
  )
})

describe('what to look for when a case moves on', () => {
  const { entries } = libraryOf('escalation')
  const under = (area: string): readonly string[] =>
    entries.filter((one) => one.area === area).map(({ id }) => id)

  test('has the signs, what was tried, the parts of a handover and the steps', () => {
    expect(under('Signs that it is time')).toEqual(
      expect.arrayContaining(['complexity', 'time-taken', 'frustration', 'knowledge', 'authority']),
    )
    expect(under('What a handover has')).toHaveLength(PARTS.length)
    expect(under('The steps').slice(0, 4)).toEqual(['gather', 'document', 'say-urgency', 'follow-way'])
    expect(under('Tried first').length).toBeGreaterThanOrEqual(4)
  })

  test('says of each what it looks like when it goes well', () => {
    expect(entries.filter(({ good = '' }) => good.length < 20).map(({ id }) => id)).toEqual([])
  })
})
