import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBarrier, readBarriers } from '../../../src/core/causes/barrier-line.ts'

describe('a barrier on one line', () => {
  it.each<readonly [string, object]>([
    ['the old link is dead', { what: 'the old link is dead' }],
    ['the old link is dead, since September', { what: 'the old link is dead', since: 'September' }],
    ['the old link is dead (since early October)', { what: 'the old link is dead', since: 'early October' }],
    ['no one to ask since the spring release.', { what: 'no one to ask', since: 'the spring release' }],
    ['nobody looked at it since 3 November 2026', { what: 'nobody looked at it', since: '3 November 2026' }],
    ['cases wait, since nobody owns the queue', { what: 'cases wait, since nobody owns the queue' }],
    ['the page is gone since nobody marked it', { what: 'the page is gone since nobody marked it' }],
    ['it is slow since management decided so', { what: 'it is slow since management decided so' }],
    ['cases wait, since it may take weeks', { what: 'cases wait, since it may take weeks' }],
    ['nobody looks, since we release weekly', { what: 'nobody looks, since we release weekly' }],
    ['nobody to ask since the move in September', { what: 'nobody to ask', since: 'the move in September' }],
    ['nobody to ask since about mid May', { what: 'nobody to ask', since: 'about mid May' }],
    ['nobody to ask since two weeks', { what: 'nobody to ask', since: 'two weeks' }],
    ['nobody to ask, since the last release', { what: 'nobody to ask', since: 'the last release' }],
    ['the list is old -> one page for all', { what: 'the list is old', ask: 'one page for all' }],
    ['the list is old → one page for all', { what: 'the list is old', ask: 'one page for all' }],
    [
      'the list is old, since May [E2] -> one page, owner: Dana',
      { what: 'the list is old', since: 'May', ask: 'one page', owner: 'Dana', evidence: ['E2'] },
    ],
    [
      'the link is dead, since May, so cases wait a day [E2] -> one page, owner: Dana',
      {
        ...{ what: 'the link is dead', since: 'May', effect: 'cases wait a day' },
        ...{ ask: 'one page', owner: 'Dana', evidence: ['E2'] },
      },
    ],
    [
      'the link is dead; so cases wait, since May',
      { what: 'the link is dead', effect: 'cases wait', since: 'May' },
    ],
    ['the link is dead, so far nobody looked', { what: 'the link is dead, so far nobody looked' }],
    ['it was moved so nobody finds it', { what: 'it was moved so nobody finds it' }],
    [', so cases wait', { what: ', so cases wait' }],
    ['the list is old [E1, e3] [E1]', { what: 'the list is old', evidence: ['E1', 'E3'] }],
    ['the E2 licence is missing', { what: 'the E2 licence is missing' }],
    ['-> one page', { what: '-> one page' }],
  ])('%s', (line, wanted) => {
    expect(readBarrier(line)).toEqual(wanted)
  })

  it('is one of several, one a line', () => {
    const { items, mistakes } = readBarriers('- the list is old\n\n* nobody to ask, since June\n')
    expect(items.map(({ fields }) => fields)).toEqual([
      { what: 'the list is old' },
      { what: 'nobody to ask', since: 'June' },
    ])
    expect(mistakes).toEqual([])
  })

  it('loses no word of any line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (line) => {
        const { what, ask = '', effect = '', since = '', owner = '', evidence = [] } = readBarrier(line)
        const kept = [what, ask, effect, since, owner, evidence.join(' ')].join(' ').toLowerCase()
        for (const word of line.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []) {
          if (!['since', 'owner', 'and', 'so'].includes(word)) expect(kept).toContain(word)
        }
      }),
    )
  })
})
