import { describe, expect, it } from 'vitest'
import { careFor, withoutCared } from '../../../src/core/causes/cared.ts'
import { fittingFirst, helpFor } from '../../../src/core/causes/help.ts'
import type { Option } from '../../../src/core/template/option.ts'
import { library } from '../../support/interview.ts'

const option = (value: string, more: Partial<Option> = {}): Option => ({ value, label: value, ...more })

describe('help that fits', () => {
  it('comes with the best of each cause first, each once', () => {
    const picked = [option('a', { help: ['x', 'y'] }), option('b', { help: ['z', 'x', 'w'] }), option('c')]
    expect(helpFor(picked)).toEqual(['x', 'z', 'y', 'w'])
    expect(helpFor([])).toEqual([])
  })

  it('stands in front of the rest, which keeps its order; what is not there is passed over', () => {
    const options = ['a', 'b', 'c', 'd'].map((value) => option(value))
    expect(fittingFirst(options, ['c', 'gone', 'b']).map(({ value }) => value)).toEqual(['c', 'b', 'a', 'd'])
    expect(fittingFirst(options, [])).toBe(options)
  })

  it('is there for every cause that ships, and a lead is the best help for none in the person', () => {
    const help = new Set(library('help').map(({ value }) => value))
    for (const cause of library('causes')) {
      expect(
        cause.help?.filter((id) => !help.has(id)),
        cause.value,
      ).toEqual([])
      expect(cause.help?.length, cause.value).toBeGreaterThan(0)
      if (cause.side === 'person') expect(cause.help, cause.value).not.toContain('lead')
    }
  })

  it('has a ready sentence each, without an order in it', () => {
    for (const { say = '', value } of library('help')) expect(say, value).toMatch(/[.?]$/)
  })
})

describe('a private matter', () => {
  const options = [option('a'), option('p', { care: 'Take care.' })]

  it('is taken out of what is kept, and said to have been there', () => {
    expect(withoutCared(options, ['a', 'p', 'own'])).toEqual({ value: ['a', 'own'], cared: true })
    expect(withoutCared(options, ['a'])).toEqual({ value: ['a'], cared: false })
    expect(withoutCared(options, 'p')).toEqual({ value: [], cared: true })
    expect(withoutCared(options, true)).toEqual({ value: true, cared: false })
  })

  it('is met with its sentence when it is picked, not when it stays picked', () => {
    expect(careFor(options, undefined, ['a', 'p'])).toEqual(['Take care.'])
    expect(careFor(options, ['p'], ['a', 'p'])).toEqual([])
    expect(careFor(options, ['p'], ['a'])).toEqual([])
  })

  it('is the only cause that ships with care, and has a family that says nothing of it', () => {
    expect(library('causes').filter(({ care }) => care !== undefined)).toMatchObject([
      { value: 'personal', side: 'person', family: 'Circumstances' },
    ])
  })
})

describe('the causes that ship', () => {
  it('stand in two groups of at least eight, each on its side and on a bone', () => {
    const sides = { person: 'The person', system: 'The system' } as const
    for (const [side, group] of Object.entries(sides)) {
      const own = library('causes').filter((cause) => cause.side === side)
      expect(own.length).toBeGreaterThanOrEqual(8)
      expect(own.every((cause) => cause.group === group && cause.family !== undefined)).toBe(true)
    }
  })
})
