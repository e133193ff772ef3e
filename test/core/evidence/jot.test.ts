import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type JotFlags, readJot } from '../../../src/core/evidence/jot.ts'
import { anyText } from '../../support/notebook.ts'

const TODAY = '2026-11-21'
const read = (text: string, flags: JotFlags = {}) => readJot(text, flags, TODAY)

describe('a jotted line', () => {
  it('is read as in a preparation, and what the flags say is added', () => {
    const { items, mistakes } = read('- 14 Oct 48213: the update came late ? perhaps a full queue', {
      area: 'responsiveness',
      source: 'ticket',
    })
    expect(mistakes).toEqual([])
    expect(items).toEqual([
      {
        words: 'the update came late',
        facts: expect.objectContaining({
          date: '2026-10-14',
          side: 'growth',
          ticket: '48213',
          area: 'responsiveness',
          source: 'ticket',
        }),
        assumption: 'perhaps a full queue',
      },
    ])
  })

  it('takes from the flags what it does not say itself', () => {
    const flags: JotFlags = {
      side: 'strength',
      date: '2026-11-20',
      link: 'https://example.com/1',
      unnamed: true,
    }
    expect(read('solved in 20 minutes', flags).items[0]?.facts).toMatchObject(flags)
  })

  it('keeps both guesses, the one behind the ? and the one of the flag', () => {
    expect(read('came late ? a full queue', { assumption: 'or the checklist' }).items[0]?.assumption).toBe(
      'a full queue\nor the checklist',
    )
  })

  it.each<[string, JotFlags, RegExp]>([
    ['- 14 Oct: late', { side: 'strength' }, /something to grow in.*went well/],
    ['14 Oct: late', { date: '2026-10-15' }, /14 October 2026.*15 October 2026/],
    ['late https://example.com/1', { link: 'https://example.com/2' }, /example\.com\/1.*example\.com\/2/],
    ['? perhaps tired', {}, /guess and nothing that was seen/],
    ['03/04/2026: late', {}, /3 April 2026 or 4 March 2026/],
    ['tomorrow: late', {}, /22 November 2026 is still to come/],
    ['31 Feb: late', {}, /no 31 February/],
    ['one\ntwo', { assumption: 'perhaps' }, /one item, and here are several/],
    ['x\n'.repeat(501), {}, /501 items/],
    ['x'.repeat(100_001), {}, /far longer/],
  ])('refuses %j with %j', (text, flags, message) => {
    const { mistakes } = read(text, flags)
    expect(mistakes.map((one) => one.message).join('\n')).toMatch(message)
    expect(mistakes.every(({ mend }) => mend !== undefined)).toBe(true)
  })

  it('reads quotation marks that are never closed, however many', () => {
    const text = `${'“'.repeat(90_000)} "not a ? guess" ? a guess`
    expect(read(text).items[0]?.assumption).toBe('a guess')
  })

  it('names the line where there are several', () => {
    expect(read('+ 2 Nov: well\n\n31 Feb: late').mistakes).toMatchObject([{ line: 3 }])
    expect(read('31 Feb: late').mistakes[0]?.line).toBeUndefined()
  })

  it('never throws, and gives every item words or says what is missing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { items, mistakes } = read(text)
        const silent = items.filter(({ words }) => words.trim() === '')
        expect(mistakes.length).toBeGreaterThanOrEqual(silent.length)
      }),
    )
  })
})
