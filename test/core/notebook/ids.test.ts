import { describe, expect, it } from 'vitest'
import { findId, isUlid, matchIds, readId, shortId } from '../../../src/core/notebook/ids.ts'
import { type Problem, Trouble } from '../../../src/core/problem.ts'

const IDS = ['01KATQ5C3R8V2M6E9WQ47K3V0A', '01KATQ5C3R8V2M6E9WQ47K3V1B', '01KATQ5C3R8V2M6E9XQ47K3V1B']

function problemOf(typed: string): Problem | undefined {
  try {
    findId(typed, IDS, 'note')
  } catch (error) {
    if (error instanceof Trouble) return error.problem
    throw error
  }
  return undefined
}

describe('ids as people type them', () => {
  it('are the last six characters in lower case', () => {
    expect(shortId(IDS[0] ?? '')).toBe('7k3v0a')
    expect(isUlid(IDS[0] ?? '')).toBe(true)
    expect(isUlid('81KATQ5C3R8V2M6E9WQ47K3V0A')).toBe(false)
    expect(isUlid('01katq5c3r8v2m6e9wq47k3v0a')).toBe(false)
  })

  it.each(['7k3v0a', '7K3V0A', 'a', '7k3voa', '7k3vOA', ' 7k3-v0a ', '01katq5c3r8v2m6e9wq47k3v0a'])(
    '%j finds the first',
    (typed) => {
      expect(findId(typed, IDS, 'note')).toBe(IDS[0])
    },
  )

  it('reads letters that look like digits as digits', () => {
    expect(readId('iLo')).toBe('110')
    expect(matchIds('lb', IDS)).toHaveLength(2)
    expect(readId('')).toBeUndefined()
    expect(readId('u')).toBeUndefined()
    expect(readId('../x')).toBeUndefined()
  })

  it('says the shortest endings that tell several apart', () => {
    expect(problemOf('1b')).toEqual({
      kind: 'ambiguous',
      what: 'note',
      given: '1b',
      matches: ['wq47k3v1b', 'xq47k3v1b'],
    })
  })

  it('offers what is one character off', () => {
    expect(problemOf('7k3v0z')).toMatchObject({ kind: 'unknown', near: ['7k3v0a'] })
    expect(problemOf('zzzzzz')).toEqual({ kind: 'unknown', what: 'note', given: 'zzzzzz', near: [] })
    expect(problemOf('')).toMatchObject({ kind: 'unknown' })
  })

  it('takes the beginning of the short form too, and asks where both ends fit', () => {
    const ids = ['01KAH2Y6Z40000000000AB1111', '01KAH2Y6Z400000000002222AB', '01KAH2Y6Z40000000000CD3333']
    expect(findId('cd', ids, 'note')).toBe(ids[2])
    expect(findId('cd33', ids, 'note')).toBe(ids[2])
    expect(matchIds('ab', ids)).toEqual([ids[0], ids[1]])
    expect(matchIds('01kah', ids)).toEqual([])
  })

  it('counts an id that is listed twice once', () => {
    expect(findId('0a', [IDS[0] ?? '', IDS[0] ?? ''], 'note')).toBe(IDS[0])
  })
})
